"""The analyst's session at the desk: what is behind the screen, from the files chosen to the run made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.decided import Timeline
from keycafe_clean.export import Export
from keycafe_clean.pipeline import Cleaned, Prepared
from keycafe_clean.plan import Plan

#: A path, or the name and bytes of an upload.
File = Path | tuple[str, bytes]


@dataclass(frozen=True)
class Run:
    """A run as far as the desk takes it: the set-up it was prepared by, what became of the export, and the plan.

    `questions` are those that wait for an answer (`write.questions.open_questions()`), with their `kind`, sorted by it.
    """

    setup: Setup
    prepared: Prepared
    cleaned: Cleaned
    plan: Plan
    questions: pl.DataFrame


@dataclass
class Session:
    """One session: where files are looked for and saved, what was chosen and read, what is decided, the run made of it.

    `export` is None until something was read, `run` until its rows were counted.
    """

    folder: Path
    timeline: Timeline = field(default_factory=Timeline)
    files: Sequence[File] = ()
    export: Export | None = None
    run: Run | None = None

    @property
    def setup(self) -> Setup:
        """Get the set-up as it is decided now."""
        return self.timeline.now.setup

    @property
    def file_names(self) -> tuple[str, ...]:
        """Get the names of the files that were chosen, without their folders."""
        return tuple(file.name if isinstance(file, Path) else file[0] for file in self.files)
