import io
from datetime import date
from functools import cache

import polars as pl
import pytest

from keycafe_clean.answers import with_answers
from keycafe_clean.errors import WrongAnswers
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write.line_of_row import is_about_the_row
from keycafe_clean.write.review import review_tables

TODAY = date(2026, 11, 3)
WIDE = "Employee ID,First Name,Last Name,Email,Location,Department,Company,Country,Status"
ALIKE = "Leeds,Sales,Acme Ltd,Germany,active"
NAMES = "First Name,Last Name,Email"
COLLEAGUES = (f"10001,Anna,Otto,anna.otto@acme.com,{ALIKE}", f"10002,Bernd,Lang,bernd.lang@acme.com,{ALIKE}")
TWO = ("Anna,Otto,anna.otto@acme.com", "Bernd,Lang,bernd.lang@acme.com")


def cleaned(*lines: str) -> Cleaned:
    """Clean an export of these lines."""
    return clean(read_export(("w.csv", "".join(f"{line}\n" for line in lines).encode())), today=TODAY)


def is_taken(asked: Cleaned, now: Cleaned, answer: str, **cells: str) -> bool:
    """Tell whether the answer to what is asked first is taken in another export, with these cells in the sheet."""
    table = review_tables(asked, plan_imports(asked))["waiting"].head(1)
    typed = table.with_columns(answer=pl.lit(answer), **{name: pl.lit(cell) for name, cell in cells.items()})
    sheet = io.BytesIO()
    typed.write_csv(sheet)
    try:
        return not with_answers(now, read_export(("sheet.csv", sheet.getvalue()))).lines.is_empty()
    except WrongAnswers as error:
        assert "answers a question that is not open in this export" in str(error)  # noqa: PT017 - nothing else is meant
        return False


@pytest.mark.parametrize(
    ("header", "before", "after", "others"),
    [
        (
            WIDE,
            f"10065,Felix,Abel,felix abel acme.com,{ALIKE}",
            f"10130,Klara,Zimmer,klara abel acme.com,{ALIKE}",
            COLLEAGUES,
        ),
        (NAMES, "Felix,Abel,n/a@", "Zoe,Abel,n/a@", TWO),
        (NAMES, "Felix,Abel,n/a@", "Felix,Zimmer,n/a@", TWO),
        (NAMES, "Felix,Abel,felix abel acme", "Felix,Abel,felix.abel2 acme", TWO),
        (NAMES, "Пётр,Abel,n/a@", "Анна,Abel,n/a@", TWO),
        ("Employee ID,Full Name,Email", "10065,Jo Abel,n/a@", "10130,Jo Abel,n/a@", ("10001,Anna Otto,a@acme.com",)),
    ],
)
def test_answer_about_somebody_else(header: str, before: str, after: str, others: tuple[str, ...]) -> None:
    """Another name, number or address is another person, whatever columns most people have alike."""
    asked, now = (cleaned(header, *others, line) for line in (before, after))

    assert is_taken(asked, asked, "x@acme.com")
    assert not is_taken(asked, now, "x@acme.com")


def test_same_person_of_another_pair() -> None:
    """`same person` about two rows is not taken for two of another first name."""
    before, after = (
        cleaned(WIDE, *COLLEAGUES, *(f"{number},{name},Vogel,{name}{number}@acme.com,{ALIKE}" for number in numbers))
        for name, numbers in (("David", (10039, 99999)), ("Stefan", (10234, 88888)))
    )

    assert is_taken(before, before, "same person")
    assert not is_taken(before, after, "same person")


@pytest.mark.parametrize(
    "cells",
    [
        {"Employee ID": "65"},
        {"Employee ID": "65.0"},
        {"Employee ID": "6.5E+1"},
        {"First Name": "F?lix"},
        {"First Name": "Felix"},
        {"First Name": "FÃ©lix"},
        {"Last Name": ""},
        {"Department": "Ops"},
        {"Email": "felix"},
    ],
)
def test_sheet_as_a_spreadsheet_leaves_it(cells: dict[str, str]) -> None:
    """Lost letters and zeros, and a department or an address by now beside the same number, are the same person's."""
    asked = cleaned(WIDE, *COLLEAGUES, f"00065,Félix,Abel,felix abel acme.com,{ALIKE}")

    assert is_taken(asked, asked, "x@acme.com", **cells)


PLACED = "Employee ID,First Name,Last Name,Email,Location,Department,Status"
ELSEWHERE = (
    "AB65,Anna,Otto,anna.otto@acme.com,Leeds,Sales,active",
    "-,Пётр,Ek,ek@acme.com,Cork,Fleet,on leave",
    "000,Petr,Berg,berg@acme.com,York,Legal,on leave",
)
BESIDE = tuple(line.replace("Cork,Fleet", "Leeds,Sales").replace("York,Legal", "Leeds,Sales") for line in ELSEWHERE)


@cache
def placed(*lines: str) -> Cleaned:
    """Clean an export of people in places once for all tests of it."""
    return cleaned(PLACED, *lines)


def is_about(row: int, lines: tuple[str, ...] = ELSEWHERE, **cells: str) -> bool:
    """Tell whether a line of a sheet with nothing but these cells is about a row of an export."""
    line = pl.DataFrame({"row_id": [row], **cells}, schema_overrides={"row_id": pl.UInt32})
    return bool(is_about_the_row(line, placed(*lines)).item())


@pytest.mark.parametrize(
    ("lines", "cells", "expected"),
    [
        (ELSEWHERE, {"First Name": "Anna", "Location": "Leeds", "Department": "Ops", "Status": "ended"}, True),
        (ELSEWHERE, {"First Name": "Anna", "Location": "Hull", "Department": "Ops", "Status": "ended"}, False),
        (ELSEWHERE, {"Location": "Leeds", "Department": "Sales", "Status": "ended"}, True),
        (ELSEWHERE, {"Location": "Leeds", "Department": "Ops", "Status": "ended"}, False),
        (BESIDE, {"Location": "Leeds", "Department": "Sales", "Status": "ended"}, False),
        (BESIDE, {"Location": "Hull", "Department": "Ops"}, True),
    ],
)
def test_other_words_are_weighed(lines: tuple[str, ...], cells: dict[str, str], *, expected: bool) -> None:
    """No more of them may differ than cells agree, names too; a place that most rows have speaks neither way."""
    assert is_about(0, lines, **cells) is expected


@pytest.mark.parametrize(
    ("there", "row", "expected"),
    [("Petr", 1, True), ("Пётр", 2, True), ("Пётр", 1, True), ("Анна", 1, False), ("Anna", 2, False)],
)
def test_name_in_other_letters_on_one_side_tells_nothing(there: str, row: int, *, expected: bool) -> None:
    """Its letters may be lost, or written as they sound; on both sides they are compared."""
    assert is_about(row, **{"First Name": there}) is expected


@pytest.mark.parametrize(
    ("there", "row", "expected"),
    [("ab65", 0, True), ("AB66", 0, False), ("-", 0, True), ("65", 1, True), ("65", 2, True)],
)
def test_number_is_compared_by_its_signs(there: str, row: int, *, expected: bool) -> None:
    """Letter case tells nothing; a dash, or zeros alone, are no number."""
    assert is_about(row, **{"Employee ID": there}) is expected
