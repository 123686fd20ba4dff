from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job.month_exports import exports_of, read_again
from tests.job.runs import ANN, BOB, month

EXPORT = "hr-2026-11-03.csv"


def joined(folder: Path) -> JobFolder:
    """Get a job of November, whose export has no address: a list has them."""
    (folder / "accounts.csv").write_text("Employee ID,Mail\n1,ann@example.com\n2,bob@example.com\n", encoding="utf-8")
    header = "Employee ID,First Name,Last Name"
    month(folder, "2026-11-03", "1,Ann,Lee", "2,Bob,Ray", header=header, join=[folder / "accounts.csv"])
    return JobFolder(folder / "job")


def test_files_are_told_by_their_sums(tmp_path: Path) -> None:
    """In any order, under any name: they have those that they had then."""
    (november,) = joined(tmp_path).months()
    (tmp_path / EXPORT).rename(tmp_path / "other.csv")

    exports, others = exports_of(november, [tmp_path / "accounts.csv", tmp_path / "other.csv"])

    assert ([it.name for it in exports], [it.name for it in others]) == ([EXPORT], ["accounts.csv"])


def test_export_is_joined_as_it_was(tmp_path: Path) -> None:
    """By the key that was found then."""
    job = joined(tmp_path)

    export, setup = read_again(job.months()[0], [tmp_path / EXPORT, tmp_path / "accounts.csv"], job.setup())

    assert [it.other.file for it in export.sources[0].joined] == ["accounts.csv"]
    assert setup == job.setup()


def test_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    """Another export would make every difference one of the file."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    export = tmp_path / EXPORT
    export.write_text(export.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    with pytest.raises(SetupError) as refused:
        exports_of(JobFolder(tmp_path / "job").months()[0], [export])

    assert f"{refused.value}" == (
        "hr-2026-11-03.csv is not a file that 2026-11 was made from, or was changed since. Give the same file."
    )


def test_file_that_is_missing_is_named(tmp_path: Path) -> None:
    """No file at all: the one of the month is named."""
    month(tmp_path, "2026-11-03", ANN, BOB)

    with pytest.raises(SetupError) as refused:
        exports_of(JobFolder(tmp_path / "job").months()[0], [])

    assert f"{refused.value}" == "2026-11 was made from hr-2026-11-03.csv too. Give that file as well."
