"""The frame of the pipeline: each column, which phase adds it, and what null means there."""

import re
from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS
from keycafe_clean.steps.date_habits import READINGS


@dataclass(frozen=True)
class Column:
    """One column, or several that are named alike (`name` is then a pattern)."""

    name: str
    dtype: type[pl.DataType]
    #: `map_columns`, or the name of the phase
    added_by: str
    #: what a null means
    null: str


def _texts(added_by: str, null: str, *names: str) -> tuple[Column, ...]:
    return tuple(Column(name, pl.String, added_by, null) for name in names)


_STATE = r"(status|account|active|disabled|leave)_\d+"

#: Every column of the working frame. No other may be in it (`undeclared`).
FRAME: tuple[Column, ...] = (
    Column("row_id", pl.UInt32, "map_columns", "never"),
    Column("source_row", pl.UInt32, "map_columns", "never"),
    *_texts("map_columns", "never", "file", "export"),
    *_texts("map_columns", "a person", "not_people"),
    *_texts("map_columns", "a blank cell, or nothing is mapped", *(c for c in IMPORT_COLUMNS if c not in FLAGS)),
    *_texts("map_columns", "not said yet; a user type and flags are chosen later", *FLAGS),
    *_texts("map_columns", "a blank cell, or nothing is mapped", "full_name", "name_prefix", "employee_id"),
    *_texts("map_columns", "a blank cell, or nothing is mapped", "exit_date", "start_date"),
    *_texts("map_columns", "a blank cell, or nothing is mapped", "rehire_date", "department", "location"),
    *_texts("map_columns", "a blank cell, or nothing is mapped", "account_type"),
    *_texts("map_columns", "neither header nor set-up says", "name_order"),
    *_texts("map_columns", "a blank cell, or a source without that header", _STATE),
    *_texts("map_columns", "a blank cell as it was read", r"raw\..+"),
    *_texts("map_columns", "a blank cell as it was read, or a source without that header", r"source\..+"),
    Column(r"evidence\..+", pl.UInt64, "map_columns", "a blank private cell, or a source without such a column"),
    *_texts("tidy", "no such mark in the name", "left_mark", "vacant_mark", "bracket_mark"),
    *_texts("tidy", "nothing to suggest", "doubted_address", r"likely_.+"),
    *_texts("tidy", "no address shows the name the other way round", r"turned_(first|last)_name"),
    Column(r"order_decides\.full_name", pl.Boolean, "tidy", "never"),
    *_texts("read_states", "a blank cell, or one that says nothing", rf"meaning\.{_STATE}"),
    Column(r"until\.status_\d+", pl.Date, "read_states", "a cell that says no day"),
    Column(r"(latest_)?since\.status_\d+", pl.Date, "read_states", "a cell that says no first day"),
    Column(
        rf"day\.(exit|start|rehire)_date(\.({'|'.join(READINGS)}))?",
        pl.Date,
        "read_states",
        "blank, no date, or a way to say never",
    ),
    Column(r"may_say_never\.exit_date", pl.Boolean, "read_states", "never"),
    Column(r"past_day\..+", pl.Date, "read_states", "the year is written whole; gone once the day is settled"),
    Column(r"day\.source\..+", pl.Date, "read_rule_days", "blank, no date, or a way to say never"),
    *_texts("judge_employment", "never", "employment"),
    *_texts("judge_employment", "active, or a word that nobody knows", r"employment_(reason|column|value)"),
    Column(r"order_decides\.(exit|start|rehire)_date\..+", pl.Boolean, "judge_employment", "never"),
    *_texts("judge_employment", "nothing contradicts the status", r"contradicted_(column|value|by)"),
    Column("is_active", pl.Boolean, "judge_employment", "a word that nobody knows"),
    Column("cluster_id", pl.UInt32, "combine_certain", "the row is a person by itself"),
    Column("address_rank", pl.UInt8, "combine_certain", "never"),
    Column("name_count", pl.UInt32, "combine_certain", "never"),
    Column("is_outdated", pl.Boolean, "combine_certain", "never"),
    Column("is_chosen", pl.Boolean, "combine_certain", "never"),
    Column("combined_into", pl.UInt32, "PipelineState.of", "the row is kept"),
    *_texts("PipelineState.of", "the row may go in", "left_out_reason"),
    *_texts("choose_users", "SmartBox User is neither true nor false", "user_type"),
)


def undeclared(frame: pl.DataFrame) -> dict[str, pl.DataType]:
    """Get the columns of a frame that `FRAME` does not have, or has with another type."""
    return {name: dtype for name, dtype in frame.schema.items() if not any(_is(it, name, dtype) for it in FRAME)}


def _is(column: Column, name: str, dtype: pl.DataType) -> bool:
    return dtype == column.dtype and re.fullmatch(column.name, name, re.DOTALL) is not None
