"""A pasted list of who is in Keycafe already: addresses and names, in lines, between whatever signs."""

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.known.bare import bare_names
from keycafe_clean.known.denials import is_denied, plain
from keycafe_clean.known.pairing import fits_address, is_made_of_names, with_names_above
from keycafe_clean.known.texts import is_id_of_mail, texts_of, without_labels
from keycafe_clean.match.known import DENIED, PERSON, UNREAD, UNSURE
from keycafe_clean.match.known_words import ADDRESS, AROUND_ADDRESS, HEADING
from keycafe_clean.steps.full_name.pieces import SURNAME_PARTICLES
from keycafe_clean.steps.not_a_person import is_no_person
from keycafe_clean.words import any_of, has_word, words

#: A name, in quote marks or not, before an address in brackets.
_BRACKETED = r"(?:\"[^\"]*\"|[^;<>(\[\"\n\t@]*)\s*[<(\[][^<>()\[\]]*@[^<>()\[\]]*[>)\]]"

#: What stands in the last brackets of an entry, one address or several.
_LAST_BRACKETS = r"[<(\[]([^<>()\[\]]*)[>)\]]$"

#: An entry of a pasted line that has an address.
_ENTRY = f"{_BRACKETED}|{ADDRESS}"

#: Addresses that say which kind each is are those of one person (`SMTP:a;smtp:b`).
_ALIAS = r"(?i)\bsmtp:"

#: What stands before an entry and is none of it: the number or dot of a list, a link's scheme, an alias's kind.
_BEFORE = r"(?i)^\s*(?:\d{1,5}[.)]\s+|[-*+•·–—]\s+)|\b(?:mailto|smtp):"

#: What stands in brackets behind an entry.
_NOTE = r"[(\[][^()\[\]@]*[)\]]"

#: The same between a name and its address, which stands in pointed brackets.
_NOTE_WITHIN = rf"{_NOTE}\s*<"

#: An at sign that was spelled: in brackets, and between blanks behind what reads as an address or begins the line.
_DOMAIN = r"((?:[\p{L}\d-]+\.)+\p{L}{2,})\b"
_SPELLED = (
    rf"(?i)([^\s@;,<>()\[\]]+)\s*[\[({{]\s*(?:at|@)\s*[\])}}]\s*{_DOMAIN}",
    rf"(?i)([^\s@;,<>()\[\]]+[._][^\s@;,<>()\[\]]+)\s+at\s+{_DOMAIN}",
    rf"(?i)^(\s*[^\s@;,<>()\[\]]+)\s+at\s+{_DOMAIN}",
)

#: The user name of a guest has the guest's own address before the sign, with a stroke for the at sign.
_GUEST = r"^(.+)_([^_@]+)#ext#@.*$"

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

#: What parts people, and cells, as a semicolon does.
_BETWEEN = r"[\t\n\r|]"

#: What may be somebody whose name was not understood: several words, or one with a capital or a sign of East Asia.
_SAYS_MORE = r"\p{L}\S*\s+\S*\p{L}|[\p{Lu}\p{Lo}]"

#: A text that may be a part of a name of several words.
_OF_WORDS = r"\S\s+\S"


