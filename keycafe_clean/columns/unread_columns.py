"""Filled columns that nothing is read from: what stands in those without a name is said, people there are asked about.

In a column of remarks, or any other that is not used, people of whom no row is are said.
"""

from collections.abc import Collection

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.folding import folded_local, folded_name
from keycafe_clean.read.table.header_names import NAMELESS
from keycafe_clean.steps.full_name.order import is_given_name
from keycafe_clean.steps.placeholders import is_placeholder

#: Cells of a column that are told with their rows, and characters of each that are shown.
TOLD, SHOWN = 3, 60

#: More cells are no remarks.
MANY = 20

_ADDRESS = r"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+"

#: Two words with a capital each, as a first and a last name have, wherever they stand in a text.
_NAME = r"\p{Lu}[\p{L}'’-]*\p{Ll} \p{Lu}[\p{L}'’-]+"

#: Letters of a given name that begins such a name: it stands before another word with a capital.
_GIVEN = 3

#: A word that no name is made of: whoever is in a remark stands in a sentence, not alone as in a column of managers.
_OF_A_SENTENCE = r"(?:^|[\s,;:.(])\p{Ll}{4,}(?:$|[\s,;:.)])"

#: Letters of a word of a row that makes an address in it the row's own.
_WORD = r"^\p{L}{3,}$"


def nameless_columns(source: Source, elsewhere: Collection[str]) -> pl.DataFrame:
    """Get a question or a note (`FINDINGS` without a row) for each filled column without a name, in their order.

    It is a question where cells have the address, or name, of somebody who is in no other cell of the file. `elsewhere`
    are the headers that are used, asked about or said to be none. Cells beyond the end of a row, which are asked about
    with their rows, are not told again.
    """
    if source.header_row is None:
        return no_findings()
    headers = [
        it for it in source.headers if NAMELESS.fullmatch(it) and it not in source.beside and it not in elsewhere
    ]
    return pl.concat([no_findings(), *(_told(source, header, headers) for header in headers)])


def remarks_about_others(source: Source, elsewhere: Collection[str]) -> pl.DataFrame:
    """Get a note (`FINDINGS` without a row) for each column with sentences that have the address of somebody else.

    That is nobody of whom a cell of the file says anything else. `elsewhere` as in `nameless_columns()`. More than
    twenty such cells are no remarks.
    """
    headers = [it for it in source.headers if not NAMELESS.fullmatch(it) and it not in elsewhere]
    return pl.concat([no_findings(), *(_remarks(source, header) for header in headers)])


def _remarks(source: Source, header: str) -> pl.DataFrame:
    cells = source.cells.get_column(header)
    addressed = cells.str.contains(_ADDRESS)
    if not addressed.any():
        # Most columns have none, and the other patterns are dear.
        return no_findings()
    sentences = addressed & cells.str.replace_all(_ADDRESS, "").str.contains(_OF_A_SENTENCE)
    if not sentences.any():
        return no_findings()
    said = _filled(source, header)
    of_people = said.filter(pl.col("row_id").is_in(source.rows.filter(sentences).get_column("row_id").implode()))
    others = of_people.filter(_are_others(of_people, source, [header])).head(MANY + 1)
    if others.is_empty() or others.height > MANY:
        return no_findings()
    return findings_of("remark_people", pl.DataFrame({"value": [header], "reason": [_in_words(others, source)]}))


def _told(source: Source, header: str, nameless: Collection[str]) -> pl.DataFrame:
    cells = _filled(source, header)
    if cells.is_empty():
        return no_findings()
    people = cells.filter(_are_others(cells, source, nameless))
    if people.is_empty():
        return findings_of("nameless_column", pl.DataFrame({"value": [header], "reason": [_in_words(cells, source)]}))
    others = cells.height - people.height
    beside = f", beside {others:,} other filled cell{'' if others == 1 else 's'}" if others else ""
    return findings_of(
        "nameless_people", pl.DataFrame({"value": [header], "reason": [_in_words(people, source) + beside]})
    )


def _filled(source: Source, header: str) -> pl.DataFrame:
    """Get `row_id`, `source_row` and `cell` of the people with something in a column that is not asked about."""
    cells = source.rows.with_columns(cell=source.cells.get_column(header).str.strip_chars())
    asked = source.findings.filter(pl.col("column") == header).get_column("row_id").drop_nulls()
    return cells.filter(
        pl.col("not_people").is_null() & (pl.col("cell") != "") & ~is_placeholder(pl.col("cell")),
        ~pl.col("row_id").is_in(asked.implode()),
    )


def _are_others(cells: pl.DataFrame, source: Source, nameless: Collection[str]) -> pl.Series:
    """Tell which cells have an address or a name of somebody of whom no named column says anything."""
    named = [pl.col(it).fill_null("") for it in source.headers if it not in nameless]
    rows = source.rows.select("row_id").hstack(source.cells.select(text=pl.concat_str(*named, separator=" ")))
    rows = rows.with_columns(words=folded_name(pl.col("text")).str.split(" "))
    others = pl.concat([_other_addresses(cells, rows), _other_names(cells, rows)])
    return cells.get_column("row_id").is_in(others.implode())


def _other_addresses(cells: pl.DataFrame, rows: pl.DataFrame) -> pl.Series:
    """Get the row_id of cells with an address that stands in no row, and that has no word of its own row in it."""
    addresses = pl.col("text").str.to_lowercase().str.extract_all(_ADDRESS)
    known = rows.select(addresses.explode()).to_series().drop_nulls()
    found = _each(cells, pl.col("cell").str.to_lowercase().str.extract_all(_ADDRESS)).filter(
        ~pl.col("each").is_in(known.implode())
    )
    local = folded_local(pl.col("each")).str.replace_all(" ", "", literal=True)
    with_words = found.join(rows, on="row_id").explode("words").filter(pl.col("words").str.contains(_WORD))
    own = with_words.filter(local.str.contains(pl.col("words"), literal=True))
    return found.join(own, on=["row_id", "each"], how="anti").get_column("row_id")


def _other_names(cells: pl.DataFrame, rows: pl.DataFrame) -> pl.Series:
    """Get the row_id of cells with a usual given name before another word of a name that no row has."""
    known = rows.select(pl.col("words").explode()).to_series().unique()
    found = _each(cells, pl.col("cell").str.extract_all(_NAME)).filter(is_given_name(pl.col("each"), _GIVEN))
    last = folded_name(pl.col("each").str.extract(r" (\S+)$"))
    return found.filter(~last.is_in(known.implode())).get_column("row_id")


def _each(cells: pl.DataFrame, found: pl.Expr) -> pl.DataFrame:
    return cells.select("row_id", each=found).explode("each").drop_nulls()


def _in_words(cells: pl.DataFrame, source: Source) -> str:
    """Get the first cells with their rows, and how many more there are: `'ask Bo' in row 3 and 2 more`.

    Of many only how many they are: they are a column whose name is missing, and it may have said that it is private.
    So it is where a file has private columns: a comma too many puts their cells anywhere.
    """
    if cells.height > MANY or source.dropped:
        count = "1 cell" if cells.height == 1 else f"{cells.height:,} cells"
        return f"{count}, the first in row {cells.item(0, 'source_row'):,}"
    shown = cells.head(TOLD).select("cell", "source_row").rows()
    told = [f"'{cell if len(cell) <= SHOWN else f'{cell[:SHOWN]}...'}' in row {row:,}" for cell, row in shown]
    more = cells.height - len(told)
    return ", ".join(told) + (f" and {more:,} more" if more else "")
