"""Pages saved as one file (MHT), as spreadsheet programs and some systems write them under the name of a workbook."""

import re
from codecs import BOM_UTF8
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from keycafe_clean.read.files import RawFile

#: The lines with which such a file begins, in any order, up to the first blank one.
HEAD = re.compile(rb"\s*(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,20}", re.IGNORECASE)
SEVERAL_PARTS = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)

#: Where the beginning is looked for, in bytes.
SEARCHED = 10_000


def is_web_archive(raw: RawFile) -> bool:
    """Tell whether a file is a page saved with all that belongs to it."""
    head = HEAD.match(raw.data, 0, SEARCHED)
    return head is not None and SEVERAL_PARTS.search(head[0]) is not None


def page_of_archive(raw: RawFile) -> RawFile:
    """Get the pages in such a file, one after the other, as UTF-8; a workbook has one for each sheet."""
    parts = (part for part in message_from_bytes(raw.data).walk() if part.get_content_type() == "text/html")
    return replace(raw, data=BOM_UTF8 + "\n".join(map(_text, parts)).encode())


def _text(part: Message) -> str:
    content = part.get_payload(decode=True)
    charset = part.get_content_charset("utf-8")
    try:
        return bytes(content).decode(charset) if isinstance(content, bytes) else ""
    except (LookupError, ValueError):
        return bytes(content).decode("cp1252", "replace") if isinstance(content, bytes) else ""
