"""People whose employment is suspended: away, paid or not, and not gone, as a suspended account is."""

import polars as pl

from keycafe_clean.folding import without_accents
from keycafe_clean.steps.account_type import spelled, spelled_header
from keycafe_clean.steps.status import UNKNOWN
from keycafe_clean.words import any_of, has_word, words

_SUSPENDED = rf"^\P{{L}}*(?:{any_of(words('suspensions', 'begin'))})"
_PAYROLL = words("suspensions", "pay")
_EMPLOYMENT = spelled(words("suspensions", "headers"))


def suspensions(header: str, cells: pl.Series) -> dict[str, str]:
    """Get the cells of a column of employments that say so, each as unknown; empty where it may be one of accounts.

    A column is one of employments by its header, or because its cells speak of the payroll.
    """
    said = without_accents(pl.col("cell"))
    values = pl.DataFrame({"cell": cells.drop_nulls().unique()}, schema={"cell": pl.String})
    suspended = values.filter(said.str.contains(_SUSPENDED)).get_column("cell")
    is_employment = any(word in spelled_header(header) for word in _EMPLOYMENT)
    if suspended.is_empty() or not (is_employment or values.select(has_word(said, _PAYROLL).any()).item()):
        return {}
    return dict.fromkeys(suspended.sort(), UNKNOWN)
