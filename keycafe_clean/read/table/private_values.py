"""What cells are, whatever their header says: bank accounts, payment cards, numbers of the state.

Check digits are asked once per distinct cell of a sample; the kinds are those of `private_kinds.py`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.read.table.private_kinds import ROUNDING, Kind, kinds
from keycafe_clean.sampling import evenly_spread

#: Different cells that are asked.
ASKED = 200

#: Digits that a cell has at least whose number could be told.
FEWEST_DIGITS = 4

#: A number of the state among others (Belgians beside Poles) counts where so few of its kind are enough.
TELLING = 4

#: How many cells must be numbers of different states before it is no chance.
FEWEST_MIXED = 8

#: The share of a few cells with digits from which on all are asked.
WORTH_WHILE = 0.2

#: Numbers that lie closer together than this go on one by one, as an employer's own do.
DENSE = 50


_NO_DIGIT = re.compile(r"\D")


def private_values(cells: pl.Series) -> Kind | None:
    """Get what most of these filled cells are, of all that is private; null where they are something else."""
    sample = _sample(cells)
    if not _may_be_any(sample):
        return None
    fitting = _fitting(sample)
    alone = (kind for kind, (count, share) in fitting.items() if kind.is_met_by(count, share) and _are(kind, sample))
    return next(alone, None) or _mixed(sample, [kind for kind, (count, _) in fitting.items() if count])


def have_numbers(cells: Sequence[str]) -> bool:
    """Tell quickly whether enough of a few filled cells have digits for it to be worth while to ask what they are."""
    numbered = sum(len(_NO_DIGIT.sub("", cell)) >= FEWEST_DIGITS for cell in cells)
    return numbered >= max(len(cells) * WORTH_WHILE, 1)


def _sample(cells: pl.Series) -> pl.DataFrame:
    """Get up to 200 cells, evenly spread, each different one with its `share`; none where hardly a cell has digits."""
    spread = _written(evenly_spread(cells, ASKED)).filter(pl.col("plain") != "")
    numbered = spread.get_column("plain").str.count_matches("[0-9]") >= FEWEST_DIGITS
    sample = spread.group_by("plain", maintain_order=True).agg(pl.first("written"), share=pl.len() / spread.height)
    return sample if int(numbered.sum()) * 2 >= spread.height else sample.clear()


def _written(cells: pl.Series) -> pl.DataFrame:
    """Get cells as they stand, and their letters and digits alone; a number read as a decimal one is whole again."""
    written = pl.col("written").str.strip_chars().str.to_uppercase().str.replace(r"^([0-9]{6,})\.0$", "$1")
    return (
        pl.DataFrame({"written": in_ascii_digits(cells)})
        .select(written)
        .with_columns(plain=pl.col("written").str.replace_all(r"[^\p{L}0-9]", "").str.replace("^IBAN", ""))
    )


def _may_be_any(sample: pl.DataFrame) -> bool:
    """Tell in one go whether as many cells have the shape of any kind as one kind needs; hardly a column has."""
    plain, written = _any_shape()
    shaped = sample.filter(pl.col("plain").str.contains(plain) | pl.col("written").str.contains(written))
    return not shaped.is_empty() and shaped.get_column("share").sum() >= min(kind.share for kind in kinds()) - ROUNDING


@cache
def _any_shape() -> tuple[str, str]:
    """Build the patterns of any kind, for letters and digits alone and for cells as they stand."""
    shapes = (kind.shape for kind in kinds() if not kind.written), (kind.written for kind in kinds() if kind.written)
    plain, written = ("|".join(f"(?:{shape})" for shape in its) for its in shapes)
    return plain, written


def _fitting(sample: pl.DataFrame) -> dict[Kind, tuple[int, float]]:
    """Count in one go how many different cells have the shape of each kind, and which share of all they are."""
    fits = {str(number): kind.fits() for number, kind in enumerate(kinds())}
    held = sample.select("share", *(fit.fill_null(value=False).alias(number) for number, fit in fits.items()))
    counts = held.select(pl.col(*fits).sum()).row(0)
    shares = held.select(pl.col("share").filter(number).sum().alias(number) for number in fits).row(0)
    return dict(zip(kinds(), zip(counts, shares, strict=True), strict=True))


def _are(kind: Kind, sample: pl.DataFrame) -> bool:
    """Tell whether a sample, of which enough has the shape of a kind, is of that kind by its check digits too."""
    fitting = kind.fitting(sample)
    return (kind.is_checked or _differ_freely(fitting)) and _are_enough(kind, kind.passing(fitting))


def _are_enough(kind: Kind, cells: pl.DataFrame) -> bool:
    return kind.is_met_by(cells.height, float(cells.get_column("share").sum()))


def _differ_freely(cells: pl.DataFrame) -> bool:
    """Tell whether numbers neither lie close together nor go on by the same step, as an employer's own do."""
    numbers = sorted(int(re.sub("[^0-9]", "", cell)) for cell in cells.get_column("plain"))
    steps = Counter(after - before for before, after in pairwise(numbers))
    is_dense = numbers[-1] - numbers[0] < DENSE * len(numbers)
    return not is_dense and max(steps.values()) * 2 < len(numbers)


def _mixed(sample: pl.DataFrame, fitting: Sequence[Kind]) -> Kind | None:
    """Get a kind for numbers of several states in one column, where most cells are a telling one of any."""
    mixed = Kind("national numbers of several countries", FEWEST_MIXED)
    shaped = {kind: kind.fitting(sample) for kind in fitting if kind.fewest <= TELLING and kind.is_checked}
    if not _are_enough(mixed, pl.concat([sample.clear(), *shaped.values()]).unique("plain")):
        return None
    passing = pl.concat([sample.clear(), *(kind.passing(cells) for kind, cells in shaped.items())])
    return mixed if _are_enough(mixed, passing.unique("plain")) else None
