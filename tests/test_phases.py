from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.changes import TOUCHED
from keycafe_clean.columns import complete_setup, map_columns
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.known import KNOWN
from keycafe_clean.decide.setup import Setup
from keycafe_clean.findings import findings_of
from keycafe_clean.phases import People, Phase, Run, leave_out, tidy
from keycafe_clean.pipeline import PHASES, Cleaned, clean
from keycafe_clean.read import read_export
from tests.exports import SETUP, TODAY, Record, export_of

PEOPLE: list[Record] = [
    ("001", " JANA ", "NOVAK", "JANA@example.com", "Active", "", "Sales"),
    ("001", "Jana", "Novak", "jana@example.com", "Active", "", ""),
    ("002", "Piotr", "Lis", "", "Active", "", "Fleet"),
    ("003", "Eva", "Brandt", "eva at home", "Active", "", "Fleet"),
    ("004", "Omar", "Haddad", "omar@example.com", "Terminated", "", "Fleet"),
    ("005", "Paula", "Small", "paula@example.com", "Active", "2026-08-31", "Fleet"),
]


def start(setup: Setup = SETUP, today: date = TODAY) -> tuple[People, Run]:
    """Get the people of a small export before any phase, and their run."""
    export = export_of(PEOPLE)
    completed, _ = complete_setup(setup, export)
    return People.of(map_columns(export, completed)), Run(completed, Decisions(), today, None, None)


def before(phase: Phase, setup: Setup = SETUP, today: date = TODAY) -> tuple[People, Run]:
    """Get the people after every phase before this one, and their run."""
    people, run = start(setup, today)
    for earlier in PHASES[: PHASES.index(phase)]:
        people = earlier(people, run)
    return people, run


def after(last: str, setup: Setup = SETUP, today: date = TODAY) -> People:
    """Get the people after every phase up to this one."""
    phase = next(phase for phase in PHASES if phase.__name__ == last)
    people, run = before(phase, setup, today)
    return phase(people, run)


def test_phases_are_in_the_order_of_the_design() -> None:
    """Each order gives another result; this is the one that was decided."""
    order = [phase.__name__ for phase in PHASES]

    assert order == [
        "tidy", "replace_values", "edit", "judge_employment", "combine_certain", "read_rule_dates", "leave_out",
        "choose_users", "validate_rows", "silence_mail", "check_file", "ask_duplicates",
    ]  # fmt: skip


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.__name__)
def test_phase_keeps_every_row_and_the_cells_as_read(phase: Phase) -> None:
    """Whatever a phase does, all rows stay in order, and no cell as it was read is altered."""
    people, run = before(phase)

    done = phase(people, run)

    read = [column for column in people.rows.columns if column.startswith(("raw.", "source.", "row_id", "source_row"))]
    assert_frame_equal(done.rows.select(read), people.rows.select(read))


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.__name__)
def test_phase_only_adds_to_what_was_found_and_touched(phase: Phase) -> None:
    """What was found and which step touched which cell is never taken back."""
    people, run = before(phase)

    done = phase(people, run)

    assert_frame_equal(done.findings.head(people.findings.height), people.findings)
    assert_frame_equal(done.touched.head(people.touched.height), people.touched)


def test_tidy_stamps_the_step_that_touched_a_cell() -> None:
    """Every altered import cell names the steps that altered it."""
    touched = tidy(*start()).touched.filter(pl.col("row_id") == 0)

    assert touched.rows() == [
        (0, "First Name", "squash_spaces"),
        (0, "First Name", "repair_case"),
        (0, "Last Name", "repair_case"),
        (0, "Email Address", "lower_address"),
    ]


def test_combine_certain_names_the_row_that_is_kept_and_why() -> None:
    """Of two rows of one person one is kept; the other names it, with the reason."""
    rows = after("combine_certain").rows.filter(pl.col("combined_into").is_not_null())

    assert rows.select("row_id", "combined_into", "combined_reason").rows() == [(1, 0, "same employee number and name")]


