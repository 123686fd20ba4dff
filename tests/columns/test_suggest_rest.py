"""Which headers hold dates, places and Keycafe's own columns."""

import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.suggest_rest import suggest_import_file
from tests.columns.sources import CODES, NOTHING, some, source_of, suggested, unsure

DAYS: list[str | None] = [f"2024-01-{day:02}" for day in range(1, 11)]


@pytest.mark.parametrize(("count", "expected"), [(1, {"exit_date": ("Exit Date",)}), (0, {})])
def test_one_day_is_enough_under_a_header_of_last_days(count: int, expected: dict[str, tuple[str, ...]]) -> None:
    """A header of last days is believed where any of its cells is a day."""
    assert suggested({"Exit Date": some(count, DAYS, ["soon"] * 10)}) == expected


@pytest.mark.parametrize(
    "words", [["Present", "unbefristet"], ["NULL", "ongoing"], ["至今", "heden"], ["σήμερα", "כיום"]]
)
def test_words_for_still_here_are_no_evidence_against_a_last_day(words: list[str | None]) -> None:
    """Whoever has no last day has a word for it: alone, and beside the day of somebody else."""
    assert suggested({"Exit Date": words}) == {"exit_date": ("Exit Date",)}
    assert suggested({"Exit Date": [*words, "2024-01-31"]}) == {"exit_date": ("Exit Date",)}


@pytest.mark.parametrize(("count", "expected"), [(5, {"start_date": ("Hire Date",)}), (4, {})])
def test_half_of_the_cells_under_a_first_day_must_be_days(count: int, expected: dict[str, tuple[str, ...]]) -> None:
    """A header of first days is believed where half of its cells are days."""
    assert suggested({"Hire Date": some(count, DAYS, ["soon"] * 10)}) == expected


@pytest.mark.parametrize("header", ["Last Day", "Join Date"])
def test_days_of_our_calendar_go_first(header: str) -> None:
    """Of the same days in two calendars those that need no converting are used, wherever they stand."""
    nepali = [f"2081-01-{day:02}" for day in range(1, 11)]

    (chosen,) = suggested({f"{header} (BS)": nepali, f"{header} (AD)": DAYS}).values()

    assert chosen == (f"{header} (AD)",)


def test_empty_column_of_days_is_taken() -> None:
    """Nobody has left yet: the column is one all the same, unless another one has days."""
    assert suggested({"Exit Date": NOTHING}) == {"exit_date": ("Exit Date",)}
    assert suggested({"Exit Date": NOTHING, "Last Day": DAYS}) == {"exit_date": ("Last Day",)}


@pytest.mark.parametrize(("same", "rows", "is_asked"), [(8, 10, True), (7, 10, False), (2, 2, True), (1, 1, False)])
def test_leaves_begin_and_end_in_one_year(same: int, rows: int, *, is_asked: bool) -> None:
    """Two people at least and eight of ten end in the year in which they began: those are no jobs."""
    starts: list[str | None] = [f"2024-01-{day:02}" for day in range(1, rows + 1)]
    ends: list[str | None] = [f"{2024 if row < same else 2025}-02-01" for row in range(rows)]

    reasons = [it.reason for it in unsure({"Start Date": starts, "End Date": ends})]

    assert bool(reasons) is is_asked
    assert all(reason.startswith("nearly every one is of the same year as in ") for reason in reasons)


@pytest.mark.parametrize(("header", "column"), [("Department", "department"), ("Location", "location")])
def test_places_are_taken_where_they_are_filled(header: str, column: str) -> None:
    """A department and a location say something only where somebody has one."""
    assert suggested({header: ["Sales", None]}) == {column: (header,)}
    assert suggested({header: [None, None]}) == {}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (some(5, ["yes"] * 10, CODES), {"Send Invitation": ("Send Invitation",)}),
        (some(4, ["yes"] * 10, CODES), {}),
        (NOTHING, {"Send Invitation": ("Send Invitation",)}),
    ],
)
def test_half_of_the_cells_of_a_flag_must_be_yes_or_no(
    cells: list[str | None], expected: dict[str, tuple[str, ...]]
) -> None:
    """Keycafe's own flags are taken where half of the cells are yes or no, or where none is filled yet."""
    assert suggested({"Send Invitation": cells}) == expected


def test_flag_of_unknown_words_is_asked_about() -> None:
    """A flag of Keycafe is never put aside: what its words mean is one question."""
    found = unsure({"Send Invitation": ["later", "by post"]})

    assert [(it.column, it.reason) for it in found] == [("Send Invitation", "few of its cells are yes or no")]


def test_own_file_is_read_back_only_as_a_whole() -> None:
    """All eight headers of Keycafe are an import file; seven are a file of somebody else."""
    whole = suggest_import_file(Table(source_of({column: ["a"] for column in IMPORT_COLUMNS})))

    assert [(it.column, it.headers) for it in whole] == [(column, (column,)) for column in IMPORT_COLUMNS]
    assert suggest_import_file(Table(source_of({column: ["a"] for column in IMPORT_COLUMNS[1:]}))) == ()


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("User Type", ["Member", "T2"]),
        ("User Type", ["T1", "T1"]),
        ("msExchRecipientTypeDetails", ["1", "2147483648"]),
    ],
)
def test_types_of_accounts_are_taken_where_any_is_known(header: str, cells: list[str | None]) -> None:
    """A word, a code of a directory, or one type of everybody, which tells nobody from anybody."""
    assert suggested({header: cells}) == {"account_type": (header,)}


def test_types_of_accounts_that_nobody_knows_are_asked_about() -> None:
    """They may tell rooms from people, and are not said to be read."""
    asked = unsure({"User Type": ["T1", "T2"]})

    assert [(it.column, it.reason) for it in asked] == [("account_type", "none of its cells is a known type")]
