"""An export and what is decided become a run: what no decision changes is done once, and an answer pays for itself."""

from dataclasses import replace
from datetime import date

import polars as pl

from keycafe_clean.article.contract import FLAGS
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.decided import Decided
from keycafe_clean.desk.session import Run
from keycafe_clean.desk.texts import text
from keycafe_clean.errors import SetupError
from keycafe_clean.export import Export
from keycafe_clean.job import JobFolder
from keycafe_clean.job.before import MonthBefore
from keycafe_clean.kinds import kinds
from keycafe_clean.pipeline import Cleaned, Prepared, decide, prepare
from keycafe_clean.wording import month_name
from keycafe_clean.write.questions import open_questions

#: What of a set-up is about months alone, so that no row changes by it.
_OF_MONTHS = ("plan", "used")


def run_of(export: Export, decided: Decided, today: date, job: JobFolder, before: Run | None = None) -> Run:
    """Get the run of an export as it is decided; what the run `before` of the same export has done is not done again.

    MissingColumn: a file has no column for anybody's name or address. SetupError: the set-up does not fit the files,
    the job's folder is damaged, or a file of a later month was handed over.
    """
    month = f"{today:%Y-%m}"
    if before is None:
        _refuse_month_before_the_newest(job, month)
    if before is None or not _is_alike(before.setup, decided.setup):
        prepared = prepare(export, decided.setup)
        of_job = MonthBefore.of(job, month, prepared.state.who, decided.known)
        cleaned = decide(prepared, decided.decisions, today=today, before=of_job.before)
    else:
        prepared = _with_months(before.prepared, decided.setup)
        of_job = _known(before.job, decided, job, month, prepared)
        cleaned = _decided(before, prepared, of_job, decided.decisions, today)
    plan = of_job.planned(cleaned, month, decided.setup.used.get(month, 0))
    return Run(decided.setup, prepared, of_job, cleaned, plan, _by_kind(open_questions(cleaned)))


def _refuse_month_before_the_newest(job: JobFolder, month: str) -> None:
    """Refuse a month before one whose file was handed over: whoever has left since would be sent."""
    if newest := job.handed_over_after(month):
        raise SetupError(text("stopped.later_month", month=month_name(month), newest=month_name(newest.month)))


def _known(before: MonthBefore, decided: Decided, job: JobFolder, month: str, prepared: Prepared) -> MonthBefore:
    """Get what the job knows of these people: what it knew before, unless somebody else is said to be in Keycafe."""
    if before.listed.equals(decided.known):
        return before
    return MonthBefore.of(job, month, prepared.state.who, decided.known)


def _decided(before: Run, prepared: Prepared, of_job: MonthBefore, decisions: Decisions, today: date) -> Cleaned:
    if of_job is not before.job:
        return decide(prepared, decisions, today=today, before=of_job.before)
    if decisions == before.cleaned.decisions:
        return replace(before.cleaned, setup=prepared.setup)
    pairs = before.cleaned.pairs if _alter_nobody(before.cleaned.decisions, decisions) else None
    return decide(prepared, decisions, today=today, before=of_job.before, pairs=pairs)


def _is_alike(one: Setup, other: Setup) -> bool:
    """Tell whether two set-ups differ by nothing but what is about months."""
    return _bare(one) == _bare(other)


def _bare(setup: Setup) -> Setup:
    return setup.model_copy(update={name: getattr(Setup(), name) for name in _OF_MONTHS})


def _with_months(prepared: Prepared, setup: Setup) -> Prepared:
    said = {name: getattr(setup, name) for name in _OF_MONTHS}
    return replace(prepared, setup=prepared.setup.model_copy(update=said))


def _alter_nobody(before: Decisions, now: Decisions) -> bool:
    """Tell whether nothing was added but answers and edits of flags, and nothing taken back but such edits.

    No name, address or number is another one, so who may be one person is found already.
    """
    added = now.lines.join(before.lines, on=now.lines.columns, how="anti", nulls_equal=True)
    gone = before.lines.join(now.lines, on=now.lines.columns, how="anti", nulls_equal=True)
    is_edit, of_flag = pl.col("kind") == "edit", pl.col("column").is_in(FLAGS).fill_null(value=False)
    return gone.filter(~(is_edit & of_flag)).is_empty() and added.filter(is_edit & ~of_flag).is_empty()


def _by_kind(questions: pl.DataFrame) -> pl.DataFrame:
    """Add the `kind` of each question, and sort by it in the order of the screen, then as they were."""
    names = list(dict.fromkeys(kinds().values()))
    kind = pl.col("code").replace_strict(kinds(), return_dtype=pl.String)
    place = pl.col("kind").replace_strict({name: place for place, name in enumerate(names)}, return_dtype=pl.UInt32)
    return questions.with_columns(kind=kind).sort(place, maintain_order=True)
