from typing import Any

import polars as pl
import pytest

from keycafe_clean.match import match_certain
from keycafe_clean.match.identity_keys import people_of
from keycafe_clean.match.match_rules import CELLS, MATCH_RULES, REASONS, Given, MatchRule, Sharers
from keycafe_clean.match.number_series import SERIES
from keycafe_clean.match.pairs import no_pairs
from tests.match.people import pairs, people

#: What two rows say that have a key in common, and what they say that have not.
SHARED: dict[str, dict[str, Any]] = {
    "number": {"employee_id": ["7", "7"]},
    "email": {"email": ["desk@example.com"] * 2},
    "name": {"first": ["Jo", "Jo"], "last": ["Ng", "Ng"]},
    "every cell": {"start_date": ["2020-02-01"] * 2, "department": ["IT", "IT"]},
}
APART: dict[str, dict[str, Any]] = {
    "number": {"employee_id": ["7", "8"]},
    "email": {"email": ["desk@example.com", "shop@example.com"]},
    "name": {"first": ["Jo", "Eva"]},
    "every cell": {"department": ["IT", "HR"]},
}

UNANSWERED = [pytest.param(rule, id=rule.reason) for rule in MATCH_RULES if rule.keys]


def paired(rule: MatchRule, columns: dict[str, Any]) -> list[tuple[int, ...]]:
    """Get the pairs that a rule makes of rows with these columns."""
    given = Given(Sharers(people_of(people(**columns)), ("employee_id",)), CELLS, same=no_pairs())
    return rule.pairs(given).rows()


def shared_by(rule: MatchRule) -> dict[str, Any]:
    """Get the columns of two rows that have in common what a rule asks for, and nothing else."""
    return {name: cells for key in rule.keys for name, cells in SHARED[key].items()}


def test_strongest_reason_comes_first() -> None:
    """An answer outweighs a number, a number an address, and an address cells that are the same."""
    assert REASONS == ("answered_same_person", "same_number_and_name", "same_address_and_name", "same_cells")


@pytest.mark.parametrize("rule", UNANSWERED)
def test_rule_pairs_rows_that_share_its_keys(rule: MatchRule) -> None:
    """What a rule says it goes by is enough for it."""
    assert paired(rule, shared_by(rule)) == [(0, 1)]


@pytest.mark.parametrize(
    ("rule", "key"),
    [pytest.param(rule, key, id=f"{rule.reason}-{key}") for rule in MATCH_RULES for key in rule.keys],
)
def test_rule_needs_each_of_its_keys(rule: MatchRule, key: str) -> None:
    """Rows that differ in one of the keys of a rule are no pair of it."""
    assert paired(rule, shared_by(rule) | APART[key]) == []


@pytest.mark.parametrize("rule", UNANSWERED)
def test_no_answer_is_a_pair_by_no_other_rule(rule: MatchRule) -> None:
    """Answers are read by their own rule alone, whatever the rows say."""
    given = Given(Sharers(people_of(people(first=["Jo", "Eva"])), ("employee_id",)), CELLS, same=pairs((0, 1)))

    assert rule.pairs(given).is_empty()
    assert MATCH_RULES[0].pairs(given).rows() == [(0, 1)]


@pytest.mark.parametrize(("identifiers", "cells"), [((), ()), (("employee_id",), CELLS)])
@pytest.mark.parametrize("rule", MATCH_RULES)
def test_rule_of_nobody(rule: MatchRule, identifiers: tuple[str, ...], cells: tuple[str, ...]) -> None:
    """Without people, numbers and cells every rule gives an empty frame of pairs."""
    given = Given(Sharers(people_of(people(first=[])), identifiers), cells, same=no_pairs())

    assert rule.pairs(given).schema == no_pairs().schema
    assert rule.pairs(given).is_empty()


def test_number_of_few_people_is_kept_where_its_column_is_sound() -> None:
    """A number used again under another name combines only the rows with exactly the same name."""
    rows = people(
        first=["Jo", "Jo", "Eva", "Kai", "Kai", "Mia", "Mia"],
        last=["Ng", "Ng", "Lund", "Berg", "Berg", "Roth", "Roth"],
        employee_id=["1", "1", "1", "2", "2", "3", "3"],
    )

    assert match_certain(rows).get_column("cluster_id").to_list() == [0, 0, None, 3, 3, 5, 5]


