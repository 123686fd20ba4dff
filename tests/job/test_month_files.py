from pathlib import Path

from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import ANN, BOB, CY, EVA, answer, month


def test_report_of_the_month_after_says_what_changed(tmp_path: Path) -> None:
    """And what is to be done in Keycafe, before the upload."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, BOB.replace("Active", "Terminated"), CY)

    page = (tmp_path / "job/2026-12/report.html").read_text(encoding="utf-8")

    assert "<h2>Since the last month</h2>\n<p>New since the last month: 1 person.</p>" in page
    assert "<h2>Left to do</h2>\n<p>Remove in Keycafe: 1.</p>\n<ol><li>Log in to Keycafe desktop.</li>" in page


def test_what_is_not_handed_over_has_no_import_file(tmp_path: Path) -> None:
    """Whoever looks into the folder would upload it."""
    month(tmp_path, "2026-11-03", ANN, BOB, hands_over=False)

    assert sorted(path.name for path in (tmp_path / "job/2026-11").iterdir() if path.name.startswith("2026-11")) == []


def test_report_counts_ready_and_waiting_of_both_months(tmp_path: Path) -> None:
    """Beside what was sent in the month before, against the limit."""
    month(tmp_path, "2026-11-03", ANN, BOB, EVA)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, BOB, EVA, CY)

    page = (tmp_path / "job/2026-12/report.html").read_text(encoding="utf-8")

    assert "<p>Ready: 2 then, 1 now. Waiting for you: 1 then, 1 now.</p>" in page
    assert "<tr><td>November 2026</td>" in page


def test_first_month_is_compared_with_none(tmp_path: Path) -> None:
    """There was nobody ready then."""
    month(tmp_path, "2026-11-03", ANN)

    assert " then, " not in (tmp_path / "job/2026-11/report.html").read_text(encoding="utf-8")


def test_whom_to_look_for_is_counted_by_its_reasons(tmp_path: Path) -> None:
    """One number for several would differ from each that stands elsewhere."""
    month(tmp_path, "2026-11-03", ANN, BOB, CY)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, BOB.replace("Active", "Terminated"), CY)
    rules = '[[rule]]\ncolumn = "Location"\nis = "York"\nthen = "leave_out"\n'
    setup = tmp_path / "job/setup.toml"
    setup.write_text(setup.read_text(encoding="utf-8") + rules, encoding="utf-8")
    month(tmp_path, "2027-01-03", ANN, BOB, CY)

    page = (tmp_path / "job/2027-01/report.html").read_text(encoding="utf-8")

    assert "<p>Look in Keycafe: 2 (back again 1, would not go in any more 1).</p>" in page
