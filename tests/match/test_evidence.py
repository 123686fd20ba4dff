"""What unused columns say: their own cells keep people apart, those of a job or a record do not."""

import polars as pl
import pytest

from keycafe_clean.match import match_and_doubt, match_certain
from keycafe_clean.match.evidence import CELL, evidence_of
from tests.match.people import people

#: Others, so that a column shows how it behaves.
OTHERS = [("Bob", "Stone"), ("Eva", "Marsh"), ("Kai", "Brook")]


def rows_of(column: str, cells: list[object], others: list[object], **more: object) -> pl.DataFrame:
    """Get two rows of John Smith at one address with these cells in an unused column, and three other people."""
    names = [("John", "Smith"), ("John", "Smith"), *OTHERS]
    return pl.DataFrame(
        {
            "First Name": [first for first, _ in names],
            "Last Name": [last for _, last in names],
            "Email Address": ["smith@example.com"] * 2 + [f"{first}@example.com" for first, _ in OTHERS],
            column: [*cells, *others],
            **more,
        }
    ).with_row_index("row_id")


OWN = [
    ("source.Phone", ["555-0101", "555-0999"], ["555-0102", "555-0103", "555-0104"]),
    ("source.Móvil", ["611222333", "622111444"], ["633444555", "644555666", "655666777"]),
    ("source.Telefonnummer", ["030 1234567", "030 7654321"], ["030 1111111", "030 2222222", "030 3333333"]),
    ("source.เบอร์โทรศัพท์", ["555010", "555099"], ["555011", "555012", "555013"]),
    ("source.Badge", ["B1", "B2"], ["B3", "B4", "B5"]),
    ("source.Ausweis-Nr.", ["17", "18"], ["19", "20", "21"]),
    ("source.Middle Name", ["Anton", "Berta"], [None, None, "Carl"]),
    ("source.Zweiter Vorname", ["A.", "B."], [None, None, None]),
    ("source.Отчество", ["Иванович", "Петрович"], ["Иванович", None, None]),
    ("source.Namenszusatz", ["jun.", "sen."], [None, None, None]),
    ("source.Suffix", [None, "III"], [None, None, None]),
    ("source.Username", ["jsmith", "jsmith2"], ["bstone", "emarsh", "kbrook"]),
    ("source.Fahrzeugkennung", ["4711-22", "9911-33"], ["1144-88", "2255-77", "3366-99"]),
    ("source.Fahrzeugkennung", ["4711-22", "9911-33"], ["1144-88", None, None]),
    ("source.Fahrzeugkennung", ["4711-22", "9911-33"], ["1144-88", " ", "  "]),
    ("source.Kod", ["07", "08"], ["01", "02", "03"]),
    ("source.Kod", ["01", "02"], ["03", None, "05"]),
    ("source.Zq", ["001", "002"], ["003", "004", "006"]),
    ("source.Private Email", ["j1@example.org", "j2@example.org"], ["b@example.org", "e@example.org", "k@example.org"]),
    ("evidence.date of birth", [11, 12], [13, 14, 11]),
    ("raw.Last Name", ["Smith Jr.", "Smith Sr."], ["Stone", "Marsh", "Brook"]),
    ("raw.Last Name", ["Smith", "Smith III"], ["Stone", "Marsh", "Brook"]),
]
NOT_OWN = [
    ("source.Position ID", ["P-5001", "P-5002"], ["P-5003", "P-5004", "P-5005"]),
    ("source.Vertragsnummer", ["5001", "5002"], ["5003", "5004", "5005"]),
    ("source.Código del puesto", ["5001", "5002"], ["5003", "5004", "5005"]),
    ("source.岗位编号", ["5001", "5002"], ["5003", "5004", "5005"]),
    ("source.Cost Center", ["4711", "4712"], ["4713", "4714", "4715"]),
    ("source.Comment", ["left a note", "moved"], [None, None, None]),
    ("source.Job Title", ["Cook", "Driver"], ["Cook", "Nurse", "Clerk"]),
    ("source.Manager ID", ["10042", "10043"], ["10044", "10045", "10046"]),
    ("source.Maiden ID", ["10042", "10043"], ["10042", "10043", "10042"]),
    ("source.Supervisor Phone", ["555-0101", "555-0999"], ["555-0102", "555-0103", "555-0104"]),
    ("source.Last Modified", ["2026-01-01 10:11", "2026-01-01 10:12"], ["2026-01-01 10:13"] * 3),
    ("source.Zq", ["2026-01-01 10:11:12", "2026-01-01 10:12:13"], ["2026-01-02 11:13:14", "2026-01-03 12:14:15", None]),
    ("source.Nr", ["1", "2"], ["3", "4", "5"]),
    ("source.Zq", ["001", "002"], ["003", "004", "005"]),
    ("source.Zq", ["003", "000"], ["001", "004", "002"]),
    ("source.Zq", ["see ticket 4711", "see ticket 4712"], ["see ticket 4713", "see ticket 4714", "see ticket 4715"]),
    ("source.Hours", ["38.5", "20.0"], ["40.0", "37.5", "12.0"]),
    ("source.Zentrale", ["030-1000", "030-1001"], ["030-1000", "030-1001", "030-1000"]),
    ("source.Phone", ["+34 611 222 333", "611222333"], ["633444555", "644555666", "655666777"]),
    ("source.Zq", ["۰۹۱۲۵۵۵۰۱۴۴", "09125550144"], ["09125550145", "۰۹۱۲۵۵۵۰۱۴۶", "09125550147"]),
    ("source.شماره تلفن", ["۰۹۱۲۵۵۵۰۱۴۴", "+98 912 555 0144"], ["09125550145", "09125550146", "09125550147"]),
    ("source.Badge", ["0042", "42.0"], ["43", "44", "45"]),
    ("source.Badge", ["0042", None], ["43", "44", "45"]),
    ("source.Middle Name", ["Anton", "A."], [None, None, None]),
    ("source.Suffix", [None, "PhD"], [None, None, None]),
    ("evidence.date of birth", [11, None], [13, 14, 15]),
    ("raw.First Name", ["Sr. John", "John"], ["Bob", "Eva", "Kai"]),
]


