from datetime import date
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job.forgotten import FORGOTTEN, erase, forget
from keycafe_clean.job.kept_hashes import keep_hashes, kept_hashes
from tests.job.lines import people

ANN = people({"name": "Ann Lee", "email": "ann.lee@example.com", "employee_id": "4711003"})


def test_nothing_is_kept_of_a_job_that_forgot_nobody(tmp_path: Path) -> None:
    """There are no files then."""
    hashes, key = kept_hashes(tmp_path)

    assert (hashes.is_empty(), hashes.schema, key) == (True, FORGOTTEN, b"")


def test_hashes_are_kept_beside_those_before_and_name_nobody(tmp_path: Path) -> None:
    """With one key for all of them."""
    keep_hashes(tmp_path, forget, ANN, date(2026, 12, 3))
    key = kept_hashes(tmp_path)[1]
    keep_hashes(tmp_path, erase, ANN, date(2026, 12, 3))

    hashes, key_now = kept_hashes(tmp_path)
    assert key == key_now
    assert {"name", "erased name"} < set(hashes.get_column("cell"))
    assert b"ann" not in (tmp_path / "forgotten.csv").read_bytes().lower()


def test_hashes_out_of_date_are_gone_with_the_next_ones(tmp_path: Path) -> None:
    """After five years."""
    keep_hashes(tmp_path, erase, ANN, date(2026, 12, 3))
    keep_hashes(tmp_path, erase, people({"name": "Bob Ray"}), date(2032, 1, 3))

    assert kept_hashes(tmp_path)[0].get_column("until").unique().to_list() == ["2037-01"]


def test_hashes_that_were_altered_are_refused(tmp_path: Path) -> None:
    """Whoever was in them would be sent again."""
    keep_hashes(tmp_path, erase, ANN, date(2026, 12, 3))
    pl.DataFrame({"x": ["y"]}).write_csv(tmp_path / "forgotten.csv")

    with pytest.raises(SetupError) as error:
        kept_hashes(tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'forgotten.csv'} is not what a run wrote. Take it back from a copy of the folder."
    )
