"""Workers that are killed in the middle: ten times at seeded moments, over a scheduler and two workers by hand.

    python bench/kills_many.py [kills]

While `keycafe-clean many` does 24 jobs, one of the two workers' processes is killed; its nanny starts another one. In
the end each job must have one month, the same bytes as by a single run, and nothing half-written beside it.
"""

import json
import os
import random
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.exports import lone_export  # noqa: E402 -- run from anywhere
from tests.many.clusters import Cluster, by_hand  # noqa: E402 -- run from anywhere

SEED, KILLS, JOBS = 2026, 10, 24

#: The most seconds from a month that appears to the next kill: about what a job takes. Without a month in between the
#: same two jobs would be killed over and over, and refused after the fourth time.
_LONGEST = 4.0

_CALL = (sys.executable, "-m", "keycafe_clean")
_TODAY = ("--today", "2026-11-03")


def main() -> None:
    """Kill, look at every job, and print a line a kill and the sum."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with TemporaryDirectory() as folder:
        place = Path(folder)
        rows = random.Random(SEED)
        for number in range(JOBS):
            lone_export(place / "jobs" / f"{number:02}" / "exports" / "hr.csv", rows.randint(50, 1_500), number)
        with by_hand() as cluster:
            told, killed = _killed(place, cluster, kills)
        for line in killed:
            print(line)
        print(f"\n{len(killed)} kills, seed {SEED}, {JOBS} jobs: {json.dumps(told['states'])}")
        print(f"Jobs with another number of months than one: {_not_once(place)}")
        print(f"Left half-written: {len(list(place.glob('jobs/*/.keycafe-clean-*')))}")
        print(f"Files that are not what a single run makes: {_other_than_single(place)}")


def _killed(place: Path, cluster: Cluster, kills: int) -> tuple[dict[str, dict[str, int]], list[str]]:
    """Do the jobs while workers are killed; get what is told of them in the end, and a line a kill."""
    chance, lines = random.Random(SEED), []
    call = [*_CALL, "many", "jobs", "--scheduler", cluster.address, "--json", *_TODAY]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}"}
    process = subprocess.Popen(call, cwd=place, env=environment, stdout=subprocess.PIPE, text=True)
    done = 0
    while len(lines) < kills and process.poll() is None:
        while len(list(place.glob("jobs/*/2026-11"))) <= done and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, _LONGEST))
        nanny = psutil.Process(chance.choice(cluster.workers).process.pid)
        workers = [it for it in nanny.children(recursive=True) if "spawn_main" in " ".join(it.cmdline())]
        for worker in workers:
            worker.kill()
            done = len(list(place.glob("jobs/*/2026-11")))
            lines.append(f"kill {len(lines) + 1}: {done} of {JOBS} months there")
    out, _ = process.communicate()
    told: dict[str, dict[str, int]] = json.loads(out)
    return told, lines


def _not_once(place: Path) -> int:
    return sum(len(list(job.glob("2026-*"))) != 1 for job in (place / "jobs").iterdir())


def _other_than_single(place: Path) -> list[str]:
    """Get the files of jobs that differ from those that single runs make, or that only one of the two has."""
    other: list[str] = []
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for job in sorted((place / "jobs").iterdir()):
        alone = place / "single" / job.name
        call = [*_CALL, "run", f"{job}/exports/hr.csv", "--job", f"{alone}", *_TODAY]
        subprocess.run(call, check=False, env={**os.environ, "PYTHONPATH": f"{ROOT}"}, **quiet)
        made, single = _sums(job).items(), _sums(alone).items()
        other += sorted(f"{job.name}/{name}" for name in dict(made ^ single))
    return other


def _sums(folder: Path) -> dict[str, str]:
    files = [it for it in sorted(folder.rglob("*")) if it.is_file() and it.parent.name != "exports"]
    return {it.relative_to(folder).as_posix(): sha256(it.read_bytes()).hexdigest() for it in files}


if __name__ == "__main__":
    main()