@pytest.mark.parametrize(("column", "cells", "others"), OWN)
def test_another_cell_of_a_persons_own_is_a_doubt(column: str, cells: list[object], others: list[object]) -> None:
    """Two rows of one name and address are not combined, and their pair is named with the column that differs."""
    rows = rows_of(column, cells, others)

    assert match_certain(rows).get_column("cluster_id").null_count() == rows.height
    doubts = match_and_doubt(rows)[1]
    assert doubts.select("left_row_id", "right_row_id").rows() == [(0, 1)]
    assert doubts.item(0, "reason").startswith("same address, same name, different ")


@pytest.mark.parametrize(("column", "cells", "others"), NOT_OWN)
def test_what_belongs_to_a_job_or_a_record_may_differ(column: str, cells: list[object], others: list[object]) -> None:
    """Two rows of one name and address stay one person, and nothing is doubted."""
    rows = rows_of(column, cells, others)

    assert match_certain(rows).get_column("cluster_id").to_list() == [0, 0, None, None, None]
    assert match_and_doubt(rows)[1].is_empty()


@pytest.mark.parametrize(("again", "combined"), [("0041", False), ("0042", False), ("0047", True)])
def test_code_of_hardly_anybody_twice_keeps_people_apart(again: str, *, combined: bool) -> None:
    """A column that says `code` and no more may be wrong once; one that is several people's as a rule is of none."""
    codes = ["0041", "0042", "0043", "0044", "0045", "0046", again, again if combined else "0048"]
    last = ["Ng", "Ng", *(f"Roa{letter}" for letter in "abcdef")]
    mail = ["ng@example.com", "ng@example.com", *(f"{letter}@example.com" for letter in "abcdef")]
    rows = people(first=["Jo"] * 8, last=last, email=mail, **{"source.Código": codes})

    shared = rows.with_columns(pl.col("source.Código").replace({"0046": "0045"} if combined else {}))
    assert (match_certain(shared).get_column("cluster_id").null_count() == 6) is combined


