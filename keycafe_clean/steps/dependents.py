"""Columns that name whose relative somebody is: `Dependent Of` beside the employee's number, address or name."""

import re
from collections.abc import Collection, Iterable, Iterator

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import fold, folded_name
from keycafe_clean.steps.account_type import is_one_of
from keycafe_clean.steps.frame_columns import ADDRESS, FULL_NAME, LAST, NAME_COLUMNS, NUMBER
from keycafe_clean.words import words

#: Assumption: a column of others' numbers that nobody has named is one of relatives where so many have a last name of
#: whom they belong to, and fewer than half of all rows have anything in it. Of managers, everybody has one.
_NAMESAKES, _FEW = 0.5, 0.5

#: Nearly everybody has a cell below a header that may speak of somebody else: it is one who leads them, unless
#: somebody stands beside their own key.
_NEARLY_ALL = 0.8

#: What stands where nothing should, and where the employee stands.
_NOTHING = (
    "0",
    *words("flags", "false"),
    *words("placeholders", "ambiguous", "words"),
    *words("relations", "self", "surely_self"),
)

#: What a header says of the cells below it, behind whose relative: `Sponsor ID`, `Dependent of (employee no.)`.
_SAID_OF_CELLS = rf"(?: (?:{'|'.join(words('relations', 'key_words'))}))+$"

#: Signs around a number that make no difference: blanks, and zeros that a spreadsheet takes away.
_LEADING = r"^0+(\w)"


def dependent_rules(rows: pl.DataFrame, headers: Iterable[str], unknown: Collection[str] = ()) -> tuple[RowRule, ...]:
    """Get the rules about columns of an export (`source.<header>`) that name whose relative somebody is.

    By the header, whatever stands there asks; by one that may as well say who vouches for somebody, and by the cells
    alone of a column whose header nobody knows (`unknown`), the key of another row does.
    """
    return tuple(_rules(rows, headers, unknown))


def family_member_by_header(header: str, own: Collection[int] = ()) -> pl.Expr:
    """Yield whether a cell names whose relative somebody is: neither nothing nor a key of the row itself (`own`).

    Null where blank. Reads `source.<header>`; `own` are the row_id of whoever stands beside their own key.
    """
    cell = pl.col(f"source.{header}")
    return ~is_one_of(cell, _NOTHING) & ~pl.col("row_id").is_in(list(own))


def family_member_by_key(header: str, others: Collection[int]) -> pl.Expr:
    """Yield whether a row is one of those (`others`) that stand beside the key of somebody else; null where blank.

    Reads `source.<header>`.
    """
    return pl.when(pl.col(f"source.{header}").is_not_null()).then(pl.col("row_id").is_in(list(others)))


def _rules(rows: pl.DataFrame, headers: Iterable[str], unknown: Collection[str]) -> Iterator[RowRule]:
    told = {header: kind for header in headers if (kind := _kind(header)) or header in unknown}
    sought = [it for it, kind in told.items() if kind or _may_be_of_few(rows.get_column(f"source.{it}"))]
    if not sought:
        # Most exports have no such column, and keys of everybody have their price.
        return
    numbers = _numbers(rows)
    keys = pl.concat([numbers, _names(rows)]) if any(map(told.get, sought)) else numbers
    for header in sought:
        cell, kind = pl.col(f"source.{header}"), told[header]
        met = _met(rows, header, keys if kind else numbers)
        if kind == "belongs_to":
            yield RowRule("family_member", header, family_member_by_header(header, _own(rows, met, header)), value=cell)
        elif others := _others(rows, met, header, of_namesakes=not kind):
            yield RowRule("family_member", header, family_member_by_key(header, others), value=cell)


def _kind(header: str) -> str | None:
    """Get which list a header is of: `belongs_to`, `may_belong_to`; None: of none."""
    plain = " ".join(re.findall(r"[^\W_]+", fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header))))
    spellings = {plain, re.sub(_SAID_OF_CELLS, "", plain)}
    kinds = ("belongs_to", "may_belong_to")
    return next((it for it in kinds if not spellings.isdisjoint(map(fold, words("relations", it)))), None)


def _may_be_of_few(cells: pl.Series) -> bool:
    return 0 < cells.count() < _FEW * cells.len()


def _key(cell: pl.Expr) -> pl.Expr:
    return cell.str.strip_chars().str.to_lowercase().str.replace(_LEADING, "$1")


