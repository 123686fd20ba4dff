"""Pages saved as one file."""

import base64
import quopri

import pytest

from keycafe_clean.read import read_export

HEAD = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_B"\r\n\r\nA page.\r\n'
PAGE = "<html><table><tr><th>Name<th>Email<tr><td>Zoë Lee<td>z@example.com</table></html>"


def archive(encoding: str, charset: str, body: bytes) -> bytes:
    """Get a page saved as one file, with a frame before it."""
    about = f'Content-Transfer-Encoding: {encoding}\r\nContent-Type: text/html; charset="{charset}"\r\n\r\n'.encode()
    frame = b"--=_B\r\nContent-Type: text/html\r\n\r\n<html><frameset></frameset></html>\r\n"
    return HEAD + frame + b"--=_B\r\n" + about + body + b"\r\n--=_B--\r\n"


@pytest.mark.parametrize(
    "data",
    [
        archive("quoted-printable", "utf-8", quopri.encodestring(PAGE.encode())),
        archive("quoted-printable", "windows-1252", quopri.encodestring(PAGE.encode("cp1252"))),
        archive("base64", "utf-8", base64.encodebytes(PAGE.encode())),
        archive("8bit", "unknown", PAGE.encode("cp1252")),
        archive("8bit", "utf\0-8", PAGE.encode("cp1252")),
    ],
)
def test_the_page_is_read(data: bytes) -> None:
    """However its letters are written."""
    assert read_export(("hr.xls", data)).sources[0].cells.rows() == [("Zoë Lee", "z@example.com")]


def test_a_list_of_headers_is_a_text() -> None:
    """A file of names and values is no such page."""
    assert read_export(("hr.csv", b"Name: x,Email\nAnn,a@example.com\n")).sources[0].rows.height == 1
