from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.mock.timestamps import from_timestamp, to_timestamp

zones = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
moments = st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30), timezones=zones)  # noqa: DTZ001 - zones are drawn


def test_a_moment_is_text_in_utc() -> None:
    """Two hours ahead is two hours less."""
    ahead = datetime(2026, 11, 3, 11, tzinfo=timezone(timedelta(hours=2)))

    assert to_timestamp(ahead) == "2026-11-03T09:00:00Z"


@given(moment=moments)
def test_text_names_its_moment_to_the_second(moment: datetime) -> None:
    """What was written is read again, in UTC."""
    assert from_timestamp(to_timestamp(moment)) == moment.replace(microsecond=0).astimezone(UTC)


@given(one=moments, other=moments)
def test_text_sorts_as_moments_do(one: datetime, other: datetime) -> None:
    """The database compares texts, and so compares moments."""
    earlier, later = sorted((one, other))

    assert to_timestamp(earlier) <= to_timestamp(later)
