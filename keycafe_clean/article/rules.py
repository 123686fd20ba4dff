"""Named rules about a row: a rule is a function that yields a boolean expression.

The name of a rule is the name of its check in `schemas/`, and the code of its finding. True means that the cell is
right; null, which a rule yields only for a blank cell, breaks nothing. A rule never yields null where it says of blank
cells that they are right or wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.addresses import is_email_address
from keycafe_clean.findings import findings_of, no_findings

#: What the article allows in a flag: 'Must be "true" or "false".'
TRUE, FALSE = "true", "false"

#: A column's name in, a boolean expression out.
CellRule = Callable[[str], pl.Expr]


def is_smartbox_user() -> pl.Expr:
    """Yield whether the row is a SmartBox User ('To create a SmartBox User, use "true".'); a blank flag is null."""
    return pl.col("SmartBox User") == TRUE


def first_name_required(column: str) -> pl.Expr:
    """Yield whether the first name is there ("The user's first name. (REQUIRED)"); never null, blank is false."""
    return _is_filled(column)


def last_name_required(column: str) -> pl.Expr:
    """Yield whether the last name is there ("The user's last name. (REQUIRED)"); never null, blank is false."""
    return _is_filled(column)


def email_required(column: str) -> pl.Expr:
    """Yield whether the address is there ("The user's email address. (REQUIRED)"); never null, blank is false."""
    return _is_filled(column)


def _is_filled(column: str) -> pl.Expr:
    # A cell of blanks alone is nobody's name; files that others made have them.
    return (pl.col(column).str.strip_chars() != "").fill_null(value=False)


def email_syntax(column: str) -> pl.Expr:
    """Yield whether a filled cell is one e-mail address; null where it is blank. Assumption: syntax, not delivery."""
    return is_email_address(column)


def boolean_text(column: str) -> pl.Expr:
    """Yield whether a flag is exactly "true" or "false" ('Must be "true" or "false".'); never null, blank is false."""
    return pl.col(column).is_in([TRUE, FALSE]).fill_null(value=False)


def no_invitation(column: str) -> pl.Expr:
    """Yield whether no invitation is asked for ("Invitation emails cannot be sent to Smartbox Users").

    Never null: a blank flag asks for none. That it must be "false" is the business of `boolean_text`.
    """
    return (pl.col(column) != TRUE).fill_null(value=True)


def formula_text(column: str) -> pl.Expr:
    """Yield whether a spreadsheet would take the cell for text; null where it is blank.

    Assumption: Keycafe's people open the file in one.
    """
    return ~pl.col(column).str.contains(r"^[=+\-@\t\r]")


#: Control characters, and what else ends a line.
_LINES = r"\p{Cc}\p{Zl}\p{Zp}"

#: Marks of direction, blanks of no width. The joiners U+200C and U+200D stay: scripts and emoji need them.
_UNSEEN = r"\u{200b}\u{200e}\u{200f}\u{061c}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}"


def control_text(column: str) -> pl.Expr:
    """Yield whether a cell has no control, bidirectional or zero-width characters; null where it is blank.

    Assumption: Keycafe takes one line a row.
    """
    return ~pl.col(column).str.contains(rf"[{_LINES}{_UNSEEN}]")


#: Characters of a name or badge. Assumption: Keycafe's own limit is not known; 255 is what databases commonly hold, and
#: nobody's name is longer.
_LONGEST_TEXT = 255


def long_text(column: str) -> pl.Expr:
    """Yield whether a cell has at most 255 characters (not bytes); null where it is blank.

    Assumption: one endless cell would spoil the whole file.
    """
    return pl.col(column).str.len_chars() <= _LONGEST_TEXT


#: Every rule that a schema may name.
RULES: tuple[CellRule, ...] = (
    first_name_required,
    last_name_required,
    email_required,
    email_syntax,
    boolean_text,
    no_invitation,
    formula_text,
    control_text,
    long_text,
)


@dataclass(frozen=True)
class RowRule:
    """A rule that the schemas do not hold: where `breaks` is true, the row has the finding `code` in `column`.

    `value`, `suggestion` and `reason` are expressions for the finding's cells; by default the value is the cell itself,
    and the other two are null. `column` is None for a finding about the row as a whole.
    """

    code: str
    column: str | None
    breaks: pl.Expr
    value: pl.Expr | None = None
    suggestion: pl.Expr | None = None
    reason: pl.Expr | None = None


def break_rules(frame: pl.DataFrame, rules: tuple[RowRule, ...]) -> pl.DataFrame:
    """Get the findings of every rule over `frame` (columns: `findings.FINDINGS`), rule by rule, rows in order.

    Reads row_id and what the rules read. A null `breaks` breaks nothing; no broken rule is an empty frame.
    """
    broken = frame.select(rule.breaks.fill_null(value=False).alias(str(i)) for i, rule in enumerate(rules))
    found = [
        findings_of(rule.code, _cells_of(rule, frame.filter(broken.get_column(str(i)))))
        for i, rule in enumerate(rules)
        if broken.get_column(str(i)).any()
    ]
    return pl.concat(found) if found else no_findings()


def _cells_of(rule: RowRule, rows: pl.DataFrame) -> pl.DataFrame:
    cell = pl.lit(None, pl.String) if rule.column is None else pl.col(rule.column)
    blank = pl.lit(None, pl.String)
    return rows.select(
        "row_id",
        column=pl.lit(rule.column, pl.String),
        value=cell if rule.value is None else rule.value,
        suggestion=blank if rule.suggestion is None else rule.suggestion,
        reason=blank if rule.reason is None else rule.reason,
    )
