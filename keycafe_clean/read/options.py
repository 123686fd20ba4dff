"""What the person who reads a file may say about it; whatever is not said is found out."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ReadingOptions:
    """How to read a file; None means: find out.

    `header` is the row that holds the column names as a spreadsheet counts it; 0 (or False) says that there is none.
    `evidence` names sensitive columns that are kept although such columns are dropped, `dates` those whose dates are
    said to be no dates of birth.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header: int | None = None
    evidence: Sequence[str] = ()
    dates: Sequence[str] = ()
