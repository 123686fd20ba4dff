"""Every filled cell of a file is in its cells, above its column names, in a private column, or said to be lost."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.errors import ExportError
from keycafe_clean.export import Source
from keycafe_clean.read import read_export
from tests.read.workbooks import workbook

words = st.sampled_from(
    ["", "", "First Name", "Last Name", "Email", "Name", "Surname", "Phone", "Ann", "Lee", "ann@x.de", "7",
     "2026-01-01", "Total", "Page 1", "Workshop", "Team", "Total 3", "Example: Bo"]
)  # fmt: skip
grids = st.lists(st.lists(words, min_size=1, max_size=7), min_size=1, max_size=10)
HEADER = ["First Name", "Last Name", "Email"]


def held(source: Source, rows: list[list[str]]) -> Counter[str]:
    """Get the words of a source: its cells, the lines above, and those of the rows that are its column names."""
    below = Counter(cell for row in source.cells.rows() for cell in row if cell)
    above = Counter(word for line in source.preamble for word in line.split())
    names = Counter(word for word in (rows[source.header_row - 1] if source.header_row else []) if word)
    return below + names + above


def lost(source: Source, rows: list[list[str]]) -> Counter[str]:
    """Get the words of a file that are nowhere in its source."""
    shown = held(source, rows)
    letters = Counter(word for cell in shown.elements() for word in cell.split())
    return Counter(word for row in rows for cell in row for word in cell.split()) - letters


@settings(deadline=None)
@given(grids, st.booleans())
def test_no_cell_of_a_text_is_lost(rows: list[list[str]], has_header: bool) -> None:  # noqa: FBT001
    """Whatever tables stand below each other and beside each other, and whatever stands between them."""
    whole = [HEADER, *rows] if has_header else rows
    text = "\n".join(",".join(row) for row in whole)
    try:
        source = read_export(("staff.csv", text.encode())).sources[0]
    except ExportError:
        return

    assert not source.dropped
    assert lost(source, whole) == Counter()


def test_no_cell_of_a_workbook_is_lost() -> None:
    """Two tables below each other, one beside them, notes, a title and a total."""
    rows = [
        ["Staff list", "", "", "", "", ""],
        [*HEADER, "", "Name", "Email"],
        ["Ann", "Lee", "ann@x.de", "", "Gus Hale", "g@x.de"],
        ["", "", "", "", "ask Bo", ""],
        ["Workshop", "", "", "", "", ""],
        ["Last Name", "First Name", "Phone", "", "", ""],
        ["Roe", "Bo", "7", "", "", ""],
        ["Total 2", "", "", "", "", ""],
    ]
    data = workbook(*([cell or None for cell in row] for row in rows))

    source = read_export(("staff.xlsx", data)).sources[0]

    assert lost(source, rows) == Counter()
    assert source.findings.get_column("code").to_list().count("tables_beside") == 1
