"""Timestamps as the database keeps them: text that sorts, in UTC, to the second."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def to_timestamp(moment: datetime) -> str:
    """Get the timestamp of a moment, `2026-11-03T09:00:00Z`."""
    return moment.astimezone(UTC).strftime(_FORM)


def from_timestamp(text: str) -> datetime:
    """Get the moment that a timestamp names."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
