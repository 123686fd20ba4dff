"""Exports without a single person: every phase gets a frame of no rows, and the files of the run are made."""

from datetime import date

import pytest

from keycafe_clean.known.lists import known_people
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write.folder import run_files

KNOWN = known_people(("known.csv", b"Email\nann.lee@example.com\n"))


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    "data",
    [
        b"Name,Email\n",
        b"First Name,Last Name,Email,Status,Start Date,Last Day,Department,Location,Employee ID,Badge Code\n",
        b"First Name,Last Name,Email\n,,\n,,\n",
        b"First Name,Last Name,Email\nFirst Name,Last Name,Email\nTotal: 0,,\n",
    ],
)
def test_nobody_is_no_fault(data: bytes, *, is_known: bool) -> None:
    """The equation holds, and there is no import file."""
    cleaned = clean(read_export(("hr.csv", data)), today=date(2026, 11, 3), known=KNOWN if is_known else None)
    files = run_files(cleaned, plan_imports(cleaned))

    assert cleaned.counts["rows_read"] == cleaned.counts["not_people"]
    assert not [name for name, content in files.items() if content.is_import]
