"""One month of a job: what became of every row of its export, and what Keycafe said of its file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

import polars as pl

from keycafe_clean.decide.setup import MONTH
from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError
from keycafe_clean.formula_escaping import unmark
from keycafe_clean.job.keycafe_answer import open_lines
from keycafe_clean.job.outcome_lines import KNOWN_ANSWERS, from_csv
from keycafe_clean.job.to_do import CHANGE, LOOK, NOT_HERE, REMOVE, TO_DO
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.opening import bytes_of
from keycafe_clean.wording import counted
from keycafe_clean.write.manifest import MANIFEST, facts_of

#: What lies in the folder of a month, beside its lines (`OUTCOMES`) and the files of a run.
TASKS, PAGE = "to_do.csv", "to_do.html"

#: The files of a run that have room for answers.
SHEETS = ("review.xlsx", "waiting.csv")

#: A folder of a month, and of a further file in the same month: `2026-11`, `2026-11-2`.
MONTH_FOLDER = re.compile(rf"(?P<month>{MONTH[1:-1]})(?:-(?P<number>[0-9]+))?")


@dataclass(frozen=True)
class Month:
    """One folder of a month: its month (`YYYY-MM`), its number within it, and its lines (`OUTCOME_LINES`)."""

    folder: Path
    month: str
    number: int
    lines: pl.DataFrame
    #: the day on which its files were made; None: nobody knows
    made: date | None = None
    #: the SHA-256 of each export by its name, as far as that is known
    exports: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, month: str, number: int) -> Self:
        """Get the month that a folder holds. SetupError: it is damaged, or has not as many lines as rows were read."""
        name = f"{folder.name}/{OUTCOMES}"
        if not (folder / OUTCOMES).exists():
            raise SetupError(
                f"{name} is gone, and with it who was sent in that month. Take it back from a copy of the folder."
            )
        lines = from_csv(bytes_of(folder / OUTCOMES, name), name)
        _refuse_other_answers(lines, name)
        if not (folder / MANIFEST).exists():
            return cls(folder, month, number, lines)
        try:
            facts = facts_of(folder)
            rows, today = facts["counts"]["rows_read"], date.fromisoformat(facts["today"])
            exports = {it["file"]: it["sha256"] for it in facts.get("exports", ())}
        except (ValueError, TypeError, KeyError):
            raise SetupError(
                f"{folder.name}/{MANIFEST} is not what a run wrote. Take it back from a copy of the job's folder."
            ) from None
        if lines.height != rows:
            raise SetupError(
                f"{name} has {counted(lines.height, 'line')} of {counted(rows, 'row')} that were read. "
                "Take it back from a copy of the folder."
            )
        return cls(folder, month, number, lines, today, exports)

    @property
    def sent(self) -> int:
        """Count the people of the file that was handed over; 0 where none was."""
        return self.lines.get_column("sent").count()

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has said yet what Keycafe made of a file that was handed over."""
        return not open_lines(self.lines).is_empty()

    def tasks(self, *, by_run: bool = False) -> pl.DataFrame:
        """Get what is left to do by hand (`TO_DO`); with `by_run` what the run itself found, and no answer since."""
        tasks = self.table(TASKS)
        if tasks is None:
            return TO_DO.to_frame()
        tasks = tasks.select(TO_DO.names())
        return tasks.filter(pl.col("task").is_in([REMOVE, CHANGE, LOOK, NOT_HERE])) if by_run else tasks

    def told_of(self, file: str, row: str, name: str) -> list[dict[str, str | None]]:
        """Get the lines of a review file that are about a row of an export, in order; none where the file is gone."""
        table = self.table(name)
        return [] if table is None else table.filter(pl.col("file") == file, pl.col("row") == row).to_dicts()

    def decided_about(self, line: Mapping[str, str | None]) -> list[dict[str, Any]]:
        """Get the decisions about the row of a line, in order; none where the file is gone.

        Each with its `line` in decisions.csv, and of a pair `beside`, the other row (`row 3`, `row 3 of other.csv`).
        Those of an earlier version say nothing of a row: they are about whoever has the cells of the line.
        """
        table, digest = self.table("decisions.csv"), self.exports.get(line["file"] or "", "")
        if table is None:
            return []
        stood, stood_beside = (
            (pl.col(f"{side}export") == digest) & (pl.col(f"{side}row") == line["row"]) for side in ("", "other_")
        )
        is_called = pl.all_horizontal(pl.col(cell).eq_missing(pl.lit(line[cell], pl.String)) for cell in WHO)
        is_about = pl.any_horizontal(stood, stood_beside, pl.col("export").is_null() & is_called)
        export, row = (pl.when(stood).then(f"other_{it}").otherwise(it) for it in ("export", "row"))
        names = {digest: file for file, digest in self.exports.items() if file != line["file"]}
        file = pl.format(" of {}", export.replace_strict(names, default=None, return_dtype=pl.String)).fill_null("")
        told = table.with_row_index("line", offset=2).filter(is_about.fill_null(value=False))
        return told.with_columns(beside=pl.format("row {}{}", row, file)).to_dicts()

    def table(self, name: str) -> pl.DataFrame | None:
        """Get a review file of the month, every cell text, null a blank one; None where the file is gone."""
        path = self.folder / name
        if not path.exists():
            return None
        return review_table(bytes_of(path, name))


def review_table(data: bytes) -> pl.DataFrame:
    """Get what a review file (`review_csv()`) holds, every cell text, null a blank one."""
    read = pl.read_csv(data, infer_schema=False).select(unmark(pl.all()))
    return read.with_columns(pl.all().replace("", None))


def _refuse_other_answers(lines: pl.DataFrame, name: str) -> None:
    """Refuse a month in which somebody who was sent has another answer than there are. SetupError: one has."""
    strange = lines.filter(pl.col("sent").is_not_null() & ~pl.col("answer").fill_null("").is_in(KNOWN_ANSWERS))
    if not strange.is_empty():
        raise SetupError(
            f"{name} has '{strange.item(0, 'answer') or ''}' as answer in row {strange.item(0, 'row')}. It must be one "
            f"of {', '.join(KNOWN_ANSWERS)}."
        )
