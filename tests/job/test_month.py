import json
from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job.month import Month
from keycafe_clean.job.outcome_lines import to_csv
from keycafe_clean.job.to_do import by_answers
from keycafe_clean.write.review import review_csv
from tests.job.lines import lines, sent

ANN, BOB = sent(2, "Ann Lee", "ann@example.com", "added"), sent(3, "Bob Ray", "bob@example.com")


def folder(tmp_path: Path, rows: int) -> Path:
    """Get the folder of a month with two lines, whose manifest says so many rows."""
    (tmp_path / "outcomes.csv").write_bytes(to_csv(lines(ANN, BOB)))
    facts = {"counts": {"rows_read": rows}, "today": "2026-11-03"}
    (tmp_path / "manifest.json").write_text(json.dumps(facts), encoding="utf-8")
    return tmp_path


def test_month_is_read(tmp_path: Path) -> None:
    """How many were sent, whether somebody has no answer, and when its files were made."""
    month = Month.read(folder(tmp_path, 2), "2026-11", 1)

    assert (month.sent, month.is_open, month.made) == (2, True, date(2026, 11, 3))


def test_lines_that_are_missing_are_noticed(tmp_path: Path) -> None:
    """Whoever stands on a lost line would be sent again."""
    with pytest.raises(SetupError) as stopped:
        Month.read(folder(tmp_path, 3), "2026-11", 1)

    assert str(stopped.value) == (
        f"{tmp_path.name}/outcomes.csv has 2 lines of 3 rows that were read. Take it back from a copy of the folder."
    )


def test_tasks(tmp_path: Path) -> None:
    """As they were written; those of an answer are not the run's own."""
    tasks = by_answers(lines(ANN))
    (tmp_path / "to_do.csv").write_bytes(review_csv(tasks))
    month = Month(tmp_path, "2026-11", 1, lines(ANN))

    assert month.tasks().rows() == tasks.rows()
    assert month.tasks(by_run=True).is_empty()


def test_month_without_tasks(tmp_path: Path) -> None:
    """Of a folder that has no list there is nothing to do."""
    assert Month(tmp_path, "2026-11", 1, lines(ANN)).tasks().is_empty()


@pytest.mark.parametrize("text", ["{", "[]", '{"counts": {}}', '{"counts": {"rows_read": 2}, "today": "soon"}'])
def test_manifest_that_is_damaged(tmp_path: Path, text: str) -> None:
    """One sentence; it names the file."""
    (folder(tmp_path, 2) / "manifest.json").write_text(text, encoding="utf-8")

    with pytest.raises(SetupError) as stopped:
        Month.read(tmp_path, "2026-11", 1)

    assert str(stopped.value) == (
        f"{tmp_path.name}/manifest.json is not what a run wrote. Take it back from a copy of the job's folder."
    )


@pytest.mark.parametrize("answer", ["", "Hinzugefügt"])
def test_answer_that_is_none(tmp_path: Path, answer: str) -> None:
    """Whoever was sent counts by the answer: another word would be counted nowhere."""
    cells = {**ANN, "answer": answer} if answer else {name: it for name, it in ANN.items() if name != "answer"}
    (folder(tmp_path, 1) / "outcomes.csv").write_bytes(to_csv(lines(cells)))

    with pytest.raises(SetupError) as stopped:
        Month.read(tmp_path, "2026-11", 1)

    assert str(stopped.value) == (
        f"{tmp_path.name}/outcomes.csv has '{answer}' as answer in row 2. It must be one of added, already there, "
        "needs a fix, try again, unknown."
    )
