"""Bytes as text: the encoding is proven over the whole file, never guessed from a sample."""

import codecs
from dataclasses import dataclass

import polars as pl

from keycafe_clean.errors import EmptyFile, UnreadableExport
from keycafe_clean.read.describe import encoding_in_words
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.text.likely_encoding import likely_encoding
from keycafe_clean.read.text.mixed import decoded_in_two

#: Byte order marks and what they stand for; UTF-32 before UTF-16, whose mark is its beginning.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Encodings of two or four bytes a character, for files without a mark; four before two, which could be read as two.
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


#: Bytes that hardly stand in text, the number and the share of them that is too much, and the bytes looked at.
CONTROLS = bytes([*range(9), *range(14, 32)])
FEW, MOST_CONTROLS, LOOKED_AT = 8, 0.05, 100_000

#: One byte in so many is NUL at the least where each character has two: that of a line end, if of nothing else.
A_NUL_IN = 50

#: Bytes that are proven at a time.
PIECE = 1_000_000


@dataclass(frozen=True)
class Text:
    """The text of a file, as UTF-8 without a mark, and the encoding it was read in.

    `certain` is False where only the look of the words speaks for the encoding. `mixed`: some bytes are not in it, and
    stand-ins of `mixed.py` are in their places.
    """

    data: bytes
    encoding: str
    certain: bool = True
    mixed: bool = False


def decode(raw: RawFile, encoding: str | None = None) -> Text:
    """Get the text of a file, its byte order mark taken off.

    UnreadableExport: the encoding that was asked for is unknown, the file is not in it, or the file is no text.
    """
    if encoding:
        return _as_asked(raw, encoding)
    text = _found_out(raw)
    if not text.data:
        raise EmptyFile(f"{raw.name} is empty. Export it again from the HR system.")
    start = text.data[:LOOKED_AT]
    if len(start) - len(start.translate(None, CONTROLS)) > max(FEW, len(start) * MOST_CONTROLS):
        raise UnreadableExport(f"{raw.name} is no text and no workbook. Export it again as CSV or as a workbook.")
    return text


def _found_out(raw: RawFile) -> Text:
    mark, marked = _byte_order_mark(raw.data)
    if marked and marked != "utf-8":
        return Text(_strictly(raw, marked, len(mark)), marked)
    wide = _wide_encoding(raw.data)
    if wide:
        return Text(_strictly(raw, wide), wide)
    return _utf_8(raw.data.removeprefix(mark)) or _other(raw)


def _byte_order_mark(data: bytes) -> tuple[bytes, str | None]:
    """Get the byte order mark that the data begins with and its encoding; no bytes and None without one."""
    return next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", None))


def _as_asked(raw: RawFile, encoding: str) -> Text:
    try:
        name = codecs.lookup(encoding).name
        return Text(_strictly(raw, name), name)
    except LookupError:
        raise UnreadableExport(
            f"No encoding is called '{encoding}'. Say utf-8, cp1252 or utf-16, for example."
        ) from None


def _strictly(raw: RawFile, encoding: str, start: int = 0) -> bytes:
    try:
        return raw.data[start:].decode(encoding).removeprefix("\ufeff").encode()
    except UnicodeDecodeError as error:
        line = raw.data.count(b"\n", 0, start + error.start) + 1
        raise UnreadableExport(
            f"{raw.name}, line {line:,}: the bytes there are not {encoding_in_words(encoding)}. "
            "Name another encoding, or export again."
        ) from None


def _wide_encoding(data: bytes) -> str | None:
    """Get the encoding of two or four bytes a character that an unmarked file is in, told by its many NUL bytes."""
    if b"\0" not in data or data.count(0) * A_NUL_IN < len(data):
        return None
    return next((name for name in WIDE if _is_wide_text(data, name)), None)


def _is_wide_text(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return "\0" not in text and ("\n" in text or "\r" in text)


def _utf_8(data: bytes) -> Text | None:
    # The check of Polars is strict too, and does not build a text of four times the size. No letter holds the byte of
    # a line end, and pieces that fit into the processor's memory are checked several times as fast as the whole.
    start = 0
    try:
        while start < len(data):
            end = data.find(b"\n", start + PIECE) + 1 or len(data)
            pl.Series([data[start:end]], dtype=pl.Binary).cast(pl.String)
            start = end
    except pl.exceptions.ComputeError:
        return None
    return Text(data, "utf-8")


def _other(raw: RawFile) -> Text:
    """Read bytes that are not UTF-8: mostly UTF-8, or in the encoding whose words look right."""
    mixed = decoded_in_two(raw.data)
    if mixed is not None:
        return Text(mixed.encode(), "utf-8", mixed=True)
    encoding = likely_encoding(raw.data)
    if encoding is None:
        raise UnreadableExport(
            f"{raw.name} is in an encoding that cannot be told from its letters. Name it, or export as UTF-8."
        )
    return Text(_strictly(raw, encoding), encoding, certain=encoding == "cp1252")
