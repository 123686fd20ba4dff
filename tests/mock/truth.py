"""A file with good and bad rows, and what a database must hold once it is imported."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.mock.files import file_of

#: Every fourth row is bad.
MIXED_ROWS = 996


def _row(number: int) -> str:
    if number % 4 == 3:
        return f"B{number},,,false,false,true,,true"  # a SmartBox User without a last name
    return f"G{number},Q,g{number}@example.com,true,false,false,badge-{number},true"


def mixed_file(rows: int = MIXED_ROWS) -> bytes:
    """Get a file of so many rows, a multiple of four."""
    return file_of(*(_row(number) for number in range(rows)))


_COUNTS = """
    SELECT (SELECT count(*) FROM imports WHERE state = 'completed' AND done = rows AND added = :good AND failed = :bad),
           (SELECT count(*) FROM uploads),
           (SELECT count(*) FROM users WHERE email = lower(first_name) || '@example.com'),
           (SELECT count(DISTINCT access_code) FROM users),
           (SELECT sum(places) FROM usage),
           (SELECT count(DISTINCT user_id) FROM outbox WHERE kind = 'invitation'),
           (SELECT count(*) FROM outbox),
           (SELECT count(*) FROM row_errors WHERE code = 'last_name_required' AND row % 4 = 1),
           (SELECT count(*) FROM row_errors)
"""


def counts_in(database: Path, rows: int = MIXED_ROWS) -> tuple[int, ...]:
    """Get imports that ended right, files kept, users, codes, places, invitations, mails, right errors, errors."""
    bad = rows // 4
    with closing(sqlite3.connect(database)) as connection:
        found: tuple[int, ...] = connection.execute(_COUNTS, {"good": rows - bad, "bad": bad}).fetchone()
        return found


def counts_after(imports: int, rows: int = MIXED_ROWS) -> tuple[int, ...]:
    """Get what `counts_in` must be after none or one import of the file."""
    good, bad = (rows - rows // 4) * imports, rows // 4 * imports
    return (imports, 0, good, good, good, good, good, bad, bad)
