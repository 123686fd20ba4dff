"""Two files of one export that may belong together."""

import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.export import Export
from keycafe_clean.join import how_to_join, may_belong_together
from tests.join.pairs import STAFF, TWO_HERE, TWO_THERE, together

ADDRESSES = ("EmployeeID;Mail", "42;a@firma.de", "43;b@firma.de", "44;c@firma.de", "45;d@firma.de")
NAMED = (
    "Personalnummer;Name;Mail",
    "42;Adler, Anna;a@firma.de",
    "43;Bauer, Ben;b@firma.de",
    "44;Celik, Cem;c@firma.de",
)


def export(*files: tuple[str, ...]) -> Export:
    """Read several files, `a.csv`, `b.csv` and so on, as one export."""
    return together(**{f"{name}.csv": lines for name, lines in zip("abc", files, strict=False)})


@pytest.mark.parametrize("turned", [False, True])
def test_list_without_names_may_belong_to_one_with_names(*, turned: bool) -> None:
    """Whoever is in both files would go in twice: the files are named, and those rows wait."""
    files = (ADDRESSES, STAFF) if turned else (STAFF, ADDRESSES)

    asked = may_belong_together(export(*files), Setup())

    there, here = ("a.csv", "b.csv") if turned else ("b.csv", "a.csv")
    assert asked.select("code", "value", "reason", "column").row(0) == (
        "may_belong_together",
        there,
        here,
        "'Personalnummer' and 'EmployeeID'",
    )
    assert asked.get_column("code").to_list()[1:] == ["may_belong_to_other"] * 8


def test_list_with_the_addresses_is_noted() -> None:
    """Two lists of people are combined as rows of one are; which belongs to which is said all the same."""
    noted = may_belong_together(export(STAFF, NAMED), Setup())

    assert noted.select("code", "severity", "value", "reason").rows() == [
        ("may_have_addresses", "note", "b.csv", "a.csv")
    ]


@pytest.mark.parametrize(
    "files",
    [
        (STAFF,),
        (STAFF, STAFF[:3]),
        (STAFF, ("EmployeeID;Mail", "42;a@firma.de", "99;b@firma.de", "98;c@firma.de", "97;d@firma.de")),
        (STAFF, ("EmployeeID;Mail", "42;a@firma.de", "43;b@firma.de", "44;c@firma.de", "97;d@firma.de")),
        (ADDRESSES, ("EmployeeID;Mail", "42;x@firma.de", "43;y@firma.de")),
        (STAFF, ("Name;Mail", "Zora Zahn;z@firma.de")),
        (TWO_HERE, TWO_THERE),
    ],
)
def test_files_that_do_not_belong_together(files: tuple[tuple[str, ...], ...]) -> None:
    """Nothing is asked of files that share few rows, or no key, or that have, or lack, the same.

    Nor where two columns may be the key: that is asked once somebody says that they belong together.
    """
    assert may_belong_together(export(*files), Setup()).is_empty()


def test_what_to_type() -> None:
    """Where a file cannot be read as one of people, the way to join it is a sentence."""
    assert how_to_join(export(STAFF, ("EmployeeID;Status", "42;aktiv", "43;aktiv", "44;aktiv", "45;weg")), Setup()) == (
        "If b.csv belongs to a.csv, say: a.csv --join b.csv."
    )
    assert not how_to_join(export(STAFF), Setup())
