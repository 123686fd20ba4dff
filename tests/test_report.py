from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from keycafe_clean import report
from keycafe_clean.article.contract import KEY_PERMISSIONS, UPLOAD_STEPS
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from tests.runs import many, run, staff, until


def test_columns_chosen() -> None:
    """Each column is told with its header and why, then what is not used and what was never opened."""
    cleaned = run("Vorname,Nachname,E-Mail,Status,IBAN,Desk\nJana,Novak,jana@example.com,aktiv,DE1,4\n")

    assert report.columns_chosen(cleaned, cleaned.export.sources[0]) == (
        "First Name: 'Vorname' (German for first name)",
        "Last Name: 'Nachname' (German for last name)",
        "Email Address: 'E-Mail' (100 % are addresses)",
        "Status: 'Status' (usual name)",
        "Not used: Desk",
        "Never opened, because private: IBAN",
    )


def test_columns_chosen_by_the_setup() -> None:
    """Columns that the set-up chose say so, with all of their headers; of many unused headers the first are named."""
    headers = ("A", "B", "C", *(f"D{number}" for number in range(10)))
    columns = {"First Name": ("A", "B"), "Email Address": ("C",), "none": ("D9",)}
    source = SourceSetup.model_validate({"headers": headers, "columns": columns})

    cleaned = run(f"{','.join(headers)}\nJana,Maria,jana@example.com{',x' * 10}\n", Setup(source=(source,)))

    assert report.columns_chosen(cleaned, cleaned.export.sources[0]) == (
        "First Name: 'A' + 'B' (as the set-up says)",
        "Email Address: 'C' (as the set-up says)",
        "Not used, as you said: D9",
        "Not used: D0, D1, D2, D3, D4, D5, D6, D7 and 1 more",
    )


def test_addresses_that_their_types_choose_are_used() -> None:
    """A second address is not said to be put aside where somebody has got it."""
    cleaned = run(
        "First Name,Last Name,Email 1,Email 1 Type,Email 2,Email 2 Type\n"
        "Jana,Novak,jana@home.net,Home,jana@example.com,Work\nKen,Ito,ken@example.com,Work,,\n"
    )

    assert report.columns_chosen(cleaned, cleaned.export.sources[0])[2:] == (
        "Email Address: 'Email 1' (100 % are addresses)",
        "Used for the e-mail address, by its type: Email 1 Type, Email 2, Email 2 Type",
    )


def test_equation() -> None:
    """The equation names every outcome, with its count."""
    assert report.equation(staff()) == "7 rows = 3 ready + 1 waiting for you + 1 combined + 1 left out + 1 not people"


def test_equation_of_many() -> None:
    """Thousands have separators, and one row is a row."""
    assert report.equation(many(1_200, waiting=34)).startswith("1,234 rows = 1,200 ready + 34 waiting for you + 0 ")
    assert report.equation(many(1)).startswith("1 row = 1 ready + 0 waiting for you ")


def test_letters_line() -> None:
    """Cells with letters beside ASCII are shown; where there are none, and of workbooks, nothing is."""
    read = read_export(
        ("hr.csv", "Vorname,Nachname\nJörg,Žák\nEva,Ek\n".encode()), ("plain.csv", b"First,Last\nEva,Ek\n")
    )

    columns = {"First Name": ("Vorname", "First"), "Last Name": ("Nachname", "Last")}
    said = [report.letters_line(source, columns) for source in read.sources]
    assert said == ["Letters look like this: Jörg, Žák", ""]


def test_letters_of_columns_that_nobody_needs_are_not_shown() -> None:
    """A remark about somebody is no sample of the letters."""
    source = read_export(("hr.csv", "Vorname,Notiz\nJörg,Krank seit März\n".encode())).sources[0]

    assert report.letters_line(source, {"First Name": ("Vorname",)}) == "Letters look like this: Jörg"


def test_ready_users() -> None:
    """Who is ready is counted by user type, and the words agree with the counts."""
    assert report.ready_users(staff()) == "2 Full Users and 1 SmartBox User are ready"
    assert report.ready_users(many(1)) == "1 Full User and 0 SmartBox Users are ready"


def test_limit_line() -> None:
    """The use of the limit adds up."""
    planned = plan_imports(many(1_200), used=120)

    assert report.limit_line(planned) == "November 2026: 120 used + 880 in this file = 1,000 of 1,000"


