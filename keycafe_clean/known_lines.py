"""The lines of a list of known people: of a table of people, or of addresses in whatever form they were pasted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import polars as pl

from keycafe_clean.columns import likeliest, map_columns, suggest_columns
from keycafe_clean.columns.suggest import taken
from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.export import Export, Source
from keycafe_clean.match.known import BESIDE, KNOWN, PERSON
from keycafe_clean.phases.pipeline_state import PipelineState
from keycafe_clean.phases.preparing import tidy
from keycafe_clean.steps.date_habits import readings_of
from keycafe_clean.steps.dates import read_dates

PEOPLE = pl.Schema([*((name, pl.String) for name in (*KNOWN, *BESIDE)), (PERSON, pl.UInt32)])

#: `line` is the row as a spreadsheet shows it; `is_doubtful`: a cell for addresses holds none; `has_at`: an @ is in it.
LINES = pl.Schema([*PEOPLE.items(), ("line", pl.UInt32), ("is_doubtful", pl.Boolean), ("has_at", pl.Boolean)])

#: An address wherever it stands; outer quote marks and dots are taken off afterwards.
_ADDRESS = r"[^\s<>,;:()\"\[\]|/@]+@[^\s<>,;:()\"\[\]|/@]+\.[^\s<>,;:()\"\[\]|/@]+"

#: A name, in quote marks or not, before an address in brackets.
_BRACKETED = r"(?:\"[^\"]*\"|[^;<>(\[\"\n\t@]*)\s*[<(\[][^<>()\[\]]*@[^<>()\[\]]*[>)\]]"

#: An entry of a pasted line.
_ENTRY = f"{_BRACKETED}|{_ADDRESS}"

#: Addresses that say which kind each is are those of one person (`SMTP:a;smtp:b`).
_ALIAS = r"(?i)\bsmtp:"

#: A name before a bracket, or beside the only address of a line.
_NAME = r"^[\p{L}\p{M}'’.,\- ]{2,60}$"

#: Columns whose addresses are somebody else's, or nobody's business.
_OTHERS = ("decoy", "sensitive")

_NAMES = ("First Name", "Last Name", "full_name")

#: A year of two digits is a past one: nobody in Keycafe starts in ten years.
_LAST_DAY = date(2089, 1, 1)


def lines_of(source: Source) -> pl.DataFrame:
    """Get the lines of a list (`LINES`): one an address, one a person or entry without any; in the order of the list.

    Null is what a line does not say; without an address and a name it was not understood.
    """
    columns = likeliest(suggest_columns(source))
    lines = _pasted(source) if _is_pasted(source, columns) else _of_table(source, columns)
    return lines.select(pl.col(name).cast(dtype) for name, dtype in LINES.items())


def whole_name() -> pl.Expr:
    """Yield the name of a line in small letters; null: none."""
    parts = pl.concat_str("First Name", "Last Name", separator=" ", ignore_nulls=True).replace("", None)
    return pl.coalesce(parts, "full_name").str.to_lowercase()


def _is_pasted(source: Source, columns: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a source is no table: it has no column of names, or no column names and entries all over it."""
    if not any(columns.get(name) for name in _NAMES):
        return True
    if _has_header(source):
        return False
    holders = source.cells.select(pl.all().str.contains("@", literal=True).any().fill_null(value=False)).row(0)
    entries = source.cells.select(pl.any_horizontal(pl.all().str.contains(r"\S\s*<[^<>]*@").any())).item()
    return sum(holders) > 1 or bool(entries)


def _has_header(source: Source) -> bool:
    return source.header_row is not None and any(meaning(header) for header in source.headers)


def _texts(source: Source) -> pl.DataFrame:
    """Get what was written, line by line (`line`, `text`); a row of column names that are none is a line too."""
    delimiter = source.delimiter or "; "
    cells = pl.concat_str(pl.all(), separator=delimiter, ignore_nulls=True)
    rows = source.cells.select(text=cells).with_columns(line=source.rows.get_column("source_row").cast(pl.UInt32))
    names = [] if source.header_row is None or _has_header(source) else [delimiter.join(source.headers)]
    above = pl.DataFrame({"text": [*source.preamble, *names]}, schema={"text": pl.String})
    numbered = above.with_columns(line=pl.int_range(1, above.height + 1, dtype=pl.UInt32, eager=True))
    return pl.concat([numbered, rows.select("text", "line")]).filter(pl.col("text").str.contains(r"\S"))


