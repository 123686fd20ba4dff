"""What is newer of somebody than that a file has put them into Keycafe."""

from collections.abc import Iterator, Sequence
from typing import Any

from keycafe_clean.job.month import Month
from keycafe_clean.job.outcome_lines import UNKNOWN
from keycafe_clean.steps.employment import REASON_OF
from keycafe_clean.steps.status import INACTIVE
from keycafe_clean.wording import month_alone

#: A month, and the cells of a line of it.
Line = tuple[Month, dict[str, Any]]


def news_since(there: Line, lines: Sequence[Line], newest: Month) -> Iterator[str]:
    """Yield what the newest month says of whoever is in Keycafe by an earlier file: left, called otherwise, missing."""
    month, sent = there
    if month.folder == newest.folder:
        return
    now = [line for its, line in lines if its.folder == newest.folder and line["outcome"] != "combined"]
    name = month_alone(newest.month)
    if not any(its.folder == newest.folder for its, _ in lines):
        yield f"Not in {name}'s file; last seen in {month_alone(lines[-1][0].month)}'s."
    elif now and now[-1]["reason"] == REASON_OF[INACTIVE]:
        yield f"Has left by {name}'s file, {now[-1]['why']}: to be removed in Keycafe."
    elif now:
        changed = [now[-1][cell] for cell in ("name", "address") if _is_another(sent[cell], now[-1][cell])]
        if changed:
            yield f"Is {', '.join(changed)} in {name}'s file: to be changed in Keycafe if that is not done."


def _is_another(before: str | None, now: str | None) -> bool:
    """Tell whether a cell is another one; one that is blank now tells nothing of an account."""
    return bool(now) and (before or "").casefold().split() != (now or "").casefold().split()


def open_beside(there: Line, sent: Sequence[Line]) -> Iterator[str]:
    """Yield which other file has somebody who is in Keycafe, where nobody has said what became of that one."""
    for month, line in sent:
        if line["answer"] == UNKNOWN and month.folder != there[0].folder:
            yield f"The file in {month.folder.name} has them too: do not upload that one."
