"""How many jobs are done, wait for somebody, were refused and are at work, on stderr while they are."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from keycafe_clean.many.overview import state_of
from keycafe_clean.many.task import DONE, REFUSED, WAITING, Result


class ManyProgress:
    """A bar of jobs, and the words beside it."""

    def __init__(self, bar: Progress, jobs: int) -> None:
        self._bar, self._states, self._running = bar, Counter[str](), 0
        self._task = bar.add_task(self._words(), total=jobs)

    def ended(self, result: Result) -> None:
        """Show that a job has ended."""
        self._states[state_of(result)] += 1
        self._bar.update(self._task, advance=1, description=self._words())

    def running(self, count: int) -> None:
        """Show how many are at work."""
        self._running = count
        self._bar.update(self._task, description=self._words())

    def _words(self) -> str:
        states = self._states
        return (
            f"{states[DONE]:,} done, {states[WAITING]:,} waiting for somebody, {states[REFUSED]:,} refused, "
            f"{self._running:,} running"
        )


@contextmanager
def many_progress(jobs: int, *, quiet: bool) -> Iterator[ManyProgress]:
    """Show the progress of so many jobs until the block ends; `quiet`: nothing."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True, quiet=quiet)) as bar:
        yield ManyProgress(bar, jobs)
