"""The exports that a month of a job was made from, read again: whatever they are called, their sums tell them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.export import Export
from keycafe_clean.job.made_again import manifest_of
from keycafe_clean.job.month import Month
from keycafe_clean.join import join_files
from keycafe_clean.legible import legible
from keycafe_clean.read import read_export
from keycafe_clean.read.files import RawFile, open_file


def exports_of(month: Month, files: Iterable[Path]) -> tuple[list[RawFile], list[RawFile]]:
    """Get the exports that a month was made from, named as it read them, and the files that were joined to them.

    SetupError: one of them is not among `files`, or one of `files` is another file. UnreadableExport: one cannot be
    opened.
    """
    facts = manifest_of(month.folder)
    given = {raw.sha256(): raw for raw in map(open_file, files)}
    exports, joined = ({it["sha256"]: it["file"] for it in facts.get(part, ())} for part in ("exports", "joined"))
    name = month.folder.name
    if strange := [raw.name for sha, raw in given.items() if sha not in {*exports, *joined}]:
        raise SetupError(
            f"{legible(strange[0])} is not a file that {name} was made from, or was changed since. Give the same file."
        )
    if missing := [file for sha, file in {**exports, **joined}.items() if sha not in given]:
        raise SetupError(f"{name} was made from {legible(missing[0])} too. Give that file as well.")
    return _as_then(exports, given), _as_then(joined, given)


def read_again(month: Month, files: Iterable[Path], setup: Setup) -> tuple[Export, Setup]:
    """Get the export of a month, read and joined as a set-up says, and the set-up with how it was joined.

    SetupError: as `exports_of()`. Else raises what `read_export()` and `join_files()` raise.
    """
    exports, others = exports_of(month, files)
    export = read_export(*_named(exports), **setup.reading.model_dump(), dates=setup.dates)
    if not others:
        return export, setup
    return join_files(export, read_export(*_named(others), dates=setup.dates), setup, ())


def _as_then(names: Mapping[str, str], given: Mapping[str, RawFile]) -> list[RawFile]:
    """Get files by the names they had then: decisions and reports say these, whatever they are called now."""
    return [RawFile(name, given[sha].data) for sha, name in names.items()]


def _named(files: Iterable[RawFile]) -> list[tuple[str, bytes]]:
    return [(legible(raw.name), raw.data) for raw in files]
