"""The set-up with a mapping for every source."""

import pytest

from keycafe_clean.columns import complete_setup
from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.errors import MissingColumn, SetupError
from keycafe_clean.export import Export
from keycafe_clean.read import read_export
from tests.columns.sources import source_of

EMAILS: dict[str, list[str | None]] = {"Email": ["ana@acme.com"], "Badge": ["1"]}


def test_suggested_columns_are_added() -> None:
    """A source that the set-up does not know is mapped as suggested, with what there is to say."""
    setup, findings, _ = complete_setup(Setup(), Export((source_of(EMAILS),)))

    assert setup.source == (SourceSetup(headers=("Email", "Badge"), columns={"Email Address": ("Email",)}),)
    assert findings.get_column("code").to_list() == ["badge_not_used"]


def test_decided_columns_stay() -> None:
    """Decided columns are neither changed nor asked about."""
    decided = Setup(source=(SourceSetup(headers=("Badge", "Email"), columns={"Email Address": ("Badge",)}),))

    setup, findings, _ = complete_setup(decided, Export((source_of(EMAILS),)))

    assert setup == decided
    assert findings.is_empty()


def test_column_that_is_said_wins_in_every_file_that_has_it() -> None:
    """What is said of a column holds over what is suggested, wherever its header is found."""
    said = Setup(columns={"Email Address": ("Badge",)})

    setup, _, _ = complete_setup(said, Export((source_of(EMAILS),)))

    assert [source.columns for source in setup.source] == [{"Email Address": ("Badge",)}]


def test_column_that_no_file_has_is_refused() -> None:
    """A slip in a header is said before anything is done without the column."""
    said = Setup(columns={"Last Name": ("Nom",)})

    with pytest.raises(SetupError) as refused:
        complete_setup(said, Export((source_of(EMAILS),)))

    assert str(refused.value) == (
        "The set-up takes Last Name from 'Nom', and no file has that column. Columns read: Badge, Email. "
        'Say which it is, with --column "Last Name=HEADER", or that none is, with --column "Last Name="; or correct '
        "its line below [columns] in setup.toml."
    )


def test_column_that_is_not_used_may_be_gone() -> None:
    """Nothing is read from it, whether it is there or not."""
    said = Setup(columns={"none": ("Home Email",)})

    setup, _, _ = complete_setup(said, Export((source_of(EMAILS),)))

    assert [source.columns for source in setup.source] == [{"Email Address": ("Email",)}]


def test_rule_about_a_column_that_no_file_has_is_refused() -> None:
    """A slip in the header of a rule is said: it would leave nobody out."""
    said = Setup(rule=(PeopleRule.model_validate({"column": "Site", "is": "Leeds", "then": "leave_out"}),))

    with pytest.raises(SetupError) as refused:
        complete_setup(said, Export((source_of(EMAILS),)))

    assert str(refused.value) == (
        "The set-up has a rule about 'Site', and no file has that column. Columns read: Badge, Email. "
        "Correct that [[rule]] in setup.toml, or take it out."
    )


def test_rule_about_a_private_column_is_refused() -> None:
    """What is dropped while reading decides nothing."""
    said = Setup(rule=(PeopleRule.model_validate({"column": "IBAN", "is_blank": True, "then": "leave_out"}),))

    with pytest.raises(SetupError) as refused:
        complete_setup(said, Export((source_of(EMAILS, dropped=("IBAN",)),)))

    assert str(refused.value) == (
        "The set-up has a rule about 'IBAN', a private column, which is dropped. Correct that [[rule]] in setup.toml, "
        "or take it out."
    )


def test_rows_wait_while_the_column_of_addresses_is_open() -> None:
    """Where a column may hold the addresses nobody is without one until it is said."""
    cells = {
        "First Name": ["Jana", "Eva"],
        "Last Name": ["Novak", "Ek"],
        "Contact": ["jana@example.com", "eva@example.com"],
    }

    _, findings, _ = complete_setup(Setup(), Export((source_of(cells),)))

    assert findings.get_column("code").to_list() == ["column_unsure", "address_column_open", "address_column_open"]


