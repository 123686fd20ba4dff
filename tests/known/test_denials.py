"""What lists say of who is not in Keycafe, or no longer."""

import polars as pl
import pytest

from keycafe_clean.known.denials import denies_below, header_denies, is_denied


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Removed in spring:", True),
        ("In spring removed:", True),
        ("Verwijderd in het voorjaar:", True),
        ("Im Frühjahr entfernt:", True),
        ("Deleted users", True),
        ("Not yet invited:", True),
        ("In Keycafe:", False),
        ("Wim Kok", False),
        ("Removed: wim.kok@plum.org", False),
        ("", False),
    ],
)
def test_heading_speaks_of_who_stands_below(text: str, expected: bool) -> None:  # noqa: FBT001
    """A state anywhere in a line with a colon does, and one that begins a line in small letters."""
    assert pl.select(denies_below(pl.lit(text))).item() is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Removed in spring:", "wim@plum.org"], [True, True]),
        (["Removed in spring:", "wim@plum.org", "In Keycafe:", "eva@plum.org"], [True, True, False, False]),
        (["eva@plum.org", "Deleted users", "wim@plum.org"], [False, True, True]),
        (["eva@plum.org", "Deleted", "wim@plum.org"], [False, True, False]),
    ],
)
def test_who_stands_below_is_denied(lines: list[str], expected: list[bool]) -> None:
    """Up to the next heading; a state alone between two lines is that of one of them."""
    frame = pl.DataFrame({"list_text": lines, "list_row": range(1, len(lines) + 1)})

    assert frame.select(is_denied()).to_series().to_list() == expected


def test_state_alone_is_a_heading_behind_a_blank_line() -> None:
    """Nothing stands right above it, and somebody right below."""
    frame = pl.DataFrame({"list_text": ["eva@plum.org", "Supprimés", "wim@plum.org"], "list_row": [1, 3, 4]})

    assert frame.select(is_denied()).to_series().to_list() == [False, True, True]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Removed on", True),
        ("Gelöscht am", True),
        ("Fecha de baja", True),
        ("Deletion date", True),
        ("Added on", False),
    ],
)
def test_header_says_that_its_cells_deny(header: str, expected: bool) -> None:  # noqa: FBT001
    """Whoever has a day below it is no longer in Keycafe."""
    assert header_denies(header) is expected
