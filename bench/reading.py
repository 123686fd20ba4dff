"""Read every file of ../shared/data, compare with the facts that lie beside them, and write reading.md.

Run it from the project's folder: `python bench/reading.py`. How fast it is: `python -m bench.speed reading`.
"""

import csv
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.export import Source
from keycafe_clean.read import describe, read_export

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
DATA = SHARED / "data"

#: Files that lie beside exports and are none.
BESIDE = (".truth.json", ".json", ".md", ".bench")


@dataclass(frozen=True)
class Line:
    """One line of the table: a file, what was read or said, what of it is not as the facts say, and the seconds."""

    file: str
    said: str
    missed: str
    seconds: float


def main() -> None:
    """Write reading.md."""
    folders = {name: [line_of(path) for path in files_of(DATA / name)] for name in ("people", "constructed", "nasty")}
    parts = ["# Reading, measured", "", "Made by `bench/reading.py`; seconds are of a machine of two cores.", ""]
    for name, lines in folders.items():
        parts += table(name, lines)
    parts += memory()
    parts += growth()
    (HERE / "reading.md").write_text("\n".join(parts) + "\n", encoding="utf-8")
    print(*(f"{line.file}: {line.missed}" for lines in folders.values() for line in lines if line.missed), sep="\n")


def files_of(folder: Path) -> list[Path]:
    """Get the exports below a folder, sorted."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(BESIDE))


def line_of(path: Path) -> Line:
    """Read a file, and compare what was read with the facts."""
    start = time.perf_counter()
    try:
        source: Source | None = read_export(path).sources[0]
        said = describe(source) if source else ""
    except KeycafeCleanError as refusal:
        source, said = None, f"refused: {refusal}"
    seconds = time.perf_counter() - start
    return Line(path.relative_to(DATA).as_posix(), said, "; ".join(missed(path, source, said)), seconds)


def missed(path: Path, source: Source | None, said: str) -> Iterator[str]:
    """Yield the facts about a file that do not agree with what was read."""
    for name, (expected, found) in (facts(path) or (lambda *_: {}))(source, said).items():
        if expected != found:
            yield f"{name}: expected {expected}, found {found}"


Comparison = Callable[[Source | None, str], dict[str, tuple[object, object]]]


def facts(path: Path) -> Comparison | None:
    """Get what compares a file with its facts, wherever they are."""
    truth = path.with_name(path.name + ".truth.json")
    if truth.exists():
        return lambda source, _: truth_of(json.loads(truth.read_text(encoding="utf-8")), source)
    if path.parent.name == "people":
        return lambda source, _: listed(path.name, source)
    name = path.relative_to(DATA / "nasty").as_posix()
    row = next((row for row in nasty_facts() if row["file"] == name), None)
    return (lambda source, said: nasty(row, source, said)) if row else None


def truth_of(truth: dict[str, object], source: Source | None) -> dict[str, tuple[object, object]]:
    """Compare with a .truth.json."""
    if "expect" in truth:
        return {"outcome": ("refused", "refused" if source is None else "read")}
    found = {"header_row": source and source.header_row, "rows": source and people(source)}
    return {name: (truth[name], found[name]) for name in found}


def listed(name: str, source: Source | None) -> dict[str, tuple[object, object]]:
    """Compare with the table of INDEX.md."""
    index = (DATA / "INDEX.md").read_text(encoding="utf-8")
    line = re.search(rf"^\| {re.escape(name)} \| ([^|]+) \| ([^|]+) \| (\d+)", index, re.MULTILINE)
    if not line or source is None:
        return {"outcome": ("read", "read" if source else "refused")}
    header = None if line[2].strip() == "none" else int(line[2])
    return {"header_row": (header, source.header_row), "rows": (int(line[3]), people(source))}


def nasty(row: dict[str, str], source: Source | None, said: str) -> dict[str, tuple[object, object]]:
    """Compare with nasty_facts.csv: what opens, what is protected, how many rows a sheet has, which encoding."""
    if "PasswordError" in row["calamine"]:
        return {"outcome": ("a password", "a password" if "password" in said else said)}
    if row["calamine"] not in {"", "ok"}:
        return {"outcome": ("refused", "refused" if source is None else "read")}
    if row["sheets"]:
        return sheet_rows(row["sheets"], source)
    if row["empty"] == "True" or row["kind"] in {"json", "dbf"}:
        return {"outcome": ("refused", "refused" if source is None else "read")}
    if source is None or row["decodes"] not in {"ascii", "utf-8"}:
        return {"outcome": ("read", "read" if source else "refused")}
    return {"encoding": ("utf-8", source.encoding)}


def sheet_rows(sheets: str, source: Source | None) -> dict[str, tuple[object, object]]:
    """Compare with the sizes of the sheets; a workbook of empty sheets is refused."""
    sizes = dict(re.findall(r"(?:^|\| )([^|]*?):(\d+)x\d+:", sheets))
    if source is None:
        return {"outcome": ("read" if any(int(size) for size in sizes.values()) else "refused", "refused")}
    rows = source.rows.height + (source.header_row or 0)
    return {"rows of the sheet": (int(sizes.get(source.sheet or "", -1)), rows)}


def nasty_facts() -> list[dict[str, str]]:
    """Get nasty_facts.csv as rows."""
    with (DATA / "nasty_facts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def people(source: Source) -> int:
    """Count the rows that are people."""
    return source.rows.get_column("not_people").null_count()


def table(name: str, lines: list[Line]) -> list[str]:
    """Get the lines of a folder as a table."""
    wrong = sum(bool(line.missed) for line in lines)
    head = [f"## {name}", "", f"{len(lines):,} files, {wrong:,} not as the facts say.", ""]
    rows = [f"| {cell(line.said)} | {cell(line.missed)} | {line.seconds:.2f} |" for line in lines]
    return [*head, "| what was read | not as the facts say | seconds |", "|---|---|---|", *rows, ""]


def cell(text: str) -> str:
    """Get text that does not end a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def memory() -> list[str]:
    """Get the largest memory of this process and of the children that opened workbooks, where the system says it."""
    try:
        import resource  # noqa: PLC0415  (there is none on Windows)
    except ImportError:
        return []
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    own, children = (
        resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return ["## Memory", "", f"Largest over all files: this process {own:,.0f} MB, a child {children:,.0f} MB.", ""]


#: Columns, and the rows that are read with so many: from ten to what a text of 30 MB holds.
SIZES = {
    10: (10, 1_000, 100_000, 1_000_000),
    100: (10, 1_000, 50_000),
    1_000: (10, 1_000, 5_000),
    16_384: (10, 100, 300),
}


def growth() -> list[str]:
    """Measure how the costs grow with columns and rows: processor time of a reading, its child's too, per byte."""
    lines = [grown(columns, rows) for columns, counts in SIZES.items() for rows in counts]
    head = ["| columns | rows | MB | processor seconds | nanoseconds a byte |", "|---|---|---|---|---|"]
    return [
        "## Growth",
        "",
        "Text; the fixed cost of a reading and of a header weighs in small files.",
        "",
        *head,
        *lines,
        "",
    ]


def grown(columns: int, rows: int) -> str:
    """Measure one size."""
    names, values = (",".join(f"{word}{place}" for place in range(columns)) for word in ("column", "v"))
    data = f"{names}\n{(values + chr(10)) * rows}".encode()
    start = processor_seconds()
    read_export(("hr.csv", data))
    took = processor_seconds() - start
    return f"| {columns:,} | {rows:,} | {len(data) / 1e6:.2f} | {took:.2f} | {took / len(data) * 1e9:,.0f} |"


def processor_seconds() -> float:
    """Get the processor time of this process and of the children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
