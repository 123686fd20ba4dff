"""A job of three months with forty decisions: each month once more, from its code, has the bytes that it had."""

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.cli.month_as_code import month_as_code
from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder, made_again
from keycafe_clean.job.made_again import month_named
from keycafe_clean.job.outcome_lines import from_csv, to_csv
from keycafe_clean.job_words import ALL_ADDED, FAILED
from keycafe_clean.read import read_export
from tests.job.runs import ANN, BOB, CY, DAN, answer, month

#: So many addresses lost their end, and are typed, blanked, or their people left out.
DECIDED = 40
PEOPLE = [f"{i},P{i:03}a,Q{i:03}z,p{i}@example,Active,2020-01-01,Leeds" for i in range(100, 100 + DECIDED)]
SAID = cycle(("{mail}.com", "blank", "leave out"))


def answered(waiting: str) -> str:
    """Answer every question of a waiting.csv, each in another way than the one before."""
    header, *lines = csv.reader(io.StringIO(waiting))
    place, mail = header.index("answer"), header.index("Email")
    out = io.StringIO()
    said = (next(SAID).format(mail=line[mail]) for line in lines)
    csv.writer(out).writerows(
        [header, *([*line[:place], it, *line[place + 1 :]] for line, it in zip(lines, said, strict=True))]
    )
    return out.getvalue()


_ANSWERED = (
    "16 files are what they were, outcomes.csv, to_do.csv and to_do.html but for what Keycafe has answered since."
)
SAME = {"2026-11": _ANSWERED, "2026-12": _ANSWERED, "2027-01": "15 files are what they were."}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do three months of a job, and answer for each what Keycafe said."""
    folder = tmp_path_factory.mktemp("acme")
    month(folder, "2026-11-03", ANN, BOB, CY, *PEOPLE, hands_over=False)
    sheet = folder / "answers.csv"
    sheet.write_text(answered((folder / "job/2026-11/waiting.csv").read_text("utf-8-sig")), encoding="utf-8")
    month(folder, "2026-11-03", ANN, BOB, CY, *PEOPLE, answers=sheet, used="985")
    answer(folder, ALL_ADDED)
    month(folder, "2026-12-03", ANN.replace("Active", "Terminated"), BOB, CY, *PEOPLE[5:], DAN, goes_on=True)
    answer(folder, FAILED, "dan.fox@example.com: not valid")
    month(folder, "2027-01-04", BOB.replace("Ray", "Roe"), CY, *PEOPLE[9:], DAN, goes_on=True)
    return folder


@pytest.fixture
def beside_the_exports(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in the folder where the exports are."""
    monkeypatch.chdir(folder)
    return folder


def test_forty_decisions_were_made(folder: Path) -> None:
    """At least: of some people more than one cell was asked about."""
    assert JobFolder(folder / "job").decisions().lines.height >= DECIDED


