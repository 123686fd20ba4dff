"""Names of known people without what stands around them, as the names of rows are bared."""

import polars as pl

from keycafe_clean.steps.decorations import (
    strip_brackets,
    strip_external,
    strip_loose_ends,
    strip_pronouns,
    strip_suffixes,
    strip_titles,
)

#: The steps that take something off a name, in the order in which they do of rows.
_STEPS = (strip_pronouns, strip_brackets, strip_external, strip_titles, strip_suffixes, strip_loose_ends)


def bare_names(names: pl.Series) -> pl.Series:
    """Get whole names without titles, brackets and `- External`, in order; null stays null."""
    frame = names.alias("Last Name").to_frame().with_columns(pl.lit(None, pl.String).alias("First Name"))
    for step in _STEPS:
        frame = step(frame)
    return frame.get_column("Last Name").alias(names.name)
