"""What else an export says of a person: cells of unused columns that tell two people of one name apart.

Whatever is equal in the columns that are used may be two people all the same: father and son, namesakes at one desk.
Cells that are a person's own (a birth date, a telephone, a badge, another number, a middle name, `Jr.`) speak against
one person where they differ; what belongs to a job or a record (cost centre, comments, last change) does not.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files

import polars as pl

from keycafe_clean.columns.headers import words
from keycafe_clean.columns.spellings import Meaning
from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.folding import folded_name
from keycafe_clean.match.comparison_keys import column_keys, number_key

#: The columns of evidence: `own.` cells are always a person's own, `likely.` ones by how they behave, and the `cell.`
#: ones are all that must be the same in rows that are the same.
OWN, LIKELY, CELL = "own.", "likely.", "cell."

#: What tells father and son apart, as it is called where they are asked about.
SUFFIX = "suffix (Jr., Sr.)"

#: The frame's columns of hashes of private cells.
_HASHED, _UNUSED = "evidence.", "source."

#: Of so many names is asked how a column behaves; they are drawn by what they are, not by where they stand.
_ASKED = 20_000

#: A person's own cell is shared by people of other names in no more of its values than this (a desk, a family).
_MOST_SHARED = 0.05

#: Nor in more than this of codes under a header that says no more (`Código`): a few are used again, or typed wrongly.
_MOST_SHARED_CODES = 0.2

#: The share of a column's filled cells that must look like numbers or addresses of a person.
_MOSTLY = 0.8

#: Headers that are known and say nothing of the person, though their cells may be numbers.
_NOT_OWN = frozenset({"other", "counter", "department", "location", "status", "active", "disabled", "full_name"})
_OWN_DECOYS = frozenset({"is private, not the address at work", "is not the first address of the person"})

_IDENTIFIER = (
    r"^(?:[^\s@]+@[^\s@]+"  # an address
    r"|[({]?[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}[)}]?"  # a GUID
    r"|\+?[\d(][\d\s().\-/]+\d"  # a telephone, a number with signs between
    r"|[\p{L}]{0,6}[-_./ ]?\d[\p{L}\d._/-]*)$"  # 10042, E-10042
)
_DIGITS = r"(?:\d\D*){3}|^0\d"
_DATE_OR_TIME = r"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d:\d\d|^\d+[.,]\d{1,2}$"
_TIME = r"\d{1,2}:\d{2}"


def evidence_of(rows: pl.DataFrame, asked: pl.Series, used: Collection[str]) -> pl.DataFrame:
    """Get the columns of evidence (`OWN`, `LIKELY`, `CELL`, with the header) of the rows that are `asked` (Boolean).

    Keeps their order; a blank is null. `used` are the headers that are used, whose cells are compared elsewhere.
    """
    unused = [name for name in rows.columns if name.startswith(_UNUSED) and name.removeprefix(_UNUSED) not in used]
    filled = [name for name in unused if rows.get_column(name).null_count() < rows.height]
    some = rows.filter(asked)
    hashed = [pl.col(name).alias(OWN + name.removeprefix(_HASHED)) for name in rows.columns if name.startswith(_HASHED)]
    badge = [number_key(pl.col("Badge Code")).alias(f"{OWN}Badge Code")] if "Badge Code" in rows.columns else []
    own = [key for name in filled for key in _own(name)]
    likely = [_number(name).alias(LIKELY + name.removeprefix(_UNUSED)) for name in filled if _is_likely_own(rows, name)]
    alike = [name for name in _in_every_file(rows, filled) if not _is_about_the_record(rows, name)]
    cells = {CELL + name.removeprefix(_UNUSED): name for name in alike}
    keys = [*hashed, *badge, _generation(rows, filled).alias(OWN + SUFFIX), *own, *likely]
    names = [*(key.meta.output_name() for key in keys), *cells]
    if some.is_empty():
        # Patterns are compiled for nothing, too, and most exports have nobody twice.
        return pl.DataFrame(schema=dict.fromkeys(names, pl.String))
    told = (column_keys(some.get_column(name)).alias(cell) for cell, name in cells.items())
    return some.with_columns(*keys, *told).select(names)


def generations(rows: pl.DataFrame) -> pl.DataFrame:
    """Get `row_id` and `generation` of rows, in order: `jr`, `sr`, `ii` and so on, `none` where a name has none."""
    unused = [name for name in rows.columns if name.startswith(_UNUSED)]
    return rows.select("row_id", generation=_generation(rows, unused))


def telephones(rows: pl.DataFrame, used: Collection[str]) -> dict[str, pl.Series]:
    """Get the numbers of the columns of a person's telephones that are not `used`, by `source.<header>`."""
    headers = [name.removeprefix(_UNUSED) for name in rows.columns if name.startswith(_UNUSED)]
    own = [it for it in headers if it not in used and speaks_of(it, "telephone") and not _is_anothers(meaning(it), it)]
    return {_UNUSED + it: rows.select(_number(_UNUSED + it)).to_series() for it in own}


