"""Which headers hold dates, places and Keycafe's own columns."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS
from keycafe_clean.columns.calendar_headers import names_another
from keycafe_clean.columns.cell_shapes import is_employment, is_flag, says_still_here
from keycafe_clean.columns.dated import share_of_days
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import HEADED
from keycafe_clean.columns.suggestion import Suggestion, usual
from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.steps.account_codes import has_codes
from keycafe_clean.steps.account_type import is_known_type
from keycafe_clean.steps.frame_columns import ACCOUNT_TYPE

_YEAR = "((?:19|20)[0-9]{2})"

#: How many people must end in the year in which they began, and which share of all, for it to be a leave: of jobs, one
#: may; where nearly all do (a share of 0.8 leaves room for a leave over New Year), they are no jobs.
_FEWEST_LEAVES, _NEARLY_ALL = 2, 0.8


def suggest_dates(table: Table) -> Iterator[Suggestion]:
    """Yield first and last day, where the cells are dates; a flag's header with dates (`Terminated`) is one too.

    Of a usual header for a last day any date is enough, and words for "still here" are no evidence against it. Of days
    in two calendars those of ours go first.
    """
    for column, kinds in (("exit_date", ("exit_date", "disabled")), ("start_date", ("start_date", "active"))):
        dated = [header for header in table.of(*kinds) if share_of_days(table, header) >= HEADED]
        empty = [header for header in table.of(column) if not table.filled(header)]
        ends = _ends(table) if column == "exit_date" else []
        for header in [*sorted(dated, key=names_another), *sorted(ends, key=names_another), *empty][:1]:
            other = _other_end_of_a_leave(table, header, "exit_date" if column == "start_date" else "start_date")
            reason = f"nearly every one is of the same year as in '{other}'" if other else usual(header, column)
            yield Suggestion(column, (header,), sure=other is None, reason=reason)


def suggest_return(table: Table) -> Iterator[Suggestion]:
    """Yield the first day of those who left and came back, where the cells are dates: few have one."""
    for header in [header for header in table.of("rehire_date") if share_of_days(table, header) >= HEADED][:1]:
        yield Suggestion("rehire_date", (header,), sure=True, reason=usual(header, "rehire_date"))


def _ends(table: Table) -> list[str]:
    """Get the headers for a last day with any date in them, or with nothing but words for "still here"."""
    headed = [header for header in table.of("exit_date") if table.filled(header)]
    dated = [header for header in headed if share_of_days(table, header)]
    return dated or [header for header in headed if table.share(header, says_still_here) == 1]


def _other_end_of_a_leave(table: Table, header: str, kind: str) -> str | None:
    """Get the column of the other days where nearly everybody begins and ends in one year, as leaves do, not jobs."""
    for other in table.of(kind):
        years = table.sample.select(with_ascii_digits(pl.col(header, other)).str.extract(_YEAR)).drop_nulls()
        same = years.filter(pl.col(header) == pl.col(other)).height
        if same >= _FEWEST_LEAVES and same >= _NEARLY_ALL * table.sample.height:
            return other
    return None


def suggest_places(table: Table) -> Iterator[Suggestion]:
    """Yield department, location and the type of an account, filled columns only; states are none.

    A column of types of which none is known, and which tells somebody from somebody, is to be checked.
    """
    for column in ("department", "location", ACCOUNT_TYPE):
        filled = [header for header in table.of(column) if table.filled(header)]
        for header in [it for it in filled if not _is_of_states(table, it)][:1]:
            sure = column != ACCOUNT_TYPE or _tells_types(table, header)
            reason = usual(header, column) if sure else "none of its cells is a known type"
            yield Suggestion(column, (header,), sure=sure, reason=reason)


def _is_of_states(table: Table, header: str) -> bool:
    return not has_codes(header) and table.share(header, is_employment) >= HEADED


def _tells_types(table: Table, header: str) -> bool:
    """Whether some type of an account is known, as a word or as a code, or all are the same."""
    is_one = table.cells(header).drop_nulls().n_unique() == 1
    return is_one or has_codes(header) or table.share(header, lambda it: is_known_type(pl.col(it))) > 0


def suggest_flags(table: Table) -> Iterator[Suggestion]:
    """Yield Keycafe's flags where the cells are yes or no, or nothing yet."""
    for column in FLAGS:
        for header in table.of(column)[:1]:
            sure = not table.filled(header) or table.share(header, is_flag) >= HEADED
            reason = "Keycafe's own column" if sure else "few of its cells are yes or no"
            yield Suggestion(column, (header,), sure=sure, reason=reason)


def suggest_import_file(table: Table) -> tuple[Suggestion, ...]:
    """Get all eight columns where all eight of Keycafe's headers are there: our own file read back; else nothing."""
    found = {column: table.of(column) for column in IMPORT_COLUMNS}
    if not all(found.values()):
        return ()
    reason = "Keycafe's own column"
    return tuple(Suggestion(column, (headers[0],), sure=True, reason=reason) for column, headers in found.items())
