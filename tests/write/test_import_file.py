import csv
import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.article.contract import IMPORT_COLUMNS, MAX_FILE_BYTES
from keycafe_clean.article.validate import validate
from keycafe_clean.errors import SetupError
from keycafe_clean.write.import_file import file_header, import_files
from tests.import_rows import FULL_USER, SMARTBOX_USER, changed, import_rows

ODD = st.sampled_from(['"', '""', ",", ",,", "\r", "\n", "\r\n", " ", "00042", "=1", "null", "'", "\ufeff"])
CELL = st.none() | st.text(min_size=1, max_size=6) | ODD
ROWS = st.lists(st.tuples(*[CELL] * len(IMPORT_COLUMNS)), max_size=6)
HEADER = ",".join(IMPORT_COLUMNS) + "\r\n"
THEIRS = tuple(column.lower().replace(" ", "_") for column in reversed(IMPORT_COLUMNS))


def frame(cells: list[tuple[str | None, ...]]) -> pl.DataFrame:
    """Get rows of these cells."""
    return import_rows(*(dict(zip(IMPORT_COLUMNS, row, strict=True)) for row in cells))


def written(rows: pl.DataFrame, template: tuple[str, ...] = ()) -> bytes:
    """Get the bytes of the one import file of these rows."""
    ((people, content),) = import_files(rows, template)
    assert people == rows.height
    return content


def test_one_form() -> None:
    """An import file is UTF-8 without a mark, with commas and CRLF, the article's header, and blanks as nothing."""
    rows = import_rows(changed(FULL_USER, First_Name="Zoë"), changed(SMARTBOX_USER, Last_Name="Lis, Jr"))

    assert (
        written(rows)
        == (
            "First Name,Last Name,Email Address,Send Invitation,Send Welcome Email,SmartBox User,Badge Code,"
            "Generate Access Code\r\n"
            "Zoë,Novak,jana@example.com,true,true,false,,true\r\n"
            'Piotr,"Lis, Jr",,false,false,true,,true\r\n'
        ).encode()
    )


def test_nobody() -> None:
    """A file of nobody is a header alone."""
    assert written(import_rows()) == HEADER.encode()


@given(ROWS)
def test_read_back(cells: list[tuple[str | None, ...]]) -> None:
    """Read back by another reader, every cell is as it was, in order; a blank is an empty cell."""
    text = written(frame(cells)).decode("utf-8")

    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)

    assert tuple(header) == IMPORT_COLUMNS
    assert rows == [[cell or "" for cell in row] for row in cells]


@given(ROWS)
def test_same_rows_same_bytes(cells: list[tuple[str | None, ...]]) -> None:
    """The same rows give the same bytes."""
    assert written(frame(cells)) == written(frame(cells))


@given(ROWS)
def test_what_passes_is_one_line_a_row(cells: list[tuple[str | None, ...]]) -> None:
    """Of rows that the schemas pass, each is one line of the file, and none begins a cell as a formula does."""
    rows = frame(cells)
    passed = rows.filter(~pl.col("row_id").is_in(validate(rows).get_column("row_id").implode()))

    lines = written(passed).decode().splitlines()

    assert len(lines) == passed.height + 1


def test_sample_file() -> None:
    """With Keycafe's sample file its header cells and order are followed, and every cell stays under its column."""
    header, row = written(import_rows(FULL_USER), THEIRS).decode().splitlines()

    assert header == ",".join(THEIRS)
    assert row == "true,,false,true,true,jana@example.com,Novak,Jana"


def test_file_header() -> None:
    """Header cells of a sample file are known in other case and with other separators."""
    header = file_header(("FIRST NAME", "last-name", "Email_Address", *IMPORT_COLUMNS[3:]))

    assert list(header.items())[:3] == [
        ("FIRST NAME", "First Name"),
        ("last-name", "Last Name"),
        ("Email_Address", "Email Address"),
    ]


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ((*IMPORT_COLUMNS, "Phone"), "has a column 'Phone'"),
        (("Phone", *IMPORT_COLUMNS[:4], "Room"), "has a column 'Phone'"),
        (IMPORT_COLUMNS[:-1], "has no column 'Generate Access Code'"),
        (IMPORT_COLUMNS[2:], "has no column 'First Name'"),
        ((*IMPORT_COLUMNS, "badge code"), "has the column 'Badge Code' twice"),
        ((*IMPORT_COLUMNS, "badge code", "LAST NAME"), "has the column 'Last Name' twice"),
    ],
)
def test_other_sample_file(template: tuple[str, ...], fault: str) -> None:
    """A sample file with other columns than the article's eight is refused."""
    with pytest.raises(SetupError) as stopped:
        file_header(template)

    assert str(stopped.value) == f"The sample file {fault}. Its eight columns must be those of Keycafe's help page."


def long_rows(people: int) -> pl.DataFrame:
    """Get rows of about 500 bytes each."""
    return import_rows(*[changed(FULL_USER, First_Name="x" * 240, Last_Name="y" * 240)] * people)


@pytest.mark.parametrize(("people", "files"), [(3_500, 1), (4_000, 2), (8_000, 4)])
def test_files_are_small_enough(people: int, files: int) -> None:
    """Rows that need more than 2,000,000 bytes are put into several files, each with the header and small enough."""
    parts = list(import_files(long_rows(people)))

    assert len(parts) == files
    assert all(len(content) <= MAX_FILE_BYTES for _, content in parts)
    assert all(content.count(b"\r\n") == rows + 1 for rows, content in parts)


def test_files_keep_every_row_in_order() -> None:
    """However many files, every row is in one of them, in order."""
    rows = long_rows(5_000).with_columns(pl.col("row_id").cast(pl.String).alias("Badge Code"))

    cells = [pl.read_csv(content, infer_schema=False) for _, content in import_files(rows)]

    assert pl.concat(cells).get_column("Badge Code").equals(rows.get_column("Badge Code"))


@pytest.mark.parametrize(("more", "files"), [(0, 1), (1, 2)])
def test_largest_single_file(more: int, files: int) -> None:
    """A file of exactly 2,000,000 bytes is one file; a byte more makes two."""
    rows = long_rows(3_000)
    spare = MAX_FILE_BYTES - len(written(rows.head(2_999))) - len(written(import_rows(FULL_USER))) + len(HEADER)
    last = import_rows(changed(FULL_USER, Badge_Code="x" * (spare + more)))

    assert len(list(import_files(pl.concat([rows.head(2_999), last])))) == files


def test_row_that_needs_a_file_of_its_own() -> None:
    """A row is never parted: one that is larger than a file may be is a file, and so is each beside it."""
    endless = import_rows(*[changed(FULL_USER, First_Name="x" * (MAX_FILE_BYTES + 1))] * 2)

    assert [rows for rows, _ in import_files(endless)] == [1, 1]