def _in_every_file(rows: pl.DataFrame, columns: list[str]) -> list[str]:
    """Get the columns that are filled in every file: what one file does not have is not another cell."""
    if "file" not in rows.columns or not columns:
        return columns
    counts = rows.group_by("file").agg(pl.col(columns).count()).drop("file")
    return [name for name in columns if counts.get_column(name).min()]


def of_kind(evidence: pl.DataFrame, *kinds: str) -> list[str]:
    """Get the columns of evidence of these kinds, those that are filled."""
    return [
        name
        for name in evidence.columns
        if name.startswith(kinds) and evidence.get_column(name).null_count() < evidence.height
    ]


def _own(name: str) -> Iterator[pl.Expr]:
    header = name.removeprefix(_UNUSED)
    found = meaning(header)
    if speaks_of(header, "job"):
        return
    if speaks_of(header, "middle_name"):
        # An initial is the whole name's: Anna and A. are one.
        yield folded_name(pl.col(name)).str.head(1).alias(OWN + header)
    elif found and found.kind in ("badge", "employee_id", "login"):
        # A zero before it is lost in spreadsheets; before a telephone it is the way to another town.
        yield number_key(pl.col(name)).alias(OWN + header)


def _is_likely_own(rows: pl.DataFrame, name: str) -> bool:
    header = name.removeprefix(_UNUSED)
    if list(_own(name)) or _is_anothers(meaning(header), header):
        return False
    drawn = _drawn(rows, name)
    most = _MOST_SHARED_CODES if _is_code(header) else _MOST_SHARED
    return not drawn.is_empty() and _looks_own(drawn) and _is_of_one_name(drawn, most) and not _counts_rows(rows, name)


def _is_code(header: str) -> bool:
    """Tell whether a header says `code` or `number` and not of what."""
    found = meaning(header)
    return found is not None and found.kind == "id"


def _is_anothers(found: Meaning | None, header: str) -> bool:
    """Tell whether a header is known to be about a job, a record or somebody else."""
    if speaks_of(header, "job"):
        return True
    if speaks_of(header, "telephone"):
        return bool(found and found.kind == "decoy" and found.group not in _OWN_DECOYS)
    if found is None:
        return speaks_of(header, "record")
    return found.kind in _NOT_OWN or (found.kind == "decoy" and found.group not in _OWN_DECOYS)


