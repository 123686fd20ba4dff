"""Columns in doubt: who waits for the answer, what is asked, and what settles it."""

import csv
import io

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.decide.setup import Setup
from keycafe_clean.findings import in_words
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export
from tests.exports import HEADER, TODAY, Record, records

PEOPLE = [("Jana", "Novak", "jana@acme.com"), ("Ken", "Ito", "ken@acme.com"), ("Zoe", "Berg", "zoe@acme.com")]


def cleaned(header: str, cells: tuple[str, str, str], **setup: object) -> Cleaned:
    """Clean three people with one more column."""
    text = io.StringIO()
    rows = [(*person, cell) for person, cell in zip(PEOPLE, cells, strict=True)]
    csv.writer(text).writerows([("First Name", "Last Name", "Email", header), *rows])
    return clean(read_export(("a.csv", text.getvalue().encode())), Setup.model_validate(setup), today=TODAY)


def outcomes(done: Cleaned) -> list[str]:
    """Get the first letter of each outcome: ready, waiting, combined, left_out."""
    return [outcome[0] for outcome in done.rows.get_column("outcome")]


def asked(done: Cleaned) -> list[tuple[str, str, str]]:
    """Get column, header and how many wait of every question about a column."""
    codes = ["column_in_doubt", "days_in_doubt", "column_beside_in_doubt", "addresses_in_doubt"]
    questions = done.findings.filter(done.findings["code"].is_in(codes))
    return questions.select("column", "value", "suggestion").rows()


@pytest.mark.parametrize(
    ("header", "cells", "expected", "column"),
    [
        ("Zq", ("2024-01-31", "2026-11-30", ""), "wrr", "last day"),
        ("Zq", ("03/04/2024", "", ""), "wrr", "last day"),
        ("Zq", ("2024-01-31", "Active", "Terminated"), "wrw", "last day"),
        ("Zq", ("Terminated", "Active", ""), "wrr", "status"),
        ("Zq", ("no longer here", "Active", "ausgeschieden"), "wrw", "status"),
        ("ჟამი", ("31.01.2024", "", "31.01.2024"), "wrw", "last day"),
        ("accountExpires", ("133485408000000000", "0", "9223372036854775807"), "wrr", "last day"),
        ("expiration-timestamp", ("1735603200", "1893456000", ""), "wrr", "last day"),
        ("billing-active", ("0", "1", ""), "wrr", "who works here"),
        ("License Status", ("Inactive", "Active", ""), "wrr", "who works here"),
        ("Account Locked", ("Yes", "No", ""), "wrr", "who no longer works here"),
        ("msExchHideFromAddressLists", ("TRUE", "FALSE", ""), "wrr", "who no longer works here"),
        ("Gesperrt", ("ja", "nein", ""), "wrr", "who no longer works here"),
        ("Zugangssperre", ("J", "N", ""), "wrr", "who no longer works here"),
        ("利用停止区分", ("0", "9", "0"), "rwr", "who no longer works here"),
        ("UFLAG", ("0", "64", "128"), "rwr", "who no longer works here"),
        ("LVRSW", ("Y", "N", ""), "wrr", "who no longer works here"),
        ("Exclude", ("x", "", ""), "wrr", "who no longer works here"),
        ("Nicht einladen", ("nein", "ja", ""), "rwr", "who no longer works here"),
        ("Import?", ("Y", "N", "Y"), "rwr", "who works here"),
        ("Needs key", ("x", "", "x"), "rwr", "who works here"),
        ("Kz", ("A", "G", "A"), "rwr", "status"),
        ("ACTV_CD", ("0", "1", "1"), "wrr", "who works here"),
        ("Worker Type", ("Employee", "Contractor", "Retiree"), "rrw", "status"),
        ("Location", ("Active", "Active", "Terminated"), "rrw", "status"),
        ("Termination Date", ("soon", "", "-"), "wrr", "last day"),
        ("Contract End Date", ("2024-01-31", "2027-01-31", ""), "wrr", "last day"),
        ("Vertragsende", ("31.01.2024", "unbefristet", "9999-12-31"), "wrr", "last day"),
        ("Fin de contrat", ("31/08/2024", "CDI", "31/12/2026"), "wrr", "last day"),
        ("Employment Type", ("Terminated", "Retired", ""), "wwr", "status"),
        ("Foo", ("٣١/٠٣/٢٠٢٤", "३०-११-२०२६", ""), "wrr", "last day"),
        ("Foo", ("31/03/2567", "", "28/02/2568"), "wrw", "last day"),
        ("Foo", ("31/03/2567", "30/11/2026", ""), "wrr", "last day"),
        ("Foo", ("31/12/2023", "2024-05-05", "৪৫৪১২"), "www", "last day"),
        ("Foo", ("31/12/2023", "45412", "45413"), "wrr", "last day"),
        ("Deactivated At", ("2024-01-31T10:00:00", "", ""), "wrr", "last day"),
    ],
)
def test_only_rows_wait_whose_outcome_the_answer_could_change(
    header: str, cells: tuple[str, str, str], expected: str, column: str
) -> None:
    """A past day or a word for leaving waits; all others go on, and the column is asked about once."""
    done = cleaned(header, cells)

    waiting = expected.count("w")
    assert "".join(outcomes(done)) == expected
    assert asked(done) == [(column, header, f"{waiting} row{'s wait' if waiting > 1 else ' waits'}")]


