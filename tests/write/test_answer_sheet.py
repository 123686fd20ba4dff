import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from keycafe_clean.answers import with_answers
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.errors import WrongAnswers
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write.answer_sheet import filled_in_sheet, read_answer_sheet
from keycafe_clean.write.folder import run_files
from keycafe_clean.write.review import review_tables

TODAY = date(2026, 11, 3)
EXPORT = """Nr,Vorname,Nachname,E-Mail
0101,Łucja,Żak,łucja@example
0102,Jörg,Weiß,joerg@example
0103,Ana,Prüß,pruess.ek@example.com
0104,Eva,Ek,pruess.ek@example.com
"""
ANSWERS = {2: "lucja@example.com", 3: "Leave out.", 5: "two people"}
DONE = [
    ("lucja@example.com", "ready"),
    ("joerg@example", "left_out"),
    ("pruess.ek@example.com", "ready"),
    (None, "ready"),
]

Table = list[list[str]]

#: What became of an export by decisions: the exports are kept by `cleaned()`.
_DECIDED: dict[int, dict[Decisions, Cleaned]] = {}


@cache
def cleaned(name: str = "hr.csv", text: str = EXPORT) -> Cleaned:
    """Clean the export, or another one, once for all tests."""
    return clean(read_export((name, text.encode())), today=TODAY)


def sheet(asked: Cleaned) -> Table:
    """Get waiting.csv of a run with the answers typed in, header first."""
    table = review_tables(asked, plan_imports(asked))["waiting"]
    typed = [ANSWERS.get(row) if code != "other_row" else None for row, code in table.select("row", "code").rows()]
    filled = table.with_columns(answer=pl.Series(typed, dtype=pl.String)).select(pl.all().cast(pl.String).fill_null(""))
    return [filled.columns, *map(list, filled.rows())]


def saved(table: Table, sign: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """Save a table as a spreadsheet does."""
    text = io.StringIO()
    csv.writer(text, delimiter=sign).writerows(table)
    return text.getvalue().encode(encoding, errors="replace")


def book(table: Table) -> bytes:
    """Save a table as a workbook, its numbers as numbers."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_numbers": True}) as workbook:
        page = workbook.add_worksheet()
        for number, line in enumerate(table):
            page.write_row(number, 0, line)
    return out.getvalue()


def without(*columns: str) -> Callable[[Table], Table]:
    """Get what takes columns out of a table."""

    def cut(table: Table) -> Table:
        kept = [place for place, name in enumerate(table[0]) if name not in columns]
        return [[line[place] for place in kept] for line in table]

    return cut


def with_notes(table: Table) -> Table:
    """Put a column of one's own in front."""
    return [[mine, *line] for mine, line in zip(["my notes", "asked", "", "", ""], table, strict=True)]


def answered(data: bytes, name: str = "waiting.csv", export: Cleaned | None = None) -> list[tuple[str | None, ...]]:
    """Get the address and outcome of every row after these answers."""
    asked = export or cleaned()
    decisions = with_answers(asked, read_answer_sheet((name, data)))
    return decided(asked, decisions).rows.select("Email Address", "outcome").rows()


def decided(asked: Cleaned, decisions: Decisions) -> Cleaned:
    """Clean the export again with these decisions; most sheets make the same ones of it."""
    again = _DECIDED.setdefault(id(asked), {})
    if decisions not in again:
        again[decisions] = clean(asked.export, decisions=decisions, today=TODAY)
    return again[decisions]


@pytest.mark.parametrize(
    ("sign", "encoding"), [(";", "cp1252"), ("\t", "utf-16"), (";", "utf-8"), (",", "utf-8-sig"), (",", "cp1252")]
)
def test_sheet_as_spreadsheets_save_it(sign: str, encoding: str) -> None:
    """Answers hold whatever the sheet was saved as, also where letters were lost."""
    assert answered(saved(sheet(cleaned()), sign, encoding)) == DONE


@pytest.mark.parametrize(
    "change",
    [
        lambda table: [table[0], *reversed(table[1:])],
        with_notes,
        without("code"),
        without("file"),
        without("file", "column", "code"),
        without("sentence", "advice", "suggestion", "Nr", "Vorname", "Nachname", "E-Mail"),
        lambda table: [[name.upper() for name in table[0]], *table[1:]],
        lambda table: [[cell.removeprefix("0") for cell in line] for line in table],
        lambda table: [["old.csv" if cell == "hr.csv" else cell for cell in line] for line in table],
    ],
)
def test_sheet_that_was_worked_on(change: Callable[[Table], Table]) -> None:
    """Sorted, with columns more or less, with another file's name: what row and column tell is enough."""
    assert answered(saved(change(sheet(cleaned())))) == DONE


def test_sheet_of_a_workbook() -> None:
    """The sheet saved as a workbook is taken too."""
    assert answered(book(sheet(cleaned())), "waiting.xlsx") == DONE


def test_review_workbook_as_a_person_fills_it_in() -> None:
    """Chosen from the drop-downs, one cell typed, saved by another program: taken as `waiting.csv` is."""
    asked = cleaned()

    offered = offered_in(load_workbook(io.BytesIO(filled_in(asked)))["Waiting"])
    assert [it for it in offered.values() if "two people" in it] == [
        '"same person,two people: row 4,two people: row 5,leave out"'
    ]
    assert answered(filled_in(asked), "review.xlsx", asked) == DONE


def offered_in(page: Worksheet) -> dict[str, str | None]:
    """Get the cells with a drop-down, and what each offers."""
    return {str(it.sqref): it.formula1 for it in page.data_validations.dataValidation}


def filled_in(asked: Cleaned) -> bytes:
    """Get the workbook of a run with the answers in its sheet Waiting."""
    book = load_workbook(io.BytesIO(run_files(asked, plan_imports(asked))["review.xlsx"].data))
    page = book["Waiting"]
    offered = offered_in(page)
    for cell in [cell for cells in page.iter_rows(min_row=2) for cell in cells if cell.coordinate in offered]:
        cell.value = ANSWERS.get(int(page.cell(cell.row, 2).value))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: nothing saves the workbook")
def test_review_workbook_that_libreoffice_has_saved(tmp_path: Path) -> None:
    """Filled in, opened and saved again by another program, it is still taken."""
    asked = cleaned()
    (tmp_path / "review.xlsx").write_bytes(filled_in(asked))
    save = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]

    subprocess.run([*save, "--outdir", tmp_path / "saved", tmp_path / "review.xlsx"], check=True, capture_output=True)  # noqa: S603 - a command of ours

    assert answered((tmp_path / "saved" / "review.xlsx").read_bytes(), "review.xlsx", asked) == DONE


