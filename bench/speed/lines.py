"""A line of the results: what was measured on both sides, the ratio, and the bar that it should keep."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.costs import Cost


class CannotRun(Exception):
    """A comparison lacks what it compares with: what, and how to get it."""


@dataclass(frozen=True)
class Line:
    """What was measured: of ours, of what stands `beside` it in turn with it (nothing: no figures there).

    `unit` says what of: `s` processor seconds, `s passed`, `ms passed`, `MB` at the peak, or of nothing. The bar is the
    most that the ratio may be, or the figure where nothing stands beside it; the least that it may be if `at_least`.
    """

    what: str
    ours: Sequence[float]
    theirs: Sequence[float] = ()
    beside: str = ""
    unit: str = "s"
    rows: int | None = None
    bar: float | None = None
    at_least: bool = False
    #: the peaks of both in MB, where they were measured
    peaks: Sequence[float] = ()

    @property
    def compared(self) -> list[float]:
        """Get the ratios, pair by pair; where nothing stands beside it, the figures."""
        if not self.theirs:
            return list(self.ours)
        return [one / other for one, other in zip(self.ours, self.theirs, strict=True)]

    @property
    def is_met(self) -> bool | None:
        """Tell whether the bar is met by the median; None: there is none."""
        if self.bar is None:
            return None
        measured = statistics.median(self.compared)
        return measured >= self.bar if self.at_least else measured <= self.bar


#: A folder to work in and how often each side is measured -> lines; the first line of its text says what is compared.
Comparison = Callable[[Path, int], list[Line]]


def of_costs(
    what: str,
    sides: tuple[Sequence[Cost], Sequence[Cost]],
    beside: str,
    *,
    rows: int | None = None,
    bar: float | None = None,
) -> Line:
    """Get the line of the processor seconds of both sides, with their peaks beside it."""
    ours, theirs = ([cost.processor for cost in side] for side in sides)
    return Line(what, ours, theirs, beside, rows=rows, bar=bar, peaks=peaks_of(sides))


def of_peaks(
    what: str, sides: tuple[Sequence[Cost], Sequence[Cost]], beside: str, *, rows: int, bar: float | None = None
) -> Line:
    """Get the line of the most memory that both sides held."""
    ours, theirs = ([cost.peak for cost in side] for side in sides)
    return Line(what, ours, theirs, beside, unit="MB", rows=rows, bar=bar)


def peaks_of(sides: tuple[Sequence[Cost], Sequence[Cost]]) -> tuple[float, float]:
    """Get the median peak of each side."""
    ours, theirs = (statistics.median(cost.peak for cost in side) for side in sides)
    return ours, theirs
