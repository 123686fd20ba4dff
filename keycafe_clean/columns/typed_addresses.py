"""Addresses with their type in a column beside them (`Email 1`, `Email 1 Type`): work goes before home."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import polars as pl

from keycafe_clean.columns.address_types import is_bare_type, is_of_home, is_of_work, is_type_of_addresses
from keycafe_clean.columns.cell_shapes import is_address
from keycafe_clean.columns.headers import key, words
from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.steps.frame_columns import ADDRESS

#: How the two columns of a pair end, whatever stands before: contacts of Google, of other services, SCIM, ADP.
_ENDS = re.compile(r"^(.+?)\b(value|address|adresse|wert|valeur|valor)\W*$", re.IGNORECASE)
_TYPE = re.compile(r"^(.+?)\b(type|label|typ|art|tipo|libellé|etiqueta)\W*$", re.IGNORECASE)

#: The number of an address that has none of its own: `Correo` and `Correo 2` are two of them.
_FIRST = "1"


def typed_pairs(headers: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Get the headers of addresses that have a column with their type, each with that one, in the order of the file."""
    pairs = dict(_by_place(headers)) | dict(_by_number(headers)) | dict(_by_stem(headers))
    return tuple((header, pairs[header]) for header in headers if header in pairs)


def _by_stem(headers: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Get the pairs whose headers begin alike: `Email 1` and `Email 1 Type`."""
    types = {_stem(found.group(1)): header for header in headers if (found := _TYPE.match(header))}
    return tuple(
        (header, types[stem])
        for header in headers
        if header not in types.values()
        and recognise(header) == ADDRESS
        and (stem := next((it for it in _stems(header) if it in types), None))
    )


def _by_number(headers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of one number, in any words for types of addresses: `Correo 2` and `Tipo de correo 2`.

    Where several addresses have that number it is open which of them has the type, and none is a pair.
    """
    types = {_number(header): header for header in headers if is_type_of_addresses(header)}
    for number, kind in types.items():
        typed = [header for header in headers if recognise(header) == ADDRESS and _number(header) == number]
        yield from ((header, kind) for header in typed if len(typed) == 1)


def _by_place(headers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of an address and a bare type of its number right before it, else right behind it: `Type 1`."""
    behind = [(address, kind) for address, kind in pairwise(headers) if _belongs(kind, address)]
    before = [(address, kind) for kind, address in pairwise(headers) if _belongs(kind, address)]
    typed = {kind for _, kind in before}
    yield from (pair for pair in behind if pair[1] not in typed)
    yield from before


def _belongs(kind: str, address: str) -> bool:
    return is_bare_type(kind) and recognise(address) == ADDRESS and _number(kind) == _number(address)


def address_at_work(chosen: str, cells: pl.DataFrame, *, types_count: bool = True) -> pl.Expr | None:
    """Yield `source.<header>` of the address whose type says work, in each row, else of the chosen column.

    One that is private by its type is not taken while those of others are not; where there is no other, it is if
    `types_count` is false. None: the chosen column has no type beside it.
    """
    pairs = _told(chosen, cells)
    if not pairs:
        return None
    cell = {value: pl.col(f"source.{value}") for value, _ in pairs}
    work = {value: pl.col(f"source.{kind}").is_in(_said(cells, kind, is_of_work)) for value, kind in pairs}
    home = {value: _is_private(cells, kind) for value, kind in pairs}
    at_work = [pl.when(work[value]).then(cell[value]) for value, _ in pairs]
    if not types_count or _all_private(cells, pairs):
        return pl.coalesce(*at_work, *cell.values())
    return pl.coalesce(*at_work, *(pl.when(~home[value]).then(cell[value]) for value, _ in pairs))


def private_ones(chosen: str, cells: pl.DataFrame) -> tuple[str, pl.Expr] | None:
    """Get the column of types, and yield whether a type says that an address of the row is private; never null.

    Reads `source.<header>`. None: the chosen column has no type beside it.
    """
    pairs = _told(chosen, cells)
    said = [is_address(f"source.{value}").fill_null(value=False) & _is_private(cells, kind) for value, kind in pairs]
    return (pairs[0][1], pl.any_horizontal(said)) if pairs else None


def types_beside(chosen: str, headers: Sequence[str]) -> frozenset[str]:
    """Get the headers of the types of such addresses; empty where the chosen column has none beside it."""
    return frozenset(kind for _, kind in _alike(chosen, headers))


def headers_beside(chosen: Sequence[str], cells: pl.DataFrame) -> tuple[str, ...]:
    """Get the headers of types and further addresses that tell which address counts, in the order of the file.

    Empty where not a single column is chosen, or it has no type beside it.
    """
    found = {header for pair in _told(chosen[0], cells) for header in pair} if len(chosen) == 1 else set[str]()
    return tuple(header for header in cells.columns if header in found - {*chosen})


def _alike(chosen: str, headers: Sequence[str]) -> list[tuple[str, str]]:
    """Get the pairs of the same kind as the chosen column, that one first; empty where it has no type beside it."""
    pairs = [pair for pair in typed_pairs(headers) if _kind(pair[0]) == _kind(chosen)]
    return sorted(pairs, key=lambda pair: pair[0] != chosen) if chosen in dict(pairs) else []


def _told(chosen: str, cells: pl.DataFrame) -> list[tuple[str, str]]:
    """Get such pairs less the bare types (`Art`) that have other words than those for an address at work or at home."""
    return [pair for pair in _alike(chosen, cells.columns) if not is_bare_type(pair[1]) or _are_types(cells, pair[1])]


def _are_types(cells: pl.DataFrame, kind: str) -> bool:
    return all(is_of_work(said) or is_of_home(said) for said in cells.get_column(kind).drop_nulls().unique())


def _is_private(cells: pl.DataFrame, kind: str) -> pl.Expr:
    return pl.col(f"source.{kind}").is_in(_said(cells, kind, is_of_home)).fill_null(value=False)


def _all_private(cells: pl.DataFrame, pairs: list[tuple[str, str]]) -> bool:
    """Tell whether all addresses are private by their types: then these tell nobody from anybody."""
    typed = (cells.filter(pl.col(value).is_not_null()).get_column(kind).unique() for value, kind in pairs)
    return all(said is not None and is_of_home(said) for types in typed for said in types)


def _said(cells: pl.DataFrame, kind: str, says: Callable[[str], bool]) -> list[str]:
    return [said for said in cells.get_column(kind).drop_nulls().unique(maintain_order=True) if says(said)]


def _stems(header: str) -> tuple[str, ...]:
    """Get what a header is without an ending of values, and the header itself: `Email 1` has none."""
    found = _ENDS.match(header)
    return (*((_stem(found.group(1)),) if found else ()), _stem(header))


def _stem(beginning: str) -> str:
    return re.sub(r"\W+", " ", beginning).strip().casefold()


def _kind(header: str) -> str:
    """Get a header without its number: addresses are compared with addresses, not with telephones."""
    return re.sub(r"\d+", "", key(header))


def _number(header: str) -> str:
    return next((word for word in words(header) if word.isdecimal()), _FIRST)
