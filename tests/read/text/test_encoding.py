"""Bytes as text: proven, asked for, or told by the look of the words."""

import pytest

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.text import encoding
from keycafe_clean.read.text.encoding import decode

NAMES = "Vorname;Nachname\nJürgen;Müller\nÄnne;Weiß\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (NAMES.encode(), "utf-8"),
        (NAMES.encode("utf-8-sig"), "utf-8"),
        (NAMES.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + NAMES.encode("utf-16-be"), "utf-16-be"),
        (NAMES.encode("utf-16-le"), "utf-16-le"),
        (NAMES.encode("utf-16-be"), "utf-16-be"),
        (NAMES.encode("utf-32"), "utf-32-le"),
        (NAMES.encode("utf-32-be"), "utf-32-be"),
        (NAMES.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_proven(data: bytes, encoding: str) -> None:
    """A mark, strict UTF-8, NUL bytes of wide text, then Windows-1252: the text is the same."""
    text = decode(RawFile("hr.csv", data))

    assert (text.data.decode(), text.encoding, text.certain) == (NAMES, encoding, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Imię;Nazwisko\nŁukasz;Żółć\nMichał;Wójcik\nAgnieszka;Dąbrowska\n", "cp1250"),
        ("Имя;Фамилия\nИван;Петров\nОльга;Смирнова\n", "cp1251"),
        ("Ad;Soyad\nİbrahim;Yıldız\nAyşe;Gül\nÇağla;Şahin\nIşıl;Doğan\n", "cp1254"),
        ("Vorname;Nachname\nJürgen;Müller\nBjörn;Köhler\n", "mac_roman"),
        ("Vorname;Nachname\nJürgen;Müller\nBjörn;Köhler\n", "cp850"),
        ("氏名,部署\n田中太郎,カスタマーサポート\n佐藤花子,人事部\n", "cp932"),
        ("姓名,部门\n王小明,人事部\n张伟,技术部\n", "gb18030"),
        ("이름,부서\n김철수,인사부\n박영희,영업부\n", "cp949"),
    ],
)
def test_other_encodings_are_told_by_their_words(text: str, encoding: str) -> None:
    """Where the words look right in another encoding only, that is taken, and somebody must look."""
    found = decode(RawFile("hr.csv", text.encode(encoding)))

    assert (found.data.decode(), found.encoding, found.certain) == (text, encoding, False)


def test_one_accent_in_a_long_file_is_enough() -> None:
    """The whole file is looked at: an accent in the last row is not read as another letter."""
    data = b"First Name,Last Name\n" + b"Ann,Lee\n" * 5000 + "José,Núñez\n".encode("cp1252")

    assert decode(RawFile("hr.csv", data)).data.endswith("José,Núñez\n".encode())


def test_the_encoding_that_is_asked_for_is_taken() -> None:
    """Somebody who knows better is obeyed."""
    assert decode(RawFile("hr.csv", b"\xe8\n"), "ISO-8859-2").data.decode() == "č\n"


def test_bytes_that_are_not_in_the_encoding_are_refused() -> None:
    """The sentence says in which line."""
    with pytest.raises(UnreadableExport) as told:
        decode(RawFile("hr.csv", b"a,b\nAnn,L\xe9\n"), "utf-8")

    assert str(told.value) == ("hr.csv, line 2: the bytes there are not UTF-8. Name another encoding, or export again.")


@pytest.mark.parametrize("encoding", ["utf-9", "hex"])
def test_an_encoding_that_does_not_exist_is_refused(encoding: str) -> None:
    """A typing error, or a name of something else, is said."""
    with pytest.raises(UnreadableExport) as told:
        decode(RawFile("hr.csv", b"a,b\n"), encoding)

    assert str(told.value) == f"No encoding is called '{encoding}'. Say utf-8, cp1252 or utf-16, for example."


def test_bytes_of_no_encoding_are_refused() -> None:
    """What is no word in any encoding is not read as one."""
    with pytest.raises(UnreadableExport) as told:
        decode(RawFile("hr.csv", b"a,b\n\x81\x8d\x8f\x90\x9d,\xff\xfe\n\xa0\x81\xb1\xff,\x80\x8f\n"))

    assert str(told.value) == (
        "hr.csv is in an encoding that cannot be told from its letters. Name it, or export as UTF-8."
    )


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_mark_alone_is_nothing(data: bytes) -> None:
    """A file of a byte order mark only is empty."""
    with pytest.raises(UnreadableExport) as told:
        decode(RawFile("hr.csv", data))

    assert str(told.value) == "hr.csv is empty. Export it again from the HR system."


@pytest.mark.parametrize(
    ("data", "is_text"),
    [
        (b"\x01" * 8, True),
        (b"\x01" * 9, False),
        (b"\x08" * 9, False),
        (b"\x0e" * 9, False),
        (b"\x1f" * 9, False),
        (b"\x0b\x0c" * 9, True),
        (b"\x01" * 50 + b"x" * 950, True),
        (b"\x01" * 51 + b"x" * 949, False),
    ],
)
def test_a_twentieth_of_a_text_may_be_control_letters(data: bytes, *, is_text: bool) -> None:
    """Eight may stand in a short one; tabs and line ends are none."""
    if is_text:
        assert decode(RawFile("hr.csv", data)).data == data
    else:
        with pytest.raises(UnreadableExport) as refused:
            decode(RawFile("hr.csv", data))
        assert str(refused.value) == "hr.csv is no text and no workbook. Export it again as CSV or as a workbook."


@pytest.mark.parametrize(("letters", "is_wide"), [(24, True), (25, False)])
def test_wide_text_has_a_nul_in_fifty_bytes(letters: int, *, is_wide: bool) -> None:
    """Chinese text has one at its line ends alone."""
    data = ("田" * letters + "\n").encode("utf-16-le")

    assert (encoding._wide_encoding(data) == "utf-16-le") is is_wide
