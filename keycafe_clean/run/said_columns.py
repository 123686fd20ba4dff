"""Which column is which, as it was typed behind `--column`."""

from collections.abc import Iterable

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns.suggestion import IN_WORDS
from keycafe_clean.errors import SetupError
from keycafe_clean.steps.frame_columns import ADDRESS, NOT_USED, NUMBERED_COLUMNS


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
