"""Who has left, of people whose rows say both."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.match import in_clusters, outdated_rows, unclear_rows

START, LATER, END, AHEAD = date(2020, 1, 1), date(2026, 11, 20), date(2026, 11, 10), date(2027, 3, 1)


def both(active: tuple[date | None, ...], ended: tuple[date | None, ...], numbers: tuple[str, str]) -> pl.DataFrame:
    """Get an active row and an ended one of a person; each with its first and last day."""
    dates = {"day.start_date": [active[0], ended[0]], "day.exit_date": [active[1], ended[1]]}
    told = {"row_id": [3, 7], "cluster_id": [3, 3], "is_active": [True, False], "employee_id": numbers}
    return pl.DataFrame({**told, **dates}, schema_overrides=dict.fromkeys(dates, pl.Date))


@pytest.mark.parametrize(
    ("active", "ended", "numbers", "outdated", "unclear"),
    [
        pytest.param((START, None), (START, END), ("1", "1"), True, False, id="the same employment has ended"),
        pytest.param((START, None), (START, AHEAD), ("1", "1"), True, False, id="and will end"),
        pytest.param((LATER, None), (START, END), ("1", "1"), False, False, id="a later start: a re-hire"),
        pytest.param((END, None), (START, END), ("1", "1"), False, True, id="a start on the last day"),
        pytest.param((START, None), (END, LATER), ("1", "1"), False, True, id="a later employment has ended"),
        pytest.param((END, None), (START, LATER), ("1", "1"), False, True, id="an earlier employment has ended since"),
        pytest.param((START, None), (LATER, None), ("1", "1"), False, True, id="an earlier start, no end known"),
        pytest.param((LATER, None), (START, None), ("1", "1"), False, False, id="a later start, no end known"),
        pytest.param((START, None), (START, END), ("1", "2"), False, False, id="another number: a re-hire"),
        pytest.param((START, None), (START, END), ("01", "1"), True, False, id="the same number without its zero"),
        pytest.param((START, None), (None, END), ("1", "1"), True, False, id="no first day of the one that ended"),
        pytest.param((None, None), (START, END), ("1", "1"), False, True, id="no first day of the active one"),
        pytest.param((START, None), (START, None), ("1", "1"), False, True, id="no last day"),
        pytest.param((None, None), (None, None), ("1", "1"), False, True, id="no dates"),
    ],
)
def test_later_word_counts(
    active: tuple[date | None, ...],
    ended: tuple[date | None, ...],
    numbers: tuple[str, str],
    *,
    outdated: bool,
    unclear: bool,
) -> None:
    """A later start is a re-hire, else the end of the same employment counts; of two that overlap somebody is asked."""
    rows = both(active, ended, numbers)

    for ordered in (rows, rows.reverse()):
        assert outdated_rows(in_clusters(ordered)).to_list() == ([3] if outdated else [])
        assert unclear_rows(in_clusters(ordered)).rows() == ([(3, 7)] if unclear else [])


def test_rehire_date_is_a_later_start() -> None:
    """The first day after coming back counts, not the one of years before."""
    rows = both((START, None), (START, END), ("1", "1")).with_columns(
        pl.Series("day.rehire_date", [LATER, None], dtype=pl.Date)
    )

    assert outdated_rows(in_clusters(rows)).is_empty()
    assert unclear_rows(in_clusters(rows)).is_empty()


@pytest.mark.parametrize("is_active", [[True, True], [False, False], [None, False], [True, None]])
def test_rows_that_say_the_same_or_nothing_ask_nothing(is_active: list[bool | None]) -> None:
    """Only who is said to be here and gone is looked at."""
    rows = both((START, None), (START, None), ("1", "1")).with_columns(pl.Series("is_active", is_active))

    assert outdated_rows(in_clusters(rows)).is_empty()
    assert unclear_rows(in_clusters(rows)).is_empty()


def test_row_that_ended_last_stands_for_the_others() -> None:
    """Of several ended rows the one of the last end is told, whatever another person's rows say."""
    ends = [None, END, AHEAD, None, None, LATER]
    rows = pl.DataFrame(
        {
            "row_id": [3, 4, 5, 6, 7, 8],
            "cluster_id": [3, 3, 3, 3, 7, 7],
            "is_active": [True, False, False, False, True, False],
            "day.exit_date": ends,
        }
    )

    assert unclear_rows(in_clusters(rows)).sort("row_id").rows() == [(3, 5), (7, 8)]
    assert outdated_rows(in_clusters(rows)).is_empty()


@pytest.mark.parametrize(
    ("last_day", "unclear"), [("31-Dec-4712", False), ("9999-12-31", False), ("2027-03-01", False), (None, True)]
)
def test_assignment_without_an_end_is_there_still(last_day: str | None, *, unclear: bool) -> None:
    """An active row that never ends, or ends later than the other did, says that the person works here."""
    ahead = AHEAD if last_day == "2027-03-01" else None
    rows = both((None, ahead), (None, END), ("1", "1")).with_columns(pl.Series("exit_date", [last_day, "2026-11-10"]))

    assert unclear_rows(in_clusters(rows)).is_empty() is not unclear
    assert outdated_rows(in_clusters(rows)).is_empty()


def test_ended_row_without_an_end_does_not_say_that_somebody_is_there() -> None:
    """Only an active row that never ends does; an ended one without an end leaves it unclear."""
    rows = pl.DataFrame(
        {
            "row_id": [3, 7, 8],
            "cluster_id": [3, 3, 3],
            "is_active": [True, False, False],
            "exit_date": [None, "9999-12-31", "2026-11-10"],
            "day.exit_date": [None, None, END],
        }
    )

    assert unclear_rows(in_clusters(rows)).rows() == [(3, 8)]
