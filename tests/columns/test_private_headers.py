"""Which headers are private, in the languages of the vocabulary, and which only look like it."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from keycafe_clean.columns.together import meanings_of
from keycafe_clean.columns.vocabulary import recognise

HEADERS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("private_headers.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", HEADERS["private"])
def test_private_headers_are_known(language: str) -> None:
    """Births, numbers of the state, pay, health, banks, passwords, homes and families, in short forms too."""
    assert [header for header in HEADERS["private"][language] if recognise(header) != "sensitive"] == []


@pytest.mark.parametrize("language", HEADERS["private"])
@pytest.mark.parametrize("spelt", [str.upper, str.lower, "{}:".format, "  {} ".format, "{} *".format])
def test_private_headers_are_known_however_they_are_written(language: str, spelt: Callable[[str], str]) -> None:
    """Capitals, blanks and signs around a header do not matter."""
    headers = [spelt(header) for header in HEADERS["private"][language]]

    assert [header for header in headers if recognise(header) != "sensitive"] == []


@pytest.mark.parametrize("matter", HEADERS["open"])
def test_other_headers_are_not_private(matter: str) -> None:
    """A column that is dropped by mistake is as bad as one that is kept by mistake."""
    assert [header for header in HEADERS["open"][matter] if recognise(header) == "sensitive"] == []


@pytest.mark.parametrize(
    ("beside", "kind"), [("Personalnummer", "sensitive"), ("Steuerklasse", "sensitive"), ("Vorname", "id")]
)
def test_a_number_is_private_beside_others(beside: str, kind: str) -> None:
    """IdNr is the number for taxes where the number of the person, or something else about taxes, stands beside it."""
    assert meanings_of(["IdNr", beside, "E-Mail"])["IdNr"].kind == kind
