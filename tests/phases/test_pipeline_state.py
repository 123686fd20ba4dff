import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.findings import findings_of
from keycafe_clean.pipeline import DECIDE, PREPARE
from tests.phases.stages import after, before, mapped

PHASES = [phase.__name__ for phase in (*PREPARE, *DECIDE)]


def test_phases_are_in_the_order_of_the_design() -> None:
    """Each order gives another result; this is the one that was decided."""
    assert PHASES == [
        "tidy", "identify", "note_unused_corrections", "replace_values", "read_states", "read_rule_days", "note_unused",
        "edit", "judge_employment", "combine_certain", "leave_out", "weigh_doubts", "ask_about_leavers",
        "ask_about_units", "ask_about_private_addresses", "choose_users", "validate_rows", "suppress_mail",
        "check_file", "ask_duplicates",
    ]  # fmt: skip


@pytest.mark.parametrize("phase", PHASES)
def test_phase_keeps_every_row_and_the_cells_as_read(phase: str) -> None:
    """Whatever a phase does, all rows stay in order, and no cell as it was read is altered."""
    state, _ = before(phase)

    done = after(phase)

    read = [column for column in state.rows.columns if column.startswith(("raw.", "source.", "row_id", "source_row"))]
    assert_frame_equal(done.rows.select(read), state.rows.select(read))


@pytest.mark.parametrize("phase", PHASES)
def test_phase_only_adds_to_what_was_found_and_happened(phase: str) -> None:
    """What was found and what happened is never taken back."""
    state, _ = before(phase)

    done = after(phase)

    assert_frame_equal(done.findings.head(state.findings.height), state.findings)
    assert_frame_equal(done.events.head(state.events.height), state.events)


def test_nobody_is_asked_about_who_is_left_out_or_combined() -> None:
    """A question or fix about a row that goes into no file is not put; a note is."""
    people = after("leave_out")
    about = pl.DataFrame({"row_id": [0, 1, 4], "column": "Email Address"}, schema_overrides={"row_id": pl.UInt32})

    asked = people.found(findings_of("email_syntax", about), findings_of("badge_not_used", about)).findings_in_play

    placed = asked.select("code", "row_id").rows()
    assert [row for code, row in placed if code == "email_syntax"] == [0]
    assert [row for code, row in placed if code == "badge_not_used"] == [0, 1, 4]


def test_after_logs_what_differs() -> None:
    """A phase that alters a cell is the step of that event, and of no other."""
    state = mapped()
    rows = state.rows.with_columns(pl.col("First Name").replace("Eva", "Ewa"))

    events = state.after(rows, "by_hand").events

    assert events.select("row_id", "column", "step", "before", "after").rows() == [
        (3, "First Name", "by_hand", "Eva", "Ewa")
    ]


def test_after_with_causes() -> None:
    """An altered cell names what caused it, where that is known."""
    state = mapped()
    rows = state.rows.with_columns(pl.col("First Name", "Last Name").replace(["Eva", "Brandt"], "X"))
    causes = pl.DataFrame({"row_id": [3], "column": ["First Name"], "cause": ["1f"]}).cast({"row_id": pl.UInt32})

    events = state.after(rows, "edit", causes).events

    assert events.select("column", "cause").rows() == [("First Name", "1f"), ("Last Name", None)]
