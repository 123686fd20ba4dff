from dataclasses import replace

import numpy as np
import pytest

from keycafe_clean.match.comparisons import levels_of, place
from keycafe_clean.match.levels import BLANK, Compared
from keycafe_clean.match.reasons import by_first_name, reasons
from keycafe_clean.match.weights import Model

#: Levels by comparison; those that are not named are blank.
Pair = dict[str, str]

NAMES = ("first", "last", "email", "number:employee_id", "number:Badge Code", "column:source.Cost_Center")


def model(*worthless: str) -> Model:
    """Get a model in which every level but the last speaks for one person, save the comparisons named."""
    m = {name: np.array([level.m for level in levels_of(name)]) for name in NAMES}
    u = {name: np.array([*m[name][:-1] * (2 if name in worthless else 0.1), 1.0]) for name in NAMES}
    return Model(m, u, {}, matches=1)


def compared(*pairs: Pair, swapped: bool = False) -> Compared:
    """Get these pairs as they are compared."""
    levels = {
        name: np.array([place(levels_of(name), pair[name]) if name in pair else BLANK for pair in pairs], np.uint8)
        for name in NAMES
    }
    places = np.zeros(len(pairs), np.intp)
    return Compared(places, places, np.full(len(pairs), swapped), levels)


def reasons_of(*pairs: Pair, swapped: bool = False, worthless: tuple[str, ...] = (), marks: bool = False) -> list[str]:
    """Get the reasons of these pairs."""
    found = compared(*pairs, swapped=swapped)
    return reasons(found, model(*worthless), np.full(len(pairs), marks)).to_list()


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        ({"number:employee_id": "same", "last": "other"}, "same employee number, different last names"),
        ({"first": "same", "last": "same"}, "same name"),
        ({"last": "typo", "first": "same"}, "same first name, last names differ by a slip"),
        ({"number:Badge Code": "typo", "first": "nickname"},
         "badge code differs by a slip, first names are forms of one name"),
        ({"column:source.Cost_Center": "same", "email": "same"}, "same address, same Cost Center"),
        ({"first": "same", "column:source.Cost_Center": "other"}, "same first name"),
        ({"first": "same", "email": "named"}, "same first name, addresses of the same name"),
        ({"first": "same", "email": "private"}, "same first name, addresses at two domains"),
    ],
)  # fmt: skip
def test_a_reason_says_what_agrees_and_then_what_differs(pair: Pair, reason: str) -> None:
    """Numbers first, evidence last; our columns by their name on screen, others by their header; blanks say nothing."""
    assert reasons_of(pair) == [reason]


def test_swapped_names_are_told_first() -> None:
    """Before what agrees across."""
    assert reasons_of({"first": "same", "last": "same"}, swapped=True) == ["first and last name swapped, same name"]


def test_what_speaks_for_nothing_is_no_reason() -> None:
    """A city that all have in common makes nobody one person."""
    pair = {"first": "same", "column:source.Cost_Center": "same"}

    assert reasons_of(pair, worthless=("column:source.Cost_Center",)) == ["same first name"]


def test_difference_is_no_agreement_whatever_it_weighs() -> None:
    """Where nearly all have one city, another one may speak for one person; it is not told as if it did."""
    weighed = model()
    other = {**weighed.u, NAMES[-1]: weighed.m[NAMES[-1]] * 0.1}

    told = reasons(compared({"first": "same", NAMES[-1]: "other"}), replace(weighed, u=other), np.zeros(1, bool))

    assert told.to_list() == ["same first name"]


def test_what_weighs_nothing_is_no_reason() -> None:
    """A level that is as frequent among two people as among rows of one says nothing."""
    weighed = model()
    equal = {**weighed.u, NAMES[-1]: weighed.m[NAMES[-1]]}

    told = reasons(compared({"first": "same", NAMES[-1]: "same"}), replace(weighed, u=equal), np.zeros(1, bool))

    assert told.to_list() == ["same first name"]


def test_no_more_is_told_than_is_read() -> None:
    """Four agreements, however many there are."""
    (told,) = reasons_of(dict.fromkeys(NAMES, "same"))

    assert told == "same employee number, same badge code, same address, same name"


def test_two_differences_are_enough() -> None:
    """Numbers before names."""
    (told,) = reasons_of(dict.fromkeys(NAMES, "other"))

    assert told == "different employee number, different badge code"


def test_every_pair_has_its_own_reason_in_order() -> None:
    """Pairs that came out alike have the same one."""
    same, typo = {"first": "same"}, {"first": "typo"}

    assert reasons_of(typo, same, typo) == [
        "first names differ by a slip", "same first name", "first names differ by a slip",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pair", "swapped", "alone"),
    [
        ({"first": "same"}, False, True),
        ({}, False, False),
        ({"last": "other"}, False, False),
        ({"first": "nickname", "last": "other"}, False, True),
        ({"first": "same", "last": "alike"}, False, True),
        ({"first": "same", "last": "typo"}, False, False),
        ({"first": "same", "last": "other"}, True, False),
        ({"first": "same", "email": "elsewhere"}, False, False),
        ({"first": "same", "email": "private"}, False, False),
        ({"first": "same", "number:employee_id": "other"}, False, False),
        ({"first": "same", "column:source.Cost_Center": "same"}, False, False),
        ({"first": "same", "column:source.Cost_Center": "other"}, False, True),
    ],
)
def test_first_names_alone(pair: Pair, *, swapped: bool, alone: bool) -> None:
    """Nothing else is told of the pair, and last names are alike at most."""
    assert by_first_name(compared(pair, swapped=swapped), model()).tolist() == [alone]


def test_names_that_differ_in_their_marks() -> None:
    """They are the same but for that, whatever else is told."""
    pair = {"first": "same", "last": "same", "email": "same"}

    assert reasons_of(pair, marks=True) == ["same address, names that differ in their marks only"]
    assert reasons_of({"first": "same"}, marks=True) == ["same first name"]
