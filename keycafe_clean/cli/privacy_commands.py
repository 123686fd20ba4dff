"""The commands about personal data: the record of a job, and what it holds of one person, given or erased."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import JobPath, Json, Today, Who, path_named
from keycafe_clean.errors import SetupError
from keycafe_clean.wording import counted


def privacy(job: JobPath, *, today: Today = None, json: Json = False) -> None:
    """Write what a job does with personal data, for data protection officer and works council: privacy.html and .md."""
    from keycafe_clean.cli.job_status import job_folder
    from keycafe_clean.privacy.pages import as_html, as_markdown
    from keycafe_clean.privacy.processing import signature
    from keycafe_clean.privacy.record import record_of
    from keycafe_clean.run.option_values import day_of
    from keycafe_clean.write.replacing import replace_file

    folder, day = job_folder(job), day_of(today)
    title = f"Personal data in {folder.path.resolve().name}"
    files = {"privacy.html": as_html, "privacy.md": as_markdown}
    with folder.held():
        sections = (*record_of(folder, day), signature(day))
        for name, made in files.items():
            replace_file(folder.path / name, made(title, sections))
    if json:
        say_json({"files": [f"{folder.path / name}" for name in files], "sections": [it.title for it in sections]})
    else:
        say(f"Written: {' and '.join(f'{folder.path / name}' for name in files)}. They name nobody of an export.")


def person(  # noqa: PLR0913 - a command's parameters are its options
    job: JobPath,
    who: Who,
    *,
    export: Annotated[
        Path | None,
        typer.Option("--export", parser=path_named, metavar="FILE", help="Everything held: a .html page or .json."),
    ] = None,
    erase: Annotated[bool, typer.Option("--erase", help="Erase the person in every month; hashes stay.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    today: Today = None,
    json: Json = False,
) -> None:
    """Give one person everything that a job holds of them, or erase them from every month."""
    from keycafe_clean.cli.job_status import job_folder
    from keycafe_clean.privacy.erasing import erase_person
    from keycafe_clean.privacy.giving import give_person
    from keycafe_clean.privacy.their_lines import TheirLines
    from keycafe_clean.run.option_values import day_of

    if (export is not None) == erase:
        raise SetupError("Say one of --export FILE and --erase.")
    folder, day = job_folder(job), day_of(today)
    if export:
        with folder.held():
            given = give_person(folder, who, export, day)
        sentences = [f"Written: {export}, {counted(given, 'line')}. {_MEANT}"]
        told: dict[str, object] = {"exported": given, "file": f"{export}"}
    else:
        meant = TheirLines.of(folder, who)
        if not yes and not typer.confirm(f"Erase {meant.name} in every month of {job}? It does not come back"):
            raise typer.Abort
        with folder.held():
            done = erase_person(folder, who, day)
        sentences = done.in_words(folder.path)
        told = {"erased": done.lines, "months": done.months, "left": [f"{it}" for it in done.left]}
    if json:
        say_json({**told, "said": sentences})
    else:
        say(*sentences)


_MEANT = "Whoever else is named in the job is 'another person' there. Look through it before you give it away."