def test_column_that_is_used_is_no_evidence() -> None:
    """What is mapped is compared where it is mapped."""
    rows = rows_of("source.Phone", ["555-0101", "555-0999"], ["555-0102", "555-0103", "555-0104"])

    assert match_certain(rows, used={"Phone"}).get_column("cluster_id").to_list() == [0, 0, None, None, None]


def test_another_cell_that_one_person_mostly_has_several_of_is_none_of_a_persons() -> None:
    """Where the rows of most people differ in a number, it is one of an assignment, not of a person."""
    names = [name for name in "ABCDEF" for _ in range(2)]
    rows = pl.DataFrame(
        {
            "First Name": [f"{name}da" for name in names],
            "Last Name": ["Ng"] * 12,
            "employee_id": names,
            "source.Fahrzeugkennung": [f"7{row:03}" for row in range(12)],
        }
    ).with_row_index("row_id")

    assert match_certain(rows).get_column("cluster_id").to_list() == [0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 10, 10]
    assert match_certain(rows.head(8)).get_column("cluster_id").null_count() == 8


@pytest.mark.parametrize(
    ("column", "cells", "combined"),
    [
        ("source.Comment", ["x", "x"], True),
        ("source.Comment", ["x", "y"], False),
        ("source.Comment", ["x", None], False),
        ("source.Exported", ["1", "2"], True),
        ("evidence.date of birth", [11, 12], False),
    ],
)
def test_same_cells_are_all_cells(column: str, cells: list[object], *, combined: bool) -> None:
    """Rows without number and address are one person only where the unused cells are the same too."""
    rows = rows_of(column, cells, [None, None, None]).with_columns(
        pl.lit(None, pl.String).alias("Email Address"), start_date=pl.lit("2020-01-01")
    )

    assert (match_certain(rows).get_column("cluster_id").null_count() == 3) is combined


def test_column_that_one_file_lacks_is_not_another_cell() -> None:
    """Of two files only one has the column: its cells are not compared with nothing."""
    rows = rows_of("source.Comment", ["x", None], [None, None, None], file=["a", "b", "a", "a", "a"]).with_columns(
        pl.lit(None, pl.String).alias("Email Address"), start_date=pl.lit("2020-01-01")
    )

    assert match_certain(rows).get_column("cluster_id").to_list() == [0, 0, None, None, None]


@pytest.mark.parametrize(("others", "combined"), [(["09:15", "10:30", "late"], True), (["09:15", "late", "-"], False)])
def test_column_of_times_is_about_the_record(others: list[str], *, combined: bool) -> None:
    """Where four cells of five are times of day another cell is no other person; where three are it is."""
    rows = rows_of("source.Zq", ["08:00", "08:20"], others).with_columns(
        pl.lit(None, pl.String).alias("Email Address"), start_date=pl.lit("2020-01-01")
    )

    assert (match_certain(rows).get_column("cluster_id").null_count() == 3) is combined


def test_badge_without_its_zero_is_the_same_badge() -> None:
    """A spreadsheet takes the zero before it; only a telephone is compared by its last digits."""
    rows = rows_of("source.Badge", ["036-3353036", "36-3353036"], ["017-1234567", "018-7654321", "019-2222222"])

    assert match_certain(rows).get_column("cluster_id").to_list()[:2] == [0, 0]


def test_column_without_a_cell_is_no_evidence() -> None:
    """Exports are full of headers that nobody fills in; one filled cell makes a column."""
    rows = rows_of(
        "source.Comment",
        [None, None],
        ["x", None, None],
        **{"source.Telefonnummer": pl.Series([None] * 5, dtype=pl.String)},
    )
    asked = pl.repeat(value=True, n=rows.height, eager=True)

    told = [name for name in evidence_of(rows, asked, ()).columns if "suffix" not in name]
    assert told == [f"{CELL}Comment"]
