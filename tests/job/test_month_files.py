from pathlib import Path

from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import ANN, BOB, CY, answer, month


def test_report_of_the_month_after_says_what_changed(tmp_path: Path) -> None:
    """And what is to be done in Keycafe, before the upload."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, BOB.replace("Active", "Terminated"), CY)

    page = (tmp_path / "job/2026-12/report.html").read_text(encoding="utf-8")

    assert "<h2>Since the last month</h2>\n<p>New since the last month: 1 person.</p>" in page
    assert "<h2>Left to do by hand</h2>\n<p>Remove in Keycafe: 1.</p>\n<ol><li>Log in to Keycafe desktop.</li>" in page


def test_what_is_not_handed_over_has_no_import_file(tmp_path: Path) -> None:
    """Whoever looks into the folder would upload it."""
    month(tmp_path, "2026-11-03", ANN, BOB, hands_over=False)

    assert sorted(path.name for path in (tmp_path / "job/2026-11").iterdir() if path.name.startswith("2026-11")) == []
