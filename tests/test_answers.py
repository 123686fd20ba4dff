from datetime import date
from functools import cache
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.answers import with_answer, with_answers, with_cell
from keycafe_clean.decide.answer_words import ANSWERS, Kind, fitting
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError, WrongAnswers
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write.questions import KIND, QUESTION, answer_choices, open_questions
from keycafe_clean.write.review import review_csv, review_tables
from tests.exports import Record, cleaned_of, records
from tests.phases.lines import known

TODAY = date(2026, 11, 3)
EXPORT = b"""Number,First Name,Last Name,E-mail,Status
1,Jana,Novak,jana.novak@example,active
2,Chris,Wood,small.wood@example.com,active
3,Paula,Small,small.wood@example.com,active
"""
TWICE = b"""First Name,Last Name,E-mail
Sean,O'Neill,sean@example.com
Sean,O'Neill,sean.oneill@example.com
Bo,Ek,bo@example.com
"""


#: Names of a file that a spreadsheet would run, and one that looks as if it were marked already.
FORMULAS = ["@hr.csv", "=x.csv", "＝x.csv", "'=x.csv", "a;=b.csv"]


@cache
def asked_once(export: bytes = EXPORT) -> Cleaned:
    """Clean an export about which nothing was decided, once for all tests."""
    return clean(read_export(("hr.csv", export)), today=TODAY)


def cleaned_with(decisions: Decisions | None = None) -> Cleaned:
    """Clean an export with a broken address in row 2, and one address for two people in rows 3 and 4."""
    return clean(asked_once().export, decisions=decisions, today=TODAY) if decisions else asked_once()


def answered(row: int, answer: str) -> Cleaned:
    """Clean again after the question about a row was answered in waiting.csv."""
    asked = cleaned_with()
    return cleaned_with(with_answers(asked, read_export(("waiting.csv", filled_in(asked, row, answer)))))


def filled_in(asked: Cleaned, row: int, answer: str) -> bytes:
    """Get waiting.csv with an answer to the question about a row."""
    table = review_tables(asked, plan_imports(asked))["waiting"]
    cell = pl.when(pl.col("row") == row).then(pl.lit(answer)).alias("answer")
    return review_csv(table.with_columns(cell))


def person(cleaned: Cleaned, row: int) -> tuple[str | None, ...]:
    """Get the address and outcome of a row as the spreadsheet counts it."""
    return cleaned.rows.filter(pl.col("source_row") == row).select("Email Address", "outcome").row(0)


@pytest.mark.parametrize(("row", "said"), [(2, "jana.novak@example.com"), (2, "leave out"), (4, "two people: row 3")])
def test_an_answer_to_one_question_is_that_of_a_sheet(row: int, said: str) -> None:
    """The desk and waiting.csv decide alike, whoever made them."""
    asked = cleaned_with()
    question = open_questions(asked).filter(pl.col("source_row") == row).row(0, named=True)

    assert with_answer(asked, question, said) == answered(row, said).decisions


@pytest.mark.parametrize(
    ("row", "answer", "expected"),
    [
        (2, "jana.novak@example.com", ("jana.novak@example.com", "ready")),
        (2, " Leave out ", ("jana.novak@example", "left_out")),
        (2, "blank", (None, "ready")),
        (4, "blank", (None, "ready")),
        (4, "two people", (None, "ready")),
        (4, "Zwei Personen.", (None, "ready")),
        (4, "two people: row 3", (None, "ready")),
        (2, "LEAVE OUT.", ("jana.novak@example", "left_out")),
        (2, '"weglassen"', ("jana.novak@example", "left_out")),
        (4, "paula@example.com", ("paula@example.com", "ready")),
        (4, "leave out", ("small.wood@example.com", "left_out")),
    ],
)
def test_answer(row: int, answer: str, expected: tuple[str | None, str]) -> None:
    """An answer is a new cell, or one of the words; the next run holds it."""
    assert person(answered(row, answer), row) == expected


KNOWN_EXPORT = b"""First Name,Last Name,E-mail
Jana,Novakova,jana.novak@example.com
Eva,Lund,eva@example.com
Bo,Ek,bo@example.com
"""


