"""Names that people go by (`Preferred Name`, `Known As`) as the first or last name that no other column has."""

from collections.abc import Iterator

from keycafe_clean.columns.cell_shapes import could_be_a_name, has_several_words, is_name
from keycafe_clean.columns.other_names import CALLED, PERHAPS, is_of_others, speaks_as
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import HEADED, MOSTLY_FILLED
from keycafe_clean.columns.suggest_qualified_names import speaks_of
from keycafe_clean.columns.suggestion import Suggestion, in_words
from keycafe_clean.steps.frame_columns import FULL_NAME, LAST


def suggest_called(table: Table, missing: tuple[str, ...]) -> Iterator[Suggestion]:
    """Yield what people go by as these parts of the name, or as the full name where the cells are whole names.

    Mostly empty columns, and other names than those that people go by, are to be checked.
    """
    named = [header for header in table.meanings if _has_names(table, header)]
    whole = [header for header in named if table.share(header, has_several_words) >= HEADED]
    for column in missing if not whole else ():
        for header in [it for it in named if _is_this(it, column)][:1]:
            yield Suggestion(column, (header,), sure=_is_sure(table, header), reason=_reason(column))
    for header in whole[:1]:
        yield Suggestion(FULL_NAME, (header,), sure=_is_sure(table, header), reason=_reason(FULL_NAME))


def _has_names(table: Table, header: str) -> bool:
    """Whether a column is called as such names are, and its cells can be names."""
    is_called = speaks_as(header, CALLED) or speaks_as(header, PERHAPS)
    could_be = table.filled(header) > 0 and table.share(header, is_name) >= HEADED
    return is_called and could_be and not is_of_others(header)


def _is_this(header: str, column: str) -> bool:
    """Whether a header is about this part: about the last name where it says so, else about the first."""
    return speaks_of(header, LAST) == (column == LAST)


def _is_sure(table: Table, header: str) -> bool:
    is_filled = table.filled(header) >= MOSTLY_FILLED
    return is_filled and speaks_as(header, CALLED) and table.share(header, could_be_a_name) >= HEADED


def _reason(column: str) -> str:
    return f"people go by it, and there is no other {in_words(column)}"
