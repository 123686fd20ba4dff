"""Of each cluster one row is kept, and the others help to fill its blanks."""

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns.suggestion import IN_WORDS
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.folding import folded_name, folded_names
from keycafe_clean.match.identity_keys import cell_of, present_start
from keycafe_clean.match.open_names import has_open_name, name_letters, same_letters
from keycafe_clean.steps.frame_columns import FULL_NAME

#: What is compared with the kept row and never filled; an end that another row does not have is one as well.
_LAST_DAY, _BLANK = "exit_date", "(blank)"
_COMPARED = (FULL_NAME, _LAST_DAY)

#: What else of a row may change who goes in, beside what is filled.
_DECIDING = ("full_name", "exit_date", "rehire_date", "employment")

#: What goes from the first of the alphabet on, where nothing else tells; all other cells from the last on.
_ASCENDING = ("First Name", "Last Name", "full_name", "employee_id")

#: Small words in front of a name.
_PARTICLES = r"^((?:\p{Ll}+['’]?\s*)+)\p{Lu}"

#: What the other rows of a person may fill. Not who works here: an ended row would end the active one.
FILLED = (*IMPORT_COLUMNS, "employee_id", "start_date", "department", "location")


def combine(rows: pl.DataFrame, beside: pl.DataFrame) -> pl.DataFrame:
    """Set `combined_into` on every row of a cluster but the one that is kept, and fill the blanks of that one.

    The kept row is the first `in_order_of_keeping()`. `combined_into` is the row_id of the kept row; it is null for
    kept rows and those that stand alone. Keeps every row, in order. `beside` is `cells_beside_kept()` of the rows.
    """
    combined = beside.select("row_id", combined_into="kept").unique()
    marked = rows.join(combined, on="row_id", how="left", maintain_order="left")
    return _filled(marked, filled_cells(beside))


def filled_cells(beside: pl.DataFrame) -> pl.DataFrame:
    """Get the cells that `combine()` fills: `row_id` (the kept row), `column`, `after`, `other_row_id` (its source).

    Blanks, initials of names that are written out elsewhere, and names that have their accents or particles there. The
    first such cell counts, the best of the other rows first; in the order of kept rows, then of columns by name. An
    open name is cut only as the same name is. Takes what `cells_beside_kept()` returns.
    """
    is_settled = ~pl.col("column").is_in(_ASCENDING[:2]) | ~pl.col("kept_open") | pl.col("same_name")
    cells = beside.filter(pl.col("value").is_not_null() & ~pl.col("column").is_in(_COMPARED) & is_settled)
    blank = cells.filter(pl.col("kept_value").is_null() | _are_fuller_names(cells))
    first = blank.sort("kept", "column", "rank").unique(["kept", "column"], keep="first", maintain_order=True)
    return first.select(row_id="kept", column="column", after="value", other_row_id="row_id")


def _are_fuller_names(beside: pl.DataFrame) -> pl.Series:
    """Get which values beside a kept name are the same, but fuller: `Jo` of `J.`, `José` of `Jose`; never null."""
    is_name = pl.col("column").is_in(_ASCENDING[:2]) & (pl.col("value") != pl.col("kept_value"))
    names = beside.with_row_index("place").filter(is_name)
    fuller = pl.repeat(value=False, n=beside.height, eager=True)
    if names.is_empty():
        return fuller
    letters, written = pl.col("letters"), pl.col("written")
    folded = {"letters": "kept_value", "written": "value"}
    pairs = names.with_columns(folded_names(names.get_column(name)).alias(key) for key, name in folded.items())
    is_initial = (letters.str.len_chars() == 1) & written.str.contains(r"^\p{L}{2}") & written.str.starts_with(letters)
    is_accented = (letters == written) & (_accents(pl.col("value")) > _accents(pl.col("kept_value")))
    particles = pl.col("value").str.extract(_PARTICLES)
    has_particles = particles.is_not_null() & (written == folded_name(pl.concat_str(particles, "kept_value")))
    told = pairs.filter(is_initial | is_accented | has_particles)
    return fuller.scatter(told.get_column("place"), [True] * told.height)


