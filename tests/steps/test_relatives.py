"""Relatives beside the people who work here."""

import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.steps.relatives import relation_headers, relative_rules
from tests.runs import run

FAMILY, UNKNOWN = "family_member", "relation_unknown"


def asked_of(header: str, cells: list[str | None], *others: str) -> list[tuple[str, str]]:
    """Get code and cell of what is asked about one column of an export, others beside it."""
    columns = {f"source.{header}": cells, **{f"source.{it}": ["x"] * len(cells) for it in others}}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).with_row_index("row_id")
    found = break_rules(frame, relative_rules(frame, [header, *others]))
    return [(code, cell) for code, cell in found.select("code", "value").iter_rows()]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Relationship", "Spouse"), ("RELATION_TYPE", "child"), ("Lien de parenté", "Épouse"), ("Parentesco", "Hijo"),
        ("Verwandtschaft", "Tochter"), ("Stopień pokrewieństwa", "żona"), ("Степень родства", "Сын"), ("続柄", "妻"),
        ("与员工关系", "配偶"), ("Συγγένεια", "Τέκνο"), ("Rel", "CH"), ("Rel.", "Spouse"), ("Rel Cd", "DP"),
        ("Parentesco", "Filha(o)"), ("Parentesco", "Esposo/a"), ("Verwandtschaft", "Ehemann/-frau"),
        ("Dependent Type", "Adopted child 26+"), ("Subscriber/Dependent", "Dependent"), ("Lien", "Conjoint(e)"),
        ("Parentesco", "Espos(a)"), ("与员工关系", "夫(妻)"),
    ],
)  # fmt: skip
def test_relatives_are_asked_about(header: str, cell: str) -> None:
    """Whoever is a relative of somebody who works here is a question, in the languages known; the employee is none."""
    assert asked_of(header, [cell, "Employee", None]) == [(FAMILY, cell)]


@pytest.mark.parametrize(
    "cell", ["Employee", "EE", "Self", "18", "Titular(a)", "Mitarbeiter/in", "01 - Self", "n/a", "No"]
)
def test_employee_s_own_word_is_not_asked_about(cell: str) -> None:
    """In any gender, with a number, or as nothing."""
    assert asked_of("Relationship to Employee", ["Spouse", cell]) == [(FAMILY, "Spouse")]


@pytest.mark.parametrize(
    ("header", "cells", "asked"),
    [
        ("Parentesco", ["Titular", "Agregado"], [(UNKNOWN, "Agregado")]),
        ("Rel", ["Self", "QD"], [(UNKNOWN, "QD")]),
        ("Relationship", ["Employee", "Child", "Other"], [(FAMILY, "Child"), (UNKNOWN, "Other")]),
        ("Relationship", ["Employee", "Contractor", "Vendor"], []),
        ("Rel", ["2.1", "2.2"], []),
        (
            "Type",
            ["Employee", "Spouse/DP", "Volunteer", "Board", "Dep Child <26"],
            [(FAMILY, "Spouse/DP"), (FAMILY, "Dep Child <26")],
        ),
        ("Type", ["Employee", "Child Care", "Volunteer", "Board"], []),
        ("Type", ["Volunteer", "Spouse", "Board"], []),
    ],
)
def test_unknown_word_is_asked_about_beside_relatives(
    header: str, cells: list[str | None], asked: list[tuple[str, str]]
) -> None:
    """Where the header, or another cell, says what the column is about; a relation of another kind is none."""
    assert asked_of(header, cells) == asked


@pytest.mark.parametrize("header", ["Individual Relationship Code", "Relationship", "Rel To Subscriber (834 relation)"])
@pytest.mark.parametrize(
    ("cells", "family", "unknown"),
    [
        (["18", "01", "19", "18", "53"], ["01", "19", "53"], []),
        (["18", "1", "18", "G8"], ["1"], ["G8"]),
        (["18", "01", "18"], ["01"], []),
        (["18", "20", "19"], ["19"], []),
        (["18", "18", "18", "18", "01", "99"], ["01"], ["99"]),
    ],
)
def test_codes_of_x12_are_known(header: str, cells: list[str | None], family: list[str], unknown: list[str]) -> None:
    """18 and 20 work here; a code of neither, or one that nobody knows, is a question as well."""
    asked = [*((FAMILY, cell) for cell in family), *((UNKNOWN, cell) for cell in unknown)]
    assert asked_of(header, cells) == asked