@pytest.mark.parametrize(("header", "expected"), [("Zq until (E.C.)", "rrr"), ("Zq until", "wrr")])
def test_day_is_of_the_calendar_that_the_header_names(header: str, expected: str) -> None:
    """14/08/2019 of Ethiopia is to come."""
    assert "".join(outcomes(cleaned(header, ("14/08/2019", "", "")))) == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"exit_date": ["Zq"]}, "lrr"),
        ({"none": ["Zq"]}, "rrr"),
        ({"exit_date": []}, "rrr"),
    ],
)
def test_one_answer_settles_the_column(columns: dict[str, list[str]], expected: str) -> None:
    """It is the last day, it is none, or no column is: nothing is asked any more."""
    done = cleaned("Zq", ("2024-01-31", "2099-01-31", ""), columns=columns)

    assert "".join(outcomes(done)) == expected
    assert asked(done) == []


@pytest.mark.parametrize(
    ("cells", "setup", "expected"),
    [
        (("2024-01-31", "2027-02-28", "2026-11-30"), {}, "wwr"),
        (("2024-01-31", "2027-02-28", ""), {"leave_out_starters": False}, "wrr"),
    ],
)
def test_days_may_be_first_days_as_well(cells: tuple[str, str, str], setup: dict[str, object], expected: str) -> None:
    """Of a column that nobody knows a day in a later month waits too, unless later starters go in anyway."""
    done = cleaned("Zq", cells, **setup)

    assert "".join(outcomes(done)) == expected
    assert done.findings.filter(done.findings["code"] == "days_in_doubt").height == 1


@pytest.mark.parametrize(
    ("setup", "expected"),
    [
        ({}, "wrw"),
        ({"columns": {"exit_date": ["Zq"]}}, "lrl"),
        ({"columns": {"start_date": ["Zq"]}}, "lrl"),
        ({"columns": {"none": ["Zq"]}}, "rrr"),
    ],
)
def test_period_waits_by_both_its_halves_until_any_answer_settles_them(setup: dict[str, object], expected: str) -> None:
    """Its end has passed, or its begin is to come; whichever column it is said to be, both halves are read."""
    done = cleaned("Zq", ("02.03.2011 - 04.05.2022", "seit 07.03.2016", "ab 01.02.2027"), **setup)

    assert "".join(outcomes(done)) == expected


def test_period_whose_end_is_no_day_waits_unless_it_has_not_begun() -> None:
    """Whoever may have left in a February of 31 days is asked about, though later starters go in anyway."""
    cells = ("02.03.2011 - 04.05.2028", "01.02.2011 - 31.02.2022", "01.02.2027 - 31.02.2028")

    assert outcomes(cleaned("Zq", cells, leave_out_starters=False)) == ["r", "w", "r"]


def test_days_with_since_alone_are_asked_about_as_first_or_last_days() -> None:
    """Nothing tells whether somebody works here since then, or has left."""
    done = cleaned("Zq", ("ab 01.02.2027", "seit 07.03.2016", "seit 01.01.2020"))

    assert [done.findings["code"].to_list().count(code) for code in ("days_in_doubt", "column_open")] == [1, 3]


def test_question_shows_the_day_that_a_directory_counts() -> None:
    """Nobody reads 133801632000000000."""
    done = cleaned("accountExpires", ("133801632000000000", "0", "0"))

    opened = done.findings.filter(done.findings["code"] == "column_open")
    assert opened.get_column("value").to_list() == ["2025-01-01"]


@pytest.mark.parametrize(("include", "expected"), [(True, "rrr"), (False, "lrr")])
def test_flag_of_leave_decides_as_the_word_does(include: bool, expected: str) -> None:  # noqa: FBT001
    """Who is on leave by a flag goes in as the set-up says of leave; a no says nothing."""
    assert "".join(outcomes(cleaned("On Leave", ("Yes", "No", ""), include_on_leave=include))) == expected


