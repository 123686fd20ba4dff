import polars as pl
import pytest

from keycafe_clean.steps.decorations import before_note, is_pronouns
from keycafe_clean.steps.names import NAME_STEPS


def named(first: str | None, last: str | None, *others: tuple[str, str]) -> tuple[str | None, str | None]:
    """Get first and last name after every step of names, in a file that has others too."""
    rows = [(first, last), *others]
    frame = pl.DataFrame(rows, schema={"First Name": pl.String, "Last Name": pl.String}, orient="row")
    for step in NAME_STEPS:
        frame = step(frame)
    answer: tuple[str | None, str | None] = frame.row(0)
    return answer


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (None, None),
        ("Ana", "Ana"),
        ("Dr. Ken", "Ken"),
        ("Prof. Dr. med. Ana", "Ana"),
        ("Frau Ana", "Ana"),
        ("Dipl.-Ing. Max", "Max"),
        ("Sr. Juan", "Juan"),
        ("Drew", "Drew"),
        ("Magnus", "Magnus"),
        ("Sir", "Sir"),
        ("M. Night", "M. Night"),
        ("Cal III", "Cal"),
        ("Ana (1001)", "Ana"),
        ('Yukihiro "Matz"', "Yukihiro"),
        ('"Ana"', "Ana"),
        ("(Ana)", "(Ana)"),
        ("{A}na", "{A}na"),
        ("Mar(i)a", "Mar(i)a"),
        ("Ana (M) Maria", "Ana Maria"),
        ("Ana she/her", "Ana"),
        ("Ana (they/them)", "Ana"),
        ("Ana 🎉", "Ana"),
        ("🎉", "🎉"),
        ("• Ana", "Ana"),
        ("Ana #1001", "Ana"),
        ("ext. Ana", "Ana"),
        ("Ana - external", "Ana"),
        ("Ana Jr., PhD", "Ana"),
        ("1. Ana", "Ana"),
        ("Ana,", "Ana"),
        ("=Ana", "=Ana"),
        ("Hans-H.", "Hans-H."),
        ("Emine.", "Emine."),
        ("J", "J"),
        ("花子", "花子"),
    ],
)
def test_first_name_loses_what_is_no_part_of_it(first: str | None, expected: str | None) -> None:
    """Titles, suffixes, ids, nicknames, pronouns and emoji come off; everything else stays."""
    assert named(first, "Novak") == (expected, "Novak")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Smith Jr.", "Smith"),
        ("Smith, Jr., MD", "Smith"),
        ("Ford, Jr., Henry", "Ford, Henry"),
        ("Roe, DDS", "Roe"),
        ("Roe MBA", "Roe"),
        ("Nguema, MBA", "Nguema"),
        ("Li, MA", "Li"),
        ("Koch II", "Koch II"),
        ("Ma", "Ma"),
        ("Jr.", "Jr."),
        ("Herr", "Herr"),
        ("Smith (née Jones)", "Smith"),
        ("'s Gravensande", "'s Gravensande"),
        ("van 't Wel", "van 't Wel"),
        ("Bourgondië, van", "Bourgondië, van"),
    ],
)
def test_last_name_loses_what_is_no_part_of_it(last: str, expected: str) -> None:
    """Suffixes and degrees come off; a surname that looks like one stays."""
    assert named("Ana", last) == ("Ana", expected)


@pytest.mark.parametrize(
    ("cell", "before"),
    [
        (" Ida Post | Sales", "Ida Post"),
        ("Ida Post - Leeds", "Ida Post"),
        ("Ida Post 🌴 away", "Ida Post"),
        ("Ida Post | 12", None),
        ("Ida Post-Berg", None),
        (None, None),
    ],
)
def test_what_stands_before_a_note(cell: str | None, before: str | None) -> None:
    """A stroke, a dash or a picture with words behind it ends a name."""
    assert pl.select(before_note(pl.lit(cell, pl.String))).item() == before


@pytest.mark.parametrize(
    ("cell", "expected"), [("she/her", True), ("They, Them", True), ("she", True), ("Sheila", False), (None, None)]
)
def test_cell_of_nothing_but_pronouns(cell: str | None, *, expected: bool | None) -> None:
    """One or several, whatever parts them."""
    assert pl.select(is_pronouns(pl.lit(cell, pl.String))).item() is expected
