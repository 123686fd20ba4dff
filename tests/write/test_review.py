import csv
import io
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.formula_escaping import unmark
from keycafe_clean.plan import plan_imports
from keycafe_clean.write.review import review_csv, review_tables
from tests.runs import many, run, staff, until

#: The words that answer a question about an address, and one about two rows that share it.
WORDS = "Answer: leave out / blank, or the Email Address."
PAIR_WORDS = "Answer: same person / two people (the other row keeps it) / leave out, or the Email Address."

ODD = st.sampled_from(["=1+1", "+44", "-", "@x", "\t=1", "\r=1", "00042", '"', ",", "a\r\nb", "Zoë", "'=1", " "])
CELL = st.none() | ODD | st.text(min_size=1, max_size=5)


def tables() -> dict[str, pl.DataFrame]:
    """Get the review tables of the invented staff."""
    cleaned = staff()
    return review_tables(cleaned, plan_imports(cleaned))


def one_column(*cells: str | None, name: str = "cell") -> pl.DataFrame:
    """Get a table of one column."""
    return pl.DataFrame({name: cells}, schema={name: pl.String})


def read(content: bytes) -> list[list[str]]:
    """Read a review CSV as a spreadsheet does, header included."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_tables_and_their_columns() -> None:
    """There is a table of everything that is in no file this month, and of every change."""
    person = ["First Name", "Last Name", "Email Address"]
    waiting = ["file", "row", "column", "code", "sentence", "advice", "suggestion", "answer"]

    assert {name: table.columns for name, table in tables().items()} == {
        "waiting": [*waiting, "First Name", "Last Name", "Email", "Status"],
        "notes": ["file", "row", "column", "sentence", "advice"],
        "combined": ["file", "row", *person, "into_file", "into_row", "reason"],
        "left_out": ["file", "row", *person, "reason"],
        "changes": ["file", "row", "column", "before", "after", "rule", "rows"],
        "forecast": ["month", *person, "user_type", "file", "row"],
        "not_people": ["file", "row", "reason", "text"],
    }


def test_waiting() -> None:
    """A line a question or fix: where, the sentence, what to do, an empty answer, and the cells as they were read."""
    assert tables()["waiting"].rows() == [
        (
            *("staff.csv", 4, "Email Address", "email_syntax"),
            "Row 4: 'zoe.example.com' is not a complete e-mail address.",
            f"Type the full address, or leave this person out this month. {WORDS}",
            *(None, None),
            *("Zoë", "Lee", "zoe.example.com", "Active"),
        )
    ]


def test_waiting_has_questions_and_no_notes() -> None:
    """What must be answered is a line as what must be repaired is; what is only noted of somebody who waits is none."""
    cleaned = run("First Name,Last Name,Email\nJana,Novak2,jana@corp.local\nPiotr,Lis,piotr@corp.local\n")

    found = review_tables(cleaned, plan_imports(cleaned))

    assert found["waiting"].select("row", "column").rows() == [(2, "Last Name")]
    assert found["notes"].select("row", "column").rows() == [(2, "Email Address"), (3, "Email Address")]


def test_waiting_has_a_line_a_finding() -> None:
    """Somebody with two things to repair has two lines."""
    lines = (
        "First Name,Last Name,Email,SmartBox User",
        "Jana,,,true",
        "Piotr,=Lis,x,false",
        "Ana,Ruiz,a@example.com,false",
    )
    cleaned = run("\n".join(lines) + "\n")

    lines = review_tables(cleaned, plan_imports(cleaned))["waiting"]

    assert lines.select("row", "column").rows() == [(2, "Last Name"), (3, "Last Name"), (3, "Email Address")]


def test_waiting_shows_both_rows_of_a_pair() -> None:
    """A question about two rows has a second line, with the cells of the other row, on which nothing is asked."""
    cleaned = run("First Name,Last Name,Email\nPaula,Small,small.wood@example.com\nChris,Wood,small.wood@example.com\n")

    lines = review_tables(cleaned, plan_imports(cleaned))["waiting"]

    assert lines.select("row", "column", "code", "Last Name", "Email").rows() == [
        (2, "Email Address", "shared_address", "Small", "small.wood@example.com"),
        (3, "Email Address", "other_row", "Wood", "small.wood@example.com"),
    ]
    assert lines.item(1, "sentence") == "The other row that row 2 asks about."
    assert lines.get_column("advice").to_list() == [
        f"Choose who gets it; the other person can be a SmartBox User. Until then only row 3 is imported. {PAIR_WORDS}",
        None,
    ]


def test_other_row_stands_behind_its_question() -> None:
    """Whatever else is asked: both rows of a pair are read together, and the questions stay in the order of rows."""
    lines = ("Ana,Ruiz,ana", "Paula,Small,small.wood@example.com", "Chris,Wood,small.wood@example.com", "Zoe,Lee,zoe")
    cleaned = run("\n".join(("First Name,Last Name,Email", *lines)) + "\n")

    waiting = review_tables(cleaned, plan_imports(cleaned))["waiting"]

    assert waiting.select("row", "code").rows() == [
        (2, "email_syntax"),
        (3, "shared_address"),
        (4, "other_row"),
        (5, "email_syntax"),
    ]


def test_waiting_leaves_unused_columns_out() -> None:
    """Columns of the export that no column of ours comes from are in no table."""
    cleaned = run("First Name,Last Name,Email,Favourite Colour\nJana,Novak,jana,blue\n")

    assert "Favourite Colour" not in review_tables(cleaned, plan_imports(cleaned))["waiting"].columns


def test_waiting_when_a_header_is_one_of_ours() -> None:
    """A header of the export that has the name of a column of the table is told apart."""
    columns = {"First Name": ("answer",), "Last Name": ("row",), "Email Address": ("Email",)}
    source = SourceSetup.model_validate({"headers": ("answer", "row", "Email"), "columns": columns})

    cleaned = run("answer,row,Email\nJana,Novak,jana\n", Setup(source=(source,)))

    lines = review_tables(cleaned, plan_imports(cleaned))["waiting"]
    assert lines.select("row", "answer", "answer (as read)", "row (as read)").rows() == [(2, None, "Jana", "Novak")]


def test_combined() -> None:
    """A combined row names the row that is kept, and why."""
    assert tables()["combined"].rows() == [
        ("staff.csv", 2, "Jana", "Novak", "jana@example.com", "staff.csv", 5, "same address and name")
    ]


def test_left_out() -> None:
    """Who is left out is listed with the reason."""
    assert tables()["left_out"].rows() == [
        ("staff.csv", 6, "Omar", "Haddad", "omar@example.com", "no longer employed (Status Terminated)")
    ]


def test_notes() -> None:
    """What nobody waits for stands with its row, and so does a question about a whole column, without one."""
    cleaned = run("Vorname,Nachname,Status\nJana,Novak,aktiv\nEva,Brandt,seltsam\n")

    notes = review_tables(cleaned, plan_imports(cleaned))["notes"]

    assert notes.select("row", "column").rows() == [
        (None, None),
        (None, "Status"),
        (2, "Email Address"),
        (3, "Email Address"),
    ]


def test_not_people() -> None:
    """What is no person is listed with its row, and with what it says, less its private cells."""
    lines = [
        "First Name,Last Name,Email,SSN",
        "Ann,Lee,ann@example.com,078-05-1120",
        ",,,",
        "No key: Ann leaves.,,,123",
    ]
    cleaned = run("\n".join(lines))

    assert tables()["not_people"].rows() == [("staff.csv", 7, "blank", "")]
    assert review_tables(cleaned, plan_imports(cleaned))["not_people"].rows() == [
        ("staff.csv", 3, "blank", ""),
        ("staff.csv", 4, "page", "No key: Ann leaves."),
    ]


def test_changes() -> None:
    """A change has its place, both cells and the rule; a default is one line with the count of its rows, on top."""
    lines = tables()["changes"].rows()

    assert lines[0] == (None, None, "Send Invitation", None, "true", "set_flags", 5)
    assert lines[-1] == (
        *("staff.csv", 2, "Email Address"),
        *("JANA@example.com", "jana@example.com", "lower_address", 1),
    )


def test_forecast() -> None:
    """Who does not fit into this month is forecast by name and month, in order."""
    cleaned = many(252, Setup(plan="confirmed"))

    assert review_tables(cleaned, plan_imports(cleaned))["forecast"].rows() == [
        ("2026-12", "Person 250", None, "250@example.com", "full_user", "staff.csv", 252),
        ("2026-12", "Person 251", None, "251@example.com", "full_user", "staff.csv", 253),
    ]


def test_forecast_lists_who_leaves_before_their_turn() -> None:
    """Behind the months, so that nobody who is ready stands nowhere."""
    cleaned = until([None, date(2026, 11, 30), None], Setup(used={"2026-11": 999}))

    forecast = review_tables(cleaned, plan_imports(cleaned))["forecast"]

    assert forecast.select("month", "First Name").rows() == [
        ("2026-12", "Person 2"),
        ("leaves before their turn", "Person 1"),
    ]


def test_tables_of_nothing() -> None:
    """An export with nothing but good rows gives empty tables with the same columns."""
    cleaned = many(1)

    assert {table.height for table in review_tables(cleaned, plan_imports(cleaned)).values()} == {0}


def test_csv_form() -> None:
    """A review CSV has a byte order mark, CRLF and quotes around every cell, also a blank one."""
    table = pl.DataFrame({"name": ["Zoë", None], "row": [2, 3]})

    assert review_csv(table) == b'\xef\xbb\xbf"name","row"\r\n"Zo\xc3\xab","2"\r\n"","3"\r\n'


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-5", "@home", "\ttab", "＝1", " =1"])
def test_csv_marks_formulas(cell: str) -> None:
    """A cell that a spreadsheet would run is marked with an apostrophe, and so is a header."""
    assert read(review_csv(one_column(cell, name=cell))) == [[f"'{cell}"], [f"'{cell}"]]


@given(st.lists(CELL, min_size=1, max_size=6))
def test_csv_read_back(cells: list[str | None]) -> None:
    """Read back and taken off their marks, all cells are as they were."""
    table = pl.DataFrame({"row": range(len(cells)), "cell": pl.Series(cells, dtype=pl.String)})

    back = pl.Series("cell", [row[1] for row in read(review_csv(table))[1:]], dtype=pl.String)

    assert back.to_frame().select(unmark(pl.col("cell"))).to_series().to_list() == [cell or "" for cell in cells]
