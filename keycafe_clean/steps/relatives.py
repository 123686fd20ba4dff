"""Relatives of people who work here, who stand beside them in lists of the insured: only a person lets them in."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.account_type import is_one_of, spelled, spelled_header
from keycafe_clean.steps.columns_of_words import columns_of_words
from keycafe_clean.steps.frame_columns import ADDRESS, NUMBER
from keycafe_clean.steps.own_word import own_word
from keycafe_clean.words import any_of, has_word, words

#: Most different words in a column of relations whose header is not known.
_FEW = 30
#: Assumption: of the cells of such a column, so many are known words.
_MOST = 0.8
#: A code rather than a word, and the most of them in a column.
_CODE, _FEW_CODES = r"^[\p{L}\d]{1,2}$", 12
#: Assumption: so many of the employees have an address, and fewer than half of the relatives.
_ADDRESSED, _UNADDRESSED = 0.8, 0.5
#: Letters of the shortest word that is heard among others; shorter ones are endings and codes.
_SHORTEST = 3

_SEQUENCES = frozenset(spelled(words("relations", "sequence_headers")))
_SURE = frozenset(spelled(words("relations", "headers")))
_NAMED = _SURE | _SEQUENCES | frozenset(spelled(words("relations", "unsure_headers")))
#: What a header of codes of X12 has in it.
_RELATION = "relation"
_OTHERS = spelled(words("relations", "others"))
_BESIDE, _OWN_CELLS = spelled(words("relations", "beside")), spelled(words("relations", "own_cells"))
_FAMILY = words("relations", "family")
_UNCLEAR, _CODES = words("relations", "unclear_family"), words("relations", "family_codes")
_HEARD = tuple(word for word in _FAMILY if len(word) >= _SHORTEST)
_CLEAR = tuple(word for word in _HEARD if word not in {*_UNCLEAR, *_CODES})
#: What stands where nothing should.
_NOTHING = (
    "0",
    "00",
    *(word for word in words("flags", "false") if len(word) > 1),
    *words("placeholders", "ambiguous"),
)


def relation_headers(table: pl.DataFrame, used: Collection[str] = ()) -> tuple[str, ...]:
    """Get the headers, in order, of columns of relations to somebody who works here: by their names or their cells.

    A relation beside a person to call in an emergency is that person's, unless somebody is called `Self` in it; so is
    one beside the name of a relative in columns of its own, which are not `used`.
    """
    others = any(_is_of_others(header) or (header not in used and _is_beside(header)) for header in table.columns)
    heard = columns_of_words(table, _is_heard, most=_FEW)
    found = [it for it in table.columns if _is_about_relations(it, table.get_column(it), says_so=it in heard)]
    return tuple(it for it in found if not others or _any(table.get_column(it).unique(), _is_surely_self))


def relative_rules(rows: pl.DataFrame, headers: Iterable[str], used: Collection[str] = ()) -> tuple[RowRule, ...]:
    """Get the rules about the columns of relations among the columns of an export (`source.<header>`).

    `used` are the headers that our columns come from.

    Every word but the employee's own is asked about: one that is known for a relative, and any other where the header
    or another cell of the column speaks of relatives.
    """
    sources = rows.select(pl.col(f"source.{header}").alias(header) for header in headers)
    return tuple(rule for header in relation_headers(sources, used) for rule in _rules(header, rows))


def family_member(header: str) -> pl.Expr:
    """Yield whether a cell is a word for a relative of somebody who works here; null where blank.

    Reads `source.<header>`.
    """
    return is_family(_source(header))


def relation_unknown(header: str, own: str | None = None) -> pl.Expr:
    """Yield whether a cell is neither the employee's own word nor one known for a relative; null where blank.

    Reads `source.<header>`; `own` is a word that is the employee's own in this file alone.
    """
    cell = _source(header)
    is_own = _is_self(cell) if own is None else _is_self(cell) | (cell == own)
    return ~is_family(cell) & ~is_own & ~is_one_of(cell, (*_NOTHING, *words("placeholders", "words")))


def relation_unknown_by_number(header: str) -> pl.Expr:
    """Yield whether a number is that of a relative: in its column another is lower, or a cell is blank. Blank is null.

    Reads `source.<header>`.
    """
    number = _source(header).cast(pl.Int64, strict=False)
    return number > pl.when(number.null_count() > 0).then(0).otherwise(number.min())


def family_member_by_code(header: str) -> pl.Expr:
    """Yield whether a cell is a relative's code of X12, a lost zero apart; null where blank.

    Reads `source.<header>`.
    """
    return _x12(_source(header)).is_in(words("relations", "x12_family"))


def relation_unknown_by_code(header: str, own: Iterable[str], known: Iterable[str] = ()) -> pl.Expr:
    """Yield whether a code is neither one of an employee's own nor known for a relative's, a lost zero apart.

    Reads `source.<header>`; null where blank.
    """
    return ~_x12(_source(header)).is_in([*own, *known])


def _rules(header: str, rows: pl.DataFrame) -> tuple[RowRule, ...]:
    cell, cells = _source(header), rows.get_column(f"source.{header}")
    if spelled_header(header) in _SEQUENCES:
        return (RowRule("relation_unknown", header, relation_unknown_by_number(header), value=cell),)
    if _is_of_x12(cells):
        return _x12_rules(header)
    if own := _own_code(header, rows):
        return (RowRule("relation_unknown", header, relation_unknown_by_code(header, [own]), value=cell),)
    known = RowRule("family_member", header, family_member(header), value=cell)
    is_for_relations = spelled_header(header) in _NAMED or _is_of_relations(cells)
    is_sure = spelled_header(header) in _SURE or _any(cells, _is_surely_self) or _any(cells, _is_clearly_family)
    if not (is_for_relations and is_sure):
        return (known,)
    return known, RowRule("relation_unknown", header, relation_unknown(header, _own_word(header, rows)), value=cell)


def _own_word(header: str, rows: pl.DataFrame) -> str | None:
    """Get the word of a column, which nobody knows, that is the employee's own; None where nothing tells it."""
    if NUMBER not in rows.columns or ADDRESS not in rows.columns:
        return None
    cell = _source(header)
    said = rows.select(number=NUMBER, address=ADDRESS, word=cell, is_unknown=~is_family(cell), is_own=_is_self(cell))
    return own_word(said.drop_nulls(["number", "word"]))


