from pathlib import Path

import pytest

from keycafe_clean.desk import answering
from keycafe_clean.desk.review_rows import EVERYTHING, TIDIED, WAITING, ReviewRows
from keycafe_clean.desk.view_models import RowsRequest
from tests.desk.desks import EXPORT
from tests.desk.waiting import WAITING as ELEVEN
from tests.desk.waiting import waiting_desk


def review_of(text: str) -> ReviewRows:
    """Get the rows of an export."""
    _, session = waiting_desk(Path(), text)
    assert session.run
    return ReviewRows(session.run)


@pytest.fixture(scope="module")
def seven() -> ReviewRows:
    """Get rows of every outcome, three of the cells tidied."""
    return review_of(EXPORT.decode())


@pytest.fixture(scope="module")
def eleven() -> ReviewRows:
    """Get rows of which a pair and four addresses wait."""
    return review_of(ELEVEN)


def names(review: ReviewRows, kind: str, search: str = "", sort_by: str = "", *, down: bool = False) -> list[str]:
    """List the first names of the rows that are asked for."""
    request = RowsRequest(kind, search, sort_by, descending=down)
    return [row["cells"]["First Name"] for row in review.block(request).rows]


def test_kinds_have_their_rows(eleven: ReviewRows) -> None:
    """What waits first, then what is only to be noted, then all; a kind of question of which nothing waits is none."""
    lines = [(line.heading, line.name, line.rows) for line in eleven.kinds]

    assert lines == [
        ("", "Waiting for you", 5),
        ("Waiting for you", "Maybe one person", 1),
        ("Waiting for you", "E-mail address", 4),
        ("Please note", "Tidied", 0),
        ("Please note", "Combined", 0),
        ("Please note", "Left out", 0),
        ("Please note", "Not people", 0),
        ("", "Everything", 11),
    ]


@pytest.mark.parametrize("kind", ["waiting", "tidied", "combined", "left_out", "not_people", "everything"])
def test_a_kind_has_as_many_rows_as_its_line_says(seven: ReviewRows, kind: str) -> None:
    """The number beside a kind is the number of rows behind it."""
    said = {line.kind: line.rows for line in seven.kinds}

    assert seven.block(RowsRequest(kind)).total == said[kind] == len(seven.block(RowsRequest(kind)).rows)


def test_rows_stand_as_in_the_file(eleven: ReviewRows) -> None:
    """The row is the spreadsheet's."""
    rows = eleven.block(RowsRequest("E-mail address")).rows

    assert [row["cells"]["source_row"] for row in rows] == ["4", "5", "6", "7"]


def test_a_row_is_marked_where_it_is_asked_about(eleven: ReviewRows) -> None:
    """By code and column, with what is suggested and the whole sentence."""
    row = eleven.block(RowsRequest("E-mail address", offset=1, limit=1)).rows[0]

    (mark,) = row["marks"]
    assert (mark["column"], mark["code"], mark["severity"]) == ("Email Address", "email_slip", "question")
    assert mark["suggestion"] == "p.lis@acme.com"
    assert mark["sentence"].startswith("Row 5: ")
    assert row["cells"]["remark"] == "perhaps p.lis@acme.com"


def test_a_remark_without_a_suggestion_is_the_kind(eleven: ReviewRows) -> None:
    """The sentence stands in the panel beside."""
    assert eleven.block(RowsRequest("E-mail address")).rows[0]["cells"]["remark"] == "E-mail address"


@pytest.mark.parametrize(
    ("kind", "remark"),
    [
        ("combined", "combined with row 5: same employee number and name"),
        ("left_out", "no longer employed (Status terminated)"),
        ("not_people", "blank"),
        (TIDIED, "<b>Lis</b> → Lis"),
    ],
)
def test_a_remark_says_why(seven: ReviewRows, kind: str, remark: str) -> None:
    """In the words of the review files."""
    assert seven.block(RowsRequest(kind)).rows[0]["cells"]["remark"] == remark


