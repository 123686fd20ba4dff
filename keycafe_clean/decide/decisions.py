"""What a person decided about people: edits of cells and answers to questions. Personal: it stays with the job.

`decisions.csv` is its only form on disk: one line a decision, canonical, a blank is an empty cell. Whoever opens it in
a spreadsheet runs nothing (`formula_escaping.py`).
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Self

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.who import PLACE, WHO
from keycafe_clean.errors import SetupError
from keycafe_clean.formula_escaping import mark, unmark
from keycafe_clean.opening import bytes_of

#: An edit sets a cell that held `seen`; `right` says that a questioned cell is right as it is; `leave_out` leaves the
#: person out; the other two answer whether two rows are one person.
KINDS = ("edit", "right", "leave_out", "same_person", "two_people")
#: The kinds about two rows.
PAIR_KINDS = SAME_PERSON, TWO_PEOPLE = KINDS[3:]

#: The cells of `WHO` of the other person of a pair.
OTHER = tuple(f"other_{cell}" for cell in WHO)

#: What a decision is about: a later one about the same replaces it. Both answers about a pair are of one kind.
_ABOUT = (*WHO, "column", *OTHER)

#: Where both people stood (`PLACE`), so that a decision about a row of an export holds for that very row of it.
_PLACES = (*PLACE, *(f"other_{cell}" for cell in PLACE))

#: What a file of an earlier version has not.
_ADDED = ("id", "by", "on", *_PLACES)

#: In so many bytes the names of the columns stand.
_HEADER = 100

#: The columns of `decisions.csv`. `value` is the new cell of an edit, or the address that is kept of one person; `id`
#: names what the decision is about; `by` and `on` (YYYY-MM-DD) say who decided and when, where it is known.
DECISIONS = pl.Schema(dict.fromkeys(("kind", *WHO, "column", "seen", "value", *OTHER, *_ADDED), pl.String))

#: Hexadecimal digits of an id: enough that no two of a million decisions share one.
_ID_LENGTH = 12


#: The cells of `WHO` and `PLACE` of somebody; one that is not given is blank.
Who = Mapping[str, str | None]


@dataclass(frozen=True)
class Made:
    """By whom a decision was made, and on which day."""

    by: str
    on: date


@dataclass(frozen=True)
class Decisions:
    """Edits and answers, a line each; every addition gives a new object, so undo is the old one.

    The lines are canonical from the start: sorted, each once, blanks null, ids made from what each is about.
    """

    lines: pl.DataFrame = field(default_factory=DECISIONS.to_frame)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", _canonical(self.lines))

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Get the decisions of a `decisions.csv`. SetupError: it is missing, or not one that a run wrote."""
        name = Path(path).name
        try:
            data = bytes_of(Path(path), name)
            # A spreadsheet of a country whose figures have commas writes semicolons.
            separator = ";" if data.count(b";", 0, _HEADER) > data.count(b",", 0, _HEADER) else ","
            lines = pl.read_csv(data, infer_schema=False, encoding="utf8", separator=separator)
        except (pl.exceptions.PolarsError, UnicodeDecodeError):
            raise SetupError(f"{name} is not a table of decisions. Use the decisions.csv that a run wrote.") from None
        lines = lines.with_columns(pl.lit(None, pl.String).alias(name) for name in _ADDED if name not in lines.columns)
        _refuse_unknown(lines, name)
        return cls(lines.select(unmark(pl.col(DECISIONS.names()))))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decisions) and self.lines.equals(other.lines)

    def __hash__(self) -> int:
        return hash(self.to_csv())

    def to_csv(self) -> str:
        """Get the text of `decisions.csv`, every cell quoted; reading it back gives equal decisions."""
        text = io.StringIO()
        self.lines.select(mark(pl.all())).write_csv(text, line_terminator="\r\n", quote_style="always")
        return text.getvalue()

    def with_edit(
        self, who: Who, column: str, *, seen: str | None, value: str | None, made: Made | None = None
    ) -> Self:
        """Get these decisions and an edit: the cell of `who` that held `seen` when it was read becomes `value`.

        An earlier edit of the same cell is replaced. A null `seen` was a blank cell, a null `value` empties it; an
        empty text is null. `made` says by whom and when it was decided; None: not known.
        """
        return self._with({"kind": "edit", **who, "column": column, "seen": seen, "value": value}, made)

    def with_pair(self, kind: str, who: Who, other: Who, *, keep: str | None = None, made: Made | None = None) -> Self:
        """Get these decisions and the answer `same_person` or `two_people`; it replaces an earlier answer.

        A pair has no order: whoever sorts first is written first. Of one person the row with the address `keep` is
        kept; None, or an address that no row has: the one that the rules choose. A null cell of either is blank. `made`
        says by whom and when it was decided; None: not known.
        """
        one, two = sorted((who, other), key=lambda cells: [cells.get(cell) or "" for cell in (*WHO, *PLACE)])
        line = {"kind": kind, **one, "value": keep, **{f"other_{cell}": text for cell, text in two.items()}}
        return self._with(line, made)

    def with_answer(
        self, kind: str, who: Who, column: str | None = None, seen: str | None = None, *, made: Made | None = None
    ) -> Self:
        """Get these decisions and `leave_out` (no column) or `right` (the questioned cell is right as it is).

        An earlier one of the same kind about the same person and column is replaced. `right` without a column answers
        the questions about the row. A null `seen` was a blank cell, or there is no column; `made` says by whom and when
        it was decided; None: not known.
        """
        return self._with({"kind": kind, **who, "column": column, "seen": seen}, made)

    def without(self, decision: str) -> Self:
        """Get these decisions less the one with this id; the same where there is none."""
        return type(self)(self.lines.filter(pl.col("id") != decision))

    def _with(self, line: dict[str, str | None], made: Made | None) -> Self:
        stamped = {**line, "by": made.by if made else None, "on": f"{made.on}" if made else None}
        added = _canonical(pl.DataFrame([stamped], schema=DECISIONS))
        again = (_about(self.lines) == _about(added).item()) & ~_elsewhere(self.lines, added)
        return type(self)(pl.concat([self.lines.filter(~again), added]))


