"""Whether a month that was made once more is what its folder holds, file by file, as far as that can be told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import polars as pl

from keycafe_clean.job.month import OUTCOMES, PAGE, SHEETS, TASKS, Month
from keycafe_clean.job.outcome_lines import from_csv
from keycafe_clean.opening import bytes_of
from keycafe_clean.wording import counted
from keycafe_clean.write.folder import Content
from keycafe_clean.write.manifest import MANIFEST

#: What of a manifest tells of whoever made it, and not of the month.
_OF_THE_MAKER = ("made_by", "who", "files")

#: What of `outcomes.csv` came after the month was made.
_ANSWERED = ("answer", "answered_on", "answered_by", "said")


@dataclass(frozen=True)
class AsThen:
    """The names of the files of a month, by what a comparison with its folder says of them.

    `same`: what they were. `other`: made otherwise than then. `changed`: in the folder they are no longer what the run
    wrote. `filled_in`: the same, and the folder's has answers now. `apart`: not compared, since they hold what was
    answered: the month `is_answered`.
    """

    same: tuple[str, ...]
    other: tuple[str, ...]
    changed: tuple[str, ...]
    filled_in: tuple[str, ...]
    apart: tuple[str, ...]
    is_answered: bool

    @property
    def is_same(self) -> bool:
        """Tell whether nothing that can be compared is other than it was."""
        return not self.other and not self.changed

    def in_words(self, folder: str) -> str:
        """Get what was compared with `folder`, and what came of it."""
        said = [f"Not as they were: {', '.join(self.other)}."] if self.other else []
        if self.changed:
            said.append(f"Changed or gone in {folder} since: {', '.join(self.changed)}.")
        return " ".join([*said, f"{'; '.join(self._same())}."])

    def _same(self) -> list[str]:
        are = "is what it was" if len(self.same) == 1 else "are what they were"
        apart = f", {OUTCOMES} but for its answers" if self.is_answered and OUTCOMES in self.same else ""
        said = [f"{counted(len(self.same), 'file')} {are}{apart}"]
        if self.apart:
            hold, compared = ("holds", "is") if len(self.apart) == 1 else ("hold", "are")
            said.append(f"{' and '.join(self.apart)} {hold} what was answered since, and {compared} not compared")
        if self.filled_in:
            said.append(f"{' and '.join(self.filled_in)} in the folder was filled in since")
        return said


def as_then(month: Month, files: Mapping[str, Content], facts: Mapping[str, Any]) -> AsThen:
    """Compare the files of a month that was made once more with its folder, and with its manifest (`facts`)."""
    sums, lying = facts["files"], {name: _sum_in(month, name) for name in (*facts["files"], TASKS, PAGE)}
    now = {name: sha256(content.data).hexdigest() for name, content in files.items()}
    is_answered = month.lines.get_column("answered_on").is_not_null().any()
    other = [name for name, then in sums.items() if now.get(name) != then]
    other += [MANIFEST] * (not _is_same_manifest(files[MANIFEST].data, facts))
    other += [OUTCOMES] * (not _are_same_lines(files[OUTCOMES].data, month.lines))
    tasks = [name for name in (TASKS, PAGE) if lying[name] != now[name]]
    other += [] if is_answered else tasks
    changed = [name for name, then in sums.items() if lying[name] != then]
    edited = [name for name in changed if name not in SHEETS]
    compared = {*sums, MANIFEST, OUTCOMES, TASKS, PAGE} - {*other, *edited, *tasks}
    return AsThen(
        same=tuple(name for name in files if name in compared),
        other=tuple(other),
        changed=tuple(edited),
        filled_in=tuple(name for name in changed if name in SHEETS),
        apart=tuple(tasks) if is_answered else (),
        is_answered=is_answered,
    )


def _sum_in(month: Month, name: str) -> str | None:
    """Get the SHA-256 of a file as it lies in the folder of a month; null: it is gone."""
    path = month.folder / name
    return sha256(bytes_of(path)).hexdigest() if path.exists() else None


def _is_same_manifest(data: bytes, facts: Mapping[str, Any]) -> bool:
    made, then = ({key: it[key] for key in it if key not in _OF_THE_MAKER} for it in (json.loads(data), facts))
    return made == then


def _are_same_lines(data: bytes, then: pl.DataFrame) -> bool:
    """Tell whether outcomes are the same, whatever was answered since."""
    return from_csv(data, OUTCOMES).drop(_ANSWERED).equals(then.drop(_ANSWERED))
