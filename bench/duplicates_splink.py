"""Finds duplicates with Splink 5 on DuckDB: the yardstick of `duplicates.py`, which starts it in its own environment.

Its settings follow Splink's documentation: cells standardised before (it gets the keys that ours are compared by),
several narrow blocking rules, comparisons of its library with term frequencies, u from random pairs, the prior from
deterministic rules, m by expectation maximisation over two blocks.

Usage: python duplicates_splink.py KIND KEYS.parquet PAIRS.parquet (KIND: febrl, rldata, export or repeated)
"""

import json
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI
from splink.internals.blocking_rule_creator import BlockingRuleCreator
from splink.internals.comparison_creator import ComparisonCreator


@dataclass(frozen=True)
class Yardstick:
    """What Splink compares, blocks and learns by, for one kind of records."""

    comparisons: list[ComparisonCreator]
    blocking: list[BlockingRuleCreator]
    deterministic: list[BlockingRuleCreator]
    training: list[BlockingRuleCreator]


def _exact(column: str) -> ComparisonCreator:
    return cl.ExactMatch(column).configure(term_frequency_adjustments=True)


def _name(column: str) -> ComparisonCreator:
    return cl.NameComparison(column).configure(term_frequency_adjustments=True)


def _text(column: str) -> ComparisonCreator:
    return cl.JaroWinklerAtThresholds(column, [0.9, 0.8]).configure(term_frequency_adjustments=True)


def _digits(column: str) -> ComparisonCreator:
    return cl.DamerauLevenshteinAtThresholds(column, [1, 2])


FEBRL = Yardstick(
    comparisons=[
        _name("first"),
        _name("last"),
        _digits("soc_sec_id"),
        _digits("date_of_birth"),
        _exact("street_number"),
        _text("address_1"),
        _text("address_2"),
        _text("suburb"),
        _digits("postcode"),
        _exact("state"),
    ],
    blocking=[
        block_on("soc_sec_id"),
        block_on("date_of_birth"),
        block_on("first", "last"),
        block_on("first", "postcode"),
        block_on("last", "postcode"),
        block_on("address_1", "postcode"),
        block_on("street_number", "suburb"),
    ],
    deterministic=[block_on("soc_sec_id"), block_on("first", "last", "date_of_birth")],
    training=[block_on("date_of_birth"), block_on("soc_sec_id")],
)

RLDATA = Yardstick(
    comparisons=[_name("first"), _name("last"), _digits("by"), _digits("bm"), _digits("bd")],
    blocking=[
        block_on("first", "last"),
        block_on("first", "by"),
        block_on("last", "by"),
        block_on("by", "bm", "bd"),
        block_on("first", "bm", "bd"),
        block_on("last", "bm", "bd"),
    ],
    deterministic=[block_on("first", "last", "by", "bm"), block_on("last", "by", "bm", "bd")],
    training=[block_on("first", "last"), block_on("by", "bm", "bd")],
)

EXPORT = Yardstick(
    comparisons=[
        _name("first"),
        _name("last"),
        cl.EmailComparison("email"),
        _exact("employee_id"),
        _exact("badge"),
        _exact("start_date"),
        _exact("department"),
        _exact("location"),
    ],
    blocking=[
        block_on("employee_id"),
        block_on("badge"),
        block_on("email"),
        block_on("first", "last", "department"),
        block_on("first", "last", "location"),
        block_on("last", "start_date"),
        block_on("first", "start_date"),
    ],
    deterministic=[block_on("employee_id"), block_on("email", "last"), block_on("badge", "last")],
    training=[block_on("first", "last"), block_on("employee_id")],
)

REPEATED = Yardstick(
    comparisons=[_name("first"), _name("last"), _digits("start_date"), _exact("department"), _text("location")],
    blocking=[
        block_on("first", "last"),
        block_on("first", "start_date"),
        block_on("last", "start_date"),
        block_on("last", "department"),
        block_on("start_date", "location", "department"),
    ],
    deterministic=[block_on("first", "last", "start_date")],
    training=[block_on("first", "last"), block_on("start_date", "location")],
)

YARDSTICKS = {"febrl": FEBRL, "rldata": RLDATA, "export": EXPORT, "repeated": REPEATED}


def main(kind: str, keys: str, pairs: str) -> None:
    """Write the pairs (`left_row`, `right_row`, `score`) and print seconds and peak memory as JSON."""
    yardstick = YARDSTICKS[kind]
    connection = duckdb.connect()
    connection.execute("create table people as select * from read_parquet($1)", [keys])
    start, processor = time.perf_counter(), time.process_time()
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        comparisons=yardstick.comparisons,
        blocking_rules_to_generate_predictions=yardstick.blocking,
    )
    linker = Linker(DuckDBAPI(connection).register("people"), settings)
    linker.training.estimate_probability_two_random_records_match(yardstick.deterministic, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in yardstick.training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.001)
    scored = f"select row_l as left_row, row_r as right_row, match_probability as score from {predicted.physical_name}"  # noqa: S608  # Splink's own name
    connection.execute(f"copy ({scored}) to '{pairs}' (format parquet)")
    cost = {"seconds": time.perf_counter() - start, "processor": time.process_time() - processor}
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    print(json.dumps({**cost, "peak": int(peak.group(1)) * 1024 if peak else 0}))


if __name__ == "__main__":
    main(*sys.argv[1:])
