"""The working frame: every row read, under our columns, with the cells as they were read beside them."""

from collections.abc import Iterator, Mapping

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns.directory_days import readable_days
from keycafe_clean.columns.name_order import said_order
from keycafe_clean.columns.period_columns import has_half
from keycafe_clean.columns.suggest import used_headers
from keycafe_clean.columns.typed_addresses import address_at_work, types_beside
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.export import Export, Source
from keycafe_clean.steps.frame_columns import (
    ADDRESS,
    DATE_COLUMNS,
    FIRST_DAYS,
    FULL_NAME,
    NAME_COLUMNS,
    NOT_USED,
    NUMBERED_COLUMNS,
    OWN_COLUMNS,
)
from keycafe_clean.steps.full_name.order import FAMILY_FIRST, GIVEN_FIRST
from keycafe_clean.steps.periods import split_periods

_Headers = Mapping[str, tuple[str, ...]]


def map_columns(export: Export, setup: Setup) -> pl.DataFrame:
    """Get one row for every row read, in order, not-people included; all columns but `row_id` and `source_row` String.

    row_id, source_row, file, export (the sum of its bytes), not_people, the import columns, `OWN_COLUMNS` (null where
    nothing is mapped), name_order (what is said of the order of full names), `status_1`, `active_1`, `disabled_1` and
    so on for each header, `raw.<import column>` (the cell as read; of a name that comes from a full name, that one),
    `source.<header>` for every header, `evidence.<kind>` (UInt64, a hash) for private cells. Nothing is cleaned; joined
    blanks are null.

    SetupError: the set-up names a column that is none of ours, or a header that the file does not have.
    """
    frames = [_mapped(source, _columns_of(source, setup), setup) for source in export.sources]
    return pl.concat(frames, how="diagonal")


def _columns_of(source: Source, setup: Setup) -> _Headers:
    columns = setup.columns_for(source.headers)
    for column, headers in columns.items():
        if column not in (*IMPORT_COLUMNS, *OWN_COLUMNS, *NUMBERED_COLUMNS, NOT_USED):
            raise SetupError(f"The set-up has a column '{column}', which is none of ours. Correct it or take it out.")
        for header in headers:
            if header not in source.headers:
                raise SetupError(
                    f"The set-up takes {column} from '{header}', and {source.file} has no such column. "
                    "Choose another column."
                )
    return columns


def _mapped(source: Source, columns: _Headers, setup: Setup) -> pl.DataFrame:
    rows = source.rows.select("row_id", "source_row", "not_people")
    # What stands beside the table is about other people, unless the analyst says otherwise.
    said = used_headers(columns) | {rule.column for rule in setup.rule}
    beside = [header for header in source.beside if header not in said]
    read = source.cells.drop(beside).select(pl.all().name.prefix("source."))
    everything = pl.concat([rows, read], how="horizontal")
    return everything.select(
        "row_id",
        "source_row",
        pl.lit(source.file).alias("file"),
        pl.lit(source.sha256).alias("export"),
        "not_people",
        *(_mapped_cell(column, columns, source).alias(column) for column in (*IMPORT_COLUMNS, *OWN_COLUMNS)),
        pl.lit(_name_order(columns, source.headers, setup), pl.String).alias("name_order"),
        *_numbered(columns),
        *(
            _mapped_cell(column, {column: _raw(column, columns)}, source).alias(f"raw.{column}")
            for column in IMPORT_COLUMNS
        ),
        *read.columns,
        *source.evidence.select(pl.all().name.prefix("evidence.")),
    )


def _name_order(columns: _Headers, beside: tuple[str, ...], setup: Setup) -> str | None:
    by_header = next((said_order(header, beside) for header in columns.get(FULL_NAME, ())), None)
    by_analyst = {True: FAMILY_FIRST, False: GIVEN_FIRST, None: None}[setup.last_name_first.get("full_name")]
    return by_analyst or by_header


def _numbered(columns: _Headers) -> Iterator[pl.Expr]:
    for column in NUMBERED_COLUMNS:
        for number, header in enumerate(columns.get(column, ()), start=1):
            yield pl.col(f"source.{header}").alias(f"{column}_{number}")


def _raw(column: str, columns: _Headers) -> tuple[str, ...]:
    """Get the headers of the cells as read; a part of the name that has none of its own comes from the full name."""
    if column in NAME_COLUMNS and not columns.get(column):
        return columns.get(FULL_NAME, ())
    return columns.get(column, ())


def _mapped_cell(column: str, columns: _Headers, source: Source) -> pl.Expr:
    """Yield the cell of one of our columns; a day of a directory as a date, of several typed addresses that at work."""
    headers = columns.get(column, ())
    if column in DATE_COLUMNS and len(headers) == 1:
        return _day(column, headers[0], source)
    if column == ADDRESS and len(headers) == 1 and (typed := _typed(headers[0], columns, source)) is not None:
        return typed
    return _first_filled(headers) if column == ADDRESS and len(headers) > 1 else _cell(headers)


def _day(column: str, header: str, source: Source) -> pl.Expr:
    """Yield the cells of a column of days as a date; of periods the end as a last day, the begin as a first one."""
    if not has_half(column, source.cells.get_column(header)):
        return readable_days(header, from_1904=source.from_1904)
    periods = split_periods(source.cells.get_column(header))
    return pl.lit(periods.begins if column in FIRST_DAYS else periods.ends)


def _typed(chosen: str, columns: _Headers, source: Source) -> pl.Expr | None:
    """Yield the address by the types beside it, if there are any that are not said to be none."""
    types_count = types_beside(chosen, source.headers).isdisjoint(columns.get(NOT_USED, ()))
    return address_at_work(chosen, source.cells, types_count=types_count)


def _first_filled(headers: tuple[str, ...]) -> pl.Expr:
    """Yield the first address that is there, in the order in which the headers are said."""
    cells = (pl.col(f"source.{header}") for header in headers)
    return pl.coalesce(pl.when(cell.str.strip_chars() != "").then(cell) for cell in cells)


def _cell(headers: tuple[str, ...]) -> pl.Expr:
    """Yield the cell of one header; of several, their filled cells with a blank between; of none, null."""
    if not headers:
        return pl.lit(None, pl.String)
    if len(headers) == 1:
        return pl.col(f"source.{headers[0]}")
    joined = pl.concat_str([f"source.{header}" for header in headers], separator=" ", ignore_nulls=True)
    return joined.replace("", None)
