from datetime import date
from pathlib import Path

from keycafe_clean.privacy.privacy_log import ERASED, GIVEN, log_entries, log_entry


def test_entries_are_kept_in_order(tmp_path: Path) -> None:
    """Of a job that has none yet there are none."""
    assert log_entries(tmp_path).is_empty()

    log_entry(tmp_path, date(2026, 12, 3), GIVEN, 26)
    log_entry(tmp_path, date(2026, 12, 4), ERASED, 26)

    assert log_entries(tmp_path).rows() == [
        ("2026-12-03", "given to the person", "26"),
        ("2026-12-04", "erased", "26"),
    ]
