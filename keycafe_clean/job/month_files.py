"""The files of a month of a job: those of a run, and what the job remembers and has to do."""

from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.month import OUTCOMES, PAGE, TASKS
from keycafe_clean.job.outcome_lines import outcome_lines, to_csv
from keycafe_clean.job.since_last_month import since_last_month
from keycafe_clean.job.to_do import by_comparison
from keycafe_clean.job.to_do_page import page
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
    counts = by_comparison(comparison).group_by("task", maintain_order=True).len().rows()
    by_hand = tuple(f"{task[0].upper()}{task[1:]}: {count:,}." for task, count in counts)
    since = tuple(since_last_month(comparison))
    return month_report(cleaned, plan, since=since, by_hand=by_hand, with_names=with_names)
