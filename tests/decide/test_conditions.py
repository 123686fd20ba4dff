from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from keycafe_clean.decide.conditions import PeopleRule, first_of, holds

CELL = st.one_of(st.none(), st.text(max_size=8))


def rule(then: str = "leave_out", **condition: object) -> PeopleRule:
    """Get a rule about the column Site."""
    return PeopleRule.model_validate({"column": "Site", "then": then, **condition})


def sites(*cells: str | None) -> pl.DataFrame:
    """Get rows with these cells in the column Site."""
    return pl.DataFrame({"source.Site": cells}, schema={"source.Site": pl.String})


def held(condition: PeopleRule, *cells: str | None) -> list[bool]:
    """List whether the condition holds for each cell."""
    return sites(*cells).select(holds(condition)).to_series().to_list()


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        #                                  null   blank  York   Leeds  Straße
        ({"is": "york"}, [False, False, True, False, False]),
        ({"is": " YORK "}, [False, False, True, False, False]),
        ({"is": "STRASSE"}, [False, False, False, False, False]),
        ({"is_one_of": ["york", "leeds"]}, [False, False, True, True, False]),
        ({"is_one_of": []}, [False, False, False, False, False]),
        ({"is_none_of": ["york", "leeds"]}, [True, True, False, False, True]),
        ({"is_none_of": []}, [True, True, True, True, True]),
        ({"contains": "E"}, [False, False, False, True, True]),
        ({"contains": "."}, [False, False, False, False, False]),
        ({"is_blank": True}, [True, True, False, False, False]),
        ({"is_blank": False}, [False, False, True, True, True]),
    ],
)
def test_holds(condition: dict[str, object], expected: list[bool]) -> None:
    """Comparisons ignore case and outer blanks; a blank cell is in no list."""
    assert held(rule(**condition), None, "  ", " York ", "LEEDS", "Straße") == expected


@given(CELL)
def test_cell_is_itself(cell: str | None) -> None:
    """A condition made from a cell as it stands holds for that cell."""
    text = cell or ""

    assert held(rule(is_=text), cell) == [True]
    assert held(rule(contains=text), cell) == [True]


@given(CELL, st.lists(st.text(max_size=3), max_size=3))
def test_none_of_is_not_one_of(cell: str | None, words: list[str]) -> None:
    """Of the two lists exactly one holds, whatever the cell and the words."""
    assert held(rule(is_one_of=words), cell) != held(rule(is_none_of=words), cell)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"is": "York"}, "Site is York"),
        ({"is_one_of": ["Leeds", "York"]}, "Site is one of Leeds, York"),
        ({"is_none_of": ["Leeds", "York"]}, "Site is none of Leeds, York"),
        ({"contains": "ee"}, "Site contains ee"),
        ({"is_blank": True}, "Site is blank"),
        ({"is_blank": False}, "Site is not blank"),
    ],
)
def test_in_words(condition: dict[str, object], words: str) -> None:
    """A condition reads as people say it."""
    assert rule(**condition).in_words() == words


@pytest.mark.parametrize("condition", [{}, {"is": "a", "contains": "b"}, {"is_blank": True, "is_one_of": ["a"]}])
def test_other_than_one_condition(condition: dict[str, object]) -> None:
    """A rule has exactly one condition."""
    with pytest.raises(ValidationError) as refused:
        rule(**condition)

    (error,) = refused.value.errors()
    conditions = "is, is_one_of, is_none_of, contains, is_blank, before, after"
    assert error["msg"] == f"Value error, a rule has exactly one of {conditions}"


def test_first_of() -> None:
    """The first rule that holds decides; rules with another outcome do not count."""
    rules = (
        rule("leave_out", is_blank=False),
        rule("smartbox_user", contains="e"),
        rule("full_user", is_blank=False),
    )
    chosen = first_of(rules, {"full_user": pl.lit("false"), "smartbox_user": pl.lit("true")})

    assert sites("Leeds", "York", None).select(chosen).to_series().to_list() == ["true", "false", None]


def test_first_of_no_rules() -> None:
    """Without rules nothing is decided."""
    assert sites("York").with_columns(chosen=first_of((), {"full_user": pl.lit("x")})).item(0, "chosen") is None


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"before": "2026-11-03"}, [False, True, False, False]),
        ({"after": "2026-11-03"}, [False, False, False, True]),
    ],
)
def test_days(condition: dict[str, object], expected: list[bool]) -> None:
    """A day is compared with the day that the column's text was read as; no day is neither before nor after."""
    days = pl.DataFrame({"day.source.Site": [None, date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)]})

    assert days.select(holds(rule(**condition))).to_series().to_list() == expected


@pytest.mark.parametrize(
    ("condition", "words"),
    [({"before": "2026-11-03"}, "Site is before 2026-11-03"), ({"after": "2026-11-03"}, "Site is after 2026-11-03")],
)
def test_days_in_words(condition: dict[str, object], words: str) -> None:
    """A rule about days reads as a sentence."""
    assert rule(**condition).in_words() == words
