"""Rows of one value side by side, quickly: hashes and one sort of whole numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

#: One hash a row; 0 is a blank.
Hashes = npt.NDArray[np.uint64]

#: Row positions.
Places = npt.NDArray[np.uint32]

#: An odd number of 64 bits (the golden ratio): mixes several hashes into one.
MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Groups:
    """The places of the rows, those of one value side by side and in order; `sizes` counts each value's rows."""

    places: Places
    sizes: npt.NDArray[np.int64]

    @property
    def numbers(self) -> npt.NDArray[np.int64]:
        """Get the number of its group for every place."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)


def hashed(values: pl.Series) -> Hashes:
    """Get the hash of every text, row by row; the same in every run of one version of Polars. A null is 0."""
    hashes: Hashes = np.where(values.is_null().to_numpy(), np.uint64(0), values.hash(seed=1).to_numpy())
    return hashes


def joined(columns: list[Hashes]) -> Hashes:
    """Get one hash of one or more columns of the same height, row by row; a blank in any of them makes a blank (0)."""
    mixed = columns[0]
    for column in columns[1:]:
        mixed = np.where((mixed == 0) | (column == 0), np.uint64(0), mixed * MIX + column)
    return mixed


def grouped(hashes: Hashes) -> Groups:
    """Group the rows of one hash, groups in the order of the hashes, rows in theirs; blanks are in no group.

    The upper bits of the hash and the place share one number, so that one sort does it. At a million rows 44 bits of
    the hash are left: two values fall together about once in thirty runs, which adds a pair to compare and no more.
    """
    places = np.flatnonzero(hashes).astype(np.uint64)
    width = np.uint64(len(hashes).bit_length())
    below = (np.uint64(1) << width) - np.uint64(1)
    packed = pl.Series((hashes[places] & ~below) | places).sort().to_numpy()
    values = packed >> width
    ends = np.flatnonzero(np.append(values[1:] != values[:-1], [True] * min(len(values), 1)))
    return Groups((packed & below).astype(np.uint32), np.diff(ends, prepend=-1))


def counts(hashes: Hashes) -> npt.NDArray[np.int64]:
    """Get how many rows share the value of each row; 0 for blanks."""
    groups = grouped(hashes)
    result = np.zeros(len(hashes), dtype=np.int64)
    result[groups.places] = np.repeat(groups.sizes, groups.sizes)
    return result
