"""A finished run: what became of the export, and where its files lie."""

from dataclasses import dataclass
from pathlib import Path

from keycafe_clean.job import Comparison
from keycafe_clean.known.lists import KnownFile
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.write import WrittenFile


@dataclass(frozen=True)
class Job:
    """A finished run: what became of the export, the plan, the files written, and who was in Keycafe before."""

    cleaned: Cleaned
    plan: Plan
    files: tuple[WrittenFile, ...]
    known: tuple[str, ...] = ()
    #: what was understood of each list of known people
    known_files: tuple[KnownFile, ...] = ()
    #: what became of the people of the month before; None: a run of its own
    comparison: Comparison | None = None
    #: how many months of the job were so old that they were forgotten
    forgot: int = 0
    #: how many places of the month were used before a job, and how many people in Keycafe it knows that it never sent
    used_before: int = 0
    known_before: int = 0
    #: what is said of a run in the job's folder that was stopped before its end; None: there was none
    taken_over: str | None = None
    #: cells that were corrected in the sheet of answers, where they are not read
    retyped: tuple[str, ...] = ()
    #: answers of it that take the place of earlier ones
    replaced: tuple[str, ...] = ()

    def needs_a_fix(self, *, strict: bool) -> bool:
        """Tell whether a cell must be repaired; with `strict` also whether a question is open."""
        severities = ["fix", "question"] if strict else ["fix"]
        return self.cleaned.findings.get_column("severity").is_in(severities).any()

    @property
    def folder(self) -> Path:
        """Get where the files lie."""
        return Path(self.files[0].path).parent

    @property
    def import_files(self) -> tuple[WrittenFile, ...]:
        """Get this month's import files: one, unless the size needs more; none when nobody is ready."""
        return tuple(file for file in self.files if file.month)
