"""Sources and working frames made of a few cells, for the tests of columns."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.columns.suggest import Suggestion, suggest_columns, taken
from keycafe_clean.export import Source

#: Ten people: their names, and addresses, codes and nothing for each.
FIRSTS: list[str | None] = ["Ana", "Bo", "Cleo", "Dirk", "Eva", "Finn", "Gil", "Hana", "Ines", "Jan"]
LASTS: list[str | None] = ["Ruiz", "Klemt", "Baker", "Novak", "Berg", "Horvat", "Kask", "Tamm", "Silva", "Ito"]
WHOLES: list[str | None] = [f"{first} {last}" for first, last in zip(FIRSTS, LASTS, strict=True)]
WORK: list[str | None] = [f"{first}.{last}@acme.com".lower() for first, last in zip(FIRSTS, LASTS, strict=True)]
HOME: list[str | None] = [f"{last}{number}@mail{number}.com".lower() for number, last in enumerate(LASTS)]
CODES: list[str | None] = [f"{number * 37 + 11:04}" for number in range(10)]
NOTHING: list[str | None] = [None] * 10


def source_of(cells: dict[str, list[str | None]], *, dropped: tuple[str, ...] = ()) -> Source:
    """Get a source with these columns; every row is a person."""
    frame = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String))
    places = pl.Series(range(frame.height), dtype=pl.UInt32)
    rows = pl.DataFrame({"row_id": places, "source_row": places + 2}).with_columns(
        not_people=pl.lit(None, pl.String), source_row=pl.col("source_row").cast(pl.UInt32)
    )
    return Source("hr.csv", frame, rows, dropped=dropped)


def suggested(cells: dict[str, list[str | None]], *, dropped: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Get the columns that are surely suggested for these cells, each with its headers."""
    return taken(suggest_columns(source_of(cells, dropped=dropped)))


def unsure(cells: dict[str, list[str | None]], *, dropped: tuple[str, ...] = ()) -> list[Suggestion]:
    """Get the suggestions for these cells that are asked about."""
    return [it for it in suggest_columns(source_of(cells, dropped=dropped)) if not it.sure]


def some(count: int, cells: Sequence[str | None], others: Sequence[str | None]) -> list[str | None]:
    """Get so many of the cells, then the others from that place on: a column of which a share is known."""
    return [*cells[:count], *others[count:]]


def names_frame(**columns: list[str | None]) -> pl.DataFrame:
    """Get the columns of a working frame that `split_full_name` reads; those not given are null."""
    height = len(next(iter(columns.values())))
    wanted = ("full_name", "First Name", "Last Name", "name_prefix", "Email Address", "name_order", "file")
    blank: list[str | None] = [None] * height
    cells = {name: columns.get(name.lower().replace(" ", "_"), blank) for name in wanted}
    return pl.DataFrame(cells, schema=dict.fromkeys(wanted, pl.String)).with_columns(file=pl.lit("hr.csv"))
