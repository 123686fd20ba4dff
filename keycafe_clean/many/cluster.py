"""The workers: a cluster of this computer, made for one call, or a scheduler that somebody has started.

A cluster of our own listens on this computer alone, with certificates made for the call: on a computer that others use
too, whoever reached its scheduler could run code as its owner.
"""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import dask
from dask.system import CPU_COUNT
from distributed import Client, LocalCluster, Security
from distributed.system import MEMORY_LIMIT

from keycafe_clean.errors import ServiceUnavailable, SetupError
from keycafe_clean.many.scheduler_address import is_encrypted
from keycafe_clean.many.work import installed

#: How long a scheduler may take to answer.
_PATIENCE = "15s"

#: How often a job is begun anew whose worker was killed, before it is refused.
RETRIES = 3


@dataclass(frozen=True)
class Certificates:
    """The three files of TLS, in PEM; None: what Dask's own configuration says."""

    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None

    def security(self) -> Security:
        """Get them as Dask takes them. SetupError: one of three is missing, or cannot be opened."""
        named = {"tls_ca_file": self.ca, "tls_client_cert": self.cert, "tls_client_key": self.key}
        files = {name: str(path) for name, path in named.items() if path}
        if files and len(files) < len(named):
            raise SetupError("--tls-ca, --tls-cert and --tls-key go together. Name all three.")
        security = Security(**files, require_encryption=True)
        try:
            security.get_connection_args("client")["ssl_context"].get_ciphers()
        except (OSError, AttributeError):
            # No context at all, or files that are none.
            raise SetupError(
                "The certificates cannot be used. Name three files in PEM with --tls-ca, --tls-cert and --tls-key, or "
                "in Dask's own configuration."
            ) from None
        return security


@contextmanager
def own_cluster(workers: int | None) -> Iterator[Client]:
    """Start workers on this computer, by default one a core, and end them with the block.

    Each is a process of its own, started anew and not forked, which would hang after Polars; together they have the
    threads and the memory of the computer. One that takes more is ended, and started again.
    """
    count = workers or CPU_COUNT
    with _quiet(), ExitStack() as stack:
        stack.enter_context(dask.config.set(_config(max(1, CPU_COUNT // count))))
        cluster = stack.enter_context(
            LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                # Its pages are none by `_config()`; on the port that Dask usually takes the mock may listen.
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                security=True,
                memory_limit=MEMORY_LIMIT // count,
            )
        )
        yield stack.enter_context(Client(cluster))


def _config(threads: int) -> dict[str, object]:
    """Get what Dask is told of workers with so many threads of Polars each."""
    return {
        "distributed.nanny.pre-spawn-environ.POLARS_MAX_THREADS": f"{threads}",
        "distributed.worker.multiprocessing-method": "spawn",
        "distributed.worker.preload": ["keycafe_clean.many.own_worker"],
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
        "distributed.scheduler.allowed-failures": RETRIES,
        # A worker has the job at hand, and no other one that would be lost with it.
        "distributed.scheduler.worker-saturation": 1.0,
        # What Polars keeps of a job that is done never gets less by waiting: a worker that is full is ended.
        "distributed.worker.memory.target": False,
        "distributed.worker.memory.spill": False,
        "distributed.worker.memory.pause": False,
        "distributed.admin.large-graph-warning-threshold": "10GB",
    }


@contextmanager
def _quiet() -> Iterator[None]:
    """Let Dask say nothing of its own: what becomes of a job is told by us."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


@contextmanager
def joined_cluster(address: str, certificates: Certificates) -> Iterator[Client]:
    """Join the scheduler at a checked address until the block ends. Its workers stay as they are.

    ServiceUnavailable: it does not answer, has no workers, or one of them has another keycafe-clean. SetupError: the
    certificates cannot be used.
    """
    security = certificates.security() if is_encrypted(address) else None
    with _quiet(), dask.config.set({"distributed.admin.large-graph-warning-threshold": "10GB"}):
        try:
            client = Client(address, security=security, timeout=_PATIENCE)
        except OSError:
            raise ServiceUnavailable(
                f"The scheduler at {address} does not answer. Start it, or look at the address and the certificates."
            ) from None
        with client:
            _refuse_other_versions(client, address)
            yield client


def _refuse_other_versions(client: Client, address: str) -> None:
    """Refuse workers whose files would be others than ours. ServiceUnavailable: there are such, or none at all."""
    if not client.nthreads():
        raise ServiceUnavailable(f"The scheduler at {address} has no worker. Start one: dask worker {address}")
    try:
        # The scheduler reads what it passes on.
        versions = {client.run_on_scheduler(installed), *client.run(installed).values()}
    except ImportError:
        versions = set()
    if versions != {installed()}:
        raise ServiceUnavailable(
            f"The scheduler at {address}, or a worker of it, has not keycafe-clean {installed()}. "
            "Install the same version on each."
        )
