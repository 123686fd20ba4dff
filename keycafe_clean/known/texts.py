"""The text of a pasted list of who is in Keycafe already, line by line."""

import re
from collections.abc import Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header

import polars as pl

from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.export import Source
from keycafe_clean.folding import fold
from keycafe_clean.words import any_of, words


def _spelled(*kinds: str) -> set[str]:
    """Get the words of some kinds, with and without their accents."""
    return {*words("lists", *kinds), *map(fold, words("lists", *kinds))}


#: What stands before the people of a mail's line (`Cc:`), with what may stand before it in the line.
_OPENS = rf"(?i)(?:^|[\s;,|])(?:{any_of(_spelled('labels'))})\s?[:：]"

#: What begins a line of a mail, about people or about none (`Subject:`), with something behind it.
_LABELLED = rf"(?i)^\s*(?:{any_of(_spelled('labels', 'mail'))})\s?[:：]\s*\S"

#: What begins a line by which a mail is told apart, and the lines that it goes on in.
_ID = rf"(?i)^\s*(?:{any_of(words('lists', 'mail_ids'))})\s?[:：]"

#: Encoded words of a mail's line, with nothing but blanks between them: `=?UTF-8?Q?Ren=C3=A9e?=`.
_ENCODED = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=(?:\s+=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)*")

#: So many words in one cell, and none beside it, are a sentence rather than the name of a column.
_SENTENCE = 4

#: A line that begins with an address in brackets, whose person stands at the end of the line above it.
_BEGINS_WITH_ADDRESS = r"^\s*[<(\[][^<>()\[\]\s]*@"

#: The end of a line that may be a person's beginning: an address or a heading is none.
_MAY_BEGIN = r"[^\s;>)\]:][;\s]*$"

#: A line of several people that ends with half a name: one word behind the last sign that parts people.
_ENDS_IN_HALF = r"[;>:]\s*[\p{L}\p{M}'’.-]+,?\s*$"


def texts_of(source: Source) -> pl.DataFrame:
    """Get what was written, line by line (`list_row`, `text`); a row of column names that are none is a line too.

    A line that was wrapped within a person is one, with the row that it begins in.
    """
    delimiter = source.delimiter or "; "
    cells = pl.concat_str(pl.all(), separator=delimiter, ignore_nulls=True)
    numbers = source.rows.get_column("source_row").cast(pl.UInt32)
    rows = source.cells.select(text=cells).with_columns(list_row=numbers)
    above = pl.DataFrame({"text": [*source.preamble, *_first_line(source, delimiter)]}, schema={"text": pl.String})
    numbered = above.with_columns(list_row=pl.int_range(1, above.height + 1, dtype=pl.UInt32, eager=True))
    written = pl.concat([numbered, rows.select("text", "list_row")]).filter(pl.col("text").str.contains(r"\S"))
    return _unwrapped(written.with_columns(decoded(written.get_column("text"))))


def decoded(texts: pl.Series) -> pl.Series:
    """Get texts with the words that a mail has encoded as they are read (RFC 2047), in order; null stays null."""
    encoded = texts.str.contains("=?", literal=True).fill_null(value=False)
    return texts.scatter(encoded.arg_true(), [_ENCODED.sub(_as_read, text) for text in texts.filter(encoded)])


def _as_read(encoded: re.Match[str]) -> str:
    """Get encoded words as they are read; as they stand where nobody knows their letters."""
    try:
        return str(make_header(decode_header(encoded.group())))
    except (LookupError, ValueError, HeaderParseError):
        return encoded.group()


def is_id_of_mail(text: pl.Expr) -> pl.Expr:
    """Yield whether a line tells a mail apart (`Message-ID:`), or goes on from such a line; never null."""
    goes_on = text.str.contains(r"^\s")
    begins = pl.when(~goes_on.fill_null(value=False)).then(text.str.contains(_ID))
    return begins.forward_fill().fill_null(value=False)


def lines_above(source: Source, row: int) -> tuple[str, ...]:
    """Get what a list without column names has above a row, line by line from the first; a blank line is blank."""
    cells = pl.concat_str(pl.all(), separator=source.delimiter or "; ", ignore_nulls=True)
    numbered = source.cells.select(text=cells).with_columns(list_row=source.rows.get_column("source_row"))
    told = numbered.filter(pl.col("list_row") < row)
    written = dict(zip(told.get_column("list_row"), told.get_column("text"), strict=True))
    return tuple(written.get(number) or "" for number in range(1, row))


def is_line_of_text(headers: Sequence[str]) -> bool:
    """Tell whether what was taken for column names is a line of a mail (`Subject: Keys`), or a sentence in one cell."""
    is_sentence = len(headers) == 1 and len(headers[0].split()) >= _SENTENCE
    return is_sentence or any(re.match(_LABELLED, header) for header in headers)


def has_header(source: Source) -> bool:
    """Tell whether the row of column names holds some: a list without any begins with its first person."""
    return source.header_row is not None and any(meaning(header) for header in source.headers)


def headers_written(source: Source) -> tuple[str, ...]:
    """Get the column names that stand in the file: those of columns that only some rows reach are ours."""
    return tuple(header for place, header in enumerate(source.headers, 1) if header != f"Column {place}")


def opens_with_label(text: pl.Expr) -> pl.Expr:
    """Yield whether a text begins with what a mail writes before people (`Cc:`); null where blank."""
    return text.str.contains(_OPENS.replace(r"(?:^|[\s;,|])", r"^\s*", 1))


def without_labels(text: pl.Expr) -> pl.Expr:
    """Yield a text with a semicolon for each label of a mail's line: it parts people as well."""
    return text.str.replace_all(_OPENS, ";")


def _first_line(source: Source, delimiter: str) -> list[str]:
    return [] if source.header_row is None or has_header(source) else [delimiter.join(headers_written(source))]


def _unwrapped(lines: pl.DataFrame) -> pl.DataFrame:
    text, above = pl.col("text"), pl.col("text").shift()
    is_rest = text.str.contains(_BEGINS_WITH_ADDRESS) & above.str.contains(_MAY_BEGIN)
    is_half = text.str.contains(r"^\s+\S") & above.str.contains(_ENDS_IN_HALF)
    starts = ~(is_rest | is_half).fill_null(value=False)
    whole = lines.group_by(starts.cum_sum().alias("line"), maintain_order=True)
    return whole.agg(pl.col("text").str.join(" "), pl.col("list_row").first()).select("text", "list_row")
