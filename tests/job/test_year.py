"""Months in a row over a made company: joiners, leavers, marriages, moves, rehires, mailboxes passed on.

`make sweeps` does whole years, and `bench/years.py` years of larger companies, by seeds.
"""

import tempfile
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.job.company import INHERITS, JOINS, LEAVES, MARRIES, MOVES, RETURNS, Company
from tests.job.months_in_a_row import check_months

#: Everybody, and who joins later, is in by the last month: 20 people and 3 a month, at 10 places.
SIZE, PLACES, SEED = 20, 10, 2026

#: What happens one after another, over all months; each time so many turns further, to whoever is drawn.
TURNS = (LEAVES, INHERITS, MARRIES, RETURNS, MOVES, JOINS)
EVENT = st.tuples(st.integers(0, len(TURNS) - 1), st.integers(0, SIZE))
HAPPENS = st.lists(EVENT, min_size=2, max_size=3)


def passes(company: Company, events: list[tuple[str, int]], month: str) -> None:
    """Let a month pass in which this happens."""
    for what, pick in events:
        company.happens(what, pick, f"{month}-01")


def named(months: list[list[tuple[int, int]]]) -> list[list[tuple[str, int]]]:
    """Get what happens by its name."""
    place = count()
    return [[(TURNS[(next(place) + turn) % len(TURNS)], pick) for turn, pick in events] for events in months]


#: A month costs seconds, and what was drawn is printed: nothing is drawn smaller.
AS_DRAWN = settings(
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def check(months: list[list[tuple[int, int]]]) -> None:
    """Check that nobody is sent twice, nobody who has left, everybody who stays in time, and nothing asked twice."""
    company = Company.founded(SEED, SIZE, "2020-01-01")
    happened = named(months)
    note(f"{happened}")

    with tempfile.TemporaryDirectory() as folder:
        check_months(company, Path(folder), PLACES, [partial(passes, company, events) for events in happened])


@given(months=st.lists(HAPPENS, min_size=3, max_size=3))
@settings(AS_DRAWN, max_examples=3)
def test_months_in_a_row(months: list[list[tuple[int, int]]]) -> None:
    """Nobody is sent twice, nobody who has left; everybody who stays is in when it was said; nothing is asked twice."""
    check(months)


@pytest.mark.slow
@given(months=st.lists(HAPPENS, min_size=11, max_size=11))
@settings(AS_DRAWN, max_examples=3)
def test_twelve_months_in_a_row(months: list[list[tuple[int, int]]]) -> None:
    """The same holds over a year: the first month, and eleven more."""
    check(months)
