"""Many jobs on a cluster that was started by hand, and five that cannot be done among those that can."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.many.asking import ANN, BROKEN, asked, export, single, sums
from tests.many.clusters import by_hand, certificates, tls

TODAY = ("--today", "2026-11-03")


#: A password that nobody knows, as a workbook has it.
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")


def jobs_in(folder: Path, count: int) -> None:
    """Write a folder of jobs, each with an export of three people, one of whom is to be repaired."""
    for number in range(count):
        export(folder / f"{number}" / "exports", ANN, f"Di,Fox,di.fox{number}@example.com", BROKEN)


def of_single_runs(folder: Path, jobs: Path) -> Mapping[str, str]:
    """Get the sums of what single runs make of the exports of a folder of jobs."""
    for job in sorted(jobs.iterdir()):
        task = asked(folder / job.name)
        Path(task.exports[0]).write_bytes((job / "exports" / "staff.csv").read_bytes())
        single(folder / job.name, task)
        export(folder / job.name / "exports").write_bytes((job / "exports" / "staff.csv").read_bytes())
    return {name: sha for name, sha in sums(folder).items() if not name.startswith("exports of")}


def many(folder: Path, *options: str) -> subprocess.Popen[str]:
    """Start the command as a shell does, in a folder."""
    call = [sys.executable, "-m", "keycafe_clean", "many", "jobs", *TODAY, *options]
    return subprocess.Popen(call, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own command


@pytest.fixture(scope="module", params=["shared", "sent"])
def worked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Do four jobs on two workers that were started by hand, over TLS where files are sent; get what was said.

    One of them has an export that only a password opens.
    """
    folder = tmp_path_factory.mktemp(request.param)
    jobs_in(folder / "jobs", 3)
    export(folder / "jobs" / "locked" / "exports").write_bytes(LOCKED)
    pem = certificates(folder)
    is_sent = request.param == "sent"
    scheme, options = ("tls", tls(pem)) if is_sent else ("tcp", [])
    named = ["--tls-ca", f"{pem[0]}", "--tls-cert", f"{pem[1]}", "--tls-key", f"{pem[2]}", "--send-files"]
    with by_hand(options, scheme=scheme) as cluster:
        call = many(folder, "--scheduler", cluster.address, "--json", *(named if is_sent else []))
        out, err = call.communicate()
        assert (call.returncode, err) == (2, "")
    return folder, out, cluster.log


def test_every_folder_is_the_one_of_a_single_run(worked: tuple[Path, str, str]) -> None:
    """Whether workers see the disk, or are sent what a job needs and give it back."""
    folder, _, _ = worked

    shutil.rmtree(folder / "jobs" / "locked")
    assert sums(folder / "jobs") == of_single_runs(folder / "single", folder / "jobs")


def test_the_sums_are_those_of_the_manifests(worked: tuple[Path, str, str]) -> None:
    """Each adds up over the jobs, and the outcomes to the rows read."""
    folder, out, _ = worked
    told = json.loads(out)["sums"]
    counts = [json.loads(it.read_bytes())["counts"] for it in (folder / "jobs").glob("*/2026-11/manifest.json")]

    assert {name: told[name] for name in counts[0]} == {name: sum(it[name] for it in counts) for name in counts[0]}
    assert told["rows_read"] == 9


def test_logs_name_nobody(worked: tuple[Path, str, str]) -> None:
    """Neither a name nor an address of an export is in what scheduler and workers have said, nor where it lay."""
    _, _, log = worked
    words = [word for person in (ANN, BROKEN, "Di,Fox,di.fox0@example.com") for word in person.split(",")]

    assert "Registered to" in log
    assert [word for word in (*words, "staff", "jobs/", "password") if re.search(rf"\b{re.escape(word)}\b", log)] == []


def test_ctrl_c_stops_and_the_next_call_goes_on(tmp_path: Path) -> None:
    """What is done stays and is not made again; the rest is made, each once."""
    jobs_in(tmp_path / "jobs", 4)
    call = many(tmp_path, "--workers", "1")
    while call.poll() is None and not any(tmp_path.glob("jobs/*/2026-11")):
        pass
    call.send_signal(signal.SIGINT)
    _, err = call.communicate()
    done = {it.parent.name: sums(it) for it in tmp_path.glob("jobs/*/2026-11")}

    told = json.loads(many(tmp_path, "--workers", "1", "--json").communicate()[0])

    assert call.returncode == 2
    assert err.splitlines()[-1].endswith(
        "of 4 jobs had ended. Nothing half-written was left behind. The same call goes on with the others."
    )
    assert 0 < len(done) < 4
    assert {name: sums(tmp_path / "jobs" / name / "2026-11") for name in done} == done
    assert told["states"] == {"done": 0, "waiting": 4, "refused": 0}
    assert len(list(tmp_path.glob("jobs/*/2026-11*"))) == 4
    assert list(tmp_path.glob("jobs/*/.keycafe-clean-*")) == []