@pytest.mark.parametrize(
    ("then", "reasons"),
    [
        ({}, {4: "no longer employed (Status Terminated)", 5: "no longer employed (Last Day 2026-08-31)"}),
        (
            {"rule": [{"column": "Department", "is": "Sales", "then": "leave_out"}]},
            {
                0: "Department is Sales",
                4: "no longer employed (Status Terminated)",
                5: "no longer employed (Last Day 2026-08-31)",
            },
        ),
    ],
)
def test_leave_out_says_why(then: dict[str, object], reasons: dict[int, str]) -> None:
    """Whoever has left, or whom a rule leaves out, has a reason; a rule goes before employment."""
    setup = Setup.model_validate({**SETUP.model_dump(by_alias=True), **then})

    rows = after("leave_out", setup).rows.filter(pl.col("left_out_reason").is_not_null())

    assert dict(rows.select("row_id", "left_out_reason").rows()) == reasons


def test_leave_out_goes_by_the_day_of_the_run() -> None:
    """Who leaves at the end of August still works here in August."""
    august = after("leave_out", today=date(2026, 8, 31)).rows

    assert august.filter(pl.col("left_out_reason").is_not_null()).get_column("row_id").to_list() == [4]


def test_nobody_is_asked_about_who_is_left_out_or_combined() -> None:
    """A question or fix about a row that goes into no file is not put; a note is."""
    people = after("leave_out")
    about = pl.DataFrame({"row_id": [0, 1, 4], "column": "Email Address"}, schema_overrides={"row_id": pl.UInt32})

    asked = people.found(findings_of("email_syntax", about), findings_of("badge_not_used", about)).findings_in_play

    placed = asked.select("code", "row_id").rows()
    assert [row for code, row in placed if code == "email_syntax"] == [0]
    assert [row for code, row in placed if code == "badge_not_used"] == [0, 1, 4]


def test_rows_that_wait_are_those_with_a_fix_or_question() -> None:
    """Only the broken address waits; whoever has none is a SmartBox User."""
    people = after("ask_duplicates")

    assert people.waits.to_list() == [3]
    assert people.rows.get_column("user_type").to_list()[2] == "smartbox_user"


def test_after_stamps_what_differs() -> None:
    """A phase that alters a cell is the rule of that change, and of no other."""
    people, _ = start()
    rows = people.rows.with_columns(pl.col("First Name").replace("Eva", "Ewa"))

    touched = replace(people, touched=TOUCHED.to_frame()).after(rows, "by_hand").touched

    assert touched.rows() == [(3, "First Name", "by_hand")]


def test_leave_out_alone_decides_nothing_else() -> None:
    """Leaving out touches no import cell."""
    people, run = after("combine_certain"), start()[1]

    assert leave_out(people, run).touched.height == people.touched.height


def test_pair_that_shares_an_address_is_asked_once() -> None:
    """One address under two names is one question; asked about both ways, neither row would go out."""
    lines = (
        "First Name,Last Name,E-mail,Employee ID,Department,Location",
        "Anna,Schmidt,anna@example.com,0017,,",
        "Anna,Berg,anna@example.com,0017,Sales,Leeds",
        "Bo,Ek,bo@example.com,0018,Sales,Leeds",
    )

    asked = clean(read_export(("hr.csv", "\n".join(lines).encode())), today=TODAY)

    assert (asked.counts["ready"], asked.counts["waiting"]) == (2, 1)
    assert asked.findings.select("row_id", "code", "other_row_id").rows() == [(1, "shared_address", 0)]


def test_mail_to_nobody_is_not_asked_for() -> None:
    """A welcome mail without an address is noted, and set to false in the file."""
    row = "Jana,Novak,,false,true,true,,true"

    silent = clean(read_export(("hr.csv", f"{','.join(IMPORT_COLUMNS)}\n{row}\n".encode())), today=TODAY)

    assert "mail_to_nobody" in silent.findings.get_column("code")
    assert silent.changes.select("column", "before", "after", "rule").rows() == [
        ("Send Welcome Email", "true", "false", "silence_mail_to_nobody")
    ]


#: Which column is which in the exports below.
COLUMNS = {
    "First Name": "First Name",
    "Last Name": "Last Name",
    "Email Address": "E-mail",
    "Badge Code": "Fob",
    "employee_id": "Number",
    "status": "Status",
    "start_date": "Hired",
    "location": "Site",
}

