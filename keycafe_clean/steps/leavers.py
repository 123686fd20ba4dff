"""Words in a column of any name that say of people that they have left."""

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.flags import flag_of
from keycafe_clean.steps.status import (
    INACTIVE,
    UNKNOWN,
    is_kind_of_contract,
    sounds_like_leaving,
    status_meanings,
)
from keycafe_clean.words import has_word, words

#: Letters of the longest cell that is read as a state: what is longer is text.
_LONGEST = 40

#: Fewer letters in a row are the code of anything.
_WORD = r"\p{L}{3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}"

#: Of words that are no states: three of them, or a figure.
_TEXT = r"\S\s+\S+\s+\S|\p{N}"

#: Different words of a column of states, as many as can be answered one by one.
_FEW_WORDS = 12

_HEADINGS = words("marks", "left", "left_headings")

#: What says so alone, with whatever signs around it.
_APART = [fold(word) for word in words("marks", "left_apart")]

_SIGNS = r"[^\p{L}\p{M}]+"

#: What says so alone in a heading, where nothing else is meant by it.
_ALONE = [fold(word) for word in words("marks", "left_apart", "left_headings_alone")]

#: The number of a heading: `C.`, `3)`, `(b)`, `II –`, `2.1`, `Teil 3:` has a word of its own and is none.
_NUMBERING = r"^[^\p{L}\d]*(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|\p{L})(?:\s*[.):\]–—-]+\s*|\s+[–—-]\s+)"


def states_somebody_left(cells: pl.Series) -> pl.Series:
    """Get whether each cell says, as a state does, that somebody has left; keeps the order, a null cell is none.

    A word that only sounds like leaving counts beside states that are known. Yes and no, codes and words about a piece
    of work (`closed`) are none, nor is text.
    """
    name = cells.name
    values = cells.drop_nulls().unique().to_frame("cell").filter(_may_be_a_state(pl.col("cell")))
    read = values.with_columns(meaning=status_meanings(values.get_column("cell")))
    has_states = bool((read.get_column("meaning") != UNKNOWN).any())
    leaving = read.filter(
        (pl.col("meaning") == INACTIVE)
        | (pl.lit(has_states) & (pl.col("meaning") == UNKNOWN) & sounds_like_leaving(pl.col("cell")))
    )
    return cells.is_in(leaving.get_column("cell").implode()).fill_null(value=False).alias(name)


def are_mostly_states(cells: pl.Series) -> bool:
    """Tell whether most filled cells are known states of two kinds at least, in few words: here, away, left, to come.

    Kinds of contracts are none, nor is what `states_somebody_left` does not read.
    """
    filled = cells.drop_nulls().rename("cell").to_frame().filter(pl.col("cell").str.strip_chars() != "")
    if filled.is_empty() or filled.get_column("cell").n_unique() > _FEW_WORDS:
        return False
    states = filled.filter(_may_be_a_state(pl.col("cell")), ~is_kind_of_contract(pl.col("cell"))).to_series()
    known = status_meanings(states.str.strip_chars()).drop_nulls()
    known = known.filter(known != UNKNOWN)
    return known.n_unique() > 1 and known.len() > filled.height / 2


def are_remarks(cells: pl.Series) -> bool:
    """Tell whether the filled cells are remarks: each is said of one row alone, and most have three words or a figure.

    What nobody can read of remarks speaks of something else than employment: a key, a first aider.
    """
    filled = cells.drop_nulls().rename("cell").to_frame().filter(pl.col("cell").str.strip_chars() != "")
    said = filled.get_column("cell").str.strip_chars()
    return said.len() > 1 and bool(said.is_unique().all()) and int(said.str.contains(_TEXT).sum()) * 2 > said.len()


def are_few_words(cells: pl.Series) -> bool:
    """Tell whether all filled cells are words that may be states, few and most of them said of several rows.

    Kinds of contracts are none, nor is what `states_somebody_left` does not read.
    """
    filled = cells.drop_nulls().rename("cell").to_frame().filter(pl.col("cell").str.strip_chars() != "")
    different = filled.unique()
    if not 1 < different.height <= min(_FEW_WORDS, filled.height / 2):
        return False
    are_states = _may_be_a_state(pl.col("cell")) & ~is_kind_of_contract(pl.col("cell"))
    return bool(different.select(are_states.all()).item())


def names_leavers(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell, as a heading, says of people that they have left: `Former employees`, `Ausgeschiedene`.

    Null where the cell is null.
    """
    plain = without_accents(cell)
    alone = plain.str.replace_all(_SIGNS, " ").str.strip_chars().is_in(_APART)
    return alone | has_word(plain, _HEADINGS)


def heads_leavers(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell, alone above rows, says of people there that they have left: `C. Separations`, `3) Out`.

    A number before it says nothing, and what may be said of other things counts where nothing else is in the cell. Null
    where the cell is null.
    """
    bare = without_accents(cell).str.replace(_NUMBERING, "")
    alone = bare.str.replace_all(_SIGNS, " ").str.strip_chars().is_in(_ALONE)
    return alone | names_leavers(cell)


def _may_be_a_state(cell: pl.Expr) -> pl.Expr:
    is_process = has_word(without_accents(cell), words("topics", "process"))
    return (cell.str.len_chars() <= _LONGEST) & cell.str.contains(_WORD) & flag_of(cell).is_null() & ~is_process
