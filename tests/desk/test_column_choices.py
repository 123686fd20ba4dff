import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.column_choices import column_lines, decided_columns, with_column
from keycafe_clean.desk.view_models import ColumnLine
from keycafe_clean.export import Source
from keycafe_clean.read import read_export

CELLS = b"Vorname;Nachname;E-Mail;Ausweis\nJana;Novak;jana.novak@example.com;17\nEva;Brandt;eva.brandt@example.com;18\n"


@pytest.fixture
def source() -> Source:
    """Get a file with four columns."""
    return read_export(("b.csv", CELLS)).sources[0]


def line_of(source: Source, setup: Setup, column: str) -> ColumnLine:
    """Get the line of a column as the set-up has it."""
    return next(line for line in column_lines(source, decided_columns(setup, source)) if line.column == column)


def test_a_sure_column_stands_with_header_examples_and_reason(source: Source) -> None:
    """Everything that is needed to agree stands in one line."""
    line = line_of(source, Setup(), "First Name")

    assert line == ColumnLine(
        "b.csv", "First Name", "First Name", "Vorname", "Jana · Eva", "German for first name", is_sure=True
    )


def test_a_column_that_no_header_fits_is_offered(source: Source) -> None:
    """The analyst may know better."""
    line = line_of(source, Setup(), "exit_date")

    assert (line.name, line.headers, line.examples, line.reason) == ("Last day", "", "", "")


def test_a_badge_code_says_what_it_needs(source: Source) -> None:
    """A door badge is not Keycafe's."""
    assert line_of(source, Setup(), "Badge Code").reason == (
        "needs the number of Keycafe's own fob or sticker, not of your door badge"
    )


def test_a_choice_is_called_one(source: Source) -> None:
    """What the analyst said has no other reason."""
    line = line_of(source, with_column(Setup(), source, "Badge Code", "Ausweis"), "Badge Code")

    assert (line.headers, line.examples, line.reason) == ("Ausweis", "17 · 18", "your choice")


def test_a_header_serves_one_column(source: Source) -> None:
    """Taken for another column, it leaves the first, and no question is asked about it any more."""
    setup = with_column(Setup(), source, "full_name", "Vorname")

    assert decided_columns(setup, source)["full_name"] == ("Vorname",)
    assert "First Name" not in decided_columns(setup, source)
    assert line_of(source, setup, "First Name").reason == ""


def test_the_other_columns_stay(source: Source) -> None:
    """One choice answers one question."""
    columns = decided_columns(with_column(Setup(), source, "Badge Code", "Ausweis"), source)

    assert columns["First Name"] == ("Vorname",)
    assert columns["Email Address"] == ("E-Mail",)


def test_joined_headers_stay_joined(source: Source) -> None:
    """Several headers of one column can be taken back as they were."""
    setup = with_column(Setup(), source, "full_name", "Vorname + Nachname")

    assert decided_columns(setup, source)["full_name"] == ("Vorname", "Nachname")
    assert line_of(source, setup, "full_name").headers == "Vorname + Nachname"


def test_choosing_again_replaces_the_choice(source: Source) -> None:
    """The set-up has one entry a set of headers."""
    setup = with_column(Setup(), source, "Badge Code", "Ausweis")

    setup = with_column(setup, source, "Badge Code", "")

    assert len(setup.source) == 1
    assert setup.source[0].columns["Badge Code"] == ()


def test_a_column_said_for_every_file_is_shown_as_the_run_takes_it(source: Source) -> None:
    """The desk reads the set-up as the cleaning does: what is said for every file wins, where the file has it."""
    said = Setup(columns={"Badge Code": ("Ausweis",), "First Name": ("Rufname",)})

    assert line_of(source, said, "Badge Code").headers == "Ausweis"
    assert line_of(source, said, "First Name").headers == "Vorname"


def test_column_in_doubt_can_be_said_to_be_none() -> None:
    """A column that is asked about is offered as none of ours, and several may be."""
    source = read_export(("b.csv", b"Email,Zq,Qz\na@acme.com,2024-01-31,2025-01-31\n")).sources[0]
    one = with_column(Setup(), source, "none", "Zq")

    assert line_of(source, Setup(), "none").name == "None"
    assert decided_columns(with_column(one, source, "none", "Qz"), source)["none"] == ("Zq", "Qz")