def test_number_that_repeats_under_other_names_is_no_number_of_a_person() -> None:
    """Where a column repeats mostly for people who share no name, the same name under one number is chance."""
    rows = people(
        first=["Jo", "Jo", "Eva", "Kai", "Mia", "Lea"],
        last=["Ng", "Ng", "Lund", "Berg", "Roth", "Wolf"],
        employee_id=["1", "1", "2", "2", "3", "3"],
    )

    assert match_certain(rows).get_column("cluster_id").null_count() == 6


def by_number(**owners: str) -> list[int | None]:
    """Get the cluster of each row of an export of numbers: `n1="Jo Ng, Eva Lund"` are the owners of one."""
    named = [(number, *name.split()) for number, names in owners.items() for name in names.split(", ")]
    numbers, first, last = (list(cells) for cells in zip(*named, strict=True))
    return match_certain(people(first=first, last=last, employee_id=numbers)).get_column("cluster_id").to_list()


@pytest.mark.parametrize(
    ("others", "combined"),
    [
        ({"n3": "Lea Wolf, Lea Wolf"}, True),
        ({"n3": "Lea Wolf, Lea Kern"}, True),
        ({"n3": "Lea Wolf, Max Kern"}, False),
        ({"n3": "Lea Wolf, Max Kern", "n5": "Pia Vogt, Pia Vogt"}, False),
        ({"n3": "Lea Wolf, Max Kern", "n5": "Pia Vogt, Pia Vogt", "n6": "Ada Beck, Ada Beck"}, True),
    ],
)
def test_column_of_numbers_is_sound_as_long_as_half_of_its_repeats_are(
    others: dict[str, str], *, combined: bool
) -> None:
    """Of four numbers that repeat two may be other people's too, and a marriage is none; three of five are most."""
    clusters = by_number(n1="Jo Ng, Jo Ng, Eva Lund", n2="Kai Berg, Mia Roth", n4="Udo Abel, Udo Abel", **others)

    assert clusters[:3] == ([0, 0, None] if combined else [None] * 3)


@pytest.mark.parametrize(("more", "combined"), [("", True), (", Kai Berg", True), (", Kai Berg, Mia Roth", False)])
def test_number_used_again_has_a_few_owners(more: str, *, combined: bool) -> None:
    """Three people may have had one number after another; four have none."""
    clusters = by_number(n1="Jo Ng, Jo Ng, Eva Lund" + more, n2="Lea Wolf, Lea Wolf", n3="Udo Abel, Udo Abel")

    assert clusters[:2] == ([0, 0] if combined else [None, None])


@pytest.mark.parametrize("name", [(None, "Ng"), ("Jo", None)])
def test_half_a_name_is_not_combined_by_a_number_used_again(name: tuple[str | None, str | None]) -> None:
    """Where a number was somebody else's too, only two whole names are the same."""
    first, last = name
    rows = people(
        first=[first, first, "Eva", "Lea", "Lea"],
        last=[last, last, "Lund", "Wolf", "Wolf"],
        employee_id=["1", "1", "1", "2", "2"],
    )

    assert match_certain(rows).get_column("cluster_id").to_list() == [None, None, None, 3, 3]


@pytest.mark.parametrize(("reused", "linked"), [(1, True), (2, False)])
def test_numbers_that_mostly_repeat_under_other_names_link_nobody(reused: int, *, linked: bool) -> None:
    """Where most repeats are other people's, no repeat is believed; numbers that do not repeat say nothing of it."""
    others, alone = 2 * reused, ["4", "5", "6", "7"]
    rows = people(
        first=["Jo", "Jo", *["Ana", "Bo", "Cy", "Dee"][:others], "Eve", "Fay", "Gus", "Hal"],
        last=["Ng", "Ng", *["Ruiz", "Klemt", "Berg", "Ito"][:others], "Kask", "Tamm", "Silva", "Novak"],
        employee_id=["1", "1", *["2", "2", "3", "3"][:others], *alone],
        email=[None, None, *[None] * others, *["desk@example.com"] * len(alone)],
    )

    pair = [0, 0] if linked else [None, None]
    assert match_certain(rows).get_column("cluster_id").to_list() == [*pair, *[None] * (others + len(alone))]


