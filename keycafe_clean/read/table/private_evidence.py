"""What private cells tell of who somebody is: whether two are the same, and nothing more.

Columns of birth dates and of numbers of the state are dropped at reading. What stays of each cell is a hash with a salt
that is drawn when the program starts and is written nowhere: it serves to compare two cells of one run.
"""

import secrets
from collections import Counter
from collections.abc import Mapping

import polars as pl

from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.export import BIRTH_DATES
from keycafe_clean.read.table.people_table import Table

#: Another one in each process, so that no hash can be looked up elsewhere.
_SALT = secrets.randbits(64)

#: What the columns are called that are compared, by the group of their header in the vocabulary.
_CALLED = {
    "birth and age": "date of birth",
    "numbers of the state": "national number",
    "phone at home": "private telephone",
}

#: A cell of fewer digits tells nobody apart: an age, a band.
_FEWEST_DIGITS = r"(?:\d\D*){4}"

_DATE = r"^(?:\d{4}[-/. ]+\d{1,2}[-/. ]+\d{1,2}|\d{1,2}[-/. ]+\d{1,2}[-/. ]+(?:\d{4}|\d{2}))\.?$"
_TIME = r"(?:t|\s)\d{1,2}:\d{2}.*$"


def evidence_of_private(table: Table, private: Mapping[str, str]) -> pl.DataFrame:
    """Get a column of hashes (UInt64) for every private column that tells people apart, by what it is; row by row.

    `private` are the headers that are dropped, with what the cells are where those say so. A blank is null.
    """
    called: Counter[str] = Counter()
    columns = []
    for header, cells in private.items():
        if (kind := _called(header, cells)) is None:
            continue
        called[kind] += 1
        name = kind if called[kind] == 1 else f"{kind} {called[kind]}"
        columns.append(_hashed(table.cells.get_column(header)).alias(name))
    return pl.DataFrame(columns)


def _called(header: str, cells: str) -> str | None:
    # As `known_headers` does: the vocabulary is loaded when a private column is there.
    from keycafe_clean.columns.vocabulary import meaning  # noqa: PLC0415

    if cells == BIRTH_DATES:
        return _CALLED["birth and age"]
    if cells:
        return _CALLED["numbers of the state"] if "IBAN" not in cells and "card" not in cells else None
    found = meaning(header)
    return _CALLED.get(found.group) if found else None


def _hashed(cells: pl.Series) -> pl.Series:
    key = cells.to_frame("cell").select(_key(pl.col("cell"))).to_series()
    return pl.select(pl.when(key.is_not_null()).then(key.hash(seed=_SALT))).to_series()


def _key(cell: pl.Expr) -> pl.Expr:
    """Yield letters and digits alone; of a date its parts by size, so that its order makes no difference."""
    small = with_ascii_digits(cell.str.normalize("NFKC")).str.to_lowercase()
    bare = small.str.replace(_TIME, "").str.strip_chars().str.replace(r"\.0$", "")
    # A number of twenty digits and more is no part of a date.
    parts = bare.str.extract_all("[0-9]+").list.eval(pl.element().cast(pl.Int64, strict=False)).list.sort()
    date = parts.list.eval(pl.element().cast(pl.String)).list.join("-")
    plain = bare.str.replace_all(r"[^\p{L}\p{N}]", "")
    key = pl.when(bare.str.contains(_DATE)).then(date).otherwise(plain)
    return pl.when(bare.str.contains(_FEWEST_DIGITS)).then(key)
