import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.changes import CHANGES, list_changes
from keycafe_clean.events import altered_cells, apply_steps, events_of
from tests.import_rows import FULL_USER, SMARTBOX_USER, changed, import_rows

CELL = st.sampled_from([None, "x", "X", " x "])


def as_read(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows with every cell as it was read."""
    return rows.with_columns(pl.col(column).alias(f"raw.{column}") for column in IMPORT_COLUMNS)


def upper(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows with last names in capitals."""
    return rows.with_columns(pl.col("Last Name").str.to_uppercase())


def lower(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows with last names in small letters."""
    return rows.with_columns(pl.col("Last Name").str.to_lowercase())


def original(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows with last names as they were read."""
    return rows.with_columns(pl.col("raw.Last Name").alias("Last Name"))


def test_list_changes() -> None:
    """A change has the cell as it was read and as it is, and every rule that touched it once, in order."""
    rows = as_read(import_rows(FULL_USER, changed(SMARTBOX_USER, Last_Name="LIS")))
    after, events = apply_steps(rows, (lower, upper, lower), IMPORT_COLUMNS)

    changes = list_changes(after, events)

    assert changes.schema == CHANGES
    assert changes.rows() == [
        (0, "Last Name", "Novak", "novak", "lower, upper", 1),
        (1, "Last Name", "LIS", "lis", "lower, upper", 1),
    ]


def test_list_changes_of_rows_left_out() -> None:
    """Why a row is left out is no change of the cell that the reason is about."""
    rows = as_read(import_rows(FULL_USER)).with_columns(pl.lit("x").alias("Last Name"))
    out = events_of("leave_out", pl.DataFrame({"row_id": [0], "column": ["Last Name"], "cause": ["rule"]}))

    assert list_changes(rows, out).is_empty()


def test_list_changes_when_a_cell_ends_as_it_was_read() -> None:
    """A cell that steps changed and changed back is no change."""
    rows = as_read(import_rows(FULL_USER))

    assert list_changes(*apply_steps(rows, (upper, original), IMPORT_COLUMNS)).is_empty()


def test_list_changes_in_order_of_rows_and_columns() -> None:
    """Changes are listed row by row, in the order of the import columns."""
    rows = as_read(import_rows(FULL_USER, FULL_USER))
    after = rows.with_columns(pl.lit("x").alias(column) for column in reversed(IMPORT_COLUMNS))

    changes = list_changes(after, pl.concat(altered_cells(rows, after, "x", IMPORT_COLUMNS)))

    assert changes.get_column("column").to_list() == [*IMPORT_COLUMNS, *IMPORT_COLUMNS]
    assert changes.get_column("row_id").to_list() == [0] * 8 + [1] * 8


def test_list_changes_of_defaults() -> None:
    """Defaults of a flag that the export does not have are one line a value, on top; an edited flag is its row's."""
    silent = as_read(import_rows(*[changed(FULL_USER, Send_Invitation=None)] * 4))
    edited = silent.with_columns(pl.Series("Send Invitation", [None, "false", None, None], dtype=pl.String))
    after = edited.with_columns(pl.Series("Send Invitation", ["true", "false", "true", "false"]))

    events = pl.concat(
        [
            *altered_cells(silent, edited, "edit", IMPORT_COLUMNS),
            *altered_cells(edited, after, "set_flags", IMPORT_COLUMNS),
        ]
    )

    assert list_changes(after, events).rows() == [
        (None, "Send Invitation", None, "true", "set_flags", 2),
        (None, "Send Invitation", None, "false", "set_flags", 1),
        (1, "Send Invitation", None, "false", "edit", 1),
    ]


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=5))
def test_changes_are_what_differs(cells: list[tuple[str | None, str | None, str | None]]) -> None:
    """Every cell that ends otherwise than it was read is listed once, and no other."""
    read, between, end = zip(*cells, strict=True)
    rows = as_read(import_rows(*(changed(FULL_USER, Badge_Code=cell) for cell in read)))

    def first(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.with_columns(pl.Series("Badge Code", between, dtype=pl.String))

    def second(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.with_columns(pl.Series("Badge Code", end, dtype=pl.String))

    changes = list_changes(*apply_steps(rows, (first, second), IMPORT_COLUMNS))

    expected = [(i, old, new) for i, (old, new) in enumerate(zip(read, end, strict=True)) if old != new]
    assert changes.select("row_id", "before", "after").rows() == expected


def test_cell_of_another_file_was_blank_before() -> None:
    """What comes from a joined file is told with its place, before the steps that altered it; emptied, it was there."""
    rows = as_read(import_rows(changed(FULL_USER, Last_Name="LIS"), changed(FULL_USER, Last_Name="LIS")))
    place = pl.DataFrame({"row_id": [0, 1], "column": "Last Name", "after": "LIS", "cause": "row 7 of accounts.csv"})
    after, events = apply_steps(rows, (lower,), IMPORT_COLUMNS)
    emptied = after.with_columns(pl.when(pl.col("row_id") == 0).then("Last Name").alias("Last Name"))

    changes = list_changes(emptied, pl.concat([events_of("join", place), events]))

    rule = "join (row 7 of accounts.csv), lower"
    assert changes.select("row_id", "before", "after", "rule").rows() == [
        (0, None, "lis", rule),
        (1, "LIS", None, rule),
    ]
