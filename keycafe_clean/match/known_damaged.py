"""Rows whose name is a known person's, in which letters were lost: `C?cile`."""

import polars as pl

from keycafe_clean.folding import folded_name
from keycafe_clean.match.known import are_told_apart

#: What stands for letters that nobody can read any more; in a name it stands beside a letter.
_LOST = "(?:[?\ufffd]|ï¿½)+"
_DAMAGED = rf"\p{{L}}{_LOST}|{_LOST}\p{{L}}"

#: A letter that no name has, in the place of lost ones while a name is folded; and what it may stand for: one lost
#: letter may have left two signs, and two letters one.
_PLACE, _ANY = "ʔ", r"\p{L}{0,3}"


def damaged_names(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has the name of a known person in which letters were lost, whatever they were.

    Names are met by a whole word, or by their initials. `here` is `people_here()`, `there` the keys of known people
    with `named` (the name as it was read) and `is_row`: who is a row for certain is none else. The columns are those of
    both (`..._known`); a row perhaps several times, in the order of rows and list.
    """
    is_damaged = pl.col("named").str.contains(_DAMAGED).fill_null(value=False)
    damaged = there.filter(~pl.col("is_row") & is_damaged)
    if damaged.is_empty():
        return here.clear().join(there, on="name", suffix="_known")
    spelled = damaged.with_columns(whole=folded_name(pl.col("named").str.replace_all(_LOST, _PLACE)))
    met = _with_keys(here).join(_with_keys(spelled), on="met_by", suffix="_known", maintain_order="left_right")
    pattern = pl.format("^{}$", pl.col("whole_known").str.replace_all(_PLACE, _ANY, literal=True))
    turned = pl.concat_str("last", "first", separator=" ")
    is_one = pl.any_horizontal(name.str.contains(pattern).fill_null(value=False) for name in (pl.col("whole"), turned))
    return met.filter(is_one & ~are_told_apart())


def _with_keys(people: pl.DataFrame) -> pl.DataFrame:
    """Get people with what names are met by (`met_by`): each word, and the initials in any order."""
    words = pl.col("whole").str.split(" ")
    initials = words.list.eval(pl.element().str.head(1)).list.sort().list.join(".")
    keys = pl.concat_list(words, initials).list.unique(maintain_order=True)
    return people.with_columns(met_by=keys).explode("met_by", empty_as_null=True)