def test_number_of_very_many_people_is_nobodys() -> None:
    """What stands in the column for a number that is not known combines nobody, not even two rows with one name."""
    rows = people(
        first=["Jo", "Jo", "Eva", "Kai", "Mia", "Lea", "Lea", "Udo", "Udo"],
        last=["Ng", "Ng", "Lund", "Berg", "Roth", "Wolf", "Wolf", "Abel", "Abel"],
        employee_id=["0", "0", "0", "0", "0", "1", "1", "2", "2"],
    )

    assert match_certain(rows).get_column("cluster_id").to_list() == [None] * 5 + [5, 5, 7, 7]


def test_mailbox_of_very_many_names_is_nobodys() -> None:
    """An address of very many names combines nobody, not even two rows with one name."""
    names = [f"Person {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    rows = people(last=[*names, names[0]], email=["desk@example.com"] * 27)

    assert match_certain(rows).get_column("cluster_id").null_count() == 27


BY_NUMBER, BY_ADDRESS, BY_CELLS = MATCH_RULES[1:]


@pytest.mark.parametrize(
    ("columns", "is_pair"),
    [
        ({"start_date": ["2020-02-01"] * 2}, True),
        ({"badge": ["B1"] * 2}, True),
        ({"department": ["IT"] * 2, "location": ["Leeds"] * 2}, False),
        ({"badge": ["B1"] * 2, "start_date": ["2020-02-01", None]}, False),
        ({"start_date": ["2020-02-01"] * 2, "badge": ["B1", "B2"]}, False),
        ({"badge": ["B1"] * 2, "department": ["IT", "HR"]}, False),
        ({"badge": ["B1"] * 2, "location": ["Leeds", None]}, False),
        ({"badge": ["B1"] * 2, "first": [None, None]}, False),
        ({"badge": ["B1"] * 2, "last": [None, None]}, False),
        ({"employee_id": ["7"] * 2, "first": [None, None]}, True),
        ({"email": ["jo@example.com"] * 2, "last": [None, None]}, True),
        ({"badge": ["B1"] * 2, "employee_id": ["7", "8"]}, False),
        ({"badge": ["B1"] * 2, "email": ["a@example.com", None]}, False),
    ],
)
def test_rows_that_say_the_same_are_one_record(columns: dict[str, Any], *, is_pair: bool) -> None:
    """In every cell; with a badge or a first day and both names, or with a number or an address and a half of one."""
    rows = {"first": ["Jo", "Jo"], "last": ["Ng", "Ng"], **columns}

    assert paired(BY_CELLS, rows) == ([(0, 1)] if is_pair else [])


@pytest.mark.parametrize("key", ["employee_id", "email"])
def test_rows_under_a_key_of_other_names_are_no_record(key: str) -> None:
    """What is somebody else's too says nothing, whatever else is the same."""
    rows = {"first": ["Jo", "Jo", "Eva"], "last": ["Ng", "Ng", "Lund"], "start_date": ["2020-02-01"] * 3}

    assert paired(BY_CELLS, {**rows, key: ["k@example.com"] * 3}) == []


@pytest.mark.parametrize(
    ("address", "first", "is_pair"),
    [
        ("jo.ng@example.com", ["Jo", "J."], True),
        ("jo.ng@example.com", ["J.", "Jo"], True),
        ("desk@example.com", ["Jo", "J."], False),
        ("desk@example.com", ["Jo", "Jo Ann"], False),
        ("jo.ng@example.com", ["Jo", None], False),
        ("jo.ng@example.com", ["Jo", "Eva"], False),
    ],
)
def test_initial_is_whose_name_makes_the_address(address: str, first: list[str | None], *, is_pair: bool) -> None:
    """On any other address it may be a brother's; half a name is nobody's."""
    rows = {"first": first, "last": ["Ng", "Ng"], "email": [address] * 2}

    assert paired(BY_ADDRESS, rows) == ([(0, 1)] if is_pair else [])


def test_first_row_is_paired_with_each_other_one() -> None:
    """Of three rows of one number two pairs; another number is another person's."""
    rows = {"first": ["Jo", "Bo", "Jo", "Bo", "Jo"], "last": ["Ng"] * 5, "employee_id": ["7", "8", "7", "8", "7"]}

    assert sorted(paired(BY_NUMBER, rows)) == [(0, 2), (0, 4), (1, 3)]


@pytest.mark.parametrize(
    ("names", "is_pair"),
    [
        ({"first": ["Jo", "Jo"], "last": ["Ng", "Ng"]}, True),
        ({"first": ["Jo", "J."], "last": ["Ng", "Ng"]}, True),
        ({"first": [None, None], "last": ["Ng", "Ng"]}, False),
        ({"first": ["Jo", "Jo"], "last": [None, None]}, False),
        ({"first": ["Kees en Ria", "Kees en Ria"], "last": ["Bos", "Bos"]}, False),
        ({"full_name": ["Jo Ng", "Ng, Jo"]}, True),
        ({"full_name": ["Jo Ng", "Eva Lund"]}, False),
    ],
)
def test_number_is_believed_of_whole_names_that_fit(names: dict[str, Any], *, is_pair: bool) -> None:
    """Half a name may be a namesake's, two given names are two people's; a name that is not cut must fit too."""
    assert paired(BY_NUMBER, {**names, "employee_id": ["7", "7"]}) == ([(0, 1)] if is_pair else [])


@pytest.mark.parametrize(("namesake", "combined"), [("Jim", False), ("Eva", True)])
def test_initial_that_somebody_else_has_too_is_not_combined(namesake: str, *, combined: bool) -> None:
    """Where another first name of the export begins so, J. Ng is perhaps not Jo, whoever the address is made of."""
    rows = people(
        first=["Jo", "J.", namesake],
        last=["Ng"] * 3,
        email=["jo.ng@example.com", "jo.ng@example.com", "other@example.com"],
    )

    assert match_certain(rows).get_column("cluster_id").to_list() == ([0, 0, None] if combined else [None] * 3)


@pytest.mark.parametrize(("longer", "is_pair"), [("Ng, Jo", True), ("Jo Ann Ng", False)])
def test_address_is_made_of_no_name_that_is_not_cut(longer: str, *, is_pair: bool) -> None:
    """Nobody knows which of its words is the last name: only a name of the same words is one person's."""
    rows = {"full_name": ["Jo Ng", longer], "email": ["jo.ng@example.com"] * 2}

    assert paired(BY_ADDRESS, rows) == ([(0, 1)] if is_pair else [])


@pytest.mark.parametrize(("more", "is_pair"), [
    ({"department": ["IT", None], "employee_id": ["7", None]}, True), ({"department": ["IT", "HR"]}, False),
    ({"start_date": ["2020-02-01", "2021-02-01"]}, False), ({"employee_id": ["7", "8"]}, False),
])  # fmt: skip
def test_longer_name_is_whose_address_it_is_where_nothing_else_differs(more: dict[str, Any], *, is_pair: bool) -> None:
    """Two numbers, first days or departments are two people's, though the address is made of both names."""
    rows = {"first": ["Jo", "Jo Ann"], "last": ["Ng", "Ng"], "email": ["jng@example.com"] * 2}

    assert paired(BY_ADDRESS, {**rows, **more}) == ([(0, 1)] if is_pair else [])


@pytest.mark.parametrize(("series", "is_pair"), [(["a", "a"], True), (["a", "b"], False)])
def test_number_is_a_persons_within_its_series(series: list[str], *, is_pair: bool) -> None:
    """Companies of a group number their own people: the same number and name in another one may be a namesake's."""
    named = people_of(people(first=["Jo", "J."], last=["Ng", "Ng"], employee_id=["7", "7"]))
    given = Given(Sharers(named.with_columns(pl.Series(SERIES, series)), ("employee_id",)), CELLS, same=no_pairs())

    assert BY_NUMBER.pairs(given).rows() == ([(0, 1)] if is_pair else [])
