"""Which jobs there are: a table with a line each, or a folder with a folder each; and what a worker is asked of one."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from keycafe_clean.article.contract import MONTHLY_LIMIT
from keycafe_clean.errors import SetupError, UnreadableExport
from keycafe_clean.job import JobFolder
from keycafe_clean.many.task import Task
from keycafe_clean.opening import bytes_of

#: The columns of a table; those behind the first two may be missing, and their cells blank.
_NEEDED, _MORE = ("job", "exports"), ("setup", "plan", "known", "join")

#: Between several files of one cell.
_AND = ";"

#: Where the exports of a job lie, in a folder of jobs.
_EXPORTS = "exports"

#: What separates the cells of a table: the one that is most often in its first line.
_DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Asked:
    """A job as it was asked for: what it is called, its folder, the place of its line, and its files or globs."""

    name: str
    folder: Path
    place: Path
    exports: tuple[str, ...]
    setup: str | None = None
    plan: str | None = None
    known: tuple[str, ...] = ()
    join: tuple[str, ...] = ()

    def task(self, number: int, today: str, month: str) -> Task:
        """Get what a worker is asked, every path a whole one. UnreadableExport: a glob names no file."""
        return Task(
            number,
            str(self.folder.absolute()),
            self._named(self.exports),
            today,
            month,
            is_begun=JobFolder(self.folder).is_begun,
            setup=self.setup and str((self.place / self.setup).absolute()),
            plan=self.plan,
            known=self._named(self.known),
            join=self._named(self.join),
        )

    def _named(self, files: Sequence[str]) -> tuple[str, ...]:
        return tuple(str(_newest(self.place.absolute(), file)) for file in files)


def read_jobs(path: Path) -> tuple[Asked, ...]:
    """Get the jobs of a table or a folder, in its order.

    SetupError: it cannot be read, has none, has one twice, or says what is no option of a job.
    """
    jobs = tuple(_in_folder(path) if path.is_dir() else _in_table(path))
    if not jobs:
        where = "a folder with a folder for each job" if path.is_dir() else "a table with a line for each job"
        raise SetupError(f"{path} has no job. Give {where}, with its exports.")
    seen: dict[Path, str] = {}
    for job in jobs:
        whole = job.folder.resolve()
        if whole in seen:
            raise SetupError(f"{path}: '{seen[whole]}' and '{job.name}' are the same job. Take one line out.")
        seen[whole] = job.name
    return jobs


def _in_folder(path: Path) -> Iterator[Asked]:
    """Yield a job for each folder that is one, or has a folder `exports`; the newest file there is its export."""
    for folder in sorted(path.iterdir()):
        if folder.is_dir() and (JobFolder(folder).is_begun or (folder / _EXPORTS).is_dir()):
            yield Asked(folder.name, folder, folder, (f"{_EXPORTS}/*",))


def _in_table(path: Path) -> Iterator[Asked]:
    """Yield a job for each line of a table; its paths are read from where the table lies."""
    for row, line in _lines(path):
        if missing := [name for name in _NEEDED if not line[name]]:
            raise SetupError(f"{path}, row {row}: '{missing[0]}' is blank. Write the job's folder and its exports.")
        if (plan := line.get("plan")) and plan not in MONTHLY_LIMIT:
            raise SetupError(f"{path}, row {row}: plan is '{plan}'. It must be paid or confirmed.")
        yield Asked(
            line["job"],
            path.parent / line["job"],
            path.parent,
            _several(line["exports"]),
            setup=line.get("setup") or None,
            plan=plan or None,
            known=_several(line.get("known", "")),
            join=_several(line.get("join", "")),
        )


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the row and the cells of each line that is not blank, by the name of its column."""
    try:
        text = bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SetupError(f"{path} is no text in UTF-8. Save the table as CSV UTF-8.") from None
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    names = [name.strip().lower() for name in rows[0]] if rows else []
    _refuse_columns(path, names)
    for row, cells in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in cells):
            yield row, dict(zip(names, map(str.strip, [*cells, *[""] * len(names)]), strict=False))


def _refuse_columns(path: Path, names: Sequence[str]) -> None:
    """Refuse a table that lacks a column, or has one that nobody would read. SetupError: it does."""
    columns = f"Its columns are {', '.join(_NEEDED)}, and perhaps {', '.join(_MORE)}."
    if missing := [name for name in _NEEDED if name not in names]:
        raise SetupError(f"{path} has no column '{missing[0]}'. {columns}")
    if strange := [name for name in names if name not in {*_NEEDED, *_MORE}]:
        raise SetupError(f"{path} has a column '{strange[0]}', which is none of a table of jobs. {columns}")


def _several(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(_AND) if name.strip())


def _newest(place: Path, file: str) -> Path:
    """Get a file, of a glob the one that was changed last. UnreadableExport: there is none.

    Files that begin with a dot, or with the `~$` of a spreadsheet that has one open, are none. The signs of a glob are
    letters in the name of the place, and of a file that is there.
    """
    path = place / file
    if not any(sign in file for sign in "*?[") or path.is_file():
        return path
    whole = Path(escape(f"{place}")) / file
    pattern = whole.relative_to(whole.anchor).as_posix()
    found = [it for it in Path(whole.anchor).glob(pattern) if it.is_file() and not it.name.startswith((".", "~$"))]
    if not found:
        raise UnreadableExport(f"{path} fits no file. Put the export of the month there.")
    return max(found, key=lambda it: (it.stat().st_mtime_ns, it.name))
