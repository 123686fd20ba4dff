"""What becomes of rows that found nothing in a file that belongs to the export, and where joined cells came from."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.answers import with_answers
from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Defaults, JoinSetup, Setup
from keycafe_clean.findings import in_words
from keycafe_clean.join import join_files
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write.review import review_csv, review_tables
from tests.join.pairs import ACCOUNTS, STAFF, TODAY, cleaned, read, two_exports
from tests.runs import run

SETTLED = Setup(
    join=(
        JoinSetup(
            headers=("SamAccountName", "Mail", "EmployeeID"),
            key=("Personalnummer", "EmployeeID"),
            smartbox_user_without_address=True,
        ),
    )
)

#: What is said of whom the export has and `accounts.csv` lacks, and of whom only that has.
NOBODYS = ("note", "Row 4 of accounts.csv, with the key '9000', belongs to nobody in the export. It was not used.")


def outcomes(result: Cleaned) -> list[tuple[str, str]]:
    """Get the outcome and the user type of each row."""
    return result.rows.select("outcome", "user_type").rows()


def said(result: Cleaned) -> list[tuple[str, str]]:
    """Get the severity and the sentence of what is said of the join."""
    found = in_words(result.findings, result.rows).filter(pl.col("code").str.starts_with("joined_"))
    return found.select("severity", "sentence").rows()


def ruled(then: str) -> Setup:
    """Get a set-up with a rule about everybody in the warehouse."""
    return Setup(rule=(PeopleRule.model_validate({"column": "Abteilung", "is": "Lager", "then": then}),))


def test_nobody_becomes_a_smartbox_user_because_a_list_lacks_them() -> None:
    """Who is not in the list of addresses waits, by a question about the row and one about all; the others go in."""
    result = cleaned()

    assert outcomes(result) == [*[("ready", "full_user")] * 3, ("waiting", "smartbox_user")]
    about_all = (
        "1 person has no e-mail address, and no row in accounts.csv. Nobody goes in as a SmartBox User for that until "
        "you say so."
    )
    assert said(result) == [
        NOBODYS,
        ("question", about_all),
        (
            "question",
            "Row 5: accounts.csv does not have '00045' (Personalnummer), and this person has no e-mail address.",
        ),
    ]


def test_one_answer_settles_all() -> None:
    """Where it is said that they are SmartBox Users they go in, and each is noted."""
    result = cleaned(setup=SETTLED)

    assert outcomes(result)[3] == ("ready", "smartbox_user")
    assert said(result) == [NOBODYS, ("note", "Row 5: accounts.csv does not have '00045' (Personalnummer).")]


@pytest.mark.parametrize(
    "setup", [Setup(defaults=Defaults(smartbox_user_without_address=False)), ruled("smartbox_user")]
)
def test_nothing_is_asked_that_is_said_already(setup: Setup) -> None:
    """Nobody is asked about who waits for an address anyway, or is a SmartBox User by a rule; it is noted."""
    assert said(cleaned(setup=setup)) == [
        NOBODYS,
        ("note", "Row 5: accounts.csv does not have '00045' (Personalnummer)."),
    ]


def test_nothing_is_asked_of_whoever_is_left_out() -> None:
    """An address that could change no file is not missed."""
    assert said(cleaned(setup=ruled("leave_out"))) == [NOBODYS]


@pytest.mark.parametrize(
    ("answer", "outcome", "user_type"),
    [
        ("right", "ready", "smartbox_user"),
        ("blank", "ready", "smartbox_user"),
        ("dora.dahl@firma.de", "ready", "full_user"),
        ("leave out", "left_out", "smartbox_user"),
    ],
)
def test_answer_about_one_row_settles_it(answer: str, outcome: str, user_type: str) -> None:
    """In waiting.csv the address may be typed, or the row be right as it is; then nothing is asked about all."""
    first = cleaned()
    waiting = review_tables(first, plan_imports(first))["waiting"].with_columns(answer=pl.lit(answer))

    decisions = with_answers(first, read_export(("waiting.csv", review_csv(waiting))))
    result = clean(first.export, first.setup, decisions, today=TODAY)

    assert outcomes(result)[3] == (outcome, user_type)
    assert "joined_without_addresses" not in result.findings.get_column("code").to_list()


def test_row_without_the_key_waits_too() -> None:
    """Whoever has no number in the export cannot be found, and is asked about by that."""
    assert said(cleaned((*STAFF[:4], ";Dora;Dahl;Lager")))[-1][1] == (
        "Row 5: nothing stands in 'Personalnummer', by which accounts.csv is joined, and this person has no e-mail "
        "address."
    )


def test_file_without_the_key_waits_too() -> None:
    """People of an export that has no such column are asked about; who has an address there is noted."""
    export = two_exports("First Name;Last Name;Email", "Sven;Stein;", "Tina;Thoma;tina@example.com")

    result = clean(*join_files(export, read("accounts.csv", *ACCOUNTS)), today=TODAY)

    keyless = "its file has no column by which accounts.csv is joined"
    assert [sentence for _, sentence in said(result) if "of others.csv" in sentence] == [
        f"Row 2 of others.csv: {keyless}, and this person has no e-mail address.",
        f"Row 3 of others.csv: {keyless}.",
    ]
    assert outcomes(result)[4:] == [("waiting", "smartbox_user"), ("ready", "full_user")]


def of_anna(*accounts: str, own: str = "") -> list[tuple[str, str]]:
    """Get what is said of the first row, which has the number 00042 and perhaps an address of its own."""
    staff = ("Personalnummer;Vorname;Nachname;E-Mail", f"00042;Anna;Adler;{own}", "43;Ben;Bauer;b@firma.de")
    header = "EmployeeID;Mail;Status" if accounts[0].count(";") == 2 else "EmployeeID;Mail"
    result = cleaned(staff, (header, *accounts, "43;b@firma.de"), None, "Personalnummer=EmployeeID")
    return [(severity, sentence) for severity, sentence in said(result) if sentence.startswith("Row 2:")]


SEVERAL = "Row 2: rows 2 and 3 of accounts.csv have its key and differ in {}. Nothing was taken from them."
ZEROS = (
    "Row 2: the key '00042' may have lost zeros in front, here or in accounts.csv, and may be somebody else's there. "
    "Nothing was taken."
)
NAME = "Row 2: row 2 of accounts.csv has its key and another name, '{}'. Nothing was taken from it."


@pytest.mark.parametrize(
    ("accounts", "sentence"),
    [
        (["42;a@x.de", "42;b@x.de"], SEVERAL.format("'Mail'")),
        (["42;a@x.de", "042;a@x.de"], ZEROS),
        (["42;ben.bauer@x.de"], NAME.format("ben.bauer@x.de")),
    ],
)
def test_doubt_about_an_address_asks_whoever_has_none(accounts: list[str], sentence: str) -> None:
    """Nothing is taken from rows of which nobody knows whose they are; whoever has an address waits for none."""
    assert of_anna(*accounts) == [("question", sentence)]
    assert of_anna(*accounts, own="anna@firma.de") == [("note", sentence)]


def test_doubt_about_a_status_asks_everybody() -> None:
    """Somebody with an address may have left all the same, by one of the rows that differ."""
    accounts = ("42;a@x.de;aktiv", "42;a@x.de;ausgetreten")

    assert of_anna(*accounts, own="anna@firma.de") == [("question", SEVERAL.format("'Status'"))]


@pytest.mark.parametrize(
    ("day", "severity", "outcome"), [("31.12.2026", "question", "waiting"), ("31.08.2026", "note", "left_out")]
)
def test_last_day_that_differs(day: str, severity: str, outcome: str) -> None:
    """Whoever still works here by the export waits for the answer; who has left by it is left out, with a note."""
    staff = ("Personalnummer;Vorname;Nachname;E-Mail;Austritt", f"42;Anna;Adler;a@x.de;{day}", "43;Ben;Bauer;b@x.de;")
    result = cleaned(staff, ("Personalnummer;Austritt", "42;30.11.2026", "43;"))

    about = [
        kind for kind, sentence in said(result) if f"'{day}', but row 2 of accounts.csv has '30.11.2026'" in sentence
    ]
    assert (about, outcomes(result)[0][0]) == ([severity], outcome)


def test_changes_name_the_file() -> None:
    """A cell of another file was blank in the export, and its rule names the row there, and what was tidied."""
    accounts = ("EmployeeID;Mail", "42; Anna.Adler@firma.de ", "43;ben.bauer@firma.de", "44;cem.celik@firma.de")

    changes = cleaned(accounts=accounts).changes.filter(pl.col("column") == "Email Address")

    assert changes.select("row_id", "before", "after", "rule").rows()[:2] == [
        (0, None, "anna.adler@firma.de", "join (row 2 of accounts.csv), squash_spaces, lower_address"),
        (1, None, "ben.bauer@firma.de", "join (row 3 of accounts.csv)"),
    ]


def test_events_name_the_file() -> None:
    """The log has where each joined cell of ours came from, before anything else that happened to it."""
    events = cleaned().events.head(3)

    assert events.select("row_id", "step", "column", "before", "after", "cause").rows() == [
        (0, "join", "Email Address", None, "anna.adler@firma.de", "row 3 of accounts.csv"),
        (1, "join", "Email Address", None, "ben.bauer@firma.de", "row 5 of accounts.csv"),
        (2, "join", "Email Address", None, "cem.celik@firma.de", "row 2 of accounts.csv"),
    ]


def test_export_without_a_join_asks_and_logs_nothing() -> None:
    """Where nothing was joined there is no event of it, and nobody without an address is asked about."""
    result = run("First Name,Last Name,Email\nJana,Novak,jana@example.com\nPiotr,Lis,\n")

    assert said(result) == []
    assert "join" not in result.events.get_column("step").to_list()


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["42", "0043", "44", "45", "7", "", "00042"]),
            st.sampled_from(["", "q@firma.de", "r@firma.de", "s@firma.de"]),
        ),
        max_size=9,
    )
)
def test_every_row_of_the_export_has_one_outcome(rows: list[tuple[str, str]]) -> None:
    """The equation counts the rows of the export, whatever the other file has; nobody without an address goes in."""
    accounts = ("EmployeeID;Mail", "44;cem.celik@firma.de", *(f"{number};{mail}" for number, mail in rows))

    result = cleaned(STAFF, accounts, None, "Personalnummer=EmployeeID")

    counts = result.counts
    assert counts.pop("rows_read") == sum(counts.values()) == 4
    listed = {number.lstrip("0") for number, _ in [*rows, ("44", "")]}
    lacking = [place for place, number in enumerate(["42", "43", "44", "45"]) if number not in listed]
    assert result.rows[lacking].get_column("outcome").to_list() == ["waiting"] * len(lacking)
