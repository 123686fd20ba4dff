"""Runs of a job that are stopped, killed or made again: everybody is sent once, and no answer is lost."""

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.errors import OutputError, SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.write import folder as written
from tests.job.runs import ANN, BOB, EVA, HEADER, filled, month, sent


@pytest.mark.parametrize("commit_point", ["write_private", "make_private"])
def test_stopped_before_the_folder_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commit_point: str) -> None:
    """A run that dies while it writes has handed nothing over; the next one sends everybody once."""

    def dies(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(written, commit_point, dies)
        with pytest.raises(OutputError):
            month(tmp_path, "2026-11-03", ANN, BOB)

    assert JobFolder(tmp_path / "job").months() == []
    assert sent(month(tmp_path, "2026-11-03", ANN, BOB)) == ["Ann", "Bob"]


@pytest.mark.parametrize("died_at", ["setup.toml", "decisions.csv", "known.csv", "whole"])
def test_killed_at_each_commit_point_of_a_hand_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, died_at: str
) -> None:
    """Whatever was written by then, everybody is sent once over this run and the next, and no answer is lost."""
    month(tmp_path, "2026-11-03", ANN, EVA, hands_over=False)
    look = tmp_path / "job" / "2026-11" / "waiting.csv"
    answers, known = tmp_path / "answers.csv", tmp_path / "known.csv"
    answers.write_text(filled(look.read_text(encoding="utf-8-sig"), "eva.poe@example.com"), encoding="utf-8")
    known.write_text("Name,Email\nGil Roe,gil@example.com\n", encoding="utf-8")
    said = {"answers": answers, "known": [known], "plan": "confirmed"}

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", dying(Path.rename, died_at))
        patched.setattr(Path, "replace", dying(Path.replace, died_at))
        with pytest.raises(Killed):
            month(tmp_path, "2026-11-03", ANN, EVA, **said)
    month(tmp_path, "2026-11-04", ANN, EVA, **said)

    files = sorted((tmp_path / "job").glob("2026-11*/2026-11_*.csv"))
    assert [name for file in files for name in pl.read_csv(file)["First Name"]] == ["Ann", "Eva"]
    assert JobFolder(tmp_path / "job").decisions().lines.height == 1


class Killed(BaseException):
    """The process ends here."""


def dying(move: Callable[[Path, Path], Path], name: str) -> Callable[[Path, Path], Path]:
    """Get what moves a file or folder into place, and ends the process right behind the one of this name."""

    def moved(path: Path, target: Path) -> Path:
        done = move(path, target)
        if name in (path.name, Path(target).name):
            raise Killed
        return done

    return moved


def test_run_that_died_is_said(tmp_path: Path) -> None:
    """Its lock is taken over, once."""
    (tmp_path / "job").mkdir()
    (tmp_path / "job" / "in-use").write_text("eva\n2026-11-03 09:12\n", encoding="utf-8")

    first, second = (month(tmp_path, "2026-11-03", ANN).taken_over for _ in range(2))

    assert (first, second) == (
        "A run by eva since 2026-11-03 09:12 was stopped before its end. Nothing of it is half-written.",
        None,
    )


FAY = EVA.replace("4,Eva,Poe,eva.poe", "6,Fay,Roe,fay.roe")


def typed(folder: Path, sheet: Path, **answers: str) -> Path:
    """Type answers beside the people of these first names into a sheet; get the sheet that is saved."""
    header, *lines = csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig")))
    place, name = header.index("answer"), header.index("First Name")
    saved = folder / "answers.csv"
    with saved.open("w", encoding="utf-8", newline="") as out:
        rows = ([*line[:place], answers.get(line[name], line[place]), *line[place + 1 :]] for line in lines)
        csv.writer(out).writerows([header, *rows])
    return saved


def test_sheet_that_was_taken_before_is_taken_again(tmp_path: Path) -> None:
    """The same command a second time changes nothing, and a sheet goes on where it was left."""
    month(tmp_path, "2026-11-03", EVA, FAY, hands_over=False)
    sheet = typed(tmp_path, tmp_path / "job" / "2026-11" / "waiting.csv", Eva="eva.poe@example.com")
    begun = [month(tmp_path, "2026-11-03", EVA, FAY, hands_over=False, answers=sheet) for _ in range(2)]

    done = month(tmp_path, "2026-11-03", EVA, FAY, answers=typed(tmp_path, sheet, Fay="fay.roe@example.com"))

    assert [it.cleaned.counts["waiting"] for it in begun] == [1, 1]
    assert sent(done) == ["Eva", "Fay"]