def _pasted(source: Source) -> pl.DataFrame:
    """Get a line an entry."""
    lines = _texts(source).with_columns(entry=pl.col("text").str.extract_all(_ENTRY))
    entries = lines.explode("entry", empty_as_null=True)
    is_alias = pl.col("text").str.contains(_ALIAS)
    person = pl.when(is_alias).then(pl.int_range(pl.len()).min().over("line")).otherwise(pl.int_range(pl.len()))
    address = _tidy_address(pl.col("entry").str.extract_all(_ADDRESS).list.last())
    told = entries.select(
        "line",
        address.alias("Email Address"),
        person.alias(PERSON),
        is_doubtful=pl.lit(value=False),
        has_at=pl.col("text").str.contains("@", literal=True),
    )
    blank = pl.lit(None, pl.String)
    return told.hstack(_split(_names(entries))).with_columns(employee_id=blank, start_date=blank)


def _names(entries: pl.DataFrame) -> pl.Series:
    """Get the name of every entry: before its bracket, or beside the only address of its line."""
    before = pl.col("entry").str.extract(r"(?s)^(.*?)[<(\[]")
    beside = pl.col("text").str.replace_all(_ADDRESS, "")
    is_alone = pl.col("entry").count().over("line") == 1
    said = pl.when(is_alone & before.is_null()).then(beside).otherwise(before)
    name = said.str.strip_chars(" \t,;|:\"'\u00a0")
    return entries.select(pl.when(name.str.contains(_NAME)).then(name)).to_series()


def _split(names: pl.Series) -> pl.DataFrame:
    """Get First Name, Last Name and full_name of whole names, split as those of an export are."""
    numbers = pl.int_range(names.len(), dtype=pl.UInt32, eager=True)
    rows = pl.DataFrame({"row_id": numbers, "source_row": numbers}).with_columns(not_people=pl.lit(None, pl.String))
    source = Source("", names.alias("Name").to_frame(), rows)
    return _tidied(source, {"full_name": ("Name",)}).select(_NAMES)


def _of_table(source: Source, columns: Mapping[str, tuple[str, ...]]) -> pl.DataFrame:
    """Get a line an address of each person; all addresses in columns of the person's own are used."""
    source = _with_row_of_names(source)
    rows, sure = _tidied(source, columns), taken(suggest_columns(source))
    own = [f"source.{header}" for header in source.headers if _is_own(header)]
    found = pl.concat_str("Email Address", *own, separator=" ", ignore_nulls=True).str.extract_all(_ADDRESS)
    lines = rows.select(
        *_NAMES,
        # Numbers that only may be employee numbers tell nobody apart: they may be Keycafe's own.
        *(
            pl.col(name) if name in sure else pl.lit(None, pl.String).alias(name)
            for name in ("employee_id", "start_date")
        ),
        pl.col("row_id").alias(PERSON),
        found.alias("Email Address"),
        line="source_row",
        is_doubtful=pl.col("Email Address").is_not_null() & (found.list.len() == 0),
        has_at=pl.col("Email Address").str.contains("@", literal=True),
    )
    alone = lines.with_columns(_days(lines.get_column("start_date"))).explode("Email Address", empty_as_null=True)
    return alone.with_columns(_tidy_address(pl.col("Email Address"))).unique(
        [PERSON, "Email Address"], maintain_order=True
    )


def _tidied(source: Source, columns: Mapping[str, tuple[str, ...]]) -> pl.DataFrame:
    named = SourceSetup(headers=source.headers, columns=dict(columns))
    mapped = map_columns(Export((source,)), Setup(source=(named,))).filter(pl.col("not_people").is_null())
    return tidy(PipelineState.of(mapped), Setup()).rows


def _with_row_of_names(source: Source) -> Source:
    """Get the source with its row of column names as a person, where no name in it is known: it is one."""
    if source.header_row is None or _has_header(source):
        return source
    first = pl.DataFrame([source.headers], schema=source.cells.schema, orient="row")
    row = {"row_id": [0], "source_row": [source.header_row], "not_people": [None]}
    rows = source.rows.with_columns(pl.col("row_id") + 1)
    above = pl.DataFrame(row, schema={name: rows.schema[name] for name in row})
    return replace(source, cells=pl.concat([first, source.cells]), rows=pl.concat([above, rows.select(above.columns)]))


def _is_own(header: str) -> bool:
    found = meaning(header)
    return found is None or found.kind not in _OTHERS


def _tidy_address(address: pl.Expr) -> pl.Expr:
    bare = address.str.strip_chars("'’.*").str.to_lowercase()
    return pl.when(bare != "").then(bare)


def _days(cells: pl.Series) -> pl.Series:
    """Get the days of a column of dates as YYYY-MM-DD; null: none."""
    days = read_dates(cells, _LAST_DAY, readings_of(cells, said=True)[""])
    return days.dt.to_string("%Y-%m-%d").alias(cells.name)
