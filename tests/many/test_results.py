import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.many import results as of_results
from keycafe_clean.many.cluster import Certificates, joined_cluster, own_cluster
from keycafe_clean.many.results import results_of
from keycafe_clean.many.task import Result, Task
from tests.many.asking import ANN, BOB, asked, single, sums
from tests.many.clusters import by_hand


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Start two workers of this computer."""
    with own_cluster(2) as started:
        yield started


def _nobody(_count: int) -> None:
    """Show nothing."""


def test_every_task_has_a_result_that_is_the_one_of_a_single_run(client: Client, tmp_path: Path) -> None:
    """Three jobs on two workers: each once, and each folder byte for byte what a run gives; one is refused beside."""
    tasks = [asked(tmp_path / "many" / f"{number}", ANN, BOB, number=number) for number in range(3)]
    Path(tasks[1].exports[0]).write_bytes(b"")
    running: list[int] = []

    found = {result.number: result for result in results_of(client, tasks, running.append)}

    for number in (0, 2):
        single(tmp_path / "single" / f"{number}", tasks[number])
        assert sums(Path(tasks[number].job)) == sums(tmp_path / "single" / f"{number}")
    assert [found[number].code for number in range(3)] == [0, 2, 0]
    assert found[1].said == ("staff.csv is empty. Export it again from the HR system.",)
    assert (len(running), running[-1]) == (4, 0)


def _dies(task: Task) -> Result:
    """End the worker's process, as the system does where memory is out."""
    os.kill(os.getpid(), signal.SIGKILL)
    return Result(task.number, 0)


def _dies_once(task: Task) -> Result:
    """End the worker's process the first time."""
    before = Path(task.job)
    if before.exists():
        return Result(task.number, 0, ("It was begun anew.",))
    before.touch()
    return _dies(task)


def test_a_job_whose_worker_is_killed_is_begun_anew(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask has started another worker by then."""
    monkeypatch.setattr(of_results, "work", _dies_once)

    (result,) = results_of(client, [asked(tmp_path / "acme", ANN, number=5)], _nobody)

    assert result == Result(5, 0, ("It was begun anew.",))


def test_a_job_that_kills_every_worker_is_refused(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After four of them it is a result like another one, and the workers are there for the next job."""
    monkeypatch.setattr(of_results, "work", _dies)
    (result,) = results_of(client, [asked(tmp_path / "acme", ANN, number=7)], _nobody)
    monkeypatch.undo()

    sentence = (
        "The worker that did this job was killed 4 times, by its system, or since it had not enough memory. "
        "Nothing of it is half-written. Do it by itself, or give the workers more memory."
    )
    assert result == Result(7, 2, (sentence,))
    assert [it.code for it in results_of(client, [asked(tmp_path / "bolt", ANN)], _nobody)] == [0]


def _ends(task: Task) -> Result:
    """End the process whose number the task has, and wait for whatever comes."""
    os.kill(int(Path(task.job).name), signal.SIGKILL)
    signal.pause()
    return Result(task.number, 0)


def test_a_scheduler_that_goes_away_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The call ends, and does not wait for ever."""
    monkeypatch.setattr(of_results, "work", _ends)

    with by_hand(workers=1) as cluster, joined_cluster(cluster.address, Certificates()) as client:
        task = asked(tmp_path / f"{cluster.scheduler.process.pid}", ANN)
        with pytest.raises(ServiceUnavailable) as gone:
            list(results_of(client, [task], _nobody))

    assert str(gone.value) == (
        "The scheduler does not answer any more. What its workers have begun appears whole or not at all. "
        "Start it again; the same call goes on with the others."
    )


def _cannot_go_back(_task: Task) -> object:
    """Give something that no network carries."""
    return (number for number in range(3))


def test_what_gets_lost_on_the_way_is_refused(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever Dask says of it is not shown: it may hold what was sent."""
    monkeypatch.setattr(of_results, "work", _cannot_go_back)

    (result,) = results_of(client, [asked(tmp_path / "acme", ANN, number=2)], _nobody)

    assert result == Result(2, 2, ("The scheduler has lost this job. Nothing of it is half-written. Start again.",))
