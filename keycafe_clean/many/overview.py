"""One overview of many jobs: a line each, and the sums, which add up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from keycafe_clean.exit_codes import NEEDS_A_FIX
from keycafe_clean.many.task import DONE, REFUSED, STATES, WAITING, Result
from keycafe_clean.outcomes import OUTCOMES

#: The counts of a line that are added up: rows, and users of import files.
COUNTS = ("rows_read", *OUTCOMES, "in_file", "later")

#: A line a job, in the order in which they were asked for. What no month was made of has null counts; `used` and
#: `limit` are users of the month; `who` decides `to_decide`; of the months `unanswered` nobody has said what Keycafe
#: made of their file; `said` is what stopped it, or was found on the way; `import_files` and their SHA-256 stand in the
#: same order.
LINES = pl.Schema(
    {
        "job": pl.String,
        "state": pl.String,
        "month": pl.String,
        **dict.fromkeys(COUNTS[:-1], pl.Int64),
        "used": pl.Int64,
        "limit": pl.Int64,
        "later": pl.Int64,
        "who": pl.String,
        "to_decide": pl.String,
        "since_last_month": pl.String,
        "unanswered": pl.String,
        "said": pl.String,
        "import_files": pl.String,
        "sha256": pl.String,
    }
)


@dataclass(frozen=True)
class Overview:
    """What became of many jobs in a month (`YYYY-MM`): their names, in order, and their results so far, by number."""

    month: str
    names: Sequence[str]
    results: Mapping[int, Result]

    @property
    def code(self) -> int:
        """Get the exit code: that of the job that ended worst."""
        return max(result.code for result in self.results.values())

    @property
    def lines(self) -> pl.DataFrame:
        """Get `LINES`."""
        told = [_line(self.names[number], self.results[number]) for number in sorted(self.results)]
        return pl.DataFrame(told, schema=LINES)

    @property
    def states(self) -> dict[str, int]:
        """Get how many jobs there are of each state; together they are all."""
        states = [state_of(result) for result in self.results.values()]
        return {state: states.count(state) for state in STATES}

    @property
    def sums(self) -> dict[str, int]:
        """Get the sums of the counts of all jobs (`COUNTS`); the rows read are those of the outcomes together."""
        lines = self.lines
        return {name: int(lines.get_column(name).sum()) for name in COUNTS}

    def as_data(self) -> dict[str, Any]:
        """Get states, sums and lines as plain data, with the SHA-256 of every file of each month."""
        files = [(self.results[number].facts or {}).get("files") for number in sorted(self.results)]
        lines = self.lines.drop("import_files", "sha256").to_dicts()
        jobs = [{**line, "files": of_month} for line, of_month in zip(lines, files, strict=True)]
        return {"month": self.month, "states": self.states, "sums": self.sums, "jobs": jobs}


def state_of(result: Result) -> str:
    """Get how a job stands: done, waiting for somebody, or refused."""
    if result.facts is None:
        return WAITING if result.code == NEEDS_A_FIX else REFUSED
    return WAITING if result.facts["waiting"] else DONE


def _line(name: str, result: Result) -> dict[str, object]:
    facts: Mapping[str, Any] = result.facts or {}
    month = facts.get("month", "")
    files = {it: sha for it, sha in facts.get("files", {}).items() if _is_import(it, month)}
    return {
        "job": name,
        "state": state_of(result),
        **{column: facts[column] for column in LINES if column in facts},
        "said": " ".join(result.said) or None,
        "import_files": "; ".join(files) or None,
        "sha256": "; ".join(files.values()) or None,
    }


def _is_import(name: str, month: str) -> bool:
    """Tell whether a file of a month's folder is an import file: it is called by the month."""
    return Path(name).suffix == ".csv" and name.startswith(month[:7])
