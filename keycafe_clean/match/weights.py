"""The match weight of each level: Fellegi and Sunter's m and u, u from random pairs, m learned from likely ones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import polars as pl

from keycafe_clean.match.comparisons import EMAIL, LEARNED, kind_of, levels_of, place
from keycafe_clean.match.groups import Hashes, Places, counts
from keycafe_clean.match.levels import BLANK, OPEN, Compared, Levels, beside_names, outline, settle

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

#: An odd number that mixes hashes well.
_MIX = np.uint64(0x9E3779B97F4A7C15)

#: So many random pairs show how often rows of two people come out at each level. Ten times as many tell no more
#: (RLdata10000 .9710 and .9700) and take half the time again.
_RANDOM_PAIRS = 50_000

#: So many likely pairs weigh as much as what is known about m before the data speak. RLdata10000: .9710; at 0 .9663, at
#: 500 .9664.
_PRIOR_PAIRS = 50.0

#: Before anything is learned: the share of rows that have a second row. Learned from the data, so it hardly matters:
#: RLdata10000 .9710; at .001 .9699, at .2 .9710.
_PRIOR_SHARE = 0.02

#: However few pairs are found: the share of rows that may have a second one. For files without duplicates, which would
#: teach that there are none; every labelled set has more.
_LEAST_SHARE = 0.01

#: Rounds of learning. After 25 nothing changes (100 give the same F1 everywhere); after 5 RLdata10000 is at .9700,
#: after none at .9464.
_ROUNDS = 25

#: A small file cannot show how rare a value is: it is counted as if so many people stood beside it, of whom on average
#: so many share the value. The two rows themselves count only in what they add to that. RLdata500: .9901; with four of
#: a thousand for every kind .9434.
_PSEUDO_COUNTS = {"first": (1000, 4), "last": (1000, 4), "email": (1000, 2), "number": (1000, 2), "column": (4, 1)}

#: How often two people of one name have the same mailbox if their domains differ, and how often at least they are two
#: people though all others have one domain. The labelled sets have hardly any namesakes at two domains: F1 moves by
#: .0001 at .1 and 1.
_SAME_MAILBOX, _LEAST_ELSEWHERE = 0.6, 0.01

#: No u is lower: what never happened among the pairs that were counted may still happen. At 1e-12 F1 is the same; it
#: keeps the logarithm of it finite.
_LEAST_U = 1e-7


@dataclass(frozen=True)
class Model:
    """`m` and `u` by comparison and level, and `matches`: how many pairs of rows are one person.

    `term_frequencies` has how many rows share each row's value, so that two Smiths weigh less than two
    Featherstonehaughs.
    """

    m: Mapping[str, Floats]
    u: Mapping[str, Floats]
    term_frequencies: Mapping[str, Counts]
    matches: float

    @property
    def height(self) -> int:
        """Get the number of rows, blank ones too."""
        return len(next(iter(self.term_frequencies.values())))

    @property
    def prior(self) -> float:
        """Get the prior: the natural logarithm of the odds that two random rows are one person."""
        return float(np.log(self.matches / (self.height * (self.height - 1) / 2)))

    def count_values(self, comparison: str) -> int:
        """Count the different values of a comparison; blanks are none."""
        frequency = self.term_frequencies[comparison]
        return round(float((1 / frequency[frequency > 0]).sum()))

    def match_weights(self, comparison: str) -> Floats:
        """Get the match weight of every level of a comparison, in their order: the natural logarithm of m over u."""
        return np.log(self.m[comparison] / self.u[comparison])

    def match_weight(self, compared: Compared) -> Floats:
        """Get the match weight of every pair, in order: prior, levels, and how rare the values are that it shares.

        In natural logarithms; no level may be open.
        """
        return self.weight_of_levels(compared.levels) + self.term_frequency_adjustment(compared)

    def weight_of_levels(self, levels: Mapping[str, Levels]) -> Floats:
        """Get the prior and the weights of the levels, pair by pair; a blank (BLANK) counts nothing.

        An open level (OPEN) counts as the best that it may turn out to be, so that the sum is never too low.
        """
        total: Floats = np.full(len(next(iter(levels.values()))), self.prior)
        for name, level in levels.items():
            table = np.zeros(256)
            table[: len(self.m[name])] = self.match_weights(name)
            table[OPEN] = self.match_weights(name)[1:].max()
            total += table[level]
        return total

    def term_frequency_adjustment(self, compared: Compared) -> Floats:
        """Get what the values that a pair shares add, the rarer the more: term frequency adjustments, pair by pair."""
        total: Floats = np.zeros(len(compared.left))
        for name, level in compared.levels.items():
            same = np.flatnonzero(level == 0)
            count = self.term_frequencies[name][compared.left[same]]
            total[same] += np.log(self.u[name][0] / _term_frequency(name, count, self.term_frequencies[name]))
        return total


def prior_model(parts: Mapping[str, Hashes], keys: pl.DataFrame) -> Model:
    """Get the model before any likely pair is seen: u counted, m and the share of duplicates as estimated.

    `parts` are the hashes of the rows of `keys` (`parts_of`). The same rows give the same model.
    """
    seen = beside_names(settle(_random_pairs(parts, keys.height), parts, keys)).levels
    frequencies = {name: counts(parts[name]) for name in seen}
    u = {name: _u_of(name, seen[name], frequencies[name]) for name in seen}
    if "email" in u:
        two_domains = u["email"][place(EMAIL, "private")]
        u["email"][place(EMAIL, "elsewhere")] = max(_SAME_MAILBOX * two_domains, _LEAST_ELSEWHERE)
    m = {name: np.array([level.m for level in levels_of(name)]) for name in seen}
    return Model(m, u, frequencies, _PRIOR_SHARE * keys.height)


def learn(model: Model, compared: Compared) -> Model:
    """Get the model with the m and the share of duplicates that explain the pairs best (expectation, maximisation).

    Only the m of `LEARNED` comparisons changes. The order of the pairs makes no difference.
    """
    patterns = pl.DataFrame(dict(compared.levels)).group_by(pl.all()).len().sort(pl.all())
    levels = {name: patterns.get_column(name).to_numpy() for name in compared.levels}
    weight = patterns.get_column("len").to_numpy().astype(np.float64)
    known = model.m
    for _ in range(_ROUNDS):
        likely = probability(model.weight_of_levels(levels)) * weight
        m = {
            name: _shares(levels[name], likely, known[name]) if kind_of(name) in LEARNED else known[name]
            for name in known
        }
        model = replace(model, m=m, matches=max(float(likely.sum()), _LEAST_SHARE * model.height))
    return model


def probability(weight: Floats) -> Floats:
    """Get the probability, of 1, that belongs to each match weight (the logarithm of its odds)."""
    result: Floats = 1 / (1 + np.exp(-weight))
    return result


def _random_pairs(parts: Mapping[str, Hashes], height: int) -> Compared:
    """Get pairs that are spread over the frame as random ones are, but always the same, in whatever order rows come.

    Of few rows these are all pairs.
    """
    if height * (height - 1) // 2 <= _RANDOM_PAIRS:
        one, other = np.triu_indices(height, k=1)
        return outline(parts, one.astype(np.uint32), other.astype(np.uint32))
    number = np.arange(min(_RANDOM_PAIRS, 20 * height), dtype=np.uint64)
    left = number * np.uint64(7_368_787) % np.uint64(height)
    step = np.uint64(1) + number * np.uint64(15_485_863) % np.uint64(max(height - 1, 1))
    right = (left + step) % np.uint64(height)
    order = _in_order_of_content(parts, height)
    return outline(parts, order[left], order[right])


def _in_order_of_content(parts: Mapping[str, Hashes], height: int) -> Places:
    content = np.zeros(height, dtype=np.uint64)
    for name in sorted(parts):
        content = (content ^ parts[name]) * _MIX
    return np.argsort(content, kind="stable").astype(np.uint32)


def _u_of(name: str, seen: Levels, frequency: Counts) -> Floats:
    """Get u: equality counted over all pairs of rows, the other levels over random ones."""
    levels = levels_of(name)
    filled = int(np.count_nonzero(frequency))
    same = max(float((frequency[frequency > 0] - 1).sum()), 0.5) / max(filled * (filled - 1), 1)
    others = np.bincount(seen[seen < BLANK], minlength=len(levels))[1:].astype(np.float64) + 0.5
    u = np.append(same, (1 - same) * others / others.sum())
    known = [level.u for level in levels]
    return np.array([max(x, _LEAST_U) if fixed is None else fixed for x, fixed in zip(u, known, strict=True)])


def _term_frequency(name: str, count: Counts, frequency: Counts) -> Floats:
    """Get how often another person has a value that `count` rows have."""
    beside, shared = _PSEUDO_COUNTS[kind_of(name)]
    chance: Floats = (np.maximum(count - 2, 0) + shared) / (np.count_nonzero(frequency) + beside)
    return chance


def _shares(level: Levels, likely: Floats, known: Floats) -> Floats:
    filled = level < BLANK
    seen = np.bincount(level[filled], weights=likely[filled], minlength=len(known))
    shares: Floats = (seen + _PRIOR_PAIRS * known) / (seen.sum() + _PRIOR_PAIRS)
    return shares
