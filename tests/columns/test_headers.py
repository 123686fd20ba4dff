"""The normal form of headers."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.columns.headers import in_brackets, key, keys_of, roles_of_words, segments, without_brackets, words


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("First Name", ("first", "name")),
        ("FirstName", ("first", "name")),
        ("first_name", ("first", "name")),
        ("FIRSTNAME", ("firstname",)),
        ("ADEmail", ("ad", "email")),
        ("Email1", ("email", "1")),
        ("Employee #", ("employee", "number")),
        ("N° d'employé", ("n", "d", "employe")),
        ("Straße", ("strasse",)),
        ("Imię", ("imie",)),
        ("Förnamn", ("fornamn",)),
        ("Staða", ("stada",)),
        ("Þjónusta", ("thjonusta",)),
        ("メールアドレス", ("メールアトレス",)),
        ("\ufeff Ｎａｍｅ ", ("name",)),
        ("員工編號", ("员工编号",)),
        ("", ()),
        ("---", ()),
    ],
)
def test_words(header: str, expected: tuple[str, ...]) -> None:
    """Case, accents, punctuation, camelCase, width and the shape of Chinese signs do not count."""
    assert words(header) == expected


#: Letters of the languages of the vocabulary: Latin to Arabic, Thai, syllables and signs of East Asia, full-width ones.
_LETTERS = st.one_of(
    st.characters(min_codepoint=first, max_codepoint=last, exclude_categories=("Cn",))
    for first, last in (
        (0x20, 0x6FF),
        (0xE01, 0xE5B),
        (0x3040, 0x30FF),
        (0x4E00, 0x9FFF),
        (0xAC00, 0xD7A3),
        (0xFF01, 0xFF9F),
    )
)


@given(st.lists(st.text(_LETTERS), min_size=1))
def test_many_cells_at_once_have_the_keys_of_each(cells: list[str]) -> None:
    """The two ways to fold a header are one."""
    assert keys_of(pl.Series([*cells, None], dtype=pl.String)).to_list() == [*map(key, cells), None]


@given(st.one_of(st.text(), st.text(_LETTERS), st.text(st.sampled_from("aBéÄ\u0301ﬁß #№º°_-1١İ員"))))
def test_key_is_the_words_joined(header: str) -> None:
    """The quick way to a key and the words of a header are one."""
    assert key(header) == "".join(words(header))


@given(st.text())
def test_key_is_its_own_key(header: str) -> None:
    """A key looks up itself."""
    assert key(key(header)) == key(header)


def test_brackets() -> None:
    """What stands in brackets is told from what stands outside."""
    header = "Block sign in (Yes/No) [accountEnabled] Required"

    assert without_brackets(header).split() == ["Block", "sign", "in", "Required"]
    assert in_brackets(header) == ("(Yes/No)", "[accountEnabled]")


@pytest.mark.parametrize("header", ["Legal Name - First Name", "Legal Name: First Name", "Legal Name\nFirst Name"])
def test_segments(header: str) -> None:
    """A heading of two levels has two segments; a hyphen within a word parts nothing."""
    assert segments(header) == ("Legal Name", "First Name")
    assert segments("E-Mail") == ("E-Mail",)


def test_roles_of_words() -> None:
    """A word of two lists has both roles; an umlaut may be spelt out."""
    assert roles_of_words({"key": ["Schlüssel"], "what": ["Schlüssel", "Access"]}) == {
        "schlussel": frozenset({"key", "what"}),
        "schluessel": frozenset({"key", "what"}),
        "access": frozenset({"what"}),
    }
