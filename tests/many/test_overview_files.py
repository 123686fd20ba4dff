import io
from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from keycafe_clean.errors import OutputError
from keycafe_clean.many.overview import LINES, Overview
from keycafe_clean.many.overview_files import overview_page, sums_in_words, unanswered_in_words, write_overview
from tests.many.results import ASKS, DONE, ENDED, NAMES

OVERVIEW, MADE = Overview("2026-11", NAMES, ENDED), date(2026, 11, 3)


def test_three_sentences_add_up() -> None:
    """The jobs by how they stand, the rows by their outcomes, the users by when they go in."""
    assert sums_in_words(OVERVIEW) == (
        "4 jobs = 1 done + 2 waiting for somebody + 1 refused",
        "10 rows = 5 ready + 1 waiting + 2 combined + 2 left out + 0 not people",
        "November 2026: 4 users in the import files, 1 later",
    )


def test_the_table_is_for_spreadsheets(tmp_path: Path) -> None:
    """A line a job, and no name of one is a formula."""
    folder = write_overview(OVERVIEW, tmp_path / "out", MADE)

    table = pl.read_csv(folder / "overview.csv", infer_schema=False)

    assert table.columns == LINES.names()
    assert table.get_column("job").to_list() == ["acme", "bolt", "'=cmd()", "dune"]


def test_the_workbook_has_sums_and_lines(tmp_path: Path) -> None:
    """What is counted is a number, which a spreadsheet adds up; all else is text, and nothing is run."""
    folder = write_overview(OVERVIEW, tmp_path / "out", MADE)

    book = openpyxl.load_workbook(io.BytesIO((folder / "overview.xlsx").read_bytes()))

    summary = dict(book["Summary"].iter_rows(min_row=2, values_only=True))
    assert {name: summary[name] for name in ("jobs", "jobs done", "jobs refused", "rows read", "later")} == {
        "jobs": 4, "jobs done": 1, "jobs refused": 1, "rows read": 10, "later": 1,
    }  # fmt: skip
    assert [(cell.value, cell.data_type) for cell in book["Overview"]["A"]] == [(name, "s") for name in ("job", *NAMES)]
    counted = [dict(zip(LINES, line, strict=True)) for line in book["Overview"].iter_rows(min_row=2, values_only=True)]
    assert [(line["rows_read"], line["limit"], line["month"]) for line in counted] == [
        *[(5, 1000, "2026-11")] * 2,
        *[(None, None, None)] * 2,
    ]


def test_the_page_begins_with_who_has_something_to_do() -> None:
    """The sums, then what was refused, who has to decide what, and what is done."""
    page = overview_page(OVERVIEW).decode()

    order = [
        page.index(text)
        for text in (
            "<p>4 jobs = 1 done",
            "<h2>Refused: 1</h2>",
            "Said: staff.csv is empty.",
            "<h2>Waiting for somebody: 2</h2>",
            "To decide: Name: 1 (HR)",
            "<h2>Done: 1</h2>",
            "Since the month before: 1 new",
            "Not answered yet: 2026-10",
        )
    ]
    assert order == sorted(order)


def test_files_that_nobody_has_answered_are_said_on_top() -> None:
    """They are of jobs that are done, which nobody would look at."""
    sentence = (
        "Of 1 job nobody has said yet what Keycafe made of the file of an earlier month: "
        "keycafe-clean status JOB shows it, and keycafe-clean answer JOB tells it"
    )

    assert [*unanswered_in_words(OVERVIEW)] == [sentence]
    assert f"<p>{sentence}.</p>" in overview_page(OVERVIEW).decode()
    assert [*unanswered_in_words(Overview("2026-11", NAMES, {1: ASKS}))] == []


def test_a_page_of_jobs_that_are_done_has_one_heading() -> None:
    """There is nothing to say of the others."""
    page = overview_page(Overview("2026-11", ("<acme>",), {0: DONE})).decode()

    assert page.count("<h2>") == 1
    assert "<td>&lt;acme&gt;</td>" in page


def test_an_overview_replaces_nothing(tmp_path: Path) -> None:
    """The next one lies beside it."""
    folders = [write_overview(OVERVIEW, tmp_path / "out", MADE).name for _ in range(2)]

    assert folders == ["out", "out-2"]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"overview.csv", "overview.xlsx", "overview.html"}


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """The jobs are done by then, and the same call writes it elsewhere."""
    (tmp_path / "file").touch()

    with pytest.raises(OutputError) as stopped:
        write_overview(OVERVIEW, tmp_path / "file" / "out", MADE)

    assert str(stopped.value) == f"{tmp_path}/file/out cannot be written: Not a directory. Choose another folder."
