"""Endings of addresses."""

import polars as pl
import pytest

from keycafe_clean.steps.endings import has_unknown_ending, is_internal


def says(test: pl.Expr, address: str) -> bool:
    """Get the answer about one address."""
    return bool(pl.DataFrame({"address": [address]}).select(test).item())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("ana@acme.coom", True),
        ("ana@acme.zzq", True),
        ("ana@acme.com", False),
        ("ana@acme.co.uk", False),
        ("ana@acme.bd", False),
        ("ana@acme.example", False),
        ("ana@acme.local", False),
        ("ana@пример.рф", False),
        ("ana@xn--e1afmkfd.xn--p1ai", False),
        ("ana@acme.museum", False),
        ("ana@ACME.COM", False),
    ],
)
def test_ending_that_does_not_exist(address: str, *, expected: bool) -> None:
    """Endings of the internet, in any script, and of companies' own nets are told from what is none."""
    assert says(has_unknown_ending(pl.col("address")), address) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        *((f"a@b.{net}", True) for net in ("local", "lan", "internal", "intranet", "corp", "home", "private", "arpa")),
        *((f"a@b.{net}", True) for net in ("localdomain", "localhost", "test", "invalid", "onion")),
        ("a@b.example", False),
        ("a@b.com", False),
    ],
)
def test_net_of_a_company(address: str, *, expected: bool) -> None:
    """Names that no public mail server has are told."""
    assert says(is_internal(pl.col("address")), address) is expected
