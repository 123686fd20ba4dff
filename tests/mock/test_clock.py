from datetime import UTC, datetime, timedelta, timezone

import pytest

from keycafe_clean.mock.clock import Clock

NINE = datetime(2026, 11, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment",
    [NINE, NINE.replace(microsecond=999_999), NINE.astimezone(timezone(timedelta(hours=14)))],
    ids=["utc", "microseconds", "elsewhere"],
)
def test_a_moment_is_utc_to_the_second(moment: datetime) -> None:
    """However it was said."""
    assert Clock(moment).now().isoformat() == "2026-11-03T09:00:00+00:00"


def test_a_clock_stands_where_it_was_set() -> None:
    """A moment said later wins."""
    clock = Clock(NINE)

    clock.set(NINE + timedelta(days=30))

    assert clock.now() == NINE + timedelta(days=30)


def test_a_clock_runs_again() -> None:
    """With None it is the system's time."""
    clock = Clock(NINE)
    before = datetime.now(UTC).replace(microsecond=0)

    clock.set(None)

    assert before <= clock.now() <= datetime.now(UTC)
