"""Reference of the command line, from what typer knows of each command."""

from collections.abc import Iterator
from typing import Any

import typer

from docs.generators.tables import code, table
from keycafe_clean.cli.commands import app


def markdown(_lines: list[str]) -> str:
    """Get a part for each command, in the order of `--help`: its call, what it does, arguments and options."""
    return "\n".join(_part(name, it) for name, it in _commands("keycafe-clean", typer.main.get_command(app)))


def _commands(name: str, command: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - typer keeps the types to itself
    """Yield every command below one, with its whole name."""
    for below, it in command.commands.items():
        whole = f"{name} {below}"
        yield from _commands(whole, it) if hasattr(it, "commands") else [(whole, it)]


def _part(name: str, command: Any) -> str:  # noqa: ANN401 - as above
    context = command.context_class(command, info_name=name)
    usage = command.get_usage(context).removeprefix("Usage: ")
    records = [record for it in command.params if (record := it.get_help_record(context))]
    options = table(
        ("", "what it says"),
        [(code(spelt.replace(" <list[Path]>", "")), said.replace("[", r"\[")) for spelt, said in records],
    )
    return f"## `{name}`\n\n{command.help}\n\n```\n{usage}\n```\n\n{options}"
