"""The open questions of a run: what waits for an answer, and the words that are one."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.article.validate import validate
from keycafe_clean.decide.answer_words import ANSWERS, TWO_PEOPLE, Kind, choices, how_to_answer, new_cells
from keycafe_clean.findings import in_words
from keycafe_clean.pipeline import Cleaned

#: What tells one question from another.
QUESTION = ("row_id", "column", "code")

#: What a `Kind` is made of.
KIND = ("column", "severity", "suggestion", "is_pair", "is_broken")


def open_questions(cleaned: Cleaned) -> pl.DataFrame:
    """Get every open question and fix about a row that waits, in order: the findings, each once.

    With file and source_row, `sentence` and `advice`, and the cells of a `Kind`: `is_pair`, `is_broken`. A suggestion
    that nobody could take is none.
    """
    waiting = cleaned.rows.filter(pl.col("outcome") == "waiting")
    asked = cleaned.findings.filter(pl.col("severity") != "note").join(waiting, on="row_id", how="semi")
    said = in_words(asked, cleaned.rows).unique(QUESTION, keep="first", maintain_order=True)
    placed = said.join(waiting.select("row_id", "file", "source_row"), on="row_id", maintain_order="left")
    broken = _broken(waiting).with_columns(is_broken=pl.lit(value=True))
    told = placed.join(broken, on=["row_id", "column"], how="left", maintain_order="left")
    return _usable(told).with_columns(
        pl.col("is_broken").fill_null(value=False), is_pair=pl.col("other_row_id").is_not_null()
    )


def ways_to_answer(questions: pl.DataFrame) -> pl.Series:
    """Get the sentence with the words that answer each of `open_questions()`."""
    kinds = questions.select(KIND).with_columns(suggestion=_is_there("suggestion"))
    distinct = kinds.unique(maintain_order=True)
    ways = distinct.with_columns(
        ways=pl.Series([how_to_answer(Kind(*kind)) for kind in distinct.rows()], dtype=pl.String)
    )
    return kinds.join(ways, on=KIND, how="left", nulls_equal=True, maintain_order="left").get_column("ways")


def answer_choices(questions: pl.DataFrame, cleaned: Cleaned) -> pl.Series:
    """Get what may be chosen as an answer to each of `open_questions()`: a list a row, the likeliest first.

    Of two rows with one address either may keep it: `two people: row 12` says which. No choice has a comma, which parts
    those of a drop-down.
    """
    kinds = [Kind(*kind) for kind in questions.select(KIND).rows()]
    keepers = _keepers(questions, cleaned).to_list()
    lists = [list(_with_keepers(choices(kind), rows)) for kind, rows in zip(kinds, keepers, strict=True)]
    return pl.Series("choices", lists, dtype=pl.List(pl.String))


def _with_keepers(words: tuple[str, ...], rows: list[int] | None) -> Iterator[str]:
    for word in words:
        yield from (f"{word}: row {row}" for row in rows) if rows and word == TWO_PEOPLE else (word,)


def _keepers(questions: pl.DataFrame, cleaned: Cleaned) -> pl.Series:
    """Get the numbers of the two rows, in the order of the file, that a question is about and that share an address.

    Null of any other question, and where the two have one number, in two files.
    """
    rows = cleaned.rows.select("row_id", place="source_row", key=email_key("Email Address"))
    others = rows.rename({"row_id": "other_row_id", "place": "other_place", "key": "other_key"})
    asked = questions.select("row_id", "other_row_id")
    both = asked.join(rows, on="row_id", how="left", maintain_order="left")
    both = both.join(others, on="other_row_id", how="left", maintain_order="left")
    is_one = (pl.col("key") == pl.col("other_key")) & (pl.col("place") != pl.col("other_place"))
    listed = pl.concat_list("place", "other_place").list.sort()
    return both.select(keepers=pl.when(is_one.fill_null(value=False)).then(listed)).to_series()


def _is_there(column: str) -> pl.Expr:
    return pl.when(pl.col(column).is_not_null()).then(pl.lit("there"))


def _broken(waiting: pl.DataFrame) -> pl.DataFrame:
    """Get the cells (row_id, column) that the article refuses: a question may stand before that."""
    return validate(waiting).select("row_id", "column").unique()


def _usable(questions: pl.DataFrame) -> pl.DataFrame:
    """Get the questions without the suggestions that are neither a word of an answer nor a cell of their column."""
    made = questions.filter(pl.col("column").is_in(IMPORT_COLUMNS)).select("column", "suggestion").drop_nulls().unique()
    cells = new_cells(made.rename({"suggestion": "text"}))
    unusable = made.filter(cells.is_null() & ~pl.col("suggestion").is_in(ANSWERS))
    marked = questions.join(
        unusable.with_columns(is_bad=pl.lit(value=True)),
        on=["column", "suggestion"],
        how="left",
        maintain_order="left",
    )
    return marked.with_columns(suggestion=pl.when(pl.col("is_bad").is_null()).then("suggestion")).drop("is_bad")
