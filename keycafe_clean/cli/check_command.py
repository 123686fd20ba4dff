"""The command `check`: an import file as Keycafe would see it, and each of its rows."""

from pathlib import Path

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import ImportFile, Json, PlanName, TemplateFile
from keycafe_clean.exit_codes import DONE, NEEDS_A_FIX
from keycafe_clean.job_words import lies_in_a_month
from keycafe_clean.legible import legible


def check(file: ImportFile, *, template: TemplateFile = None, plan: PlanName = None, json: Json = False) -> None:
    """Check an import file as Keycafe would: the file, and each of its rows."""
    from keycafe_clean.check import check_import_file
    from keycafe_clean.cli.checked import check_as_json, say_checked
    from keycafe_clean.opening import bytes_of
    from keycafe_clean.run.option_values import plan_named, sample_header

    header = sample_header(template) if template else ()
    checked = check_import_file(bytes_of(file), legible(file.name), plan=plan_named(plan or "paid"), template=header)
    withdrawn = _withdrawn(file)
    if json:
        say_json({**check_as_json(checked), "withdrawn": withdrawn or None})
    else:
        say_checked(checked, legible(file.name))
        say(*filter(None, [withdrawn]))
    raise typer.Exit(DONE if checked.is_fine and not withdrawn else NEEDS_A_FIX)


def _withdrawn(file: Path) -> str:
    """Say that a file of a job is not to be uploaded any more; empty: it is none, or stands."""
    if not lies_in_a_month(file):
        # What a job consists of is not loaded for any other file: a check is to be quick.
        return ""
    from keycafe_clean.job.withdrawn import withdrawn_in_words

    return withdrawn_in_words(file)
