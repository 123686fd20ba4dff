"""The lines of a list of known people: of a table of people, or of addresses in whatever form they were pasted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from keycafe_clean.columns import likeliest, map_columns, suggest_columns
from keycafe_clean.columns.suggest import taken
from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.export import Export, Source
from keycafe_clean.known.bare import bare_names
from keycafe_clean.known.denials import denies, denies_below, header_denies, is_state_denied
from keycafe_clean.known.pasted import is_group, pasted, tidy_address
from keycafe_clean.known.texts import has_header, headers_written, opens_with_label
from keycafe_clean.match.known import BESIDE, DENIED, EMPTY, IN_DOUBT, KNOWN, PERSON, PLACE, UNREAD, UNSURE
from keycafe_clean.match.known_words import ADDRESS
from keycafe_clean.phases.pipeline_state import PipelineState
from keycafe_clean.phases.preparing import tidy
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE
from keycafe_clean.steps.date_habits import readings_of
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.flags import flag_of
from keycafe_clean.steps.never import says_never
from keycafe_clean.steps.placeholders import is_placeholder

#: A line an address of a person, one a person or line without any; the columns are those of `match.known`.
PEOPLE = pl.Schema(
    [
        *((name, pl.String) for name in (*KNOWN, *BESIDE)),
        (PERSON, pl.UInt32),
        *zip(PLACE, (pl.String, pl.UInt32), strict=True),
        *((name, pl.String) for name in IN_DOUBT),
    ]
)

#: Columns whose addresses are somebody else's, or nobody's business.
_OTHERS = ("decoy", "sensitive")

_NAMES = ("First Name", "Last Name", "full_name")

#: What says who somebody is.
_SAY_WHO = (*_NAMES, "Email Address", "employee_id", "start_date")

#: Two words or more, without a number or an address.
_WHOLE_NAME = r"^\s*\p{L}[^\s\d@]*(?:\s+\p{L}[^\s\d@]*)+\s*$"

#: A year of two digits is a past one: nobody in Keycafe starts in ten years.
_LAST_DAY = date(2089, 1, 1)


def lines_of(source: Source) -> pl.DataFrame:
    """Get the lines of a list (`PEOPLE`): one an address, one a person or entry without any; in the order of the list.

    Null is what a line does not say; without an address and a name nobody was found on it. A list that holds nobody at
    all is one line that says so (`EMPTY`).
    """
    lines = _lines(source) if source.cells.width else PEOPLE.to_frame()
    if lines.is_empty():
        lines = pl.DataFrame({"list_row": [1], "list_doubt": [EMPTY]})
    named = _without_denied(_without_struck(lines, source), source).with_columns(list_file=pl.lit(source.file))
    blank = [pl.lit(None, pl.String).alias(name) for name in PEOPLE if name not in named.columns]
    return named.with_columns(blank).select(pl.col(name).cast(dtype) for name, dtype in PEOPLE.items())


def _lines(source: Source) -> pl.DataFrame:
    columns = likeliest(suggest_columns(source))
    if _is_pasted(source, columns):
        return _pasted(source)
    above, table = _above(source), _of_table(source, columns)
    return pl.concat([above, table.with_columns(pl.col(PERSON) + above.height)], how="diagonal_relaxed")


def _without_struck(lines: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Get the lines, those in doubt (`DENIED`) of which a workbook has the row or a cell struck through."""
    marks = source.findings.filter(pl.col("code").is_in(["struck_row", "struck_cell"])).get_column("row_id")
    struck = source.rows.filter(pl.col("row_id").is_in(marks.implode())).get_column("source_row")
    if struck.is_empty():
        return lines
    return _denied(lines, pl.col("list_row").is_in(struck.implode()))


