"""The key by which a file is joined."""

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.join.choose_key import as_option, found_key, in_words, no_key, refuse_nobody_met
from tests.join.pairs import ACCOUNTS, STAFF, TWO_HERE, TWO_THERE, side

HERE, THERE = side("staff.csv", *STAFF), side("accounts.csv", *ACCOUNTS)


def test_likeliest_key_is_taken() -> None:
    """Two employee numbers are the key, whatever they are called."""
    assert found_key(HERE, THERE) == ("Personalnummer", "EmployeeID")


def test_keys_that_lead_to_the_same_rows_are_one() -> None:
    """Where two columns say the same of everybody, it does not matter which is taken."""
    there = [TWO_THERE[0], "k17;x47;q1@firma.de", "k25;x55;q2@firma.de", "k33;x63;q3@firma.de"]

    assert found_key(side("a.csv", *TWO_HERE), side("b.csv", *there)) == ("Code", "Code")


def test_keys_that_lead_to_other_rows_are_asked_about() -> None:
    """Nobody knows which of two columns is right: both are named, with what to type."""
    with pytest.raises(SetupError) as asked:
        found_key(side("a.csv", *TWO_HERE), side("b.csv", *TWO_THERE))

    assert str(asked.value) == (
        "b.csv may belong to a.csv by 'Code' (3 rows) or by 'Login' (3 rows), and they lead to different rows. "
        'Say which: --join-key "Code" or --join-key "Login", or as key of a [[join]] in setup.toml.'
    )


def test_files_with_nothing_in_common_have_no_key() -> None:
    """Where no column is likely there is no key, and the sentence shows what both have."""
    there = side("colours.csv", "Farbe;Haus", "rot;A", "blau;B")

    assert found_key(HERE, there) is None
    assert str(no_key([HERE], there)) == (
        "No column of staff.csv and colours.csv is the key of both beyond doubt. Say which belong together: "
        '--join-key "A=B", A of the export, B of this file. '
        "Headers of staff.csv: Personalnummer, Vorname, Nachname, Abteilung. Headers of colours.csv: Farbe, Haus."
    )


def test_what_comes_near_a_key_is_named() -> None:
    """A column by which few rows meet is not taken, and told with what to type if it is right."""
    there = side("few.csv", "EmployeeID;Mail", "42;q@firma.de", "900;r@firma.de", "901;s@firma.de")

    assert found_key(HERE, there) is None
    assert str(no_key([HERE, HERE], there)) == (
        "No column of staff.csv and staff.csv and few.csv is the key of both beyond doubt. Nearest to one: "
        "by 'Personalnummer' and 'EmployeeID' 1 row of 4 would find theirs. "
        'If that is right, say it: --join-key "Personalnummer=EmployeeID".'
    )


def test_said_key_by_which_nobody_is_found_is_refused() -> None:
    """A slip in a key is said, and what is nearer."""
    with pytest.raises(SetupError) as refused:
        refuse_nobody_met(HERE, THERE, ("Nachname", "SamAccountName"))

    assert str(refused.value) == (
        "No row of staff.csv finds its own in accounts.csv by 'Nachname' and 'SamAccountName': no cell of one column "
        "stands in the other. Nearest to one: by 'Personalnummer' and 'EmployeeID' 3 rows of 4 would find theirs. "
        'If that is right, say it: --join-key "Personalnummer=EmployeeID".'
    )


def test_said_key_by_which_anybody_is_found_is_taken() -> None:
    """One row that finds its own is enough for a key that was said."""
    refuse_nobody_met(HERE, side("one.csv", "EmployeeID;Mail", "42;a@firma.de"), ("Personalnummer", "EmployeeID"))


@pytest.mark.parametrize(
    ("key", "words", "option"),
    [
        (("Nr", "Nr"), "'Nr'", '--join-key "Nr"'),
        (("Nr", "ID"), "'Nr' and 'ID'", '--join-key "Nr=ID"'),
    ],
)
def test_key_in_words(key: tuple[str, str], words: str, option: str) -> None:
    """A key is told by one header where both files call it so."""
    assert (in_words(key), as_option(key)) == (words, option)
