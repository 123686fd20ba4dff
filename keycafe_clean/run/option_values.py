"""What was typed behind an option, as what it means; one sentence where it means nothing."""

from datetime import date
from pathlib import Path

from keycafe_clean.article.contract import MONTHLY_LIMIT
from keycafe_clean.check import template_header
from keycafe_clean.errors import SetupError
from keycafe_clean.opening import bytes_of

#: Years of a run: a forecast reaches a few hundred years beyond it, and no calendar of ours beyond 9999.
FIRST_YEAR, LAST_YEAR = 2000, 2999


def said_of_reading(
    encoding: str | None, delimiter: str | None, sheet: str | None, header: str | None
) -> dict[str, str | int]:
    """Get what was said of how files are read, by the names of the set-up. SetupError: the row is no number."""
    row = None if header is None else _number(header)
    if header is not None and row is None:
        raise SetupError(f"--header-row is '{header}'. Write the row of the column names as a number, for example 3.")
    said = {"encoding": encoding, "delimiter": delimiter, "sheet": sheet, "header": row}
    return {name: value for name, value in said.items() if value is not None}


def plan_named(plan: str) -> str:
    """Get the plan if there is one of this name. SetupError: there is none."""
    if plan not in MONTHLY_LIMIT:
        raise SetupError(f"--plan is '{plan}'. It must be paid or confirmed.")
    return plan


def used_places(text: str | None, plan: str) -> int | None:
    """Get how many users were imported this month already. SetupError: it is no number, or the plan has not as many."""
    if text is None:
        return None
    used = _number(text)
    if used is None or used > MONTHLY_LIMIT[plan]:
        is_number = text.isascii() and text.isdecimal()
        why = f": the plan '{plan}' has {MONTHLY_LIMIT[plan]:,} places a month" if is_number else ""
        raise SetupError(
            f"--used is '{text}'{why}. Write how many users were imported this month already, for example 120."
        )
    return used


def day_of(text: str | None) -> date:
    """Get the day of the run, by default today. SetupError: it is none, or of another age."""
    try:
        day = date.fromisoformat(text) if text is not None else date.today()  # noqa: DTZ011 - the analyst's own day
    except ValueError:
        raise SetupError(f"--today is '{text}'. Write it as YYYY-MM-DD, for example 2026-11-03.") from None
    _refuse_other_age(day, f"--today is '{text}'")
    return day


def month_of(text: str | None, option: str = "--month") -> str | None:
    """Get the month that an option names, as `YYYY-MM`. SetupError: it is none, or of another age."""
    if text is None:
        return None
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise SetupError(f"{option} is '{text}'. Write it as YYYY-MM, for example 2026-11.") from None
    _refuse_other_age(month, f"{option} is '{text}'")
    return f"{month:%Y-%m}"


def sample_header(path: Path) -> tuple[str, ...]:
    """Get the header cells of the sample file at `path`. SetupError: it is missing, or no sample file."""
    return template_header(path.name, bytes_of(path))


def _refuse_other_age(day: date, said: str) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise SetupError(f"{said}. The year must be one from {FIRST_YEAR} to {LAST_YEAR}.")


def _number(text: str) -> int | None:
    """Get a number of at most nine digits; None: it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
