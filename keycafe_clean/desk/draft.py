"""The month at work on disk, in the folder of its job: the files chosen, what is decided, and where the analyst is.

It is there until the month is handed over, so that a reload, a stopped kernel or the next morning goes on with it.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from keycafe_clean.decide.decisions import DECISIONS, Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.decided import Decided, Timeline
from keycafe_clean.errors import KeycafeCleanError, SetupError
from keycafe_clean.job.folder import UPLOAD_TICKS
from keycafe_clean.known.lines import PEOPLE
from keycafe_clean.opening import bytes_of
from keycafe_clean.write.private import make_private, write_private
from keycafe_clean.write.replacing import replace_file

#: A path, or the name and bytes of an upload.
File = Path | tuple[str, bytes]

_PLACE, _DECIDED, _FILES = "place.json", "decided.jsonl", "files"


@dataclass(frozen=True)
class Place:
    """Where the analyst is: the step, those agreed with, the question; and what was said while the files were read.

    `read_on` (YYYY-MM-DD) is the day on which the files were chosen, `goes_on` whether a mass change is right.
    """

    step: str = "file"
    seen: tuple[str, ...] = ()
    kind: str = ""
    question: int = 0
    reading: Mapping[str, str] = field(default_factory=dict)
    read_on: str = ""
    goes_on: bool = False


@dataclass
class Draft:
    """The draft of a month in a folder; nothing of it is there before something was chosen.

    What is on disk is whole after every call, whatever stops it. OSError: the disk is full, or cannot be written.
    """

    folder: Path
    #: the values that are on disk already, each with its line
    _written: list[tuple[Decided, str]] = field(default_factory=list)

    @property
    def is_begun(self) -> bool:
        """Tell whether files were chosen, and nothing was handed over since."""
        return (self.folder / _PLACE).exists()

    def begin(self, files: Sequence[File]) -> None:
        """Keep the files that were chosen, instead of those before: uploads with their bytes, others by their path."""
        self.end()
        make_private(self.folder)
        kept = self.folder / _FILES
        make_private(kept)
        for number, file in enumerate(files):
            name, data = ("path", str(file).encode()) if isinstance(file, Path) else (f"name {file[0]}", file[1])
            make_private(kept / f"{number}")
            write_private(kept / f"{number}" / "bytes", data)
            write_private(kept / f"{number}" / "called", name.encode())

    def keep(self, timeline: Timeline, place: Place) -> None:
        """Keep what is decided and where the analyst is."""
        states, steps = timeline.states, ("", *timeline.steps)
        same = sum(1 for _ in _common(states, self._written))
        if (same, len(states)) != (len(self._written), len(self._written)):
            before = [None, *states]
            lines = [_line(*it) for it in zip(steps[same:], before[same:-1], states[same:], strict=True)]
            self._written = [*self._written[:same], *zip(states[same:], lines, strict=True)]
            replace_file(self.folder / _DECIDED, "".join(line for _, line in self._written).encode())
        told = {**asdict(place), "at": len(timeline.before)}
        replace_file(self.folder / _PLACE, json.dumps(told, ensure_ascii=False).encode())

    def read(self) -> tuple[list[File], Timeline, Place]:
        """Get the files, what is decided, and where the analyst was. SetupError: the draft is damaged."""
        try:
            told = json.loads(bytes_of(self.folder / _PLACE))
            lines = bytes_of(self.folder / _DECIDED).decode().splitlines()
            states: list[Decided] = []
            for line in lines:
                states.append(_value(json.loads(line), states[-1] if states else Decided()))
            steps = [json.loads(line)["what"] for line in lines]
            timeline = Timeline.of(states, steps[1:], told.pop("at"))
            place = Place(**{**told, "seen": tuple(told["seen"])})
            files = list(self._files())
        except (ValueError, TypeError, KeyError, IndexError, OSError, PolarsError, KeycafeCleanError):
            raise SetupError(
                f"{self.folder} is not what the desk wrote. Take it back from a copy, or remove it and choose the file "
                "again: what was decided is in the folder of the job."
            ) from None
        self._written = [(state, f"{line}\n") for state, line in zip(states, lines, strict=True)]
        return files, timeline, place

    def keep_steps(self, done: Sequence[int]) -> None:
        """Keep which steps of the upload are done: they outlive the hand-over, until other files are chosen."""
        if not self.folder.exists():
            make_private(self.folder)
        replace_file(self.folder / UPLOAD_TICKS, json.dumps(list(done)).encode())

    def steps(self) -> tuple[int, ...]:
        """Get which steps of the upload are done; none where nobody has ticked any."""
        try:
            return tuple(int(step) for step in json.loads(bytes_of(self.folder / UPLOAD_TICKS)))
        except (ValueError, TypeError, OSError, KeycafeCleanError):
            return ()

    def end(self) -> None:
        """Remove the draft: its month is handed over, or begins anew."""
        self._written = []
        # Without its place it is none any more, whatever stops the rest.
        (self.folder / _PLACE).unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _files(self) -> Iterator[File]:
        kept = sorted((self.folder / _FILES).iterdir(), key=lambda folder: int(folder.name))
        for folder in kept:
            data, called = (folder / "bytes").read_bytes(), (folder / "called").read_text(encoding="utf-8")
            yield Path(data.decode()) if called == "path" else (called.removeprefix("name "), data)


def _common(states: Sequence[Decided], written: Sequence[tuple[Decided, str]]) -> Iterator[Decided]:
    """Yield the values that are on disk, up to the first that is not."""
    for state, (kept, _) in zip(states, written, strict=False):
        if state is not kept:
            return
        yield state


def _line(what: str, before: Decided | None, now: Decided) -> str:
    """Get a value as a line: what led to it, and what of it is another than before."""
    old = before or Decided()
    told: dict[str, Any] = {"what": what}
    if now.setup != old.setup:
        told["setup"] = now.setup.to_toml()
    if now.decisions != old.decisions:
        told["gone"], told["added"] = _less(old, now).to_dicts(), _less(now, old).to_dicts()
    if not now.known.equals(old.known):
        told["known"] = now.known.to_dicts()
    return f"{json.dumps(told, ensure_ascii=False)}\n"


def _less(one: Decided, other: Decided) -> pl.DataFrame:
    """Get the decisions of one value that another one has not."""
    columns = DECISIONS.names()
    return one.decisions.lines.join(other.decisions.lines, on=columns, how="anti", nulls_equal=True)


def _value(told: Mapping[str, Any], before: Decided) -> Decided:
    """Get the value of a line, from the one before it."""
    setup = Setup.parsed(told["setup"].encode(), _DECIDED) if "setup" in told else before.setup
    known = pl.DataFrame(told["known"], schema=PEOPLE) if "known" in told else before.known
    return Decided(setup, _decisions(told, before.decisions) if "added" in told else before.decisions, known)


def _decisions(told: Mapping[str, Any], before: Decisions) -> Decisions:
    gone, added = (pl.DataFrame(told[name], schema=DECISIONS) for name in ("gone", "added"))
    stayed = before.lines.join(gone, on=DECISIONS.names(), how="anti", nulls_equal=True)
    return Decisions(pl.concat([stayed, added]))
