"""The samples of `data/samples/`, end to end. `regenerate_samples.py` renews what is expected of them."""

import csv
import io
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest

from keycafe_clean.check import check_import_file
from keycafe_clean.client import KeycafeClient
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.mock import embedded
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.run.finished import Job
from keycafe_clean.write import run_files
from keycafe_clean.write.folder import Content
from keycafe_clean.write.template import template_csv
from tests.regenerate_samples import (
    EXPECTED,
    GOLDEN,
    SAMPLES,
    TODAY,
    beside,
    expected_of,
    files_of,
    golden_of,
    job_of,
    samples,
)

every_sample = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)


@cache
def done(sample: Path) -> tuple[Job, bytes]:
    """Get the job of a sample, done once, and the bytes of its import file."""
    with TemporaryDirectory() as folder:
        job = job_of(sample, Path(folder) / "job")
        return job, golden_of(job)


@cache
def files_written(sample: Path) -> dict[str, Content]:
    """Get the files of the job of a sample, made once."""
    job = done(sample)[0]
    return dict(run_files(job.cleaned, job.plan))


@every_sample
def test_sample_gives_what_is_expected(sample: Path) -> None:
    """Counts, users by type, columns and findings by code are those that stand beside the sample."""
    expected = json.loads(beside(sample, EXPECTED).read_text(encoding="utf-8"))

    assert expected_of(done(sample)[0]) == expected


@every_sample
def test_sample_gives_its_golden_file(sample: Path) -> None:
    """The import file is the golden one, byte for byte."""
    assert done(sample)[1] == beside(sample, GOLDEN).read_bytes()


def test_every_sample_has_both_files() -> None:
    """Nothing stands in the folder but samples, each with what is expected of it and its golden file."""
    both = {beside(sample, ending).name for sample in samples() for ending in (EXPECTED, GOLDEN)}

    assert both == {path.name for path in SAMPLES.iterdir() if path.name.endswith((EXPECTED, GOLDEN))}


@every_sample
def test_golden_file_passes_the_check(sample: Path) -> None:
    """Every golden file is one that Keycafe would take, with all of its rows."""
    checked = check_import_file(beside(sample, GOLDEN).read_bytes(), sample.name)

    assert (checked.refused, checked.is_fine) == (None, True)


@every_sample
def test_golden_file_is_taken_row_by_row(sample: Path) -> None:
    """A mock Keycafe adds everybody in the golden file, and refuses nobody."""
    golden = beside(sample, GOLDEN).read_bytes()
    people = len(list(csv.reader(io.StringIO(golden.decode())))) - 1

    with embedded("paid", today=TODAY) as mock, KeycafeClient(mock.url, mock.email, mock.token) as keycafe:
        *_, taken = keycafe.watch(keycafe.upload(golden, "golden.csv").id)

    assert (taken.state, taken.added, taken.failed) == ("completed", people, 0)


@every_sample
@pytest.mark.slow
def test_what_was_written_gives_the_same_bytes(sample: Path) -> None:
    """The set-up and decisions that a run writes give the import file and the review files again.

    A note about a column is made when the column is chosen, so what lists the notes may differ.
    """
    written = files_written(sample)
    setup = Setup.parsed(written["setup.toml"].data, "setup.toml")
    with TemporaryDirectory() as folder:
        (Path(folder) / "decisions.csv").write_bytes(written["decisions.csv"].data)
        decisions = Decisions.read(Path(folder) / "decisions.csv")

    again = clean(read_export(*files_of(sample)), setup, decisions, today=TODAY)

    files = run_files(again, plan_imports(again))
    differing = {name for name in written if files[name].data != written[name].data}
    assert (files.keys(), differing - {"notes.csv", "review.xlsx", "manifest.json"}) == (written.keys(), set())


def test_sample_of_make_run_needs_no_fix() -> None:
    """The sample of `make run` has questions and notes, but no row that needs a fix."""
    job = done(SAMPLES / "workers_2026-11.csv")[0]

    severities = set(job.cleaned.findings.get_column("severity"))
    assert (severities, job.needs_a_fix(strict=False), job.needs_a_fix(strict=True)) == (
        {"question", "note"},
        False,
        True,
    )


def test_own_import_file_stays_as_it_is() -> None:
    """An import file that is read back gives itself."""
    assert done(SAMPLES / "import_2026-10.csv")[1] == (SAMPLES / "import_2026-10.csv").read_bytes()


def test_template_is_what_the_command_prints() -> None:
    """`keycafe_template.csv` is exactly what `keycafe-clean template` prints."""
    assert (SAMPLES / "keycafe_template.csv").read_bytes().decode() == template_csv()


@every_sample
def test_no_sensitive_cell_is_written(sample: Path) -> None:
    """No value of a column that was dropped because it is private stands in any file of the run."""
    private = {cell for path in files_of(sample) for cell in sensitive_cells(path)}

    written = b"".join(content.data for content in files_written(sample).values())
    texts = [written, *unzipped(files_written(sample)["review.xlsx"].data)]

    assert [cell for cell in private if any(cell.encode() in text for text in texts)] == []


def sensitive_cells(path: Path) -> set[str]:
    """Get the cells of the columns that reading drops, if long enough to stand for themselves."""
    dropped = read_export(path).sources[0].dropped
    source = read_export(path, evidence=dropped).sources[0]
    shown = {cell for name in source.headers if name not in dropped for cell in source.cells.get_column(name)}
    cells = {cell for name in dropped for cell in source.cells.get_column(name).drop_nulls()}
    return {cell for cell in cells - shown if len(cell) >= 6}


def unzipped(workbook: bytes) -> list[bytes]:
    """Get the parts of a workbook as they are inside."""
    with ZipFile(io.BytesIO(workbook)) as parts:
        return [parts.read(name) for name in parts.namelist()]
