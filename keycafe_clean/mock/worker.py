"""The worker: a thread that takes the imports of the queue on, one step after another."""

import logging
import threading
from types import TracebackType
from typing import Self

from keycafe_clean.mock.imports import Service, fail_next, run_next
from keycafe_clean.mock.refusals import internal_error

#: How long the worker rests when the queue is empty, or a step has broken: too short to notice, and no busy waiting.
_REST_SECONDS = 0.1

#: How often a step is taken again before its import is given up, so that the others have their turn.
_TRIES = 10

_log = logging.getLogger("keycafe_clean.mock")


class Worker:
    """Works while it is entered. What a step breaks is left as it was before, and the step is taken again."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._broken = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, name="keycafe-mock-worker", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._stopped.is_set():
            if not self.step():
                self._stopped.wait(_REST_SECONDS)

    def step(self) -> bool:
        """Take a step; get whether another one can follow at once. Nothing that goes wrong ends the worker."""
        try:
            if self._broken >= _TRIES:
                fail_next(self._service, internal_error().message)
            has_worked = run_next(self._service)
        except Exception as error:  # noqa: BLE001 -- a worker that dies would leave every import in the queue
            self._broken += 1
            _log.error("%s in the worker", type(error).__name__)  # a traceback may hold a cell
            return False
        self._broken = 0
        return has_worked
