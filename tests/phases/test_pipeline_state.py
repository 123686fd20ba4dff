from dataclasses import replace

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.findings import findings_of
from keycafe_clean.phases.pipeline_state import Before
from keycafe_clean.pipeline import DECIDE, PREPARE
from tests.phases.stages import after, before, mapped

PHASES = [phase.__name__ for phase in (*PREPARE, *DECIDE)]


def test_phases_are_in_the_order_of_the_design() -> None:
    """Each order gives another result; this is the one that was decided."""
    assert PHASES == [
        "tidy", "identify", "note_unused_corrections", "replace_values", "read_states", "read_rule_days", "note_unused",
        "edit", "judge_employment", "combine_certain", "leave_out", "weigh_doubts", "ask_about_leavers",
        "ask_about_former_leavers", "ask_about_erased_people",
        "ask_about_units", "ask_about_posts", "ask_about_private_addresses", "ask_about_joined", "choose_users",
        "validate_rows", "suppress_mail", "check_file", "ask_refused", "ask_duplicates",
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


def test_rows_with_an_open_fix_or_question_wait() -> None:
    """Each once; a note holds nobody, and a question about no row neither."""
    about = pl.DataFrame({"row_id": [0, 1, 4], "column": "Email Address"}, schema_overrides={"row_id": pl.UInt32})
    fixes, notes = (findings_of(code, about) for code in ("email_syntax", "badge_not_used"))
    file = findings_of("column_in_doubt", pl.DataFrame({"column": ["Zq"]}))

    state = mapped().found(fixes.head(2), fixes.head(1), notes, file)

    assert state.waits.sort().to_list() == [0, 1]
    assert mapped().found(notes).waits.is_empty()


def test_in_play_is_neither_combined_nor_left_out() -> None:
    """Either takes a row out of the files."""
    state = mapped()
    rows = state.rows.with_columns(
        combined_into=pl.when(pl.col("row_id") == 1).then(pl.lit(0, pl.UInt32)),
        left_out_reason=pl.when(pl.col("row_id") == 2).then(pl.lit("by_hand")),
    )

    assert replace(state, rows=rows).in_play.get_column("row_id").to_list() == [0, 3, 4, 5]


@pytest.mark.parametrize(
    ("known", "doubted", "left"), [(0, None, None), (0, 0, None), (1, None, 1), (0, 1, 0), (None, 1, None)]
)
def test_a_list_that_names_nobody_is_none(known: int | None, doubted: int | None, left: int | None) -> None:
    """Unless an earlier run doubted who somebody is: that is asked again, whatever the list says."""
    listed, in_doubt = (None if rows is None else pl.DataFrame({"row_id": [1] * rows}) for rows in (known, doubted))

    told = Before(listed, doubted=in_doubt).without_empty_list().known

    assert (None if told is None else told.height) == left
