"""The report of a month: one page, no script, nothing from outside; the same object tells it in a notebook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from keycafe_clean.html_page import escape, html_page
from keycafe_clean.month_report.section import Section
from keycafe_clean.month_report.sections import changes, duplicates, findings, limit, way
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.report import left_to_do
from keycafe_clean.wording import counted, day_in_words, month_name


@dataclass(frozen=True)
class MonthReport:
    """The report of a month: its title, whence it is, and its sections in order."""

    title: str
    source: str
    sections: tuple[Section, ...]

    def page(self) -> bytes:
        """Get the bytes of `report.html`."""
        return html_page(self.title, self._body())

    def _body(self) -> str:
        return f"<p>{escape(self.source)}</p>\n" + "".join(section.html() for section in self.sections)

    def _repr_html_(self) -> str:
        return f"<h1>{escape(self.title)}</h1>\n{self._body()}"

    def __str__(self) -> str:
        """Get the report as plain text."""
        return "\n".join([self.title, self.source, "", *(section.text() for section in self.sections)])

    __repr__ = __str__


def month_report(  # noqa: PLR0913 - what a job adds is said by name
    cleaned: Cleaned,
    plan: Plan,
    *,
    since: Sequence[str] = (),
    by_hand: Sequence[str] = (),
    sent: Mapping[str, int] | None = None,
    with_names: bool = False,
) -> MonthReport:
    """Get the report of a run and its plan.

    `since` says what changed since the month before, `by_hand` what is to be done in Keycafe beside the upload, a
    sentence each; where there is nothing to say their sections are left out. `sent` has the people of months before,
    by month (`YYYY-MM`). Of names and addresses examples are masked, and rules about people say only their column,
    unless `with_names`, which it says on top. Its counts add up: rows read = ready + waiting + combined + left out +
    not people.
    """
    files = ", ".join(source.file for source in cleaned.export.sources)
    named = " It names people: keep it where the job is." if with_names else ""
    steps, left = left_to_do(plan), (*_waiting(cleaned), *by_hand)
    sections = (
        way(cleaned, plan, with_names=with_names),
        limit(cleaned, plan, sent or {}),
        findings(cleaned),
        duplicates(cleaned),
        changes(cleaned, with_names=with_names),
        *([Section("Since the last month", tuple(since))] if since else ()),
        *([Section("Left to do", left, steps)] if left or steps else ()),
    )
    source = f"Made from {files} on {day_in_words(cleaned.today)}.{named}"
    return MonthReport(f"Report of {month_name(plan.month)}", source, sections)


def _waiting(cleaned: Cleaned) -> Iterator[str]:
    """Yield how many rows wait, and where they are answered; nothing where none does."""
    if waiting := cleaned.counts["waiting"]:
        verb = "waits" if waiting == 1 else "wait"
        yield f"{counted(waiting, 'row')} {verb} for you: answer in waiting.csv, in review.xlsx or on the desk."
