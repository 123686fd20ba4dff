"""Escapes become the letters that they stand for."""

import html

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.steps.escapes import decode_escapes


def decoded(cell: str, column: str = "Last Name") -> str:
    """Get one cell without escapes."""
    answer: str = decode_escapes(pl.DataFrame({column: [cell]})).item()
    return answer


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("O&#39;Leary", "O'Leary"),
        ("M&uuml;ller", "Müller"),
        ("D&#x27;Arcy", "D'Arcy"),
        ("Ren&eacute", "René"),
        ("M&amp;uuml;ller", "Müller"),
        ("M&UUML;LLER", "MÜLLER"),
        ("M\\u00fcller", "Müller"),
        ("M\\xfcller", "Müller"),
        ("M_x00FC_ller", "Müller"),
        ("M\\'fcller", "Müller"),
        ("M=C3=BCller", "Müller"),
        ("M=FCller", "Müller"),
        ("M%C3%BCller", "Müller"),
        ("Ana%20Ruiz", "Ana Ruiz"),
        ("=?utf-8?Q?M=C3=BCller?=", "Müller"),
        ("=?utf-8?B?TcO8bGxlcg==?=", "Müller"),
        ("Smith &amp; Jones", "Smith & Jones"),
        ("R&D", "R&D"),
        ("100%", "100%"),
        ("A&B;", "A&B;"),
        ("&nosuch;", "&nosuch;"),
        ("&#0;", "&#0;"),
        ("M&#8203;ller", "M&#8203;ller"),
        ("M=00ller", "M=00ller"),
        ("M\\u0007", "M\\u0007"),
        ("M&amp;amp;uuml;ller", "M&uuml;ller"),
        ("A&bne;", "A&bne;"),
        ("=FCber", "=FCber"),
        ("M=80ller", "M=80ller"),
        ("%41na", "%41na"),
        ("O%27Brien", "O'Brien"),
        ("ana%40acme.com", "ana@acme.com"),
        ("=?nosuch?Q?M?=", "=?nosuch?Q?M?="),
        ("=?utf-8?B?x?=", "=?utf-8?B?x?="),
        ("=?utf-8?Q?=FC?=", "=?utf-8?Q?ü?="),
    ],
)
def test_escape_is_the_letter_it_stands_for(cell: str, expected: str) -> None:
    """Entities, backslashes, percent signs and quoted-printable are decoded; what is no complete escape stays."""
    assert decoded(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("o&#39;leary@acme.com", "o'leary@acme.com"),
        ("ana%40acme.com", "ana%40acme.com"),
        ("a=C3=BC@acme.com", "a=C3=BC@acme.com"),
    ],
)
def test_signs_that_an_address_may_have_stay(cell: str, expected: str) -> None:
    """Of an address only entities are decoded: percent and equals signs may belong to it."""
    assert decoded(cell, "Email Address") == expected


@given(st.text("ÄÖÜäöüßéèçñøåłşğıčřžабвгд", min_size=1, max_size=8))
def test_any_letters_come_back(name: str) -> None:
    """Whatever letters a name has, its entities by number are the name again."""
    escaped = "".join(f"&#{ord(letter)};" for letter in name)

    assert html.unescape(escaped) == name
    assert decoded(escaped) == name