def _canonical(lines: pl.DataFrame) -> pl.DataFrame:
    """Get the lines in their one form: blanks null, with their ids, each once, sorted."""
    blank_is_null = lines.with_columns(pl.all().replace("", None))
    return blank_is_null.with_columns(_ids(blank_is_null)).unique().sort(pl.all())


def _ids(lines: pl.DataFrame) -> pl.Series:
    """Get the id of each line: a digest of its kind, of whom and what it is about, and of where that stood."""
    texts = _about(lines) + _joined(lines, pl.concat_str(pl.col(_PLACES), ignore_nulls=True, separator="\x1f"))
    digests = [sha256(text.encode()).hexdigest()[:_ID_LENGTH] for text in texts]
    return pl.Series("id", digests, dtype=pl.String)


def _about(lines: pl.DataFrame) -> pl.Series:
    """Get whom and what each line is about, as one text: a later decision about the same replaces it."""
    kind = pl.when(pl.col("kind").is_in(PAIR_KINDS)).then(pl.lit("pair")).otherwise("kind")
    return _joined(lines, pl.concat_str(kind, *(pl.col(name).fill_null("") for name in _ABOUT), separator="\x1f"))


def _joined(lines: pl.DataFrame, text: pl.Expr) -> pl.Series:
    return lines.select(text=text.fill_null("")).to_series()


def _elsewhere(lines: pl.DataFrame, added: pl.DataFrame) -> pl.Series:
    """Tell which lines are about other rows of the same export: others, however alike their cells are."""
    there = dict(zip(_PLACES, added.select(_PLACES).row(0), strict=True))
    same = pl.col("export") == pl.lit(there["export"], pl.String)
    other = [pl.col(name) != pl.lit(there[name], pl.String) for name in _PLACES if name.endswith("row")]
    return lines.select(told=(same & pl.any_horizontal(other)).fill_null(value=False)).to_series()


def _refuse_unknown(lines: pl.DataFrame, name: str) -> None:
    if missing := [column for column in DECISIONS if column not in lines.columns]:
        raise SetupError(f"{name} has no column '{missing[0]}'. Use the decisions.csv that a run wrote.")
    for column, known in (("kind", KINDS), ("column", (*IMPORT_COLUMNS, ""))):
        strange = lines.filter(~pl.col(column).fill_null("").is_in(known))
        if not strange.is_empty():
            word = strange.item(0, column) or ""
            words = ", ".join(filter(None, known))
            raise SetupError(f"{name} has '{word}' in its column '{column}'. It must be one of {words}.")
