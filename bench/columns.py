"""How well columns are recognised in files that nobody here wrote. Writes bench/columns.md, misses included.

    python bench/columns.py

The truth is not ours: the table of ../shared/data/INDEX.md for people/, the .truth.json beside a file for constructed/.
`agrees`: sure, and the same header. `asked`: the same header, to be checked. `missed`: another header or none. `more`:
a column that the truth does not name. A full name beside first and last name is not needed, and not counted.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from keycafe_clean.columns import map_columns, suggest_columns  # noqa: E402 -- run from anywhere
from keycafe_clean.columns.suggest import Suggestion, taken  # noqa: E402
from keycafe_clean.decide.setup import Setup, SourceSetup  # noqa: E402
from keycafe_clean.errors import KeycafeCleanError  # noqa: E402
from keycafe_clean.export import Export, Source  # noqa: E402
from keycafe_clean.read import read_export  # noqa: E402
from keycafe_clean.steps.full_name import split_full_name  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
ROLES = {
    "first": ("First Name",),
    "last": ("Last Name",),
    "full": ("full_name",),
    "email": ("Email Address",),
    "id": ("employee_id",),
    "status": ("status", "account", "active", "disabled", "exit_date"),
}


@dataclass(frozen=True)
class Verdict:
    """What became of one role of one file."""

    file: str
    role: str
    word: str
    truth: str
    ours: str


def people() -> Iterator[tuple[Path, dict[str, str]]]:
    """Yield every file of the table of people/ with what it says of each role; `-` where there is no column."""
    for line in (DATA / "INDEX.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        path = DATA / "people" / cells[0]
        if len(cells) == 13 and path.is_file():
            names = re.split(r" / ", cells[4])
            yield path, dict(zip(ROLES, [*names, *cells[5:8]], strict=True))


def constructed() -> Iterator[tuple[Path, dict[str, str]]]:
    """Yield every file of constructed/ whose truth names columns; a badge is an employee number at best."""
    for path in sorted((DATA / "constructed").glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if "first" in truth:
            yield (
                path.with_name(path.name.removesuffix(".truth.json")),
                {role: truth[role] for role in ("first", "last", "email", "status")},
            )


def verdicts(path: Path, truth: dict[str, str]) -> Iterator[Verdict]:
    """Yield a verdict for each role that the truth or a suggestion names."""
    source = read_export(path).sources[0]
    suggestions = suggest_columns(source)
    for role, named in truth.items():
        header = _header(named, source)
        if role == "full" and "-" not in (truth["first"], truth["last"]):
            continue
        found = [suggestion for suggestion in suggestions if suggestion.column in ROLES[role]]
        same = [suggestion for suggestion in found if header in suggestion.headers]
        word = _word(header, same, found)
        if word:
            yield Verdict(path.name, role, word, header or "-", _in_words(same[:1] or found))


def _word(header: str | None, same: list[Suggestion], found: list[Suggestion]) -> str:
    if header is None:
        return "more" if any(suggestion.sure for suggestion in found) else ""
    if not same:
        return "missed"
    return "agrees" if same[0].sure else "asked"


def _header(named: str, source: Source) -> str | None:
    """Find the header that a cell of the truth begins with: `empno (26 with leading zeros)`; `#2` is the second."""
    if named.startswith("#"):
        return source.headers[int(named[1:]) - 1]
    fitting = [header for header in source.headers if named.startswith(header)]
    return max(fitting, key=len, default=None if named in ("-", "") else named)


def _in_words(suggestions: list[Suggestion]) -> str:
    return "; ".join(f"{', '.join(it.headers)} ({it.reason})" for it in suggestions) or "-"


def names_cut(path: Path) -> tuple[int, int] | None:
    """Count the full names of a file that were cut, and those that are asked about; null where it has none."""
    source = read_export(path).sources[0]
    columns = taken(suggest_columns(source))
    if "full_name" not in columns:
        return None
    setup = Setup(source=(SourceSetup(headers=source.headers, columns=columns),))
    frame = split_full_name(map_columns(Export((source,)), setup))
    asked = frame.get_column("likely_first_name").count()
    return frame.get_column("full_name").count() - asked, asked


def report() -> str:
    """Get the text of bench/columns.md."""
    files = [*people(), *constructed()]
    found: list[Verdict] = []
    refused: list[str] = []
    for path, truth in files:
        try:
            found += verdicts(path, truth)
        except KeycafeCleanError as error:
            refused.append(f"- {path.name}: {error}")
    counts = Counter(verdict.word for verdict in found)
    rest = [verdict for verdict in found if verdict.word != "agrees"]
    cut = {path.name: counted for path, _ in files if (counted := names_cut(path))}
    lines = [
        "# How well columns are recognised",
        "",
        "Made by `python bench/columns.py` over ../shared/data; what the words mean stands at its head.",
        "",
        f"{len(files)} files, {len(found)} columns: " + ", ".join(f"{counts[word]} {word}" for word in sorted(counts)),
        "",
        "| file | column | verdict | truth | ours |",
        "|---|---|---|---|---|",
        *(f"| {it.file} | {it.role} | {it.word} | {it.truth} | {it.ours} |" for it in rest),
        "",
        "Full names: cut with certainty, and asked about.",
        "",
        "| file | cut | asked |",
        "|---|---|---|",
        *(f"| {name} | {certain:,} | {asked:,} |" for name, (certain, asked) in cut.items()),
        *(["", "Refused:", "", *refused] if refused else []),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (ROOT / "bench" / "columns.md").write_text(report(), encoding="utf-8")
    print(report())
