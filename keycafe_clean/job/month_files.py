"""The files of a month of a job: those of a run, and what the job remembers and has to do."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.month import PAGE, TASKS
from keycafe_clean.job.outcome_lines import outcome_lines, to_csv
from keycafe_clean.job.since_last_month import since_last_month
from keycafe_clean.job.to_do import LOOK, by_comparison
from keycafe_clean.job.to_do_page import page
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.month_report import MonthReport, month_report
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.write.folder import Content, run_files
from keycafe_clean.write.review import review_csv


def month_files(cleaned: Cleaned, plan: Plan, comparison: Comparison, *, handed_over: bool) -> dict[str, Content]:
    """Get every file of a month by name, import files first, without writing any.

    The import files are among them, and whoever is in them counts as sent, if it is `handed_over`.
    """
    tasks = by_comparison(comparison)
    files = run_files(cleaned, plan, report_of(cleaned, plan, comparison))
    lines = outcome_lines(cleaned, plan, handed_over=handed_over)
    return {
        **{name: content for name, content in files.items() if handed_over or not content.is_import},
        OUTCOMES: Content(to_csv(lines), lines.height),
        TASKS: Content(review_csv(tasks), tasks.height),
        PAGE: Content(page(plan.month, tasks, lines), 0),
    }


def report_of(cleaned: Cleaned, plan: Plan, comparison: Comparison, *, with_names: bool = False) -> MonthReport:
    """Get the report of a month: what changed since the one before, and what is to be done by hand, are in it."""
    since = (*since_last_month(comparison), *_counts_then(cleaned, comparison))
    by_hand = tuple(_by_hand(by_comparison(comparison)))
    return month_report(cleaned, plan, since=since, by_hand=by_hand, sent=comparison.sent, with_names=with_names)


def _counts_then(cleaned: Cleaned, comparison: Comparison) -> Iterator[str]:
    """Yield how many were ready and waiting in the month before, and are now; nothing where there was none."""
    then = comparison.before.get_column("outcome")
    if then.len():
        ready, waiting = ((then == outcome).sum() for outcome in ("ready", "waiting"))
        now = cleaned.counts
        yield f"Ready: {ready:,} then, {now['ready']:,} now. Waiting for you: {waiting:,} then, {now['waiting']:,} now."


def _by_hand(tasks: pl.DataFrame) -> Iterator[str]:
    """Yield how many people each task is about; of whom to look after, for which reasons too: there are several."""
    # What stands behind the colon names people.
    reason = pl.col("detail").str.split(":").list.first()
    for (task,), of_task in tasks.group_by("task", maintain_order=True):
        said = of_task.group_by(reason, maintain_order=True).len().rows() if task == LOOK else ()
        why = f" ({', '.join(f'{detail} {count:,}' for detail, count in said)})" if said else ""
        yield f"{f'{task}'[:1].upper()}{f'{task}'[1:]}: {of_task.height:,}{why}."
