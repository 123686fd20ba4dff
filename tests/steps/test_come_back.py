"""Words of who came back, and of a contract beside them."""

import polars as pl
import pytest

from keycafe_clean.folding import fold
from keycafe_clean.steps.come_back import says_returned, without_contract
from keycafe_clean.words import words


@pytest.mark.parametrize("word", [it for it in words("status", "returned") if "*" not in it])
def test_every_word_of_return_is_heard_among_others(word: str) -> None:
    """In every language known."""
    assert pl.select(says_returned(pl.lit(fold(f"zq {word} zq")))).item() is True


@pytest.mark.parametrize(
    "phrase",
    [
        "not rehired", "rehired pending", "eligible to be rehired", "may be rehired", "wird nicht wiedereingestellt",
        "nao readmitido", "no recontratado", "再雇用予定", "keys returned", "active", "unreturned",
    ],
)  # fmt: skip
def test_nobody_came_back_who_only_may(phrase: str) -> None:
    """A word that leaves it open takes it back, and things are returned too."""
    assert pl.select(says_returned(pl.lit(phrase))).item() is False


@pytest.mark.parametrize(
    ("phrase", "bare"),
    [("rehired part time", "rehired"), ("active temporary basis", "active"), ("part time", "part time"), ("ok", "ok")],
)
def test_words_of_a_contract_come_off(phrase: str, bare: str) -> None:
    """Unless there is nothing else."""
    assert pl.select(without_contract(pl.lit(phrase))).item() == bare
