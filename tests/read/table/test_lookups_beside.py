"""Tables of codes and words beside the people."""

import pytest

from keycafe_clean.export import Source
from keycafe_clean.read.reader import read_export
from tests.read.workbooks import workbook

PEOPLE = ["Ann,Lee,ann@x.de,", "Bo,Roe,bo@x.de,", "Cy,Poe,cy@x.de,", "Di,Low,di@x.de,", "Ed,May,ed@x.de,"]


def read(header: str, *beside: str) -> Source:
    """Read a workbook of people with these cells behind a blank column, from the first row on."""
    rows = [f"First Name,Last Name,Email,,{header}"]
    for place in range(max(len(PEOPLE), len(beside))):
        left = PEOPLE[place] if place < len(PEOPLE) else ",,,"
        rows.append(f"{left},{beside[place]}" if place < len(beside) else f"{left},,")
    data = workbook(*([cell or None for cell in row.split(",")] for row in rows))
    return read_export(("staff.xlsx", data)).sources[0]


SITES = ["K1,Oslo", "K2,Bergen"]


@pytest.mark.parametrize(
    ("header", "beside"),
    [
        ("Code,Site", [*SITES, "K3,Bodo", "K4,Moss", "K5,Hamar", "K6,Narvik"]),
        ("Code,Site", [*SITES, "K3,Bodo"]),
        ("Room,Department", ["1,Lobby", "2,Spa"]),
    ],
)
def test_codes_with_rows_of_their_own_are_a_second_table(header: str, beside: list[str]) -> None:
    """They go on below the people, or end before them: nothing of them is anybody's, and it is said."""
    source = read(header, *beside)

    assert source.beside == tuple(header.split(","))
    value = f"{header.replace(',', ', ')} ({len(beside)} rows)"
    assert source.findings.select("code", "value").rows() == [("tables_beside", value)]
    assert source.rows.get_column("not_people").drop_nulls().to_list() == ["beside"] * (len(beside) - len(PEOPLE))


@pytest.mark.parametrize(
    ("header", "beside"),
    [
        ("Code,Site", [*SITES, "K3,Bodo", "K4,Moss", "K5,Hamar"]),
        ("Code,Site", ["K1,Oslo", ",", "K2,Bergen"]),
        ("Code,Site", [",", *SITES]),
        ("Code,Site", ["K1,Oslo", "K1,Oslo"]),
        ("Code,Site", ["K1,", "K2,Bergen"]),
        ("Employee ID,Site", [*SITES, "K3,Bodo", "K4,Moss", "K5,Hamar", "K6,Narvik"]),
        ("Last day,Reason", ["01.02.2026,moved", "02.03.2026,school"]),
        ("Code,Notes", ["K1,left in March", "K2,has left"]),
        ("Code,Left", SITES),
        ("Site,Key", ["Oslo,x", "Bergen,x"]),
        ("Budget,Sum total", ["Oslo,700", "Bergen,800"]),
    ],
)
def test_columns_of_the_people_are_none(header: str, beside: list[str]) -> None:
    """What every row has, what has gaps, numbers of people, and whatever may say of somebody that they have left.

    Nobody is asked about columns that are shorter, and read as nothing.
    """
    assert read(header, *beside).beside == ()


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        ("Key No.,Opens", ["K1,Main gate", "K2,Tool shed"], "things_beside"),
        ("Key No.,Opens", ["K1,Peter Hale", "K2,Tool shed"], "tables_beside"),
        ("Key No.,Opens", ["K1,gus@x.de", "K2,ida@x.de"], "tables_beside"),
        ("Code,Site", [*SITES, "K3,Bodo"], "tables_beside"),
    ],
)
def test_list_of_keys_is_a_note(header: str, rows: list[str], expected: str) -> None:
    """Unless a name or an address stands in it: then its people are asked about."""
    codes = read(header, *rows).findings.get_column("code").to_list()

    assert [it for it in codes if it.endswith("_beside")] == [expected]
