"""The phase of `decide()` that asks about whoever has left, or comes, by a word in a column that is no status."""

import polars as pl

from keycafe_clean.columns.doubts import LEAVERS, Doubt
from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.findings import findings_of
from keycafe_clean.phases.doubting import asked_about
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.steps.coming_notes import say_who_comes
from keycafe_clean.steps.frame_columns import ACCOUNT_TYPE, PLACE_COLUMNS, source_headers
from keycafe_clean.steps.left_beside import may_say_who_left
from keycafe_clean.steps.left_notes import gives_reasons, has_reason, say_who_left, that_may_say_who_left
from keycafe_clean.steps.status import INACTIVE

#: Columns of ours whose cells are read too; the others have rules of their own.
_READ = (*PLACE_COLUMNS, ACCOUNT_TYPE)

#: Kinds of headers whose cells are other people, names, addresses and numbers.
_SPEAK_OF_OTHERS = frozenset(
    (
        "decoy", "sensitive", "First Name", "first_name_2", "Last Name", "last_name_2", "name_prefix", "birth_name",
        "father_name", "full_name", "name", "Email Address", "login", "badge", "Badge Code", "employee_id", "id",
        "counter",
    )
)  # fmt: skip

#: Kinds of headers whose cells may be remarks.
_OF_REMARKS = (None, "other")

#: More rows of one column are one question about it.
_MANY = 20


def ask_about_leavers(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about every row with a word in some column that says that the person has left; they wait.

    A reason for leaving says so too, unless a day that is still to come does. A column of which very many rows say so
    is one question for all of them. Rows that already wait for the same cell
    are not asked about again, and nothing is read of a column that is said to be none. Whoever begins in a later month
    by a word and its day is asked about likewise.
    """
    rows = _rows(state)
    headers = headers_about_rows(rows, context)
    for header in _speaking(rows, headers):
        state = _asked(state, rows.filter(_say_who_left(rows.get_column(f"source.{header}"), header, context)), header)
    for header in filter(gives_reasons, headers):
        state = _asked(state, rows.filter(has_reason(f"source.{header}"), pl.col("day.exit_date").is_null()), header)
    return _with_comers(state, context) if context.setup.leave_out_starters else state


def _with_comers(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about every row in play with a cell that says that the person begins in a later month."""
    for header in headers_about_rows(state.in_play, context):
        rows = state.in_play.filter(say_who_comes(state.in_play.get_column(f"source.{header}"), header, context.today))
        said = _unasked(state, rows.select("row_id", column=pl.lit(header), value=f"source.{header}"), header)
        state = state.found(findings_of("not_here_yet", said))
    return state


def _say_who_left(cells: pl.Series, header: str, context: RunContext) -> pl.Series:
    """Get whether each cell says that somebody has left; of remarks, whether it may, where another one surely does."""
    said = say_who_left(cells, header)
    if recognise(header) not in _OF_REMARKS or not said.any():
        return said
    return said | may_say_who_left(cells, header, context.today)


def _rows(state: PipelineState) -> pl.DataFrame:
    """Get the rows in play, with those that are combined into them and do not say themselves that they have left."""
    kept = state.in_play.get_column("row_id").implode()
    is_theirs = pl.coalesce("combined_into", "row_id").is_in(kept)
    speaks = pl.col("combined_into").is_null() | (pl.col("employment") != INACTIVE)
    return state.rows.filter(is_theirs & speaks)


def headers_about_rows(rows: pl.DataFrame, context: RunContext) -> list[str]:
    """Get the headers of columns that may say something of a row: none that names people, and none that is settled."""
    settled = {
        header
        for source in context.setup.source
        for column, headers in source.columns.items()
        for header in headers
        if column not in _READ
    }
    return [it for it in source_headers(rows) if it not in settled and recognise(it) not in _SPEAK_OF_OTHERS]


def _speaking(rows: pl.DataFrame, headers: list[str]) -> list[str]:
    """Get the headers of columns with a cell that may say so."""
    columns = {header: rows.get_column(f"source.{header}").unique() for header in headers}
    if not columns:
        return []
    said = that_may_say_who_left(pl.concat(column.alias("cell") for column in columns.values())).implode()
    return [header for header, cells in columns.items() if cells.is_in(said).any()]


def _asked(state: PipelineState, rows: pl.DataFrame, header: str) -> PipelineState:
    said = _unasked(state, _of_kept(rows, header), header)
    if said.is_empty():
        return state
    if said.height <= _MANY:
        return state.found(findings_of("left_note", said))
    return state.found(*asked_about(_doubt(header), said))


def _unasked(state: PipelineState, said: pl.DataFrame, header: str) -> pl.DataFrame:
    """Get what is said in rows that do not wait already for the answer about the column."""
    waiting = state.findings.filter(pl.col("code") == "column_open", pl.col("column") == header)
    return said.join(waiting.select("row_id"), on="row_id", how="anti", maintain_order="left")


def _of_kept(rows: pl.DataFrame, header: str) -> pl.DataFrame:
    """Get the kept row of each cell once, with where the cell stands if that is another row."""
    elsewhere = pl.format(" in row {}", "source_row")
    said = rows.select(
        pl.coalesce("combined_into", "row_id").alias("row_id"),
        column=pl.lit(header),
        value=f"source.{header}",
        reason=pl.when(pl.col("combined_into").is_not_null()).then(elsewhere),
    )
    own_first = pl.concat([said.filter(pl.col("reason").is_null()), said])
    return own_first.unique("row_id", keep="first", maintain_order=True)


def _doubt(header: str) -> Doubt:
    return Doubt("status", header, LEAVERS, 0, 0, is_named=False)
