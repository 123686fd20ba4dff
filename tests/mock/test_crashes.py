import subprocess
import sys
from pathlib import Path

import pytest

from keycafe_clean.mock.clock import Clock
from keycafe_clean.mock.imports import Service, Upload, accept, run_next
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.store import Store
from tests.mock.files import NOW
from tests.mock.truth import counts_after, counts_in, mixed_file

ROOT = Path(__file__).resolve().parents[2]
POINTS = [
    *(("before accepted", 1), ("after accepted", 1)),
    *(("before started", 1), ("after started", 1)),
    *((f"{when} chunk", times) for times in (1, 2) for when in ("before", "after")),
    *(("before finished", 1), ("after finished", 1)),
]


def die(database: Path, point: str, times: int) -> int:
    """Let a process import the file until it dies; get its exit status."""
    command = [sys.executable, "-m", "tests.mock.dying", str(database), point, str(times)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 -- our own command


@pytest.mark.parametrize(("point", "times"), POINTS)
def test_import_when_the_process_dies(tmp_path: Path, point: str, times: int) -> None:
    """Whenever the process dies, an accepted file ends completed, each user, place, code, mail and error once."""
    database = tmp_path / "mock.db"
    assert die(database, point, times) == 9

    with Store(database) as store:
        while run_next(Service(store, Clock(NOW), MockPolicy())):
            pass

    assert counts_in(database) == counts_after(imports=0 if point == "before accepted" else 1)


@pytest.mark.parametrize("point", ["before accepted", "after accepted"])
def test_upload_when_it_is_sent_again_after_a_death(tmp_path: Path, point: str) -> None:
    """Who got no answer sends the file again with its key, and it is imported once."""
    database = tmp_path / "mock.db"
    die(database, point, 1)

    with Store(database) as store:
        service = Service(store, Clock(NOW), MockPolicy())
        accept(service, Upload("mixed.csv", mixed_file(), "key"))
        while run_next(service):
            pass

    assert counts_in(database) == counts_after(imports=1)
