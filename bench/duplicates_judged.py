"""Pairs against the truth: precision, recall and F1 over thresholds."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from bench.duplicates_sets import Labelled


@dataclass(frozen=True)
class Rates:
    """Precision, recall and F1 of the pairs from one threshold on."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, hits: int, found: int, pairs: int) -> "Rates":
        """Get the rates of `hits` true pairs among `found` ones, where there are `pairs`."""
        return cls(hits / max(found, 1), hits / pairs, 2 * hits / max(found + pairs, 1))


@dataclass(frozen=True)
class Judged:
    """How one finder did on one set: the pairs by falling score, whether each is true, and what it cost."""

    finder: str
    score: npt.NDArray[np.float64]
    true: npt.NDArray[np.bool_]
    certain: npt.NDArray[np.bool_] | None
    pairs: int
    cost: dict[str, float]

    def at(self, threshold: float) -> Rates:
        """Get the rates from a threshold on."""
        found = self.score >= threshold
        return Rates.of(int(self.true[found].sum()), int(found.sum()), self.pairs)

    def best(self) -> Rates:
        """Get the rates at the threshold of the best F1."""
        hits, found = np.cumsum(self.true), np.arange(1, len(self.true) + 1)
        # Pairs of one score are found together.
        is_last = np.append(np.diff(self.score) != 0, [True] * min(len(self.score), 1))
        best = int(np.where(is_last, 2 * hits / (found + self.pairs), 0.0).argmax())
        return Rates.of(int(hits[best]), int(found[best]), self.pairs)

    def precision_at(self, recall: float) -> float | None:
        """Get the precision once so many true pairs are found; None if they never are."""
        hits = np.cumsum(self.true)
        place = int(np.searchsorted(hits, np.ceil(recall * self.pairs - 1e-9)))
        return float(hits[place] / (place + 1)) if place < len(hits) else None


def judge(finder: str, pairs: pl.DataFrame, labelled: Labelled, *, cost: dict[str, float]) -> Judged:
    """Get the judgement of pairs with `left_row`, `right_row`, `score` and perhaps `certain`."""
    ordered = pairs.sort("score", descending=True)
    left, right = (labelled.person.gather(ordered.get_column(side)) for side in ("left_row", "right_row"))
    certain = ordered.get_column("certain").to_numpy() if "certain" in ordered.columns else None
    score = ordered.get_column("score").to_numpy()
    return Judged(finder, score, (left == right).to_numpy(), certain, labelled.pairs, cost)
