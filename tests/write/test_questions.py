import polars as pl

from keycafe_clean.write.questions import open_questions, ways_to_answer
from tests.runs import many, run, staff


def test_open_questions() -> None:
    """Every fix and question about a row that waits is there, with what its words depend on."""
    asked = open_questions(staff())

    assert asked.select("file", "source_row", "column", "code", "is_pair", "is_broken").rows() == [
        ("staff.csv", 4, "Email Address", "email_syntax", False, True)
    ]


def test_note_about_somebody_who_waits_is_no_question() -> None:
    """Of a row with a question and a note the question alone is open: a note needs no answer."""
    cleaned = run("First Name,Last Name,Email\nJana,Novak2,jana@corp.local\n")

    assert cleaned.findings.drop_nulls("row_id").get_column("severity").to_list() == ["note", "question"]
    assert open_questions(cleaned).select("column", "code").rows() == [("Last Name", "name_signs")]


def test_no_questions() -> None:
    """Where nobody waits nothing is asked, in the same columns."""
    nothing = open_questions(many(1))

    assert nothing.is_empty()
    assert nothing.columns == open_questions(staff()).columns
    assert ways_to_answer(nothing).is_empty()


def test_cell_that_is_broken_beneath_its_question() -> None:
    """A question that stands before a fix of the same cell is told from one whose cell may stay."""
    cleaned = run("First Name,Last Name,Email\nJana,Novak,a@example.com; b@example.com\nPiotr,Lis2,piotr@example.com\n")

    asked = open_questions(cleaned)

    assert asked.select("code", "is_broken").rows() == [("two_addresses", True), ("name_signs", False)]
    assert ways_to_answer(asked).to_list() == [
        "Answer: yes / leave out / blank, or the Email Address.",
        "Answer: right / leave out, or the Last Name.",
    ]


def test_suggestion_that_nobody_could_take() -> None:
    """A suggestion that is no cell of its column is not made; a word of an answer is one."""
    cleaned = staff()
    made = [("jana", None), ("zoe@example.com", "zoe@example.com"), ("leave out", "leave out")]

    for suggestion, kept in made:
        said = cleaned.findings.with_columns(suggestion=pl.lit(suggestion))
        asked = open_questions(type(cleaned)(**{**vars(cleaned), "findings": said}))
        assert asked.get_column("suggestion").to_list() == [kept]
