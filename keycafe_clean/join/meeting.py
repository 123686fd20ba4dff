"""Which key of one file is which key of the other; zeros in front may be lost where that leaves no doubt."""

import polars as pl


def meet(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get the rows of `here`, in order, with the key of `there` that is theirs; both are `key_cells()`.

    Adds `target` (`exact` of there; null: nobody's) and `is_unclear`: it has the key, perhaps without its zeros, and
    another key as well that may be meant. 42 and 00042 are one key where each file has one of them, and two where both
    have both.
    """
    forms = _forms(here).join(_forms(there), on="loose", suffix="_there", maintain_order="left")
    is_one = (pl.col("exacts").list.len() == 1) & (pl.col("exacts_there").list.len() == 1)
    is_same = pl.col("exacts") == pl.col("exacts_there")
    met = here.join(forms, on="loose", how="left", maintain_order="left")
    target = pl.when(is_one).then(pl.col("exacts_there").list.first()).when(is_same).then("exact")
    is_unclear = pl.col("exacts_there").is_not_null() & target.is_null()
    return met.with_columns(target=target, is_unclear=is_unclear).drop("exacts", "exacts_there")


def _forms(keys: pl.DataFrame) -> pl.DataFrame:
    """Get the keys that are one but for zeros in front: `loose`, and `exacts`, sorted, each once."""
    return keys.group_by("loose", maintain_order=True).agg(exacts=pl.col("exact").unique().sort())