def _x12_rules(header: str) -> tuple[RowRule, ...]:
    own, family = words("relations", "x12_self"), words("relations", "x12_family")
    return (
        RowRule("family_member", header, family_member_by_code(header), value=_source(header)),
        RowRule("relation_unknown", header, relation_unknown_by_code(header, own, family), value=_source(header)),
    )


def _x12(cell: pl.Expr) -> pl.Expr:
    return cell.str.strip_chars().str.to_uppercase().str.zfill(2)


def _is_of_x12(cells: pl.Series) -> bool:
    """Tell whether most cells are codes of X12, with the subscriber's among them and another."""
    codes = cells.drop_nulls().to_frame("cell").select(_x12(pl.col("cell"))).to_series()
    known = words("relations", "x12_self", "x12_family", "x12_others")
    return "18" in codes and codes.n_unique() > 1 and float(codes.is_in(known).sum()) >= _MOST * codes.len()


def _own_code(header: str, rows: pl.DataFrame) -> str | None:
    """Get the employees' code in a column of codes that nobody knows; None where nothing tells it from the others.

    It is the only one of people with addresses, or the only one that every employee number of several rows has.
    """
    coded = rows.select(
        pl.col(f"source.{header}").alias("read"),
        _x12(pl.col(f"source.{header}")).alias("code"),
        *(name for name in (ADDRESS, NUMBER) if name in rows.columns),
    ).drop_nulls("code")
    if not 1 < coded.get_column("code").n_unique() <= _FEW_CODES or _any(
        coded.get_column("read").unique(), _is_no_code
    ):
        return None
    return _code_of_addresses(coded) or _code_of_numbers(coded)


