import logging
import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from dask.system import CPU_COUNT
from distributed import Client

from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.many.cluster import Certificates, joined_cluster, own_cluster
from tests.many.clusters import by_hand, certificates, tls


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Start one worker of this computer, of whose threads nobody has said anything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("POLARS_MAX_THREADS", raising=False)
        with own_cluster(1) as started:
            yield started


def _environment() -> dict[str, str]:
    return dict(os.environ)


def test_workers_have_their_share_of_the_threads(client: Client) -> None:
    """Polars reads how many it may take before it is loaded; one worker has all."""
    (environment,) = client.run(_environment).values()

    assert environment["POLARS_MAX_THREADS"] == f"{CPU_COUNT}"


def test_a_worker_is_a_process_started_anew(client: Client) -> None:
    """A process that was forked would hang after Polars; what is spawned is another program than ours."""
    (pid,) = client.run(os.getpid).values()

    assert "from multiprocessing.spawn" in " ".join(psutil.Process(pid).cmdline())


def test_everything_listens_on_this_computer_alone(client: Client) -> None:
    """Scheduler, workers and what Dask serves beside them; and the scheduler asks for certificates."""
    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    heard = {at.laddr.ip for it in processes for at in it.net_connections() if at.status == psutil.CONN_LISTEN}

    assert heard == {"127.0.0.1"}
    assert client.scheduler.address.startswith("tls://127.0.0.1:")


def test_dask_says_nothing_to_the_very_end() -> None:
    """What it would say of workers that are slow to end is nothing that somebody has to do."""
    logger, heard = logging.getLogger("distributed"), list[str]()
    before, handler = logger.level, logging.Handler()
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        with own_cluster(1):
            pass
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)

    assert heard == []


def test_a_cluster_by_hand_is_joined(tmp_path: Path) -> None:
    """With certificates, by TLS; and its workers are still there afterwards."""
    pem = certificates(tmp_path)
    with by_hand(tls(pem), workers=1, scheme="tls") as cluster:
        with joined_cluster(cluster.address, Certificates(*pem)) as joined:
            assert len(joined.nthreads()) == 1

        assert cluster.workers[0].process.poll() is None


def test_a_scheduler_without_workers_is_said() -> None:
    """The call would wait for ever."""
    with (
        by_hand(workers=0) as cluster,
        pytest.raises(KeycafeCleanError) as none,
        joined_cluster(cluster.address, Certificates()),
    ):
        pass

    assert str(none.value) == (
        f"The scheduler at {cluster.address} has no worker. Start one: dask worker {cluster.address}"
    )


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens at the port."""
    monkeypatch.setattr("keycafe_clean.many.cluster._PATIENCE", "100ms")

    with pytest.raises(KeycafeCleanError) as nobody, joined_cluster("tcp://127.0.0.1:9", Certificates()):
        pass

    assert str(nobody.value) == (
        "The scheduler at tcp://127.0.0.1:9 does not answer. Start it, or look at the address and the certificates."
    )


def test_certificates_go_together(tmp_path: Path) -> None:
    """One file of three is a slip."""
    with pytest.raises(KeycafeCleanError) as one:
        Certificates(ca=tmp_path / "ca.pem").security()

    assert str(one.value) == "--tls-ca, --tls-cert and --tls-key go together. Name all three."


@pytest.mark.parametrize("named", [True, False])
def test_certificates_that_cannot_be_used_are_said(tmp_path: Path, named: bool) -> None:  # noqa: FBT001 - a column
    """Neither the options nor Dask's configuration name three files that are some."""
    pem = certificates(tmp_path)
    pem[2].write_text("no key", encoding="ascii")

    with pytest.raises(KeycafeCleanError) as wrong:
        Certificates(*(pem if named else ())).security()

    assert str(wrong.value) == (
        "The certificates cannot be used. Name three files in PEM with --tls-ca, --tls-cert and --tls-key, or "
        "in Dask's own configuration."
    )
