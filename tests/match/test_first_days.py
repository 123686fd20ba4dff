"""First days as they are compared: two files write one day in two ways."""

import pytest

from tests.phases.lines import cleaned, outcomes


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2020-01-05", "2020-01-05", True),
        ("2020-01-05", "5 Jan 2020", True),
        ("2020-01-05", "05.01.2020", True),
        ("2020-01-05", "2020-01-06", False),
        ("2020-01-05", "soon", False),
    ],
)
def test_one_first_day_written_in_two_ways_is_one(one: str, other: str, *, together: bool) -> None:
    """People without number and address are one by their first days, and another day is a question."""
    rows = (f"Ida,Moss,,,,Active,{day},Oslo" for day in (one, other))

    done = outcomes(cleaned(*rows, "Tom,Hill,tom.hill@acme.com,,7,Active,2020-03-31,Oslo"))

    assert sorted(done) == ["combined" if together else "ready", "ready", "ready" if together else "waiting"]
