"""What the lines about one person say of others, masked: it is not theirs to be given (GDPR Art. 15(4))."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from keycafe_clean.decide.decisions import OTHER
from keycafe_clean.decide.who import WHO
from keycafe_clean.privacy.their_lines import TheirLines
from keycafe_clean.privacy.traces import Traces

#: What stands in the place of somebody else.
ANOTHER = "another person"

#: Who decided, and who noted what Keycafe said: whoever works with the job is somebody else too.
_BY = ("by", "answered_by")

#: The cells of a line (`history.HISTORY`) that tell whose it is.
_OWN = ("name", "first_name", "last_name", "email", "address", "employee_id", "number_as_read")


def without_others(held: Mapping[str, pl.DataFrame], person: TheirLines) -> dict[str, pl.DataFrame]:
    """Get what is held of a person, by file, with `ANOTHER` for everybody else; what both have stays.

    Whoever is in the job is known by name, address and number, in every cell; of a decision about two people the side
    that is not the person's is masked whole, and so is whoever decided.
    """
    hidden = {file: _hidden_sides(lines, person) for file, lines in held.items()}
    texts = [text for lines in hidden.values() for column in lines for text in column.drop_nulls()]
    others = _said(Traces.of(person.others, person.lines), _words(" ".join(texts)))
    masked = _masking(others, person)
    return {file: lines.with_columns(_each(column, masked) for column in lines) for file, lines in hidden.items()}


def _hidden_sides(lines: pl.DataFrame, person: TheirLines) -> pl.DataFrame:
    """Mask who decided, and of a decision about two people the one who is not the person."""
    cells = [(name, pl.lit(value=True)) for name in _BY if name in lines.columns]
    if {*WHO, *OTHER} <= set(lines.columns):
        for side, is_theirs in zip((WHO, OTHER), person.sides(lines), strict=True):
            cells += [(name, ~pl.lit(is_theirs)) for name in side]
    return lines.with_columns(
        pl.when(pl.col(name).is_not_null() & is_other).then(pl.lit(ANOTHER)).otherwise(name).alias(name)
        for name, is_other in cells
    )


def _said(others: Traces, said: set[str]) -> Traces:
    """Keep those names, addresses and numbers of which every word is said: of 100,000 people a handful."""
    return replace(
        others,
        names=tuple(name for name in others.names if {word.lower() for word in name} <= said),
        addresses=tuple(it for it in others.addresses if _words(it) <= said),
        numbers=tuple(it for it in others.numbers if _words(it) <= said),
    )


def _masking(others: Traces, person: TheirLines) -> Callable[[str], str]:
    """Get what masks others in a text; a cell of the person's own stays, and their own name within a longer text."""
    own = {_bare(text) for column in person.lines.select(_OWN) for text in column.drop_nulls()}
    theirs = Traces.of(person.lines, person.lines.clear()).pattern

    def masked(text: str) -> str:
        if not others.pattern or _bare(text) in own:
            return text
        spans = [found.span() for found in theirs.finditer(text)] if theirs else []
        return others.pattern.sub(lambda it: it[0] if _lies_in(it.span(), spans) else ANOTHER, text)

    return masked


def _lies_in(inner: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= inner[0] and inner[1] <= end for start, end in spans)


def _each(column: pl.Series, masked: Callable[[str], str]) -> pl.Series:
    return pl.Series(column.name, [it if it is None else masked(it) for it in column], dtype=column.dtype)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def _words(text: str) -> set[str]:
    return set(_bare(text).split())