def contradicting_cells(beside: pl.DataFrame) -> pl.DataFrame:
    """Get a note for every cell of a combined row that says something else than the kept row (letter case apart).

    Of names signs make no difference, and a whole one counts where the kept one is not cut. `FINDINGS` about the kept
    row (`suggestion` is its cell, `other_row_id` the combined one), in the order of kept rows, the last day first. A
    blank says nothing, but of a last day that the kept row has, and that counts. Takes what `cells_beside_kept()`
    returns.
    """
    if beside.is_empty():
        return no_findings()
    both = [pl.col(name).str.to_lowercase() for name in ("value", "kept_value")]
    is_name = pl.col("column").is_in(_ASCENDING[:3])
    value, kept = (pl.when(is_name).then(name_letters(cell)).otherwise(cell) for cell in both)
    counts = (pl.col("column") != FULL_NAME) | (pl.col("kept_open") & ~pl.col("same_name"))
    told = _ends_said(beside).filter((value != kept) & counts & ~_are_fuller_names(beside))
    told = told.sort("kept", "rank", pl.col("column") != _LAST_DAY, "column")
    return findings_of(
        "combined_differently",
        told.select(
            pl.col("column").replace(IN_WORDS), "value", row_id="kept", suggestion="kept_value", other_row_id="row_id"
        ),
    )


def _ends_said(beside: pl.DataFrame) -> pl.DataFrame:
    """Get the cells with a word for a last day that is missing."""
    is_end = pl.col("column") == _LAST_DAY
    said = pl.when(is_end).then(pl.col("value").fill_null(_BLANK)).otherwise("value")
    return beside.with_columns(value=said)


