"""Who is named on a line of a list that was not understood: whole names and addresses found among its words."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.findings import findings_of, thousands
from keycafe_clean.folding import folded_name
from keycafe_clean.match.known import EMPTY, IN_DOUBT, PLACE, UNREAD, UNSURE
from keycafe_clean.match.known_names import with_forms
from keycafe_clean.match.name_fit import in_any_order

#: A name has two words at the least; who has more than five is seldom written out.
_WORDS = range(2, 6)

#: What parts people on a line.
_BETWEEN = r"[;\t\n\r|]"

#: An address wherever it stands: before its sign no blank, and no sign that parts or surrounds addresses in any program
#: (`{a; b}` of PowerShell, `["a","b"]` of JSON); behind it the letters of domains. What is left of outer signs, as
#: apostrophes and dots, is taken off afterwards.
_LOCAL = r"[^\s<>,;:()\"\[\]|/@{}\\`=«»‹›“”„「」『』【】（）＜＞，；：、｜／…]+"
_DOMAIN = r"[\p{L}\p{M}\p{N}._-]+"
ADDRESS = rf"{_LOCAL}@{_DOMAIN}\.{_DOMAIN}"

#: What is no part of an address where it stands before or behind it.
AROUND_ADDRESS = "'‘’.*#$%+^~·•"

#: The end of a line that speaks of those below it.
HEADING = r":[\s,;]*$"

#: Letters of a line that a question shows.
_SHOWN = 80


def lines_in_doubt(known: pl.DataFrame) -> pl.DataFrame:
    """Get every text of the lists once of which it is not clear whom it names: `PLACE`, `list_doubt`, `list_text`.

    In order; the text has no outer blanks, and an end that nobody would read is cut off. A list without these columns
    has none.
    """
    if not {*PLACE, *IN_DOUBT} <= set(known.columns):
        return pl.DataFrame(schema=dict.fromkeys((*PLACE, *IN_DOUBT), pl.String))
    return (
        known.select(*PLACE, *IN_DOUBT)
        .drop_nulls("list_doubt")
        .unique([*PLACE, "list_text"], keep="first", maintain_order=True)
    )


def shown(text: str = "list_text") -> pl.Expr:
    """Yield a text as a sentence shows it: on one line, and cut off where it is long."""
    line = pl.col(text).str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when(line.str.len_chars() > _SHOWN).then(line.str.head(_SHOWN) + "…").otherwise(line)


def lines_without_anybody(known: pl.DataFrame) -> pl.DataFrame:
    """Get a note (`FINDINGS`) on every line of the lists by which nobody is left out, in order, headings first.

    Who stands below a heading that was not understood is left out as anybody else. What a line says in several pieces
    is one note.
    """
    pieces = lines_in_doubt(known).filter(~pl.col("list_doubt").is_in([UNSURE, EMPTY]))
    lines = pieces.group_by(*PLACE, "list_doubt", maintain_order=True).agg(pl.col("list_text").str.join("; "))
    told = lines.select(
        "list_doubt", value=shown(), reason=pl.format("Row {} of {}", thousands(pl.col(PLACE[1])), PLACE[0])
    )
    is_heading = (pl.col("list_doubt") == UNREAD) & pl.col("value").str.contains(HEADING)
    others = findings_of("known_line", told.filter(~is_heading))
    return pl.concat([findings_of("known_heading", told.filter(is_heading)), others])


def lists_without_anybody(known: pl.DataFrame) -> pl.DataFrame:
    """Get a question (`FINDINGS`) about every list that holds nobody, in order: it may be the wrong file."""
    empty = lines_in_doubt(known).filter(pl.col("list_doubt") == EMPTY)
    return findings_of("known_nobody", empty.select(value=PLACE[0]))


def named_on(lines: pl.DataFrame, here: pl.DataFrame) -> pl.DataFrame:
    """Get the rows whose whole name or address stands on a line: `row_id` and the columns of `lines_in_doubt()`.

    `here` is `people_here()`; a name counts in any order of its words, which stand side by side. In the order of the
    lines; a row perhaps several times.
    """
    if lines.is_empty():
        return here.select("row_id").clear().hstack(lines)
    numbered = lines.with_row_index("line")
    names = _runs_of_words(numbered).join(here.select("row_id", "name"), on="name")
    addresses = _addresses(numbered).join(here.select("row_id", "key"), on="key")
    met = (
        pl.concat([names.select("line", "row_id"), addresses.select("line", "row_id")]).unique().sort("line", "row_id")
    )
    return met.join(numbered, on="line", maintain_order="left").select("row_id", *lines.columns)


def familiar_on(lines: pl.DataFrame, here: pl.DataFrame) -> pl.DataFrame:
    """Get the rows whose last name stands on a line beside a form of the first one: `Bob Ray already has a key`.

    Takes and gets what `named_on()` does. A name that somebody here has exactly is that one.
    """
    if lines.is_empty():
        return here.select("row_id").clear().hstack(lines)
    numbered = lines.with_row_index("line")
    words, exact = _words(numbered), here.get_column("name").drop_nulls().implode()
    runs = pl.concat(words.select("line", *_cut(size), name=_run(size)) for size in _WORDS)
    called = runs.filter(~pl.col("name").is_in(exact)).drop_nulls()
    turned = called.select("line", first="first_behind", last="last_before")
    both = with_forms(pl.concat([called.select(turned.columns), turned]))
    met = both.join(with_forms(here.select("row_id", "first", "last")), on=["last", "form"])
    once = met.select("line", "row_id").unique().sort("line", "row_id")
    return once.join(numbered, on="line", maintain_order="left").select("row_id", *lines.columns)


def _cut(size: int) -> list[pl.Expr]:
    """Yield a run of words as a first and a last name, with the first name before or behind."""
    words = [pl.col("word").shift(-step).over("place") for step in range(size)]
    return [
        words[0].alias("first"),
        pl.concat_str(words[1:], separator=" ").alias("last"),
        words[-1].alias("first_behind"),
        pl.concat_str(words[:-1], separator=" ").alias("last_before"),
    ]


def _runs_of_words(lines: pl.DataFrame) -> pl.DataFrame:
    """Get every run of two to five words as a name (`line`, `name`)."""
    words = _words(lines)
    return pl.concat(words.select("line", name=_run(size)) for size in _WORDS).drop_nulls("name")


def _words(lines: pl.DataFrame) -> pl.DataFrame:
    """Get every word of the lines, folded, with the part of its line that it stands in (`line`, `place`, `word`)."""
    parts = lines.select("line", part=pl.col("list_text").str.replace_all(_BETWEEN, ";").str.split(";"))
    each = parts.explode("part", empty_as_null=True).with_row_index("place")
    words = each.select("line", "place", word=folded_name(pl.col("part")).str.split(" "))
    return words.explode("word", empty_as_null=True)


def _run(size: int) -> pl.Expr:
    following = [pl.col("word").shift(-step).over("place") for step in range(size)]
    return in_any_order(pl.concat_str(following, separator=" "))


def _addresses(lines: pl.DataFrame) -> pl.DataFrame:
    found = pl.col("list_text").str.extract_all(f"{_LOCAL}@{_DOMAIN}")
    each = lines.select("line", address=found).explode("address", empty_as_null=True).drop_nulls("address")
    return each.with_columns(pl.col("address").str.strip_chars(AROUND_ADDRESS)).select("line", key=email_key("address"))
