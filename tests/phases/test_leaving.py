"""Words of leaving in columns that are no status of ours: who waits, what is asked, and what settles it."""

import csv
import io

import polars as pl
import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.findings import findings_of, in_words, no_findings
from keycafe_clean.phases.leaving import ask_about_leavers
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export
from tests.exports import TODAY

HEADER = ("Number", "First Name", "Last Name", "Email", "Status")
PEOPLE = [
    ("1", "Jana", "Novak", "jana@acme.com", "Active"),
    ("2", "Ken", "Ito", "ken@acme.com", "Active"),
    ("3", "Zoe", "Berg", "zoe@acme.com", "Active"),
]


def cleaned(
    header: str, *cells: str, people: list[tuple[str, ...]] = PEOPLE, more: tuple[str, ...] = (), **setup: object
) -> Cleaned:
    """Clean people with one more column, behind `more` columns that they have."""
    text = io.StringIO()
    csv.writer(text).writerows(
        [(*HEADER, *more, header), *((*who, cell) for who, cell in zip(people, cells, strict=True))]
    )
    return clean(read_export(("a.csv", text.getvalue().encode())), Setup.model_validate(setup), today=TODAY)


def outcomes(done: Cleaned) -> str:
    """Get the first letter of each outcome: ready, waiting, combined, left_out."""
    return "".join(outcome[0] for outcome in done.rows.get_column("outcome"))


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Comments", "left the company 03/2026"),
        ("Department", "Leavers"),
        ("Org Unit Path", "/Staff/Leavers"),
        ("Location", "Former employees"),
        ("Job Title", "Retired"),
        ("Worker Type", "Retiree"),
        ("Type", "ehemalig"),
        ("Rodzaj konta", "Emeryt"),
        ("Bemerkung", "ausgeschieden zum 31.10.2026"),
        ("Zq", "gave notice and left us in May, see the file of the works council"),
    ],
)
def test_row_waits_whose_cell_says_that_somebody_left(header: str, cell: str) -> None:
    """Whatever the column is, used or not: that row waits, and the others go on."""
    assert outcomes(cleaned(header, "", cell, "")) == "rwr"


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("Zq", "Vertrag beendet", "wwr"),
        ("Comments", "do not ever set up", "wwr"),
        ("Comments", "only on Tuesdays", "wrr"),
        ("Department", "Vertrag beendet", "wrr"),
    ],
)
def test_remark_that_may_say_so_waits_beside_one_that_does(header: str, cell: str, expected: str) -> None:
    """Once one cell of a column of remarks speaks of leaving, every other one that may waits too."""
    sure = "left the company in May, see the long file of the works council"
    assert outcomes(cleaned(header, sure, cell, "")) == expected
    assert outcomes(cleaned("Zq", "", "Vertrag beendet", "")) == "rrr"


def test_question_names_column_and_cell() -> None:
    """The sentence says where and what, the advice what to do."""
    done = cleaned("Comments", "", "left the company", "")

    assert in_words(done.findings, done.rows).select("severity", "sentence", "advice").rows() == [
        (
            "question",
            "Row 3: Comments says 'left the company': this person may have left.",
            "Leave this person out, or say 'right' if they still work here.",
        )
    ]


@pytest.mark.parametrize(
    "header",
    [
        *("Manager", "Full Name", "Company", "Emergency contact", "Surname", "Given Name", "Second Name", "Birth Name"),
        *("Display Name", "Name", "E-mail", "Login", "Badge", "Badge Code", "Personnel Number", "ID", "Row"),
        *("Date of Birth", "Segundo apellido", "Segundo nombre", "Father's Name"),
    ],
)
def test_columns_about_somebody_else_are_not_read(header: str) -> None:
    """What stands under a manager, a company or a name says nothing of the person."""
    assert outcomes(cleaned(header, "", "Leavers", "")) == "rrr"


def test_column_that_is_said_to_be_none_is_not_read() -> None:
    """One answer settles the column."""
    assert outcomes(cleaned("Comments", "", "left us", "", columns={"none": ["Comments"]})) == "rrr"


