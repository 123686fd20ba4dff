"""What keeps the analyst from going on, as sentences."""

from collections.abc import Iterator, Mapping, Sequence

from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import MonthLine
from keycafe_clean.report import counted

#: What needs somebody in this month's file.
_NEED_PEOPLE = {"hand_over", "practise", "save"}


def blockers(
    requested_action: str,
    *,
    busy: str,
    columns: Sequence[object],
    counts: Mapping[str, int],
    months: Sequence[MonthLine],
) -> Iterator[str]:
    """Yield why `requested_action` (a step, or `practise`, `save`) cannot be had now; nothing: it can.

    `busy` says what goes on; `columns` is empty until a file was read, `counts` until its rows were counted; `months`
    is the plan, this month first.
    """
    if requested_action == "file" or (requested_action == "columns" and columns):
        return
    if not counts:
        yield text(_uncounted(busy=busy, columns=columns))
    elif requested_action in _NEED_PEOPLE and not months[0].people:
        yield _nobody(counts, months)


def _uncounted(*, busy: str, columns: Sequence[object]) -> str:
    if busy:
        return "blocked.reading"
    return "blocked.no_columns" if columns else "blocked.no_file"


def _nobody(counts: Mapping[str, int], months: Sequence[MonthLine]) -> str:
    """Say why nobody is in this month's file."""
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
