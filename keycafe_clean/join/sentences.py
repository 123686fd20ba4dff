"""What became of the files that were joined, in counts and in words."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from keycafe_clean.export import Export, Joined, Source
from keycafe_clean.join.choose_key import in_words, rows_counted
from keycafe_clean.join.matched import FOUND, NAME, NOBODY, SEVERAL, ZEROS

#: How many rows met a file in a way, in words: of one row, and of several.
_WORDS = {
    NOBODY: ("1 is not in it", "{:,} are not in it"),
    SEVERAL: ("1 has rows there that differ", "{:,} have rows there that differ"),
    ZEROS: ("1 may have lost zeros in front of its key", "{:,} may have lost zeros in front of their keys"),
    NAME: ("1 has another name there", "{:,} have another name there"),
}


@dataclass(frozen=True)
class JoinCounts:
    """How a file was joined to a file of the export: its key there (None: that one has none), and counts of rows.

    `rows` are those of people in the export, and the sum of `found` to `name`; `belong_to_nobody` are rows of people in
    the joined file, of `rows_there`, that no file of the export has.
    """

    file: str
    to: str
    key: tuple[str, str] | None
    rows: int
    found: int
    nobody: int
    several: int
    zeros: int
    name: int
    rows_there: int
    belong_to_nobody: int


def join_counts(export: Export) -> tuple[JoinCounts, ...]:
    """Get the counts of every file that was joined, once for each file of the export."""
    return tuple(_counts(source, joined, export) for source in export.sources for joined in source.joined)


def join_in_words(export: Export) -> tuple[str, ...]:
    """Get a sentence for every file that was joined, once for each file of the export."""
    return tuple(map(_sentence, join_counts(export)))


def _counts(source: Source, joined: Joined, export: Export) -> JoinCounts:
    met = dict(joined.rows.group_by("met").len().rows())
    people = joined.other.rows.filter(pl.col("not_people").is_null()).get_column("row_id")
    same = [it.wanted for each in export.sources for it in each.joined if it.other is joined.other]
    return JoinCounts(
        file=joined.other.file,
        to=source.file,
        key=joined.key,
        rows=joined.rows.height,
        found=met.get(FOUND, 0),
        nobody=met.get(NOBODY, 0),
        several=met.get(SEVERAL, 0),
        zeros=met.get(ZEROS, 0),
        name=met.get(NAME, 0),
        rows_there=people.len(),
        belong_to_nobody=int((~people.is_in(pl.concat(same).implode())).sum()),
    )


def _sentence(counts: JoinCounts) -> str:
    if counts.key is None:
        return (
            f"{counts.file} has no key in common with {counts.to}: its {rows_counted(counts.rows)} found nothing there."
        )
    others = ", ".join(["", *_others(counts)])
    belong = "belongs" if counts.belong_to_nobody == 1 else "belong"
    there = f"{counts.belong_to_nobody:,} of its {rows_counted(counts.rows_there)} {belong} to nobody in the export"
    is_whole = counts.found == counts.rows and not counts.belong_to_nobody
    listed = "" if is_whole else " Each is listed in waiting.csv or notes.csv."
    said = f"{counts.found:,} of {rows_counted(counts.rows)} found theirs{others}"
    return f"{counts.file} was joined to {counts.to} by {in_words(counts.key)}: {said}; {there}.{listed}"


def _others(counts: JoinCounts) -> Iterator[str]:
    for met, (one, several) in _WORDS.items():
        if count := getattr(counts, met):
            yield one if count == 1 else several.format(count)
