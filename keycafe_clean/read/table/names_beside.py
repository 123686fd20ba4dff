"""Names beside the people that are of others than those of the rows on whose lines they stand."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import polars as pl

from keycafe_clean.read.table.known_headers import (
    ABOUT_PEOPLE,
    NAMES,
    meaning,
    speaks_of_others,
    speaks_of_private_life,
)
from keycafe_clean.read.table.named_leavers import joined_text
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.words.letters import EAST_ASIAN

#: Rows by which a list under a label of its own is told, where no blank column parts it from the people.
FEWEST_UNDER_A_LABEL = 2

#: Rows of people that a list without a name that is known ends before.
SHORTER = 2

#: The parts of a name of which one alone may go on with what the other began left of a blank column.
_PARTS = frozenset({"First Name", "Last Name"})

#: What a column means whose cells may be names of others, and are no list of people.
_NO_LIST = frozenset({"decoy", "sensitive", "other", "Email Address"})

_WORD = rf"\p{{L}}{{2,}}|{EAST_ASIAN}"


def has_names_of_others(table: Table, group: Sequence[str], before: Sequence[str], fewest: int = 1) -> bool:
    """Tell whether columns have names of people who are not those of the names left of them, row by row.

    Names are whole, or words of somebody in another row; most have no word of their own row in its letters, and few are
    said twice: who signs for many is said in their rows.
    """
    own = [name for name in before if _means_a_name(name)]
    named = [name for name in group if _means_a_name(name)]
    if not own:
        return False
    if named:
        meant = {_meaning(name) for name in named}
        is_rest = len(meant & _PARTS) == 1 == len(meant) and meant.isdisjoint(map(_meaning, own))
        return not is_rest and _are_of_others(table, named, own, fewest)
    return any(_is_list(table, name, own, fewest) for name in group)


def under_labels(table: Table, group: Sequence[str]) -> list[list[str]]:
    """Get columns that stand side by side in parts, one for each label that stands above them: `Leavers: Name`.

    A name of people below a label may stand without it in the name of its column.
    """
    labels = _labels(table)
    return [list(names) for _, names in groupby(group, lambda name: labels.get(name, ""))]


def _labels(table: Table) -> dict[str, str]:
    """Get the label above each column that has one, where the row above the column names is one of labels."""
    place = None if table.header_row is None else table.header_row - table.grid.first_row
    if not any(": " in name for name in table.names):
        return {}
    label, labels = "", dict[str, str]()
    for name, cell in zip(table.names, table.grid.row(place - 1) if place else [], strict=False):
        label = " ".join(cell.split()) or label
        if name.startswith(f"{label}: ") or meaning(name) in ABOUT_PEOPLE:
            labels[name] = label
    joined = {label for name, label in labels.items() if name.startswith(f"{label}: ")}
    return {name: label for name, label in labels.items() if label in joined}


def _meaning(name: str) -> str | None:
    """Get what the name of a column means without the label above it: a label says of whom, or of nobody else."""
    return meaning(name.rpartition(": ")[2])


def _means_a_name(name: str) -> bool:
    is_of_others = speaks_of_others(name) or speaks_of_private_life(name)
    return not is_of_others and (meaning(name) in NAMES or (": " in name and _meaning(name) in NAMES))


def _is_list(table: Table, name: str, own: Sequence[str], fewest: int) -> bool:
    """Tell whether a column of a name that nobody knows lists people of other rows.

    Its name says that they leave, or it is full from the first row on and ends before the people do.
    """
    # Loaded when first needed, as the words of leaving are.
    from keycafe_clean.steps.leavers import names_leavers  # noqa: PLC0415

    if speaks_of_others(name) or meaning(name) in _NO_LIST:
        return False
    filled = table.cells.select((pl.col(name).str.strip_chars() != "").fill_null(value=False)).to_series()
    rows = int(filled.sum())
    is_block = bool(filled.head(rows).all()) and rows + SHORTER <= filled.len()
    says_so = pl.DataFrame({"name": [name]}).select(names_leavers(pl.col("name"))).item()
    return (is_block or says_so) and _are_of_others(table, [name], own, fewest, only_known=True)


def _are_of_others(
    table: Table, named: Sequence[str], own: Sequence[str], fewest: int, *, only_known: bool = False
) -> bool:
    """Tell whether most names are no names of their row; `only_known`: all words of them are some other row's."""
    rows = _words(table, named, own)
    known = rows.get_column("own").explode().drop_nulls().unique()
    both = rows.filter(pl.col("here").list.len() > 0, pl.col("own").list.len() > 0, "same_letters")
    is_known = pl.col("here").list.eval(pl.element().is_in(known.implode())).list.all()
    is_somebody = (pl.col("is_whole") & is_known) if only_known else (pl.col("is_whole") | is_known)
    others = both.filter(~pl.col("is_own") & is_somebody)
    is_said_often = others.get_column("text").n_unique() * 2 < others.height
    return others.height >= fewest and others.height * 2 > both.height and not is_said_often


def _words(table: Table, named: Sequence[str], own: Sequence[str]) -> pl.DataFrame:
    """Get `text`, the name in each row, and `here` and `own`, the words of it and of the names left of it.

    `same_letters`: both are Latin, or none is; `is_own`: they have a word in common, or are the same but for blanks;
    `is_whole`: the name has two words or more, or signs of East Asia, and no figure.
    """
    texts = {side: joined_text(names) for side, names in (("text", named), ("own", own))}
    latin = [pl.col(side).str.contains(r"\p{Latin}") for side in texts]
    text = pl.col("text")
    here, there = (pl.col(side).str.extract_all(_WORD) for side in texts)
    is_name = (here.list.len() > 1) | text.str.contains(EAST_ASIAN)
    is_same = text.str.replace_all(" ", "") == pl.col("own").str.replace_all(" ", "")
    return table.cells.select(**texts).select(
        "text",
        here=here,
        own=there,
        same_letters=latin[0] == latin[1],
        is_own=(here.list.set_intersection(there).list.len() > 0) | is_same,
        is_whole=is_name & ~text.str.contains(r"\p{N}"),
    )


def parts_under_labels(table: Table, group: Sequence[str], before: Sequence[str]) -> Iterator[list[str]]:
    """Yield the parts of columns under a label of their own that have names of others than those left of them."""
    left = list(before)
    for part in under_labels(table, group):
        if left and has_names_of_others(table, part, left, FEWEST_UNDER_A_LABEL):
            yield part
        else:
            left += part
