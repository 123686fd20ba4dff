"""How files are read can be said where it looks wrong, and they are read again."""

import pytest

from keycafe_clean.desk import actions
from keycafe_clean.desk.desk import Desk
from keycafe_clean.desk.panels.reading_panel import reading_panel
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.desks import EXPORT, TODAY, at_once, button, dropdown, typed

FOUND = {"encoding": "", "delimiter": "", "sheet": "", "header": ""}

DOUBT = (
    "The letters of lista.csv look right as Windows-1250. Nothing else in the file says so. "
    "Look at the names, and choose other letters where they are wrong."
)

#: Nothing in the file says that it is Polish, or where the names of the columns are.
POLISH = "Lista\nImię,Nazwisko,E-mail\nŻaneta,Łoś,zaneta.los@example.com\n".encode("cp1250")


@pytest.fixture
def polish(desk: tuple[DeskState, Session]) -> tuple[DeskState, Session]:
    """Get the state and session of a desk that has read a file as Western European."""
    state, session = desk
    actions.read_files(state, session, [("lista.csv", POLISH)])
    actions.read_again(state, session, {**FOUND, "encoding": "cp1252"})
    return state, session


def test_another_encoding_reads_the_same_bytes_anew(polish: tuple[DeskState, Session]) -> None:
    """The letters are those of the encoding that was said, and the set-up keeps it."""
    state, session = polish
    wrong = state.read[1]

    actions.read_again(state, session, {**FOUND, "encoding": "cp1250"})

    assert (wrong, state.read[1]) == (
        "Letters look like this: ¯aneta, £oœ",
        "Letters look like this: Żaneta, Łoś",
    )
    assert session.setup.reading.encoding == "cp1250"


def test_a_doubt_about_the_file_is_asked_first(desk: tuple[DeskState, Session]) -> None:
    """The first step is open and not ticked until the analyst goes on or says how the file is read."""
    state, session = desk

    actions.read_files(state, session, [("lista.csv", POLISH)])
    asked = (state.step, state.ticked, state.file_questions)
    actions.read_again(state, session, {**FOUND, "encoding": "cp1250"})

    assert asked == (
        "file",
        ("columns", "check"),
        (DOUBT,),
    )
    assert (state.step, state.file_questions) == ("people", ())


def test_row_delimiter_and_sheet_are_said_too(desk: tuple[DeskState, Session]) -> None:
    """Whatever is said goes to the reader; blanks around it do not."""
    state, session = desk
    actions.read_files(
        state, session, [("staff.csv", b"Name,Email\nFirst Name|Last Name|Email\nJana|Novak|j@example.com\n")]
    )

    actions.read_again(state, session, {**FOUND, "delimiter": "pipe", "header": " 2 "})
    read = state.read
    actions.read_again(state, session, {**FOUND, "sheet": "People"})

    assert read == ("staff.csv: UTF-8, vertical bars, column names in row 2, 1 row",)
    assert state.message == "staff.csv is no workbook and has no sheet 'People'. Leave the sheet out."


def test_a_row_that_is_no_number_is_said(polish: tuple[DeskState, Session]) -> None:
    """Nothing is read again."""
    state, session = polish
    before = state.read

    actions.read_again(state, session, {**FOUND, "header": "third"})

    assert state.message == "Type the row of the column names as a number, for example 3; 0 if no row has them."
    assert state.read == before


def test_another_file_is_read_as_it_is_found(polish: tuple[DeskState, Session]) -> None:
    """What was said of one file is not meant for the next one."""
    state, session = polish

    actions.read_files(state, session, [("workers.csv", EXPORT)])

    assert (state.reading, session.setup.reading.encoding) == ({}, None)


def test_a_file_that_cannot_be_read_can_be_read_in_another_way(desk: tuple[DeskState, Session]) -> None:
    """The file that was chosen last is meant, whatever became of it."""
    state, session = desk
    data = "Vorname,Nachname,E-Mail\nJörg,Weiß,joerg@example.com\n".encode("utf-16-le")[:-1]
    actions.read_files(state, session, [("staff.csv", data)])
    refused = bool(state.message)

    actions.read_again(state, session, {**FOUND, "encoding": "latin-1", "header": "1"})

    assert refused
    assert state.read != ()


def test_the_button_is_there_once_a_file_was_chosen(desk: tuple[DeskState, Session]) -> None:
    """Before that there is nothing to doubt."""
    state, session = desk
    panel = reading_panel(state, Desk(today=TODAY, start=at_once)._callbacks())
    before = panel.layout.display

    actions.read_files(state, session, [("empty.csv", b"")])

    assert (before, panel.layout.display) == ("none", "flex")


def test_what_is_said_goes_to_the_reader() -> None:
    """The desk reads the file again with what stands in the inputs, and says that it is being doubted."""
    desk = Desk(today=TODAY, start=at_once)
    actions.read_files(desk.state, desk._session, [("lista.csv", POLISH)])
    button(desk.view, "Looks wrong?").click()

    dropdown(desk.view, "Letters").value = "cp1250"
    typed(desk.view, "Row of the column names").value = "2"
    button(desk.view, "Read again").click()

    assert desk.state.reading == {**FOUND, "encoding": "cp1250", "header": "2"}
    assert desk.state.read[0] == "lista.csv: Windows-1250, commas, column names in row 2, 1 row"
    assert button(desk.view, "Close")
