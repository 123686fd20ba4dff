from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.folder import JobFolder, Month
from keycafe_clean.job.outcome_lines import to_csv
from keycafe_clean.job.sentences import months_in_words, next_step, since_last_month
from tests.job.lines import lines, sent


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
