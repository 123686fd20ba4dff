"""What keeps the analyst from going on, as sentences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import MonthLine
from keycafe_clean.wording import counted

#: What needs somebody in this month's file.
_NEED_PEOPLE = {"hand_over", "practise", "download"}

#: What makes no sense for a file that may be another one.
_NEED_RIGHT_FILE = {"plan", *_NEED_PEOPLE}

#: What can be done at any time.
_ALWAYS = {"file", "this_month"}


class Facts(Protocol):
    """What the desk knows, as far as it keeps the analyst from going on."""

    @property
    def busy(self) -> str:
        """Get what goes on; blank: nothing."""
        ...

    @property
    def columns(self) -> Sequence[object]:
        """Get our columns; none until a file was read."""
        ...

    @property
    def counts(self) -> Mapping[str, int]:
        """Get the rows of each outcome; none until they were counted."""
        ...

    @property
    def months(self) -> Sequence[MonthLine]:
        """Get the plan, this month first."""
        ...

    @property
    def mass_changes(self) -> Sequence[str]:
        """Get why this may be another file."""
        ...

    @property
    def is_sample(self) -> bool:
        """Tell whether the people are those of the sample."""
        ...

    @property
    def handed_over(self) -> str:
        """Get what was handed over; blank: nothing yet."""
        ...


def blockers(requested_action: str, facts: Facts) -> Iterator[str]:
    """Yield why `requested_action` (a step, or `decide`, `practise`, `download`) cannot be had now; nothing: it can."""
    if requested_action in _ALWAYS or (requested_action == "columns" and facts.columns):
        return
    if requested_action == "decide":
        yield from filter(None, [facts.handed_over])
    elif not facts.counts:
        yield text(_uncounted(facts))
    elif requested_action in _NEED_RIGHT_FILE and facts.mass_changes:
        yield from facts.mass_changes
    elif requested_action in _NEED_PEOPLE and not facts.months[0].people:
        yield why_nobody(facts.counts, facts.months)
    elif requested_action == "download" and facts.is_sample:
        yield text("blocked.sample")


def _uncounted(facts: Facts) -> str:
    if facts.busy:
        return "blocked.reading"
    return "blocked.no_columns" if facts.columns else "blocked.no_file"


def why_nobody(counts: Mapping[str, int], months: Sequence[MonthLine]) -> str:
    """Say why nobody is in this month's file; the counts and months are those of a file in which nobody is."""
    this, *later = months
    if later:
        people = counted(later[0].people, "person", "people")
        verb = "is" if later[0].people == 1 else "are"
        return text(
            "blocked.no_places", month=this.name, limit=this.limit, people=people, verb=verb, later=later[0].name
        )
    if waiting := counts["waiting"]:
        return text("blocked.only_waiting", rows=counted(waiting, "row"), verb="is" if waiting == 1 else "are")
    return text("blocked.nobody")
