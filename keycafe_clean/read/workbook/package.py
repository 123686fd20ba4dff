"""Parts of a zipped workbook (xlsx, xlsm, xlsb), by their names and by their relations."""

import posixpath
import re
import zipfile
from html import unescape

#: The first element of a part, behind its declaration and comments.
_ROOT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<[?!].*?>\s*)*<(\w+:)?\w+", re.DOTALL)


def part_named(archive: zipfile.ZipFile, name: str) -> str:
    """Get the first part of such a name in any folder, as relations spell it; zero-length where there is none."""
    return next((part for part in _parts(archive) if posixpath.basename(part) == name), "")


def part_content(archive: zipfile.ZipFile, part: str) -> bytes:
    """Get what is in a part; no bytes where there is none of that name."""
    stored = part_stored(archive, part)
    return archive.read(stored) if stored else b""


def part_stored(archive: zipfile.ZipFile, part: str) -> str:
    """Get the name under which a part is stored; zero-length where there is none."""
    return _parts(archive).get(part, "")


def related_part(archive: zipfile.ZipFile, part: str, relation: str | None) -> str:
    """Get the part to which a relation of another part leads; zero-length where there is none."""
    return next((entry["part"] for entry in relations_of(archive, part) if entry.get("Id") == relation), "")


def relations_of(archive: zipfile.ZipFile, part: str) -> list[dict[str, str]]:
    """Get the relations of a part: `Id`, `Type`, `Target` as written, and `part`, the name of the part it leads to."""
    folder, name = posixpath.split(part)
    relations = part_content(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    entries = map(attributes_of, tags(relations, "Relationship"))
    return [{**entry, "part": _part(folder, entry["Target"])} for entry in entries if entry.get("Target")]


def _part(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")


def tags(xml: bytes, name: str) -> list[bytes]:
    """Get the attributes of all tags of a name that are in the namespace of the first one, that of the part."""
    return re.findall(rb"<" + prefix_of(xml) + name.encode() + rb"\s([^>]*)>", xml)


def prefix_of(xml: bytes) -> bytes:
    """Get the prefix, with its colon, of the namespace of a part; no bytes where it has none."""
    root = _ROOT.match(xml)
    return root[1] or b"" if root else b""


def attributes_of(tag: bytes) -> dict[str, str]:
    """Get the attributes of a tag without their namespaces."""
    pairs = re.findall(rb"""(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return {name.decode(): unescape((double or single).decode("utf-8", "replace")) for name, double, single in pairs}


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Get the parts by their names as relations spell them; some writers store them otherwise."""
    return {name.replace("\\", "/"): name for name in archive.namelist()}
