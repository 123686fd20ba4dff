import polars as pl
import pytest

from keycafe_clean.match.known_words import (
    familiar_on,
    lines_in_doubt,
    lines_without_anybody,
    lists_without_anybody,
    named_on,
    shown,
)

LINES = pl.Schema({"list_file": pl.String, "list_row": pl.UInt32, "list_text": pl.String, "list_doubt": pl.String})

#: row_id, name in any order of its words, address
PEOPLE = [
    (0, "ona reyes", "ona@example.com"),
    (1, "bea lund", None),
    (2, "de la ona reyes", None),
    (3, None, None),
    (4, "ona", None),
]


def lines(*texts: str) -> pl.DataFrame:
    """Get lines that were not understood."""
    return pl.DataFrame([("k.txt", row, text, "unread") for row, text in enumerate(texts, 1)], LINES, orient="row")


def here() -> pl.DataFrame:
    """Get the rows that may be named."""
    return pl.DataFrame(PEOPLE, schema={"row_id": pl.UInt32, "name": pl.String, "key": pl.String}, orient="row")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ona Reyes", [0]),
        ("REYES, Ona (Lyon)", [0]),
        ("the key of Óna Reyes and of Lund, Bea", [0, 1]),
        ("Ona de la Reyes", [2]),
        ("Reyes; Ona", []),
        ("Ona and Reyes", []),
        ("Ona", []),
        ("write to <ONA@example.com>.", [0]),
        ("ona.reyes@elsewhere", [0]),
        ("???", []),
    ],
)
def test_who_is_named_on_a_line(text: str, found: list[int]) -> None:
    """The words of a whole name side by side in any order, or the address; nobody by half a name."""
    assert named_on(lines(text), here()).get_column("row_id").to_list() == found


def called() -> pl.DataFrame:
    """Get the rows that may be called by another first name."""
    names = [("robert james", "ray"), ("william", "van dyk"), ("bob", "cole"), ("robert", "cole"), (None, "ray")]
    rows = [(row, first, last, " ".join(sorted(f"{first} {last}".split()))) for row, (first, last) in enumerate(names)]
    schema = {"row_id": pl.UInt32, "first": pl.String, "last": pl.String, "name": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bob Ray already has a key.", [0]),
        ("keys: Ray, Bobby and Bill van Dyk", [0, 1]),
        # Rob is nobody's name here, Bob is
        ("Rob Cole", [2, 3]),
        ("Bob Cole", []),
        ("Bob; Ray", []),
        ("Bob has a ray", []),
        ("Jim Ray", []),
        ("Bill Dyk", []),
        ("", []),
    ],
)
def test_who_is_called_by_a_familiar_name_on_a_line(text: str, found: list[int]) -> None:
    """Beside the whole last name, in either order; a name that somebody here has exactly is that one."""
    assert familiar_on(lines(text), called()).get_column("row_id").to_list() == found


def test_nobody_is_called_where_there_are_no_lines() -> None:
    """The columns are there all the same."""
    assert familiar_on(lines(), called()).columns == ["row_id", *LINES.names()]


def test_rows_come_in_the_order_of_the_lines() -> None:
    """Whoever is named on several lines comes with each of them."""
    found = named_on(lines("Bea Lund", "ona@example.com", "Reyes Ona, Bea Lund"), here())

    assert found.select("list_row", "row_id").rows() == [(1, 1), (2, 0), (3, 0), (3, 1)]


def test_lines_in_doubt_come_once() -> None:
    """Of several entries of one line the first speaks; lines that are clear are not among them."""
    known = pl.concat([lines("a", "b"), lines("a")]).vstack(
        lines("c").with_columns(pl.lit(None, pl.String).alias("list_doubt"))
    )

    assert lines_in_doubt(known).get_column("list_text").to_list() == ["a", "b"]


def test_lines_without_anybody_are_noted() -> None:
    """Each is said with its row and list; one that may name several people names somebody."""
    known = lines("Regards", "Ona Reyes, Bea Lund", " ??? ").with_columns(
        list_doubt=pl.Series(["denied", "unsure", "unread"])
    )

    assert lines_without_anybody(known).select("row_id", "severity", "reason", "value").rows() == [
        (None, "note", "Row 1 of k.txt", "Regards"),
        (None, "note", "Row 3 of k.txt", "???"),
    ]


def test_a_list_of_nobody_is_asked_about() -> None:
    """It is said once, by the name of the list, and is no line that was not understood."""
    known = lines("", "???").with_columns(list_doubt=pl.Series(["empty", "unread"]))

    assert lists_without_anybody(known).select("row_id", "severity", "value").rows() == [(None, "question", "k.txt")]
    assert lines_without_anybody(known).get_column("value").to_list() == ["???"]


def test_a_list_without_lines() -> None:
    """People who come from no file have no lines in doubt, and nobody is named there."""
    nothing = lines_in_doubt(here())

    assert (nothing.height, named_on(nothing, here()).height) == (0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [(" Ona\n Reyes ", "Ona Reyes"), ("x" * 80, "x" * 80), ("x" * 81, f"{'x' * 80}…"), (None, None)],
)
def test_a_text_as_a_sentence_shows_it(text: str | None, expected: str | None) -> None:
    """It is one line of eighty letters at the most."""
    assert pl.DataFrame({"list_text": [text]}, {"list_text": pl.String}).select(shown()).item() == expected


def test_heading_that_was_not_understood() -> None:
    """It leaves nobody out, and those below it are left out by their own lines."""
    known = pl.DataFrame({"list_file": "k.txt", "list_row": 3, "list_text": "The old ones:", "list_doubt": "unread"})

    assert lines_without_anybody(known).select("code", "value").rows() == [("known_heading", "The old ones:")]