HEADER = "First Name,Last Name,E-mail,Fob,Number,Status,Hired,Site"


def cleaned(
    *lines: str, known: pl.DataFrame | None = None, decisions: Decisions | None = None, **settings: object
) -> Cleaned:
    """Clean an export of these lines on the day of all properties, with these settings of the set-up."""
    export = read_export(("hr.csv", "\n".join([HEADER, *lines]).encode()))
    setup = Setup.model_validate({"columns": COLUMNS, **settings})
    return clean(export, setup, decisions, today=TODAY, known=known)


def outcomes(done: Cleaned) -> list[str]:
    """List the outcome of every row."""
    return done.rows.get_column("outcome").to_list()


def found(done: Cleaned) -> list[tuple[int, str]]:
    """List the row and code of every finding about a row."""
    return done.findings.drop_nulls("row_id").select("row_id", "code").rows()


def someone(address: str) -> dict[str, str | None]:
    """Get who has an address, as decisions name them."""
    return {"employee_id": None, "email": address, "name": None, "start_date": None}


def known(*people: tuple[str | None, str | None, str | None]) -> pl.DataFrame:
    """Get a list of people who are in Keycafe: first name, last name, address."""
    return pl.DataFrame(people, schema=dict.fromkeys(KNOWN, pl.String), orient="row")


YORK_OUT = {"column": "Site", "is": "York", "then": "leave_out"}

BO = "Bo,Ek,bo@example.com,,0099,Active,2020-01-01,Leeds"


def test_nothing_is_noted_about_who_goes_into_no_file() -> None:
    """Cells of who is combined or left out are not judged: nobody would ever act on it."""
    done = cleaned(
        "Jana,Novak,jana@corp.local,,0017,Active,,Leeds",
        "Jana,Novak,jana@corp.local,,0017,Active,,Leeds",
        "Omar,Haddad,omar@corp.local,,0018,Terminated,,Leeds",
        "Piotr,Lis,,,0019,Terminated,,Leeds",
        BO,
    )

    assert outcomes(done) == ["combined", "ready", "left_out", "left_out", "ready"]
    assert found(done) == [(1, "internal_domain")]


@pytest.mark.parametrize(
    ("status", "hired", "other"),
    [
        ("Active", "2020-01-01", "Terminated"),
        ("On Leave", "2020-01-01", "Terminated"),
        ("Active", "2027-01-01", "Terminated"),
        ("Kaput", "2020-01-01", "Terminated"),
        ("Active", "2020-01-01", "Kaput"),
        ("On Leave", "2020-01-01", "Kaput"),
        ("Active", "2027-01-01", "Kaput"),
    ],
)
def test_row_of_who_works_here_is_kept(status: str, hired: str, other: str) -> None:
    """Of two rows of a person the one of who works here is kept, on leave and yet to start too, or else the unknown."""
    done = cleaned(
        f"Jana,Novak,jana@example.com,,0017,{status},{hired},Leeds",
        f"Jana,Novak,jana@example.com,,0017,{other},2020-01-01,Leeds",
        BO,
    )

    assert done.rows.get_column("combined_into").to_list() == [None, 0, None]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["ready", "left_out", "left_out"]),
        ({"include_on_leave": False}, ["left_out", "left_out", "left_out"]),
        ({"leave_out_starters": False}, ["ready", "ready", "left_out"]),
    ],
)
def test_setup_says_who_is_left_out_by_employment(settings: dict[str, object], expected: list[str]) -> None:
    """Whoever is on leave goes in unless the set-up says no, whoever starts later if it says so; who left never."""
    done = cleaned(
        "Jana,Novak,jana@example.com,,0017,On Leave,2020-01-01,Leeds",
        "Piotr,Lis,piotr@example.com,,0018,Active,2027-01-01,Leeds",
        "Omar,Haddad,omar@example.com,,0019,Terminated,2020-01-01,Leeds",
        BO,
        **settings,
    )

    assert outcomes(done)[:3] == expected


