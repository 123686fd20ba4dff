from pathlib import Path

from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.privacy.held import count_of, held_of
from keycafe_clean.privacy.their_lines import TheirLines
from tests.job.runs import ANN, BOB, answer, month


def test_every_file_with_a_line_about_a_person(tmp_path: Path) -> None:
    """Of lists, months, import files and tasks."""
    (tmp_path / "known.csv").write_text("Email,Name\nola@acme.com,Ola Known\n", encoding="utf-8")
    month(tmp_path, "2026-11-03", ANN, BOB, known=[tmp_path / "known.csv"])
    answer(tmp_path, ALL_ADDED)
    job = JobFolder(tmp_path / "job")

    ann, ola = (held_of(job, TheirLines.of(job, asked)) for asked in ("ann", "ola"))

    assert [*ann] == ["2026-11/outcomes.csv", "2026-11/2026-11_2.csv", "2026-11/to_do.csv"]
    assert (count_of(ann), [*ola], count_of(ola)) == (3, ["known.csv"], 1)