def asked_of_known() -> Cleaned:
    """Clean an export whose first row may be somebody in Keycafe, and whose second has somebody else's address."""
    there = known(("Jana", "Novakova", "jana.novakova@example.com"), ("Tim", "Ray", "eva@example.com"))
    return clean(read_export(("hr.csv", KNOWN_EXPORT)), today=TODAY, known=there)


@pytest.mark.parametrize(
    ("row", "code", "word", "kind"),
    [
        (2, "possible_known", "same person", "leave_out"),
        (2, "possible_known", "Zwei Personen", "right"),
        (3, "address_in_keycafe", "same person", "leave_out"),
    ],
)
def test_account_in_keycafe_is_answered_like_two_rows(row: int, code: str, word: str, kind: str) -> None:
    """Whoever is in Keycafe is left out as there already; two people are right as they are."""
    asked = asked_of_known()
    question = open_questions(asked).filter(pl.col("source_row") == row, pl.col("code") == code).row(0, named=True)

    assert with_answer(asked, question, word).lines.get_column("kind").to_list() == [kind]


@pytest.mark.parametrize(
    ("row", "word"), [(2, "same person jana.novakova@example.com"), (3, "two people"), (2, "two people, row 3")]
)
def test_word_about_two_rows_that_says_more_than_an_account_can(row: int, word: str) -> None:
    """Keycafe's account keeps its address whatever is said here; another person cannot have it too."""
    asked = asked_of_known()

    with pytest.raises(WrongAnswers):
        with_answer(asked, open_questions(asked).filter(pl.col("source_row") == row).row(0, named=True), word)


SAME_NAMES = b"""Number,First Name,Last Name,E-mail,Status
11,Marilyn,Wilson,m.wilson@example.com,active
51,MARILYN,Wilson,M.WILSON@example.com,active
"""


@pytest.mark.parametrize("keeper", [2, 3])
def test_first_question_about_two_rows_settles_the_address_they_share(keeper: int) -> None:
    """Whoever says which of the two people keeps it is not asked about the address again."""
    asked = asked_once(SAME_NAMES)
    question = open_questions(asked).row(0, named=True)

    done = clean(asked.export, decisions=with_answer(asked, question, f"two people, row {keeper}"), today=TODAY)

    assert (question["code"], answer_choices(open_questions(asked), asked).to_list()[0][1:3]) == (
        "possible_duplicate",
        ["two people: row 2", "two people: row 3"],
    )
    assert open_questions(done).is_empty()
    assert done.rows.drop_nulls("Email Address").get_column("source_row").to_list() == [keeper]


def test_drop_down_says_which_row_keeps_the_address() -> None:
    """Of two people with one address either may have it; each choice is an answer."""
    asked = cleaned_with()
    offered = answer_choices(open_questions(asked), asked).to_list()[-1]

    assert offered == ["same person", "two people: row 3", "two people: row 4", "leave out"]
    assert person(answered(4, offered[2]), 3) == (None, "ready")


def test_same_person() -> None:
    """Of two rows that are answered as one person one is kept, and the other combined into it."""
    assert answered(4, "same person").counts == {
        "rows_read": 3,
        "ready": 1,
        "waiting": 1,
        "combined": 1,
        "left_out": 0,
        "not_people": 0,
    }


@pytest.mark.parametrize("kept", ["sean@example.com", "sean.oneill@example.com"])
def test_same_person_with_the_address_to_keep(kept: str) -> None:
    """Of one person in two rows, the row with the address that was named is kept."""
    export = read_export(("hr.csv", TWICE))
    asked = clean(export, today=TODAY)
    one, other = asked.who.select(WHO).head(2).to_dicts()

    done = clean(export, decisions=Decisions().with_pair("same_person", one, other, keep=kept), today=TODAY)

    ready = done.rows.filter(pl.col("outcome") == "ready").get_column("Email Address").to_list()
    assert ready == [kept, "bo@example.com"]


def test_address_to_keep_is_typed_behind_the_answer() -> None:
    """The address to keep stands in the decision, as it was typed behind `same person`."""
    asked = cleaned_with()

    decided = with_answers(
        asked, read_export(("waiting.csv", filled_in(asked, 4, "Same person, small.wood@example.com")))
    )

    assert decided.lines.select("kind", "value").rows() == [("same_person", "small.wood@example.com")]