def pasted(source: Source) -> pl.DataFrame:
    """Get a line an entry: `list_row`, `list_text` (as written), `Email Address`, `name`, `person`, `list_doubt`.

    In the order of the list. Null is what an entry does not say. Entries of which the list says that they are not in
    Keycafe have neither name nor address (`DENIED`), and so have groups and lines without any (`UNREAD`).
    """
    texts = texts_of(source).rename({"text": "list_text"})
    written = texts.with_columns(is_denied=is_denied(), is_id=is_id_of_mail(pl.col("list_text")))
    lines = written.filter(without_labels(pl.col("list_text")).str.contains(r"[^\s;]"))
    units = _units(lines).with_row_index("unit")
    entries = pl.concat([_with_address(units), _without_address(units)], how="diagonal").sort(
        "unit", maintain_order=True
    )
    told = with_names_above(
        lines.join(entries.drop("list_text", "unit"), on="list_row", how="left", maintain_order="left_right")
    )
    is_alias = pl.col("list_text").str.contains(_ALIAS)
    number = pl.int_range(pl.len(), dtype=pl.UInt32)
    is_nobody = (pl.col("name").is_null() & pl.col("Email Address").is_null()) | pl.col("is_id")
    doubt = pl.when("is_denied").then(pl.lit(DENIED)).when(is_nobody).then(pl.lit(UNREAD)).otherwise("list_doubt")
    found = told.with_columns(
        pl.when(is_alias).then(number.min().over("list_row")).otherwise(number).alias(PERSON), list_doubt=doubt
    )
    told_apart = found.with_columns(list_text=pl.coalesce("group", "list_text")).drop("group")
    is_left = pl.col("is_denied") | pl.col("is_id")
    return told_apart.with_columns(pl.when(~is_left).then(pl.col("name", "Email Address"))).drop("is_id")


def _units(lines: pl.DataFrame) -> pl.DataFrame:
    """Get what is read together: a line with one address, else what stands between the semicolons of a line."""
    bare = _with_at_signs(without_labels(pl.col("list_text").str.replace_all(_BEFORE, " ")))
    bare = bare.str.replace_all(_NOTE_WITHIN, " <")
    pieces = bare.str.replace_all(_BETWEEN, ";").str.split(";")
    several = (bare.str.count_matches(_ENTRY) != 1) | (_are_apart(pieces) & ~bare.str.contains(_BRACKETED))
    parts = pl.when(several).then(pieces).otherwise(pl.concat_list(bare))
    read = lines.select("list_row", "list_text", text=parts)
    return read.explode("text", empty_as_null=True).with_columns(entry=pl.col("text").str.extract_all(_ENTRY))


def _with_at_signs(text: pl.Expr) -> pl.Expr:
    for spelled in _SPELLED:
        text = text.str.replace_all(spelled, "${1}@${2}")
    return text


def _are_apart(pieces: pl.Expr) -> pl.Expr:
    """Yield whether names beside the only address are other people: several, or one that the address is not made of."""
    stripped = pieces.list.eval(pl.element().str.strip_chars(_AROUND))
    names = stripped.list.filter(pl.element().str.contains(_ALONE))
    address = stripped.list.filter(pl.element().str.contains(rf"^{ADDRESS}$")).list.first()
    name = names.list.first()
    other = address.is_not_null() & is_made_of_names(address) & ~fits_address(name, address)
    return ((names.list.len() > 1) | ((names.list.len() == 1) & other)).fill_null(value=False)


