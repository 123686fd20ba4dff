"""Two files of one export that may belong together: one has no names or no addresses, and both have one key."""

from collections.abc import Iterator
from itertools import combinations

import polars as pl

from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.export import Export
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.join.choose_key import found_key, in_words
from keycafe_clean.join.meeting import meet
from keycafe_clean.join.possible_keys import SHARED
from keycafe_clean.join.said_keys import Key
from keycafe_clean.join.side import Side


def may_belong_together(export: Export, setup: Setup) -> pl.DataFrame:
    """Get a question (`FINDINGS`) for every two files that may belong together, and one for each row that is in both.

    One of the two has no names, and nine tenths of the rows of one have their key in the other. Nothing is joined by
    itself; until somebody says so, who is in both would go in twice, once without a name. Where both have names and
    one has the addresses it is a note: duplicates are found there as in one file.
    """
    sides = [Side(source, setup) for source in export.sources]
    found = [finding for pair in combinations(sides, 2) for finding in _of_two(*pair)]
    return pl.concat([no_findings(), *found])


def how_to_join(export: Export, setup: Setup) -> str:
    """Get what to type where files of the export may belong together, as a sentence; empty where none do."""
    asked = may_belong_together(export, setup).filter(pl.col("row_id").is_null())
    told = asked.unique(["value", "reason"], keep="first", maintain_order=True).select("value", "reason").rows()
    return " ".join(f"If {value} belongs to {reason}, say: {reason} --join {value}." for value, reason in told)


def _of_two(one: Side, other: Side) -> Iterator[pl.DataFrame]:
    for here, there in ((one, other), (other, one)):
        is_nameless = bool(here.name_headers) and not there.name_headers
        has_addresses = bool(there.name_headers and there.addresses) and not here.addresses
        if (is_nameless or has_addresses) and (key := _key(here, there)):
            about = {"value": there.source.file, "reason": here.source.file, "column": in_words(key)}
            yield findings_of("may_belong_together" if is_nameless else "may_have_addresses", pl.DataFrame([about]))
            yield from _in_both(here, there, key) if is_nameless else ()


def _key(here: Side, there: Side) -> Key | None:
    try:
        key = found_key(here, there)
    except SetupError:
        return None
    if key is None:
        return None
    mine, theirs = here.keys(key[0]), there.keys(key[1])
    shares = (_share(mine, theirs), _share(theirs, mine))
    return key if max(shares) >= SHARED else None


def _share(keys: pl.DataFrame, others: pl.DataFrame) -> float:
    return meet(keys, others).get_column("target").count() / keys.height


def _in_both(here: Side, there: Side, key: Key) -> Iterator[pl.DataFrame]:
    """Yield a question for every row of the two files whose key stands in the other one."""
    keys, others = here.keys(key[0]), there.keys(key[1])
    for one, other, beside in ((keys, others, there), (others, keys, here)):
        met = meet(one, other).filter(pl.col("target").is_not_null())
        yield findings_of("may_belong_to_other", met.select("row_id", "value", reason=pl.lit(beside.source.file)))
