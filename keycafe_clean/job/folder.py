"""The folder of a job on disk: its set-up, its decisions, its known people, and a folder for each month."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import polars as pl

from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.setup import Setup
from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError
from keycafe_clean.formula_escaping import mark, unmark
from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.forgotten import forget, known_of_old, without_erased
from keycafe_clean.job.history import History, as_who
from keycafe_clean.job.kept_hashes import keep_hashes, kept_hashes
from keycafe_clean.job.keycafe_answer import KeycafeAnswer
from keycafe_clean.job.lock import writing
from keycafe_clean.job.month import MONTH_FOLDER, PAGE, SHEETS, TASKS, Month
from keycafe_clean.job.month_files import month_files
from keycafe_clean.job.outcome_lines import is_in_keycafe, to_csv
from keycafe_clean.job.to_do import by_answers
from keycafe_clean.job.to_do_page import page
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.known.lines import PEOPLE
from keycafe_clean.opening import bytes_of
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.quoting import quoted
from keycafe_clean.write.folder import WrittenFile, place_folder, written_files
from keycafe_clean.write.manifest import MANIFEST, decider, facts_of
from keycafe_clean.write.private import make_parents, make_private
from keycafe_clean.write.replacing import replace_file
from keycafe_clean.write.review import review_csv
from keycafe_clean.write.unwritable import said_if_unwritable

_SETUP, _DECISIONS, _KNOWN = "setup.toml", "decisions.csv", "known.csv"
#: Which steps of the upload are ticked: where drafts are, but of a month that was handed over, and about nobody.
UPLOAD_TICKS = "steps.json"
#: The folders of months whose files were handed over, a line each: one that is lost is missed.
_HANDED_OVER = "handed-over.txt"


@dataclass(frozen=True)
class JobFolder:
    """A job: everything that a month needs of the ones before. Nothing of it is kept in memory between two calls."""

    path: Path

    @contextmanager
    def held(self) -> Iterator[str | None]:
        """Make the folder where it is missing, and hold it against other writers; yields what `lock.writing()` does."""
        with said_if_unwritable(self.path, "folder"):
            if not self.path.exists():
                make_parents(self.path)
                make_private(self.path)
            with writing(self.path) as said:
                yield said

    @property
    def draft(self) -> Path:
        """Get where the desk keeps the month at work: the files that were chosen, and what is decided."""
        return self.path / "draft"

    @property
    def has_draft(self) -> bool:
        """Tell whether the desk is at work on a month: an export is kept that no month has."""
        return any(it.is_file() and it.name != UPLOAD_TICKS for it in self.draft.rglob("*"))

    @property
    def is_begun(self) -> bool:
        """Tell whether the folder has a set-up, so that it is a job's."""
        return (self.path / _SETUP).exists()

    def setup(self) -> Setup:
        """Get the set-up of the job; an empty one where it has none yet. SetupError: it had one, and that is gone."""
        path = self.path / _SETUP
        if path.exists() and bytes_of(path, _SETUP).strip():
            return Setup.read(path)
        if months := self._folders():
            raise SetupError(
                f"{path} is {'empty' if path.exists() else 'gone'}, and with it plan, columns and rules of the job. "
                f"Take it back from a copy, or copy {max(months) / _SETUP} to its place."
            )
        return Setup()

    def decisions(self) -> Decisions:
        """Get the decisions of the job; none where it has none yet."""
        path = self.path / _DECISIONS
        return Decisions.read(path) if path.exists() else Decisions()

    def known(self) -> pl.DataFrame:
        """Get the people of the lists that were given before (`known.lines.PEOPLE`); nobody where none was."""
        path = self.path / _KNOWN
        if not path.exists():
            return PEOPLE.to_frame()
        try:
            read = pl.read_csv(bytes_of(path, _KNOWN), infer_schema=False, encoding="utf8")
            return read.select(unmark(pl.col(name)).replace("", None).cast(kind) for name, kind in PEOPLE.items())
        except (pl.exceptions.PolarsError, UnicodeDecodeError):
            raise SetupError(f"{path} is not what a run wrote. Take it back from a copy of the folder.") from None

    def months(self, *, only: Callable[[str], bool] = lambda _: True) -> list[Month]:
        """Get the months that were written, oldest first, of those (`YYYY-MM`) that `only` holds for.

        SetupError: one of them is damaged.
        """
        named = [(folder, MONTH_FOLDER.fullmatch(folder.name)) for folder in self._folders()]
        asked = [(folder, it) for folder, it in named if it and only(it["month"])]
        found = [Month.read(folder, it["month"], int(it["number"] or 1)) for folder, it in asked]
        return sorted(found, key=lambda month: (month.month, month.number))

    def history(self, before: str | None = None) -> History:
        """Get the import history: the months read together, without a look at the month `before` which it is read."""
        return history_of([month for month in self.months() if month.sent or month.month != before])

    def handed_over_after(self, month: str) -> Month | None:
        """Get the newest month after `month` of which somebody counts as in Keycafe; None where there is none."""
        later = self.months(only=lambda name: name > month)
        return next((it for it in reversed(later) if it.lines.select(is_in_keycafe().any()).item()), None)

    def known_of_old(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get whoever of `people` (`who.identities()`) was in a month that was forgotten, as `decide()` takes them."""
        hashes, key = self.forgotten()
        return known_of_old(hashes, people, key)

    def refuse_filled_in(self, month: str) -> None:
        """Refuse to write a month anew over a sheet that somebody has filled in. SetupError: there is one."""
        before = self._not_handed_over(month)
        if before and (changed := next(_changed(before), None)):
            raise SetupError(f"{before / changed} was filled in. Give it with --answers, or move it away.")

    def write_month(
        self, cleaned: Cleaned, plan: Plan, comparison: Comparison, *, handed_over: bool
    ) -> tuple[WrittenFile, ...]:
        """Write the folder of the plan's month, and get its files, import files first.

        `handed_over`: the import file is among them, and whoever is in it counts as sent from now on. A month of which
        no file was handed over is written anew; beside one that was there is a further folder. OutputError: the disk is
        full, or the place cannot be written; then nothing has changed.
        """
        contents = month_files(cleaned, plan, comparison, handed_over=handed_over)
        target = place_folder(contents, self.path / plan.month, instead_of=self._not_handed_over(plan.month))
        if any(content.is_import for content in contents.values()):
            self._list_handed_over([*self._handed_over(), target.name])
        return written_files(target, contents, plan.month)

    @property
    def has_forgotten(self) -> bool:
        """Tell whether there were months of which only hashes are left."""
        return not without_erased(self.forgotten()[0]).is_empty()

    def forgotten(self) -> tuple[pl.DataFrame, bytes]:
        """Get the hashes (`FORGOTTEN`) of whoever was in months that were forgotten, and the key of this job."""
        return kept_hashes(self.path)

    def forget(self, today: date, before: str | None = None) -> int:
        """Forget every month, draft, decision and list, and get how many months; hashes stay, and the set-up.

        Of whoever is in Keycafe by them keyed hashes stay, so that nobody is sent again. With `before` (`YYYY-MM`) only
        months before it are forgotten, and nothing else. SetupError: a month has no answer yet. OutputError: it cannot
        be written.
        """
        months = self.months(only=lambda month: before is None or month < before)
        if opened := [month.month for month in months if month.is_open]:
            raise SetupError(
                f"Nobody has said what Keycafe made of the file of {opened[0]}. "
                f"Say it first: keycafe-clean answer {quoted(self.path)}"
            )
        self._keep_used(history_of(months), f"{today:%Y-%m}")
        self._forget(months, as_who(PEOPLE.to_frame() if before else self.known()), today)
        if before is None:
            shutil.rmtree(self.draft, ignore_errors=True)
            for name in (_DECISIONS, _KNOWN):
                (self.path / name).unlink(missing_ok=True)
        return len(months)

    def forget_answered(self, before: str, today: date) -> int:
        """Forget the months before `before` (`YYYY-MM`) that have their answers, as `forget()` does; get how many."""
        months = [month for month in self.months(only=lambda month: month < before) if not month.is_open]
        if months:
            self._forget(months, as_who(PEOPLE.to_frame()), today)
        return len(months)

    def _keep_used(self, history: History, month: str) -> None:
        """Keep in the set-up how many places of a month (`YYYY-MM`) files have used that are forgotten now."""
        used, setup = history.used(month), self.setup()
        if used:
            self.keep(setup.with_used(month, setup.used.get(month, 0) + used), self.decisions(), self.known())

    def _forget(self, months: list[Month], known: pl.DataFrame, today: date) -> None:
        sent = history_of(months).members.select(WHO)
        # The hashes are there before the months are gone: whatever stops it, nobody is sent again.
        keep_hashes(self.path, forget, pl.concat([sent, known], how="diagonal"), today)
        # Nor are they missed.
        gone = {month.folder.name for month in months}
        self._list_handed_over([name for name in self._handed_over() if name not in gone])
        for month in months:
            shutil.rmtree(month.folder)

    def keep(self, setup: Setup, decisions: Decisions, known: pl.DataFrame) -> None:
        """Write what holds for every month: the set-up, the decisions and the known people; what is equal stays.

        What a set-up that is there says under `[privacy]` stays too: it is nobody's to change who cleans exports, and a
        desk may have read the file before it was filled in.
        """
        path = self.path / _SETUP
        if not self.is_begun:
            replace_file(path, setup.to_toml().encode())
        elif (setup := setup.model_copy(update={"privacy": self.setup().privacy})) != self.setup():
            replace_file(path, setup.rewritten(bytes_of(path, _SETUP), _SETUP).encode())
        if self.decisions() != decisions:
            if decisions.lines.is_empty():  # all were taken back: the job is as it was before the first
                (self.path / _DECISIONS).unlink()
            else:
                replace_file(self.path / _DECISIONS, decisions.to_csv().encode())
        if not self.known().equals(known):
            text = known.with_columns(mark(pl.col(pl.String))).write_csv(line_terminator="\r\n", quote_style="always")
            replace_file(self.path / _KNOWN, text.encode())

    def answer(self, month: Month, answer: KeycafeAnswer, today: date) -> Month:
        """Write what Keycafe said of the file of a month, and get the month with it.

        SetupError: the answer is about nobody who was sent. OutputError: it cannot be written.
        """
        lines = answer.applied(month.lines, Made(decider(self.setup()), today))
        replace_file(month.folder / OUTCOMES, to_csv(lines))
        tasks = pl.concat([month.tasks(by_run=True), by_answers(lines)])
        replace_file(month.folder / TASKS, review_csv(tasks))
        replace_file(month.folder / PAGE, page(month.month, tasks, lines))
        return replace(month, lines=lines)

    def _handed_over(self) -> list[str]:
        """Get the names of the folders that were handed over; of a job that never listed them those that are there."""
        listed = self.path / _HANDED_OVER
        if listed.exists():
            return bytes_of(listed).decode().splitlines()
        return [month.folder.name for month in self.months() if month.sent]

    def list_handed_over(self, month: Month) -> None:
        """List a month as handed over whose run was killed when its folder had appeared; what is listed stays."""
        if not (self.path / _HANDED_OVER).exists() or month.folder.name not in self._handed_over():
            self._list_handed_over([*self._handed_over(), month.folder.name])

    def _list_handed_over(self, names: Sequence[str]) -> None:
        replace_file(self.path / _HANDED_OVER, "".join(f"{name}\n" for name in dict.fromkeys(names)).encode())

    def _not_handed_over(self, month: str) -> Path | None:
        """Get the folder of a month of which no file was handed over; None: there is none, or all were."""
        return next((it.folder for it in self.months(only=lambda it: it == month) if not it.sent), None)

    def _folders(self) -> list[Path]:
        """Get the folders of months. SetupError: one has been renamed, or has lost what it says of its rows."""
        inside = self.path.iterdir() if self.path.is_dir() else ()
        folders = [it for it in inside if (it / MANIFEST).exists() or (it / OUTCOMES).exists()]
        if strange := [it.name for it in folders if not MONTH_FOLDER.fullmatch(it.name)]:
            raise SetupError(f"{self.path / strange[0]} is not called as a month is. Give it its name back: 2026-11.")
        there = {it.name for it in folders}
        listed = self.path / _HANDED_OVER
        if listed.exists() and (lost := [name for name in self._handed_over() if name not in there]):
            raise SetupError(
                f"{self.path / lost[0]} was handed over, and is gone: whoever was in its file would be invited again. "
                f"Take it back from a copy; if that cannot be, take its line out of {listed}, and give a list of who "
                "is in Keycafe with --known."
            )
        return folders


def history_of(months: Sequence[Month]) -> History:
    """Get the months, oldest first, read together."""
    return History.of([(month.folder.name, month.lines) for month in months])


def _changed(folder: Path) -> Iterator[str]:
    """Yield the sheets with room for answers that are not as a run has written them."""
    if (folder / MANIFEST).exists():
        sums = facts_of(folder)["files"]
        for name in SHEETS:
            if (folder / name).exists() and sha256(bytes_of(folder / name)).hexdigest() != sums.get(name):
                yield name