@pytest.mark.parametrize("name", FORMULAS)
def test_answer_about_a_file_that_is_named_as_a_formula(name: str) -> None:
    """Marks against spreadsheets are taken off before an answer is looked up, in every column that it is told by."""
    asked = clean(read_export((name, b'First Name,Last Name,Email\nJana,Novak,"=x;@1"\n')), today=TODAY)

    decided = with_answers(asked, read_export(("waiting.csv", filled_in(asked, 2, "jana@example.com"))))

    assert decided.lines.select("kind", "seen", "value").rows() == [("edit", "=x;@1", "jana@example.com")]


def test_no_answer() -> None:
    """Lines without an answer decide nothing."""
    asked = cleaned_with()

    decided = with_answers(asked, read_export(("waiting.csv", filled_in(asked, 99, "x"))))

    assert decided.lines.is_empty()


CELL = "Answer: leave out / blank, or the Email Address."
PAIR = "Answer: same person / two people (the other row keeps it) / leave out, or the Email Address."


@pytest.mark.parametrize(
    ("row", "answer", "message"),
    [
        *((2, word, CELL) for word in ("two people", "same  person", "No", "yes", "y", "right", "second", "n/a", "?")),
        *((2, word, CELL) for word in ("smartbox", "jana.novak", "a@b", "please ask HR", "@", "=1+1", "a@x.de b@x.de")),
        *((4, word, PAIR) for word in ("right", "yes", "second", "smartbox", "row 3", "Paula", "two", "true")),
        (4, "same person nobody", f"'nobody' is the address of neither row. {PAIR}"),
        (4, "two people, row 2", f"'row 2' is neither of the two rows. {PAIR}"),
    ],
)
def test_answer_that_does_not_fit(row: int, answer: str, message: str) -> None:
    """The sentence says which row, what was answered, and the words that fit its question."""
    with pytest.raises(WrongAnswers) as error:
        answered(row, answer)

    assert str(error.value) == f"Row {row}: '{answer}' is no answer to its question. {message}"


NOT_OPEN = (
    "waiting.csv answers a question that is not open in this export. "
    "Take the answer out, or run with the export it was asked about."
)


def test_answer_to_another_export() -> None:
    """An answer to a question that is not open is refused with its row."""
    asked = cleaned_with()
    data = filled_in(asked, 2, "x@example.com")
    repaired = clean(read_export(("hr.csv", EXPORT.replace(b"@example,", b"@example.com,"))), today=TODAY)

    with pytest.raises(WrongAnswers) as error:
        with_answers(repaired, read_export(("waiting.csv", data)))

    assert str(error.value) == f"Row 2: {NOT_OPEN}"


def test_all_wrong_answers_are_said() -> None:
    """Whatever is wrong in the sheet is said at once, a sentence each."""
    asked = cleaned_with()
    table = review_tables(asked, plan_imports(asked))["waiting"]
    wrong = table.with_columns(answer=pl.Series(["second", "third", "two people"]))
    other = wrong.head(1).with_columns(row=pl.lit(9, pl.UInt32))

    with pytest.raises(WrongAnswers) as error:
        with_answers(asked, read_export(("waiting.csv", review_csv(pl.concat([wrong, other])))))

    assert error.value.sentences == (
        f"Row 9: {NOT_OPEN}",
        "Row 3: this line only shows the other one of two rows. Answer in the line above it.",
        f"Row 2: 'second' is no answer to its question. {CELL}",
        f"Row 4: 'third' is no answer to its question. {PAIR}",
    )


def test_question_with_two_answers() -> None:
    """Two answers to one question decide nothing; the same one twice is one."""
    asked = cleaned_with()
    table = review_tables(asked, plan_imports(asked))["waiting"].head(1)
    twice = pl.concat([table.with_columns(answer=pl.lit(word)) for word in ("leave out", "Leave  out", "blank")])

    with pytest.raises(WrongAnswers) as error:
        with_answers(asked, read_export(("waiting.csv", review_csv(twice))))

    assert str(error.value) == "Row 2: one question has two answers. Keep one of them."
    same = with_answers(asked, read_export(("waiting.csv", review_csv(twice.head(2)))))
    assert same.lines.get_column("kind").to_list() == ["leave_out"]


