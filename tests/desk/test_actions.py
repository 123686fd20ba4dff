import os
import re
from datetime import datetime

from keycafe_clean.desk import actions
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import ColumnLine
from tests.desk.desks import EQUATION, EXPORT

Desk = tuple[DeskState, Session]


def test_reading_a_file_shows_the_line_that_adds_up(read_desk: Desk) -> None:
    """After a file was chosen, every row is counted in exactly one outcome."""
    state, _ = read_desk

    assert state.equation == EQUATION
    assert state.counts["rows_read"] == sum(n for name, n in state.counts.items() if name != "rows_read")


def test_reading_a_file_opens_the_first_step_that_asks(read_desk: Desk) -> None:
    """Columns that are sure are ticked and skipped."""
    state, _ = read_desk

    assert (state.step, state.ticked, state.busy) == ("people", ("file", "columns"), "")


def test_people_are_counted_before_anybody_goes_on(read_desk: Desk) -> None:
    """Who goes in stands there from the start."""
    state, _ = read_desk

    assert (state.in_file, [(line.number, line.what) for line in state.people]) == (
        "Everybody in the file who works here: 5 of 6.",
        [(5, "Stay"), (1, "Left out"), (2, "With an e-mail address"), (1, "Without an address")],
    )


def test_columns_come_with_their_reasons(read_desk: Desk) -> None:
    """Every column that is taken says which header it is, shows a few cells, and says why."""
    state, _ = read_desk
    email = _line(state, "Email Address")

    assert (email.name, email.headers, email.is_sure) == ("Email Address", "E-mail", True)
    assert email.examples.startswith("jana.novak@example.com · ")
    assert email.reason


def test_another_column_can_be_chosen(read_desk: Desk) -> None:
    """A header taken from a column leaves it; the rows are counted anew, and the choice is the set-up's."""
    state, session = read_desk

    actions.choose_column(state, session, _line(state, "status"), "")

    assert state.counts["left_out"] == 0
    assert session.setup.source[0].columns["status"] == ()
    assert _line(state, "status").headers == ""


def test_a_file_without_addresses_never_passes_as_fine(desk: Desk) -> None:
    """Everybody would be a SmartBox User without an e-mail: it is asked first, on the step where a column is chosen."""
    state, session = desk

    actions.read_files(state, session, [("staff.csv", b"First Name;Last Name\nJana;Novak\nEva;Brandt\nTom;Baker\n")])
    asked = (state.step, state.ticked)
    actions.go(state, "people")

    assert asked == ("columns", ("file", "check"))
    (question,) = state.column_questions
    assert question == (
        "No column of staff.csv holds e-mail addresses: nobody in it can be a Full User. "
        "Choose another column below if it is wrong; else go on."
    )
    assert "columns" in state.ticked
    session.release()


def test_a_chosen_column_stays_for_the_repaired_file(read_desk: Desk) -> None:
    """The file is repaired and chosen again; what was said about its columns holds."""
    state, session = read_desk
    actions.choose_column(state, session, _line(state, "status"), "")

    actions.read_files(state, session, [("workers.csv", EXPORT)])

    assert state.counts["left_out"] == 0


def test_a_file_without_known_names_asks_for_them(desk: Desk) -> None:
    """The sentence says what is missing; once the column is chosen, the rows are counted."""
    state, session = desk
    actions.read_files(state, session, [("list.csv", b"Who;Since\nJana Novak;2020\nEva Brandt;2021\n")])
    before = (state.step, state.counts, state.message.split(":")[0])

    actions.choose_column(state, session, _line(state, "full_name"), "Who")

    assert before == (
        "columns",
        {},
        "list.csv has no column for Email Address, nor for first and last names. Headers read",
    )
    assert (state.message, state.counts["ready"]) == ("", 2)


def test_several_files_are_one_export(desk: Desk) -> None:
    """Two files chosen together are read together."""
    state, session = desk

    actions.read_files(state, session, [("north.csv", EXPORT), ("south.csv", EXPORT.replace(b"000", b"100"))])

    assert state.files == ("north.csv", "south.csv")
    assert state.counts["rows_read"] == 14


