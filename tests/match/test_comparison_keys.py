import polars as pl
import pytest

from keycafe_clean.match.comparison_keys import Identity, address_key, column_keys, exact_number, keys_of, number_key


def keyed(cells: list[str | None], key: object) -> list[str | None]:
    """Get the keys of cells."""
    return pl.DataFrame({"cell": cells}, schema={"cell": pl.String}).select(key(pl.col("cell"))).to_series().to_list()


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (None, None),
        ("n/a", None),
        ("jane.doe@acme", None),
        ("  Jane.Doe@Example.COM ", "jane.doe@example.com"),
        ("mailto:jane@example.com", "jane@example.com"),
        ("Jane Doe <jane@example.com>", "jane@example.com"),
        ("jane@example.com; jd@example.org", "jane@example.com"),
        ("jane@example.com.", "jane@example.com"),
        ("\u200bjane@example.com", "jane@example.com"),
        ("ｊａｎｅ@example.com", "jane@example.com"),
        ("müller@example.com", "müller@example.com"),
    ],
)
def test_address_key(cell: str | None, key: str | None) -> None:
    """The first address of a cell counts, however it is wrapped; what is no address is blank."""
    assert keyed([cell], address_key) == [key]
    assert keys_of(pl.DataFrame({"mail": [cell]}, schema={"mail": pl.String}), Identity(email="mail")).item(0, 0) == key


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (None, None),
        ("  ", None),
        ("000", None),
        ("-", None),
        ("0042", "42"),
        ("٠٠٤٢", "42"),
        ("42.0", "42"),
        ("A-0042", "a0042"),
        ("3.51E+06", None),
        ("00123E45", "123e45"),
        ("１２３", "123"),
    ],
)
def test_number_key(cell: str | None, key: str | None) -> None:
    """Zeros, hyphens and what a spreadsheet adds make no other number; a rounded number is nobody's."""
    assert keyed([cell], number_key) == [key]
    records = pl.DataFrame({"number": [cell]}, schema={"number": pl.String})
    assert keys_of(records, Identity(identifiers=["number"])).item(0, 0) == key


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (None, None),
        ("Human  Resources", "human resources"),
        ("São Paulo", "sao paulo"),
        ("2019-03-15", "2019 03 15"),
        ("15.3.2019", "2019 03 15"),
        ("03/15/2019 00:00", "2019 03 15"),
        ("12.04.09", "12 04 09"),
        ("12.04.31", "12 04 31"),
        ("12.04.32", "32 04 12"),
        ("١٥/٠٣/٢٠١٩", "2019 03 15"),
        ("२०१९-०३-१५", "2019 03 15"),
        ("\U0001ccf1\U0001ccf5.3.2019", "2019 03 15"),
        ("\U00011bf1\U00011bf5.3.2019", "\U00011bf1\U00011bf5 3 2019"),
        ("19190315", "19190315"),
    ],
)
def test_evidence_key(cell: str | None, key: str | None) -> None:
    """Evidence is folded like a name, and a date has one key however its parts are ordered."""
    assert column_keys(pl.Series([cell], dtype=pl.String)).to_list() == [key]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Ana", "Ruiz", ("ana", "ruiz")),
        (None, "Ruiz, Ana", ("ana", "ruiz")),
        (None, "Ruiz", (None, "ruiz")),
        ("Ana", "Ruiz, MBA", ("ana", "ruiz mba")),
        ("JosÃ©", "MÃ¼ller", ("jose", "muller")),
        ("Oâ€™Neil", "Å\x81ukasz", ("oneil", "lukasz")),
    ],
)
def test_names(first: str | None, last: str, expected: tuple[str | None, str]) -> None:
    """A last name that holds both names is split where the first name is blank; misread letters are read again."""
    records = pl.DataFrame({"f": [first], "l": [last]}, schema={"f": pl.String, "l": pl.String})

    assert keys_of(records, Identity("f", "l")).row(0) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ruiz, Ana", ("ana", "ruiz")),
        ("Ana María Ruiz", ("ana maria", "ruiz")),
        ("Ruiz", (None, "ruiz")),
        (None, (None, None)),
    ],
)
def test_full_name(name: str | None, expected: tuple[str | None, str | None]) -> None:
    """A full name is split at its comma, else before its last word."""
    records = pl.DataFrame({"name": [name]}, schema={"name": pl.String})

    assert keys_of(records, Identity(last_name="name")).row(0) == expected


def test_exact_number_keeps_zeros() -> None:
    """Certain matching tells 0042 from 42, and a blank from everything."""
    assert exact_number(pl.Series(["0042 ", "42", "A7", " ", None])).to_list() == ["0042", "42", "a7", None, None]


@pytest.mark.parametrize(
    ("identity", "columns"),
    [
        (Identity("f", "l", "m", ["n", "p"], ["c", "f"]), ["f", "l", "m", "n", "p", "c"]),
        (Identity(last_name="l"), ["l"]),
        (Identity(email="m", comparison_columns=["c"]), ["m", "c"]),
        (Identity(), []),
    ],
)
def test_columns_of_an_identity_are_those_that_are_named(identity: Identity, columns: list[str]) -> None:
    """Each once, names and address first."""
    assert identity.columns == columns


def test_every_row_has_its_keys_in_order() -> None:
    """Cells that are there several times, plain or not, make neither more rows nor another order."""
    cells = ["B-2", "a", "B-2", None, "a", "B-2"]
    records = pl.DataFrame({"cell": cells, "mail": ["<b@x.de>", "a@x.de", "<b@x.de>", None, "a@x.de", "<b@x.de>"]})
    names = pl.DataFrame({"name": ["Bo Ek", "A Ng", "Bo Ek", None, "A Ng", "Bo Ek"]})

    keys = keys_of(records, Identity("cell", "cell", "mail", ["cell"], ["cell"]))

    assert keys.get_column("first").to_list() == ["b 2", "a", "b 2", None, "a", "b 2"]
    assert keys.get_column("email").to_list() == ["b@x.de", "a@x.de", "b@x.de", None, "a@x.de", "b@x.de"]
    assert keys.get_column("mailbox").to_list() == ["b", "a", "b", None, "a", "b"]
    assert keys.get_column("number:cell").to_list() == ["b2", "a", "b2", None, "a", "b2"]
    assert keys.get_column("column:cell").to_list() == ["b 2", "a", "b 2", None, "a", "b 2"]
    assert keys_of(names, Identity(last_name="name")).get_column("last").to_list() == [
        "ek", "ng", "ek", None, "ng", "ek",
    ]  # fmt: skip
