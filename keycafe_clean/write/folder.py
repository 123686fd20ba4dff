"""A folder with everything of a run: it appears whole or not at all, and replaces nothing."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.errors import OutputError, expect
from keycafe_clean.month_report import MonthReport, month_report
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.write.held import ASIDE, held_folder
from keycafe_clean.write.import_file import import_files
from keycafe_clean.write.manifest import MANIFEST, manifest
from keycafe_clean.write.private import make_parents, make_private, write_private
from keycafe_clean.write.review import review_csv, review_tables, waiting_lines
from keycafe_clean.write.unwritable import said_if_unwritable
from keycafe_clean.write.workbook import review_workbook

#: What became of every row, as a page.
REPORT = "report.html"


@dataclass(frozen=True)
class WrittenFile:
    """One file of a run: where it lies, its rows, its size in bytes, and its month if it is an import file."""

    path: str
    rows: int
    bytes: int
    month: str | None = None


def write_imports(cleaned: Cleaned, plan: Plan, folder: str | Path = "") -> tuple[WrittenFile, ...]:
    """Write the run's folder and get its files, import files first.

    A folder that exists is not touched: the new one is called `<folder>-2`, `-3`, ... Nobody in this month's file: no
    import file. OutputError: the disk is full, or the place cannot be written; then nothing stays behind. WrongCall:
    one of the three is missing.
    """
    instead = 'write_imports(cleaned, plan_imports(cleaned), "november")'
    expect(plan, Plan, "write_imports() takes the plan behind what clean() gives", instead)
    expect(folder or None, (str, Path), "write_imports() takes the folder to make", instead)
    contents = run_files(cleaned, plan)
    with said_if_unwritable(folder, "folder"):
        target = place_folder(contents, _with_name(Path(folder)))
    return written_files(target, contents, plan.month)


def _with_name(folder: Path) -> Path:
    """Get the folder by a name of its own: `.` and `..` have none that a number could follow."""
    named = folder.resolve() if folder.name in {"", ".."} else folder
    if not named.name:
        raise OutputError(f"{folder} is a whole disk. Choose another folder.")
    return named


def free_name(folder: Path) -> Path:
    """Get `folder`, or the first of `folder-2`, `folder-3`, ... that does not exist; nothing is made."""
    # A link that leads nowhere has the name too.
    if not os.path.lexists(folder):
        return folder
    number = 2
    while os.path.lexists(other := folder.with_name(f"{folder.name}-{number}")):
        number += 1
    return other


@dataclass(frozen=True)
class Content:
    """What stands in a file of a run: its bytes, its rows (0 where it has none), and whether Keycafe takes it."""

    data: bytes
    rows: int
    is_import: bool = False


def run_files(cleaned: Cleaned, plan: Plan, report: MonthReport | None = None) -> dict[str, Content]:
    """Get every file of a run by name, import files first, without writing any.

    The manifest comes last, since it has the sums of the others. `report` is that of the run unless another one is
    given, as for a month of a job.
    """
    waiting = waiting_lines(cleaned)
    tables = review_tables(cleaned, plan, waiting)
    imports = imports_of(cleaned, plan)
    reviews = {f"{name}.csv": Content(review_csv(table), table.height) for name, table in tables.items()}
    book = review_workbook(tables, _summary(cleaned), cleaned.today, waiting.get_column("choices"))
    texts = {
        "setup.toml": Content(cleaned.setup.with_used(plan.month, plan.used).to_toml().encode(), 0),
        "decisions.csv": Content(cleaned.decisions.to_csv().encode(), cleaned.decisions.lines.height),
    }
    told = {REPORT: Content((report or month_report(cleaned, plan)).page(), 0)}
    files = {**imports, **told, "review.xlsx": Content(book, cleaned.rows.height), **reviews, **texts}
    sums = manifest(cleaned, plan, {name: content.data for name, content in files.items()})
    return {**files, MANIFEST: Content(sums, 0)}


def imports_of(cleaned: Cleaned, plan: Plan) -> dict[str, Content]:
    """Get the import files of this month by name, without writing any; nobody in it: none."""
    order = pl.DataFrame({"row_id": plan.this_month})
    rows = order.join(cleaned.rows, on="row_id", maintain_order="left").select(IMPORT_COLUMNS)
    if rows.is_empty():
        return {}
    parts = list(import_files(rows, cleaned.setup.template))
    names = [
        f"{plan.month}_{count}{f'_part{i}' if len(parts) > 1 else ''}.csv" for i, (count, _) in enumerate(parts, 1)
    ]
    return {name: Content(data, count, is_import=True) for name, (count, data) in zip(names, parts, strict=True)}


def _summary(cleaned: Cleaned) -> pl.DataFrame:
    counts = cleaned.counts
    return pl.DataFrame(
        {"what": [word.replace("_", " ") for word in counts], "rows": list(counts.values())},
        schema={"what": pl.String, "rows": pl.UInt32},
    )


def place_folder(contents: Mapping[str, Content], folder: Path, *, instead_of: Path | None = None) -> Path:
    """Write everything aside, readable by the owner only, and rename it into place; get where it is.

    The place is `folder`, or the first free one behind it; with `instead_of` that folder, which is gone then. Ctrl-C
    too leaves nothing behind; what is left when the process is killed, the next run finds. OSError: the disk is full,
    or the place cannot be written.
    """
    make_parents(folder)
    with held_folder(folder.parent, ASIDE) as aside:
        whole = aside / "whole"
        make_private(whole)
        for name, content in contents.items():
            write_private(whole / name, content.data)
        if instead_of is not None:
            instead_of.rename(aside / "before")
        target = instead_of or free_name(folder)
        whole.rename(target)
    return target


def written_files(target: Path, contents: Mapping[str, Content], month: str) -> tuple[WrittenFile, ...]:
    """Get the files of a folder that was written, in order; import files are those of the month (`YYYY-MM`)."""
    return tuple(
        WrittenFile(str(target / name), it.rows, len(it.data), month if it.is_import else None)
        for name, it in contents.items()
    )


def as_data(files: tuple[WrittenFile, ...]) -> list[dict[str, object]]:
    """Get the files as plain data, in order, for `--json`: path, rows, bytes, and month (None: no import file)."""
    return [asdict(file) for file in files]
