from datetime import UTC, datetime

import pytest

from keycafe_clean.mock.limits import counted_between, limit_at, places_for
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal
from keycafe_clean.wire import Limit, Plan

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
POLICY = MockPolicy()


@pytest.mark.parametrize(("plan", "users"), [("paid", 1_000), ("confirmed", 250)])
def test_limit_at_when_nothing_is_used(plan: Plan, users: int) -> None:
    """1000 users a month on a paid plan, 250 with a confirmed address only."""
    expected = Limit(month="2026-11", limit=users, used=0, queued=0, left=users)

    assert limit_at(NOW, plan, POLICY, used=0, queued=0) == expected


@pytest.mark.parametrize(
    ("used", "queued", "expected"), [(100, 50, (100, 50, 100)), (250, 0, (250, 0, 0)), (400, 9, (400, 0, 0))]
)
def test_limit_at_when_used(used: int, queued: int, expected: tuple[int, int, int]) -> None:
    """Used, queued and left make the limit; a lowered plan leaves nothing, never less."""
    limit = limit_at(NOW, "confirmed", POLICY, used=used, queued=queued)

    assert (limit.used, limit.queued, limit.left) == expected


@pytest.mark.parametrize(
    ("settings", "first", "after"),
    [
        ({}, datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)),
        ({"utc_offset_hours": 2}, datetime(2026, 10, 31, 22, tzinfo=UTC), datetime(2026, 11, 30, 22, tzinfo=UTC)),
        (
            {"month": "rolling 30 days"},
            datetime(2026, 10, 4, 9, tzinfo=UTC),
            datetime(2026, 11, 3, 9, 0, 1, tzinfo=UTC),
        ),
    ],
)
def test_counted_between(settings: dict[str, object], first: datetime, after: datetime) -> None:
    """The month begins and ends where the policy says."""
    assert counted_between(NOW, MockPolicy.model_validate(settings)) == (first, after)


@pytest.mark.parametrize(
    ("day", "after"), [((2026, 12, 31), (2027, 1, 1)), ((2026, 1, 31), (2026, 2, 1)), ((2028, 2, 29), (2028, 3, 1))]
)
def test_counted_between_when_a_month_is_short_or_the_last(
    day: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    """A month ends with the first moment of the next one, however many days it has."""
    assert counted_between(datetime(*day, 23, tzinfo=UTC), POLICY)[1] == datetime(*after, tzinfo=UTC)


def test_limit_at_when_month_begins_elsewhere() -> None:
    """The last hours of October are November where clocks are ahead."""
    late = datetime(2026, 10, 31, 23, tzinfo=UTC)

    assert limit_at(late, "paid", MockPolicy(utc_offset_hours=2), used=0, queued=0).month == "2026-11"


@pytest.mark.parametrize(
    ("rows", "used", "queued", "sentence"),
    [
        (312, 162, 0, "The file holds 312 people and only 88 of this month's 250 places are left."),
        (1_001, 0, 0, "The file holds 1,001 people and only 250 of this month's 250 places are left."),
        (2, 249, 0, "The file holds 2 people and only 1 of this month's 250 places is left."),
        (1, 250, 0, "The file holds 1 person and none of this month's 250 places are left."),
        (
            9,
            200,
            45,
            (
                "The file holds 9 people and only 5 of this month's 250 places are left "
                "(45 are held for imports in the queue)."
            ),
        ),
    ],
)
def test_places_for_when_too_many(rows: int, used: int, queued: int, sentence: str) -> None:
    """A file with more people than places is refused as a whole, and says by how much."""
    limit = limit_at(NOW, "confirmed", POLICY, used=used, queued=queued)

    with pytest.raises(Refusal) as refused:
        places_for(rows, limit, POLICY)

    assert (refused.value.status, refused.value.message) == (409, sentence)


@pytest.mark.parametrize(("rows", "expected"), [(250, 250), (251, 250), (0, 0)])
def test_places_for_when_the_policy_fills(rows: int, expected: int) -> None:
    """Under the policy fill, a file gets the places that are left."""
    limit = limit_at(NOW, "confirmed", POLICY, used=0, queued=0)

    assert places_for(rows, limit, MockPolicy(over_limit="fill")) == expected


@pytest.mark.parametrize(("plan", "rows"), [("paid", 999), ("paid", 1_000), ("confirmed", 249), ("confirmed", 250)])
def test_places_for_up_to_the_last_place(plan: Plan, rows: int) -> None:
    """A file that fills the month exactly is taken, and so is one of a person less."""
    assert places_for(rows, limit_at(NOW, plan, POLICY, used=0, queued=0), POLICY) == rows


@pytest.mark.parametrize(("plan", "rows"), [("paid", 1_001), ("confirmed", 251)])
def test_places_for_one_more_than_the_last_place(plan: Plan, rows: int) -> None:
    """One person more than the month has places, and nobody is taken."""
    with pytest.raises(Refusal):
        places_for(rows, limit_at(NOW, plan, POLICY, used=0, queued=0), POLICY)


@pytest.mark.parametrize(
    ("used", "queued", "left"), [(200, 49, 1), (200, 50, 0), (200, 51, 0), (249, 0, 1), (251, 0, 0)]
)
def test_limit_at_when_the_queue_holds_the_last_places(used: int, queued: int, left: int) -> None:
    """Used, queued and left are never more than the limit together."""
    limit = limit_at(NOW, "confirmed", POLICY, used=used, queued=queued)

    assert limit.left == left
    assert limit.used + limit.queued + limit.left == max(250, used)
