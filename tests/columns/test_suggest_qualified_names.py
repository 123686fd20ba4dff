"""First and last names under headers that have words for them."""

import pytest

from tests.columns.sources import suggested, unsure
from tests.columns.test_suggest_names import FIRST, LAST

ADDRESSES: list[str | None] = ["a1@acme.com", "b2@acme.com", "c3@acme.com"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Incumbent First Name", "Incumbent Last Name"),
        ("Holder First Name", "Holder Surname"),
        ("Occupant First Name", "Occupant Last Name"),
        ("Vorname Stelleninhaber", "Nachname Stelleninhaber"),
        ("Prénom du titulaire", "Nom du titulaire"),
        ("Nombre del titular", "Apellidos del titular"),
    ],
)
def test_holder_of_a_post_is_the_person_of_the_row(first: str, last: str) -> None:
    """In a list of posts, the names are those of their holders."""
    assert suggested({first: FIRST, last: LAST}) == {"First Name": (first,), "Last Name": (last,)}


def test_unknown_word_before_the_names_is_asked_about() -> None:
    """Whose names they are only a person can say: nobody goes in without a name in silence."""
    asked = unsure({"Zq First Name": FIRST, "Zq Last Name": LAST, "Email": ADDRESSES})

    assert [(it.column, it.headers, it.reason) for it in asked] == [
        ("First Name", ("Zq First Name",), "its name has words for first names in it"),
        ("Last Name", ("Zq Last Name",), "its name has words for last names in it"),
    ]


@pytest.mark.parametrize(
    ("first", "last"), [("Zq First Name", "Zq"), ("Manager First Name", "Manager Last Name"), ("Name Zq", "Zq Name")]
)
def test_less_than_both_is_not_suggested(first: str, last: str) -> None:
    """One part alone, a person beside the row, or a word for anything."""
    asked = unsure({first: FIRST, last: LAST, "Email": ADDRESSES})

    assert not any("has words for" in it.reason for it in asked)
