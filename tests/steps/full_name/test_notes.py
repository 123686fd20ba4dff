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
    ],
)
def test_note_behind_a_name(name: str, expected: tuple[str, bool]) -> None:
    """Words that are no name are told from the name before them; one word before a comma is a last name."""
    assert bare(name) == expected


def test_first_name_behind_a_comma_is_no_note() -> None:
    """Where the names of the file have commas, or the address has the word, it is a first name."""
    assert bare("Post Berg, Ida", with_commas=True) == ("Post Berg, Ida", False)
    assert bare("Post Berg, Ida", "ida.post@x.de") == ("Post Berg, Ida", False)


def test_last_name_in_capitals_is_no_degree() -> None:
    """Where last names stand in capitals, so does this one."""
    assert bare("Ida Ann LEE", last_in_capitals=True) == ("Ida Ann LEE", False)