@pytest.mark.parametrize("word", ["two people: row 4", "Two  people: row 4"])
def test_keeper_that_is_said_in_both_lines(word: str) -> None:
    """Whoever fills both lines of a pair from the drop-down has said it once."""
    asked = cleaned_with()
    table = review_tables(asked, plan_imports(asked))["waiting"]
    both = table.with_columns(answer=pl.Series([None, "two people: row 4", word]))

    assert with_answers(asked, read_export(("waiting.csv", review_csv(both)))) == with_answers(
        asked, read_export(("waiting.csv", filled_in(asked, table.item(1, "row"), "two people: row 4")))
    )


@pytest.mark.parametrize("word", ["two people", "Two  People"])
def test_pair_that_is_answered_in_both_its_lines(word: str) -> None:
    """The same answer twice is one, also where the second line only shows the other row."""
    asked = cleaned_with()
    table = review_tables(asked, plan_imports(asked))["waiting"]
    both = table.with_columns(answer=pl.Series([None, "two people", word]))

    assert with_answers(asked, read_export(("waiting.csv", review_csv(both)))) == with_answers(
        asked, read_export(("waiting.csv", filled_in(asked, table.item(1, "row"), "two people")))
    )


def test_another_file() -> None:
    """A file without the columns of waiting.csv is none."""
    with pytest.raises(SetupError) as error:
        with_answers(cleaned_with(), read_export(("people.csv", EXPORT)))

    assert str(error.value) == "people.csv has no column 'row'. Use the waiting.csv or review.xlsx of a run."


WHOLE = b"Name,E-mail\nMaria Jose Garcia Lopez Perez,mj@example.com\nCher,cher@example.com\n"


def answered_whole(answers: dict[tuple[int, str], str]) -> list[tuple[str | None, ...]]:
    """Get first name, last name and outcome after these answers to questions about whole names."""
    asked = asked_once(WHOLE)
    table = review_tables(asked, plan_imports(asked))["waiting"]
    typed = [answers.get(place) for place in table.select("row", "column").rows()]
    data = review_csv(table.with_columns(answer=pl.Series(typed, dtype=pl.String)))
    decisions = with_answers(asked, read_export(("waiting.csv", data)))
    done = clean(asked.export, decisions=decisions, today=TODAY)
    return done.rows.select("First Name", "Last Name", "outcome").rows()


def test_whole_name_is_answered_by_its_parts() -> None:
    """The parts of a name that could not be split are typed, or the suggestion is taken."""
    answers = {(2, "First Name"): "Maria Jose", (2, "Last Name"): "Garcia Lopez", (3, "First Name"): "yes"}

    assert answered_whole(answers) == [("Maria Jose", "Garcia Lopez", "ready"), ("Cher", None, "ready")]


@pytest.mark.parametrize(("answer", "outcome"), [("right", "ready"), ("Leave out", "left_out")])
def test_a_question_about_another_column_can_be_answered(answer: str, outcome: str) -> None:
    """A last day that is no date: the person still works here, or does not."""
    export = read_export(
        ("hr.csv", b"First Name,Last Name,E-mail,Termination Date\nAna,Silva,ana@example.com,31/02/2026\n")
    )
    asked = clean(export, today=TODAY)
    decisions = with_answers(asked, read_export(("waiting.csv", filled_in(asked, 2, answer))))

    assert person(clean(export, decisions=decisions, today=TODAY), 2) == ("ana@example.com", outcome)


def typed_in(asked: Cleaned, answers: dict[tuple[str | int | None, ...], str]) -> Decisions:
    """Get the decisions after answers were typed into waiting.csv: row, column and code -> text."""
    table = review_tables(asked, plan_imports(asked))["waiting"]
    typed = [answers.get(place) for place in table.select("row", "column", "code").rows()]
    data = review_csv(table.with_columns(answer=pl.Series(typed, dtype=pl.String)))
    return with_answers(asked, read_export(("waiting.csv", data)))


def places(questions: pl.DataFrame) -> list[tuple[str | int | None, ...]]:
    """Get where each open question stands."""
    return questions.select("source_row", "column", "code").rows()


