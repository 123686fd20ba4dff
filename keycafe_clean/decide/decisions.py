"""What a person decided about people: edits of cells and answers to questions. Personal: it stays with the job.

`decisions.csv` is its only form on disk: one line a decision, sorted, a blank is an empty cell. Whoever opens it in a
spreadsheet runs nothing (`formula_escaping.py`).
"""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError
from keycafe_clean.formula_escaping import mark, unmark
from keycafe_clean.opening import bytes_of

#: An edit sets a cell that held `seen`; `right` says that a questioned cell is right as it is; `leave_out` leaves the
#: person out; the other two answer whether two rows are one person.
KINDS = ("edit", "right", "leave_out", "same_person", "two_people")

#: The columns of `decisions.csv`. `other_` is the other person of a pair; `value` is the new cell of an edit.
DECISIONS = pl.Schema(
    {
        "kind": pl.String,
        **dict.fromkeys(WHO, pl.String),
        "column": pl.String,
        "seen": pl.String,
        "value": pl.String,
        **{f"other_{cell}": pl.String for cell in WHO},
    }
)


@dataclass(frozen=True)
class Decisions:
    """Edits and answers, a line each; every addition gives a new object, so undo is the old one."""

    lines: pl.DataFrame = field(default_factory=DECISIONS.to_frame)

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Get the decisions of a `decisions.csv`. SetupError: it is missing, or not one that a run wrote."""
        name = Path(path).name
        try:
            lines = pl.read_csv(bytes_of(Path(path), name), infer_schema=False, encoding="utf8")
        except (pl.exceptions.PolarsError, UnicodeDecodeError):
            raise SetupError(f"{name} is not a table of decisions. Use the decisions.csv that a run wrote.") from None
        _refuse_unknown(lines, name)
        return cls(_with_blanks(lines.select(unmark(pl.col(DECISIONS.names())))))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decisions) and self.lines.equals(other.lines)

    def __hash__(self) -> int:
        return hash(self.to_csv())

    def to_csv(self) -> str:
        """Get the text of `decisions.csv`, sorted, every cell quoted; reading it back gives equal decisions."""
        text = io.StringIO()
        lines = self.lines.sort(pl.all()).select(mark(pl.all()))
        lines.write_csv(text, line_terminator="\r\n", quote_style="always")
        return text.getvalue()

    def of_kind(self, *kinds: str) -> pl.DataFrame:
        """Get the lines of these kinds, in order."""
        return self.lines.filter(pl.col("kind").is_in(kinds))

    def with_edit(self, who: dict[str, str | None], column: str, *, seen: str | None, value: str | None) -> Self:
        """Get these decisions and an edit: the cell of `who` that held `seen` when it was read becomes `value`.

        An earlier edit of the same cell is replaced.
        """
        line = {"kind": "edit", **who, "column": column, "seen": seen, "value": value}
        return self._with(line, same=("kind", *WHO, "column"))

    def with_pair(
        self, kind: str, who: dict[str, str | None], other: dict[str, str | None], *, keep: str | None = None
    ) -> Self:
        """Get these decisions and the answer `same_person` or `two_people`; it replaces an earlier answer.

        A pair has no order: whoever sorts first is written first. Of one person the row with the address `keep` is
        kept, else the one that the rules choose.
        """
        one, two = sorted((who, other), key=lambda cells: [cells.get(cell) or "" for cell in WHO])
        line = {"kind": kind, **one, "value": keep, **{f"other_{cell}": text for cell, text in two.items()}}
        return self._with(line, same=(*WHO, *(f"other_{cell}" for cell in WHO)))

    def with_answer(
        self, kind: str, who: dict[str, str | None], column: str | None = None, seen: str | None = None
    ) -> Self:
        """Get these decisions and `leave_out` (no column) or `right` (the questioned cell is right as it is)."""
        return self._with({"kind": kind, **who, "column": column, "seen": seen}, same=("kind", *WHO, "column"))

    def _with(self, line: dict[str, str | None], *, same: tuple[str, ...]) -> Self:
        added = _with_blanks(pl.DataFrame([line], schema=DECISIONS))
        kept = self.lines.join(added.select(same), on=list(same), how="anti", nulls_equal=True, maintain_order="left")
        return type(self)(pl.concat([kept, added]))


def _with_blanks(lines: pl.DataFrame) -> pl.DataFrame:
    """Get the lines with an empty text as what it is: a blank."""
    return lines.with_columns(pl.all().replace("", None))


def _refuse_unknown(lines: pl.DataFrame, name: str) -> None:
    if missing := [column for column in DECISIONS if column not in lines.columns]:
        raise SetupError(f"{name} has no column '{missing[0]}'. Use the decisions.csv that a run wrote.")
    for column, known in (("kind", KINDS), ("column", (*IMPORT_COLUMNS, ""))):
        strange = lines.filter(~pl.col(column).fill_null("").is_in(known))
        if not strange.is_empty():
            word = strange.item(0, column) or ""
            words = ", ".join(filter(None, known))
            raise SetupError(f"{name} has '{word}' in its column '{column}'. It must be one of {words}.")
