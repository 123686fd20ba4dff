"""What becomes of rows that found nothing in a file that belongs to the export, and where joined cells came from."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns import complete_setup
from keycafe_clean.columns.doubts import Doubt
from keycafe_clean.decide.conditions import first_of
from keycafe_clean.decide.edits import emptied_by_hand, without_answered
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import MissingColumn
from keycafe_clean.events import JOIN, events_of, no_events
from keycafe_clean.export import Export, Joined, Source
from keycafe_clean.findings import findings_of, thousands
from keycafe_clean.join import how_to_join
from keycafe_clean.join.matched import FOUND, NAME, NOBODY, SEVERAL, ZEROS
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.steps.frame_columns import ADDRESS, OWN_COLUMNS

#: Rows of people without their cells: `Joined.rows`, with the file, whether it may have addresses, and whether the
#: set-up says that who is not in it, and has none, is a SmartBox User.
_UNJOINED = {
    "row_id": pl.UInt32,
    "value": pl.String,
    "met": pl.String,
    "place": pl.String,
    "differs": pl.String,
    "may_leave": pl.Boolean,
    "name_there": pl.String,
    "file": pl.String,
    "key": pl.String,
    "has_addresses": pl.Boolean,
    "is_settled": pl.Boolean,
}

#: What a question is where its answer could change no file, as the row has its own address.
_KEPT = {
    "joined_several": "joined_several_kept",
    "joined_zeros": "joined_zeros_kept",
    "joined_name": "joined_name_kept",
}

#: How a row met the file -> the code of the question, and what its sentence shows.
_ASKED = {SEVERAL: ("joined_several", "differs"), ZEROS: ("joined_zeros", "value"), NAME: ("joined_name", "name_there")}


def unjoined_rows(export: Export, setup: Setup) -> pl.DataFrame:
    """Get a line (`_UNJOINED`) for every row and joined file of which it got no cell, file by file."""
    found = [_unjoined(joined, setup) for source in export.sources for joined in source.joined]
    return pl.concat([pl.DataFrame(schema=_UNJOINED), *found])


def _unjoined(joined: Joined, setup: Setup) -> pl.DataFrame:
    settled = any(join.smartbox_user_without_address for join in setup.joins_of(joined.other.headers))
    said = {
        "file": pl.lit(joined.other.file),
        "key": pl.lit(joined.key[0] if joined.key else None, pl.String),
        "has_addresses": pl.lit(bool(joined.addresses)),
        "is_settled": pl.lit(settled),
    }
    return joined.rows.filter(pl.col("met") != FOUND).with_columns(**said).select(*_UNJOINED)


def joined_cells(export: Export, setup: Setup, people: pl.DataFrame) -> pl.DataFrame:
    """Get an event of the step `join` for every cell of a column of ours that comes from another file.

    `before` is null, as the export itself has nothing there; `cause` is the row and the file.
    """
    found = [_of_source(source, setup, people) for source in export.sources if source.joined]
    return pl.concat([no_events(), *(event for events in found for event in events)])


def _of_source(source: Source, setup: Setup, people: pl.DataFrame) -> Iterator[pl.DataFrame]:
    taken = pl.concat([joined.taken for joined in source.joined])
    for ours, headers in setup.columns_for(source.headers).items():
        if ours in (*IMPORT_COLUMNS, *OWN_COLUMNS):
            here = taken.filter(pl.col("header").is_in(list(headers))).unique(
                "row_id", keep="first", maintain_order=True
            )
            cells = here.join(people.select("row_id", after=ours), on="row_id", maintain_order="left")
            told = cells.select("row_id", "after", cause="place", column=pl.lit(ours)).drop_nulls("after")
            yield events_of(JOIN, told)


def completed_setup(setup: Setup, export: Export) -> tuple[Setup, pl.DataFrame, tuple[Doubt, ...]]:
    """Get `complete_setup()`; of a file without names and addresses it is said to which other one it may belong.

    MissingColumn: a file has no column for anybody's name or address.
    """
    try:
        return complete_setup(setup, export)
    except MissingColumn as missing:
        raise MissingColumn(" ".join(filter(None, [str(missing), how_to_join(export, setup)]))) from None


def ask_about_joined(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about rows that found nothing in a file that belongs to the export, where that could change who goes in.

    Nobody becomes a SmartBox User because a list of addresses lacks them: they wait for one answer about all, or for
    one about their row. The others are notes.
    """
    state = state.found(_kept_of_left_out(state))
    if state.unjoined.is_empty():
        return state
    rows = state.in_play.select("row_id", is_without=_would_be_smartbox_user(context.setup))
    open_ones = state.unjoined.join(rows, on="row_id", maintain_order="left")
    without = _of_nobody(open_ones)
    of_rows = findings_of("joined_without_address", without.filter("is_asked").with_columns(column=pl.lit(ADDRESS)))
    # An address that somebody has left blank is one that is not there: it is right as it is.
    blank = emptied_by_hand(context.resolved, state.rows)
    asked = of_rows.join(blank, on=["row_id", "column"], how="anti", maintain_order="left")
    unanswered = without_answered(asked, context.resolved, state.rows)
    noted = findings_of("joined_nobody", without.filter(~pl.col("is_asked")))
    return state.found(_of_all(unanswered), asked, noted, *_of_others(open_ones))


