import pytest

from keycafe_clean.plan import plan_imports
from keycafe_clean.run.finished import Job
from keycafe_clean.write import WrittenFile
from tests.runs import run

HEADER = "First Name,Last Name,Email\n"
GOOD, BROKEN = "Jana,Novak,jana@example.com\n", "Jana,Novak,jana@example\n"
ASKED = "Jana,Novak,jana@example.com; jana@example.net\n"


def job_of(row: str, *files: WrittenFile) -> Job:
    """Get a finished run of an export of one row."""
    cleaned = run(HEADER + row)
    return Job(cleaned, plan_imports(cleaned), files)


@pytest.mark.parametrize(
    ("row", "strict", "needed"),
    [(GOOD, False, False), (GOOD, True, False), (ASKED, False, False), (ASKED, True, True), (BROKEN, False, True)],
)
def test_a_broken_cell_needs_a_fix_and_a_question_only_where_it_counts(row: str, *, strict: bool, needed: bool) -> None:
    """A run without findings needs none, however strict it is."""
    assert job_of(row).needs_a_fix(strict=strict) is needed


def test_import_files_are_those_with_a_month() -> None:
    """Review files and the set-up are no import files."""
    imported, review = WrittenFile("out/2026-11_1.csv", 1, 90, "2026-11"), WrittenFile("out/review.csv", 1, 90)

    assert job_of(GOOD, imported, review).import_files == (imported,)
