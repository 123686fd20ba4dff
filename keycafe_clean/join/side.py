"""One of the two files of a join: its columns as they are most likely meant, its keys, its names; each asked once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from keycafe_clean.columns.suggest import likeliest, suggest_columns
from keycafe_clean.decide.setup import Setup
from keycafe_clean.export import Source
from keycafe_clean.join.key_cells import key_cells
from keycafe_clean.join.same_names import names_of
from keycafe_clean.steps.frame_columns import (
    ACCOUNT_TYPE,
    ADDRESS,
    DATE_COLUMNS,
    FIRST,
    FULL_NAME,
    LAST,
    NOT_USED,
    NUMBERED_COLUMNS,
    PLACE_COLUMNS,
)

#: What a rule of the set-up looks at, whatever it is.
RULED = "rule"

#: What says who goes in, and where to; the other columns say under which name.
WHO_GOES_IN = (ADDRESS, ACCOUNT_TYPE, *DATE_COLUMNS, *NUMBERED_COLUMNS, RULED)


@dataclass(frozen=True)
class Side:
    """A source, and what the set-up says of its headers."""

    source: Source
    setup: Setup

    @cached_property
    def columns(self) -> Mapping[str, tuple[str, ...]]:
        """Get our column -> its headers in the source: what is said of them, else what is likely."""
        headers = self.source.headers
        said = {ours: its for ours, its in self.setup.columns.items() if set(its) <= {*headers} and ours != NOT_USED}
        decided = self.setup.columns_for(headers) or likeliest(suggest_columns(self.source))
        return {**decided, **said}

    @cached_property
    def telling(self) -> dict[str, str]:
        """Get the headers that may be columns of ours, or that a rule looks at, each with which one.

        Places are none: they change no file by themselves.
        """
        unused = {*self.setup.columns.get(NOT_USED, ()), *self.columns.get(NOT_USED, ())}
        ours = {header: column for column, its in self.columns.items() if column not in PLACE_COLUMNS for header in its}
        ruled = {rule.column: RULED for rule in self.setup.rule if rule.column in self.source.headers}
        return {header: column for header, column in {**ruled, **ours}.items() if header not in unused}

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Get the headers of what may be people's addresses."""
        return tuple(header for header, column in self.telling.items() if column == ADDRESS)

    @cached_property
    def name_headers(self) -> tuple[str, ...]:
        """Get the headers of the names of the people."""
        return tuple(header for column in (FIRST, LAST, FULL_NAME) for header in self.columns.get(column, ()))

    @cached_property
    def names(self) -> pl.DataFrame:
        """Get `names_of()` the rows."""
        return names_of(self.source, self.name_headers)

    @cached_property
    def people(self) -> int:
        """Count the rows of people."""
        return int(self.source.rows.get_column("not_people").null_count())

    def keys(self, header: str) -> pl.DataFrame:
        """Get `key_cells()` of a column."""
        return key_cells(self.source, header)