def _kept_of_left_out(state: PipelineState) -> pl.DataFrame:
    """Get a note for every cell of somebody left out that another file has otherwise: nobody is asked about those."""
    out = state.rows.filter(pl.col("left_out_reason").is_not_null(), pl.col("combined_into").is_null())
    is_out = pl.col("row_id").is_in(out.get_column("row_id").implode())
    return findings_of("joined_cell_kept", state.findings.filter(pl.col("code") == "joined_cell_differs", is_out))


def _would_be_smartbox_user(setup: Setup) -> pl.Expr:
    """Yield whether a row becomes a SmartBox User for want of an address alone, and nobody said so; never null."""
    by_rule = first_of(setup.rule, {"full_user": pl.lit("full"), "smartbox_user": pl.lit("smartbox")})
    unsaid = pl.col(ADDRESS).is_null() & pl.col("SmartBox User").is_null()
    return unsaid & by_rule.is_null() & pl.lit(setup.defaults.smartbox_user_without_address)


def _of_nobody(open_ones: pl.DataFrame) -> pl.DataFrame:
    """Get the rows that a file does not have, with the words for that, and whether each is asked about."""
    lacking = pl.format("{} does not have '{}' ({})", "file", "value", "key")
    blank = pl.format("nothing stands in '{}', by which {} is joined", "key", "file")
    keyless = pl.format("its file has no column by which {} is joined", "file")
    is_asked = pl.col("is_without") & pl.col("has_addresses") & ~pl.col("is_settled")
    lost = open_ones.filter(pl.col("met") == NOBODY)
    return lost.select("row_id", reason=pl.coalesce(lacking, blank, keyless), is_asked=is_asked, value="file")


def _of_all(asked: pl.DataFrame) -> pl.DataFrame:
    """Get a question a file for all whom it lacks."""
    people = pl.when(pl.col("count") == 1).then(pl.lit("1 person has"))
    counted = asked.group_by("value", maintain_order=True).agg(count=pl.len())
    words = people.otherwise(thousands(pl.col("count")) + " people have")
    return findings_of("joined_without_addresses", counted.with_columns(reason=words))


def _of_others(open_ones: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield questions about rows whose key may not be theirs, and notes where no answer could change a file."""
    for met, (code, shown) in _ASKED.items():
        here = open_ones.filter(pl.col("met") == met)
        missing = pl.when("is_without").then(pl.lit(ADDRESS))
        told = here.select(
            "row_id", "is_without", "may_leave", value=shown, reason=pl.coalesce("place", "file"), column=missing
        )
        is_open = pl.col("is_without") | pl.col("may_leave")
        yield findings_of(code, told.filter(is_open))
        yield findings_of(_KEPT[code], told.filter(~is_open))
