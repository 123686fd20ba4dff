from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.check import check_import_file
from keycafe_clean.import_result import FailedRow, Imported
from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.folder import JobFolder, Month
from keycafe_clean.job.outcome_lines import to_csv
from keycafe_clean.job.sentences import answer_after_import, months_in_words, next_step, since_last_month
from keycafe_clean.wire import Import
from tests.job.lines import lines, sent
from tests.mock.files import NOW, file_of


def test_what_became_of_the_month_before() -> None:
    """A line a kind, with how many of them are in Keycafe; what did not happen has none."""
    kinds = [("left", "in Keycafe"), ("left", "planned"), ("changed", "planned"), ("missing", "waiting")]
    before = pl.DataFrame(
        [*kinds, ("there", "planned"), ("conflict", "planned")], schema=["became", "stands"], orient="row"
    )

    assert list(since_last_month(Comparison(before, pl.Series([1], dtype=pl.UInt32)))) == [
        "New since the last month: 1 person.",
        "Left: 2; in Keycafe, to remove there: 1; were waiting, and are dropped: 1.",
        "Another name or address: 1; in Keycafe, to change there: 0.",
        "Not in this file: 1. Nothing is concluded from that.",
        "1 person of the last month could be several people of this file.",
        "Not in Keycafe yet, of the last month: 4.",
    ]


def test_nothing_is_said_of_a_first_month() -> None:
    """There is nothing to compare with."""
    nobody = pl.DataFrame(schema={"became": pl.String, "stands": pl.String})
    assert list(since_last_month(Comparison(nobody, pl.Series(dtype=pl.UInt32)))) == []


def test_months() -> None:
    """What was sent and what Keycafe said; a second file of a month has its number."""
    one = lines(sent(2, "Ann Lee", answer="added"), sent(3, "Bob Ray", answer="already there"), {"name": "Cy Orr"})
    other = lines(sent(2, "Cy Orr", answer="needs a fix"), sent(3, "Dan Poe", answer="try again"))
    months = [
        Month(Path("2026-11"), "2026-11", 1, one),
        Month(Path("2026-11-2"), "2026-11", 2, other),
        Month(Path("2026-12"), "2026-12", 1, lines({"name": "Eva Fox"})),
    ]

    assert list(months_in_words(months)) == [
        "November 2026: 2 sent, 1 added, 1 there already.",
        "November 2026 (2): 2 sent, 1 to repair, 1 to send again.",
        "December 2026: no file was handed over.",
    ]


UPLOAD = (
    "Upload the file of November 2026 in Keycafe if you have not, "
    "then say what it said: keycafe-clean answer {job} --month 2026-11"
)


@pytest.mark.parametrize(
    ("month", "step"),
    [
        (None, "Nothing was done yet. Give the first export: keycafe-clean run EXPORT --job {job}"),
        (
            lines(sent(2, "Ann Lee")),
            UPLOAD,
        ),
        (
            lines(sent(2, "Ann Lee", answer="added"), {"outcome": "waiting"}),
            "1 row waits for you: answer it in {job}/2026-11/review.xlsx, and give that with --answers.",
        ),
        (
            lines({"outcome": "waiting"}, {"outcome": "waiting"}),
            "2 rows wait for you: answer them in {job}/2026-11/review.xlsx, and give that with --answers.",
        ),
        (
            lines(sent(2, "Ann Lee", answer="needs a fix")),
            "1 person of November 2026 is to be sent again: run with a fresh export.",
        ),
        (
            lines(sent(2, "Ann Lee", answer="added"), {"name": "Bob Ray", "month": "2026-12"}),
            "1 person is planned for later months. Give next month's export.",
        ),
        (
            lines(sent(2, "Ann Lee", answer="added")),
            "Everybody is in Keycafe or left out. Give next month's export.",
        ),
    ],
)
def test_next_step(tmp_path: Path, month: pl.DataFrame | None, step: str) -> None:
    """One thing at a time: the answer first, then what waits, then the next month."""
    if month is not None:
        (tmp_path / "2026-11").mkdir()
        (tmp_path / "2026-11" / "outcomes.csv").write_bytes(to_csv(month))

    assert next_step(tmp_path, JobFolder(tmp_path).months()).replace("\\", "/") == step.format(
        job=f"{tmp_path}".replace("\\", "/")
    )


def an_import(state: str, added: int, failed: int) -> Imported:
    """Get what became of an import of three people; nobody's row is told where nobody failed."""
    facts = {"id": 1, "name": "a.csv", "digest": "00", "state": state, "rows": 3, "done": 3, "createdAt": NOW}
    rows = tuple(FailedRow(row, "", None, "x", "No.") for row in range(2, 2 + failed))
    found = Import.model_validate({**facts, "added": added, "failed": failed})
    return Imported("sent", check_import_file(file_of()), found, rows)


TELL = "If this was Keycafe and no practice, tell the job"
ANSWER = ": keycafe-clean answer {job} --month 2026-11-2"
KEEP = ". Keep the lines of the rows above as failed.txt, then"


@pytest.mark.parametrize(
    ("result", "step"),
    [
        (an_import("completed", 3, 0), f"{TELL}{ANSWER} --all-added"),
        (
            an_import("completed", 2, 1),
            f"{TELL}{KEEP}{ANSWER} --failed failed.txt",
        ),
        (
            an_import("failed", 0, 3),
            f"{TELL}{KEEP}{ANSWER} --failed failed.txt",
        ),
        (an_import("failed", 0, 1), f"{TELL}{ANSWER} --refused"),
        (an_import("failed", 2, 0), f"{TELL}{ANSWER}"),
        (Imported("not sent", check_import_file(b"")), None),
    ],
)
def test_what_a_job_is_told_after_an_import(tmp_path: Path, result: Imported, step: str | None) -> None:
    """The option of `answer` that fits: where one row kept everybody out the whole file was refused."""
    month = tmp_path / "2026-11-2"
    month.mkdir()
    (month / "outcomes.csv").touch()
    (tmp_path / "setup.toml").touch()

    assert answer_after_import(month / "a.csv", result) == (step and step.format(job=tmp_path))


@pytest.mark.parametrize("missing", ["outcomes.csv", "../setup.toml"])
def test_a_file_of_no_job_has_no_such_step(tmp_path: Path, missing: str) -> None:
    """A month has its outcomes, and a job its set-up."""
    month = tmp_path / "2026-11"
    month.mkdir()
    for name in {"outcomes.csv", "../setup.toml"} - {missing}:
        (month / name).touch()

    assert answer_after_import(month / "a.csv", an_import("completed", 3, 0)) is None


def test_a_file_in_the_folder_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands in the month's folder reads the job's whole path."""
    (tmp_path / "2026-11").mkdir()
    (tmp_path / "2026-11" / "outcomes.csv").touch()
    (tmp_path / "setup.toml").touch()
    monkeypatch.chdir(tmp_path / "2026-11")

    assert answer_after_import(Path("a.csv"), an_import("completed", 3, 0)) == (
        f"{TELL}: keycafe-clean answer {tmp_path} --month 2026-11 --all-added"
    )