@pytest.mark.parametrize("header", ["Age", "Grade"])
def test_figures_under_another_header_are_no_relations(header: str) -> None:
    """A column with 18 among its figures says nothing of relatives."""
    assert asked_of(header, ["18", "19", "20"]) == []


def codes_asked(header: str, cells: list[str], numbers: list[str], addressed: list[bool]) -> list[str]:
    """Get the codes that are asked about beside employee numbers and addresses."""
    addresses = [f"p{i}@example.com" if has else None for i, has in enumerate(addressed)]
    columns = {f"source.{header}": cells, "employee_id": numbers, "Email Address": addresses}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).with_row_index("row_id")
    return break_rules(frame, relative_rules(frame, [header])).get_column("value").to_list()


@pytest.mark.parametrize(
    ("header", "cells", "numbers", "addressed", "asked"),
    [
        ("Relationship", ["1", "2", "3", "1"], ["A", "A", "A", "B"], [True, False, False, True], ["2", "3"]),
        ("Relationship", ["1", "2", "1", "3", "2"], ["A", "A", "B", "B", "C"], [False] * 5, ["2", "3", "2"]),
        ("Relation Code", ["0", "4", "0"], ["A", "B", "C"], [True, False, True], ["4"]),
        ("Relation Code", ["7", "8", "7"], ["A", "B", "C"], [True, True, True], ["7", "8", "7"]),
        ("Relationship", ["FT", "PT", "FT"], ["A", "B", "C"], [True, True, True], []),
    ],
)
def test_employees_code_is_told_by_numbers_and_addresses(
    header: str, cells: list[str], numbers: list[str], addressed: list[bool], asked: list[str]
) -> None:
    """Of codes that nobody knows, the employees' own is not asked about; where nothing tells it, all are."""
    assert codes_asked(header, cells, numbers, addressed) == asked


@pytest.mark.parametrize(("codes", "own_is_asked"), [(12, False), (13, True)])
def test_column_of_more_codes_than_relations_has_no_employees_code(codes: int, *, own_is_asked: bool) -> None:
    """Of up to 12 codes the one with addresses is the employees' own; more are no relations, and nobody is let in."""
    cells = [str(code) for code in range(1, codes + 1)]
    asked = codes_asked("Relation Code", cells, cells, [code == "1" for code in cells])

    assert asked == (cells if own_is_asked else cells[1:])


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["00", "01", "02", "00"], ["01", "02"]),
        (["1", "2", "1"], ["2"]),
        ([None, "1", "2"], ["1", "2"]),
        (["x", "0"], []),
    ],
)
def test_number_of_a_relative_is_asked_about(cells: list[str | None], asked: list[str]) -> None:
    """The lowest number of a column is the employee's, or none is."""
    assert asked_of("Dep Seq", cells) == [(UNKNOWN, cell) for cell in asked]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["Self", "Spouse", "Child"], True),
        (["EE", "SP", "CH", "EE"], True),
        (["Employee", "Dependent"], True),
        (["Employee", "Partner", "Associate"], False),
        (["Employee", "Family"], False),
        (["EE", "CH", "DE", "FR"], False),
        (["Employee", "CH", "DP"], False),
        (["man", "vrouw"], False),
        (["Spouse", "Child"], False),
        ([None, None], False),
    ],
)
def test_column_of_any_name_is_one_of_relations_by_its_cells(cells: list[str | None], *, found: bool) -> None:
    """Most of its words are known, and both an employee and a relative are among them."""
    table = pl.DataFrame({"X1": cells}, schema={"X1": pl.String})

    assert relation_headers(table) == (("X1",) if found else ())


RELATIVES = ("Spouse", "Husband", "Wife", "Child", "Son", "Daughter", "Stepson", "Stepdaughter", "Newborn", "Nephew",
    "Niece", "Grandson", "Granddaughter", "Sibling", "Hijo", "Hija", "Esposo", "Esposa", "Sohn", "Tochter", "Ehefrau",
    "Ehemann", "Enfant", "Conjoint", "Figlio",
)  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "is_asked"),
    [
        (["Self", "Self", "Spouse", "Child", "Zq"], True),
        (["Self", "Spouse", "Child", "Zq"], False),
        (["Self"] * 40 + ["Spouse", "Zq"], True),
        (["Self", *RELATIVES, "Zqa", "Zqb", "Zqc", "Zq"], True),
        (["Self", *RELATIVES, "Zqa", "Zqb", "Zqc", "Zqd", "Zq"], False),
    ],
)
def test_column_of_any_name_is_one_of_relations_where_four_of_five_cells_are_known(
    cells: list[str], *, is_asked: bool
) -> None:
    """Its unknown words are asked about then; more than thirty different ones are none of relations."""
    assert ((UNKNOWN, "Zq") in asked_of("Type", [*cells])) is is_asked


