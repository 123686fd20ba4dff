import tomllib
from importlib.resources import files

import pytest

from keycafe_clean.findings import catalogue
from keycafe_clean.month_report.finding_words import finding_in_words

TEXT = files("keycafe_clean.month_report").joinpath("finding_words.toml").read_text(encoding="utf-8")


def test_whatever_is_found_has_words() -> None:
    """A code of the catalogue that has none would stop the report, and one that is gone is never said."""
    assert list(tomllib.loads(TEXT)) == list(catalogue())


@pytest.mark.parametrize("code", list(catalogue()))
def test_words_are_no_code_and_have_no_blank(code: str) -> None:
    """What stands in a cell would be somebody's."""
    words = finding_in_words(code)

    assert " " in words
    assert not [sign for sign in ("_", "{", "}", "…") if sign in words]


def test_different_findings_have_different_words() -> None:
    """Two lines of a report that say the same would be taken for one mistake of ours."""
    words = [finding_in_words(code) for code in catalogue()]

    assert [one for one in words if words.count(one) > 1] == []


@pytest.mark.parametrize(
    ("column", "words"),
    [("Last Name", "Last Name that has lost a letter"), (None, "a cell that has lost a letter")],
)
def test_column_is_named_where_all_are_about_it(column: str | None, words: str) -> None:
    """Several columns have no name in common."""
    assert finding_in_words("lost_letter", column) == words
