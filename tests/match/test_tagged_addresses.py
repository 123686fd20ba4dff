"""Rows with one mailbox under two addresses."""

import pytest

from keycafe_clean.match.tagged_addresses import pairs_of_tagged_addresses
from tests.match.people import people

REASON = "same mailbox but for what stands behind the +, "


@pytest.mark.parametrize(
    ("first", "email", "names"),
    [
        (["Mia", "Mia"], ["mia.horn@a.org", "mia.horn+vpn@a.org"], "names that fit"),
        (["Mia", "M."], ["Mia.Horn+old@a.org", "mia.horn@A.org"], "names that fit"),
        (["Mia", "Mia"], ["mia.horn+1@a.org", "mia.horn+2@a.org"], "names that fit"),
        (["Thomas", "Tom"], ["t.horn@a.org", "t.horn+vpn@a.org"], "names that fit"),
        (["Mia", None], ["mia.horn@a.org", "mia.horn+vpn@a.org"], "a name is missing"),
    ],
)
def test_rows_of_one_mailbox_are_a_pair(first: list[str | None], email: list[str], names: str) -> None:
    """A tag behind a plus makes another address and no other mailbox, whatever the numbers are."""
    last = [None if name is None else "Horn" for name in first]
    pairs = pairs_of_tagged_addresses(people(first=first, last=last, email=email, employee_id=["1", "2"]))

    assert pairs.select("left_row_id", "right_row_id", "reason").rows() == [(0, 1, REASON + names)]


@pytest.mark.parametrize(
    ("first", "email"),
    [
        (["Mia", "Udo"], ["office+mia@a.org", "office+udo@a.org"]),
        (["Mia", "Mia"], ["mia.horn@a.org", "mia.horn+vpn@b.org"]),
        (["Mia", "Mia"], ["mia.horn@a.org", "mia.horn@a.org"]),
        (["Mia", "Mia"], ["mia.horn+a@a.org", "mia.horn+a@a.org"]),
        (["Mia", "Mia"], ["+1@a.org", "+2@a.org"]),
        (["Mia", "Mia"], [None, "mia.horn+vpn@a.org"]),
    ],
)
def test_other_people_and_other_mailboxes_are_none(first: list[str], email: list[str | None]) -> None:
    """One mailbox may be several people's, and one address is asked about elsewhere."""
    assert pairs_of_tagged_addresses(people(first=first, last=["Horn", "Horn"], email=email)).is_empty()


def test_of_very_many_each_is_paired_with_the_first() -> None:
    """The pairs of a mailbox are no more than its rows where these are many."""
    email = ["jo@a.org", *(f"jo+{number}@a.org" for number in range(40))]

    pairs = pairs_of_tagged_addresses(people(first=["Jo"] * 41, last=["Ng"] * 41, email=email))
    assert pairs.get_column("left_row_id").unique().to_list() == [0]
    assert pairs.height == 40
