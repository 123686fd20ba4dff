"""Last days that are not settled yet: somebody leaves, and is here until then."""

import polars as pl
import pytest

from keycafe_clean.steps.open_ends import open_end_notes

_SCHEMA = pl.Schema({"exit_date": pl.String, "day.exit_date": pl.Date, "employment": pl.String})


def noted(*cells: str | None, employment: str = "active") -> list[tuple[str, str, str]]:
    """Get the notes about a column of last days that are no days, beside a blank one."""
    rows = pl.DataFrame([(cell, None, employment) for cell in (*cells, None)], schema=_SCHEMA, orient="row")
    notes = [note.select("column", "value", "reason").row(0) for note in open_end_notes(rows, "Last Day")]
    return [tuple(map(str, note)) for note in notes]  # type: ignore[misc]


@pytest.mark.parametrize("cell", ["TBC", "tbd", "T.B.A.", "(offen)", "à confirmer", "n.t.b.", "unknown", "?", "未定"])
def test_last_day_that_is_not_known_yet_is_noted(cell: str) -> None:
    """With its word, in every language that is known."""
    assert noted(cell) == [("Last Day", cell, "1 row")]


def test_words_for_a_day_that_is_not_known_are_one_note() -> None:
    """The commonest of them stands for all."""
    assert noted("TBD", "TBC", "TBC") == [("Last Day", "TBC", "3 rows")]


@pytest.mark.parametrize("cell", ["open", "n/a", "-", "unbefristet", "soon", " ", None])
def test_other_words_are_not_noted(cell: str | None) -> None:
    """A contract without an end, a blank, and what is asked about."""
    assert noted(cell) == []


@pytest.mark.parametrize(("employment", "expected"), [("leave", 1), ("inactive", 0), ("unknown", 0), ("future", 0)])
def test_only_people_who_go_in_are_noted(employment: str, expected: int) -> None:
    """Who is left out or waits is told already."""
    assert len(noted("TBC", employment=employment)) == expected


def test_word_that_all_have_is_a_blank() -> None:
    """A system that writes it wherever there is no day says nothing by it."""
    rows = pl.DataFrame(
        [("TBC", None, "active"), ("2026-12-31", "2026-12-31", "active")],
        schema=_SCHEMA | {"day.exit_date": pl.String},
        orient="row",
    )

    assert list(open_end_notes(rows, "Last Day")) == []


def test_rows_without_a_last_day_are_not_noted() -> None:
    """Nothing is said of a column that is not there."""
    assert list(open_end_notes(pl.DataFrame({"employment": ["active"]}), "Last Day")) == []
