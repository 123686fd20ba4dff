import os
from pathlib import Path

import pytest

from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.many.jobs import Asked, read_jobs
from tests.many.asking import ANN, export


def table(folder: Path, *lines: str) -> Path:
    """Write a table of jobs."""
    path = folder / "jobs.csv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8-sig")
    return path


def test_a_table_has_a_job_a_line(tmp_path: Path) -> None:
    """Paths are read from where the table lies; a cell holds several files, and blank lines are none."""
    path = table(
        tmp_path, "Job;Exports;plan;known", 'acme;"north.csv; south.csv";confirmed;', ";;;", "bolt;b.csv;;all.csv"
    )

    acme, bolt = read_jobs(path)

    assert acme == Asked("acme", tmp_path / "acme", tmp_path, ("north.csv", "south.csv"), plan="confirmed")
    assert bolt == Asked("bolt", tmp_path / "bolt", tmp_path, ("b.csv",), known=("all.csv",))


def test_a_folder_has_a_job_a_folder(tmp_path: Path) -> None:
    """A folder with a set-up or with exports is a job, in the order of names; anything else is none."""
    export(tmp_path / "bolt" / "exports", ANN)
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "setup.toml").write_text("", encoding="utf-8")
    (tmp_path / "keycafe-many-2026-11").mkdir()

    assert [job.name for job in read_jobs(tmp_path)] == ["acme", "bolt"]


def test_of_a_glob_the_file_that_was_changed_last_is_taken(tmp_path: Path) -> None:
    """What a spreadsheet keeps beside an open file is none."""
    for day, name in enumerate(["november.csv", "october.csv", "~$november.csv", ".hidden.csv"]):
        os.utime(export(tmp_path / "acme" / "exports", ANN, name=name), (-day, -day))

    (job,) = read_jobs(tmp_path)
    task = job.task(3, "2026-11-03", "2026-11")

    assert task.exports == (str(tmp_path / "acme" / "exports" / "november.csv"),)
    assert (task.number, task.job, task.is_begun) == (3, str(tmp_path / "acme"), False)


@pytest.mark.parametrize("name", ["[red] Ltd", "What? GmbH", "Stars*"])
def test_the_name_of_a_folder_is_no_glob(tmp_path: Path, name: str) -> None:
    """A client may be called so; of a cell too a file that is there is meant as it stands."""
    (tmp_path / "r").mkdir()
    path = export(tmp_path / name / "exports", ANN, name="staff [1].csv")
    table(tmp_path / name, "job,exports", "acme,exports/staff [1].csv")

    jobs = [*read_jobs(tmp_path), *read_jobs(tmp_path / name / "jobs.csv")]

    assert [job.task(0, "2026-11-03", "2026-11").exports for job in jobs] == [(str(path),)] * 2


def test_a_glob_without_a_file_is_said(tmp_path: Path) -> None:
    """The job is asked for, and its export is not there yet."""
    (tmp_path / "acme" / "exports").mkdir(parents=True)
    (job,) = read_jobs(tmp_path)

    with pytest.raises(KeycafeCleanError) as missing:
        job.task(0, "2026-11-03", "2026-11")

    assert str(missing.value) == f"{tmp_path}/acme/exports/* fits no file. Put the export of the month there."


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            ["job,file"],
            "{} has no column 'exports'. Its columns are job, exports, and perhaps setup, plan, known, join.",
        ),
        (
            ["job,exports,used", "acme,a.csv,3"],
            (
                "{} has a column 'used', which is none of a table of jobs. "
                "Its columns are job, exports, and perhaps setup, plan, known, join."
            ),
        ),
        (["job,exports"], "{} has no job. Give a table with a line for each job, with its exports."),
        (["job,exports", "acme,"], "{}, row 2: 'exports' is blank. Write the job's folder and its exports."),
        (["job,exports,plan", "acme,a.csv,gold"], "{}, row 2: plan is 'gold'. It must be paid or confirmed."),
        (["job,exports", "acme,a.csv", "./acme,b.csv"], "{}: 'acme' and './acme' are the same job. Take one line out."),
    ],
)
def test_a_table_that_cannot_be_used_is_said(tmp_path: Path, lines: list[str], sentence: str) -> None:
    """Nothing of it is guessed: a job twice would be two files for the same people."""
    path = table(tmp_path, *lines)

    with pytest.raises(KeycafeCleanError) as wrong:
        read_jobs(path)

    assert str(wrong.value) == sentence.format(path)


def test_other_letters_are_said(tmp_path: Path) -> None:
    """A name of a folder in another encoding would be another folder."""
    path = tmp_path / "jobs.csv"
    path.write_bytes("job,exports\nMüller,a.csv\n".encode("cp1252"))

    with pytest.raises(KeycafeCleanError) as wrong:
        read_jobs(path)

    assert str(wrong.value) == f"{path} is no text in UTF-8. Save the table as CSV UTF-8."


def test_an_empty_folder_has_no_job(tmp_path: Path) -> None:
    """It is said how jobs lie in a folder."""
    with pytest.raises(KeycafeCleanError) as none:
        read_jobs(tmp_path)

    assert str(none.value) == f"{tmp_path} has no job. Give a folder with a folder for each job, with its exports."
