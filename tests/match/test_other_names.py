"""Rows that have another one's name by a former name, or by one that people go by."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from keycafe_clean.match.other_names import pairs_of_other_names
from keycafe_clean.match.possible import POSSIBLE
from tests.match.people import people


def found(rows: pl.DataFrame, *headers: str) -> list[tuple[Any, ...]]:
    """Get the pairs with their reasons."""
    return pairs_of_other_names(rows, headers).select("left_row_id", "right_row_id", "reason").rows()


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        ([("Asha", "Rao"), ("Asha", "Pillai")], [None, "Rao"]),
        ([("Asha", "Pillai"), ("Asha", "Rao")], ["RAO", None]),
        ([("Asha", "Pillai"), ("Asha", "Rao")], ["Das / Rao", None]),
        ([("Asha", "Pillai"), ("Asha", "Rao")], ["Rao, Asha", None]),
        ([("Asha", "Pillai"), ("Asha", "Rao")], ["Asha Rao", "Rao"]),
        ([("Jörg", "Hübner"), ("Jörg", "Müller")], ["Mueller", None]),
        ([("Edward", "Finch"), ("Ned", "Finch")], ["Ned", None]),
        ([("Edward", "Finch"), ("Finch", "Ned")], ["Ned", None]),
    ],
)
def test_rows_of_one_name_by_another_are_a_pair(names: list[tuple[str, str]], cells: list[str | None]) -> None:
    """With the first name, with the last one or as a whole; folded, several in a cell, in any order."""
    first, last = zip(*names, strict=True)
    rows = people(first=list(first), last=list(last), **{"source.Other": cells})

    assert found(rows, "Other") == [(0, 1, "same name by 'Other'")]


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        ([("Asha", "Rao"), ("Asha", "Pillai")], [None, None]),
        ([("Asha", "Rao"), ("Asha", "Pillai")], ["Rao", "Pillai"]),
        ([("Asha", "Rao"), ("Asha", "Rao")], ["Rao", "Asha"]),
        ([("Asha", "Rao"), ("Mira", "Pillai")], [None, "Rao"]),
        ([("Asha", "Rao"), (None, "Pillai")], [None, "Rao"]),
        ([("Asha", "Rao"), ("Asha", "Pillai")], ["-", "n/a"]),
        ([("Daniel", "Rao"), ("Dan", "Daniel")], ["Dan", None]),
    ],
)
def test_other_names_of_nobody_here_are_no_pair(names: list[tuple[str | None, str]], cells: list[str | None]) -> None:
    """What is the own name is no other one, and half of a name is nobody's."""
    first, last = zip(*names, strict=True)
    rows = people(first=list(first), last=list(last), **{"source.Other": cells})

    assert found(rows, "Other") == []


def test_both_names_may_be_others() -> None:
    """Who goes by another first name and had another last name is found by both of them."""
    cells = {"source.Goes by": ["Ned", None], "source.Former": ["Wren", None]}
    rows = people(first=["Edward", "Ned"], last=["Finch", "Wren"], **cells)

    assert [pair[:2] for pair in found(rows, "Goes by", "Former")] == [(0, 1)]


@pytest.mark.parametrize(
    ("cells", "born", "pairs"),
    [
        (["Ned", "Edward"], [1, 2], 0),
        (["Ned", "Edward"], [1, 1], 1),
        (["Ned", "Edward"], [1, None], 1),
        (["Ned", None], [1, 2], 1),
    ],
)
def test_other_birth_dates_tell_apart_who_both_have_other_names(
    cells: list[str | None], born: list[int | None], pairs: int
) -> None:
    """Two people of whom both say what else they are called, born on other days, are no pair."""
    rows = people(first=["Edward", "Ned"], last=["Finch", "Finch"], **{"source.Other": cells}).with_columns(
        pl.Series("evidence.date of birth", born, dtype=pl.UInt64)
    )

    assert len(found(rows, "Other")) == pairs


def test_same_number_is_told() -> None:
    """A number that both have makes one person likelier, and is said."""
    rows = people(
        first=["Asha", "Asha"], last=["Rao", "Pillai"], employee_id=["7", "7"], **{"source.Née": [None, "Rao"]}
    )

    assert found(rows, "Née") == [(0, 1, "same employee number, same name by 'Née'")]


def test_of_very_many_of_a_name_the_first_is_asked_about() -> None:
    """However common the name, the pairs are no more than the rows."""
    last, cells = ["Rao"] * 31 + ["Pillai"], [None] * 31 + ["Rao"]

    assert found(people(first=["Asha"] * 32, last=last, **{"source.Née": cells}), "Née") == [
        (0, 31, "same name by 'Née'")
    ]


def test_without_such_columns_there_are_no_pairs() -> None:
    """No column, or an empty one, gives the empty frame."""
    rows = people(first=["Asha"], last=["Rao"], **{"source.Née": [None]})

    assert pairs_of_other_names(rows, ()).schema == POSSIBLE
    assert pairs_of_other_names(rows, ("Née",)).schema == POSSIBLE


APART = {
    "employee_id": ["1", "2"],
    "email": ["jack@x.com", "john@x.com"],
    "start": [date(2011, 1, 2), date(2020, 3, 4)],
}


@pytest.mark.parametrize(
    ("names", "cells", "same", "pairs"),
    [
        ([("Jack", "Lund"), ("John", "Lund")], [None, "Jack"], None, 0),
        ([("Jack", "Lund"), ("John", "Lund")], [None, "Jack"], "employee_id", 1),
        ([("Jack", "Lund"), ("John", "Lund")], [None, "Jack"], "email", 1),
        ([("Jack", "Lund"), ("John", "Lund")], [None, "Jack"], "start", 1),
        ([("Asha", "Rao"), ("Asha", "Pillai")], [None, "Rao"], None, 1),
    ],
)
def test_namesakes_by_a_given_name_alone(
    names: list[tuple[str, str]], cells: list[str | None], same: str | None, pairs: int
) -> None:
    """Two people where number, address and first day are all others; a former last name is asked about all the same."""
    first, last = zip(*names, strict=True)
    apart = {key: [values[0]] * 2 if key == same else values for key, values in APART.items()}

    rows = people(first=list(first), last=list(last), **{key: apart[key] for key in ("employee_id", "email")})
    dated = rows.with_columns(pl.Series("day.start_date", apart["start"]), pl.Series("source.Other", cells))
    assert len(found(dated, "Other")) == pairs
