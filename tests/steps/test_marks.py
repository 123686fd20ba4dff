"""Marks in names: who has left, and posts that nobody has."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps import marks
from keycafe_clean.steps.marks import (
    MARK_RULES,
    has_name_marks,
    read_name_marks,
    says_vacant,
    with_marks_of_combined,
)
from keycafe_clean.words import is_unspaced, words


def read(
    first: str | None, last: str | None = None, whole: str | None = None, address: str | None = None
) -> tuple[list[str], list[str | None]]:
    """Get the codes asked about one name, and its cells without marks."""
    columns = ("First Name", "Last Name", "full_name")
    cells = (first, last, whole, address)
    schema = dict.fromkeys((*columns, "Email Address"), pl.String)
    frame = pl.DataFrame([cells], schema=schema, orient="row")
    rows = read_name_marks(frame.with_row_index("row_id"))
    return break_rules(rows, MARK_RULES).get_column("code").to_list(), list(rows.select(columns).row(0))


@pytest.mark.parametrize(
    ("first", "last", "address", "codes"),
    [
        ("Leaver", "Ana Ruiz", "ana.ruiz@acme.com", ["left_mark"]),
        ("Ana Ruiz", "LEFT", None, ["left_mark"]),
        ("gekündigt", "Ana Ruiz", None, ["left_mark"]),
        ("Mary Ann", "Leaver", "m.leaver@acme.com", []),
        ("Ana", "Leaver", None, []),
        ("Sep", "van Dijk", None, []),
        ("Hans Peter", "Alt", None, []),
    ],
)
def test_part_of_a_name_that_is_a_mark_is_asked_about(
    first: str, last: str, address: str | None, codes: list[str]
) -> None:
    """Beside a whole name; a surname alone, or one that the address has, is a name."""
    assert read(first, last, None, address) == (codes, [first, last, None])


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ("Ruiz (LEFT 2024)", "Ruiz"),
        ("Ruiz *BAJA*", "Ruiz"),
        ("**weg** Ruiz", "Ruiz"),
        ("_DEL_Ruiz", "Ruiz"),
        ("~old_Ruiz", "Ruiz"),
        ("Ruiz DUBLETTE siehe 20411", "Ruiz"),
        ("Ruiz - duplicate of row 12", "Ruiz"),
        ("Ruiz (doublon, voir A-77)", "Ruiz"),
        ("zz_Ruiz", "Ruiz"),
        ("XX Ana", "Ana"),
        ("Ruiz - DO NOT USE", "Ruiz"),
        ("zzRuiz", "Ruiz"),
        ("x-Ned Price", "Ned Price"),
        ("zOLD Tom Hill", "Tom Hill"),
        ("zDISABLED_Tom Hill", "Tom Hill"),
        ("Ruiz zz", "Ruiz"),
        ("Ana Ruiz OLD", "Ana Ruiz"),
        ("del_Ruiz", "Ruiz"),
        ("Ana (weg)", "Ana"),
        ("Ana [disabled]", "Ana"),
        ("Ana {inactive}", "Ana"),
        ("Ana【离职】", "Ana"),
        ("Ruiz – inaktiv", "Ruiz"),
        ("Ana Ruiz (gekundigt)", "Ana Ruiz"),
        ("Ana Ruiz - supprime", "Ana Ruiz"),
        ("OLD Ana Ruiz", "Ana Ruiz"),
        ("inactive - Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz (ausgeschieden)", "Ana Ruiz"),
        ("Ana Ruiz (de baja)", "Ana Ruiz"),
        ("Ana Ruiz | LEFT", "Ana Ruiz"),
        ("Ana Ruiz_old", "Ana Ruiz"),
        ("ex-Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz left 03/2025", "Ana Ruiz"),
        ("Ruiz (bis 31.03.2025)", "Ruiz"),
        ("Ana Ruiz †", "Ana Ruiz"),
        ("Ana Ruiz 🚫", "Ana Ruiz"),
        ("Ана Петрова (уволена)", "Ана Петрова"),
        ("Νίκη (αποχώρησε)", "Νίκη"),
        ("דנה כהן (עזבה)", "דנה כהן"),
        ("علي (غادر)", "علي"),
        ("Nguyễn An (đã nghỉ việc)", "Nguyễn An"),
        ("Ece (ayrıldı)", "Ece"),
        ("Ece (ayrildi)", "Ece"),
        ("do_not_use Ana Ruiz", "Ana Ruiz"),
        ("Terminated", "Terminated"),
        ("Ana Ruiz (no longer with us)", "Ana Ruiz"),
        ("Ana Ruiz (ancien employé)", "Ana Ruiz"),
    ],
)
def test_mark_of_somebody_who_has_left_is_asked_about(cell: str, bare: str) -> None:
    """A mark in brackets of any kind, before or behind the name, in the languages known, is asked about."""
    assert read(None, cell) == (["left_mark"], [None, bare, None])


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ("王伟（辞职）", "王伟"),
        ("王偉（辭職）", "王偉"),
        ("王伟(解雇)", "王伟"),
        ("王偉【資遣】", "王偉"),
        ("王伟-开除", "王伟"),
        ("王偉 解僱", "王偉"),
        ("開除 王偉", "王偉"),
        ("王伟已离职", "王伟"),
        ("山田太郎退職済2024", "山田太郎"),
        ("山田太郎 除籍", "山田太郎"),
        ("김민준 해고", "김민준"),
        ("김민준(사직)", "김민준"),
        ("除籍", "除籍"),
    ],
)
def test_word_of_two_signs_is_a_mark(cell: str, bare: str) -> None:
    """A script without blanks between words needs no third letter for one, and no border: nobody is called so."""
    assert read(None, cell) == (["left_mark"], [None, bare, None])


def test_every_word_for_leaving_is_a_mark_behind_a_name() -> None:
    """Those that a status column has too, in scripts without blanks between words."""
    spelled = [*words("marks", "left"), *filter(is_unspaced, words("status", "inactive"))]
    frame = pl.DataFrame({"First Name": [f"Ives {word}" for word in spelled], "Last Name": None})
    marked = read_name_marks(frame.cast(pl.String)).get_column("left_mark")

    assert [word for word, mark in zip(spelled, marked, strict=True) if mark is None] == []


@pytest.mark.parametrize("cell", ["王伟（小王）", "고사직", "元木 旧", "전 지현", "T. Novak", "Ho No", "Novak (I)"])
def test_short_word_is_a_name_where_it_may_be_one(cell: str) -> None:
    """Nicknames, and words that are names of people too."""
    assert read(None, cell) == ([], [None, cell, None])


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ("(Vacant) Night Porter", "Night Porter"),
        ("VACANT - Night Porter", "Night Porter"),
        ("Vacant", "Vacant"),
        ("TBD Porter", "Porter"),
        ("Porter (unbesetzt)", "Porter"),
        ("Poste vacant", "Poste vacant"),
        ("Porter (TBH)", "Porter"),
        ("Backfill for Joe Tanner", "for Joe Tanner"),
        ("Vervanging Jan de Vries", "Jan de Vries"),
        ("Cover for Ida Post", "Ida Post"),
        ("вакансия", "вакансия"),
    ],
)
def test_vacant_post_is_asked_about(cell: str, bare: str) -> None:
    """Nobody is in a post that is vacant: it gets no access code."""
    assert read(cell) == (["vacant_post"], [bare, None, None])


@pytest.mark.parametrize(
    "cell",
    [
        "Noor (Contractor)",
        "Ford [on leave]",
        "Ruiz (1001)",
        "Smith-Old",
        "Anna Left",
        "Alt, Anna",
        "Parti, Marco",
        "ANNA OLD",
        "Xxavier",
        "Ruiz (formerly Jones)",
        "Vaga, Ana",
        "Do Ha",
        "Tot, Anna",
        "de la Cruz",
        "O'Neil",
        "Leaver",
        "Ex",
        "Ana (Ops)",
        "Rip Torn",
        "Ruiz_T",
        "I - Ana",
    ],
)
def test_name_without_a_mark_stays(cell: str) -> None:
    """Names that are spelled like a mark, and brackets that say nothing of leaving, are no marks."""
    assert read(cell) == ([], [cell, None, None])


def test_mark_in_the_full_name_is_asked_about_with_the_name() -> None:
    """The question shows the name as it stood, wherever the mark was."""
    frame = pl.DataFrame({"row_id": [0, 1], "First Name": ["Ana", "Bo"], "Last Name": ["Ruiz", "Klemt (gone)"]})
    rows = read_name_marks(frame.with_columns(full_name=pl.Series(["Ruiz, Ana (old)", None])))

    assert rows.get_column("left_mark").to_list() == ["Ruiz, Ana (old)", "Bo Klemt (gone)"]


def test_column_with_a_mark_is_told() -> None:
    """Whether a column of names has a mark anywhere is known before the column is used."""
    assert has_name_marks(pl.Series(["Ana Ruiz", None, "Bo Klemt (vacant)"]))
    assert has_name_marks(pl.Series(["Ana Ruiz (left)", None]))
    assert not has_name_marks(pl.Series(["Ana Ruiz", None]))


@given(
    st.sampled_from(words("marks", "left")),
    st.sampled_from(["({})", "[{}]", "{{{}}}", "<{}>", "（{}）", "【{}】"]),
    st.booleans(),
)
def test_every_word_for_leaving_counts_in_every_bracket(word: str, bracket: str, is_before: bool) -> None:  # noqa: FBT001
    """Each word of the vocabulary in each kind of bracket, before or behind a name, is asked about."""
    mark = bracket.format(word)

    assert read(f"{mark} Ana Ruiz" if is_before else f"Ana Ruiz {mark}")[0] == ["left_mark"]


def test_mark_of_a_combined_row_is_that_of_the_person() -> None:
    """Whichever row of a person is kept, the mark of the other one is asked about."""
    cells = {"row_id": [0, 1, 2], "combined_into": [1, None, None], "left_mark": ["Ruiz (left)", None, None]}
    frame = pl.DataFrame(cells).with_columns(vacant_mark=pl.lit(None, pl.String), bracket_mark=pl.lit(None, pl.String))

    assert with_marks_of_combined(frame).get_column("left_mark").to_list() == ["Ruiz (left)", "Ruiz (left)", None]


@pytest.mark.parametrize(
    "name",
    [
        "TBD",
        "NN, NN",
        "nn",
        "Open Requisition R-118",
        "Planstelle 4711-3",
        "New Joiner",
        "new_starter 2",
        "New Hire #4",
        "Starter, New",
        "neue Kollegin",
        "Nouveau collaborateur",
        "Nuevo ingreso",
        "nowy pracownik",
        "新入社員",
        "Onboarding",
        "noch nicht eingetreten",
        "TBC",
        "Frozen Post",
        "Bank / Agency Cover",
        "N.N.",
        "N. N.",
        "Vacant",
        "à pourvoir",
        "Sin cubrir",
        "New Hire 12/2026",
        "Rekrytering pågår",
        "läuft Ausschreibung",
        "Stelle frei",
        "Position Eliminated",
        "Recrutement en cours",
        "In corso di selezione",
        "Rekrutacja",
        "Not filled",
        "Temp Cover",
        "Agency Worker 1",
        "Invalkracht",
        "kw-Vermerk",
        "In Safe",
        "Not issued",
    ],
)
def test_name_of_nothing_but_words_for_a_vacancy_is_a_vacant_post(name: str) -> None:
    """Where nobody else is named, the post is vacant."""
    assert read(None, None, name)[0] == ["vacant_post"]


@pytest.mark.parametrize(
    "name", ["Nova Person", "Novo Anna", "Mary New", "Joiner Karl", "Future Okoro", "Post Nn", "Jo Post"]
)
def test_name_with_a_word_for_who_is_to_come_in_it_stays(name: str) -> None:
    """Only a name of nothing but such words is nobody's."""
    assert read(None, None, name) == ([], [None, None, name])