@pytest.mark.parametrize("name", ["2026-11", "2026-12", "2027-01"])
def test_every_file_is_what_it_was(beside_the_exports: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Also of the months of which Keycafe has said something since, and of those behind which others came."""
    exec(month_as_code(Path("job"), name).script(), {})  # noqa: S102 - what was written is what is tested

    again = beside_the_exports / f"{name}-again"
    assert capsys.readouterr().out == f"Written to {name}-again. {SAME[name]}\n"
    assert (again / "manifest.json").read_bytes() == (beside_the_exports / "job" / name / "manifest.json").read_bytes()


def test_other_decisions_are_told_by_the_files_that_differ(beside_the_exports: Path) -> None:
    """Whoever changes a line of the script sees what it changes."""
    told = month_as_code(Path("job"), "2026-11")
    less = told.decisions.without(told.decisions.lines.item(0, "id"))
    export = read_export(*told.exports, **told.setup.reading.model_dump(), dates=told.setup.dates)

    again = made_again(JobFolder(beside_the_exports / "job"), "2026-11", export, told.setup, less)

    assert "decisions.csv" in again.as_then.other


def test_month_that_there_is_not(folder: Path) -> None:
    """It is said which job has none."""
    with pytest.raises(SetupError) as error:
        month_named(JobFolder(folder / "job"), "2026-10")

    assert str(error.value) == f"{folder / 'job'} has no month 2026-10. Name the folder of one that it has."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (None, "All months of {job} were forgotten, and only hashes of whoever was in them are left."),
        (
            "2026-11",
            "{job} has no month 2026-11; months of it were forgotten, and only hashes of whoever was in them are left.",
        ),
    ],
)
def test_month_that_was_forgotten(tmp_path: Path, name: str | None, said: str) -> None:
    """It is not said that none was ever made."""
    month(tmp_path, "2026-11-03", ANN)
    answer(tmp_path, ALL_ADDED)
    job = JobFolder(tmp_path / "job")
    job.forget(date(2026, 12, 5))

    with pytest.raises(SetupError) as error:
        month_named(job, name)

    assert str(error.value) == said.format(job=job.path)


def script_fails(job: Path, name: str) -> str:
    """Run the script of a month, as a shell does, and get what it says on stderr; it must fail."""
    script = job.parent / "again.py"
    script.write_text(month_as_code(Path("job"), name).script(), encoding="utf-8")
    ended = subprocess.run([sys.executable, script.name], cwd=job.parent, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert (ended.returncode, ended.stdout) == (1, "")
    return ended.stderr


@pytest.fixture
def one_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Do one month of a job, stand beside it, and get its folder."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "job"


def test_changed_import_file_fails_the_script(one_month: Path) -> None:
    """A pipeline sees it by the exit code."""
    file = one_month / "2026-11/2026-11_2.csv"
    file.write_bytes(file.read_bytes().replace(b"Ann", b"Eve"))

    assert script_fails(one_month, "2026-11") == (
        "Written to 2026-11-again. Changed or gone in job/2026-11 since: 2026-11_2.csv. 15 files are what they were.\n"
    )


def test_changed_outcomes_fail_the_script(one_month: Path) -> None:
    """What the job remembers of a month is compared too, but for the answers."""
    file = one_month / "2026-11/outcomes.csv"
    file.write_bytes(file.read_bytes().replace(b"Ann", b"Eve"))

    assert script_fails(one_month, "2026-11") == (
        "Written to 2026-11-again. Not as they were: outcomes.csv. 15 files are what they were.\n"
    )


@pytest.mark.parametrize("name", ["outcomes.csv", "to_do.csv", "to_do.html", "manifest.json"])
@pytest.mark.parametrize("is_answered", [False, True])
def test_every_file_of_the_job_is_compared(one_month: Path, name: str, *, is_answered: bool) -> None:
    """To the last byte, also where Keycafe has answered since and the job has written it anew."""
    if is_answered:
        answer(one_month.parent, ALL_ADDED)
    file = one_month / "2026-11" / name
    data = file.read_bytes()
    # A spreadsheet has other ends of lines.
    file.write_bytes(data.replace(b"\r\n", b"\n") if b"\r\n" in data else data + b"\n")

    said = script_fails(one_month, "2026-11")

    assert said.startswith(f"Written to 2026-11-again. Not as they were: {name}. 15 files are what they were")


def test_answer_of_somebody_who_was_not_sent_is_a_change(one_month: Path) -> None:
    """What Keycafe says is about those who were in its file."""
    month(one_month.parent, "2026-11-03", ANN, BOB, CY.replace(",,", ",cy@example,"), goes_on=True)
    answer(one_month.parent, ALL_ADDED)
    folder = JobFolder(one_month).months()[-1].folder
    file = folder / "outcomes.csv"
    waits = pl.col("outcome") == "waiting"
    lines = from_csv(file.read_bytes(), "outcomes.csv")
    file.write_bytes(to_csv(lines.with_columns(said=pl.when(waits).then(pl.lit("no")).otherwise("said"))))

    assert "Not as they were: outcomes.csv." in script_fails(one_month, folder.name)


def test_file_of_the_job_that_is_gone_is_told(one_month: Path) -> None:
    """It is not what it was."""
    (one_month / "2026-11/to_do.html").unlink()

    assert script_fails(one_month, "2026-11") == (
        "Written to 2026-11-again. Not as they were: to_do.html. 15 files are what they were.\n"
    )


def test_filled_in_sheet_is_told_and_right(one_month: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It was made for that: what the run wrote is compared."""
    with (one_month / "2026-11/waiting.csv").open("a", encoding="utf-8") as sheet:
        sheet.write("\n")

    exec(month_as_code(Path("job"), "2026-11").script(), {})  # noqa: S102 - as above

    assert capsys.readouterr().out == (
        "Written to 2026-11-again. 16 files are what they were; waiting.csv in the folder was filled in since.\n"
    )


def test_other_export_is_refused(one_month: Path) -> None:
    """Rather than called a difference of the month."""
    Path("hr-2026-11-03.csv").write_text("Name,Email\nAnn Lee,ann.lee@example.com\n", encoding="utf-8")

    assert script_fails(one_month, "2026-11") == (
        "hr-2026-11-03.csv is another export than job/2026-11 was made of, or was changed since. "
        "Run this where that one is.\n"
    )
    assert not Path("2026-11-again").exists()


def test_export_that_is_not_there_is_one_sentence(one_month: Path) -> None:
    """Whoever runs the script elsewhere sees no traceback."""
    Path("hr-2026-11-03.csv").unlink()

    assert script_fails(one_month, "2026-11") == ("hr-2026-11-03.csv does not exist. Check the name and the folder.\n")


def test_forgotten_months_are_named_where_files_differ(one_month: Path) -> None:
    """What the month knew by them it cannot know again."""
    folder = one_month.parent
    answer(folder, ALL_ADDED)
    month(folder, "2026-12-03", ANN, BOB.replace("Ray", "Roe"), CY)
    JobFolder(one_month).forget(date(2026, 12, 5), "2026-12")

    said = script_fails(one_month, "2026-12")

    assert said.startswith("Written to 2026-12-again. Not as they were: ")
    assert said.endswith(" Months of this job were forgotten: what it knew by them, this month has no longer.\n")
