from pathlib import Path

import pytest

from keycafe_clean.cli.job import Job, Options, do_job
from keycafe_clean.errors import KeycafeCleanError, SetupError
from keycafe_clean.plan import plan_imports
from keycafe_clean.write import WrittenFile
from tests.runs import run

HEADER = "First Name,Last Name,Email\n"
GOOD, BROKEN = "Jana,Novak,jana@example.com\n", "Jana,Novak,jana@example\n"
ASKED = "Jana,Novak,jana@example.com; jana@example.net\n"


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Get an export of one person."""
    path = tmp_path / "staff.csv"
    path.write_text(HEADER + GOOD, encoding="utf-8")
    return path


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


@pytest.mark.parametrize(
    "said",
    [
        {"used": "٣"},
        {"month": "2026-13"},
        {"today": "2026-11-31"},
        {"plan": "gold"},
        {"columns": ["=Nom"]},
        {"known": ["nobody.csv"]},
        {"reading": {"header": 9}},
    ],
)
def test_what_cannot_be_used_leaves_no_folder(staff: Path, said: dict[str, object]) -> None:
    """Whatever stops a run stops it before anything lies on the disk."""
    if "known" in said:
        said = {"known": [staff.with_name("nobody.csv")]}

    with pytest.raises(KeycafeCleanError):
        do_job([staff], Options(out=staff.with_name("out"), **said))  # type: ignore[arg-type]

    assert not staff.with_name("out").exists()


def test_a_list_of_nobody_is_no_list_of_known_people(staff: Path) -> None:
    """A list that would keep nobody out is a mistake, not an empty answer."""
    known = staff.with_name("known.csv")
    known.write_text("Site,Floor\nNorth,2\nSouth,3\n", encoding="utf-8")

    with pytest.raises(SetupError) as refused:
        do_job([staff], Options(out=staff.with_name("out"), known=[known]))

    assert str(refused.value) == (
        "known.csv holds neither addresses nor names. Give a list of who is in Keycafe already."
    )


def test_what_is_said_wins_over_the_set_up(staff: Path) -> None:
    """The call decides where the set-up says something else; the rest of the set-up stays."""
    setup = staff.with_name("setup.toml")
    setup.write_text('plan = "paid"\n[used]\n"2026-11" = 10\n', encoding="utf-8")

    plan = do_job([staff], Options(out=staff.with_name("out"), setup=setup, plan="confirmed", today="2026-11-03")).plan

    assert (plan.limit, plan.used) == (250, 10)


def test_a_column_can_be_said_to_have_no_header(staff: Path) -> None:
    """`Email Address=` takes no header for addresses, so that nobody has one."""
    job = do_job([staff], Options(out=staff.with_name("out"), columns=["Email Address="]))

    assert job.cleaned.rows.get_column("Email Address").to_list() == [None]
