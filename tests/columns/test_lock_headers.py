"""Compound headers that speak of a lock, or of who no longer works here."""

import tomllib
from importlib.resources import files

import polars as pl
import pytest

from keycafe_clean.columns.headers import key
from keycafe_clean.columns.lock_headers import are_lock_codes, speaks_of_a_lock

LISTS = tomllib.loads(files("keycafe_clean.columns").joinpath("lock_headers.toml").read_text(encoding="utf-8"))[
    "within"
]


@pytest.mark.parametrize(
    "header",
    [
        "Zugangssperre", "Sperrkennzeichen", "Kontosperrvermerk", "Gebruikersblokkering", "Brukersperre", "Kontospärr",
        "Käyttäjätili lukittu", "sysuserlock", "LogonLocked", "Compte verrouillé O/N", "Utente bloccato S/N",
        "Учетная запись заблокирована", "ログイン停止区分", "利用者ロック",
        "是否已离职员工", "账号停用标志",
        "계정정지여부", "퇴사여부",
        "Benutzerdeaktivierung", "アカウント無効区分", "退職区分",
    ],
)  # fmt: skip
def test_word_for_a_lock_in_a_compound(header: str) -> None:
    """Part of a word of German, Dutch, Scandinavian or Finnish, or of writing without blanks."""
    assert speaks_of_a_lock(header)


@pytest.mark.parametrize(
    "header",
    [
        "Time clock", "Locker", "Unlocked", "Block", "Padlock", "Betriebssperre", "Procesado", "Lockdown",
        "退職金フラグ",
        "配信停止", "タイムクロック", "Mail blocked", "Türsperre badge", "Kontostatus", "Retirement plan",
    ],
)  # fmt: skip
def test_other_headers_speak_of_none(header: str) -> None:
    """Clocks, lockers, houses, pay and things."""
    assert not speaks_of_a_lock(header)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["0", "0", "64", None], True),
        (["0", "0", "0"], True),
        (["0", "64"], False),
        (["12", "14", "0"], False),
        (["0", "0", "A"], False),
        ([None], False),
    ],
)
def test_codes_of_a_lock(cells: list[str | None], *, expected: bool) -> None:
    """Small numbers of which 0 is most of them."""
    assert are_lock_codes(pl.Series("cell", cells, dtype=pl.String)) is expected


def test_lists_are_sorted_and_of_different_words() -> None:
    """No piece is there twice, whatever its accents."""
    assert all(listed == sorted(listed) for listed in LISTS.values())
    for listed in LISTS.values():
        assert len(listed) == len({key(word) for word in listed})
