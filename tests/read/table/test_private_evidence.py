"""Private columns leave hashes that tell whether two cells are the same, and nothing more."""

import polars as pl
import pytest

from keycafe_clean.read import read_export


def evidence(text: str) -> pl.DataFrame:
    """Get the hashes of a CSV export."""
    return read_export(("staff.csv", text.encode())).sources[0].evidence


@pytest.mark.parametrize(
    ("header", "one", "other", "same"),
    [
        ("Date of Birth", "1961-01-02", "1961-01-02 00:00:00", True),
        ("Geburtsdatum", "02.01.1961", "2.1.1961", True),
        ("Birth Date", "1961-01-02", "02/01/1961", True),
        ("Fecha de nacimiento", "1961-01-02", "1992-05-06", False),
        ("Date of Birth", "١٩٦١-٠١-٠٢", "1961-01-02", True),
        ("SSN", "078-05-1120", "078051120", True),
        ("SSN", "1" * 25, "2" * 25, False),
        ("SSN", "078-05-1120", "219-09-9999", False),
        ("PESEL", "44051401359", "02070803628", False),
        ("生年月日", "1961/1/2", "1961/1/3", False),
    ],
)
def test_equal_cells_have_equal_hashes(header: str, one: str, other: str, *, same: bool) -> None:
    """Two ways to write one date or number are the same, two dates or numbers are not."""
    hashes = evidence(f"First Name,Last Name,{header}\nJo,Ng,{one}\nEva,Lund,{other}\nKai,Roe,\n")

    assert hashes.width == 1
    assert (hashes.item(0, 0) == hashes.item(1, 0)) is same
    assert hashes.item(2, 0) is None


@pytest.mark.parametrize(("header", "cell"), [("Salary", "54000"), ("IBAN", "DE89370400440532013000"), ("Age", "43")])
def test_what_tells_nobody_apart_leaves_nothing(header: str, cell: str) -> None:
    """Pay, accounts and ages change, or are many people's."""
    hashes = evidence(f"First Name,Last Name,{header}\nJo,Ng,{cell}\nEva,Lund,{cell}\n")

    assert hashes.drop_nulls().is_empty()


def test_hashes_are_not_in_what_is_shown_of_a_source() -> None:
    """Neither the hashes nor the cells are in the words that a source is shown as."""
    source = read_export(("staff.csv", b"First Name,Last Name,SSN\nJo,Ng,078-05-1120\n")).sources[0]

    assert str(source.evidence.item(0, 0)) not in repr(source)
    assert "evidence" not in repr(source)