def test_column_of_which_very_many_rows_say_so_is_one_question() -> None:
    """Beyond twenty rows the column is asked about once, and its rows wait for that answer."""
    people = [(str(n), f"Jana{chr(97 + n)}", f"Novak{chr(97 + n)}", f"j{n}@acme.com", "Active") for n in range(22)]
    done = cleaned("Comments", *["do not invite"] * 21, "", people=people)

    about_column = done.findings.filter(done.findings["row_id"].is_null())
    assert outcomes(done) == "w" * 21 + "r"
    assert about_column.select("code", "column", "value", "suggestion").rows() == [
        ("column_in_doubt", "status", "Comments", "21 rows wait")
    ]
    assert set(done.findings.drop_nulls("row_id").get_column("code")) == {"column_open"}


@pytest.mark.parametrize(("cell", "expected"), [("Better offer", "rwr"), ("n/a", "rrr"), ("No", "rrr")])
@pytest.mark.parametrize("header", ["Term Reason", "Kündigungsgrund", "Motif de départ", "退職理由"])
def test_reason_for_leaving_is_asked_about(header: str, cell: str, expected: str) -> None:
    """Whoever has one may have left, whatever it is."""
    assert outcomes(cleaned(header, "", cell, "")) == expected


def test_reason_for_leaving_later_is_not_asked_about() -> None:
    """The last day says when."""
    people = [(*who, "2027-06-30") for who in PEOPLE]
    done = clean(
        read_export(
            (
                "a.csv",
                "\n".join(
                    [",".join([*HEADER, "Last Day", "Term Reason"]), *(",".join([*who, "Offer"]) for who in people)]
                ).encode(),
            )
        ),
        today=TODAY,
    )

    assert outcomes(done) == "rrr"


def test_twenty_rows_are_asked_about_one_by_one() -> None:
    """Each of them can be answered."""
    people = [(str(n), f"Jana{chr(97 + n)}", f"Novak{chr(97 + n)}", f"j{n}@acme.com", "Active") for n in range(21)]
    done = cleaned("Comments", *["do not invite"] * 20, "", people=people)

    assert done.findings.get_column("code").to_list() == ["left_note"] * 20


def test_cell_is_asked_about_once() -> None:
    """A column that nobody knows is in doubt as a status already."""
    done = cleaned("Zq", "Terminated", "Active", "Active")

    assert done.findings.drop_nulls("row_id").select("row_id", "code").rows() == [(0, "column_open")]


@pytest.mark.parametrize(
    ("code", "column", "is_asked"),
    [("column_open", "Comments", False), ("column_open", "Zq", True), ("email_syntax", "Comments", True)],
)
def test_row_that_waits_for_something_else_is_asked_about_its_cell(code: str, column: str, *, is_asked: bool) -> None:
    """Only the answer about the same column would settle it; any other one would let the person in unasked."""
    rows = pl.DataFrame(
        {
            "row_id": [0], "source_row": [2], "combined_into": [None], "left_out_reason": [None],
            "employment": ["active"], "source.Comments": ["left us"],
        },
        schema_overrides={"row_id": pl.UInt32, "combined_into": pl.UInt32, "left_out_reason": pl.String},
    )  # fmt: skip
    state = PipelineState(rows).found(
        findings_of(code, rows.select("row_id", column=pl.lit(column), value=pl.lit("x")))
    )
    done = ask_about_leavers(state, RunContext(Setup(), no_findings(), TODAY))

    assert ("left_note" in done.findings.get_column("code")) is is_asked


@pytest.mark.parametrize(("employment", "reasons"), [("active", [" in row 3"]), ("inactive", [])])
def test_kept_row_is_asked_about_the_cell_of_a_row_combined_into_it(employment: str, reasons: list[str]) -> None:
    """It says in which row the cell stands; a row that is over anyway speaks of an earlier employment."""
    rows = pl.DataFrame(
        {
            "row_id": [0, 1], "source_row": [2, 3], "combined_into": [None, 0], "left_out_reason": [None, None],
            "employment": ["active", employment], "source.Comments": ["", "left us"],
        },
        schema_overrides={"row_id": pl.UInt32, "combined_into": pl.UInt32, "left_out_reason": pl.String},
    )  # fmt: skip
    done = ask_about_leavers(PipelineState(rows), RunContext(Setup(), no_findings(), TODAY))

    assert done.findings.select("row_id", "reason").rows() == [(0, reason) for reason in reasons]


