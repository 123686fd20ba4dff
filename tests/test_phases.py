from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.changes import TOUCHED
from keycafe_clean.columns import complete_setup, map_columns
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.findings import findings_of
from keycafe_clean.phases import People, Phase, Run, judge_employment, leave_out, tidy
from keycafe_clean.pipeline import PHASES, clean
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
        "choose_users", "validate_rows", "suppress_mail", "check_file", "ask_duplicates",
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
        ("Send Welcome Email", "true", "false", "suppress_welcome_email")
    ]


@pytest.mark.parametrize(
    ("status", "is_active"),
    [("Active", True), ("On Leave", True), ("Future Start", True), ("Terminated", False), ("Blue", None)],
)
def test_whoever_is_away_is_active(status: str, is_active: bool | None) -> None:  # noqa: FBT001 -- a table of cases
    """Whoever is on leave or starts later is the active row of a person; of an unknown status nobody can say."""
    export = export_of([("001", "Jana", "Novak", "jana@example.com", status, "", "Sales")])
    completed, _ = complete_setup(SETUP, export)
    run = Run(completed, Decisions(), TODAY, None, None)

    judged = judge_employment(tidy(People.of(map_columns(export, completed)), run), run)

    assert judged.rows.get_column("is_active").to_list() == [is_active]
