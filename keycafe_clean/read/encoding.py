"""Bytes as text: the encoding is proven over the whole file, never guessed from a sample."""

import codecs

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.files import RawFile

#: Byte order marks and what they stand for; UTF-32 before UTF-16, whose mark is its beginning.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(raw: RawFile, encoding: str | None = None) -> tuple[str, str]:
    """Get the text of a file and the encoding it was read in.

    UnreadableExport: the encoding that was asked for is unknown, or it cannot hold the file's bytes.
    """
    if encoding:
        return _as_asked(raw, encoding)
    mark, marked = byte_order_mark(raw.data)
    if marked:
        return _strictly(raw, marked, len(mark)), marked
    for candidate in ("utf-8", "cp1252"):
        try:
            return raw.data.decode(candidate), candidate
        except UnicodeDecodeError:
            continue
    return raw.data.decode("latin-1"), "latin-1"


def byte_order_mark(data: bytes) -> tuple[bytes, str | None]:
    """Get the byte order mark that the data begins with and its encoding; no bytes and None without one."""
    return next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", None))


def _as_asked(raw: RawFile, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise UnreadableExport(
            f"No encoding is called '{encoding}'. Say utf-8, cp1252 or utf-16, for example."
        ) from None
    return _strictly(raw, name, 0).removeprefix("\ufeff"), name


def _strictly(raw: RawFile, encoding: str, start: int) -> str:
    try:
        return raw.data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.data.count(b"\n", 0, start + error.start) + 1
        raise UnreadableExport(
            f"{raw.name}, line {line:,}: the bytes there are not {encoding}. Name another encoding, or export again."
        ) from None
