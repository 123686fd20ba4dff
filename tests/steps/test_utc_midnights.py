"""Local midnights that a system wrote in UTC: a day early in Europe and in Asia."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.date_habits import OF_MIDNIGHTS, readings_of
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.employment import EmploymentAnswers, read_employment
from keycafe_clean.steps.utc_midnights import are_midnights, is_evening, midnight_notes

SUMMER, WINTER = "2026-06-29T22:00:00Z", "2026-11-02T23:00:00Z"


def cells(*written: str | None) -> pl.Series:
    """Get a column."""
    return pl.Series("exit_date", written, dtype=pl.String)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ((SUMMER, WINTER, None), True),
        ((WINTER, WINTER), True),
        (("2026-06-29 22:00:00 UTC", "2026-11-02T23:00:00.000+00:00", "2026-11-02t23:00z"), True),
        # London, in summer and in winter
        (("2026-06-29T23:00:00Z", "2026-11-02T00:00:00Z", "2026-12-02T00:00:00Z"), True),
        # Moscow
        (("2026-06-29T21:00:00Z", "2026-11-02T21:00:00Z"), True),
        # Dubai, and the Azores in summer: from eight in the evening on
        (("2026-06-29T20:00:00Z", "2026-11-02T20:00:00Z"), True),
        (("2026-06-29T19:59:00Z", "2026-11-02T19:59:00Z"), None),
        # one time of one day, and one of many kinds
        ((WINTER,), None),
        ((WINTER, "2026-11-02", "2026-11-04"), None),
        ((WINTER, WINTER, "2026-11-02T08:15:00Z"), None),
        # five in the afternoon is midnight in Bangkok
        (("2026-06-29T17:00:00Z", "2026-11-02T17:00:00Z"), None),
        # New York, noon, the day itself, no zone, the end of a day, and times of anything
        (("2026-06-29T04:00:00Z", "2026-11-02T05:00:00Z"), False),
        (("2026-06-29T12:00:00Z", "2026-11-02T12:00:00Z"), False),
        (("2026-06-29T00:00:00Z", "2026-11-02T00:00:00Z"), False),
        (("2026-06-29 22:00:00", "2026-11-02 23:00:00"), False),
        (("2026-06-29T23:59:59Z", "2026-11-02T23:59:59Z"), False),
        (("2026-06-29T13:00:00Z", "2026-11-02T19:00:00Z"), False),
        (("2026-06-29", None), False),
        ((None,), False),
    ],
)
def test_column_of_midnights_is_told_by_its_times(written: tuple[str | None, ...], *, expected: bool | None) -> None:
    """They are one, or two an hour apart; where something else is as likely, it is open."""
    assert are_midnights(cells(*written)) is expected


@pytest.mark.parametrize(
    ("time", "language"),
    [("15:00", "Japanese"), ("16:00", "Chinese"), ("17:00", "Vietnamese"), ("18:30", "Hindi")],
)
def test_language_tells_whose_midnight_an_afternoon_is(time: str, language: str) -> None:
    """That of one time zone; of another language it stays open."""
    column = cells(f"2026-06-29T{time}:00Z", f"2026-11-02T{time}:00Z")

    assert (are_midnights(column, (), language), are_midnights(column, (), "German")) == (True, None)


def test_other_columns_of_days_tell_what_one_cell_does_not() -> None:
    """The first days of many people have the same times."""
    assert are_midnights(cells(WINTER), (cells(SUMMER, WINTER),)) is True


def test_nearly_all_times_are_enough() -> None:
    """Nine of ten; with one less it is open."""
    others = cells("2026-11-02T08:15:00Z")

    assert are_midnights(pl.concat([cells(*[WINTER] * 9), others])) is True
    assert are_midnights(pl.concat([cells(*[WINTER] * 8), others])) is None


def test_evening_of_a_column_of_midnights_is_the_next_day() -> None:
    """Each cell by its own time; a leap day, and the last day of a year."""
    column = cells(WINTER, SUMMER, "2028-02-28T23:00:00Z", "2026-12-31T23:00:00Z", None)
    days = read_dates(column, date(2026, 11, 3), readings_of(column)[""])

    assert days.to_list() == [
        date(2026, 11, 3),
        date(2026, 6, 30),
        date(2028, 2, 29),
        date(2027, 1, 1),
        None,
    ]


def test_day_of_london_in_winter_is_the_one_that_is_written() -> None:
    """Its midnight is that of Greenwich; in summer it is an hour earlier."""
    column = cells("2026-11-02T00:00:00Z", "2026-06-29T23:00:00Z")

    assert read_dates(column, date(2026, 11, 3), readings_of(column)[""]).to_list() == [
        date(2026, 11, 2),
        date(2026, 6, 30),
    ]


def test_open_column_is_read_both_ways() -> None:
    """As it is written, and as the next day."""
    column = cells(WINTER)
    readings = readings_of(column)
    read = [read_dates(column, date(2026, 11, 3), readings[name])[0] for name in ("", OF_MIDNIGHTS)]

    assert read == [date(2026, 11, 2), date(2026, 11, 3)]


def test_moment_at_which_an_account_ends_is_the_end_of_the_day_that_is_written() -> None:
    """At midnight the day before is over."""
    rows = cells(WINTER, SUMMER).to_frame()
    told = (EmploymentAnswers(), EmploymentAnswers(expiries=frozenset({"exit_date"})))

    assert [read_employment(rows, it).get_column("day.exit_date")[0] for it in told] == [
        date(2026, 11, 3),
        date(2026, 11, 2),
    ]


def test_what_was_read_as_the_next_day_is_noted_once_a_column() -> None:
    """With the first of its cells, and how many there are."""
    rows = read_employment(cells(WINTER, SUMMER, None).to_frame())
    notes = pl.concat(midnight_notes(rows, {"exit_date": "Last Day"}))

    assert notes.select("code", "column", "value", "suggestion", "reason").rows() == [
        ("utc_midnight", "Last Day", SUMMER, "2026-06-30", "2 rows")
    ]


@pytest.mark.parametrize("column", ["exit_date", "start_date", "rehire_date"])
def test_every_column_of_days_is_noted_by_itself(column: str) -> None:
    """Whichever has the moments; the others with plain days do not hide it."""
    rows = pl.DataFrame({name: ["2026-01-05", "2026-02-06"] for name in ("exit_date", "start_date", "rehire_date")})
    notes = midnight_notes(read_employment(rows.with_columns(cells(WINTER, SUMMER).alias(column))), {})

    assert [note.item(0, "column") for note in notes] == [column]


@pytest.mark.parametrize("written", ["2026-11-02", "2026-11-02T00:00:00Z", "2026-11-02T05:00:00Z", None])
def test_day_that_was_read_as_it_is_written_is_not_noted(written: str | None) -> None:
    """Nothing is said of it."""
    assert list(midnight_notes(read_employment(cells(written).to_frame()), {})) == []


@pytest.mark.parametrize(
    ("cell", "expected"), [(WINTER, True), ("2026-11-02T12:00:00Z", False), ("2026-11-02", False), (None, False)]
)
def test_evening_is_a_time_of_utc_after_noon(cell: str | None, *, expected: bool) -> None:
    """Of a cell without a time nothing is said."""
    assert pl.select(is_evening(pl.lit(cell, pl.String))).item() is expected
