"""The article's limits, as the mock reads them: how many users a month, and which users count as this month's."""

from datetime import datetime, timedelta

from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal
from keycafe_clean.wire import Limit, Plan

#: "1000 users per month if you are on a paid plan, or 250 per month if you have only confirmed your email address."
USERS_PER_MONTH: dict[Plan, int] = {"paid": 1_000, "confirmed": 250}


def counted_between(now: datetime, policy: MockPolicy) -> tuple[datetime, datetime]:
    """Get the stretch of time whose users count against the limit at `now`: its first moment, and that after its last.

    It has an end, because a clock can be set back: what was used in a later month is that month's. In UTC.
    """
    if policy.month == "rolling 30 days":
        return now - timedelta(days=30), now + timedelta(seconds=1)
    offset = timedelta(hours=policy.utc_offset_hours)
    first = (now + offset).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    next_first = (first + timedelta(days=31)).replace(day=1)
    return first - offset, next_first - offset


def limit_at(now: datetime, plan: Plan, policy: MockPolicy, *, used: int, queued: int) -> Limit:
    """Get the limit of the month that `now` lies in, in users ("Import Limitations"); `left` is never less than 0.

    `used` were imported in that month; `queued` people of accepted imports hold places, as far as there are any.
    """
    limit = USERS_PER_MONTH[plan]
    held = min(queued, max(0, limit - used))
    month = (now + timedelta(hours=policy.utc_offset_hours)).strftime("%Y-%m")
    return Limit(month=month, limit=limit, used=used, queued=held, left=max(0, limit - used - held))


def places_for(rows: int, limit: Limit, policy: MockPolicy) -> int:
    """Get how many users a file of `rows` people may add.

    Raises:
        Refusal: The whole file is refused, because it holds more people than places are left.
    """
    if policy.over_limit == "fill":
        return min(rows, limit.left)
    if rows > limit.left:
        raise Refusal("import.limitReached", _sentence(rows, limit))
    return rows


def _sentence(rows: int, limit: Limit) -> str:
    people = "1 person" if rows == 1 else f"{rows:,} people"
    left = {0: "none", 1: "1"}.get(limit.left, f"{limit.left:,}")
    verb = "is" if limit.left == 1 else "are"
    only = "" if limit.left == 0 else "only "
    waiting = f" ({limit.queued:,} are held for imports in the queue)" if limit.queued else ""
    return f"The file holds {people} and {only}{left} of this month's {limit.limit:,} places {verb} left{waiting}."
