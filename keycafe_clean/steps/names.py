"""First and last names: what is no name becomes blank, what is no part of a name comes off, lost case comes back."""

import polars as pl

from keycafe_clean.events import Step
from keycafe_clean.steps.decorations import (
    strip_brackets,
    strip_emoji,
    strip_external,
    strip_loose_ends,
    strip_pronouns,
    strip_suffixes,
    strip_titles,
)
from keycafe_clean.steps.frame_columns import NAME_COLUMNS
from keycafe_clean.steps.letter_case import repair_case
from keycafe_clean.steps.placeholders import is_name_placeholder, is_placeholder
from keycafe_clean.steps.rewrite import holds


def blank_placeholder_names(frame: pl.DataFrame) -> pl.DataFrame:
    """Make names null that say that there is none (`n/a`, `TBD`, `Vacant`). Keeps every row, in order."""
    maybe = [holds(frame.get_column(column), is_placeholder).any() for column in NAME_COLUMNS]
    pairs = ((NAME_COLUMNS[i], NAME_COLUMNS[1 - i]) for i in range(2) if maybe[i])
    return frame.with_columns(
        pl.when(~is_name_placeholder(column, other)).then(column).alias(column) for column, other in pairs
    )


#: In this order: what a bracket or a title hides may be a placeholder, and case is judged on the bare name.
NAME_STEPS: tuple[Step, ...] = (
    strip_emoji,
    strip_pronouns,
    strip_brackets,
    strip_external,
    strip_loose_ends,
    strip_titles,
    strip_suffixes,
    blank_placeholder_names,
    repair_case,
)
