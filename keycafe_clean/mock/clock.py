"""The time as the mock sees it, so that a practice can move to next month and a test can stand still."""

from datetime import UTC, datetime


class Clock:
    """The system's time in UTC, until it is set; then it stands still, until it is set to None."""

    def __init__(self, stands_at: datetime | None = None) -> None:
        self._stands_at = stands_at

    def now(self) -> datetime:
        """Get the moment, in UTC, to the second."""
        return (self._stands_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)

    def set(self, stands_at: datetime | None) -> None:
        """Stop the clock at a moment, or let it run again."""
        self._stands_at = stands_at