@pytest.mark.parametrize("cell", ["Onboarding", "New Starter", "Pending"])
def test_state_of_who_is_to_come_is_no_vacant_post(cell: str) -> None:
    """In a column of states such a word is said of somebody."""
    assert pl.select(says_vacant(pl.lit(cell))).item() is False


def test_mark_is_asked_about_with_what_it_speaks_for() -> None:
    """Whoever takes the suggestion leaves the row out."""
    frame = pl.DataFrame({"First Name": ["Ana (left)", "Vacant"], "Last Name": ["Ruiz", None]}).with_row_index("row_id")
    found = break_rules(read_name_marks(frame), MARK_RULES)

    assert found.select("code", "suggestion").rows() == [("left_mark", "leave out"), ("vacant_post", "leave out")]


def test_vacant_post_is_told_in_the_order_in_which_it_reads() -> None:
    """The words may begin in the last name: what is asked about reads as it was written."""
    frame = pl.DataFrame({"First Name": ["Asignar", "Sin"], "Last Name": ["Sin", "Asignar"]})

    assert read_name_marks(frame).get_column("vacant_mark").to_list() == ["Sin Asignar"] * 2


def test_words_in_brackets_that_nobody_knows_are_asked_about_once() -> None:
    """A mark that is known is asked about as what it is."""
    assert read("Ana (zqx)")[0] == ["bracket_note"]
    assert read("Ana (zqx) (left)")[0] == ["left_mark"]
    assert read("Ana (zqx) (vacant)")[0] == ["vacant_post"]
    assert read("Ana (left) (vacant)")[0] == ["left_mark"]


