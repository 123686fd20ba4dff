"""What becomes of one whole name."""

from keycafe_clean.steps.full_name.split import split_full_name
from tests.columns.sources import names_frame

Cell = str | None


def cut(whole: Cell, **columns: Cell) -> tuple[Cell, Cell]:
    """Get first and last name of one full name."""
    frame = names_frame(full_name=[whole], **{name: [cell] for name, cell in columns.items()})
    first, last = split_full_name(frame).select("First Name", "Last Name").row(0)
    return first, last


def likely(whole: Cell, **columns: Cell) -> tuple[Cell, Cell]:
    """Get the likeliest first and last name of a full name that cannot be cut with certainty."""
    frame = names_frame(full_name=[whole], **{name: [cell] for name, cell in columns.items()})
    first, last, *guess = (
        split_full_name(frame).select("First Name", "Last Name", "likely_first_name", "likely_last_name").row(0)
    )
    assert (first, last) == (None, None)
    return guess[0], guess[1]
