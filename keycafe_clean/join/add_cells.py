"""A source with the cells that its rows found in another file, under that file's own headers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from keycafe_clean.export import Joined, Source
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.join.key_cells import as_compared, filled_cells
from keycafe_clean.join.matched import FOUND, NOBODY, Matched, match_rows
from keycafe_clean.join.one_cell_a_key import THERE
from keycafe_clean.join.open_there import open_there
from keycafe_clean.join.side import WHO_GOES_IN, Side
from keycafe_clean.join.targets import target_headers
from keycafe_clean.steps.frame_columns import ADDRESS, NAME_COLUMNS

_ROWS = ("row_id", "value", "met", "place", "differs", "may_leave", "name_there")

_TAKEN = {"row_id": pl.UInt32, "header": pl.String, "place": pl.String}


def add_cells(here: Side, there: Side, key: tuple[str, str] | None) -> Source:
    """Get the source with the same rows, in order, and the columns of the file that it lacks.

    A cell of the source stays, unless it is blank. Where key is None the source has none, and nobody found
    anything.
    """
    added = _Added.of(here, there, key) if key else None
    joined = Joined(
        other=there.source,
        key=key,
        rows=added.rows if added else _of_nobody(here.source),
        taken=added.taken if added else pl.DataFrame(schema=_TAKEN),
        wanted=added.matched.wanted if added else pl.Series([], dtype=pl.UInt32),
        addresses=tuple(it for it in there.addresses if key is None or it != key[1]),
    )
    source = replace(here.source, joined=(*here.source.joined, joined))
    return added.put_into(source) if added else source


def _of_nobody(source: Source) -> pl.DataFrame:
    """Get `Joined.rows` of a source without the key."""
    people = source.rows.filter(pl.col("not_people").is_null()).select("row_id", met=pl.lit(NOBODY))
    texts = {name: pl.lit(None, pl.String) for name in _ROWS if name not in people.columns}
    return people.with_columns(**texts | {"may_leave": pl.lit(None, pl.Boolean)}).select(_ROWS)


@dataclass(frozen=True)
class _Added:
    """What a source gets from a file.

    `both` has `MET`, the cells of the source, and those of the file under `there.<header>`, where the source gets or
    keeps them under `targets[<header>]`.
    """

    here: Side
    there: Side
    matched: Matched
    targets: dict[str, str]
    both: pl.DataFrame

    @classmethod
    def of(cls, here: Side, there: Side, key: tuple[str, str]) -> "_Added":
        matched = match_rows(here, there, key)
        targets = target_headers(here.source, there.source, key[1])
        mine = here.source.cells.select(pl.all().name.prefix("here."))
        both = pl.concat([matched.rows, mine, matched.cells.select(pl.all().name.prefix(THERE))], how="horizontal")
        return cls(here, there, matched, targets, both)

    @property
    def rows(self) -> pl.DataFrame:
        """Get `Joined.rows`."""
        return self.matched.rows.drop_nulls("met").select(_ROWS)

    @property
    def taken(self) -> pl.DataFrame:
        """Get `Joined.taken`."""
        named = [
            self.both.filter(self._is_taken(header)).select("row_id", "place", header=pl.lit(target))
            for header, target in self.targets.items()
        ]
        return pl.concat([pl.DataFrame(schema=_TAKEN), *(cells.select(*_TAKEN) for cells in named)])

    def put_into(self, source: Source) -> Source:
        """Get the source with the cells, and what there is to say of them."""
        new = self.both.select(self._cell(header).alias(target) for header, target in self.targets.items())
        private = {**self.there.source.private_cells, **source.private_cells}
        return replace(
            source,
            cells=source.cells.with_columns(new.get_columns()),
            dropped=tuple(dict.fromkeys((*source.dropped, *self.there.source.dropped))),
            private_cells=private,
            findings=pl.concat([source.findings, *self._findings()]),
        )

    def _mine(self, header: str) -> pl.Expr:
        """Yield the cell of the source; null where it is blank, or the source has no such column."""
        target = self.targets[header]
        return filled_cells([f"here.{target}"])[0] if target in self.here.source.headers else pl.lit(None, pl.String)

    def _theirs(self, header: str) -> pl.Expr:
        return filled_cells([f"{THERE}{header}"])[0]

    def _is_taken(self, header: str) -> pl.Expr:
        return self._mine(header).is_null() & self._theirs(header).is_not_null()

    def _cell(self, header: str) -> pl.Expr:
        """Yield the cell of the source where it is filled, else that of the file; what is blank in both stays."""
        target = self.targets[header]
        if target not in self.here.source.headers:
            return pl.col(f"{THERE}{header}")
        return pl.coalesce(self._mine(header), self._theirs(header), f"here.{target}")

    def _findings(self) -> Iterator[pl.DataFrame]:
        """Yield what there is to say of rows that found theirs: cells that differ, or are left blank, or are open."""
        for header, target in self.targets.items():
            ours = self.there.telling.get(header) or self.here.telling.get(target)
            if ours and target in self.here.source.headers:
                yield self._differing(header, target, ours)
        blank = self.matched.rows.filter(pl.col("met") == FOUND, pl.col("differs").is_not_null())
        yield findings_of("joined_left_blank", blank.select("row_id", reason="place", value="differs"))
        yield open_there(self.matched.rows, self.there.source)

    def _differing(self, header: str, target: str, ours: str) -> pl.DataFrame:
        """Get a finding for every row with one cell here and another one there; a question if it says who goes in."""
        mine, theirs = self._mine(header).alias("value"), self._theirs(header).alias("theirs")
        both = self.both.select("row_id", "place", mine, theirs).drop_nulls(["value", "theirs"])
        apart = both.filter(as_compared("value") != as_compared("theirs"))
        if apart.is_empty():
            return no_findings()
        column = ours if ours in (ADDRESS, *NAME_COLUMNS) else target
        suggestion = pl.col("theirs") if ours == ADDRESS else pl.lit(None, pl.String)
        reason = pl.format("{} has '{}'", "place", "theirs")
        code = "joined_cell_differs" if ours in WHO_GOES_IN else "joined_cell_kept"
        return findings_of(code, apart.with_columns(column=pl.lit(column), suggestion=suggestion, reason=reason))
