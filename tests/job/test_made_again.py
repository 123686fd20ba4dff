"""A job of three months with forty decisions: each month once more, from its code, has the bytes that it had."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

from keycafe_clean.cli.month_as_code import month_as_code
from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder, made_again
from keycafe_clean.job.made_again import month_named
from keycafe_clean.job_words import ALL_ADDED, FAILED
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
    assert capsys.readouterr().out == f"Written to {name}-again. Every file is what it was.\n"
    assert (again / "manifest.json").read_bytes() == (beside_the_exports / "job" / name / "manifest.json").read_bytes()


def test_other_decisions_are_told_by_the_files_that_differ(beside_the_exports: Path) -> None:
    """Whoever changes a line of the script sees what it changes."""
    told = month_as_code(Path("job"), "2026-11")
    less = told.decisions.without(told.decisions.lines.item(0, "id"))
    names: dict[str, object] = {}
    exec(told.script().split("# The month once more.")[0], names)  # noqa: S102 - as above

    other = made_again(JobFolder(beside_the_exports / "job"), "2026-11", names["export"], told.setup, less).other  # type: ignore[arg-type]

    assert "decisions.csv" in other


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