def test_first_reason_to_leave_somebody_out_is_given() -> None:
    """By hand goes before a rule, a rule before employment, and employment before being in Keycafe already."""
    names = ("Ana", "Eva", "Ida", "Ola")
    ended = [f"{name},Novak,{name.lower()}@example.com,,00{i},Terminated,,Leeds" for i, name in enumerate(names, 10)]
    york = [line.replace("Leeds", "York") for line in ended[:2]]
    active = ended[3].replace("Terminated", "Active")

    done = cleaned(
        *york,
        ended[2],
        active,
        BO,
        known=known(*((name, "Novak", f"{name.lower()}@example.com") for name in names)),
        decisions=Decisions().with_answer("leave_out", someone("ana@example.com")),
        rule=[YORK_OUT],
    )

    assert done.rows.get_column("reason").to_list() == [
        "left out by hand",
        "Site is York",
        "no longer employed (Status Terminated)",
        "already in Keycafe",
        None,
    ]


@pytest.mark.parametrize(
    ("condition", "others", "is_left_out"),
    [
        ({"before": "2020-04-04"}, "2021-01-01", True),
        ({"before": "2020-04-03"}, "2021-01-01", False),
        ({"after": "2020-04-02"}, "2019-01-01", True),
        ({"after": "2020-04-03"}, "2019-01-01", False),
        ({"before": "2020-03-05"}, "12/31/2021", True),
        ({"before": "2020-03-04"}, "12/31/2021", False),
        ({"before": "2020-04-04"}, "31/12/2021", True),
    ],
)
def test_rule_about_days(condition: dict[str, str], others: str, *, is_left_out: bool) -> None:
    """The third of April is written day first unless the other dates of its column tell otherwise."""
    done = cleaned(
        "Jana,Novak,jana@example.com,,0017,Active,03/04/2020,Leeds",
        f"Piotr,Lis,piotr@example.com,,0018,Active,{others},Leeds",
        rule=[{"column": "Hired", "then": "leave_out", **condition}],
    )

    assert outcomes(done) == ["left_out" if is_left_out else "ready", "ready"]


def test_rules_about_the_days_of_two_columns() -> None:
    """Each rule compares the days of its own column."""
    done = cleaned(
        "Jana,Novak,jana@example.com,2020-01-01,0017,Active,2021-01-01,Leeds",
        "Piotr,Lis,piotr@example.com,2021-01-01,0018,Active,2020-01-01,Leeds",
        "Eva,Brandt,eva@example.com,2021-01-01,0019,Active,2021-01-01,Leeds",
        rule=[
            {"column": "Fob", "before": "2020-06-01", "then": "leave_out"},
            {"column": "Hired", "before": "2020-06-01", "then": "leave_out"},
        ],
    )

    assert done.rows.get_column("reason").to_list() == [
        "Fob is before 2020-06-01",
        "Hired is before 2020-06-01",
        None,
    ]


def test_reason_names_the_column_that_told() -> None:
    """Where two columns tell who works here, the reason names the one that did, as the file calls it."""
    done = cleaned(
        "Jana,Novak,jana@example.com,,0017,Active,Terminated,Leeds",
        "Piotr,Lis,piotr@example.com,,0018,Terminated,Active,Leeds",
        "Eva,Brandt,eva@example.com,,0019,Active,Active,Leeds",
        columns={**COLUMNS, "status": ["Status", "Hired"], "start_date": []},
    )

    assert done.rows.get_column("reason").to_list() == [
        "no longer employed (Hired Terminated)",
        "no longer employed (Status Terminated)",
        None,
    ]


def test_who_waits_has_no_badge_yet() -> None:
    """A badge is asked about only between people who go into the file: who waits does not take it from anybody."""
    done = cleaned(
        "Jana,Novak,jana at home,A17,0017,Active,,Leeds",
        "Piotr,Lis,piotr@example.com,A17,0018,Active,,Leeds",
        "Omar,Haddad,omar@example.com,B18,0019,Terminated,,Leeds",
        "Eva,Brandt,eva@example.com,B18,0020,Active,,Leeds",
        "Ida,Holm,ida@example.com,C19,0021,Active,,Leeds",
        "Ola,Nilsson,ola@example.com,C19,0022,Active,,Leeds",
    )

    assert outcomes(done) == ["waiting", "ready", "left_out", "ready", "ready", "waiting"]
    assert found(done) == [(0, "email_syntax"), (5, "badge_code_unique")]