@pytest.mark.parametrize(
    ("setup", "line"),
    [
        ({"plan": "paid"}, "Everybody who is ready is in by February 2027; with 250 a month by December 2027."),
        ({"plan": "confirmed"}, "Everybody who is ready is in by December 2027; with 1,000 a month by February 2027."),
    ],
)
def test_what_if_line(setup: dict[str, object], line: str) -> None:
    """The forecast in one sentence, and what the other plan would make of it."""
    planned = plan_imports(many(3_246, Setup.model_validate(setup)), used=120)

    assert report.what_if_line(planned) == line


def test_nothing_is_asked_of_who_is_in_this_month() -> None:
    """Without a forecast there is nothing to compare."""
    assert report.what_if_line(plan_imports(many(3))) == ""


def test_file_of_another_month_says_when_it_is_for() -> None:
    """Its places are those of that month; of this month's nothing is said."""
    planned = plan_imports(many(3), month="2026-12")

    assert report.other_month_line(planned, date(2026, 11, 22)) == (
        "This file is for December 2026: upload it then, since it takes the places of that month."
    )
    assert report.other_month_line(planned, date(2026, 12, 1)) == ""
    assert report.other_month_line(plan_imports(many(0), month="2026-12"), date(2026, 11, 22)) == ""


def test_forecast_line() -> None:
    """Later months are named with their people; with everybody in this month nothing is said."""
    planned = plan_imports(many(2_300), used=120)

    assert report.forecast_line(planned) == (
        "Forecast, made anew from each month's export: December 2026 1,000, January 2027 420."
    )
    assert report.forecast_line(plan_imports(many(880), used=120)) == ""


@pytest.mark.parametrize(
    ("leaving", "line"),
    [
        (0, ""),
        (1, "1 person leaves before their turn comes, and is planned for no month."),
        (2, "2 people leave before their turn comes, and are planned for no month."),
    ],
)
def test_leaving_line(leaving: int, line: str) -> None:
    """Whoever leaves before their turn is counted in words; with nobody nothing is said."""
    full = Setup(used={"2026-11": 999})

    planned = plan_imports(until([None, *[date(2026, 11, 30)] * leaving], full))

    assert report.leaving_line(planned) == line


@pytest.mark.parametrize(
    ("fates", "line"),
    [
        ([], ""),
        (["applied"], "1 decision: 1 applied."),
        (
            ["conflict", "applied", "not_needed", "applied"],
            "4 decisions: 2 applied, 1 no longer needed, 1 in conflict with this export.",
        ),
    ],
)
def test_decisions_line(fates: list[str], line: str) -> None:
    """What became of the decisions is counted; where nothing is decided nothing is said."""
    told = pl.DataFrame({"fate": fates}, schema={"fate": pl.String})

    assert report.decisions_line(replace(staff(), fates=told)) == line


def test_reasons() -> None:
    """Rows of an outcome are counted by the kind of their reason, most first."""
    text = "First Name,Last Name,Email,Status\n"
    rows = [f"P{i},Novak{i},p{i}@example.com,{word}\n" for i, word in enumerate(["Terminated", "Left", "Active"])]

    assert report.reasons(run(text + "".join(rows)), "left_out") == {"no longer employed": 2}
    assert report.reasons(many(1), "left_out") == {}


def test_sentences() -> None:
    """Findings of the severities that are asked for are said in words, and no others."""
    fixes, questions = report.sentences(staff(), "fix"), report.sentences(staff(), "question")

    assert fixes.get_column("sentence").to_list() == ["Row 4: 'zoe.example.com' is not a complete e-mail address."]
    assert questions.is_empty()


def test_left_to_do() -> None:
    """After the run a person uploads the file and assigns key permissions, since an import does not."""
    assert report.left_to_do(plan_imports(many(1))) == (*UPLOAD_STEPS, KEY_PERMISSIONS)


def test_left_to_do_when_nobody_is_imported() -> None:
    """Without a file there is nothing to do."""
    assert report.left_to_do(plan_imports(many(1, Setup(used={"2026-11": 1_000})))) == ()


@pytest.mark.parametrize(
    ("header", "lost"),
    [("Email,Status,Last Day", ""), ("Email,Last Day", "'Status'"), ("Email", "'Status' and 'Last Day'")],
)
def test_lost_states_line(header: str, lost: str) -> None:
    """Whoever has left would go in without a word where the column is gone that said so."""
    earlier = SourceSetup(headers=("Mail", "Status", "Last Day"), columns={"status": "Status", "exit_date": "Last Day"})
    cells = {"Email": "a@example.com", "Status": "Active", "Last Day": "31.12.2026"}
    text = f"{header}\n{','.join(cells[name] for name in header.split(','))}\n"
    said = (
        f"In an earlier file {lost} said who works here; nothing in this export does so in its place." if lost else ""
    )

    assert report.lost_states_line(run(text, Setup(source=(earlier,)))) == said
