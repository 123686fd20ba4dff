"""Files at the desk: people are read, answers are taken, and neither for the other."""

from pathlib import Path

import pytest

from keycafe_clean.desk import answering, choosing
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.write import run_files
from tests.desk.desks import EQUATION, EXPORT
from tests.desk.waiting import waiting_desk

Desk = tuple[DeskState, Session]


def sheets(session: Session) -> dict[str, bytes]:
    """Get the files of a run."""
    assert session.run
    return {name: content.data for name, content in run_files(session.run.cleaned, session.run.plan).items()}


def filled_in(sheet: bytes) -> bytes:
    """Get a `waiting.csv` in which the incomplete address is given."""
    lines = sheet.decode().split("\r\n")
    place = next(number for number, line in enumerate(lines) if '"email_syntax"' in line)
    answer = lines[0].split(",").index('"answer"')
    cells = lines[place].split('","')
    cells[answer] = "jana.novak@acme.com"
    lines[place] = '","'.join(cells)
    return "\r\n".join(lines).encode()


def test_a_filled_in_sheet_is_answers_and_no_people(tmp_path: Path) -> None:
    """What it says is decided as one, and can be taken back; the rows of the HR file stay the rows."""
    state, session = waiting_desk(tmp_path)

    choosing.choose_files(state, session, [("waiting (1).csv", filled_in(sheets(session)["waiting.csv"]))])

    assert state.message == ""
    assert state.equation.startswith("11 rows = 7 ready + 4 waiting for you")
    assert (state.step, state.to_undo) == ("check", "the answers of waiting (1).csv")
    session.release()


def test_a_workbook_of_a_run_is_answers_too(tmp_path: Path) -> None:
    """Without any answer in it nothing is decided, and nobody is read from it."""
    state, session = waiting_desk(tmp_path)
    before = state.equation

    choosing.choose_files(state, session, [("review.xlsx", sheets(session)["review.xlsx"])])

    assert (state.message, state.equation) == ("", before)
    session.release()


def test_answers_before_any_people_are_said(desk: Desk, tmp_path: Path) -> None:
    """Nothing is read from them."""
    state, session = desk
    sheet = sheets(waiting_desk(tmp_path)[1])["waiting.csv"]

    choosing.choose_files(state, session, [("waiting.csv", sheet)])

    assert (state.counts, session.export) == ({}, None)
    assert state.message == (
        "waiting.csv holds answers to the questions of a run, and no people. Choose the HR file first, then this one."
    )


@pytest.mark.parametrize("name", ["workers.csv", '"workers.csv"', " workers.csv "])
def test_a_named_file_is_looked_for_in_the_desks_folder(desk: Desk, name: str) -> None:
    """Quotes and blanks around it do no harm."""
    state, session = desk
    (session.folder / "workers.csv").write_bytes(EXPORT)

    choosing.choose_path(state, session, name)

    assert state.equation == EQUATION
    session.release()


def test_a_path_must_be_typed_first(desk: Desk) -> None:
    """A blank one is asked for."""
    state, session = desk

    choosing.choose_path(state, session, " ")

    assert state.message == "Type the name of a file first."


def test_a_file_that_is_not_there_is_said(desk: Desk) -> None:
    """With its place."""
    state, session = desk

    choosing.choose_path(state, session, "gone.csv")

    assert state.message == f"{session.folder / 'gone.csv'} does not exist. Check the name and the folder."


def test_the_sample_is_tried(desk: tuple[DeskState, Session]) -> None:
    """As a file that was chosen; it is known for what it is."""
    state, session = desk

    choosing.try_sample(state, session)

    assert (state.files, state.is_sample, state.counts["rows_read"]) == (("workers_2026-11.csv",), True, 27)


def test_what_was_said_of_the_sample_ends_with_it(desk: tuple[DeskState, Session]) -> None:
    """The first file of one's own begins as if there had been none."""
    state, session = desk
    choosing.try_sample(state, session)
    answering.answer(state, session, "leave out")

    choosing.choose_files(state, session, [("workers.csv", EXPORT)])

    assert (state.is_sample, session.timeline.now.decisions.lines.height, state.to_undo) == (False, 0, "")
