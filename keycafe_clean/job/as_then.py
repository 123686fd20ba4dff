"""Whether a month that was made once more is what its folder holds, file by file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import polars as pl

from keycafe_clean.job.month import PAGE, SHEETS, TASKS, Month, review_table
from keycafe_clean.job.outcome_lines import from_csv, to_csv
from keycafe_clean.job.to_do import TO_DO, by_answers
from keycafe_clean.job.to_do_page import page
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.opening import bytes_of
from keycafe_clean.wording import counted
from keycafe_clean.write.folder import Content
from keycafe_clean.write.manifest import MANIFEST, manifest_text
from keycafe_clean.write.review import review_csv

#: What of a manifest tells of whoever made it, and not of the month.
_OF_THE_MAKER = ("made_by", "who", "files")

#: What the job keeps beside the files of a run, and writes anew when Keycafe has answered: no manifest has their sums.
_OF_THE_JOB = (OUTCOMES, TASKS, PAGE)

#: What of `outcomes.csv` came after the month was made.
_ANSWERED = ("answer", "answered_on", "answered_by", "said")


@dataclass(frozen=True)
class AsThen:
    """The names of the files of a month, by what a comparison with its folder says of them.

    `same`: what they were, byte for byte. `other`: not what they were. `changed`: in the folder they are no longer what
    the run wrote. `filled_in`: the same, and the folder's has answers of the analyst now. `answered`: of those that are
    the same, in which Keycafe's answers stand now, which nothing but the folder knows.
    """

    same: tuple[str, ...]
    other: tuple[str, ...]
    changed: tuple[str, ...]
    filled_in: tuple[str, ...]
    answered: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Tell whether every file is what it was."""
        return not self.other and not self.changed

    def in_words(self, folder: str) -> str:
        """Get what was compared with `folder`, and what came of it."""
        said = [f"Not as they were: {', '.join(self.other)}."] if self.other else []
        if self.changed:
            said.append(f"Changed or gone in {folder} since: {', '.join(self.changed)}.")
        return " ".join([*said, f"{'; '.join(self._same())}."])

    def _same(self) -> list[str]:
        are = "is what it was" if len(self.same) == 1 else "are what they were"
        apart = f", {_listed(self.answered)} but for what Keycafe has answered since" if self.answered else ""
        said = [f"{counted(len(self.same), 'file')} {are}{apart}"]
        if self.filled_in:
            said.append(f"{_listed(self.filled_in)} in the folder was filled in since")
        return said


def as_then(month: Month, files: Mapping[str, Content], facts: Mapping[str, Any]) -> AsThen:
    """Compare the files of a month that was made once more with its folder, and with its manifest (`facts`)."""
    sums, now = facts["files"], {name: _sum(content.data) for name, content in files.items()}
    own = {**_own_files(month, files), MANIFEST: _manifest(files[MANIFEST].data, facts)}
    lying = {name: _sum_in(month, name) for name in (*sums, *own)}
    other = [name for name, then in sums.items() if now.get(name) != then]
    other += [name for name, data in own.items() if lying[name] != _sum(data)]
    changed = [name for name, then in sums.items() if lying[name] != then]
    edited = [name for name in changed if name not in SHEETS]
    same = tuple(name for name in files if name in lying and name not in {*other, *edited})
    return AsThen(
        same=same,
        other=tuple(other),
        changed=tuple(edited),
        filled_in=tuple(name for name in changed if name in SHEETS),
        answered=tuple(name for name in same if name in _OF_THE_JOB and own[name] != files[name].data),
    )


def _own_files(month: Month, files: Mapping[str, Content]) -> dict[str, bytes]:
    """Get what the job's own files would hold now: as they were made, and what Keycafe has answered since."""
    made, then = from_csv(files[OUTCOMES].data, OUTCOMES), month.lines
    if then.get_column("answered_on").is_null().all() or made.height != then.height:
        return {name: files[name].data for name in _OF_THE_JOB}
    was_sent = made.get_column("sent").is_not_null()
    said = (pl.when(was_sent).then(then.get_column(name)).otherwise(name).alias(name) for name in _ANSWERED)
    lines = made.with_columns(said)
    tasks = pl.concat([review_table(files[TASKS].data).select(TO_DO.names()).cast(TO_DO), by_answers(lines)])
    return {OUTCOMES: to_csv(lines), TASKS: review_csv(tasks), PAGE: page(month.month, tasks, lines)}


def _manifest(data: bytes, facts: Mapping[str, Any]) -> bytes:
    """Get a manifest with whoever made it then."""
    return manifest_text({key: facts.get(key) if key in _OF_THE_MAKER else it for key, it in json.loads(data).items()})


def _sum_in(month: Month, name: str) -> str | None:
    """Get the SHA-256 of a file as it lies in the folder of a month; null: it is gone."""
    path = month.folder / name
    return _sum(bytes_of(path)) if path.exists() else None


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()


def _listed(names: tuple[str, ...]) -> str:
    """Get names in a sentence: `a, b and c`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
