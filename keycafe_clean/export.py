"""An HR export as it was read: text tables with provenance, nothing cleaned yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import polars as pl

from keycafe_clean.findings import no_findings

#: What the cells are of a column that was dropped because its dates are spread as dates of birth are.
BIRTH_DATES = "dates of birth"


@dataclass(frozen=True)
class Source:
    """One file (or one sheet of a workbook) as text.

    `cells` has one String column a header, in the file's order; only a zero-length cell is null. Headers are unique:
    a repeated or empty one was named by the reader. `rows` has the same height and order as `cells`:

    - `row_id` (UInt32): the key of the row over all files of the export, counted from 0;
    - `source_row` (UInt32): what a spreadsheet shows, counting the preamble and blank rows from 1;
    - `not_people` (String): why the row is no person (`blank`, `header`, `total`, `heading`, `page`, `legend`,
      `beside`: it has only cells beside the table); null for people.
    """

    file: str
    cells: pl.DataFrame
    rows: pl.DataFrame
    sha256: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    #: the other sheets of the workbook that have cells: by name, whether each is hidden or of the past
    sheets: Mapping[str, bool] = field(default_factory=dict)
    #: whether bare numbers in columns of days count from 1904, as in workbooks of old Macs
    from_1904: bool = False
    header_row: int | None = None
    preamble: tuple[str, ...] = ()
    #: headers of private columns, dropped while reading
    dropped: tuple[str, ...] = ()
    #: those of them that were dropped for their cells, whatever the header says, with what the cells are
    private_cells: Mapping[str, str] = field(default_factory=dict)
    #: headers of a second table or a legend beside the first: they are kept, and suggested for nothing
    beside: tuple[str, ...] = ()
    #: hashes of private cells that tell people apart, row by row (`read/table/private_evidence.py`): never written
    evidence: pl.DataFrame = field(default_factory=pl.DataFrame, repr=False)
    #: what could not be kept or was doubtful while reading (`findings.py`)
    findings: pl.DataFrame = field(default_factory=no_findings)
    #: the files whose cells were added to the rows, in the order in which they were joined
    joined: tuple["Joined", ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """Get the headers in the file's order; null headers do not exist."""
        return tuple(self.cells.columns)

    @property
    def first_table(self) -> Self:
        """Get the source without the columns of what stands beside its table."""
        return replace(self, cells=self.cells.drop(self.beside)) if self.beside else self


@dataclass(frozen=True)
class Joined:
    """A file whose cells were added to the rows of a source, by a key that both have.

    `rows` has a line for each of the people of the source, in order, whether it found its own there:

    - `row_id`; `value`: the key as it stands in the source, null where blank;
    - `met`: `found`; `nobody`: the file does not have the key; `several`: it has it in rows that differ; `zeros`: with
      zeros in front lost it may be another's; `name`: there it stands beside the name of somebody else;
    - `place`: the row or rows of the file, in words; null where there is none;
    - `differs`: the headers of the file in which its rows differ, in words; null where they do not;
    - `may_leave`: whether what was not taken could change who goes in, beside the address;
    - `name_there`: the name beside the key, null where the file has none.
    """

    other: Source
    #: the header in the source, then the one in the file; None: the source has none, and nobody of it found anything
    key: tuple[str, str] | None
    rows: pl.DataFrame
    #: every cell that comes from the file: row_id, `header` of the source, `place` in words
    taken: pl.DataFrame
    #: row_id (of the file) of those of its people whom the source has
    wanted: pl.Series
    #: headers of the file that may be the addresses of people
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Export:
    """Everything read in one go; several files are one population with one `row_id`."""

    sources: tuple[Source, ...]

    @property
    def rows_read(self) -> int:
        """Count the rows of all sources, those that are not people included; header and preamble are not rows."""
        return sum(source.rows.height for source in self.sources)
