"""What was read, in words."""

import polars as pl

from keycafe_clean.export import Source

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "cp1252": "Windows-1252",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}

#: Row numbers that one sentence names at most.
_NAMED = 5


def describe(source: Source) -> str:
    """Get a line such as `hr.csv: Windows-1252, semicolons, column names in row 4, 160 rows, 2 of them not people`.

    The rows that are not people are named as the spreadsheet counts them, at most five of them.
    """
    facts = [
        _ENCODINGS.get(source.encoding or "", source.encoding),
        f"sheet '{source.sheet}'" if source.sheet else None,
        _DELIMITERS.get(source.delimiter or "", source.delimiter),
        f"column names in row {source.header_row:,}" if source.header_row else "no row of column names",
        f"{source.rows.height:,} {'row' if source.rows.height == 1 else 'rows'}{_not_people(source)}",
    ]
    return f"{source.file}: {', '.join(fact for fact in facts if fact)}"


def _not_people(source: Source) -> str:
    numbers = source.rows.filter(pl.col("not_people").is_not_null()).get_column("source_row").to_list()
    if not numbers:
        return ""
    named = [f"{number:,}" for number in numbers[:_NAMED]]
    if len(numbers) > _NAMED:
        named.append("...")
    listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    return f", {len(numbers):,} of them not people ({'row' if len(numbers) == 1 else 'rows'} {listed})"
