"""Abbreviated headers of yes-or-no columns."""

import tomllib
from importlib.resources import files

import pytest

from keycafe_clean.columns.flag_headers import flag_column, is_of_codes, may_be_of_states
from keycafe_clean.columns.vocabulary import recognise

LISTS = tomllib.loads(files("keycafe_clean.columns").joinpath("flag_headers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("EMP_LVR_YN", "disabled"), ("LVRSW", "disabled"), ("INACTFLG", "disabled"), ("PERS_DSBLD", "disabled"),
        ("SUSPD_SW", "disabled"), ("TERMIND", "disabled"), ("TRM_FLG", "disabled"), ("EXPD_FLG", "disabled"),
        ("LCKD_CD", "disabled"), ("X7_LVR", "disabled"), ("ACTVSW", "active"), ("HR-ACT-IND", "active"),
        ("ACTF", "active"), ("CURR_EMP_IND", "active"), ("AKT_KZ", "active"),
    ],
)  # fmt: skip
def test_abbreviations_are_never_sure(header: str, column: str) -> None:
    """Pieces of words, glued or not; beside those for leaving others may stand that nobody knows."""
    assert flag_column(header) == (column, False)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("STAFF_ACTIVE_SW", "active"),
        ("IsLeaver", "disabled"),
        ("SUSPENDED_IND", "disabled"),
        ("KZ-Inaktiv", "disabled"),
    ],
)
def test_words_written_out_are_sure(header: str, column: str) -> None:
    """Nothing is short, and every other piece is a mark or a person."""
    assert flag_column(header) == (column, True)


@pytest.mark.parametrize(
    "header",
    [
        "UNION_FLG", "FT_IND", "COMPANY_CAR_YN", "Term", "Fixed term YN", "TERM_TIME_FLG", "LVR_CARD_SENT",
        "ACTION_FLG", "Left handed", "Email active", "End user", "FULLTIME_IND", "Long-term sick", "SUSP_PARKING",
        "ACCOUNT_IND",
    ],
)  # fmt: skip
def test_other_flags_are_none(header: str) -> None:
    """Things, contracts, benefits and words that only contain such a piece."""
    assert flag_column(header) is None


@pytest.mark.parametrize(
    ("header", "codes", "may_be"),
    [
        ("Kz", True, True),
        ("EMP_CD", True, True),
        ("Zq", False, True),
        ("Team", False, False),
        ("Team Kz", False, False),
    ],
)
def test_headers_of_codes(header: str, *, codes: bool, may_be: bool) -> None:
    """A mark and nothing else; of ranks and teams no letters are states."""
    assert (is_of_codes(header), may_be_of_states(header)) == (codes, may_be)


def test_lists_are_of_headers_that_nobody_has_listed() -> None:
    """No piece is there twice in a list, and none for who works here is one for who does not."""
    every = [(name, listed) for section in LISTS.values() for name, listed in section.items()]

    assert all(len(listed) == len(set(listed)) for _, listed in every)
    for section in ("whole", "short"):
        assert set(LISTS[section]["here"]).isdisjoint(LISTS[section]["gone"])


def test_headers_of_the_vocabulary_go_first() -> None:
    """`Terminated` alone has a meaning of its own, and is not read piece by piece."""
    assert recognise("Terminated") == "disabled"
    assert recognise("LVR_IND") is None