def test_column_is_not_asked_about_where_nothing_hangs_on_it() -> None:
    """Days to come leave nobody out where later starters go in, whatever they are."""
    done = cleaned("Zq", ("2099-01-31", "2098-01-31", ""), leave_out_starters=False)

    assert (outcomes(done), asked(done)) == (["r", "r", "r"], [])


def test_addresses_in_doubt_hold_only_those_without_one() -> None:
    """Whoever has an address goes in; whoever may have one there is no SmartBox User before it is said."""
    people = [("Jana", "Novak", "jana@acme.com", ""), ("Ken", "Ito", "", "ken@acme.com"), ("Zoe", "Berg", "", "")]
    text = io.StringIO()
    csv.writer(text).writerows([("First Name", "Last Name", "Email", "Zq"), *people])

    done = clean(read_export(("a.csv", text.getvalue().encode())), today=TODAY)

    assert outcomes(done) == ["r", "w", "r"]
    assert asked(done) == [("Email Address=Email", "Zq", "1 row waits")]


def test_answer_replaces_no_column_that_is_used() -> None:
    """Where a last day is used, another one is not said in its place; used addresses are said beside the new ones."""
    text = (
        "First Name,Last Name,Email,Last Day,Account expires,UPN\n"
        "Jana,Novak,,,2026-10-01,jana@acme.com\n"
        "Ken,Ito,k@acme.com,2027-01-01,,\n"
    )

    done = clean(read_export(("a.csv", text.encode())), today=TODAY)

    codes = done.findings.filter(pl.col("code").str.ends_with("in_doubt")).select("code", "column", "value")
    assert codes.rows() == [
        ("column_beside_in_doubt", "last day", "Account expires"),
        ("addresses_in_doubt", "Email Address=Email", "UPN"),
    ]


def test_status_that_is_said_stands_beside_the_others() -> None:
    """An answer about one column of states does not put another one aside."""
    text = (
        "First Name,Last Name,Email,Status,Zq\n"
        "Jana,Novak,j@acme.com,,Terminated\n"
        "Ken,Ito,k@acme.com,Left,\n"
        "Zoe,Berg,z@acme.com,Active,Active\n"
    )
    export = read_export(("a.csv", text.encode()))

    done = clean(export, Setup.model_validate({"columns": {"status": ["Zq"]}}), today=TODAY)

    assert outcomes(done) == ["l", "l", "r"]


#: What says that somebody is gone, in words that this project knows.
_GONE = st.sampled_from(
    [
        *("2024-01-31", "31.12.2023", "12/31/2022", "15 Mar 2024", "Terminated", "ausgeschieden", "Démissionné"),
        *("Demitido", "Αποχώρησε", "עזב", "مستقيل", "Đã nghỉ việc", "退職", "Deprovisioned"),
    ]
)

_HEADERS = st.text("qxzვჟ", min_size=3, max_size=8)


@settings(max_examples=8, deadline=None)
@given(people=records, header=_HEADERS, gone=st.lists(st.none() | _GONE, min_size=25, max_size=25))
def test_nobody_with_a_word_for_leaving_under_any_header_goes_in_unasked(
    people: list[Record], header: str, gone: list[str | None]
) -> None:
    """Whatever a column is called: a past day or a word for leaving in it is never put aside."""
    text = io.StringIO()
    rows = [(*person, cell or "") for person, cell in zip(people, gone, strict=False)]
    csv.writer(text).writerows([(*HEADER, header), *rows])
    done = clean(read_export(("a.csv", text.getvalue().encode()), header=1), COLUMNS, today=TODAY)

    marked = [place for place, cell in enumerate(gone[: len(people)]) if cell]
    ready = set(done.rows.filter(done.rows["outcome"] == "ready").get_column("source_row"))
    assert ready.isdisjoint(place + 2 for place in marked)


#: Said for every file: what the property is about is the column beside these.
COLUMNS = Setup.model_validate(
    {
        "columns": {
            "employee_id": "Employee ID",
            "First Name": "First Name",
            "Last Name": "Last Name",
            "Email Address": "Email",
            "status": "Status",
            "exit_date": "Last Day",
        }
    }
)


