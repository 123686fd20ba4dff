"""A pasted list of who is in Keycafe already: addresses and names, in lines, between whatever signs."""

from functools import cache

import polars as pl

from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.export import Source
from keycafe_clean.folding import without_accents
from keycafe_clean.match.known import DENIED, PERSON, UNREAD, UNSURE
from keycafe_clean.steps.full_name.pieces import SURNAME_PARTICLES
from keycafe_clean.steps.not_a_person import is_no_person
from keycafe_clean.words import any_of, anywhere, words

#: An address wherever it stands; outer quote marks and dots are taken off afterwards.
ADDRESS = r"[^\s<>,;:()\"\[\]|/@]+@[^\s<>,;:()\"\[\]|/@]+\.[^\s<>,;:()\"\[\]|/@]+"

#: A name, in quote marks or not, before an address in brackets.
_BRACKETED = r"(?:\"[^\"]*\"|[^;<>(\[\"\n\t@]*)\s*[<(\[][^<>()\[\]]*@[^<>()\[\]]*[>)\]]"

#: An entry of a pasted line that has an address.
_ENTRY = f"{_BRACKETED}|{ADDRESS}"

#: Addresses that say which kind each is are those of one person (`SMTP:a;smtp:b`).
_ALIAS = r"(?i)\bsmtp:"

#: What stands before an entry and is none of it: the number or dot of a list, a link's scheme, an alias's kind.
_BEFORE = r"(?i)^\s*(?:\d{1,5}[.)]\s+|[-*+•·–—]\s+)|\b(?:mailto|smtp):"

#: What stands in brackets behind an entry.
_NOTE = r"[(\[][^()\[\]@]*[)\]]"

#: The signs around an entry.
_AROUND = " \t\r\n,;|:\"'-–—\u00a0"

#: A name before a bracket, or beside the only address of a line.
_NAME = r"^[\p{L}\p{M}'’.,\- ]{2,60}$"

_WORD = r"\p{L}[\p{L}\p{M}'’.\-]*"
_CAPITAL = r"[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.\-]*"

#: A name that stands alone: a few words that all begin with a capital, particles apart, or signs of East Asia.
_ALONE = rf"^(?:(?:(?:{_CAPITAL}|{any_of(SURNAME_PARTICLES)})[, ]+){{1,4}}{_CAPITAL}|[\p{{Han}}\p{{Hangul}}]{{2,4}})$"

#: The same in a list of nothing but names, where no capitals are needed.
_ALONE_IN_SMALL = rf"^(?:{_WORD}[, ]+){{1,3}}{_WORD}$"

#: What ends with a colon speaks of the lines below it.
_HEADING = r":[\s,;]*$"

#: A text that may be a part of a name of several words.
_OF_WORDS = r"\S\s+\S"


def texts_of(source: Source) -> pl.DataFrame:
    """Get what was written, line by line (`list_row`, `text`); a row of column names that are none is a line too."""
    delimiter = source.delimiter or "; "
    cells = pl.concat_str(pl.all(), separator=delimiter, ignore_nulls=True)
    numbers = source.rows.get_column("source_row").cast(pl.UInt32)
    rows = source.cells.select(text=cells).with_columns(list_row=numbers)
    above = pl.DataFrame({"text": [*source.preamble, *_first_line(source, delimiter)]}, schema={"text": pl.String})
    numbered = above.with_columns(list_row=pl.int_range(1, above.height + 1, dtype=pl.UInt32, eager=True))
    return pl.concat([numbered, rows.select("text", "list_row")]).filter(pl.col("text").str.contains(r"\S"))


def has_header(source: Source) -> bool:
    """Tell whether the row of column names holds some: a list without any begins with its first person."""
    return source.header_row is not None and any(meaning(header) for header in source.headers)


def headers_written(source: Source) -> tuple[str, ...]:
    """Get the column names that stand in the file: those of columns that only some rows reach are ours."""
    return tuple(header for place, header in enumerate(source.headers, 1) if header != f"Column {place}")