def _drawn(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    """Get each different `cell` with each different `name`, of names that are drawn by what they are."""
    parts = [part for part in ("First Name", "Last Name", "full_name") if part in rows.columns]
    named = rows.select(
        cell=pl.col(name).str.strip_chars(),
        name=pl.concat_str(parts, separator=" ", ignore_nulls=True).str.to_lowercase().pipe(_in_any_order),
    ).filter(pl.col("cell").is_not_null() & (pl.col("cell") != "") & (pl.col("name") != ""))
    one_of = max(rows.height // _ASKED, 1)
    return named.filter(pl.col("name").hash(seed=1) % one_of == 0).unique()


def _in_any_order(name: pl.Expr) -> pl.Expr:
    return name.str.extract_all(r"[^\s,]+").list.sort().list.join(" ")


def _looks_own(drawn: pl.DataFrame) -> bool:
    cell = pl.col("cell")
    fits = cell.str.contains(_IDENTIFIER) & (cell.str.contains(_DIGITS) | cell.str.contains("@", literal=True))
    share = drawn.select((fits & ~cell.str.contains(_DATE_OR_TIME)).mean()).item()
    return bool(share >= _MOSTLY)


def _is_of_one_name(drawn: pl.DataFrame, most: float) -> bool:
    names = drawn.group_by("cell").agg(names=pl.len()).get_column("names")
    return bool((names > 1).mean() <= most)  # type: ignore[operator]  # a mean of none is not asked


def _counts_rows(rows: pl.DataFrame, name: str) -> bool:
    """Tell whether a column holds the whole numbers from 0 or 1 to the number of rows, each once, in any order."""
    numbers = rows.get_column(name).str.strip_chars().cast(pl.Int64, strict=False)
    least = numbers.min()
    is_dense = numbers.null_count() == 0 and numbers.n_unique() == rows.height
    return is_dense and least in (0, 1) and numbers.max() == least + rows.height - 1  # type: ignore[operator]


def _is_about_the_record(rows: pl.DataFrame, name: str) -> bool:
    header = name.removeprefix(_UNUSED)
    found = meaning(header)
    if (found and found.kind == "counter") or speaks_of(header, "record") or _counts_rows(rows, name):
        return True
    timed = rows.get_column(name).str.contains(_TIME).mean()
    return bool(timed is not None and timed >= _MOSTLY)  # type: ignore[operator]  # the mean of a Boolean


def _number(name: str) -> pl.Expr:
    """Yield a number as it is compared; of a telephone its last digits, whatever stands before them."""
    key = number_key(pl.col(name))
    is_written_so = with_ascii_digits(pl.col(name)).str.contains(r"^\s*[+(0][\d\s().\-/]{6,}$") | speaks_of(
        name.removeprefix(_UNUSED), "telephone"
    )
    return pl.when(is_written_so & key.str.contains(r"^\d{7,}$")).then(key.str.tail(7)).otherwise(key)


def _generation(rows: pl.DataFrame, unused: list[str]) -> pl.Expr:
    """Yield `jr`, `sr`, `ii` and so on of a name as it was read; `none` where a name has none of them."""
    raw = [name for name in ("raw.First Name", "raw.Last Name", "raw.full_name") if name in rows.columns]
    cut = [name for name in ("First Name", "Last Name") if name in rows.columns]
    suffixes = [name for name in unused if speaks_of(name.removeprefix(_UNUSED), "name_suffix")]
    name, behind = (
        pl.concat_str(*(folded_name(pl.col(part)) for part in parts), pl.lit("."), separator=" ", ignore_nulls=True)
        for parts in (raw or cut, suffixes)
    )
    # What stands before a name is a form of address: Sr. García.
    in_name = _extracted(name.str.replace(r"^sn?r ", ""), _generations("generations"))
    said = [in_name, _extracted(behind, _generations("generations", "generations_alone"))]
    return pl.when(name != ".").then(pl.coalesce(*said, pl.lit("none")))


def _extracted(text: pl.Expr, words: Mapping[str, str]) -> pl.Expr:
    return text.str.extract(rf"(?:^| )({'|'.join(words)}) ").replace(words)


def speaks_of(header: str, kind: str) -> bool:
    """Tell whether a header has a word of a kind of `evidence.toml` in it."""
    folded = " ".join(words(header))
    return re.search(_pattern(kind), folded) is not None


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("keycafe_clean.match").joinpath("evidence.toml").read_text(encoding="utf-8"))


@cache
def _pattern(kind: str) -> str:
    data = _data()[kind]
    spelled = (re.escape(" ".join(words(name))) for name in data.get("spelled", ()))
    return "|".join([rf"\b(?:{'|'.join(data['words'])})\b", *data["anywhere"], *spelled])


@cache
def _generations(*tables: str) -> dict[str, str]:
    return {word: kind for table in tables for kind, listed in _data()[table].items() for word in listed}
