"""Files in, an export out."""

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.errors import KeycafeCleanError, UnreadableExport
from keycafe_clean.findings import in_words
from keycafe_clean.read import describe, read_export
from tests.shared import SHARED, needs_shared

CSV = b"Staff list\n\nFirst Name,Email,Password\nAnn,a@example.com,x\n\nTotal: 1,,\n"

#: Files that cannot be read, and what is said of them.
REFUSED = {
    "nasty/csvkit": {
        "empty.csv": "empty.csv has no cell with anything in it. Export it again from the HR system.",
    },
}


def sentences(data: bytes) -> list[str]:
    """Get what is said about a file, as sentences."""
    source = read_export(("hr.csv", data)).sources[0]
    rows = source.rows.with_columns(file=pl.lit(source.file))
    return in_words(source.findings, rows).get_column("sentence").to_list()


def test_a_source_says_where_everything_was() -> None:
    """Preamble, row numbers as a spreadsheet shows them, reasons, and what was dropped."""
    source = read_export(("hr.csv", CSV)).sources[0]

    assert (source.header_row, source.preamble) == (3, ("Staff list", ""))
    assert source.rows.rows() == [(0, 4, None), (1, 5, "blank"), (2, 6, "total")]
    assert (source.headers, source.dropped) == (("First Name", "Email"), ("Password",))
    assert describe(source) == (
        "hr.csv: UTF-8, commas, column names in row 3, 3 rows, 2 of them not people (rows 5 and 6)"
    )


def test_evidence_is_kept() -> None:
    """A sensitive column that the call asks for stays."""
    assert read_export(("hr.csv", CSV), evidence=["Password"]).sources[0].dropped == ()


def test_several_files_are_one_export() -> None:
    """Rows are counted over all files, findings with them, and files of one name are told apart."""
    other = b"First Name,Email\nBob,b@example.com,oops\n"

    export = read_export(("hr.csv", CSV), ("hr.csv", other))

    assert [source.file for source in export.sources] == ["hr.csv", "hr.csv (2)"]
    assert export.sources[1].rows.get_column("row_id").to_list() == [3]
    assert export.sources[1].findings.get_column("row_id").to_list() == [3]
    assert export.rows_read == 4


def test_a_finding_about_a_file_names_it() -> None:
    """Of several files, the question says which one is meant."""
    headless = b"001,Ann,ann@example.com\n002,Bob,bob@example.com\n"

    export = read_export(("hr.csv", CSV), ("new.csv", headless))

    said = in_words(
        export.sources[1].findings,
        pl.DataFrame(schema={"row_id": pl.UInt32, "source_row": pl.UInt32, "file": pl.String}),
    )
    assert said.get_column("sentence").to_list() == [
        "No row of new.csv holds the names of the columns; row 1 was read as a person."
    ]


def test_the_same_file_twice_is_refused() -> None:
    """Everybody in it would be there twice."""
    with pytest.raises(UnreadableExport) as refusal:
        read_export(("hr.csv", CSV), ("copy of hr.csv", CSV))

    assert str(refusal.value) == "hr.csv and copy of hr.csv are the same file, byte for byte. Choose one of them."


def test_a_sheet_of_a_text_file_is_refused() -> None:
    """Somebody who names a sheet has another file in mind."""
    with pytest.raises(UnreadableExport) as refusal:
        read_export(("hr.csv", CSV), sheet="People")

    assert str(refusal.value) == "hr.csv is no workbook and has no sheet 'People'. Leave the sheet out."


def test_no_file_is_said() -> None:
    """An export is at least one file."""
    with pytest.raises(UnreadableExport) as told:
        read_export()

    assert str(told.value) == "There is no file to read. Name at least one HR export."


@pytest.mark.parametrize(
    ("header", "headers", "people"),
    [
        (None, ("First Name", "Email"), 1),
        (False, ("Column 1", "Column 2", "Column 3"), 4),
        (4, ("Ann", "a@example.com", "x"), 0),
    ],
)
def test_the_row_of_names_can_be_given(header: int | None, headers: tuple[str, ...], people: int) -> None:
    """A number is the row of the column names, False says that there is none."""
    source = read_export(("hr.csv", CSV), header=header).sources[0]

    assert source.headers == headers
    assert source.rows.get_column("not_people").null_count() == people - (header is False)


