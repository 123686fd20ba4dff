"""The report of a month: one page, no script, nothing from outside; the same object tells it in a notebook."""

from collections.abc import Sequence
from dataclasses import dataclass

from keycafe_clean.html_page import escape, html_page
from keycafe_clean.month_report.section import Section
from keycafe_clean.month_report.sections import changes, duplicates, findings, limit, way
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.report import left_to_do
from keycafe_clean.wording import day_in_words, month_name


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


def month_report(
    cleaned: Cleaned,
    plan: Plan,
    *,
    since: Sequence[str] = (),
    by_hand: Sequence[str] = (),
    with_names: bool = False,
) -> MonthReport:
    """Get the report of a run and its plan.

    `since` says what changed since the month before, `by_hand` what is to be done in Keycafe beside the upload, a
    sentence each; without them their sections are left out. Of names and addresses examples are masked, and rules
    about people say only their column, unless `with_names`, which it says on top. Its counts add up: rows read = ready
    + waiting + combined + left out + not people.
    """
    files = ", ".join(source.file for source in cleaned.export.sources)
    named = " It names people: keep it where the job is." if with_names else ""
    steps = left_to_do(plan)
    sections = (
        way(cleaned, plan, with_names=with_names),
        limit(plan),
        findings(cleaned),
        duplicates(cleaned),
        changes(cleaned, with_names=with_names),
        *([Section("Since the last month", tuple(since))] if since else ()),
        *([Section("Left to do by hand", tuple(by_hand), steps)] if by_hand or steps else ()),
    )
    source = f"Made from {files} on {day_in_words(cleaned.today)}.{named}"
    return MonthReport(f"Report of {month_name(plan.month)}", source, sections)