def test_a_file_that_cannot_be_read_leaves_everything_as_it_was(read_desk: Desk) -> None:
    """The sentence says what is wrong; counts, file and step stay."""
    state, session = read_desk

    actions.read_files(state, session, [("empty.csv", b"")])

    assert state.status == "empty.csv is empty. Export it again from the HR system."
    assert (state.files, state.equation) == (("workers.csv",), EQUATION)


def test_an_unknown_exception_becomes_one_sentence(desk: Desk) -> None:
    """What nobody foresaw is said with its place in our code, never with its own words: they may be about people."""
    state, session = desk

    actions.replan(state, session, "Jana Novak", 0)  # the state has a trait that takes no such plan

    assert re.fullmatch(
        r"The desk met something that it does not know, and stopped\. Nothing was sent, and nobody was "
        r"invited\. Try again; if it happens again, report this place: state\.py, line [0-9]+\.",
        state.message,
    )


def test_an_unknown_exception_ends_what_was_going_on(desk: Desk) -> None:
    """The page is not busy for ever with a file that nobody foresaw: here one whose content is text, not bytes."""
    state, session = desk

    actions.read_files(state, session, [("workers.csv", EXPORT.decode())])  # type: ignore[list-item]

    assert "report this place" in state.message
    assert state.busy == ""


def test_a_step_without_a_file_is_not_opened(desk: Desk) -> None:
    """A step that cannot be had yet says why, and nothing moves."""
    state, _ = desk

    actions.go(state, "check")

    assert (state.step, state.blocked) == ("file", ("Choose a file first.",))


def test_a_why_not_goes_away_with_its_reason(desk: Desk) -> None:
    """The sentence disappears once the file is there."""
    state, session = desk
    actions.go(state, "check")

    actions.read_files(state, session, [("workers.csv", EXPORT)])

    assert state.status == ""


def test_going_on_ticks_the_step(read_desk: Desk) -> None:
    """A step that the analyst goes on from counts as agreed with."""
    state, _ = read_desk

    actions.go(state, "check")

    assert (state.step, state.ticked) == ("check", ("file", "columns", "people"))


def test_another_limit_and_used_places_plan_again(read_desk: Desk) -> None:
    """The rows stay; the months are counted anew, the rest becomes a forecast."""
    state, session = read_desk

    actions.replan(state, session, "confirmed", 248)

    assert state.limit_line == "November 2026: 248 used + 2 in this file = 250 of 250"
    assert [(line.month, line.people) for line in state.months] == [("November 2026", 2), ("December 2026", 1)]
    assert state.finish == "Everybody is in: December 2026. With 1,000 a month: November 2026."


def test_the_plan_can_be_said_before_the_file(desk: Desk) -> None:
    """What was entered before a file was chosen counts for it."""
    state, session = desk
    actions.replan(state, session, "confirmed", 250)

    actions.read_files(state, session, [("workers.csv", EXPORT)])

    assert state.limit_line == "November 2026: 250 used + 0 in this file = 250 of 250; nobody else goes in this month"


def test_no_places_left_is_said_before_the_hand_over(read_desk: Desk) -> None:
    """A full month has nothing to hand over; the sentence names the month that has."""
    state, session = read_desk
    actions.replan(state, session, "paid", 1_000)

    actions.go(state, "hand_over")

    assert state.status == "November's 1,000 places are used. The next 3 people are planned for December."


def _line(state: DeskState, column: str) -> ColumnLine:
    return next(line for line in state.columns if line.column == column)


def test_encoding_that_is_none_is_said(read_desk: Desk) -> None:
    """What is the encoding of no file is told in one sentence, and what was read stays."""
    state, session = read_desk

    actions.read_again(state, session, {"encoding": "idna"})

    assert state.message == "No encoding is called 'idna'. Say utf-8, cp1252 or utf-16, for example."
    assert state.equation == EQUATION


def test_what_a_killed_run_left_is_removed_and_said(read_desk: Desk) -> None:
    """Choosing a file removes what a run that was killed had left in the desk's folder."""
    state, session = read_desk
    left = session.folder / ".keycafe-clean-dead"
    left.mkdir()
    (left / "waiting.csv").write_text("Jana")
    os.utime(left, (datetime(2026, 11, 3, 12, 0).timestamp(),) * 2)  # noqa: DTZ001 - the analyst's own day

    actions.read_files(state, session, [("workers.csv", EXPORT)])

    assert state.message == "Removed what a run that was killed on 3 November 2026 had left behind."
    assert not left.exists()