def _without_denied(lines: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Get the lines, in doubt (`DENIED`) on a sheet that is called `Removed`, and below a title that says so."""
    title = next((text for text in reversed(source.preamble) if text.strip()), "") if has_header(source) else ""
    if source.sheet is not None and header_denies(source.sheet):
        return _denied(lines, pl.lit(value=True))
    if not pl.select(denies_below(pl.lit(title)) | is_state_denied(pl.lit(title))).item():
        return lines
    return _denied(lines, pl.col("list_row") > pl.lit(source.header_row))


def _denied(lines: pl.DataFrame, which: pl.Expr) -> pl.DataFrame:
    """Get the lines, of which some say no longer who is in Keycafe."""
    told = [name for name in (*_SAY_WHO, "list_doubt") if name in lines.columns]
    kept = [pl.when(~which).then(name).otherwise(pl.lit(DENIED if name == "list_doubt" else None)) for name in told]
    return lines.with_columns(cell.alias(name) for cell, name in zip(kept, told, strict=True))


def _above(source: Source) -> pl.DataFrame:
    """Get the lines above the column names of a table: who has an address is somebody, and a title was not understood.

    Who may be named on a line without an address is asked about.
    """
    texts = replace(source, cells=source.cells.clear(), rows=source.rows.clear(), header_row=None)
    if not any(source.preamble):
        return PEOPLE.to_frame().drop("list_file")
    lines, is_alone = _pasted(texts), pl.col("Email Address").is_null() & pl.col("list_doubt").is_null()
    doubt = pl.when(is_alone).then(pl.lit(UNREAD)).otherwise("list_doubt")
    return lines.with_columns(pl.when(~is_alone).then(pl.col(*_NAMES)), list_doubt=doubt)


def whole_name() -> pl.Expr:
    """Yield the name of a line in small letters; null: none."""
    parts = pl.concat_str("First Name", "Last Name", separator=" ", ignore_nulls=True).replace("", None)
    return pl.coalesce(parts, "full_name").str.to_lowercase()


def is_somebody() -> pl.Expr:
    """Yield whether a line says who somebody is: it has a name or an address."""
    return pl.col("Email Address").is_not_null() | whole_name().is_not_null()


def _is_pasted(source: Source, columns: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a source is no table: no column of names, cut names, or one column of several.

    Without column names it is none either where entries stand all over it.
    """
    is_text = _is_cut_at_commas(source) or _is_in_one_column(source)
    is_table = any(columns.get(name) for name in _NAMES) and not is_text
    if not is_table or has_header(source):
        return not is_table
    if source.cells.height == 1 and columns.get("full_name"):
        return True
    holders = source.cells.select(pl.all().str.contains("@", literal=True).any().fill_null(value=False)).row(0)
    entries = source.cells.select(pl.any_horizontal(pl.all().str.contains(r"\S\s*<[^<>]*@").any())).item()
    labels = source.cells.select(pl.any_horizontal(opens_with_label(pl.all()).any())).item()
    return sum(holders) > 1 or bool(entries) or bool(labels) or _has_names_beside(source)


def _is_in_one_column(source: Source) -> bool:
    """Tell whether all cells stand in one of several columns: a page that was copied cell by cell."""
    filled = source.cells.select(pl.all().is_not_null().any()).row(0)
    return len(filled) > 1 and sum(filled) == 1 and source.cells.height > 1


def _is_cut_at_commas(source: Source) -> bool:
    """Tell whether commas in names may have made more cells of them: names and addresses are all that a file has."""
    if source.delimiter != ",":
        return False
    if not has_header(source):
        return source.cells.width == 2 or source.cells.height == 1 or _has_names_beside(source)
    written = headers_written(source)
    told = [found.kind if (found := meaning(header)) else "" for header in written]
    return len(written) < len(source.headers) and ABOUT_PEOPLE.issuperset(told)


def _has_names_beside(source: Source) -> bool:
    """Tell whether several columns hold whole names, each once, or some cell holds entries that semicolons part."""
    cells = source.cells
    are_names = pl.all().str.contains(_WHOLE_NAME).all() & (pl.all().count() > 0)
    are_once = pl.all().drop_nulls().is_unique().all()
    whole = [
        names and once
        for names, once in zip(cells.select(are_names).row(0), cells.select(are_once).row(0), strict=True)
    ]
    parted = source.cells.select(pl.any_horizontal(pl.all().str.contains(";", literal=True).any())).item()
    return sum(whole) > 1 or bool(parted)


def _pasted(source: Source) -> pl.DataFrame:
    """Get a line an entry."""
    lines, blank = pasted(source), pl.lit(None, pl.String)
    return lines.hstack(_split(lines.get_column("name"))).with_columns(employee_id=blank, start_date=blank)


def _split(names: pl.Series) -> pl.DataFrame:
    """Get First Name, Last Name and full_name of whole names, split as those of an export are."""
    numbers = pl.int_range(names.len(), dtype=pl.UInt32, eager=True)
    rows = pl.DataFrame({"row_id": numbers, "source_row": numbers}).with_columns(not_people=pl.lit(None, pl.String))
    source = Source("", names.alias("Name").to_frame(), rows)
    return _tidied(source, {"full_name": ("Name",)}).select(_NAMES)


def _of_table(source: Source, columns: Mapping[str, tuple[str, ...]]) -> pl.DataFrame:
    """Get a line an address of each person; all addresses in columns of the person's own are used."""
    source = _with_row_of_names(source)
    rows, sure, is_bare = _tidied(source, columns), taken(suggest_columns(source)), not has_header(source)
    rows = rows.with_columns(bare_names(rows.get_column("full_name")))
    if is_bare:
        rows = rows.with_columns(pl.when(~_is_heading()).then(pl.col(*_NAMES)))
    cells = [name for name in rows.columns if name.startswith("source.")]
    own = [name for name in cells if _is_own(name.removeprefix("source."))]
    rows = rows.join(_links(source), on="row_id", how="left", maintain_order="left")
    found = pl.concat_str("Email Address", *own, "link", separator=" ", ignore_nulls=True).str.extract_all(ADDRESS)
    lines = rows.select(
        *_NAMES,
        # Numbers that only may be employee numbers tell nobody apart: they may be Keycafe's own.
        *(
            pl.col(name) if name in sure else pl.lit(None, pl.String).alias(name)
            for name in ("employee_id", "start_date")
        ),
        pl.col("row_id").alias(PERSON),
        found.alias("Email Address"),
        list_row="source_row",
        list_text=pl.concat_str(cells, separator=", ", ignore_nulls=True),
        list_doubt=_doubt(found, _beside(cells, columns, _NAMES), _beside(cells, columns, _SAY_WHO), is_bare=is_bare),
    )
    alone = lines.with_columns(_days(lines.get_column("start_date"))).explode("Email Address", empty_as_null=True)
    told = alone.with_columns(tidy_address(pl.col("Email Address"))).unique(
        [PERSON, "Email Address"], maintain_order=True
    )
    is_denied = pl.col("list_doubt").eq_missing(pl.lit(DENIED))
    return told.with_columns(pl.when(~is_denied).then(pl.col(*_NAMES, "Email Address", "employee_id", "start_date")))


def _is_heading() -> pl.Expr:
    """Yield whether a whole name without an address is that of a group or of what stands below it; never null."""
    return is_group("full_name") & pl.col("Email Address").is_null()


def _links(source: Source) -> pl.DataFrame:
    """Get the addresses to which links of the person's own cells lead (`link`), a line a row (`row_id`)."""
    led = source.findings.filter(pl.col("code").is_in(["linked_address", "linked_elsewhere"])).drop_nulls("row_id")
    own = [header for header in source.headers if _is_own(header)]
    of_person = led.filter((pl.col("code") == "linked_address") | pl.col("column").is_in(own))
    address = pl.coalesce("suggestion", "value").str.join(" ").alias("link")
    return of_person.group_by(pl.col("row_id").cast(pl.UInt32), maintain_order=True).agg(address)


def _beside(cells: list[str], columns: Mapping[str, tuple[str, ...]], kinds: Sequence[str]) -> list[str]:
    """Get the cells of no column of these kinds: beside names, addresses and numbers a column of states is one."""
    used = {f"source.{header}" for name in kinds for header in columns.get(name, ())}
    return [name for name in cells if name not in used]


def _doubt(addresses: pl.Expr, states: list[str], beside: list[str], *, is_bare: bool) -> pl.Expr:
    """Yield what is in doubt of a person of a table: a cell says no account, or one for addresses holds none.

    A word such as `Deleted` says so as a whole cell, with or without a day (`states`: cells that are no names). Without
    names of columns (`is_bare`) a further whole name may be somebody else's.
    """
    says = pl.concat_str([pl.lit(""), *beside], separator=" ", ignore_nulls=True)
    is_unread = (pl.col("Email Address").is_not_null() & (addresses.list.len() == 0)) | ~is_somebody()
    is_denied = denies(says, "denies")
    gone = [is_state_denied(pl.col(name)) for name in states]
    gone += [_is_said(pl.col(name)) for name in states if header_denies(name.removeprefix("source."))]
    is_gone = pl.any_horizontal(pl.lit(value=False), *gone)
    others = (pl.col(name).str.contains(_WHOLE_NAME) & is_bare for name in beside)
    is_several = pl.any_horizontal(pl.lit(value=False), *others)
    found = pl.when(is_denied | is_gone).then(pl.lit(DENIED)).when(is_unread).then(pl.lit(UNREAD))
    return found.when(is_several).then(pl.lit(UNSURE))


def _is_said(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell holds anything but a no or a word for nothing; never null."""
    is_no = flag_of(cell).eq_missing(pl.lit("false")) | is_placeholder(cell) | says_never(cell)
    return ((cell.str.strip_chars() != "") & ~is_no).fill_null(value=False)


def _tidied(source: Source, columns: Mapping[str, tuple[str, ...]]) -> pl.DataFrame:
    named = SourceSetup(headers=source.headers, columns=dict(columns))
    mapped = map_columns(Export((source,)), Setup(source=(named,))).filter(pl.col("not_people").is_null())
    return tidy(PipelineState.of(mapped), Setup()).rows


def _with_row_of_names(source: Source) -> Source:
    """Get the source with its row of column names as a person, where no name in it is known: it is one."""
    if source.header_row is None or has_header(source):
        return source
    first = pl.DataFrame([source.headers], schema=source.cells.schema, orient="row")
    row = {"row_id": [0], "source_row": [source.header_row], "not_people": [None]}
    rows = source.rows.with_columns(pl.col("row_id") + 1)
    above = pl.DataFrame(row, schema={name: rows.schema[name] for name in row})
    return replace(source, cells=pl.concat([first, source.cells]), rows=pl.concat([above, rows.select(above.columns)]))


def _is_own(header: str) -> bool:
    found = meaning(header)
    return found is None or found.kind not in _OTHERS


def _days(cells: pl.Series) -> pl.Series:
    """Get the days of a column of dates as YYYY-MM-DD; null: none."""
    days = read_dates(cells, _LAST_DAY, readings_of(cells, said=True)[""])
    return days.dt.to_string("%Y-%m-%d").alias(cells.name)
