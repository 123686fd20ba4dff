"""A scheduler and workers as processes of their own on this computer, as an administrator starts them by hand."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from distributed.security import Security

#: What a process says once it is ready: the scheduler its address, a worker that it has joined.
_LISTENS, _JOINED = re.compile(r"Scheduler at: +(\S+)"), re.compile(r"Registered to: +(\S+)")

_ENVIRONMENT = {**os.environ, "POLARS_MAX_THREADS": "1", "PYTHONUNBUFFERED": "1"}


@dataclass
class Spoken:
    """A process, and what it has said so far."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reader = threading.Thread(target=self._read_on)

    def until(self, pattern: re.Pattern[str]) -> str:
        """Read on until a line says this, and get what it says."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)
            if found := pattern.search(line):
                self.reader.start()
                return found[1]
        raise AssertionError("".join(self.lines))

    def _read_on(self) -> None:
        assert self.process.stderr is not None
        self.lines += self.process.stderr

    def end(self) -> None:
        """End it, and wait until it has."""
        self.process.terminate()
        self.process.wait()
        if self.reader.ident:
            self.reader.join()
        assert self.process.stderr is not None
        self.process.stderr.close()


@dataclass
class Cluster:
    """The address of a scheduler, and it and its workers."""

    address: str
    scheduler: Spoken
    workers: list[Spoken]

    @property
    def log(self) -> str:
        """Get everything that scheduler and workers have said."""
        return "".join(line for spoken in (self.scheduler, *self.workers) for line in spoken.lines)


@contextmanager
def by_hand(options: Sequence[str] = (), workers: int = 2, *, scheme: str = "tcp") -> Iterator[Cluster]:
    """Start `dask scheduler` and so many `dask worker`, and end them with the block."""
    started: list[Spoken] = []
    try:
        at = ("--host", "127.0.0.1", "--port", "0", "--protocol", scheme, "--dashboard-address", "127.0.0.1:0")
        started.append(_started("scheduler", *at, *options))
        address = started[0].until(_LISTENS)
        joining = ("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
        started += [_started("worker", address, *joining, *options) for _ in range(workers)]
        for worker in started[1:]:
            worker.until(_JOINED)
        yield Cluster(address, started[0], started[1:])
    finally:
        for spoken in reversed(started):
            spoken.end()


def _started(kind: str, *options: str) -> Spoken:
    call = [sys.executable, "-m", "dask", kind, *options]
    return Spoken(
        subprocess.Popen(call, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own interpreter
    )


def certificates(folder: Path) -> tuple[Path, Path, Path]:
    """Make a certificate that signs itself, and get the files of who signs, the certificate, and its key."""
    made = Security.temporary()
    cert, key = folder / "cert.pem", folder / "key.pem"
    cert.write_text(made.tls_scheduler_cert, encoding="ascii")
    key.write_text(made.tls_scheduler_key, encoding="ascii")
    return cert, cert, key


def tls(pem: tuple[Path, Path, Path]) -> list[str]:
    """Get the options of `dask scheduler` and `dask worker` for these files."""
    return ["--tls-ca-file", f"{pem[0]}", "--tls-cert", f"{pem[1]}", "--tls-key", f"{pem[2]}"]