def test_private_addresses_of_people_without_another_are_one_question() -> None:
    """It counts the people and gives the words to type; nobody waits, and the words take the first that is there."""
    text = "First Name,Last Name,Email,Home Email\nJana,Novak,jana@acme.com,j@mail.com\nKen,Ito,,ken@mail.com\n"
    export = read_export(("a.csv", text.encode()))
    done = clean(export, today=TODAY)
    said = clean(export, Setup(columns={"Email Address": ("Email", "Home Email")}), today=TODAY)

    asked_once = done.findings.filter(done.findings["code"] == "private_address")
    assert asked_once.select("row_id", "value", "suggestion", "reason").rows() == [
        (None, "Home Email", "Email", "1 person")
    ]
    assert outcomes(done) == ["r", "r"]
    assert said.rows.get_column("Email Address").to_list() == ["jana@acme.com", "ken@mail.com"]


def test_last_day_at_work_before_a_last_day_to_come_is_asked_about() -> None:
    """Whoever still has a contract may be gone all the same; a blank or a later day asks nothing."""
    rows = ["Jana,Novak,jana@acme.com,2027-06-30,2024-01-31", "Ken,Ito,ken@acme.com,2027-06-30,2027-05-31"]
    text = "\n".join(["First Name,Last Name,Email,Termination Date,Last Day Worked", *rows, "Zoe,Berg,zoe@acme.com,,"])

    assert outcomes(clean(read_export(("a.csv", text.encode())), today=TODAY)) == ["w", "r", "r"]


def test_addresses_of_others_are_not_asked_about() -> None:
    """What is no private address of the people themselves is theirs in no case."""
    text = "First Name,Last Name,Email,Manager Email\nJana,Novak,jana@acme.com,z@acme.com\nKen,Ito,,z@acme.com\n"
    done = clean(read_export(("a.csv", text.encode())), today=TODAY)

    assert "private_address" not in done.findings.get_column("code")


def test_addresses_that_are_private_by_their_type_are_one_question() -> None:
    """Work goes first; who has none but a private one goes in without, until the types are said to be none."""
    text = (
        "First Name,Last Name,Mail 1,Mail 1 Type,Mail 2,Mail 2 Type\nJana,Novak,j@mail.com,HOME,jana@acme.com,WORK\n"
        "Ken,Ito,ken@mail.com,HOME,,\nEva,Ek,eva@acme.com,WORK,,\n"
    )
    export = read_export(("a.csv", text.encode()))
    done = clean(export, today=TODAY)
    said = clean(export, Setup(columns={"none": ("Mail 1 Type",)}), today=TODAY)

    asked_once = done.findings.filter(done.findings["code"] == "private_by_type")
    assert asked_once.select("row_id", "value", "reason").rows() == [(None, "Mail 1 Type", "1 person")]
    assert done.rows.get_column("Email Address").to_list() == ["jana@acme.com", None, "eva@acme.com"]
    assert said.rows.get_column("Email Address").to_list() == ["jana@acme.com", "ken@mail.com", "eva@acme.com"]
    assert said.findings.filter(said.findings["code"] == "private_by_type").is_empty()


def test_column_of_addresses_is_asked_about_once() -> None:
    """A column under a name that says nothing is one question, and each row waits for it once."""
    text = "First Name,Last Name,Zq\nJana,Novak,jana@mail.com\nKen,Ito,ken@post.com\n"
    done = clean(read_export(("a.csv", text.encode())), today=TODAY)

    assert done.findings.select("row_id", "code").rows() == [
        (None, "column_unsure"), (0, "address_column_open"), (1, "address_column_open"),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["12/10/2026", "10/12/2026"])
def test_day_waits_that_is_past_in_either_order(cell: str) -> None:
    """Where nothing tells day from month, the twelfth of October may be the tenth of December, and the other way."""
    done = cleaned("Zq", (cell, "", ""), leave_out_starters=False)

    assert outcomes(done) == ["w", "r", "r"]


@pytest.mark.parametrize(("cell", "expected"), [("2026-11-30", "r"), ("2026-12-01", "w"), ("2026-11-02", "w")])
def test_day_of_this_month_is_neither_past_nor_later(cell: str, expected: str) -> None:
    """Whoever starts this month goes in; a day before the run may be a last day, the next month a first one."""
    assert outcomes(cleaned("Zq", (cell, "", "")))[0] == expected


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("ACT_CD", ("A", "A", "T"), "rrw"),
        ("ACT_CD", ("A", "", "L"), "rrw"),
    ],
)
def test_letters_of_a_status_wait(header: str, cells: tuple[str, str, str], expected: str) -> None:
    """Whoever has another letter than most waits for what the letters mean."""
    assert "".join(outcomes(cleaned(header, cells))) == expected


