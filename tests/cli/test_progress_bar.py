from pathlib import Path

import pytest

from keycafe_clean.cli.progress_bar import following, practise
from keycafe_clean.plan import plan_imports
from keycafe_clean.run.finished import Job
from keycafe_clean.write import write_imports
from tests.imports import an_import
from tests.runs import run, staff


def job_in(folder: Path) -> Job:
    """Get a run of the invented staff, three of them ready, written into a folder."""
    plan = plan_imports(staff(), month="2026-11", used=10)
    return Job(staff(), plan, write_imports(staff(), plan, folder / "out"), known=("jana@example.com",))


def test_what_was_written_is_imported_with_the_jobs_places_and_people(tmp_path: Path) -> None:
    """The written file is practised: three people, one of them known, with ten places used before."""
    practice = practise(job_in(tmp_path), quiet=True)

    assert (practice.state, practice.added, practice.failed, practice.limit.used) == ("completed", 2, 1, 12)


@pytest.mark.parametrize("quiet", [True, False])
def test_the_bar_is_shown_unless_it_is_quiet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, quiet: bool
) -> None:
    """The bar says that nobody is invited, and ends full; it never mixes with the result on stdout."""
    practise(job_in(tmp_path), quiet=quiet)

    said = capsys.readouterr()
    assert (said.out, said.err.count("Practice: nobody is invited")) == ("", int(not quiet))
    assert ("3/3" in said.err) == (not quiet)


def test_no_file_shows_no_bar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody is ready there is nothing to see, not even an empty line."""
    nobody = run("First Name,Last Name,Email\nJana,Novak,jana@example\n")
    plan = plan_imports(nobody, used=7)

    practice = practise(Job(nobody, plan, write_imports(nobody, plan, tmp_path / "out")), quiet=False)

    assert (practice.state, practice.limit.used, capsys.readouterr()) == ("nothing", 7, ("", ""))


def test_a_bar_has_the_title_of_what_it_follows(capsys: pytest.CaptureFixture[str]) -> None:
    """A title is text, whatever it looks like; without a look there is nothing to see."""
    with following("[red]a.csv", quiet=False) as progress:
        progress(an_import())
    with following("b.csv", quiet=False):
        pass

    said = capsys.readouterr()
    assert (said.out, "[red]a.csv" in said.err, "3/3" in said.err, "b.csv" in said.err) == ("", True, True, False)
