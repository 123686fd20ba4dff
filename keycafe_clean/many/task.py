"""What a worker gets, and what it gives back: plain values alone. Loads nothing, since the scheduler reads it too."""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: How a job stands after a call: its month is there and nobody waits, somebody has to decide, or it was refused.
DONE, WAITING, REFUSED = "done", "waiting", "refused"

STATES = (DONE, WAITING, REFUSED)

#: What a line of the overview says: texts, counts, and of `files` the SHA-256 of each.
Facts = Mapping[str, str | int | Mapping[str, str] | None]


@dataclass(frozen=True, repr=False)
class Task:
    """A month of a job: its number, where everything lies, and the day and month (`YYYY-MM`) of the run.

    `is_begun`: whoever asks sees a set-up in the folder. `sent`: the bytes of everything that is named, by its path,
    where the worker cannot see the disk; those of the job by their name within its folder.
    """

    number: int
    job: str
    exports: tuple[str, ...]
    today: str
    month: str
    is_begun: bool
    setup: str | None = None
    plan: str | None = None
    known: tuple[str, ...] = ()
    join: tuple[str, ...] = ()
    sent: Mapping[str, bytes] | None = None
    job_files: Mapping[str, bytes] = field(default_factory=dict)

    def __repr__(self) -> str:
        # What a log may show: neither paths nor bytes.
        return f"job {self.number}"


@dataclass(frozen=True, repr=False)
class Result:
    """What became of a task: its exit code, sentences, and the facts of its month; None: no month was made.

    `written` are the files of the job that are new or changed, by their name within its folder, and `gone` those that
    are no more: where the job was sent.
    """

    number: int
    code: int
    said: tuple[str, ...] = ()
    facts: Facts | None = None
    written: Mapping[str, bytes] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"result of job {self.number}"
