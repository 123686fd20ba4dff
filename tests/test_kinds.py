import tomllib
from collections import Counter
from importlib.resources import files

from keycafe_clean.findings import catalogue
from keycafe_clean.kinds import kinds


def test_whatever_a_row_can_wait_for_has_a_kind() -> None:
    """A code of the catalogue that makes a row wait would otherwise stop the desk."""
    asked = {entry.code for entry in catalogue().values() if entry.severity != "note" and "{row}" in entry.sentence}

    assert asked - kinds().keys() == set()


def test_every_kind_is_made_of_codes_that_there_are_each_once() -> None:
    """A code in two kinds would be counted in one of them."""
    text = files("keycafe_clean").joinpath("kinds.toml").read_text(encoding="utf-8")
    listed = Counter(code for codes in tomllib.loads(text)["kinds"].values() for code in codes)

    assert [code for code, times in listed.items() if times > 1 or code not in catalogue()] == []


def test_pairs_are_asked_about_first() -> None:
    """The order of the file is that of the screen."""
    assert next(iter(kinds().values())) == "Maybe one person"
