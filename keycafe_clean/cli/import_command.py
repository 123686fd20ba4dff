"""The command `import`: a file into a service that speaks the mock's interface, once, and what became of it."""

from typing import Annotated

import typer

from keycafe_clean.cli.parameters import TOKEN, USER, ImportFile, Json, TemplateFile

#: What the command is. Assumption: Keycafe has no such interface.
HELP = (
    "Import a file into a service that speaks the interface of our mock: to try how that would be.\n\nKeycafe has no "
    "public interface for imports that is known to us: there, upload the file by hand. The token is read from "
    f"{TOKEN}, or asked for. The same file can be given again and again: it is sent once."
)


def import_(
    file: ImportFile,
    *,
    url: Annotated[str, typer.Option(metavar="URL", help="Where the service is: https, or http on this computer.")],
    user: Annotated[
        str, typer.Option(envvar=USER, metavar="ADDRESS", help="The account's e-mail address.", show_default=False)
    ] = "",
    template: TemplateFile = None,
    json: Json = False,
) -> None:
    """Import a file, say what became of it, and exit with 0 where everybody in it was added."""
    from keycafe_clean.cli.importing_shown import import_and_show

    raise typer.Exit(import_and_show(file, url, user, template, as_json=json))
