"""Parts of zipped workbooks."""

import io
import zipfile

import pytest

from keycafe_clean.read.workbook.package import part_content, part_named, related_part, tags
from tests.read.workbooks import zipped

RELATIONS = (
    b'<r:Relationships><r:Relationship Id="a" Target="../sheets/one.xml"/><r:Relationship Id="b" Target="/x.xml"/>'
)
PARTS = {"xl\\book\\workbook.xml": b"book", "xl/book/_rels/workbook.xml.rels": RELATIONS, "xl/sheets/one.xml": b"one"}


def test_parts_are_found_by_name_and_by_relation() -> None:
    """Whatever slashes a writer has, and whether a relation is told from the folder or from the root."""
    with zipfile.ZipFile(io.BytesIO(zipped(PARTS))) as archive:
        workbook = part_named(archive, "workbook.xml")

        assert part_content(archive, workbook) == b"book"
        assert [related_part(archive, workbook, name) for name in ("a", "b", "c")] == ["xl/sheets/one.xml", "x.xml", ""]


@pytest.mark.parametrize(
    ("xml", "found"),
    [
        (b'<styles><numFmt a="1"/><x14:numFmt a="2"/></styles>', [b'a="1"/']),
        (b'<?xml version="1.0"?>\n<!-- s --><s:styles><s:numFmt a="1"/><numFmt a="2"/></s:styles>', [b'a="1"/']),
        (b"no xml", []),
    ],
)
def test_tags_are_those_of_the_part(xml: bytes, found: list[bytes]) -> None:
    """Those of extensions are called alike and belong to another namespace."""
    assert tags(xml, "numFmt") == found
