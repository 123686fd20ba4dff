"""Two people of one name and one first day, without numbers: over months neither is taken for the other."""

from pathlib import Path

import polars as pl

from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.run.finished import Job
from tests.job.runs import answer, month, sent

HEADER = "First Name,Last Name,Email,Status,Start Date,Location"
WAITS = "Ann,Lee,a.lee@example.com,Active,2020-01-01,Leeds"
SENT = "Ann,Lee,ann.lee2@example.com,Active,2020-01-01,Leeds"
BOB = "Bob,Ray,bob.ray@example.com,Active,2021-02-01,Leeds"


def asked(job: Job) -> list[tuple[int, str]]:
    """Get the rows that are asked about, with the code of the question."""
    return job.cleaned.findings.filter(pl.col("severity") == "question").select("row_id", "code").rows()


def answered(folder: Path, day: str, *people: str, said: str) -> Job:
    """Do the newest month again, its first question answered."""
    waiting = JobFolder(folder / "job").months()[-1].folder / "waiting.csv"
    lines = pl.read_csv(waiting, infer_schema=False)
    first = pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(said))
    lines.with_columns(answer=first).write_csv(folder / "answers.csv")
    return month(folder, day, *people, header=HEADER, answers=folder / "answers.csv")


def test_second_one_is_not_taken_for_the_first_who_is_in_no_export_any_more(tmp_path: Path) -> None:
    """The pair was asked about, and nobody answered: she is asked about still, and the first one is missing."""
    month(tmp_path, "2026-11-03", WAITS, SENT, BOB, header=HEADER)
    answer(tmp_path, ALL_ADDED)

    december = month(tmp_path, "2026-12-03", WAITS, BOB, header=HEADER)
    january = month(tmp_path, "2027-01-04", WAITS, BOB, header=HEADER)

    assert asked(december) == asked(january) == [(0, "possible_known")]
    assert december.comparison is not None
    assert (december.comparison.count("missing"), december.comparison.count("changed")) == (1, 0)


def test_two_people_need_no_second_answer_once_one_is_in_keycafe(tmp_path: Path) -> None:
    """The answer came when the file was handed over already."""
    month(tmp_path, "2026-11-03", WAITS, SENT, BOB, header=HEADER)

    again = answered(tmp_path, "2026-11-03", WAITS, SENT, BOB, said="two people")

    assert (asked(again), sent(again)) == ([], ["Ann"])


def test_two_people_need_no_second_answer_once_one_is_gone(tmp_path: Path) -> None:
    """November had no place for the second, and December's export has no line of the first."""
    month(tmp_path, "2026-11-03", WAITS, SENT, BOB, header=HEADER, used="999")
    answered(tmp_path, "2026-11-03", WAITS, SENT, BOB, said="two people")

    december = month(tmp_path, "2026-12-03", WAITS, BOB, header=HEADER)

    assert asked(december) == []
    assert "Ann" in sent(december)


def test_answer_holds_of_somebody_in_keycafe_who_is_in_no_export_any_more(tmp_path: Path) -> None:
    """It is counted as applied, and no note says that it fits nobody."""
    month(tmp_path, "2026-11-03", WAITS, SENT, BOB, header=HEADER, used="999")
    answered(tmp_path, "2026-11-03", WAITS, SENT, BOB, said="two people")

    december = month(tmp_path, "2026-12-03", WAITS, BOB, header=HEADER)

    assert december.cleaned.fates.get_column("fate").to_list() == ["applied"]
    assert "decision_nobody" not in december.cleaned.findings.get_column("code")


def test_one_person_who_has_another_address_is_a_change(tmp_path: Path) -> None:
    """No other line of that month has it: the name and the first day tell her."""
    month(tmp_path, "2026-11-03", SENT, BOB, header=HEADER)
    answer(tmp_path, ALL_ADDED)

    december = month(tmp_path, "2026-12-03", WAITS, BOB, header=HEADER)

    assert asked(december) == []
    assert december.comparison is not None
    assert december.comparison.count("changed") == 1


def test_one_person_of_two_rows_has_both_addresses(tmp_path: Path) -> None:
    """The two rows were combined by an answer: whichever of them is left, she is in Keycafe."""
    month(tmp_path, "2026-11-03", WAITS, SENT, BOB, header=HEADER, hands_over=False)
    answered(tmp_path, "2026-11-03", WAITS, SENT, BOB, said="same person")
    answer(tmp_path, ALL_ADDED)

    december = month(tmp_path, "2026-12-03", WAITS, BOB, header=HEADER)

    assert (asked(december), sent(december)) == ([], [])
