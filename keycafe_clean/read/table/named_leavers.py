"""Lines of text that name a person of the table and speak of leaving."""

from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from keycafe_clean.findings import LEAVE_OUT, findings_of, no_findings
from keycafe_clean.folding import without_accents
from keycafe_clean.read.table.known_headers import meanings
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.read.table.report_lines import is_report_line, is_signature
from keycafe_clean.read.table.row_facts import are_lines, filled_cells, row_facts

#: Rows that may be lines of text, and lines that are compared with every name.
_LINES, MOST = ("page", "heading"), 50

#: Words of the shortest line: a name and what is said of it.
FEWEST_WORDS = 3

#: What columns of names mean, in the orders in which a line writes a name.
ORDERS = (
    ("First Name", "name_prefix", "Last Name"),
    ("First Name", "Last Name"),
    ("Last Name", "First Name"),
    ("full_name",),
)


def named_leavers(table: Table) -> pl.DataFrame:
    """Get a question for each person whose whole name stands in a line of text that speaks of leaving.

    Lines are above, between and below the rows of people, and fill one cell. Who made a report has not left.
    """
    lines = _lines(table)
    names = names_of_people(table.cells, table.rows) if lines else pl.DataFrame()
    return pl.concat([no_findings(), *(_asked(names, row, line) for row, line in lines if names.width > 1)])


def _asked(names: pl.DataFrame, row: int, line: str) -> pl.DataFrame:
    said = pl.lit(f" {line} ")
    is_named = pl.any_horizontal(said.str.contains(pl.col(name), literal=True) for name in names.columns[1:])
    people = names.filter(is_named.fill_null(value=False)).select("row_id")
    return findings_of("named_leaver", people.with_columns(reason=pl.lit(str(row)), suggestion=pl.lit(LEAVE_OUT)))


def _lines(table: Table) -> list[tuple[int, str]]:
    """Get row in the file and words, as they are compared, of the lines that speak of leaving."""
    reasons = table.rows.get_column("not_people")
    places = (reasons.is_in(_LINES) | (are_lines(filled_cells(table.cells)) & reasons.is_null())).arg_true()
    first = row_facts(table.cells[places], places).select(source_row=_rows_of(table, places), line="first")
    above = pl.DataFrame(
        enumerate(table.preamble, table.grid.first_row),
        schema={"source_row": pl.UInt32, "line": pl.String},
        orient="row",
    )
    lines = pl.concat([above, first]).filter(pl.col("line").str.count_matches(r"\S+") >= FEWEST_WORDS)
    if lines.is_empty():
        # The words of all languages are dear to look for.
        return []
    said = lines.filter(~(is_report_line(pl.col("line")) | is_signature(pl.col("line"))))
    leaving = said.filter(_speak_of_leaving(said.get_column("line"))).head(MOST)
    return leaving.select("source_row", plain_text(pl.col("line"))).rows()


def _rows_of(table: Table, places: pl.Series) -> pl.Series:
    return table.rows.get_column("source_row").gather(places)


def _speak_of_leaving(lines: pl.Series) -> pl.Series:
    # Loaded when first needed, as the names of columns are.
    from keycafe_clean.steps.leavers import names_leavers  # noqa: PLC0415
    from keycafe_clean.steps.left_notes import say_who_left  # noqa: PLC0415

    named = lines.alias("line").to_frame().select(names_leavers(pl.col("line"))).to_series()
    return named | say_who_left(lines, "")


def names_of_people(cells: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the row_id of people and their names as lines write them, a blank before and behind; null for one word.

    `rows` has `not_people` of each row; row_id is the place in `cells`, from 0.
    """
    people = rows.get_column("not_people").is_null() & ~are_lines(filled_cells(cells))
    columns = dict(_by_meaning(cells.columns))
    written = [[columns[means] for means in order] for order in ORDERS if set(order) <= columns.keys()]
    named = cells.with_row_index("row_id").filter(people)
    whole = [plain_text(pl.concat_str(order, separator=" ")) for order in written]
    return named.select("row_id", *(_of_words(name).alias(str(at)) for at, name in enumerate(whole)))


def _by_meaning(headers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what a column of names means, and its name; a bare `name` is the last one beside a first, else whole."""
    found = meanings(headers)
    part = "Last Name" if "First Name" in found.values() else "full_name"
    for name, means in reversed(found.items()):
        yield part if means == "name" else means, name


def _of_words(name: pl.Expr) -> pl.Expr:
    """Yield a name of two words or more between blanks; one word is a word of anything."""
    return pl.when(name.str.contains(" ", literal=True)).then(pl.format(" {} ", name))


def plain_text(text: pl.Expr) -> pl.Expr:
    """Yield a text in small letters without accents, a single blank for all that is no letter."""
    return without_accents(text).str.replace_all(r"[^\p{L}\p{M}\p{N}]+", " ").str.strip_chars()


def joined_text(columns: Iterable[str]) -> pl.Expr:
    """Yield the `plain_text()` of several columns, one behind the other; a blank cell adds nothing but a blank."""
    return pl.concat_list(plain_text(pl.col(name).fill_null("")) for name in columns).list.join(" ")