def _first_line(source: Source, delimiter: str) -> list[str]:
    return [] if source.header_row is None or has_header(source) else [delimiter.join(headers_written(source))]


def pasted(source: Source) -> pl.DataFrame:
    """Get a line an entry: `list_row`, `list_text` (as written), `Email Address`, `name`, `person`, `list_doubt`.

    In the order of the list. Null is what an entry does not say. Entries of which the list says that they are not in
    Keycafe have neither name nor address (`DENIED`), and so have groups and lines without any (`UNREAD`).
    """
    lines = texts_of(source).rename({"text": "list_text"}).with_columns(is_denied=_is_denied())
    units = _units(lines).with_row_index("unit")
    entries = pl.concat([_with_address(units), _without_address(units)], how="diagonal").sort(
        "unit", maintain_order=True
    )
    told = lines.join(entries.drop("list_text", "unit"), on="list_row", how="left", maintain_order="left_right")
    is_alias = pl.col("list_text").str.contains(_ALIAS)
    number = pl.int_range(pl.len(), dtype=pl.UInt32)
    is_nobody = pl.col("name").is_null() & pl.col("Email Address").is_null()
    doubt = pl.when("is_denied").then(pl.lit(DENIED)).when(is_nobody).then(pl.lit(UNREAD)).otherwise("list_doubt")
    found = told.with_columns(
        pl.when(is_alias).then(number.min().over("list_row")).otherwise(number).alias(PERSON), list_doubt=doubt
    )
    told_apart = found.with_columns(list_text=pl.coalesce("group", "list_text")).drop("group")
    return told_apart.with_columns(pl.when(~pl.col("is_denied")).then(pl.col("name", "Email Address")))


@cache
def denying(*kinds: str) -> str:
    """Get the pattern of words, in a text without accents, that say of somebody that they are not in Keycafe."""
    return anywhere(words("lists", *kinds))


def plain(text: pl.Expr) -> pl.Expr:
    """Yield a text as `denying()` reads it."""
    return without_accents(text.str.replace_all("’", "'", literal=True))