def test_address_of_who_is_left_out_is_free() -> None:
    """Who is left out shares an address with nobody; of two people who go in and share one, one waits."""
    done = cleaned(
        "Omar,Haddad,desk@example.com,,0017,Active,,York",
        "Piotr,Lis,desk@example.com,,0018,Active,,Leeds",
        "Ida,Holm,front@example.com,,0019,Active,,Leeds",
        "Ola,Nilsson,front@example.com,,0020,Active,,Leeds",
        rule=[YORK_OUT],
    )

    assert [outcomes(done)[i] for i in (0, 1)] == ["left_out", "ready"]
    assert sorted(outcomes(done)[2:]) == ["ready", "waiting"]
    assert [code for _, code in found(done)] == ["shared_address"]


LOCATED = ("Fleet", "Leeds", "York", "Kiruna", "Bodø", "Cork")


def crowd() -> list[str]:
    """Get lines of people of whom none may be another, so that a possible pair among others is seen as likely."""
    return [f"P{place}el,{place}sson,{place}@example.com,,01{i},Active,,{place}" for i, place in enumerate(LOCATED)]


JANAS = (
    "Jana,Novakova,jana.novakova@example.com,,,Active,,Leeds",
    "Jana,Novakova,jnovakova@example.org,,,Active,,Leeds",
)


def test_possible_duplicate_of_who_is_left_out_is_not_asked_about() -> None:
    """Who may be one person with somebody who goes into no file anyway is not asked about."""
    out = JANAS[0].replace("Leeds", "Harstad")

    both = cleaned(*JANAS, *crowd())
    one = cleaned(out, JANAS[1], *crowd(), rule=[{"column": "Site", "is": "Harstad", "then": "leave_out"}])

    assert [code for _, code in found(both)] == ["possible_duplicate"]
    assert (found(one), outcomes(one)[:2]) == ([], ["left_out", "ready"])


def test_two_people_by_answer_are_not_asked_about() -> None:
    """A pair that is answered as two people is two people."""
    answered = Decisions().with_pair(
        "two_people", someone("jana.novakova@example.com"), someone("jnovakova@example.org")
    )

    done = cleaned(*JANAS, *crowd(), decisions=answered)

    assert found(done) == []
    assert outcomes(done)[:2] == ["ready", "ready"]


def test_who_may_be_in_keycafe_waits() -> None:
    """Whoever may be somebody who is in Keycafe is asked about that, once, and holds up nobody else."""
    done = cleaned(JANAS[1], *crowd(), known=known(("Jana", "Novakova", "jana.novakova@example.com")))

    assert found(done) == [(0, "possible_known")]
    assert outcomes(done) == ["waiting", *["ready"] * len(LOCATED)]


def test_who_may_be_in_keycafe_and_another_row() -> None:
    """Two rows that may be one person in Keycafe are each asked about Keycafe alone: one question settles both."""
    done = cleaned(*JANAS, *crowd(), known=known(("Jana", "Novakova", "j.novakova@example.net")))

    assert found(done) == [(0, "possible_known"), (1, "possible_known")]


def test_row_left_out_as_known_may_be_another_row() -> None:
    """Who was left out as being in Keycafe may be the person of another row; who was left out otherwise may not."""
    people = known(("Jana", "Novakova", "jana.novakova@example.com"))

    left = cleaned(*JANAS, *crowd(), known=people)
    ended = cleaned(JANAS[0].replace("Active", "Terminated"), JANAS[1], *crowd(), known=known(("Ed", "Lo", "e@x.com")))

    assert (outcomes(left)[:2], found(left)) == (["left_out", "waiting"], [(1, "possible_known")])
    assert (outcomes(ended)[:2], found(ended)) == (["left_out", "ready"], [])


def test_shared_address_and_another_possible_pair() -> None:
    """A pair is not asked about twice, but what shares an address with one may be a third person."""
    lines = (
        "Anna,Schmidtova,anna@example.com,,0017,Active,,Leeds",
        "Anna,Bergova,anna@example.com,,0018,Active,,Leeds",
    )

    done = cleaned(*lines, *JANAS, *crowd())

    assert [code for _, code in found(done)] == ["shared_address", "possible_duplicate"]
