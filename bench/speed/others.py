"""To the same import file by other means, and duplicates by Splink."""

import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.costs import Cost, Failed, in_turn, of_process, of_work, said_by
from bench.exports import MAKER, tidy_export
from bench.speed.lines import CannotRun, Line, of_costs, of_peaks
from bench.speed.peers.environment import peer

_WAYS = "bench.speed.inside.ways"
_SCRIPT = "pandas + pandera script"
_ROWS, _MILLION = 100_000, 1_000_000

#: What csvkit can do of it, which is all: in SQLite.
_QUERY = """select trim("First Name") as "First Name", trim("Last Name") as "Last Name",
lower(trim("Work Email")) as "Email Address", 'true' as "Send Invitation", 'true' as "Send Welcome Email",
'false' as "SmartBox User", '' as "Badge Code", 'true' as "Generate Access Code"
from tidy where lower(trim("Status")) not in ('terminated', 'inactive', 'left')
group by lower(trim("Work Email")) order by min(rowid)"""


def pandas(place: Path, runs: int) -> list[Line]:
    """Measure a tidy export of 100,000 rows to the import file, beside a vectorised pandas + pandera script."""
    return _beside_script(place, runs, _ROWS)


def pandas_million(place: Path, runs: int) -> list[Line]:
    """Measure a tidy export of 1,000,000 rows to the import file, beside the pandas + pandera script."""
    return _beside_script(place, runs, _MILLION)


def _beside_script(place: Path, runs: int, rows: int) -> list[Line]:
    export = tidy_export(place / f"tidy_{rows}.csv", rows)
    script = partial(of_work, "bench.speed.peers.pandas_script", export, place, python=peer())
    sides = in_turn(_ours(export, place), script, runs)
    _expect_the_same(place / "import.csv", place / "pandas.csv")
    return [
        of_costs("to the import file, the same bytes", sides, _SCRIPT, rows=rows, bar=_bar(1, rows)),
        of_peaks("peak memory of it", sides, _SCRIPT, rows=rows, bar=_bar(1.5, rows)),
    ]


def _ours(export: Path, place: Path) -> Callable[[], Cost]:
    return partial(of_work, _WAYS, "import_file", export, place)


def csvkit(place: Path, runs: int) -> list[Line]:
    """Measure a tidy export of 100,000 rows to the import file, beside csvkit's `csvsql`, both as whole processes."""
    export = tidy_export(place / f"tidy_{_ROWS}.csv", _ROWS)
    shutil.copy(export, place / "tidy.csv")
    made = place / "csvkit.csv"
    query = [peer("csvsql"), "-I", "-y", "0", "--no-constraints", "--query", _QUERY, "tidy.csv"]
    theirs = partial(of_process, ["sh", "-c", 'exec "$@" >csvkit.csv', "sh", *query], place)
    ours = partial(of_process, [sys.executable, "-m", _WAYS, "import_file", f"{export}", f"{place}"])
    sides = in_turn(ours, theirs, runs)
    _expect_the_same(place / "import.csv", made)
    return [of_costs("to the import file, the same lines", sides, "csvkit's `csvsql`", rows=_ROWS)]


def openrefine(place: Path, runs: int) -> list[Line]:
    """Measure a tidy export of 100,000 rows to the import file, beside OpenRefine's nearest steps."""
    if not shutil.which("openrefine"):
        raise CannotRun("openrefine is not installed: on Debian, apt-get install openrefine")
    export = tidy_export(place / f"tidy_{_ROWS}.csv", _ROWS)
    told: list[dict[str, Any]] = []

    def refined() -> Cost:
        told.append(said_by("bench.speed.peers.open_refine", export, place))
        return Cost(told[-1]["processor"], told[-1]["seconds"], told[-1]["peak"])

    sides = in_turn(_ours(export, place), refined, runs)
    _expect_the_same(place / "import.csv", place / "open_refine.csv", ordered=False)
    beside = f"OpenRefine {told[-1]['version']}"
    return [of_costs("to the import file, the same lines in another order", sides, beside, rows=_ROWS)]


def splink(place: Path, runs: int) -> list[Line]:
    """Measure duplicates among 100,000 rows beside Splink 5 on DuckDB, and how right both are."""
    return _beside_splink(place, runs, _ROWS)


def splink_million(place: Path, runs: int) -> list[Line]:
    """Measure duplicates among 1,000,000 rows beside Splink 5 on DuckDB, and how right both are: minutes a run."""
    return _beside_splink(place, runs, _MILLION)


def _beside_splink(place: Path, runs: int, rows: int) -> list[Line]:
    if MAKER != "make_hr_export.py":
        raise CannotRun("Who is whose duplicate is known of the exports of ../shared/tools alone, which is not here.")
    told = said_by("bench.speed.inside.duplicates", peer(), rows, place, runs)
    ours, theirs = ([run[finder] for run in told] for finder in ("keycafe-clean", "Splink"))
    sides = _costs(ours), _costs(theirs)
    rates = [run["f1"] for run in ours], [run["f1"] for run in theirs]
    return [
        of_costs("possible duplicates", sides, "Splink", rows=rows, bar=_bar(1 / 5, rows)),
        Line("best F1 of them", *rates, "Splink", unit="", rows=rows, bar=_bar(1, rows), at_least=True),
    ]


def _bar(figure: float, rows: int) -> float | None:
    """Get the bar of a million rows: fixed costs weigh in less."""
    return figure if rows == _MILLION else None


def _costs(runs: Sequence[dict[str, float]]) -> list[Cost]:
    return [Cost(run["processor"], run["seconds"], run["peak"] / 1e6) for run in runs]


def _expect_the_same(ours: Path, theirs: Path, *, ordered: bool = True) -> None:
    """Refuse to compare what does not give the same lines."""
    lines = [path.read_bytes().splitlines() for path in (ours, theirs)]
    one, other = lines if ordered else map(sorted, lines)
    if one != other:
        raise Failed(f"{ours.name} and {theirs.name} are not the same people.")
