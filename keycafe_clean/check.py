"""A file before it is uploaded: would Keycafe take it, and each of its rows?"""

import codecs
import csv
import io
from dataclasses import dataclass
from math import ceil

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS, MAX_FILE_BYTES, MONTHLY_LIMIT
from keycafe_clean.article.file_rules import check_whole_file
from keycafe_clean.article.validate import validate
from keycafe_clean.errors import ImportRefused, SetupError, WrongCall, expect
from keycafe_clean.findings import no_findings

#: What may stand between the cells of a sample file.
DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Checked:
    """What an import file is worth: its findings (`FINDINGS`), or why it is refused, as a sentence.

    `rows` has row_id, file, source_row and the import columns, every row of the file in order; a null cell is blank. Of
    a refused file there are neither rows nor findings; `refused` is None where it is taken.
    """

    rows: pl.DataFrame
    findings: pl.DataFrame
    refused: str | None = None

    @property
    def is_fine(self) -> bool:
        """Tell whether the file and every row of it would be taken; notes do not count."""
        return self.refused is None and self.findings.filter(pl.col("severity") != "note").is_empty()


def check_import_file(
    data: bytes, name: str = "The file", *, plan: str = "paid", template: tuple[str, ...] = ()
) -> Checked:
    """Get what Keycafe would make of an import file. Nothing is repaired or guessed: an import file has one form.

    A file is refused as a whole for its size, its encoding, its header (the article's, or the sample file's), a row
    with too many or too few cells, or more rows than the plan allows in a month. `template` is `template_header()`;
    without it the columns are the article's. Assumption: the plan is paid (`Setup.plan` says why). WrongCall: not the
    bytes of a file, or no plan of Keycafe's.
    """
    expect(data, bytes, "check_import_file() takes the bytes of a file", 'Path("november.csv").read_bytes()')
    if plan not in MONTHLY_LIMIT:
        raise WrongCall(f"plan is '{plan}'. It must be paid or confirmed.")
    try:
        rows = _read_strictly(data, name, template)
        _refuse_too_many(rows.height, name, MONTHLY_LIMIT[plan])
    except ImportRefused as refusal:
        return Checked(_no_rows(), no_findings(), str(refusal))
    return Checked(rows, pl.concat([validate(rows), check_whole_file(rows)]))


def _refuse_too_many(people: int, name: str, limit: int) -> None:
    if people > limit:
        raise ImportRefused(f"{name} holds {people:,} people; Keycafe takes {limit:,} a month. Split it by month.")


def _read_strictly(data: bytes, name: str, template: tuple[str, ...]) -> pl.DataFrame:
    if len(data) > MAX_FILE_BYTES:
        size = ceil(len(data) / 1e5) / 10
        raise ImportRefused(f"{name} is {size} MB; an import file may be at most 2 MB. Split it by month.")
    if data.startswith(b"\xef\xbb\xbf"):
        raise ImportRefused(f"{name} starts with a byte order mark, as spreadsheets write it. Make the file anew.")
    records = _records(data, name)
    header = _file_header(template)
    if not records or records[0] != list(header):
        raise ImportRefused(f"{name} has other column names than an import file. They must be: {', '.join(header)}.")
    for number, record in enumerate(records[1:], 2):
        if len(record) != len(header):
            count = "1 cell" if len(record) == 1 else f"{len(record):,} cells"
            raise ImportRefused(f"{name}, row {number:,}: {count} instead of {len(header)}. Correct the row.")
    cells = pl.DataFrame(records[1:], schema=dict.fromkeys(header.values(), pl.String), orient="row")
    return _numbered(cells, name)


def _file_header(template: tuple[str, ...]) -> dict[str, str]:
    if not template:
        return {column: column for column in IMPORT_COLUMNS}
    # Few have a sample file, and only its header needs the words of every language.
    from keycafe_clean.write.import_file import file_header  # noqa: PLC0415

    return file_header(template)


def _records(data: bytes, name: str) -> list[list[str]]:
    try:
        text = data.decode("utf-8")
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise ImportRefused(f"{name} is not UTF-8 (byte {error.start:,}). Make the file anew.") from None
    except csv.Error:
        raise ImportRefused(f"{name} has a quote that is not closed or not doubled. Make the file anew.") from None


def _numbered(cells: pl.DataFrame, name: str) -> pl.DataFrame:
    blank_is_null = cells.select(pl.when(pl.col(column) != "").then(column).alias(column) for column in IMPORT_COLUMNS)
    numbered = blank_is_null.with_row_index("row_id")
    return numbered.with_columns(file=pl.lit(name), source_row=pl.col("row_id") + 2)


def _no_rows() -> pl.DataFrame:
    return _numbered(pl.DataFrame(schema=dict.fromkeys(IMPORT_COLUMNS, pl.String)), "")


def _first_record(data: bytes) -> list[str]:
    """Get the cells of the first line, whatever encoding and delimiter a spreadsheet has saved it with."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    ways = (csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True) for sign in DELIMITERS)
    return max((next(records, []) for records in ways), key=len)


def template_header(path_name: str, data: bytes) -> tuple[str, ...]:
    """Get the header cells of the sample file that the analyst downloaded from Keycafe, in its order.

    It may be in another language, and saved by a spreadsheet. SetupError: it is no CSV, or its columns are not the
    article's eight.
    """
    try:
        cells = tuple(_first_record(data))
    except (csv.Error, UnicodeDecodeError):
        cells = ()
    if not cells:
        raise SetupError(f"{path_name} is no CSV file with column names. Use the sample file from Keycafe.")
    try:
        _file_header(cells)
    except SetupError as error:
        raise SetupError(str(error).replace("The sample file", path_name, 1)) from None
    return cells
