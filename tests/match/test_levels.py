import numpy as np
import polars as pl
import pytest

from keycafe_clean.match.comparisons import EMAIL, levels_of, place
from keycafe_clean.match.key_hashes import parts_of
from keycafe_clean.match.levels import BLANK, OPEN, Compared, beside_names, outline, settle


def keys_of_two(columns: dict[str, list[str | None]]) -> pl.DataFrame:
    """Get the keys of two rows; `_` stands for the colon of `number:<column>`."""
    named = {name.replace("_", ":", 1): values for name, values in columns.items()}
    return pl.DataFrame(named, schema=dict.fromkeys(named, pl.String))


def compared(**columns: list[str | None]) -> Compared:
    """Get the outline of the first two rows of keys."""
    keys = keys_of_two(columns)
    return outline(parts_of(keys), np.array([0], np.uint32), np.array([1], np.uint32))


def settled(**columns: list[str | None]) -> dict[str, str]:
    """Get the name of the level of each comparison of two rows; a blank one has none."""
    keys = keys_of_two(columns)
    pairs = outline(parts_of(keys), np.array([0], np.uint32), np.array([1], np.uint32))
    told = beside_names(settle(pairs, parts_of(keys), keys)).levels
    return {name: levels_of(name)[level[0]].name for name, level in told.items() if level[0] != BLANK}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("4822", "4822", 0),
        ("4822", None, BLANK),
        (None, None, BLANK),
        ("48221", "48222", OPEN),
        ("48221", "58221", OPEN),
        ("48221", "99917", 2),
        ("48", "99", OPEN),
        ("48", "99917", OPEN),
        ("99917", "48", OPEN),
    ],
)
def test_outline_of_numbers(left: str | None, right: str | None, level: int) -> None:
    """Numbers that differ at both ends are surely others; those that may differ by a typo stay open."""
    assert compared(number_x=[left, right]).levels["number:x"].tolist() == [level]


@pytest.mark.parametrize(
    ("first", "last", "levels"),
    [
        (["karin", "karin"], ["wieland", "wieland"], {"first": "same", "last": "same"}),
        (["karin", "wieland"], ["wieland", "karin"], {"first": "same", "last": "same"}),
        (["karin", "wielnad"], ["wieland", "karin"], {"first": "same", "last": "typo"}),
        (["karin", None], ["wieland", "wieland"], {"last": "same"}),
        ([None, "karin"], ["wieland", None], {}),
        (["karin", None], [None, "wieland"], {}),
        (["karin", "karin"], ["karin", "wieland"], {"first": "same", "last": "other"}),
    ],
)
def test_names(first: list[str | None], last: list[str | None], levels: dict[str, str]) -> None:
    """Names are compared in their places, and crossed where only that makes one of them agree."""
    assert settled(first=first, last=last) == levels


@pytest.mark.parametrize(
    ("first", "last", "swapped"),
    [
        (["karin", "wieland"], ["wieland", "karin"], True),
        (["karin", "wieland"], ["wieland", "wieland"], False),
        (["karin", "karin"], ["karin", "wieland"], False),
        ([None, "karin"], ["wieland", None], False),
    ],
)
def test_names_are_crossed_only_where_neither_agrees_in_its_place(
    first: list[str | None], last: list[str | None], *, swapped: bool
) -> None:
    """One name that agrees where it stands is enough to leave both where they are; blanks agree with nothing."""
    assert compared(first=first, last=last).swapped.tolist() == [swapped]


@pytest.mark.parametrize(
    ("first", "last", "level"),
    [
        (["karin", "k"], ["wieland", "wieland"], "elsewhere"),
        (["karin", "karin"], ["wieland", "wieland berg"], "elsewhere"),
        (["robert", "bob"], ["wieland", "wieland"], "moved"),
        (["karin", "karin"], ["wieland", "wielnad"], "moved"),
    ],
)
def test_same_mailbox_is_worth_little_under_the_same_name_alone(first: list[str], last: list[str], level: str) -> None:
    """A part of a name makes the same mailbox at another domain; a short form or a typo does not."""
    addresses = ["k.w@example.com", "k.w@example.org"]

    assert settled(first=first, last=last, email=addresses, mailbox=["k.w", "k.w"])["email"] == level


def test_blank_addresses_are_not_compared() -> None:
    """Two rows without an address do not have the same mailbox."""
    assert settled(email=[None, None], mailbox=[None, None]) == {}


@pytest.mark.parametrize(
    ("names", "addresses", "level"),
    [
        (["wieland", "wieland"], ["k.wieland@example.com"] * 2, "same"),
        (["wieland", "wieland"], ["k.wieland@example.com", "k.wieland@example.org"], "elsewhere"),
        (["wieland", "wieland"], ["k.wieland@example.com", "k.wieland2@example.com"], "named"),
        (["wieland", "wielnad"], ["k.wieland@example.com", "k.wielnad@example.com"], "named"),
        (["wieland", "berg"], ["k.wieland@example.com", "k.wieland@example.org"], "moved"),
        (["wieland", "berg"], ["k.wieland@example.com", "k.wielan@example.com"], "named"),
        (["wieland", "berg"], ["desk@example.com", "karin.berg@example.org"], "private"),
        (["wieland", "berg"], ["k.wieland@example.com", "k.berg@example.org"], "private"),
        (["wieland", "berg"], ["k.wieland@example.com", "k.berg@example.com"], "other"),
    ],
)
def test_addresses_are_told_beside_names(names: list[str], addresses: list[str], level: str) -> None:
    """An alike address is worth little where the names are alike anyway: addresses are made of names."""
    mailboxes = [address.partition("@")[0] for address in addresses]

    assert settled(first=["karin", "karin"], last=names, email=addresses, mailbox=mailboxes)["email"] == level


@pytest.mark.parametrize(
    ("first", "last", "level"),
    [
        (["karin", "otto"], ["wieland", "pohl"], "typo"),
        (["karin", "otto"], ["wieland", "wieland"], "named"),
        (["karin", "karin"], ["wieland", "pohl"], "named"),
    ],
)
def test_slip_in_an_address_says_more_under_quite_another_name(first: list[str], last: list[str], level: str) -> None:
    """Alike addresses are told as what they are where neither name agrees; one that does makes them alike."""
    addresses, mailboxes = ["k.wieland@example.com", "k.wielan@example.com"], ["k.wieland", "k.wielan"]

    assert settled(first=first, last=last, email=addresses, mailbox=mailboxes)["email"] == level


def test_addresses_without_names_are_told_alone() -> None:
    """Without names the same mailbox elsewhere is told as it is."""
    told = settled(email=["k.w@example.com", "k.w@example.org"], mailbox=["k.w", "k.w"])

    assert told == {"email": EMAIL[place(EMAIL, "moved")].name}
