"""The analyst's session at the desk: what is behind the screen, from the job's folder to the run made of its files."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.decide.setup import Reading, Setup
from keycafe_clean.desk.decided import Timeline
from keycafe_clean.desk.draft import Draft, File
from keycafe_clean.export import Export
from keycafe_clean.job import JobFolder
from keycafe_clean.job.before import MonthBefore
from keycafe_clean.job.people_found import Person
from keycafe_clean.pipeline import Cleaned, Prepared
from keycafe_clean.plan import Plan
from keycafe_clean.read import read_export


@dataclass(frozen=True)
class Run:
    """A run as far as the desk takes it: the set-up it was prepared by, what the job knew, what became of it, the plan.

    `questions` are those that wait for an answer (`write.questions.open_questions()`), with their `kind`, sorted by it.
    """

    setup: Setup
    prepared: Prepared
    job: MonthBefore
    cleaned: Cleaned
    plan: Plan
    questions: pl.DataFrame


@dataclass
class Session:
    """One session: the job, what was chosen and read, what is decided, and the run made of it.

    `export` is None until something was read, `run` until its rows were counted. `read_on` is the day on which the
    files were chosen; `goes_on` says that so many changes were looked at, and are right. `found` is whoever is shown
    by name.
    """

    job: JobFolder
    timeline: Timeline = field(default_factory=Timeline)
    files: Sequence[File] = ()
    export: Export | None = None
    run: Run | None = None
    read_on: date | None = None
    goes_on: bool = False
    found: Sequence[Person] = ()
    draft: Draft = field(init=False)
    _held: ExitStack | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.draft = Draft(self.job.draft)

    @property
    def setup(self) -> Setup:
        """Get the set-up as it is decided now."""
        return self.timeline.now.setup

    @property
    def folder(self) -> Path:
        """Get where files that are named are looked for: where the job's folder lies."""
        return self.job.path.parent

    @property
    def file_names(self) -> tuple[str, ...]:
        """Get the names of the files that were chosen, without their folders."""
        return tuple(file.name if isinstance(file, Path) else file[0] for file in self.files)

    def read(self, reading: Reading) -> Export:
        """Read the files that were chosen, in this way; raises what `read_export()` raises."""
        return read_export(*self.files, **reading.model_dump(), dates=self.setup.dates)

    @property
    def is_held(self) -> bool:
        """Tell whether this desk alone may write in the job's folder."""
        return self._held is not None

    def hold(self) -> None:
        """Hold the job's folder for this desk alone, until it is released. OutputError: somebody else has it."""
        if self._held is None:
            with ExitStack() as held:
                held.enter_context(self.job.held())
                self._held = held.pop_all()

    def release(self) -> None:
        """Give the job's folder back."""
        if self._held is not None:
            self._held.close()
            self._held = None
