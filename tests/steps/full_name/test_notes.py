"""What stands behind a whole name and is no part of it."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.notes import without_notes


def bare(name: str, address: str | None = None, **file: bool) -> tuple[str, bool]:
    """Get a whole name without its note, and whether it had one."""
    schema = {"bare": pl.String, "Email Address": pl.String}
    frame = pl.DataFrame({"bare": [name], "Email Address": [address]}, schema=schema)
    row: tuple[str, bool] = without_notes(frame.with_columns(**file)).select("bare", "is_noted").row(0)
    return row


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ida Post", ("Ida Post", False)),
        ("Ida Post | Sales", ("Ida Post", True)),
        ("Ida Post, Kitchen", ("Ida Post", True)),
        ("Ida Post CNA", ("Ida Post", True)),
        ("Post, Ida", ("Post, Ida", False)),
        ("Ida Post III", ("Ida Post III", False)),
        ("Ida Post , Kitchen, Leeds", ("Ida Post", True)),
        ("Ida CNA", ("Ida CNA", False)),
    ],
)
def test_note_behind_a_name(name: str, expected: tuple[str, bool]) -> None:
    """Words that are no name are told from the name before them; one word before a comma is a last name."""
    assert bare(name) == expected


def test_first_name_behind_a_comma_is_no_note() -> None:
    """Where the names of the file have commas, or the address has the word, it is a first name."""
    assert bare("Post Berg, Ida", with_commas=True) == ("Post Berg, Ida", False)
    assert bare("Post Berg, Ida", "ida.post@x.de") == ("Post Berg, Ida", False)
    assert bare("Post Berg, Zoë-Ann", "zoe-ann.post@x.de") == ("Post Berg, Zoë-Ann", False)


def test_word_that_is_the_whole_address_is_a_note() -> None:
    """The address of a kitchen says nothing of a first name."""
    assert bare("Ida Post, Kitchen", "kitchen@x.de") == ("Ida Post", True)


@pytest.mark.parametrize(
    ("name", "is_noted"),
    [
        ("Ida Post, MB", True),
        ("Ida Post, ABAHR", True),
        ("Ida Post, M", False),
        ("Ida Post, ABAHRX", False),
        ("Ida Post, Ann", False),
        ("IDA POST, ANN", False),
    ],
)
def test_capitals_behind_a_comma_are_letters_of_a_degree(name: str, *, is_noted: bool) -> None:
    """Where first names stand behind a comma, two to five capitals are none, beside a name that is not in capitals."""
    assert bare(name, with_commas=True)[1] is is_noted


def test_last_name_in_capitals_is_no_degree() -> None:
    """Where last names stand in capitals, so does this one."""
    assert bare("Ida Ann LEE", last_in_capitals=True) == ("Ida Ann LEE", False)


@pytest.mark.parametrize("name", ["Soto Prieto, Beatriz", "SOTO PRIETO, BEATRIZ", "Soto Prieto, María Luz"])
def test_given_name_behind_a_comma_is_no_note(name: str) -> None:
    """Not even where no other name has a comma."""
    assert bare(name) == (name, False)


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("Soto Prieto, Zorn", None, "Soto Prieto, Zorn"),
        ("Carlos Soto, Beatriz", None, "Carlos Soto, Beatriz"),
        ("Carlos Soto, Zorn", None, "Carlos Soto"),
        ("Jan Soto, Zorn", None, "Jan Soto"),
        ("Soto Prieto, Zorn", "soto.prieto@x.es", "Soto Prieto"),
        ("Soto Prieto, Zorn, Leeds", None, "Soto Prieto"),
        ("Soto Prieto, Reception", None, "Soto Prieto"),
        ("Soto Prieto, Night Reception", None, "Soto Prieto"),
    ],
)
def test_what_stands_behind_a_comma_is_a_first_name_unless_a_note_is_likelier(
    name: str, address: str | None, expected: str
) -> None:
    """A role, several things, or a word beside a given name or an address in usual order is a note; both are asked."""
    assert bare(name, address) == (expected, True)