def test_open_columns_are_asked_about_until_they_are_decided() -> None:
    """Taking the same set-up again answers nothing; saying that no header is the column does."""
    cells = {"First Name": ["Jana"], "Last Name": ["Novak"], "Contact": ["jana@example.com"]}
    export = Export((source_of(cells), source_of(cells)))

    setup, asked, _ = complete_setup(Setup(), export)
    _, again, _ = complete_setup(setup, export)
    decided = setup.source[0].model_copy(update={"columns": {**setup.source[0].columns, "Email Address": ()}})
    _, answered, _ = complete_setup(Setup(source=(decided,)), export)

    assert asked.get_column("code").to_list() == ["column_unsure", "address_column_open", "address_column_open"]
    assert again.equals(asked)
    assert answered.is_empty()


def test_rows_wait_while_the_only_column_of_names_is_open() -> None:
    """Nobody goes in without a name that the file may have."""
    cells = {"Column 1": ["Jana Novak", "Eva Ek"], "Email": ["jana@example.com", "eva@example.com"]}

    _, findings, _ = complete_setup(Setup(), Export((source_of(cells),)))

    assert findings.get_column("code").to_list() == ["column_unsure", "name_column_open", "name_column_open"]


def test_two_files_with_the_same_headers_are_asked_about_once() -> None:
    """Files with the same headers share one mapping and its findings."""
    setup, findings, _ = complete_setup(Setup(), Export((source_of(EMAILS), source_of(EMAILS))))

    assert len(setup.source) == 1
    assert findings.height == 1


def test_nobody_in_the_file() -> None:
    """A file without any column for a name or an address is refused in a sentence."""
    with pytest.raises(MissingColumn) as refused:
        complete_setup(Setup(), Export((source_of({"Product": ["cup"], "Price": ["3"]}),)))

    assert str(refused.value) == (
        "hr.csv has no column for Email Address, nor for first and last names. Headers read: Product, Price. "
        "Say which column is which, or rename the columns."
    )


def test_what_may_be_a_person_is_not_shown_as_column_names() -> None:
    """A row of names that was taken for the column names stays out of the sentence."""
    export = read_export(("hr.csv", b"Ann;Lee;Sales\nTom;Ash;Ops\nEva;Ek;Ops\n"))

    with pytest.raises(MissingColumn) as refused:
        complete_setup(Setup(), export)

    assert str(refused.value) == (
        "hr.csv has no column for Email Address, nor for first and last names. Row 1 was taken for the names of the "
        "columns, and too few of them are known to be sure. Say which row holds them, that none does, or which column "
        "is which."
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            b"1,Ann,Lee\n2,Bob,Roe\n3,Cy,Poe\nId,First Name,Last Name\n",
            "Row 4 may hold them: say --header-row 4 if it does",
        ),
        (b"1,Ann,Lee\n2,Bob,Roe\n3,Cy,Manager\n", "Say --header-row N if row N holds them"),
    ],
)
def test_a_file_without_column_names_says_how_to_name_their_row(rows: bytes, said: str) -> None:
    """The row with the most names that are known is shown; one such word alone is anything."""
    export = read_export(("hr.csv", rows))

    with pytest.raises(MissingColumn) as refused:
        complete_setup(Setup(), export)

    assert str(refused.value) == (
        "hr.csv has no column for Email Address, nor for first and last names. No row was taken for the names of the "
        f"columns. {said}, or say which column is which."
    )


def nobody_in(shown: str) -> str:
    """Get the sentence about a file without names and addresses, of whose headers these are shown."""
    return (
        f"hr.csv has no column for Email Address, nor for first and last names. Headers read: {shown}. "
        "Say which column is which, or rename the columns."
    )


@pytest.mark.parametrize(("count", "end"), [(12, "Zz11"), (13, "Zz11, ...")])
def test_sentence_names_twelve_headers(count: int, end: str) -> None:
    """Of more columns the first twelve are named."""
    with pytest.raises(MissingColumn) as refused:
        complete_setup(Setup(), Export((source_of({f"Zz{number:02}": ["1", "2"] for number in range(count)}),)))

    assert str(refused.value) == nobody_in(", ".join([*(f"Zz{number:02}" for number in range(11)), end]))


@pytest.mark.parametrize(("letters", "shown"), [(60, "z" * 60), (61, "z" * 60 + "...")])
def test_sentence_shows_sixty_characters_of_a_header(letters: int, shown: str) -> None:
    """Of a longer header the beginning is shown."""
    with pytest.raises(MissingColumn) as refused:
        complete_setup(Setup(), Export((source_of({"z" * letters: ["1", "2"]}),)))

    assert str(refused.value) == nobody_in(shown)