def _is_no_code(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is longer than a code, or a word that is known."""
    return ~cell.str.strip_chars().str.contains(_CODE) | _is_self(cell) | is_family(cell)


def _code_of_addresses(coded: pl.DataFrame) -> str | None:
    if ADDRESS not in coded.columns:
        return None
    addressed = pl.col(ADDRESS).is_not_null().mean()
    shares = coded.group_by("code").agg(share=addressed).sort("share", descending=True)
    first, second = shares.get_column("share").head(2)
    return str(shares.item(0, "code")) if first >= _ADDRESSED and second < _UNADDRESSED else None


def _code_of_numbers(coded: pl.DataFrame) -> str | None:
    if NUMBER not in coded.columns:
        return None
    families = coded.drop_nulls(NUMBER).filter(pl.col("code").n_unique().over(NUMBER) > 1)
    everywhere = families.group_by("code").agg(numbers=pl.col(NUMBER).n_unique(), rows=pl.len())
    all_of_them = families.get_column(NUMBER).n_unique()
    own = everywhere.filter((pl.col("numbers") == all_of_them) & (pl.col("rows") == all_of_them))
    return str(own.item(0, "code")) if own.height == 1 else None


def _is_of_others(header: str) -> bool:
    return any(word in spelled_header(header) for word in _OTHERS)


def _is_beside(header: str) -> bool:
    """Tell whether a header is that of a relative's name or address: `Dependent Last Name`, `Spouse Email`."""
    plain = spelled_header(header)
    return any(word in plain for word in _BESIDE) and any(word in plain for word in _OWN_CELLS)


def _is_heard(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has a word for a relative, or is a code for one."""
    return _is_clearly_family(cell) | cell.str.to_lowercase().is_in(_CODES)


def _is_about_relations(header: str, cells: pl.Series, *, says_so: bool) -> bool:
    """Tell by its name or its cells; `says_so`: one of these is a word or a code for a relative."""
    is_coded = _RELATION in spelled_header(header) and _is_of_x12(cells)
    by_cells = says_so and (_is_of_relations(cells) or _has_relatives(cells))
    return spelled_header(header) in _NAMED or is_coded or by_cells


def _is_of_relations(cells: pl.Series) -> bool:
    """Tell whether most cells are words for employees and relatives, with both among them."""
    values = cells.drop_nulls()
    different = values.unique()
    if not 1 < different.len() <= _FEW or not (_any(different, _is_clearly_family) or _has_codes(different)):
        return False
    known = values.to_frame("cell").select((_is_whole(pl.col("cell")) | _is_self(pl.col("cell"))).mean()).item()
    return _any(different, _is_self) and known >= _MOST


def _has_relatives(cells: pl.Series) -> bool:
    """Tell whether a column of few words has relatives beside the employees, whatever else it has: `Spouse/DP`."""
    different = cells.drop_nulls().unique()
    told = (_is_clearly_family, _is_only_family, _is_self)
    return different.len() <= _FEW and all(_any(different, says) for says in told)


def _has_codes(cells: pl.Series) -> bool:
    return cells.str.to_lowercase().is_in(_CODES).sum() > 1 and _any(cells, _is_surely_self)


def _any(cells: pl.Series, says: Callable[[pl.Expr], pl.Expr]) -> bool:
    return bool(cells.to_frame("cell").select(says(pl.col("cell")).any()).item())


def _is_whole(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a word for a relative, whatever gender its ending leaves open: `Filho(a)`."""
    return is_one_of(cell, _FAMILY) | is_one_of(cell.str.replace(r"\s*[(/]-?\p{L}{1,3}\)?$", ""), _FAMILY)


def is_family(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has a word for a relative, and others than the employee's own; null where blank."""
    return _is_whole(cell) | (has_word(without_accents(cell), _HEARD) & ~_is_self(cell))


def _is_clearly_family(cell: pl.Expr) -> pl.Expr:
    return has_word(without_accents(cell), _CLEAR)


def _is_only_family(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has no other words than those for relatives, and one that says nothing else."""
    return without_accents(cell).str.contains(_all_of(_family_words())) & _is_clearly_family(cell)


def _is_self(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has no other word than the employee's own: `Self`, `EE`, `Mitarbeiter/in`, `18`."""
    return without_accents(cell).str.contains(_all_of(_self_words())) | is_one_of(cell, words("relations", "self"))


def _is_surely_self(cell: pl.Expr) -> pl.Expr:
    return _is_self(cell) & without_accents(cell).str.contains(_surely_self())


@cache
def _surely_self() -> str:
    """Get the pattern of a folded cell that has one of these words in it, a single letter too."""
    return rf"(?:^|[^\p{{L}}])(?:{any_of(map(fold, words('relations', 'surely_self')))})(?:$|[^\p{{L}}])"


@cache
def _all_of(spellings: frozenset[str]) -> str:
    """Get the pattern of a folded cell that has no other words than these."""
    return rf"^[^\p{{L}}]*(?:(?:{any_of(spellings)})(?:[^\p{{L}}]+|$))+$"


@cache
def _family_words() -> frozenset[str]:
    return frozenset(fold(word) for word in _FAMILY)


@cache
def _self_words() -> frozenset[str]:
    known = (fold(word) for word in words("relations", "self", "surely_self", "self_endings"))
    return frozenset(part for word in known for part in re.split(r"[\W\d]+", word) if part)


def _source(header: str) -> pl.Expr:
    return pl.col(f"source.{header}")
