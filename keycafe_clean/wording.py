"""Numbers, days and months as they stand in a sentence."""

from datetime import date


def month_name(month: str) -> str:
    """Get `November 2026` for `2026-11`."""
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}"


def month_alone(month: str) -> str:
    """Get `November` for `2026-11`, where the year goes without saying."""
    return month_name(month).split()[0]


def day_in_words(day: date) -> str:
    """Get `3 Nov 2026` for a day."""
    return f"{day.day} {day:%b %Y}"


def people_counted(number: int) -> str:
    """Get the number of people in words: `1 person`, `1,204 people`."""
    return counted(number, "person", "people")


def counted(number: int, noun: str, several: str | None = None) -> str:
    """Get the number with thousands separators and the noun that agrees with it: `1 row`, `1,204 rows`, `2 people`."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"