def test_export_under_another_name() -> None:
    """Answers about an export hold for the same one by another name."""
    assert answered(saved(sheet(cleaned())), export=cleaned("hr (1).csv")) == DONE


def test_row_of_somebody_else() -> None:
    """An answer is not taken for somebody else who stands in the same row of another export."""
    other = cleaned(text=EXPORT.replace("Łucja,Żak,łucja", "Mona,Lund,mona"))

    with pytest.raises(WrongAnswers) as error:
        with_answers(other, read_export(("waiting.csv", saved(sheet(cleaned())))))

    assert [sentence.partition(":")[0] for sentence in error.value.sentences] == ["Row 2"]


def two_files() -> Cleaned:
    """Clean two files with a question in the same row each."""
    header = "First Name,Last Name,Email\n"
    one, two = (f"{header}{name},{name[::-1].title()}son,{name}@example\n".encode() for name in ("Mona", "Omar"))
    return clean(read_export(("one.csv", one), ("two.csv", two)), today=TODAY)


def typed(asked: Cleaned, *columns: str) -> bytes:
    """Answer the question about the second file, in a sheet without these columns."""
    table = review_tables(asked, plan_imports(asked))["waiting"].tail(1)
    cells = table.with_columns(answer=pl.lit("leave out")).select(pl.all().cast(pl.String).fill_null(""))
    return saved(without(*columns)([cells.columns, *map(list, cells.rows())]))


@pytest.mark.parametrize("columns", [(), ("code",), ("file",)])
def test_row_of_one_of_two_files(columns: tuple[str, ...]) -> None:
    """Of several files the name tells whose row is meant, or the cells do."""
    assert [outcome for _, outcome in answered(typed(two_files(), *columns), export=two_files())] == [
        "waiting",
        "left_out",
    ]


def test_row_that_two_files_have() -> None:
    """Where neither the name nor the cells tell, the sentence says what is missing."""
    data = typed(two_files(), "file", "First Name", "Last Name", "Email")

    with pytest.raises(WrongAnswers) as error:
        with_answers(two_files(), read_export(("waiting.csv", data)))

    assert (
        str(error.value) == "Row 2: several questions are open. Keep the columns file, column and code of waiting.csv."
    )


@pytest.mark.parametrize(
    "data",
    [
        b"First Name,Last Name,Email\nAnn,Lee,ann.lee@example.com\n",
        b"row,answer\n1,yes\n",
        b"row,code,sentence,answered\n1,a,b,c\n",
        b"PK\x03\x04 and no workbook",
        b"",
    ],
)
def test_what_is_no_sheet_of_ours_is_none(data: bytes) -> None:
    """People, tables with some of its columns, and what cannot be read."""
    assert filled_in_sheet(("a.csv", data)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_is_known_however_it_was_saved(encoding: str) -> None:
    """With semicolons, in other letters, under another name."""
    text = "file;row;column;code;sentence;advice;suggestion;answer\nhr.csv;2;;email_syntax;No address.;;;leave out\n"

    sheet = filled_in_sheet(("export (1).csv", text.encode(encoding)))

    assert sheet is not None
    assert sheet.sources[0].cells.height == 1
