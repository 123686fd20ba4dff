"""What was read, in words for the person who chose the file."""

import codecs
from collections.abc import Collection, Sequence

import polars as pl

from keycafe_clean.export import Source

#: Encodings as people know them, by the name of Python's codec.
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "mac_roman": "Mac Roman",
    "mac-roman": "Mac Roman",
    "mac_cyrillic": "Mac Cyrillic",
    "mac-cyrillic": "Mac Cyrillic",
    "cp850": "DOS 850",
    "cp852": "DOS 852",
    "cp866": "DOS 866",
    "cp932": "Shift JIS",
    "cp949": "Korean 949",
    "cp950": "Big5",
    "gb18030": "GB 18030",
    "euc_jp": "EUC-JP",
}

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}

#: Most row numbers, and most values, that are named.
ROWS_NAMED, VALUES_NAMED = 3, 30

#: Values of a column among which those with rare letters are looked for.
VALUES_SORTED = 3_000


def describe(source: Source) -> str:
    """Say what was read: encoding and delimiter or sheet, row of the column names, how many rows, which no people."""
    return f"{source.file}: {', '.join([*_how(source), _header(source), *_rows(source)])}"


def letters(source: Source, headers: Collection[str]) -> tuple[str, ...]:
    """Get different values of these columns with letters beside ASCII, to look whether the encoding is right.

    In the order of the file; where the encoding was told by the words, those with the rarest letters come first: common
    ones look right in several.
    """
    cells = source.cells.select(header for header in source.headers if header in headers)
    odd = pl.all().str.len_bytes() != pl.all().str.len_chars()
    is_told = codecs.lookup(source.encoding or "utf-8").name.startswith("utf")
    values = [
        column.filter(mask).unique(maintain_order=True).head(VALUES_NAMED if is_told else VALUES_SORTED)
        for column, mask in zip(cells, cells.select(odd.fill_null(value=False)), strict=True)
    ]
    together = pl.concat([pl.Series([], dtype=pl.String), *values]).unique(maintain_order=True)
    return tuple((together if is_told else _rarest_first(together)).head(VALUES_NAMED))


def _rarest_first(values: pl.Series) -> pl.Series:
    """Get the values in order of how often the rarest of their letters beside ASCII stands in them all."""
    letters = values.str.extract_all(r"[^\x00-\x7f]").list.eval(pl.element().str.to_lowercase())
    each = (
        pl.DataFrame({"value": values, "letter": letters}).with_row_index("place").explode("letter", empty_as_null=True)
    )
    rarest = each.with_columns(often=pl.len().over("letter")).group_by("place", maintain_order=True)
    told = rarest.agg(pl.col("value").first(), pl.col("often").min())
    return told.sort("often", maintain_order=True).get_column("value")


def encoding_in_words(encoding: str) -> str:
    """Get the name of an encoding as people know it: cp1252 is Windows-1252."""
    name = codecs.lookup(encoding).name
    return ENCODINGS.get(name) or name.replace("cp125", "Windows-125").replace("iso8859", "ISO 8859").replace(
        "koi", "KOI"
    )


def _how(source: Source) -> list[str]:
    if source.sheet is not None:
        return [f"sheet '{source.sheet}'"]
    delimiter = source.delimiter or ","
    between = DELIMITERS.get(delimiter, f"'{delimiter}' between cells")
    return [encoding_in_words(source.encoding or "utf-8"), *([between] if source.cells.width > 1 else [])]


def _header(source: Source) -> str:
    return "no column names" if source.header_row is None else f"column names in row {source.header_row:,}"


def _rows(source: Source) -> list[str]:
    total = source.rows.height
    others = source.rows.filter(pl.col("not_people").is_not_null()).get_column("source_row").to_list()
    count = f"{total:,} {'row' if total == 1 else 'rows'}"
    return [count, f"{len(others):,} of them not people ({rows_named(others)})"] if others else [count]


def rows_named(rows: Sequence[int], most: int = ROWS_NAMED) -> str:
    """Get the names of a few rows: `row 90`, `rows 90 and 164`, `rows 5, 90, 164 and 10 more`; at most so many."""
    named = [f"{row:,}" for row in rows[:most]]
    if len(rows) > most:
        named.append(f"{len(rows) - most:,} more")
    if len(named) == 1:
        return f"row {named[0]}"
    return f"rows {', '.join(named[:-1])} and {named[-1]}"
