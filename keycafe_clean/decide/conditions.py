"""Rules of the set-up that read as sentences: where a condition on a column holds, something follows for the row.

[[rule]]
column = "Location"
is_one_of = ["Leeds", "York"]
then = "smartbox_user"
"""

from datetime import date
from typing import Literal, Self

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, model_validator

#: What a rule may do: leave a row out, choose its user type, or set a flag.
Then = Literal[
    "leave_out",
    "full_user",
    "smartbox_user",
    "send_invitation",
    "no_invitation",
    "send_welcome_email",
    "no_welcome_email",
    "generate_access_code",
    "no_access_code",
]

_CONDITIONS = ("is_", "is_one_of", "is_none_of", "contains", "is_blank", "before", "after")


class PeopleRule(BaseModel):
    """One condition on one column of the export, and what follows. Comparisons ignore case and outer blanks.

    ValidationError: there is no condition, or more than one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=True)

    column: str
    """A header of the export, as it is read."""
    is_: str | None = Field(default=None, alias="is")
    is_one_of: tuple[str, ...] | None = None
    is_none_of: tuple[str, ...] | None = None
    contains: str | None = None
    is_blank: bool | None = None
    before: date | None = None
    """Days that the cell lies before or after; a cell that is no date is neither."""
    after: date | None = None
    then: Then

    @model_validator(mode="after")
    def _has_one_condition(self) -> Self:
        given = [name for name in _CONDITIONS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("a rule has exactly one of is, is_one_of, is_none_of, contains, is_blank, before, after")
        return self

    def in_words(self) -> str:
        """Get the condition as people say it, without its consequence: `Location is one of Leeds, York`."""
        if self.before or self.after:
            return f"{self.column} is {f'before {self.before}' if self.before else f'after {self.after}'}"
        if self.is_blank is not None:
            return f"{self.column} is {'' if self.is_blank else 'not '}blank"
        if self.contains is not None:
            return f"{self.column} contains {self.contains}"
        if self.is_ is not None:
            return f"{self.column} is {self.is_}"
        if self.is_one_of is not None:
            return f"{self.column} is one of {', '.join(self.is_one_of)}"
        return f"{self.column} is none of {', '.join(self.is_none_of or ())}"


def holds(rule: PeopleRule) -> pl.Expr:
    """Yield whether the rule's condition holds; reads `source.<column>`, for days `day.source.<column>` (Date).

    A blank cell is the empty text, and no day is neither before nor after; the answer is never null.
    """
    if rule.before or rule.after:
        day = pl.col(f"day.source.{rule.column}")
        return (day < rule.before if rule.before else day > rule.after).fill_null(value=False)
    cell = plain_cells(rule.column)
    if rule.is_blank is not None:
        return (cell == "") == rule.is_blank
    if rule.contains is not None:
        return cell.str.contains(plain_words(rule.contains).item(), literal=True)
    if rule.is_none_of is not None:
        return ~cell.is_in(plain_words(*rule.is_none_of).implode())
    if rule.is_ is not None:
        return cell.eq(plain_words(rule.is_).item())
    return cell.is_in(plain_words(*rule.is_one_of or ()).implode())


def plain_cells(column: str) -> pl.Expr:
    """Yield the cells of a header as they are compared; a blank one is the empty text."""
    return pl.col(f"source.{column}").str.strip_chars().str.to_lowercase().fill_null("")


def plain_words(*words: str) -> pl.Series:
    """Get the words as the cells are compared: Python's idea of a blank is not that of Polars."""
    return pl.Series(words, dtype=pl.String).str.strip_chars().str.to_lowercase()


def first_of(rules: tuple[PeopleRule, ...], outcomes: dict[Then, pl.Expr]) -> pl.Expr:
    """Yield the value of the first rule that holds, of those with a `then` in `outcomes`; null where none does.

    The order is that of the set-up. Reads what `holds()` reads, for every rule that is asked.
    """
    chosen: pl.Expr = pl.lit(None)
    for rule in reversed(rules):
        if rule.then in outcomes:
            chosen = pl.when(holds(rule)).then(outcomes[rule.then]).otherwise(chosen)
    return chosen