def _with_address(units: pl.DataFrame) -> pl.DataFrame:
    """Get a line an address, with the name before the bracket that it stands in, or beside the only one."""
    entries = units.with_columns(is_alone=pl.col("entry").list.len() == 1).explode("entry", empty_as_null=True)
    before = pl.col("entry").str.extract(r"(?s)^(.*?)[<(\[]")
    beside = pl.when("is_alone").then(_beside())
    said = pl.coalesce(before, beside).str.strip_chars(_AROUND)
    name, unsure = _own_name(said)
    within = pl.coalesce(pl.col("entry").str.extract(_LAST_BRACKETS), "entry")
    addresses = within.str.extract_all(ADDRESS).list.eval(tidy_address(pl.element()))
    named = pl.when(name.str.contains(_NAME)).then(name)
    found = entries.drop_nulls("entry").select(
        "unit",
        "list_row",
        "list_text",
        name=named,
        list_doubt=_doubt(unsure | (named.is_null() & said.str.contains(_SAYS_MORE)).fill_null(value=False)),
        group=pl.lit(None, pl.String),
        **{"Email Address": addresses},
    )
    return found.explode("Email Address", empty_as_null=True)


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
        .filter(~pl.col("piece").str.contains(HEADING))
        .with_columns(pl.col("piece").str.strip_chars(_AROUND), is_remark=_is_remark())
    )
    each = each.with_columns(bare_names(each.get_column("piece")))
    parts = pl.col("piece").str.split(",").list.eval(pl.element().str.strip_chars(_AROUND))
    are_names = parts.list.eval(pl.element().str.contains(_OF_WORDS)).list.all() & (parts.list.len() > 1)
    is_listed = are_names & ((pl.col("entry").list.len() > 0) | (parts.list.len() > 2))
    split = pl.when(is_listed).then(parts).otherwise(pl.concat_list("piece"))
    named = each.with_columns(name=split, unsure=(are_names | (parts.list.len() > 2)) & ~is_listed).explode(
        "name", empty_as_null=True
    )
    is_small = named.height >= units.height and _are_in_small(named.get_column("name"))
    is_name = pl.col("name").str.contains(_ALONE_IN_SMALL if is_small else _ALONE)
    # A line that is one piece is said as it was written, with its notes.
    whole = pl.col("list_text").str.replace_all(_NOTE, " ").str.strip_chars(_AROUND)
    is_left = pl.col("name").str.contains(_SAYS_MORE) & (pl.col("name") != whole)
    told = named.with_columns(
        is_group=is_group("name") | (pl.col("is_remark") & is_name) | (is_left & ~is_name)
    ).filter(is_name | pl.col("is_group"))
    blank = pl.lit(None, pl.String).alias("Email Address")
    told = _with_halves(told)
    return told.select(
        "unit",
        "list_row",
        "list_text",
        pl.when(~pl.col("is_group")).then("name"),
        _doubt(pl.col("unsure")).alias("list_doubt"),
        blank,
        group=pl.when("is_group").then("name").otherwise("halves"),
    )


def _with_halves(told: pl.DataFrame) -> pl.DataFrame:
    """Get the names, unsure where two are all of a line: they may be the halves of one (`halves`, between a comma)."""
    is_alone = pl.col("list_text").str.contains(rf"^[^@;\t\n\r|]*(?:;|{_BETWEEN})[^@;\t\n\r|]*$")
    halves = pl.when(is_alone & (pl.len().over("list_row") == 2))
    joined = halves.then(pl.col("list_text").str.replace(rf"\s*(?:;|{_BETWEEN})\s*", ", "))
    return told.with_columns(halves=joined, unsure=pl.col("unsure") | joined.is_not_null())


def _is_remark() -> pl.Expr:
    """Yield whether a piece stands behind an address and a dash: `bea@... - Depot North`; never null."""
    return pl.col("piece").str.contains(r"^\s*[-–—]+\s").fill_null(value=False) & (pl.col("entry").list.len() > 0)


def is_group(name: str) -> pl.Expr:
    """Yield whether an entry without an address is called as a group, a room or an account; never null.

    Behind a comma such a word may be the department of a person.
    """
    of_group = has_word(plain(pl.col(name)), words("lists", "groups"))
    is_parted = pl.col(name).str.contains(",", literal=True)
    return ((of_group | is_no_person(pl.col(name))) & ~is_parted).fill_null(value=False)


def _are_in_small(names: pl.Series) -> bool:
    return not names.str.contains(_ALONE).any() and names.str.contains(_ALONE_IN_SMALL).all()


def _doubt(unsure: pl.Expr) -> pl.Expr:
    return pl.when(unsure).then(pl.lit(UNSURE))


def tidy_address(address: pl.Expr) -> pl.Expr:
    """Yield an address in small letters without the quote marks, dots and other signs around it; blank is null.

    Of a guest's user name (`ona_old.com#EXT#@orchard.com`) it is the address before the sign.
    """
    bare = address.str.strip_chars(AROUND_ADDRESS).str.to_lowercase()
    own = bare.str.replace(_GUEST, "${1}@${2}")
    return own.replace("", None)
