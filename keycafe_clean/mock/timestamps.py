"""Moments as the database keeps them: text that sorts, in UTC, to the second."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def moment_text(moment: datetime) -> str:
    """Get a moment as text, `2026-11-03T09:00:00Z`."""
    return moment.astimezone(UTC).strftime(_FORM)


def moment_of(text: str) -> datetime:
    """Get the moment that a text from the database names."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
