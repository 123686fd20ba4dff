"""Tables below a first one, with column names of their own: their cells are put under the first table's names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from keycafe_clean.read.annotations import annotations_of
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, NAMES, meaning, speaks_of_things
from keycafe_clean.read.table.second_names import PARTS, SecondNames, second_names, targets


@dataclass(frozen=True)
class _Block:
    """Rows of a grid from `start` to before `stop`: where each of their cells goes, and how wide their names are."""

    start: int
    stop: int
    moves: dict[int, int]
    width: int


def in_one_order(grid: Grid, place: int, own: Sequence[str]) -> tuple[Grid, list[int]]:
    """Get a grid whose tables all stand under the column names `own`, which it has at a place, and their rows of names.

    A name that the first table does not have becomes a column right of its last one; every cell is kept. Annotated are
    the rows of names (`other_order`, with how many rows follow), every row of a table that has neither names nor
    addresses of people, or is of keys or devices (`other_table`), and every row of one that has no names of people, or
    only a part of them, as the first has both (`other_names`).
    """
    again = second_names(grid, place + 1, own)
    stops = [*(names.place for names in again[1:]), grid.cells.height]
    first = _Block(0, again[0].place if again else grid.cells.height, {at: at for at in range(len(own))}, len(own))
    names, blocks = list(own), [first]
    for second, stop in zip(again, stops, strict=False):
        moves = _moves(grid.cells.slice(second.place, stop - second.place), second, names)
        as_before = all(at == target for at, target in moves.items())
        kept = replace(first, start=second.place, stop=stop)
        blocks.append(kept if as_before else _Block(second.place, stop, moves, len(second.cells)))
    moved = [block for block in blocks if block.moves is not first.moves]
    if not moved:
        return grid, []
    joined = _with_names(_joined(grid, blocks, len(names)), place, len(own), names[len(own) :])
    said = replace(joined, annotations=pl.concat([joined.annotations, *_said(grid, moved, own)]))
    return said, [block.start for block in moved]


def _moves(rows: pl.DataFrame, second: SecondNames, names: list[str]) -> dict[int, int]:
    """Get where the cells of a table go, the cells of its names first; new names are added to `names`."""
    moves = {}
    for at, target in enumerate(targets(second.cells, names)):
        if target is not None:
            moves[at] = target
        elif rows.get_column(str(at)).count():
            moves[at] = len(names)
            names.append(second.cells[at])
    return moves


def _joined(grid: Grid, blocks: list[_Block], width: int) -> Grid:
    """Put the cells of all blocks where they go; what stands right of a block's names stays right of all names."""
    parts, annotations, widths = [], [], []
    for block in blocks:
        moves = block.moves | {at: width + at - block.width for at in range(block.width, grid.cells.width)}
        rows = grid.cells.slice(block.start, block.stop - block.start)
        kept = {at: target for at, target in moves.items() if at < rows.width}
        parts.append(rows.select(pl.col(str(at)).alias(str(target)) for at, target in kept.items()))
        annotations.append(_placed(grid, block, moves))
        if grid.widths is not None:
            widths.append(_widened(grid.widths.slice(block.start, rows.height), block.width, width))
    cells = pl.concat(parts, how="diagonal")
    places = range(max(width, *(int(name) + 1 for name in cells.columns)))
    blank = (pl.lit(None, pl.String).alias(str(at)) for at in places if str(at) not in set(cells.columns))
    return replace(
        grid,
        cells=cells.with_columns(blank).select(str(at) for at in places),
        widths=pl.concat(widths) if widths else None,
        annotations=pl.concat(annotations),
    )


def _widened(widths: pl.Series, own: int, width: int) -> pl.Series:
    """Get how many cells rows have under names that are `width` now and were `own`; rows that end early still do."""
    counted = widths.cast(pl.Int64)
    return (counted + (width - own)).zip_with((widths >= own) | (width < own), counted).clip(0).cast(pl.UInt32)


def _placed(grid: Grid, block: _Block, moves: dict[int, int]) -> pl.DataFrame:
    """Get the annotations of a block where its cells are now."""
    rows = pl.col("source_row").is_between(block.start + grid.first_row, block.stop + grid.first_row - 1)
    place = pl.col("position")
    return grid.annotations.filter(rows).with_columns(
        place.replace_strict(moves, default=place, return_dtype=pl.UInt32)
    )


def _with_names(grid: Grid, place: int, start: int, added: list[str]) -> Grid:
    """Write the added names behind the first table's own."""
    is_header = pl.int_range(pl.len()) == place
    named = (
        pl.when(is_header).then(pl.lit(name or None, pl.String)).otherwise(str(at)).alias(str(at))
        for at, name in enumerate(added, start)
    )
    return replace(grid, cells=grid.cells.with_columns(named))


def _said(grid: Grid, moved: list[_Block], own: Sequence[str]) -> Iterator[pl.DataFrame]:
    """Yield the annotations about the tables whose cells were moved; `grid` is as it was read."""
    for block in moved:
        names, row = grid.row(block.start), block.start + grid.first_row
        below = pl.DataFrame({"source_row": range(row + 1, block.stop + grid.first_row), "position": None})
        rows = below.with_columns(value=pl.lit(str(row)))
        if ABOUT_PEOPLE.isdisjoint(map(meaning, names)) or speaks_of_things(names):
            yield annotations_of("other_table", rows)
            continue
        title = pl.DataFrame({"source_row": [row], "position": None, "value": [str(rows.height)]})
        yield annotations_of("other_order", title)
        if _is_nameless(block, names, own):
            yield annotations_of("other_names", rows)


def _is_nameless(block: _Block, names: Sequence[str], own: Sequence[str]) -> bool:
    """Tell whether the first table has names of people, and a block none, or only one of the two parts of them."""
    named = {at: means for at, name in enumerate(own) if (means := meaning(name)) in NAMES}
    filled = {named[at] for at in block.moves.values() if at in named}
    said = filled | (NAMES & set(map(meaning, names)))
    is_part = set(named.values()) >= PARTS and len(said) == 1 and said <= PARTS
    return bool(named) and (not said or is_part)
