"""Headers that say who is to go in, or who is not."""

import tomllib
from importlib.resources import files

import pytest

from keycafe_clean.columns.entry_headers import goes_in

LISTS = tomllib.loads(files("keycafe_clean.columns").joinpath("entry_headers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "header",
    [
        "Exclude", "Please skip", "EXCLUDE (Y/N)", "Do not import", "Don't invite", "Omit?", "Ignore", "Opt-out",
        "Exclude from import", "No key needed", "nicht einladen", "Nicht importieren", "Überspringen", "Kein Zugang",
        "Ne pas inviter", "Exclure", "No invitar", "Excluir", "Não importar", "Non invitare", "Niet uitnodigen",
        "Pomiń", "Nie importować", "Hoppa över", "Älä kutsu", "Davet etme", "Vynechat", "Nezvat", "Kihagyandó",
        "Не приглашать", "Пропустить", "招待不要", "除外", "不邀请", "제외", "Already invited",
    ],
)  # fmt: skip
def test_who_is_not_to_go_in(header: str) -> None:
    """Words for leaving out, and those for taking in behind one that denies them."""
    assert goes_in(header) is False


@pytest.mark.parametrize(
    "header",
    [
        "Import?", "Invite", "Include", "Needs key?", "Key required", "Access needed (yes/no)", "To be invited",
        "Schlüssel nötig", "Schluessel benoetigt", "Einladen?", "Clé nécessaire", "Inviter", "Necesita llave",
        "Precisa de chave", "Includere", "Sleutel nodig", "Potrzebuje klucza", "Zaprosić?", "Behöver nyckel",
        "Tarvitsee avaimen", "Anahtar gerekli", "Potřebuje klíč", "Нужен ключ", "Пригласить", "是否邀请", "초대 여부",
        "Do not exclude",
    ],
)  # fmt: skip
def test_who_is_to_go_in(header: str) -> None:
    """Words for taking in, and a key or an access beside a word for needing it."""
    assert goes_in(header) is True


@pytest.mark.parametrize(
    "header",
    [
        "Parking", "Remote", "Car", "Manager", "Newsletter", "Send Invitation", "Send Invite", "Key", "Key No",
        "Key No.",
        "Access", "Access Level", "Import ID", "Import date", "Invited on", "Included in payroll", "Email Opt Out",
        "No", "N", "", "Required", "User", "Staff", "Key holder", "Address", "In", "Out",
    ],
)  # fmt: skip
def test_other_headers_say_neither(header: str) -> None:
    """A word of anything else, a key alone, a number, and Keycafe's own flag about its mail."""
    assert goes_in(header) is None


def test_lists_are_sorted() -> None:
    """Without regard to case, and nothing stands twice."""
    every = [listed for section in LISTS.values() for listed in section.values()]

    assert all(listed == sorted(set(listed), key=str.casefold) for listed in every)
