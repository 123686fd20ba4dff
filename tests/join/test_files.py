"""Files that belong together: whole exports, and the set-up of the next month."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.decide.setup import JoinSetup, Setup
from keycafe_clean.errors import SetupError, WrongCall
from keycafe_clean.export import Export
from keycafe_clean.join import join_files, refuse_forgotten
from keycafe_clean.read import read_export
from tests.join.pairs import ACCOUNTS, STAFF, read, together, two_exports
from tests.read.workbooks import workbook

STAFF_READ, ACCOUNTS_READ = read("staff.csv", *STAFF), read("accounts.csv", *ACCOUNTS)

DECIDED = JoinSetup(headers=("SamAccountName", "Mail", "EmployeeID"), key=("Personalnummer", "EmployeeID"))


def test_rows_stay_as_they_are() -> None:
    """A join adds no row and loses none: the same numbers, in the same order."""
    export, _ = join_files(STAFF_READ, ACCOUNTS_READ)

    assert export.sources[0].rows.equals(STAFF_READ.sources[0].rows)
    assert export.rows_read == 4


def test_key_that_was_found_is_decided() -> None:
    """The set-up of the next month knows the file by its headers, and its key."""
    _, setup = join_files(STAFF_READ, ACCOUNTS_READ)

    assert setup == Setup(join=(DECIDED,))


def test_workbook_that_lost_its_zeros_is_joined() -> None:
    """Numbers of a spreadsheet find the employee numbers with zeros in front."""
    accounts = workbook(["EmployeeID", "Mail"], [42, "anna.adler@firma.de"], [43, "ben.bauer@firma.de"])

    export, _ = join_files(STAFF_READ, read_export(("accounts.xlsx", accounts)))

    assert export.sources[0].cells.get_column("Mail").to_list() == [
        "anna.adler@firma.de",
        "ben.bauer@firma.de",
        None,
        None,
    ]


def test_whoever_belongs_to_nobody_is_said() -> None:
    """Each row of the file that no row of the export has is a note, with its key."""
    export, _ = join_files(STAFF_READ, ACCOUNTS_READ)

    said = export.sources[0].findings.filter(pl.col("code") == "joined_belongs_to_nobody")
    assert said.select("row_id", "value", "suggestion").rows() == [(None, "Row 4 of accounts.csv", "9000")]


def test_what_is_open_about_the_whole_file_is_asked() -> None:
    """A question about the file as a whole is not lost with it."""
    accounts = read("accounts.csv", "42;anna.adler@firma.de", "43;ben.bauer@firma.de")

    export, _ = join_files(STAFF_READ, accounts, None, ["Personalnummer=Column 1"])

    assert "no_header" in export.sources[0].findings.get_column("code").to_list()


def test_several_exports_may_call_their_key_otherwise() -> None:
    """Each file of the export is joined by its own key; who is in one of them belongs to somebody."""
    both = two_exports("Pers.-Nr.;First Name;Last Name", "9000;Sven;Stein")

    export, setup = join_files(both, ACCOUNTS_READ)

    assert [source.joined[0].key for source in export.sources] == [
        ("Personalnummer", "EmployeeID"),
        ("Pers.-Nr.", "EmployeeID"),
    ]
    assert [join.key for join in setup.join] == [("Personalnummer", "EmployeeID"), ("Pers.-Nr.", "EmployeeID")]
    assert "joined_belongs_to_nobody" not in export.sources[0].findings.get_column("code").to_list()


def test_export_without_the_key_finds_nothing() -> None:
    """Where one file of the export has no key, its people found nothing, and the others theirs."""
    export, _ = join_files(two_exports("First Name;Last Name", "Sven;Stein", "Tina;Thoma"), ACCOUNTS_READ)

    assert [source.joined[0].key for source in export.sources] == [("Personalnummer", "EmployeeID"), None]


def test_second_file_may_belong_to_the_first() -> None:
    """A file whose key is a column of another one is joined by way of it."""
    states = ("Mail;Status", "ANNA.ADLER@firma.de;aktiv", "q@firma.de;weg")

    export, _ = join_files(STAFF_READ, together(**{"accounts.csv": ACCOUNTS, "states.csv": states}))

    assert export.sources[0].cells.get_column("Status").to_list() == ["aktiv", None, None, None]


@pytest.mark.parametrize("headers", [("SamAccountName", "Mail", "EmployeeID"), ("EmployeeID", "Old")])
def test_key_that_was_decided_holds_for_the_next_month(headers: tuple[str, ...]) -> None:
    """The file of another month is known by its headers, or by the key where a column is new or gone."""
    before = Setup(
        join=(JoinSetup(headers=headers, key=("Nachname", "EmployeeID"), smartbox_user_without_address=True),)
    )
    named = read("accounts.csv", "SamAccountName;Mail;EmployeeID", "x;anna@firma.de;Adler", "y;ben@firma.de;Bauer")

    export, setup = join_files(STAFF_READ, named, before)

    assert export.sources[0].joined[0].key == ("Nachname", "EmployeeID")
    assert setup.join == (
        DECIDED.model_copy(update={"key": ("Nachname", "EmployeeID"), "smartbox_user_without_address": True}),
    )


def test_key_that_is_said_wins() -> None:
    """What is said now goes before what was decided, and before what would be found."""
    named = read("accounts.csv", "Login;Mail;EmployeeID", "Adler;anna@firma.de;43", "Bauer;ben@firma.de;42")

    export, setup = join_files(STAFF_READ, named, None, ["Nachname=Login"])

    assert export.sources[0].cells.get_column("Mail").to_list() == ["anna@firma.de", "ben@firma.de", None, None]
    assert setup.join[0].key == ("Nachname", "Login")


def test_key_that_no_file_has_is_refused() -> None:
    """A slip in a key is said before anything is joined by another one."""
    with pytest.raises(SetupError) as refused:
        join_files(STAFF_READ, ACCOUNTS_READ, None, ["Personalnumer=EmployeeID"])

    assert str(refused.value) == (
        "The key 'Personalnumer=EmployeeID' is no column of an export and of a file that belongs to it. Say it as "
        '--join-key "A=B", A of the export, B of the file. Columns of the file: SamAccountName, Mail, EmployeeID.'
    )


def test_file_joined_to_itself_is_refused() -> None:
    """The export is not the list that belongs to it, whatever it is called there."""
    with pytest.raises(SetupError) as refused:
        join_files(STAFF_READ, read("copy.csv", *STAFF))

    assert str(refused.value) == (
        "copy.csv cannot be joined to itself: it is staff.csv, byte for byte. Give the file that belongs to it; a "
        "sheet of it as a file of its own."
    )


def test_files_with_nothing_in_common_are_refused() -> None:
    """Without a key nothing is joined, and the sentence says how to name one."""
    with pytest.raises(
        SetupError, match=r"^No column of staff\.csv and colours\.csv is the key of both beyond doubt\."
    ):
        join_files(STAFF_READ, read("colours.csv", "Farbe;Haus", "rot;A", "blau;B"))


def test_file_of_column_names_alone_is_refused() -> None:
    """A list with nobody in it would make everybody wait."""
    with pytest.raises(SetupError) as refused:
        join_files(STAFF_READ, read("accounts.csv", "EmployeeID;Mail"))

    assert str(refused.value) == "accounts.csv has nobody in it: no row of people stands below its column names."


def test_forgotten_file_is_refused() -> None:
    """A month without the list of addresses would make everybody a SmartBox User."""
    with pytest.raises(SetupError) as refused:
        refuse_forgotten(STAFF_READ, Setup(join=(DECIDED,)))

    assert str(refused.value) == (
        "The set-up joins a file with the columns SamAccountName, Mail, EmployeeID by 'Personalnummer', and it was not "
        "given. Give this month's with --join FILE, or take its [[join]] out of setup.toml."
    )


def replaced(export: Export) -> list[tuple[str, ...]]:
    """Get what is said of lists in whose place another one was given."""
    said = export.sources[0].findings.filter(pl.col("code") == "joined_instead")
    return said.select("value", "reason", "suggestion").rows()


def test_a_list_of_the_same_columns_takes_no_place() -> None:
    """Nor does one beside those of the set-up: nothing is said."""
    assert replaced(join_files(STAFF_READ, ACCOUNTS_READ, Setup(join=(DECIDED,)))[0]) == []
    assert replaced(join_files(STAFF_READ, ACCOUNTS_READ)[0]) == []


RENAMED = ("Personalnummer;Primary E-Mail", "44;cem.celik@firma.de", "42;anna.adler@firma.de", "43;ben.bauer@firma.de")


def test_file_with_other_columns_is_said() -> None:
    """The list of another month under other column names was given: the sentence says so, and what to type."""
    with pytest.raises(SetupError) as refused:
        join_files(STAFF_READ, read("new.csv", *RENAMED), Setup(join=(DECIDED,)))

    assert str(refused.value) == (
        "new.csv has other columns than the file that the set-up joins: Personalnummer, Primary E-Mail, not "
        "SamAccountName, Mail, EmployeeID. If it is that list in another form, say its key, --join-key "
        '"Personalnummer", and it takes its place. Else give that file too with --join FILE, or take its [[join]] '
        "out of setup.toml."
    )


def test_file_with_other_columns_takes_the_place_by_its_key() -> None:
    """A key that is said puts the list in the place of the one that was decided."""
    keys = ["Personalnummer"]

    export, setup = join_files(STAFF_READ, read("new.csv", *RENAMED), Setup(join=(DECIDED,)), keys)

    refuse_forgotten(export, setup)
    assert [(join.headers, join.key) for join in setup.join] == [
        (("Personalnummer", "Primary E-Mail"), ("Personalnummer",))
    ]
    assert replaced(export) == [("new.csv", "SamAccountName, Mail, EmployeeID", "Personalnummer")]


def test_file_without_addresses_takes_no_list_of_addresses_away() -> None:
    """A list of something else in the place of the addresses would make everybody a SmartBox User."""
    rooms = ("Personalnummer;Raum", "44;12", "42;13", "43;14")

    with pytest.raises(SetupError, match=r"^rooms\.csv has other columns than the file that the set-up joins"):
        join_files(STAFF_READ, read("rooms.csv", *rooms), Setup(join=(DECIDED,)), ["Personalnummer"])


def test_new_file_beside_the_decided_one() -> None:
    """Where the file that was decided is there too, another one is simply new."""
    both = together(**{"accounts.csv": ACCOUNTS, "rooms.csv": ("Personalnummer;Raum", "44;12", "42;13", "43;14")})

    _, setup = join_files(STAFF_READ, both, Setup(join=(DECIDED,)))

    assert [join.key for join in setup.join] == [DECIDED.key, ("Personalnummer",)]


def test_file_that_was_given_is_not_forgotten() -> None:
    """What `join_files()` gives can be cleaned."""
    refuse_forgotten(*join_files(STAFF_READ, ACCOUNTS_READ))


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("staff.csv", ACCOUNTS_READ), "an export"),
        ((STAFF_READ, "accounts.csv"), "the files that belong to it"),
    ],
)
def test_path_is_no_export(arguments: tuple[Any, Any], what: str) -> None:
    """Files are read before they are joined."""
    with pytest.raises(WrongCall) as refused:
        join_files(*arguments)
    assert str(refused.value) == (
        f'join_files() takes {what} as read, not a str. Write join_files(read_export("hr.csv"), read_export("ad.csv")).'
    )


def test_setup_with_a_join_is_read_back(tmp_path: Any) -> None:  # noqa: ANN401
    """A `[[join]]` stands in setup.toml, and one key that both files have may be written as a text."""
    path = tmp_path / "setup.toml"
    path.write_text(Setup(join=(DECIDED,)).to_toml(), encoding="utf-8")
    assert Setup.read(path) == Setup(join=(DECIDED,))

    path.write_text('[[join]]\nheaders = ["Nr", "Mail"]\nkey = "Nr"\n', encoding="utf-8")
    assert Setup.read(path).join == (JoinSetup(headers=("Nr", "Mail"), key=("Nr",)),)


cells = st.sampled_from(["", "a@firma.de", "b@firma.de", "n/a"])
numbers = st.sampled_from(["7", "07", "0007", "8", "009", "9", "", "-", "100"])


@given(st.lists(st.tuples(numbers, cells), min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_order_of_the_file_does_not_matter(rows: list[tuple[str, str]], random: Any) -> None:  # noqa: ANN401
    """Whatever the order of the rows of the other file, every row finds the same cells, or the same question."""
    staff = read(
        "s.csv",
        "Personalnummer;Vorname;Nachname",
        "7;Anna;Adler",
        "8;Ben;Bauer",
        "009;Cem;Celik",
        ";Dora;Dahl",
        "7;Anna;Adler",
    )
    lines = [f"{number};{mail}" for number, mail in [*rows, ("8", "z@firma.de")]]
    shuffled = random.sample(lines, len(lines))
    keys = ["Personalnummer=EmployeeID"]

    one, other = (
        join_files(staff, read("a.csv", "EmployeeID;Mail", *them), None, keys)[0].sources[0]
        for them in (lines, shuffled)
    )

    assert one.cells.equals(other.cells)
    assert one.joined[0].rows.get_column("met").equals(other.joined[0].rows.get_column("met"))


@given(st.permutations(STAFF[1:]))
def test_order_of_the_export_does_not_matter(rows: list[str]) -> None:
    """Whatever the order of the rows of the export, each finds its own."""
    found = join_files(read("staff.csv", STAFF[0], *rows), ACCOUNTS_READ)[0].sources[0].cells

    assert found.sort("Personalnummer").equals(join_files(STAFF_READ, ACCOUNTS_READ)[0].sources[0].cells)


@given(st.lists(st.sampled_from(["Vorname", "Nachname", "Abteilung"]), unique=True), st.permutations(STAFF[1:]))
def test_list_of_its_own_columns_changes_nothing(kept: list[str], rows: list[str]) -> None:
    """A file that has nothing but columns of the export leaves every cell as it is, and asks nothing."""
    table = pl.DataFrame([row.split(";") for row in rows], schema=STAFF[0].split(";"), orient="row")
    own = table.select("Personalnummer", *kept).write_csv(separator=";", quote_style="never")

    found = join_files(STAFF_READ, read("own.csv", *own.splitlines(), "", "1;" * len(kept)), None, ["Personalnummer"])[
        0
    ]

    assert found.sources[0].cells.equals(STAFF_READ.sources[0].cells)
    assert found.sources[0].findings.filter(pl.col("row_id").is_not_null()).is_empty()