def test_what_was_edited_is_not_tidied(tmp_path: Path) -> None:
    """The list has what the desk did by itself."""
    state, session = waiting_desk(tmp_path, EXPORT.decode())
    answering.edit_cell(state, session, 2, "First Name", "Evi")

    assert state.message == ""
    assert state.review
    assert names(state.review, TIDIED) == ["Piotr", "Jana"]
    assert "Evi" in names(state.review, EVERYTHING)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("NOVAK", ["Jana"]),
        ("novák", ["Jana"]),
        ("oslo", ["Eva", "Tom", "Ida", "Max", "Lea", "Kim", "Sam"]),
        ("004711", ["Jana"]),
        (" brandt ", ["Eva"]),
        (".*", []),
        ("", ["Anna", "Anna", "Jana", "Piotr", "Eva", "Tom", "Ida", "Max", "Lea", "Kim", "Sam"]),
    ],
)
def test_a_search_finds_rows_by_any_cell(eleven: ReviewRows, search: str, found: list[str]) -> None:
    """Whatever its case and accents, in cells that were read and are not shown too; signs are signs."""
    assert names(eleven, EVERYTHING, search=search) == found


def test_a_search_stays_within_its_kind(eleven: ReviewRows) -> None:
    """The count says what is seen."""
    assert names(eleven, WAITING, search="oslo") == ["Eva", "Tom"]


def test_rows_are_sorted_by_a_column(eleven: ReviewRows) -> None:
    """Downwards too; numbers as numbers."""
    assert names(eleven, WAITING, sort_by="First Name") == ["Anna", "Eva", "Jana", "Piotr", "Tom"]
    assert names(eleven, WAITING, sort_by="source_row", down=True)[0] == "Tom"


@pytest.mark.parametrize("column", ["remark", "outcome", "nothing"])
def test_a_column_that_does_not_sort_leaves_rows_as_they_are(eleven: ReviewRows, column: str) -> None:
    """The page may ask for anything."""
    assert names(eleven, WAITING, sort_by=column) == ["Anna", "Jana", "Piotr", "Eva", "Tom"]


@pytest.mark.parametrize(
    ("offset", "limit", "found"),
    [(0, 2, ["Anna", "Anna"]), (9, 100, ["Kim", "Sam"]), (11, 1, []), (-1, 1, ["Anna"]), (0, -1, []), (0, 0, [])],
)
def test_a_block_has_only_what_was_asked_for(eleven: ReviewRows, offset: int, limit: int, found: list[str]) -> None:
    """How many there are in all is said with each."""
    block = eleven.block(RowsRequest(EVERYTHING, offset=offset, limit=limit))

    assert (block.total, [row["cells"]["First Name"] for row in block.rows]) == (11, found)


def test_a_block_has_an_end() -> None:
    """Whoever asks for all gets two hundred."""
    people = "".join(f"Jana;Novak;p{n}@example.com;{n:04}\n" for n in range(300))
    review = review_of(f"First Name;Last Name;E-mail;Employee ID\n{people}")

    block = review.block(RowsRequest(EVERYTHING, limit=10_000))

    assert (block.total, len(block.rows)) == (300, 200)


def test_the_place_of_a_row_is_said(eleven: ReviewRows) -> None:
    """None where it is not among those that are shown."""
    assert eleven.block(RowsRequest("E-mail address", row_id=3, limit=0)).place == 1
    assert eleven.block(RowsRequest("E-mail address", row_id=9, limit=0)).place is None


def test_a_kind_that_is_gone_has_no_rows(eleven: ReviewRows) -> None:
    """Its last question was answered."""
    assert eleven.block(RowsRequest("Badge Code")).total == 0


def test_a_row_that_is_no_person_cannot_be_edited(seven: ReviewRows) -> None:
    """A blank line has no cell of an import."""
    assert [row["fixed"] for row in seven.block(RowsRequest(EVERYTHING)).rows].index(True) == 5


def test_columns_are_those_of_people(seven: ReviewRows) -> None:
    """Badge codes where anybody has one, and the file where there are several."""
    assert [column.title for column in seven.columns] == ["Row", "First Name", "Last Name", "Email Address", "Remark"]
    assert [column.field for column in seven.columns if column.editable] == [
        "First Name",
        "Last Name",
        "Email Address",
    ]