@settings(max_examples=4)
@given(records)
def test_first_words_settle_every_question(people: list[Record]) -> None:
    """Answered by the first word that its advice names, no question is asked again."""
    asked = cleaned_of(people)
    questions = open_questions(asked)
    words = [fitting(Kind(*kind))[0] for kind in questions.select(KIND).rows()]

    done = cleaned_of(people, decisions=typed_in(asked, dict(zip(places(questions), words, strict=True))))

    assert not set(places(questions)) & set(places(open_questions(done)))


TYPED = st.sampled_from([*ANSWERS, "second", "n/a", "true", "Zoë", "zoe@example.com", "00A7"]) | st.text(min_size=1)


@settings(max_examples=4)
@given(records, st.randoms(use_true_random=False), TYPED)
def test_any_text_is_refused_or_alters_its_own_row(people: list[Record], random: Random, text: str) -> None:
    """Whatever is typed is refused with a sentence, or settles its question; no cell of anybody else is altered."""
    asked = cleaned_of(people)
    questions = open_questions(asked)
    if questions.is_empty() or not text.strip():
        return
    chosen = questions.row(random.randrange(questions.height), named=True)
    place = (chosen["source_row"], chosen["column"], chosen["code"])
    try:
        decisions = typed_in(asked, {place: text})
    except WrongAnswers:
        return

    done = cleaned_of(people, decisions=decisions)

    involved = asked.who.filter(pl.col("row_id").is_in([chosen["row_id"], chosen["other_row_id"]])).get_column("person")
    others = asked.who.filter(~pl.col("person").is_in(involved.implode())).select("row_id")
    cells = ("row_id", "First Name", "Last Name", "Email Address")
    before, after = (others.join(each.rows.select(cells), on="row_id") for each in (asked, done))
    assert before.equals(after)
    again = open_questions(done).filter(pl.col("row_id") == chosen["row_id"]).select(QUESTION)
    edited = decisions.lines.filter(pl.col("kind") == "edit").get_column("value").to_list()
    assert tuple(chosen[name] for name in QUESTION) not in again.rows() or text.strip() in edited


def test_row_among_people_alike() -> None:
    """A decision about one of several people with the same cells holds for that row, and for no other."""
    people = ["Jo,Lee,desk@example.com,Sales", "Jo,Leigh,desk@example.com,Fleet", "Jo,Leigh,desk@example.com,Sales"]
    lines = "First Name,Last Name,Email,Department\n" + "\n".join([*people, *people[1:]]) + "\n"
    asked = clean(read_export(("hr.csv", lines.encode())), today=TODAY)
    questions = open_questions(asked)

    done = clean(asked.export, decisions=typed_in(asked, dict.fromkeys(places(questions), "leave out")), today=TODAY)

    assert questions.height > 0
    assert open_questions(done).is_empty()
    assert done.findings.filter(pl.col("code") == "decision_several").is_empty()


@pytest.mark.parametrize(("text", "cell"), [(" Zo\u00eb ", "Zo\u00eb"), ("", None)])
def test_a_cell_that_nobody_asked_about(text: str, cell: str | None) -> None:
    """It becomes what is typed, without the blanks around it; nothing empties it."""
    asked = asked_once(b"First Name,Last Name,Email\nJana,Novak,jana@example.com\n")

    done = clean(asked.export, decisions=with_cell(asked, 0, "First Name", text), today=TODAY)

    assert done.rows.item(0, "First Name") == cell


@pytest.mark.parametrize(
    ("row_id", "sentence"),
    [
        (0, "Row 2: '12' is no First Name. Type the whole First Name, or nothing to empty the cell."),
        (1, "Row 3 is no person, so that nothing in it can be edited."),
    ],
)
def test_a_cell_that_cannot_be(row_id: int, sentence: str) -> None:
    """The sentence says why, and what to type."""
    asked = asked_once(b"First Name,Last Name,Email\nJana,Novak,jana@example.com\n,,\nAna,Ruiz,ana@example.com\n")

    with pytest.raises(WrongAnswers) as refused:
        with_cell(asked, row_id, "First Name", "12")

    assert str(refused.value) == sentence
