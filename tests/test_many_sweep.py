"""Two hundred jobs in one call, five of which cannot be done, each for another reason."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from keycafe_clean.job import JobFolder
from tests.many.asking import asked, export, single, sums
from tests.test_many import LOCKED, jobs_in, many

pytestmark = pytest.mark.slow

JOBS, BAD = 200, ("3", "50", "77", "121", "199")


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """Get a folder on a disk of 64 kilobytes; skipped where none can be made."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(  # noqa: S603 - nothing of it is anybody's text
        ["/usr/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", f"{place}"], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    yield place
    subprocess.run(["/usr/bin/umount", f"{place}"], check=True)  # noqa: S603 - the same


def of_colleagues(count: int) -> list[str]:
    """Get so many people."""
    return [
        f"Ona,Ba{'bcdfghjklm'[number // 10]}a{'bcdfghjklm'[number % 10]}o,p{number}@example.com"
        for number in range(count)
    ]


def test_five_bad_jobs_are_five_sentences_and_the_others_are_done(tmp_path: Path, full_disk: Path) -> None:
    """A password, an empty file, a lock that is held, a question that stops, a full disk; 195 are as by single runs."""
    jobs = tmp_path / "jobs"
    jobs_in(jobs, JOBS)
    password, empty, held, stops, full = (jobs / name for name in BAD)
    export(password / "exports").write_bytes(LOCKED)
    export(empty / "exports").write_bytes(b"")
    export(stops / "exports", *of_colleagues(40))
    many_left = asked(stops)
    Path(many_left.exports[0]).write_bytes((stops / "exports" / "staff.csv").read_bytes())
    single(stops, many_left)
    export(stops / "exports", *of_colleagues(10))
    export(full / "exports", *of_colleagues(90))
    (full_disk / "job").mkdir()
    shutil.move(full / "exports", full_disk / "job" / "exports")
    full.rmdir()
    full.symlink_to(full_disk / "job")

    with JobFolder(held).held():
        out, _ = many(tmp_path, "--json").communicate()

    told = json.loads(out)
    lines = {line["job"]: line for line in told["jobs"]}
    refused = [lines[name]["said"] for name in BAD]
    assert refused[0] == "staff.csv is protected by a password. Open it, save it without one, and choose that file."
    assert refused[1] == "staff.csv is empty. Export it again from the HR system."
    assert refused[2].startswith(f"{held} is in use by ")
    assert refused[3].startswith("30 of 40 known people are not in this file (75 %). Is it the whole company?")
    assert refused[4] == f"{full} cannot be written: No space left on device. Choose another folder."
    assert told["states"] == {"done": 0, "waiting": JOBS - 4, "refused": 4}
    assert sum(line["month"] is not None for line in told["jobs"]) == JOBS - len(BAD)
    assert told["sums"]["rows_read"] == 3 * (JOBS - len(BAD)) == sum(told["sums"][name] for name in OUTCOMES)
    _as_by_single_runs(tmp_path, [name for name in lines if name not in BAD])


OUTCOMES = ("ready", "waiting", "combined", "left_out", "not_people")


def _as_by_single_runs(folder: Path, names: list[str]) -> None:
    for name in names:
        task = asked(folder / "single" / name)
        Path(task.exports[0]).write_bytes((folder / "jobs" / name / "exports" / "staff.csv").read_bytes())
        single(folder / "single" / name, task)
        made, alone = sums(folder / "jobs" / name), sums(folder / "single" / name)
        assert {file: sha for file, sha in made.items() if not file.startswith("exports")} == alone
