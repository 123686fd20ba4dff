"""Columns of first and last names whose cells stand the other way round: asked about, since nobody sees it later."""

from collections.abc import Collection, Mapping

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.steps.frame_columns import FIRST, LAST
from keycafe_clean.steps.full_name.order import is_given_name

#: Assumption: so many of the last names, and at least so many people, have a usual given name there; and so many times
#: as many as in the column of first names (`Thomas Martin` has one on either side).
_MOST, _FEWEST, _TIMES = 0.5, 3, 4


def exchanged_names(source: Source, columns: Mapping[str, tuple[str, ...]], said: Collection[str]) -> pl.DataFrame:
    """Get a question (`FINDINGS` without a row) where usual given names stand in the column of last names alone.

    `columns` has our column -> its headers, `said` what a person has said for every file: of both, nothing is asked.
    An empty frame where nothing is exchanged, or a file has not one column of each.
    """
    headers = [columns.get(name, ()) for name in (FIRST, LAST)]
    if {FIRST, LAST} <= {*said} or any(len(its) != 1 for its in headers):
        return no_findings()
    first, last = (its[0] for its in headers)
    people = source.cells.filter(source.rows.get_column("not_people").is_null())
    named = people.select(first, last).drop_nulls()
    in_first, in_last = map(int, named.select(is_given_name(pl.all()).sum()).row(0))
    if in_last < max(_FEWEST, _MOST * named.height) or in_last < _TIMES * in_first:
        return no_findings()
    shown = " ".join(named.row(0))
    return findings_of("names_exchanged", pl.DataFrame({"value": [last], "suggestion": [first], "reason": [shown]}))