def test_first_row_that_says_so_is_told() -> None:
    """The kept row itself, wherever it stands; else the first of those combined into it. Each is asked about once."""
    rows = pl.DataFrame(
        {
            "row_id": range(6), "source_row": range(2, 8), "combined_into": [1, None, 1, 5, 5, None],
            "left_out_reason": [None] * 6, "employment": ["active"] * 6,
            "source.Comments": ["left us", "has left us", "left us", "left us", "has left us", ""],
        },
        schema_overrides={"row_id": pl.UInt32, "combined_into": pl.UInt32, "left_out_reason": pl.String},
    )  # fmt: skip
    done = ask_about_leavers(PipelineState(rows), RunContext(Setup(), no_findings(), TODAY))

    assert done.findings.select("row_id", "value", "reason").rows() == [
        (1, "has left us", None), (5, "left us", " in row 5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("Zq", "In dienst per 01-12-2027", "rwr"),
        ("Opmerking", "Eintritt 01.12.2027", "rwr"),
        ("Zq", "Starts 2020-12-01", "rrr"),
        ("Laptop", "Starts 2027-12-01", "rrr"),
        ("Zq", "Full-Time since 2027-12-01", "rrr"),
        ("Zq", "Zq 2027-12-01", "rrr"),
    ],
)
def test_row_waits_whose_cell_says_that_somebody_comes_later(header: str, cell: str, expected: str) -> None:
    """A word for a first day, or for working here, with a day to come; a thing and a kind of contract say nothing."""
    assert outcomes(cleaned(header, "", cell, "")) == expected


def test_comers_go_in_where_the_setup_says_so() -> None:
    """Then nobody is asked about them."""
    assert outcomes(cleaned("Zq", "", "Eintritt 01.12.2027", "", leave_out_starters=False)) == "rrr"


def test_word_for_coming_in_a_status_decides() -> None:
    """Whoever begins in a later month by the status is left out as others who do."""
    people = [(*who[:4], state) for who, state in zip(PEOPLE, ["Active", "Eintritt 01.12.2027", "Active"], strict=True)]

    assert outcomes(cleaned("Zq", "", "", "", people=people)) == "rlr"


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Zq status", ("Zqa", "Zqb", "Zqa", "Zqa", "Zqb", "Zqa"), "wwwwww"),
        ("Dienstverband", ("Zqa", "Zqb", "Zqa", "Zqa", "Zqb", "Zqa"), "wwwwww"),
        ("Dienstverband", ("Zqa", "Zqb", "Zqc", "Zqd", "Zqe", "Zqa"), "rrrrrr"),
        ("Training status", ("Zqa", "Zqb", "Zqa", "Zqa", "Zqb", "Zqa"), "rrrrrr"),
        ("Art Dienstverband", ("Zqa", "Zqb", "Zqa", "Zqa", "Zqb", "Zqa"), "rrrrrr"),
        ("Zq", ("Zqa", "Zqb", "Zqa", "Zqa", "Zqb", "Zqa"), "rrrrrr"),
    ],
)
def test_few_words_that_nobody_knows_are_one_question_below_a_name_of_states(
    header: str, cells: tuple[str, ...], expected: str
) -> None:
    """They are never put aside in silence; a kind, a thing and a name that says nothing are no states."""
    people = [
        (str(row), f"Jo{chr(97 + row)}", f"Zqu{chr(97 + row)}", f"jo{row}@acme.com", "Active") for row in range(6)
    ]
    done = cleaned(header, *cells, people=people)

    assert outcomes(done) == expected
    assert done.findings.filter(pl.col("code") == "column_in_doubt").height == int("w" in expected)