#: Cells that nobody can read, and headers of days and of states.
UNREAD = (("zork", "blip", "frob"), ("zork", "", ""), ("zork", "zork", "blip"))
OF_DAYS = ("Termination Date", "離職日期", "Hire Date", "到職日期", "Rehire Date")
OF_STATES = ("Employment Status", "在職狀態", "Account Status", "Is Active", "Disabled")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        *((header, UNREAD[0]) for header in (*OF_DAYS, *OF_STATES)),
        *((header, cells) for header in (OF_DAYS[0], OF_STATES[0]) for cells in UNREAD[1:]),
        *((header, ("7654321", "7654322", "7654323")) for header in OF_DAYS),
    ],
)
def test_known_header_with_cells_that_nobody_can_read_is_never_put_aside_in_silence(
    header: str, cells: tuple[str, str, str]
) -> None:
    """Whatever stands under the name of a last day, a first day or a state is asked about."""
    done = cleaned(header, cells)

    assert header in [text for row in done.findings.select("column", "value").rows() for text in row]
    assert "w" in outcomes(done)


@pytest.mark.parametrize("header", ["Hire Date", "Rehire Date"])
def test_first_days_that_nobody_can_read_are_not_asked_about_where_later_starters_go_in(header: str) -> None:
    """Whenever it is that somebody begins, nothing hangs on it."""
    done = cleaned(header, ("zork", "blip", ""), leave_out_starters=False)

    assert (outcomes(done), asked(done)) == (["r", "r", "r"], [])


@pytest.mark.parametrize("header", ["Employment Status", "Account Status"])
def test_word_among_kinds_of_contract_waits(header: str) -> None:
    """A status that says how people are employed may say of somebody what nobody can read."""
    assert outcomes(cleaned(header, ("Full-time", "zork", "Part-time"))) == ["r", "w", "r"]


def test_hidden_marks_do_not_change_what_a_column_in_doubt_says() -> None:
    """Marks of direction within the days of a column that nobody knows are not seen, and not read."""
    done = cleaned("Zq", ("31\u200f/\u200f1\u200f/\u200f2024", "", ""))

    assert outcomes(done) == ["w", "r", "r"]


@pytest.mark.parametrize(("word", "expected"), [("zork", "rrw"), ("待報到", "rrw"), ("在職", "rrr")])
def test_word_among_states_under_an_unknown_header_waits(word: str, expected: str) -> None:
    """Most cells say who is here and who is away: one that says neither, or of somebody to come, is asked about."""
    done = cleaned("Zq", ("在職", "留職停薪", word))

    assert "".join(outcomes(done)) == expected
    assert asked(done) == ([("status", "Zq", "1 row waits")] if "w" in expected else [])


def test_marks_of_who_is_not_to_go_in() -> None:
    """The question says what the column may say; once it is answered, nobody waits any more."""
    done = cleaned("Exclude", ("", "x", ""))

    assert [it for it in in_words(done.findings, done.rows).get_column("sentence") if it.startswith("Row")] == [
        "Row 3: 'Exclude' is 'x', and it is open whether it is the column for who is not to go in."
    ]
    assert outcomes(cleaned("Exclude", ("", "x", ""), columns={"disabled": ["Exclude"]})) == ["r", "l", "r"]
    assert outcomes(cleaned("Exclude", ("", "x", ""), columns={"none": ["Exclude"]})) == ["r", "r", "r"]


def test_user_name_of_a_guest_changes_nobody_else() -> None:
    """Whoever has an address there alone waits, whatever the other cells are; the guest is asked about as one."""
    text = (
        "givenName,surname,mail,userPrincipalName\nJana,Berg,jana@corp.com,jana@corp.com\n"
        "Sue,Ray,sue@partner.com,sue_partner.com#EXT#@corp.onmicrosoft.com\nAnn,Lee,,ann@corp.com\n"
    )

    assert outcomes(clean(read_export(("a.csv", text.encode())), Setup(), today=TODAY)) == ["r", "w", "w"]


def test_remark_about_something_else_does_not_wait_beside_one_of_leaving() -> None:
    """Of remarks, only what may say who has left waits."""
    cells = ("Schlüssel Nr. 4", "ausgeschieden zum 31.10.24", "Elternzeit bis 2027")

    assert outcomes(cleaned("Bemerkung", cells)) == ["r", "w", "r"]


def test_column_without_a_name_that_is_asked_about_is_not_said_to_be_unread() -> None:
    """One question about it is enough; where none is asked, the note stays."""
    asked_about = cleaned("", ("first aider", "left 14/03/2024", "")).findings
    noted = cleaned("", ("first aider", "on site", "")).findings

    assert "nameless_column" not in asked_about.get_column("code")
    assert noted.get_column("code").to_list() == ["nameless_column"]
