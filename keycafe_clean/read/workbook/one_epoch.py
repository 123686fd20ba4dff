"""Workbooks that count days from 1904: the library must not take what an extension says for what the workbook says.

It knows an element by its name alone, and the one that says nothing of 1904 comes last.
"""

import io
import re
import zipfile

from keycafe_clean.read.file_kind import ZIP
from keycafe_clean.read.workbook.package import part_named, part_stored, prefix_of

#: The part that may count from 1904, and how it says so.
PART, COUNTS_FROM_1904 = "workbook.xml", b"date1904"

_PROPERTIES = re.compile(rb"<((?:\w+:)?)workbookPr\b[^>]*?(?:/>|>.*?</\1workbookPr\s*>)", re.DOTALL)


def with_one_epoch(data: bytes) -> bytes:
    """Get a workbook that says once from when it counts days; as it is, where it does, and where it is no xlsx."""
    if not data.startswith(ZIP):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = part_stored(archive, part_named(archive, PART))
        content = archive.read(part) if part else b""
        said = _said_once(content) if COUNTS_FROM_1904 in content else content
        return data if said == content else _written(archive, part, said)


def _said_once(content: bytes) -> bytes:
    """Get the list of sheets less the elements of other namespaces, and of extensions, that are called as the one."""
    own = prefix_of(content)
    first = next((found for found in _PROPERTIES.finditer(content) if found[1] == own), None)
    return (
        content
        if first is None
        else _PROPERTIES.sub(lambda each: each[0] if each.span() == first.span() else b"", content)
    )


def _written(archive: zipfile.ZipFile, part: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for name in archive.namelist():
            written.writestr(name, content if name == part else archive.read(name))
    return buffer.getvalue()