def ranked(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows that have a `cluster_id`, cluster by cluster, and `rank`: 0 is kept, the others count on.

    Keeps every column. Clusters are in the order of their ids, rows `in_order_of_keeping()`; a row without one is left
    off.
    """
    clustered = rows.filter(pl.col("cluster_id").is_not_null())
    ordered = clustered.join(in_order_of_keeping(clustered), on="row_id").sort("cluster_id", "place").drop("place")
    return ordered.with_columns(rank=pl.int_range(pl.len()).over("cluster_id"))


def in_order_of_keeping(rows: pl.DataFrame) -> pl.DataFrame:
    """Get `row_id` and `place` (0 first) of rows: of one person's, or of one address's, the first is kept.

    The chosen row first (`is_chosen`, by an answer), then the one that works here (`is_active`; not known ranks
    between, `is_outdated` last), today rather than later, with the better address (`address_rank`), the name that its
    address has, the fuller, the later start, with more of a first name than its initial, the commoner name
    (`name_count`: a slip is rare), the one of more words, the one with its accents, and the older number. What is still
    equal is told apart by its cells, so that the order of the file decides between rows only that say the same; of
    those the last is first.
    """
    if rows.is_empty():
        # Patterns are compiled for nothing, too, and in most exports nobody is twice.
        return rows.select("row_id").with_row_index("place")
    tests = {
        "chosen": _told(rows, "is_chosen").fill_null(value=False),
        "works": _works(rows),
        "today": (_told(rows, "employment", pl.String()) == "active").fill_null(value=False),
        "address": _told(rows, "address_rank", pl.UInt8()).fill_null(0),
        "spelt": _parts_in_address(rows),
        "fullness": pl.sum_horizontal(pl.col(_fillable(rows)).is_not_null()),
        "start": present_start(rows),
        "spelled_out": (_words(_told(rows, "First Name", pl.String())) > 0).fill_null(value=False),
        "common": _told(rows, "name_count", pl.UInt32()),
        "words": pl.sum_horizontal(pl.lit(0), *(_words(pl.col(column)) for column in _names(rows))),
        "accents": pl.sum_horizontal(pl.lit(0), *(_accents(cell_of(rows, column)) for column in _ASCENDING[:3])),
        "number_length": -_told(rows, "employee_id", pl.String()).str.len_chars().cast(pl.Int64),
    }
    cells = [column for column in rows.columns if column in FILLED + _DECIDING]
    told = rows.select("row_id", *(test.alias(name) for name, test in tests.items()), *cells)
    is_descending = [name not in _ASCENDING for name in told.columns[1:]]
    ordered = told.sort(*told.columns[1:], "row_id", descending=[*is_descending, True], nulls_last=True)
    return ordered.select("row_id").with_row_index("place")


def _works(rows: pl.DataFrame) -> pl.Expr:
    known = _told(rows, "is_active")
    return (
        pl.when(_told(rows, "is_outdated")).then(-1).when(known.is_null()).then(1).otherwise(known.cast(pl.Int32) * 2)
    )


def _told(rows: pl.DataFrame, column: str, kind: pl.DataType | None = None) -> pl.Expr:
    return pl.col(column) if column in rows.columns else pl.lit(None, kind or pl.Boolean())


def _words(name: pl.Expr) -> pl.Expr:
    return folded_name(name).str.count_matches(r"\w{2,}")


def _accents(name: pl.Expr) -> pl.Expr:
    """Yield how many letters have an accent, or are others than plain ones: `ø`, `đ`."""
    return name.str.normalize("NFKD").str.count_matches(r"\p{M}|[\p{Latin}--\p{ASCII}]")


def _parts_in_address(rows: pl.DataFrame) -> pl.Expr:
    """Yield how many parts of the name are in the address, as they stand there: no slip, nickname or initial is."""
    if "Email Address" not in rows.columns:
        return pl.lit(0)
    mailbox = _letters(pl.col("Email Address").str.extract("^([^@]+)@"))
    parts = [_letters(pl.col(part)) for part in _names(rows)]
    there = (
        mailbox.str.contains(part, literal=True) & (_words(pl.col(name)) > 0)
        for name, part in zip(_names(rows), parts, strict=True)
    )
    return pl.sum_horizontal(pl.lit(0), *(part.fill_null(value=False) for part in there))


def _letters(text: pl.Expr) -> pl.Expr:
    return folded_name(text).str.replace_all(" ", "", literal=True)


def _names(rows: pl.DataFrame) -> list[str]:
    return [column for column in ("First Name", "Last Name") if column in rows.columns]


def cells_beside_kept(rows: pl.DataFrame) -> pl.DataFrame:
    """Get one line a cell of the rows that are not kept: row_id, rank, column, value, kept (its row_id), kept_value.

    `kept_open` says that the name of the kept row could not be cut, `same_name` that the other row has the same one,
    blanks, signs, letter case and order apart. Takes the rows as `match_certain()` returns them, and tells the columns
    `FILLED` that they have, full_name and exit_date, in no order. A blank cell is a line too; a null value or
    kept_value is blank. Rows that stand alone are in none.
    """
    columns = [*_fillable(rows), *(name for name in _COMPARED if name in rows.columns)]
    told = ranked(rows).with_columns(is_open=has_open_name(rows), letters=same_letters(rows))
    index = ["row_id", "cluster_id", "rank", "is_open", "letters"]
    long = told.select(*index, *columns).unpivot(columns, index=index, variable_name="column")
    kept = long.filter(pl.col("rank") == 0).select(
        "cluster_id", "column", kept="row_id", kept_value="value", kept_open="is_open", kept_letters="letters"
    )
    beside = long.filter(pl.col("rank") > 0).join(kept, on=["cluster_id", "column"])
    same_name = (pl.col("letters") == pl.col("kept_letters")).fill_null(value=False)
    return beside.with_columns(same_name=same_name).drop("is_open", "letters", "kept_letters")


def _fillable(rows: pl.DataFrame) -> list[str]:
    return [column for column in FILLED if column in rows.columns]


def _filled(rows: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    for column in cells.get_column("column").unique(maintain_order=True):
        here = cells.filter(pl.col("column") == column).select("row_id", "after")
        joined = rows.join(here, on="row_id", how="left", maintain_order="left")
        rows = joined.with_columns(pl.coalesce("after", column).alias(column)).drop("after")
    return rows
