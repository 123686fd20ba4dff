"""Addresses with their type in a column beside them (`E-mail 1 - Type`, `E-mail 1 - Value`): work goes before home."""

import re
from collections.abc import Sequence

import polars as pl

from keycafe_clean.columns.vocabulary import is_work

#: How the two columns of a pair end, whatever stands before: contacts of Google, of other services, SCIM.
_ENDS = re.compile(r"^(.*\d.*?)\b(value|address|adresse|wert|valeur|valor)\W*$", re.IGNORECASE)
_TYPE = re.compile(r"^(.*\d.*?)\b(type|label|typ|art|tipo|libellé|etiqueta)\W*$", re.IGNORECASE)


def typed_pairs(headers: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Get the headers of addresses that have a column with their type, each with that one, in the order of the file."""
    types = {_stem(found.group(1)): header for header in headers if (found := _TYPE.match(header))}
    values = [(header, _stem(found.group(1))) for header in headers if (found := _ENDS.match(header))]
    return tuple((header, types[stem]) for header, stem in values if stem in types)


def address_at_work(chosen: str, cells: pl.DataFrame) -> pl.Expr | None:
    """Yield `source.<header>` of the address whose type says work, in each row, else of the chosen column.

    None: the chosen column has no type beside it.
    """
    pairs = typed_pairs(cells.columns)
    alike = [pair for pair in pairs if _kind(pair[0]) == _kind(chosen)]
    if chosen not in [value for value, _ in alike]:
        return None
    at_work = [
        pl.when(pl.col(f"source.{kind}").is_in(_work_words(cells.get_column(kind)))).then(pl.col(f"source.{value}"))
        for value, kind in alike
    ]
    return pl.coalesce(*at_work, pl.col(f"source.{chosen}"))


def _work_words(types: pl.Series) -> list[str]:
    return [said for said in types.drop_nulls().unique(maintain_order=True) if is_work(said)]


def _stem(beginning: str) -> str:
    return re.sub(r"\W+", " ", beginning).strip().casefold()


def _kind(header: str) -> str:
    """Get a header without its number: addresses are compared with addresses, not with telephones."""
    return re.sub(r"\d+", "", header).casefold()
