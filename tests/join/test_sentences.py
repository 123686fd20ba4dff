"""What became of the files that were joined, in counts and in words."""

from keycafe_clean.join import join_counts, join_files, join_in_words
from tests.join.pairs import ACCOUNTS, STAFF, read, two_exports


def said(*accounts: str, staff: tuple[str, ...] = STAFF) -> str:
    """Get the sentence about a file that is joined by its EmployeeID."""
    given = read("accounts.csv", "EmployeeID;Mail", *accounts)
    return join_in_words(join_files(read("staff.csv", *staff), given, None, ["Personalnummer=EmployeeID"])[0])[0]


def test_counts_are_those_of_the_export() -> None:
    """Every row of people of the export is counted once, and beside them the rows there that nobody wants."""
    export, _ = join_files(read("staff.csv", *STAFF), read("accounts.csv", *ACCOUNTS))

    (counts,) = join_counts(export)

    assert (counts.file, counts.to, counts.key) == ("accounts.csv", "staff.csv", ("Personalnummer", "EmployeeID"))
    assert (counts.rows, counts.found, counts.nobody) == (4, 3, 1)
    assert (counts.several, counts.zeros, counts.name) == (0, 0, 0)
    assert (counts.rows_there, counts.belong_to_nobody) == (4, 1)


def test_everybody_found_theirs() -> None:
    """Where nothing is left, nothing is listed."""
    accounts = ("42;a@firma.de", "43;b@firma.de", "44;c@firma.de", "45;d@firma.de")

    assert said(*accounts) == (
        "accounts.csv was joined to staff.csv by 'Personalnummer' and 'EmployeeID': 4 of 4 rows found theirs; "
        "0 of its 4 rows belong to nobody in the export."
    )


def test_one_of_each() -> None:
    """Every way in which a row may find nothing is said with its count."""
    staff = (*STAFF, "0045;Emil;Engel", "46;Fritz;Fuchs")
    accounts = (
        "42;ben.bauer@firma.de",
        "43;b@firma.de",
        "43;x@firma.de",
        "46;f@firma.de",
        "45;d@firma.de",
        "9;q@firma.de",
    )

    assert said(*accounts, staff=staff) == (
        "accounts.csv was joined to staff.csv by 'Personalnummer' and 'EmployeeID': 1 of 6 rows found theirs, "
        "1 is not in it, 1 has rows there that differ, 2 may have lost zeros in front of their keys, "
        "1 has another name there; 1 of its 6 rows belongs to nobody in the export. "
        "Each is listed in waiting.csv or notes.csv."
    )


def test_export_without_the_key() -> None:
    """A file of the export that has no key is named, and how many of its rows found nothing."""
    export, _ = join_files(two_exports("First Name;Last Name", "Sven;Stein"), read("accounts.csv", *ACCOUNTS))

    assert join_in_words(export)[1] == (
        "accounts.csv has no key in common with others.csv: its 1 row found nothing there."
    )