@pytest.mark.parametrize(("others", "found"), [(28, True), (29, False)])
def test_column_of_few_words_with_relatives_among_them_is_read(others: int, *, found: bool) -> None:
    """Whatever else it has, a relative is found among thirty different words; blanks are no word."""
    cells = ["Self", "Spouse", None, *(f"Zq {number}" for number in range(others))]

    assert relation_headers(pl.DataFrame({"X1": cells})) == (("X1",) if found else ())


@pytest.mark.parametrize("other", ["Emergency Contact", "Contact 1 Name"])
def test_relation_of_a_person_to_call_is_not_the_row_s(other: str) -> None:
    """Beside an emergency contact, a relation is that person's; where it says `Self` it is not."""
    assert asked_of("Relationship", ["Spouse", "Mother"], other) == []
    assert asked_of("Relationship", ["Spouse", "Self"], other) == [(FAMILY, "Spouse")]


WIDE = (
    "First Name,Last Name,Email,Dependent First Name,Dependent Last Name,Relationship to Employee\n"
    "Ana,Ruiz,ana@example.com,Ivo,Ruiz,Child\n"
    "Bo,Dal,bo@example.com,,,\n"
)


def test_relation_of_a_relative_in_columns_of_their_own_is_not_the_row_s() -> None:
    """Whoever works here goes in; the relative beside them is nobody's row."""
    rows = run(WIDE).rows

    assert rows.select("First Name", "outcome").rows() == [("Ana", "ready"), ("Bo", "ready")]


def test_relation_is_the_row_s_where_the_relative_s_name_is_used() -> None:
    """A list of relatives names them in such columns too."""
    names = {
        "First Name": ("Dependent First Name",),
        "Last Name": ("Dependent Last Name",),
        "Email Address": ("Email",),
    }
    setup = Setup().with_source(SourceSetup(headers=tuple(WIDE.splitlines()[0].split(",")), columns=names))

    assert run(WIDE, setup=setup).rows.get_column("outcome").to_list()[0] == "waiting"


@pytest.mark.parametrize(("header", "cell"), [("Relationship to Employee", "Child"), ("Account Kind", "Room")])
def test_column_that_is_said_to_be_none_asks_nothing(header: str, cell: str) -> None:
    """Of relatives, and of kinds of accounts."""
    text = f"First Name,Last Name,Email,{header}\nAna,Ruiz,ana@example.com,{cell}\n"
    columns = {"First Name": ("First Name",), "Last Name": ("Last Name",), "Email Address": ("Email",)}
    headers = tuple(text.splitlines()[0].split(","))
    said, unsaid = (
        Setup().with_source(SourceSetup(headers=headers, columns=told))
        for told in ({**columns, "none": (header,)}, columns)
    )

    assert run(text, setup=said).rows.get_column("outcome").to_list() == ["ready"]
    assert run(text, setup=unsaid).rows.get_column("outcome").to_list() == ["waiting"]


def test_another_answer_lets_no_relative_in() -> None:
    """Whoever is not the employee of the same number is a relative still."""
    text = "Number,First Name,Last Name,Email,Rel\n7,Ana,Ruiz,ana@example.com,EE\n7,Ivo,Ruiz,,CH\n"
    employee, child = run(text).who.select("employee_id", "email", "name", "start_date").rows(named=True)
    answered = Decisions().with_pair("two_people", employee, child)

    assert run(text, decisions=answered).rows.get_column("outcome").to_list() == ["ready", "waiting"]


@pytest.mark.parametrize("word", ["الموظف", "الموظفة", "موظفة"])
def test_arabic_word_of_the_employee_is_known_with_article_and_ending(word: str) -> None:
    """Neither makes another word of it."""
    assert asked_of("صلة القرابة", [word, "الزوجة"]) == [(FAMILY, "الزوجة")]