@pytest.mark.parametrize(
    ("first", "later", "went"),
    [
        ("eva.poe@example.com", "eva@example.com", ["Eva"]),
        ("eva.poe@example.com", "blank", ["Eva"]),
        ("eva.poe@example.com", "leave out", []),
        ("leave out", "eva@example.com", ["Eva"]),
    ],
)
def test_answer_that_replaces_an_earlier_one_says_so(tmp_path: Path, first: str, later: str, went: list[str]) -> None:
    """The later one holds, also where the earlier one left the person out."""
    month(tmp_path, "2026-11-03", EVA, hands_over=False)
    sheet = typed(tmp_path, tmp_path / "job" / "2026-11" / "waiting.csv", Eva=first)
    month(tmp_path, "2026-11-03", EVA, hands_over=False, answers=sheet)

    again = month(tmp_path, "2026-11-03", EVA, answers=typed(tmp_path, sheet, Eva=later))

    assert again.replaced == (f"Row 2: '{later}' takes the place of '{first}', which was answered before.",)
    assert sent(again) == went


def test_month_that_is_gone_is_missed(tmp_path: Path) -> None:
    """Whoever was in its file would be invited again."""
    month(tmp_path, "2026-11-03", ANN)
    shutil.rmtree(tmp_path / "job" / "2026-11")

    with pytest.raises(SetupError) as stopped:
        month(tmp_path, "2026-12-03", ANN)

    job = tmp_path / "job"
    assert str(stopped.value) == (
        f"{job / '2026-11'} was handed over, and is gone: whoever was in its file would be invited again. "
        f"Take it back from a copy; if that cannot be, take its line out of {job / 'handed-over.txt'}, "
        "and give a list of who is in Keycafe with --known."
    )


def test_who_was_left_out_by_hand_and_has_left_is_looked_for(tmp_path: Path) -> None:
    """Whoever was left out since she is in Keycafe under another name keeps her account otherwise."""
    header = f"{HEADER.partition(',')[2]},Last Day"
    ann, married = (
        "Ann,Lee,ann.lee@example.com,Active,2020-01-01,York,",
        "Ann,Fox,ann.fox@example.com,Active,2020-01-01,York,",
    )
    month(tmp_path, "2026-11-03", ann, header=header)
    month(tmp_path, "2026-12-03", married, header=header, hands_over=False)
    sheet = tmp_path / "job" / "2026-12" / "waiting.csv"
    month(tmp_path, "2026-12-03", married, header=header, answers=typed(tmp_path, sheet, Ann="leave out"))

    month(tmp_path, "2027-01-03", f"{married}2026-12-31", header=header)

    tasks = JobFolder(tmp_path / "job").months()[-1].tasks()
    assert tasks.select("task", "name", "email").rows() == [("look in Keycafe", "Ann Fox", "ann.fox@example.com")]


def test_month_that_has_passed_is_refused(tmp_path: Path) -> None:
    """Nobody can be imported in it any more; one to come is said to be one."""
    with pytest.raises(SetupError) as stopped:
        month(tmp_path, "2026-12-03", ANN, month="2026-11")

    assert str(stopped.value) == (
        "--month 2026-11 has passed, and its places with it. Leave it out: this month is 2026-12."
    )


def test_who_was_renamed_in_two_steps_is_not_sent_again(tmp_path: Path) -> None:
    """Without a number: the last name in December, the address in January."""
    header = "First Name,Last Name,Email"
    exports = ["Ann,Lee,ann.lee@example.com", "Ann,Fox,ann.lee@example.com", "Ann,Fox,ann.fox@example.com"]
    days = ("2026-11-03", "2026-12-03", "2027-01-03")

    done = [month(tmp_path, day, person, header=header) for day, person in zip(days, exports, strict=True)]

    assert [sent(it) for it in done] == [["Ann"], [], []]
