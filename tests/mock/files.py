"""Import files for tests, and the moment at which they are imported."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
HEADER = (
    "First Name,Last Name,Email Address,Send Invitation,Send Welcome Email,"
    "SmartBox User,Badge Code,Generate Access Code"
)
FULL = "Ann,Lee,ann@example.com,true,true,false,,true"
SMARTBOX = "Bo,Ek,,false,false,true,,true"


def file_of(*rows: str) -> bytes:
    """Get an import file of these rows below the header."""
    return "\r\n".join([HEADER, *rows, ""]).encode()


def people(count: int, start: int = 1) -> list[str]:
    """Get rows of different Full Users."""
    return [f"P{n},Q,p{n}@example.com,true,false,false,,true" for n in range(start, start + count)]
