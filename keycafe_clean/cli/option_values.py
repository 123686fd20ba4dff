"""What was typed behind an option, as what it means; one sentence where it means nothing."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import typer

from keycafe_clean.article.contract import IMPORT_COLUMNS, MONTHLY_LIMIT
from keycafe_clean.check import template_header
from keycafe_clean.columns.suggestion import IN_WORDS
from keycafe_clean.errors import SetupError
from keycafe_clean.legible import legible
from keycafe_clean.opening import bytes_of
from keycafe_clean.read.files import open_file
from keycafe_clean.steps.frame_columns import ADDRESS, NOT_USED, NUMBERED_COLUMNS

#: Years of a run: a forecast reaches a few hundred years beyond it, and no calendar of ours beyond 9999.
FIRST_YEAR, LAST_YEAR = 2000, 2999


def path_named(text: str) -> Path:
    """Get the path that was typed. BadParameter: nothing was, as by a variable of a shell that is not set."""
    if not text.strip():
        raise typer.BadParameter("nothing is named here. Name a file or folder, or leave it out")
    return Path(text)


def said_of_reading(
    encoding: str | None, delimiter: str | None, sheet: str | None, header: str | None
) -> dict[str, str | int]:
    """Get what was said of how files are read, by the names of the set-up. SetupError: the row is no number."""
    row = None if header is None else _number(header)
    if header is not None and row is None:
        raise SetupError(f"--header-row is '{header}'. Write the row of the column names as a number, for example 3.")
    said = {"encoding": encoding, "delimiter": delimiter, "sheet": sheet, "header": row}
    return {name: value for name, value in said.items() if value is not None}


def column_said(text: str) -> tuple[str, tuple[str, ...]]:
    """Get our column and the headers it comes from. SetupError: half of it is missing, or it is none of ours."""
    ours, _, header = text.partition("=")
    if not ours.strip() or "=" not in text:
        raise SetupError(f"--column is '{text}'. Write ours and yours, for example \"Last Name=Nom\".")
    labels = {IN_WORDS.get(column, column).lower(): column for column in (*IMPORT_COLUMNS, *IN_WORDS)}
    named = labels.get(ours.strip().lower(), ours.strip())
    if named not in labels.values():
        names = ", ".join(IN_WORDS.get(column, column) for column in labels.values())
        raise SetupError(f"--column names '{ours.strip()}', which is no column of ours. Ours are: {names}.")
    return named, (header.strip(),) if header.strip() else ()


def columns_said(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Get our columns with their headers; of a status, an address, and what is none of ours, several may be said."""
    said: dict[str, tuple[str, ...]] = {}
    for ours, headers in map(column_said, texts):
        before = said.get(ours, ()) if ours in (*NUMBERED_COLUMNS, NOT_USED, ADDRESS) and headers else ()
        said[ours] = (*before, *headers)
    return said


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


def export_file(path: Path) -> tuple[str, bytes]:
    """Get the name and bytes of an HR file, the name as it can be shown. UnreadableExport: it cannot be opened."""
    raw = open_file(path)
    return legible(raw.name), raw.data


def sample_header(path: Path) -> tuple[str, ...]:
    """Get the header cells of the sample file at `path`. SetupError: it is missing, or no sample file."""
    return template_header(path.name, bytes_of(path))


def _refuse_other_age(day: date, said: str) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise SetupError(f"{said}. The year must be one from {FIRST_YEAR} to {LAST_YEAR}.")


def _number(text: str) -> int | None:
    """Get a number of at most nine digits; None: it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