def test_every_kind_of_mark_of_a_combined_row_is_kept() -> None:
    """That of the row itself, or of whichever row was combined into it."""
    marks = ("left_mark", "vacant_mark", "bracket_mark")
    frame = pl.DataFrame(
        {"row_id": [0, 1, 2], "combined_into": [None, 0, 0]} | {mark: [None, None, f"Ana ({mark})"] for mark in marks}
    )

    assert with_marks_of_combined(frame).select(marks).row(0) == tuple(f"Ana ({mark})" for mark in marks)


def test_marks_are_read_without_a_column_of_full_names() -> None:
    """First and last names alone have them too."""
    frame = pl.DataFrame({"First Name": ["Ana (left)", "Bo"], "Last Name": ["Ruiz", "Klemt"]})

    assert read_name_marks(frame).get_column("left_mark").to_list() == ["Ana (left) Ruiz", None]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((cell, True) for cell in ("Vacant", "TBD", "N. N.", "TBD Porter", "Porter (vacant)", "VACANT - Porter")),
        *((cell, False) for cell in ("Ana Ruiz", "Vaga, Ana")),
        (None, None),
    ],
)
def test_cell_says_that_nobody_has_the_post(cell: str | None, *, expected: bool | None) -> None:
    """Alone, or beside the name of the post."""
    assert pl.select(says_vacant(pl.lit(cell, pl.String))).item() is expected


@pytest.mark.parametrize("kind", ["left", "left_apart", "vacant", "vacant_before"])
def test_every_word_of_a_mark_is_read_in_brackets(kind: str) -> None:
    """In capitals too, with signs for its blanks, and with another apostrophe."""
    spelled = pl.Series([f"Ives ({word.upper().replace(' ', '_')})".replace("'", "’") for word in words("marks", kind)])

    told = marks._with_forms(spelled, marks._LEFT, marks._NOBODY)
    assert spelled.filter(~(told[0] | told[1])).is_empty()


@pytest.mark.parametrize("word", words("marks", "left_capitals"))
def test_every_word_in_capitals_is_read_before_a_name(word: str) -> None:
    """Such a word is one in capitals only."""
    assert has_name_marks(pl.Series([f"{word} Ida Post"]))