def test_a_row_of_names_that_is_not_there_is_said() -> None:
    """A number behind the end of the file is refused."""
    with pytest.raises(UnreadableExport) as told:
        read_export(("hr.csv", CSV), header=1_000)

    assert str(told.value) == "hr.csv has no row 1,000 for the column names: it ends before it."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"First Name,Email\nAnn,a@example.com,x\n",
            "Row 2 has more cells than there are column names; the first one too many holds 'x'.",
        ),
        (
            b"First Name,Email,Site\nAnn,a@example.com\n",
            "Row 2 ends early: Site and everything right of it are blank.",
        ),
        (
            b'First Name,Email\n"Ann,a@example.com\n',
            "Row 2: First Name begins with a quote mark that is never closed. It was read as it stands: '\"Ann'.",
        ),
        (
            b'Id,First Name,Email\n1,"Ann,a@example.com\n2,Bob,b@example.com\n3,Cy",c@example.com\n',
            "Row 2: First Name holds line breaks and, in them, 1 of what look like whole rows.",
        ),
        (
            b"1,Ann,a@example.com\n2,Bob,b@example.com\n",
            "No row of hr.csv holds the names of the columns; row 1 was read as a person.",
        ),
        (
            b"Foo,Bar\nBaz,Quux\n",
            "Row 1 of hr.csv was taken for the names of the columns, but too few names in it are known to be sure.",
        ),
        (
            b"Employee ID,First Name\n1.2E+12,Ann\n",
            "Row 2: Employee ID is '1.2E+12'. A spreadsheet has shortened the number; its last digits are lost.",
        ),
        (
            b"First Name,Email\nJos\xc3\xa9,a@example.com\nZo\xeb,b@example.com\n",
            "Row 3: First Name was saved with other letters than the rest of the file. It was read as 'Zoë'.",
        ),
        (
            "Имя,Фамилия\nИван,Петров\n".encode("cp1251"),
            "The letters of hr.csv look right as Windows-1251. Nothing else in the file says so.",
        ),
    ],
)
def test_what_a_file_did_is_said(data: bytes, expected: str) -> None:
    """Each thing that may be wrong with a file is a sentence."""
    assert sentences(data) == [expected]


def test_an_empty_cell_too_many_is_nothing() -> None:
    """A delimiter at the end of every row is not worth a word."""
    assert sentences(b"First Name,Email\nAnn,a@example.com,\n") == []


def test_values_of_dropped_columns_are_not_told() -> None:
    """A finding about a sensitive column says nothing of what stood in it."""
    found = read_export(("hr.csv", b'First Name,Salary\nAnn,"50 000\n')).sources[0].findings

    assert found.select("column", "code", "value").rows() == [("Salary", "stray_quote", "(private)")]


def test_reading_twice_is_the_same(tmp_path: Path) -> None:
    """A path and an upload of the same bytes are the same export."""
    (tmp_path / "hr.csv").write_bytes(CSV)

    left, right = read_export(tmp_path / "hr.csv").sources[0], read_export(("hr.csv", CSV)).sources[0]

    assert_frame_equal(left.cells, right.cells)
    assert left.sha256 == right.sha256


@needs_shared
@pytest.mark.parametrize("folder", ["people", "nasty/csvkit", "nasty/csv-parser", "nasty/charset_normalizer"])
def test_every_text_file_is_read_or_refused_with_a_sentence(folder: str) -> None:
    """No file of strangers ends in anything but an export or a sentence about it."""
    texts = [path for path in (SHARED / "data" / folder).iterdir() if path.suffix in {".csv", ".txt", ".tsv"}]

    assert {path.name: outcome(path) for path in texts} == {path.name: "" for path in texts} | REFUSED.get(folder, {})


def outcome(path: Path) -> str:
    """Read a file, and get the sentence with which it was refused, if it was."""
    try:
        return "" if read_export(path).rows_read >= 0 else "fewer than none"
    except KeycafeCleanError as refusal:
        return str(refusal)


def test_columns_may_be_called_as_ours_are() -> None:
    """What we call a column while reading may be the name of one in a file, also of one with private columns."""
    names = ["First Name", "Last Name", "Email", "row_id", "source_row", "name", "cell", "row", "at", "shift", "line"]
    people = [f"Ann,Lee,a{row}@example.com,{row},x,x,x,x,x,x,x,DE89370400440532013000" for row in range(5)]
    text = "\n".join([",".join([*names, "IBAN"]), *people, "Total: 5", "a," + people[0], ",".join(names[::-1]), ""])

    source = read_export(("hr.csv", text.encode())).sources[0]

    assert source.headers[: len(names)] == tuple(names)
