"""Files in, `Export` out."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from itertools import accumulate

import polars as pl

from keycafe_clean.errors import EmptyFile, HostileFile, UnreadableExport
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.files import File, RawFile, open_file
from keycafe_clean.read.isolated import parse
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.sheet_leavers import on_sheet_of_leavers, sheets_of_leavers
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.header_names import column_names
from keycafe_clean.read.table.legends_below import without_legends_below
from keycafe_clean.read.table.own_columns import judged_by_own_columns
from keycafe_clean.read.table.people_table import table_of
from keycafe_clean.read.table.private_evidence import evidence_of_private
from keycafe_clean.read.table.reading_findings import reading_findings
from keycafe_clean.read.table.redaction import without_private
from keycafe_clean.read.table.sensitive import private_columns, with_names_of_columns
from keycafe_clean.read.table.tables_beside import beside_of


def read_export(  # noqa: PLR0913 - whatever may be said about a file
    *files: File,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header: int | None = None,
    evidence: Sequence[str] = (),
    dates: Sequence[str] = (),
) -> Export:
    """Read HR exports as text; several files are one export, with one `row_id` over all.

    A file is a path, or (name, bytes). What is None is found out; `header=False` says that no row holds column names,
    a number is the row that does, as a spreadsheet counts. Private columns are dropped, by their header or their cells;
    those in `evidence` are kept, and those in `dates` where their cells only look like dates of birth.
    Rows keep the order of the files, and of each file.

    Raises:
        UnreadableExport: a file cannot be read; the sentence says which, why, and what to do.
        HostileFile: a file is larger than a file of people is, or would take too much memory or time.
        WrongCall: a file is neither a path nor (name, bytes).
    """
    if not files:
        raise UnreadableExport("There is no file to read. Name at least one HR export.")
    options = ReadingOptions(encoding, delimiter, sheet, header, evidence, dates)
    raws = [open_file(file) for file in files]
    names = column_names(raw.name for raw in raws)
    with ThreadPoolExecutor(max_workers=1) as aside:
        checksums = [aside.submit(raw.sha256) for raw in raws]
        sources = [
            _named(_read(raw, options), name, checksum.result())
            for raw, name, checksum in zip(raws, names, checksums, strict=True)
        ]
    _refuse_same_file(sources)
    _refuse_sheet(options.sheet, sources)
    starts = accumulate((source.rows.height for source in sources), initial=0)
    return Export(tuple(_numbered(source, start) for source, start in zip(sources, starts, strict=False)))


def _read(raw: RawFile, options: ReadingOptions) -> Source:
    """Read one file; its `row_id` counts from 0."""
    parsed = parse(raw, options)
    source = _source(raw, parsed.grid, options)
    as_found = replace(
        source,
        sheet=parsed.sheet,
        sheets=parsed.sheets,
        encoding=parsed.encoding,
        delimiter=parsed.delimiter,
        from_1904=parsed.from_1904,
    )
    said = reduce(lambda doubted, doubt: _doubted(doubted, *doubt), parsed.doubts.items(), as_found)
    leavers = [on_sheet_of_leavers(said, other) for other in _sheets_of_leavers(raw, said, options)]
    asked = pl.concat([no_findings(), *leavers]).unique("row_id", keep="first", maintain_order=True)
    return replace(said, findings=pl.concat([said.findings, asked]))


def _sheets_of_leavers(raw: RawFile, source: Source, options: ReadingOptions) -> Iterator[Source]:
    """Yield the sheets beside a source whose people have left; one that cannot be read is named as any other sheet."""
    for name in sheets_of_leavers(source.sheets):
        with suppress(UnreadableExport, HostileFile, EmptyFile):
            parsed = parse(raw, replace(options, sheet=name, header=None))
            yield replace(_source(raw, parsed.grid, replace(options, header=None)), sheet=name)


def _doubted(source: Source, code: str, value: str) -> Source:
    """Add a question about the whole file."""
    question = findings_of(code, pl.DataFrame({"value": [value]}))
    return replace(source, findings=pl.concat([question, source.findings]))


def _source(raw: RawFile, grid: Grid, options: ReadingOptions) -> Source:
    if grid.is_blank():
        raise EmptyFile(f"{raw.name} has no cell with anything in it. Export it again from the HR system.")
    headed = without_legends_below(table_of(grid, options.header, file=raw.name))
    named, private = with_names_of_columns(headed, private_columns(headed, options.evidence, options.dates))
    beside = beside_of(named)
    table = judged_by_own_columns(named, beside.columns)
    cells, findings = without_private(table.grid, table, private, reading_findings(table.grid, table, beside))
    return Source(
        file=raw.name,
        cells=cells,
        rows=table.rows.with_row_index("row_id"),
        header_row=table.header_row,
        preamble=table.preamble,
        dropped=tuple(private),
        private_cells={header: its for header, its in private.items() if its},
        beside=tuple(header for header in cells.columns if header in {*beside.columns, *beside.below}),
        evidence=evidence_of_private(table, private),
        findings=findings,
    )


def _named(source: Source, name: str, sha256: str) -> Source:
    """Give a source its name; a finding about the whole file has it as its reason."""
    reason = pl.when(pl.col("row_id").is_null()).then(pl.lit(name)).otherwise(pl.col("reason"))
    return replace(source, file=name, sha256=sha256, findings=source.findings.with_columns(reason=reason))


def _refuse_same_file(sources: Sequence[Source]) -> None:
    seen: dict[str, str] = {}
    for source in sources:
        if source.sha256 in seen:
            raise UnreadableExport(
                f"{seen[source.sha256]} and {source.file} are the same file, byte for byte. Choose one of them."
            )
        seen[source.sha256] = source.file


def _refuse_sheet(sheet: str | None, sources: Sequence[Source]) -> None:
    if sheet and all(source.sheet is None for source in sources):
        raise UnreadableExport(f"{sources[0].file} is no workbook and has no sheet '{sheet}'. Leave the sheet out.")


def _numbered(source: Source, start: int) -> Source:
    """Count the rows of a source from `start`, in its findings too."""
    moved = pl.col("row_id") + start
    return replace(source, rows=source.rows.with_columns(moved), findings=source.findings.with_columns(moved))