def is_state_denied(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a state of who is not in Keycafe, or no longer (`Deleted`); false where blank."""
    bare = plain(cell).str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    return bare.is_in(words("lists", "states")).fill_null(value=False)


def _is_denied() -> pl.Expr:
    """Yield whether a line denies, or the last line above it that ends with a colon and has no address does."""
    text = pl.col("list_text")
    denies = plain(text.str.replace_all(ADDRESS, " ")).str.contains(denying("denies", "lacks"))
    is_heading = text.str.contains(_HEADING) & ~text.str.contains("@", literal=True)
    return denies | pl.when(is_heading).then(denies).forward_fill().fill_null(value=False)


def _units(lines: pl.DataFrame) -> pl.DataFrame:
    """Get what is read together: a line with one address, else what stands between the semicolons of a line."""
    bare = pl.col("list_text").str.replace_all(_BEFORE, " ")
    several = bare.str.count_matches(_ENTRY) != 1
    parts = pl.when(several).then(bare.str.replace_all(r"[\t\n\r|]", ";").str.split(";"))
    read = lines.select("list_row", "list_text", text=parts.otherwise(pl.concat_list(bare)))
    return read.explode("text", empty_as_null=True).with_columns(entry=pl.col("text").str.extract_all(_ENTRY))


def _with_address(units: pl.DataFrame) -> pl.DataFrame:
    """Get a line an address, with the name before its bracket, or beside the only one."""
    entries = units.with_columns(is_alone=pl.col("entry").list.len() == 1).explode("entry", empty_as_null=True)
    before = pl.col("entry").str.extract(r"(?s)^(.*?)[<(\[]")
    beside = pl.when("is_alone").then(_beside())
    said = pl.coalesce(before, beside).str.strip_chars(_AROUND)
    name, unsure = _own_name(said)
    address = tidy_address(pl.col("entry").str.extract_all(ADDRESS).list.last())
    named = pl.when(name.str.contains(_NAME)).then(name)
    return entries.drop_nulls("entry").select(
        "unit",
        "list_row",
        "list_text",
        name=named,
        list_doubt=_doubt(unsure),
        group=pl.lit(None, pl.String),
        **{"Email Address": address},
    )


def _beside() -> pl.Expr:
    return pl.col("text").str.replace_all(ADDRESS, " ").str.replace_all(_NOTE, " ").str.replace_all(r"\s+", " ")


def _own_name(said: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Yield the name that belongs to an address, and whether others may stand before it, between commas."""
    parts = said.str.split(",").list.eval(pl.element().str.strip_chars(_AROUND)).list.drop_nulls()
    filled = parts.list.filter(pl.element() != "")
    last = filled.list.last()
    many = filled.list.len() > 2
    two_names = (filled.list.len() == 2) & filled.list.eval(pl.element().str.contains(_OF_WORDS)).list.all()
    both = filled.list.tail(2).list.join(", ")
    name = pl.when(many & ~last.str.contains(_OF_WORDS)).then(both).when(many).then(last).otherwise(said)
    return name, (many | two_names).fill_null(value=False)


def _without_address(units: pl.DataFrame) -> pl.DataFrame:
    """Get the names that stand alone: `A`, `Last, First`, `A; B`; beside addresses also `A, B`."""
    is_read = (pl.col("entry").list.len() == 1) & ~pl.col("text").str.contains(_BRACKETED)
    rest = pl.col("text").str.replace_all(_ENTRY, ";").str.replace_all(_NOTE, " ")
    pieces = units.filter(~is_read).with_columns(piece=rest.str.split(";"))
    each = (
        pieces.explode("piece", empty_as_null=True)
        .filter(~pl.col("piece").str.contains(_HEADING))
        .with_columns(pl.col("piece").str.strip_chars(_AROUND))
    )
    parts = pl.col("piece").str.split(",").list.eval(pl.element().str.strip_chars(_AROUND))
    are_names = parts.list.eval(pl.element().str.contains(_OF_WORDS)).list.all() & (parts.list.len() > 1)
    is_listed = are_names & ((pl.col("entry").list.len() > 0) | (parts.list.len() > 2))
    split = pl.when(is_listed).then(parts).otherwise(pl.concat_list("piece"))
    named = each.with_columns(name=split, unsure=(are_names | (parts.list.len() > 2)) & ~is_listed).explode(
        "name", empty_as_null=True
    )
    is_small = named.height >= units.height and _are_in_small(named.get_column("name"))
    is_name = pl.col("name").str.contains(_ALONE_IN_SMALL if is_small else _ALONE)
    told = named.with_columns(is_group=_is_group("name")).filter(is_name | pl.col("is_group"))
    blank = pl.lit(None, pl.String).alias("Email Address")
    return told.select(
        "unit",
        "list_row",
        "list_text",
        pl.when(~pl.col("is_group")).then("name"),
        _doubt(pl.col("unsure")).alias("list_doubt"),
        blank,
        group=pl.when("is_group").then("name"),
    )


def _is_group(name: str) -> pl.Expr:
    """Yield whether an entry without an address is called as a group, a room or an account; never null.

    Behind a comma such a word may be the department of a person.
    """
    of_group = plain(pl.col(name)).str.contains(anywhere(words("lists", "groups")))
    is_parted = pl.col(name).str.contains(",", literal=True)
    return ((of_group | is_no_person(pl.col(name))) & ~is_parted).fill_null(value=False)


def _are_in_small(names: pl.Series) -> bool:
    return not names.str.contains(_ALONE).any() and names.str.contains(_ALONE_IN_SMALL).all()


def _doubt(unsure: pl.Expr) -> pl.Expr:
    return pl.when(unsure).then(pl.lit(UNSURE))


def tidy_address(address: pl.Expr) -> pl.Expr:
    """Yield an address in small letters without the quote marks, dots and stars around it; blank is null."""
    bare = address.str.strip_chars("'’.*").str.to_lowercase()
    return pl.when(bare != "").then(bare)
