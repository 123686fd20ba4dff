"""The import file in its one form: UTF-8 without BOM, commas, CRLF, the article's header or the sample file's."""

import io
from collections.abc import Iterator

import polars as pl

from keycafe_clean.contract import IMPORT_COLUMNS, MAX_FILE_BYTES
from keycafe_clean.errors import SetupError


def import_files(rows: pl.DataFrame, template: tuple[str, ...] = ()) -> Iterator[tuple[int, bytes]]:
    """Yield (rows, bytes) of each import file: one, unless the rows need more than 2,000,000 bytes.

    Reads the import columns; keeps every row, in order. A null cell is empty. Nothing is altered or quoted against
    spreadsheets: a formula-like value is a finding and never gets here.
    """
    columns = rows.select(pl.col(ours).alias(theirs) for theirs, ours in file_header(template).items())
    for part in _parts(columns):
        yield part.height, _csv(part)


def file_header(template: tuple[str, ...] = ()) -> dict[str, str]:
    """Get header cell -> import column, in the order of the file: the sample file's, else the article's.

    SetupError: the sample file lacks a column of the article, or has one that the article does not name.
    """
    if not template:
        return {column: column for column in IMPORT_COLUMNS}
    known = {_plain(column): column for column in IMPORT_COLUMNS}
    strange = [cell for cell in template if _plain(cell) not in known]
    missing = set(IMPORT_COLUMNS) - {known.get(_plain(cell)) for cell in template}
    if strange or missing or len(template) != len(IMPORT_COLUMNS):
        what = f"has a column '{strange[0]}'" if strange else f"has no column '{min(missing, default=template[0])}'"
        raise SetupError(f"The sample file {what}. Its eight columns must be those of Keycafe's help page.")
    return {cell: known[_plain(cell)] for cell in template}


def _plain(header: str) -> str:
    return "".join(header.lower().replace("-", " ").replace("_", " ").split())


def _csv(rows: pl.DataFrame) -> bytes:
    text = io.BytesIO()
    rows.write_csv(text, line_terminator="\r\n")
    return text.getvalue()


def _parts(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield the rows in as few parts as the size allows; halving is enough, since one file is the rule."""
    if len(_csv(rows)) <= MAX_FILE_BYTES:
        yield rows
        return
    half = rows.height // 2
    yield from _parts(rows.head(half))
    yield from _parts(rows.tail(rows.height - half))
