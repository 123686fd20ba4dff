"""Letters that a program wrote as escapes (`M&uuml;ller`, `M=C3=BCller`): decoded where it is certain."""

import html
import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from urllib.parse import unquote_to_bytes

import polars as pl

from keycafe_clean.steps.frame_columns import ADDRESS, text_columns
from keycafe_clean.steps.rewrite import rewrite

#: What an escape of any kind looks like. Only such cells are read letter by letter.
_ESCAPED = (
    r"&#?[A-Za-z0-9]{2,10}|\\[ux]|\\'[0-9a-fA-F]{2}|%[0-9A-Fa-f]{2}|=[0-9A-F]{2}"
    r"|=\?[\w-]+\?[bBqQ]\?|_x[0-9A-Fa-f]{4}_"
)

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d{0,2})(?:;|(?![A-Za-z0-9]))")
_BACKSLASH = re.compile(r"\\u\{?([0-9a-fA-F]{4})\}?|\\x\{?([0-9a-fA-F]{2})\}?|_x([0-9A-Fa-f]{4})_|\\'([0-9a-fA-F]{2})")
_PERCENT, _QUOTED = re.compile(r"(?:%[0-9A-Fa-f]{2})+"), re.compile(r"(?:=[0-9A-F]{2})+")
_WORD = re.compile(r"=\?[\w-]+\?[bBqQ]\?[^?\s]*\?=")
#: An ampersand may itself have been escaped: `&amp;uuml;`.
_ROUNDS = 2


def decode_escapes(frame: pl.DataFrame) -> pl.DataFrame:
    r"""Write entities, `\u00fc`, `_x00FC_`, percent signs and quoted-printable as the letters that they stand for.

    What is no complete escape of a letter stays. A percent sign in an address stays: it may be part of it. Keeps every
    row, in order.
    """
    names = [column for column in text_columns(frame) if column != ADDRESS]
    decoded = rewrite(frame, names, where=_is_escaped, to=lambda cell: cell.map_batches(_decoded))
    addresses = [column for column in text_columns(frame) if column == ADDRESS]
    return rewrite(decoded, addresses, where=_is_escaped, to=lambda cell: cell.map_batches(_decoded_address))


def _is_escaped(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(_ESCAPED)


def _decoded(values: pl.Series) -> pl.Series:
    return pl.Series(values.name, [_decode(value) for value in values], pl.String)


def _decoded_address(values: pl.Series) -> pl.Series:
    return pl.Series(values.name, [_without_entities(value) for value in values], pl.String)


def _decode(text: str) -> str:
    text = _without_entities(_WORD.sub(_of_header, text))
    text = _BACKSLASH.sub(_of_code, text)
    return _QUOTED.sub(_of_bytes, _PERCENT.sub(_of_bytes, text))


def _without_entities(text: str) -> str:
    for _ in range(_ROUNDS):
        text = _ENTITY.sub(_of_entity, text)
    return text


def _of_entity(found: re.Match[str]) -> str:
    """Get the letter of an entity; `&UUML;` in capitals is `Ü`."""
    entity = found.group().rstrip(";") + ";"
    letter = html.unescape(entity)
    if letter == entity:
        letter = html.unescape(entity.lower()).upper()
    return letter if len(letter) == 1 and letter.isprintable() else found.group()


def _of_code(found: re.Match[str]) -> str:
    code, byte, unit, windows = found.groups()
    letter = bytes([int(windows, 16)]).decode("cp1252", "replace") if windows else chr(int(code or byte or unit, 16))
    return letter if letter.isprintable() else found.group()


def _of_bytes(found: re.Match[str]) -> str:
    """Get the text of bytes that are letters beyond ASCII, a blank, an apostrophe or an @; else as it stands."""
    data = unquote_to_bytes(found.group().replace("=", "%"))
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return text if text.isalpha() and found.start() else found.group()
    return text if not text.isascii() or text in " '@" else found.group()


def _of_header(found: re.Match[str]) -> str:
    try:
        return str(make_header(decode_header(found.group())))
    except (HeaderParseError, LookupError, ValueError):
        return found.group()
