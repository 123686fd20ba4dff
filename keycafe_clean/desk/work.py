"""What is behind the screen: the run that the desk shows."""

from dataclasses import dataclass, field
from pathlib import Path

from keycafe_clean.clean import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.setup import Setup


@dataclass(frozen=True)
class Done:
    """A run as far as the desk takes it: what became of the export, and the plan."""

    cleaned: Cleaned
    plan: Plan


@dataclass
class Work:
    """The desk's own: where files are looked for and saved, the set-up, and the latest run (None: nothing read yet)."""

    folder: Path
    setup: Setup = field(default_factory=Setup)
    done: Done | None = None