def _name(cell: pl.Expr) -> pl.Expr:
    """Yield the words of a name in one order, null where there is but one."""
    words_of = folded_name(cell).str.split(" ").list.sort()
    return pl.when(words_of.list.len() > 1).then(words_of.list.join(" "))


def _numbers(rows: pl.DataFrame) -> pl.DataFrame:
    """Get `key` and `whose`, a line for each number and address of a row."""
    return _keys(rows, [_key(pl.col(name)) for name in (NUMBER, ADDRESS) if name in rows.columns])


def _names(rows: pl.DataFrame) -> pl.DataFrame:
    """Get `key` and `whose`, a line for each whole name of a row."""
    named = [name for name in NAME_COLUMNS if name in rows.columns]
    told = [_name(pl.concat_str(named, separator=" ", ignore_nulls=True))] if named else []
    return _keys(rows, [*told, *([_name(pl.col(FULL_NAME))] if FULL_NAME in rows.columns else [])])


def _keys(rows: pl.DataFrame, told: list[pl.Expr]) -> pl.DataFrame:
    nobody = pl.DataFrame(schema={"key": pl.String, "whose": rows.schema["row_id"]})
    return pl.concat([nobody, *(rows.select(key=it, whose="row_id") for it in told)]).drop_nulls().unique()


def _met(rows: pl.DataFrame, header: str, keys: pl.DataFrame) -> pl.DataFrame:
    """Get `row_id` and `whose` for every row whose cell is a key of some row, perhaps its own."""
    cell = pl.col(f"source.{header}")
    filled = rows.select("row_id", cell=cell).drop_nulls()
    said = pl.concat(
        filled.select("row_id", key=it) for it in (_key(pl.col("cell")), _name(pl.col("cell")))
    ).drop_nulls()
    return said.join(keys, on="key").select("row_id", "whose").unique().sort("row_id", "whose")


def _own(rows: pl.DataFrame, met: pl.DataFrame, header: str) -> list[int]:
    """Get who stands beside a key of their own; of one that others have too, where no cell of the column is blank."""
    own = met.filter(pl.col("row_id") == pl.col("whose"))
    if rows.get_column(f"source.{header}").null_count():
        own = own.join(met.filter(pl.col("row_id") != pl.col("whose")), on="row_id", how="anti")
    return own.get_column("row_id").to_list()


def _others(rows: pl.DataFrame, met: pl.DataFrame, header: str, *, of_namesakes: bool) -> list[int]:
    """Get who stands beside the key of somebody else and has no address at work, which says that they work here.

    `of_namesakes`: none of them may have one, and most have a last name of whom they belong to.
    """
    own = met.filter(pl.col("row_id") == pl.col("whose"))
    if own.is_empty() and rows.get_column(f"source.{header}").count() > _NEARLY_ALL * rows.height:
        return []
    others = met.join(own, on="row_id", how="anti")
    works = rows.filter(_has_work_address(rows)).get_column("row_id").implode()
    unaddressed = others.filter(~pl.col("row_id").is_in(works))
    people = unaddressed.get_column("row_id").unique(maintain_order=True)
    if not of_namesakes:
        return people.to_list()
    is_sure = unaddressed.height == others.height and _are_namesakes(rows, others, people.len())
    return people.to_list() if is_sure and others.get_column("whose").is_in(works).all() else []


def _has_work_address(rows: pl.DataFrame) -> pl.Expr:
    if ADDRESS not in rows.columns:
        return pl.lit(value=False)
    domain = pl.col(ADDRESS).str.to_lowercase().str.extract("@(.+)$")
    return (domain.is_not_null() & ~domain.is_in(words("domains", "providers"))).fill_null(value=False)


def _are_namesakes(rows: pl.DataFrame, others: pl.DataFrame, people: int) -> bool:
    """Tell whether most have a word of a last name in common with whom they stand beside."""
    if LAST not in rows.columns:
        return False
    named = rows.select("row_id", words=folded_name(pl.col(LAST)).str.split(" ")).drop_nulls()
    both = others.join(named, on="row_id").join(named, left_on="whose", right_on="row_id", suffix=".whose")
    same = both.filter(pl.col("words").list.set_intersection("words.whose").list.len() > 0)
    return people > 0 and same.get_column("row_id").n_unique() >= _NAMESAKES * people
