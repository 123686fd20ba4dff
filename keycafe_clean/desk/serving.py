"""The desk as a page of this computer: Voila serves the notebook to whoever has the token, until its page is closed."""

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tornado.ioloop import IOLoop, PeriodicCallback
from traitlets.config import Config
from voila.app import Voila

from keycafe_clean import packed
from keycafe_clean.desk.opening import CLOSED

#: So long a desk that nobody uses goes on, and so long a server whose last page was closed: a reload is quicker.
_UNUSED, _CLOSED = 60 * 60, 5

#: How often it is looked whether a page is there, in milliseconds.
_LOOK = 500


def serve_desk(job: Path, token: str, *, port: int, opened: Callable[[str], None], stays_open: bool = False) -> None:
    """Serve the desk of a job until its last page was closed, or nobody has used it for an hour.

    A desk that `stays_open` ends with its page alone. `opened` is called with its address once it can be opened; the
    first free port from `port` on is taken. Whoever has no token sees nothing. Everything that was started has ended
    afterwards.
    """
    os.environ["KEYCAFE_JOB"] = f"{job.absolute()}"
    notebooks = packed.notebooks()
    # Tornado takes Jupyter's milliseconds for seconds, and would tell the analyst of it at every start.
    logging.getLogger("tornado.general").setLevel(logging.ERROR)
    with TemporaryDirectory() as told:
        closed = Path(told) / "closed"
        os.environ[CLOSED] = f"{closed}"
        config = _config(token, port, Path(f"{notebooks}"), stays_open=stays_open)
        server = _Server(config=config, opened=opened, closed=closed)
        server.initialize([f"{notebooks.joinpath('import_desk.ipynb')}"])
        server.start()


class _Server(Voila):  # type: ignore[misc]  # Voila has no types
    """Voila that ends with its last page."""

    def __init__(self, *, opened: Callable[[str], None], closed: Path, **traits: Any) -> None:  # noqa: ANN401 - Voila's own
        super().__init__(**traits)
        self._opened = opened
        self._closed = closed
        self._begun, self._last_seen = False, time.monotonic()

    def listen(self) -> None:
        """Say where the desk is as soon as it answers, and look whether a page is there."""
        loop = IOLoop.current()
        loop.add_callback(lambda: self._opened(f"{self.connection_url}?token={self.token}"))
        watch = PeriodicCallback(self._look, _LOOK)
        loop.add_callback(watch.start)
        super().listen()

    def _look(self) -> None:
        """End where the last page was closed, and where none was opened for an hour."""
        now = time.monotonic()
        waits = 0 if self._closed.exists() else _CLOSED
        if self.kernel_manager.list_kernel_ids():
            self._begun, self._last_seen = True, now
        elif now - self._last_seen > (waits if self._begun else _UNUSED):
            self.ioloop.stop()


def _config(token: str, port: int, notebooks: Path, *, stays_open: bool) -> Config:
    config = Config()
    config.Voila.config_file_paths = [f"{notebooks / 'voila'}"]
    config.Voila.token = token
    config.Voila.port = port
    config.Voila.open_browser = False
    # Neither names nor addresses in a log: warnings alone are shown.
    config.Voila.log_level = "ERROR"
    config.MappingKernelManager.cull_idle_timeout = 0 if stays_open else _UNUSED  # 0: however long it is
    config.MappingKernelManager.cull_connected = True
    config.MappingKernelManager.cull_interval = 60
    return config
