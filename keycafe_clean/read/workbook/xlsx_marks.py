"""What somebody has marked in an xlsx sheet by hand: struck-through letters, comments, links to addresses."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.cell_annotations import linked_address
from keycafe_clean.read.workbook.package import attributes_of, part_content, relations_of, tags
from keycafe_clean.read.workbook.size_limits import column_number

_FONTS = re.compile(rb"<font(?:\s[^>]*)?(?<!/)>(.*?)</font>|<font(?:\s[^>]*)?/>", re.DOTALL)
_STRUCK = re.compile(rb'<strike\s*(?:val="(?:1|true)"\s*)?/>')
_TEXTS = re.compile(rb"<si(?:\s[^>]*)?>(.*?)</si>|<si/>", re.DOTALL)
_COMMENT = re.compile(rb"<comment\s([^>]*)>(.*?)</comment>", re.DOTALL)
_LETTERS = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_CELL_WITH_LINK = re.compile(
    rb'<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f[^>]*>\s*HYPERLINK\(\s*(?:"|&quot;)(mailto:.*?)(?:"|&quot;)'
)

#: What a spreadsheet writes before a comment that has answers, up to the words of it.
_BEFORE_COMMENT = re.compile(r"^\[[^\]]*\].*?(?:Comment|Kommentar|Commentaire|Comentario|Commento):\s*", re.DOTALL)

#: Letters of a comment that are told.
LONGEST = 200


def struck_styles(styles: bytes) -> set[bytes]:
    """Get the numbers of the styles of cells whose letters are struck through."""
    fonts = _FONTS.findall(styles.partition(b"<fonts")[2].partition(b"</fonts>")[0])
    struck = {str(number) for number, font in enumerate(fonts) if _STRUCK.search(font)}
    used = tags(b"<xf/>" + styles.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0], "xf")
    return {str(number).encode() for number, tag in enumerate(used) if attributes_of(tag).get("fontId") in struck}


def struck_texts(texts: bytes) -> set[bytes]:
    """Get the numbers of the shared texts of which letters are struck through."""
    if b"<strike" not in texts:
        return set()
    return {str(number).encode() for number, text in enumerate(_TEXTS.findall(texts)) if _STRUCK.search(text)}


def is_struck(content: bytes) -> bool:
    """Tell whether letters of a text are struck through."""
    return _STRUCK.search(content) is not None


def comments(archive: zipfile.ZipFile, part: str) -> Iterator[Annotation]:
    """Yield the comments at the cells of a sheet."""
    for relation in relations_of(archive, part):
        if relation.get("Type", "").endswith("/comments"):
            for about, content in _COMMENT.findall(part_content(archive, relation["part"])):
                text = "".join(unescape(letters.decode("utf-8", "replace")) for letters in _LETTERS.findall(content))
                yield from _at(attributes_of(about).get("ref", ""), "comment", _told(text))


def links(archive: zipfile.ZipFile, part: str, xml: bytes) -> Iterator[Annotation]:
    """Yield the addresses to which the cells of a sheet lead."""
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations_of(archive, part)}
    for tag in tags(xml, "hyperlink"):
        attributes = attributes_of(tag)
        address = linked_address(targets.get(attributes.get("id"), ""))
        yield from _at(attributes.get("ref", ""), "link", address)
    for letters, row, target in _CELL_WITH_LINK.findall(xml) if b"mailto:" in xml else ():
        yield from _at(
            f"{letters.decode()}{row.decode()}", "link", linked_address(unescape(target.decode("utf-8", "replace")))
        )


def _told(text: str) -> str:
    words = " ".join(_BEFORE_COMMENT.sub("", text).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _at(reference: str, code: str, value: str | None) -> Iterator[Annotation]:
    place = _REFERENCE.match(reference)
    if place and value:
        yield int(place[2]), column_number(place[1].encode()) - 1, code, value
