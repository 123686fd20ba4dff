"""Files of who is in Keycafe already: every sheet that holds people; a file with nothing in it is a list of nobody."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import polars as pl

from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.errors import EmptyFile
from keycafe_clean.export import Export, Source
from keycafe_clean.known.lines import is_somebody, lines_of
from keycafe_clean.known.texts import headers_written, is_line_of_text, lines_above
from keycafe_clean.legible import legible
from keycafe_clean.match.known import DENIED
from keycafe_clean.read import read_export
from keycafe_clean.read.files import File, open_file
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE

#: A further sheet holds people where so many of its lines are some: others are legends, notes and counts.
_SHARE = 0.5


def read_known_file(file: File) -> Export:
    """Get a list of known people as it was read: a source a sheet that holds people, the likeliest first.

    The sources of several sheets are named with them. Sheets that were not read stay in `sheets` of the first source:
    those that are hidden or of the past, and those without people. Nothing in the file: one source without cells.
    Raises what `read_export()` raises.
    """
    name = legible(file[0] if isinstance(file, tuple) else Path(file).name)
    try:
        named = (name, open_file(file).data)
        first = _read(named)
    except EmptyFile:
        return Export((_nobody(name),))
    others = list(_other_sheets(named, first))
    if not others:
        return Export((first,))
    left = {name: aside for name, aside in first.sheets.items() if name not in {other.sheet for other in others}}
    return Export((_named(replace(first, sheets=left)), *map(_named, others)))


def _other_sheets(file: File, first: Source) -> Iterator[Source]:
    for sheet, is_aside in first.sheets.items():
        if not is_aside:
            source = _read(file, sheet)
            lines = lines_of(source)
            is_told = is_somebody() | (pl.col("list_doubt") == DENIED)
            if lines.height and lines.filter(is_told).height >= lines.height * _SHARE:
                yield source


def _read(file: File, sheet: str | None = None) -> Source:
    """Get a list as it was read; without column names where those that were found are none (`_has_columns()`).

    What stands above column names is kept as it was written: it may be people.
    """
    (source,) = read_export(file, sheet=sheet).sources
    if source.header_row is None or (_has_columns(source) and not any(source.preamble)):
        return source
    (bare,) = read_export(file, sheet=source.sheet, header=0).sources
    if not _has_columns(source):
        return replace(bare, sheets=source.sheets)
    return replace(source, preamble=lines_above(bare, source.header_row))


def _has_columns(source: Source) -> bool:
    """Tell whether all column names are known, or some speak of people, and they are no line of a mail or a sentence.

    Names of people may look like names of columns, and whole columns are dropped under some of those.
    """
    told = [found.kind if (found := meaning(header)) else "" for header in source.headers]
    if is_line_of_text((*headers_written(source), *source.dropped)):
        return False
    return (len(told) > 1 and all(told)) or not ABOUT_PEOPLE.isdisjoint(told)


def _named(source: Source) -> Source:
    return replace(source, file=f"{source.file}, sheet '{source.sheet}'")


def _nobody(name: str) -> Source:
    rows = pl.DataFrame(schema={"row_id": pl.UInt32, "source_row": pl.UInt32, "not_people": pl.String})
    return Source(file=name, cells=pl.DataFrame(), rows=rows)
