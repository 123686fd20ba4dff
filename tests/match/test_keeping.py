"""Which address and which name of several are right, by the whole export."""

import polars as pl
import pytest

from keycafe_clean.match import address_ranks, name_counts
from keycafe_clean.match.keeping import BROKEN, ELSEWHERE, NONE, OF_A_PROVIDER, OF_THE_COMPANY


def test_address_of_the_company_is_better_than_any_other() -> None:
    """A usual domain of the export goes before a rare one, that before a provider's, a broken address before none."""
    own = [f"p{i}@example.com" for i in range(100)]
    rows = pl.DataFrame({"Email Address": [*own, "jo@old-brand.example", "jo@gmail.com", "jo@@example.com", None]})

    ranks = address_ranks(rows).to_list()

    assert set(ranks[:100]) == {OF_THE_COMPANY}
    assert ranks[100:] == [ELSEWHERE, OF_A_PROVIDER, BROKEN, NONE]


def test_domain_of_one_person_is_no_company() -> None:
    """The same address in several rows does not make its domain a usual one."""
    rows = pl.DataFrame({"Email Address": ["jo@old.example"] * 3 + ["a@example.com", "b@example.com"]})

    assert address_ranks(rows).to_list() == [ELSEWHERE] * 3 + [OF_THE_COMPANY] * 2


def test_slip_is_rarer_than_the_name() -> None:
    """A name counts as often as its rarest word, as a first or as a last name."""
    rows = pl.DataFrame(
        {
            "First Name": ["Ana", "Ana María", "Ana", "Gil", None],
            "Last Name": ["Gil", "Gil", "Gill", "Ana", None],
        }
    )

    assert name_counts(rows).to_list() == [2, 1, 1, 1, 0]


@pytest.mark.parametrize(("others", "rank"), [(98, OF_THE_COMPANY), (99, ELSEWHERE)])
def test_domain_of_the_company_has_two_of_a_hundred_addresses(others: int, rank: int) -> None:
    """Broken addresses count neither way."""
    cells = [*(f"p{i}@example.com" for i in range(others)), "a@b.example", "b@b.example", "c@@b.example"]

    assert address_ranks(pl.DataFrame({"Email Address": cells})).to_list()[-3:] == [rank, rank, BROKEN]


def test_word_that_is_twice_in_a_name_counts_once() -> None:
    """Two rows have it, whoever has it twice."""
    rows = pl.DataFrame({"First Name": ["Ana Ana", "Ana"], "Last Name": ["Gil", "Gil"]})

    assert name_counts(rows).to_list() == [2, 2]
