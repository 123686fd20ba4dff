"""The import file in its one form: UTF-8 without BOM, commas, CRLF, the article's header or the sample file's."""

import io
from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS, MAX_FILE_BYTES
from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.errors import SetupError


def import_files(rows: pl.DataFrame, template: tuple[str, ...] = ()) -> Iterator[tuple[int, bytes]]:
    """Yield (rows, bytes) of each import file: one, unless the rows need more than 2,000,000 bytes (MAX_FILE_BYTES).

    Reads the import columns; keeps every row, in order. A null cell is empty. Nothing is altered or quoted against
    spreadsheets: a formula-like value is a finding and never gets here. SetupError: the sample file is none.
    """
    columns = rows.select(pl.col(ours).alias(theirs) for theirs, ours in file_header(template).items())
    for part in _parts(columns):
        yield part.height, _csv(part)


def file_header(template: tuple[str, ...] = ()) -> dict[str, str]:
    """Get header cell -> import column, in the order of the file: the sample file's, else the article's.

    SetupError: the sample file lacks a column of the article, has it twice, or has one that the article does not name.
    """
    if not template:
        return {column: column for column in IMPORT_COLUMNS}
    columns = _columns_of(template)
    if fault := _fault(template, columns):
        raise SetupError(f"The sample file {fault}. Its eight columns must be those of Keycafe's help page.")
    return {cell: column for cell, column in zip(template, columns, strict=True) if column}


def _columns_of(template: tuple[str, ...]) -> list[str | None]:
    """Get the column that each header cell means, in any language of the vocabulary; None: it is not understood.

    What is doubtful in an export is told by the others of a sample file: a badge, and the name that only one lacks.
    """
    meant = [recognise(cell) for cell in template]
    names = [column for column in IMPORT_COLUMNS[:2] if column not in meant]
    told = {"badge": "Badge Code", "name": names[0] if len(names) == 1 else None}
    return [column if column in IMPORT_COLUMNS else told.get(column or "") for column in meant]


def _fault(template: tuple[str, ...], columns: list[str | None]) -> str | None:
    """Say what keeps the cells of a sample file from being the article's columns; None: nothing does."""
    if None in columns:
        return f"has a column '{template[columns.index(None)]}'"
    if missing := [column for column in IMPORT_COLUMNS if column not in columns]:
        return f"has no column '{missing[0]}'"
    twice = [column for column in IMPORT_COLUMNS if columns.count(column) > 1]
    return f"has the column '{twice[0]}' twice" if twice else None


def _csv(rows: pl.DataFrame) -> bytes:
    text = io.BytesIO()
    rows.write_csv(text, line_terminator="\r\n")
    return text.getvalue()


def _parts(rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield the rows in as few parts as the size allows; halving is enough, since one file is the rule."""
    if rows.height <= 1 or len(_csv(rows)) <= MAX_FILE_BYTES:
        yield rows
        return
    half = rows.height // 2
    yield from _parts(rows.head(half))
    yield from _parts(rows.tail(rows.height - half))
