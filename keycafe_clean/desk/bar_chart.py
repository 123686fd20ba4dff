"""Pictures of the monthly limit: small static SVGs, each with its text beside it."""

from collections.abc import Sequence

from keycafe_clean.desk.markup import Markup, folded, join, tag
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import MonthLine
from keycafe_clean.wording import counted

#: Pixels of a bar. 320 is the narrowest screen of common phones, so that it fits on every one; one pixel is three of a
#: thousand users, less than what anybody reads off a bar. A line of the table's text is higher than 14
#: (`style.css`), so that its lines stay as close as without bars.
_WIDTH, _HEIGHT = 320, 14

#: So many months are shown at once.
_A_YEAR = 12

#: Pixels of a bar beside others in a panel.
_SMALL = 96


def month_in_words(month: MonthLine, *, is_this_month: bool) -> str:
    """Get what the bar of a month shows, in users: `120 used + 880 in this file = 1,000 of 1,000`."""
    if is_this_month:
        total = month.used + month.people
        return text("plan.used_part", used=month.used, people=month.people, total=total, limit=month.limit)
    return text("plan.forecast_part", people=month.people, limit=month.limit)


def bar(month: MonthLine, said: str, kind: str = "people") -> Markup:
    """Get the bar of a month: used places first, then the people; what is free stays empty. `said` is its text twin.

    Users become pixels by the limit of the month; what is over the limit ends with the bar. `kind` is a class of
    `style.css`: `people`, `forecast` or `practice`.
    """
    used = _pixels(month.used, month.limit)
    people = min(_pixels(month.people, month.limit), _WIDTH - used)
    return tag(
        "svg",
        _part(0, _WIDTH, "free"),
        _part(0, used, "used"),
        _part(used, people, kind),
        class_="kc-bar",
        role="img",
        aria_label=said,
        width=f"{_WIDTH}",
        height=f"{_HEIGHT}",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
    )


def share_bar(count: int, total: int) -> Markup:
    """Get a small bar of how many of a total; the number stands beside it, so that it says nothing of its own."""
    parts = (_part(0, _SMALL, "free"), _part(0, round(count * _SMALL / max(total, 1)), "people"))
    size = {"width": f"{_SMALL}", "height": "8", "viewBox": f"0 0 {_SMALL} 8"}
    return tag("svg", *parts, class_="kc-bar", aria_hidden="true", **size)


def months_table(months: Sequence[MonthLine]) -> Markup:
    """Get a line a month, in the order given: its name, its bar, and the same in words. The first is this month.

    What comes after a year is folded: its lines are much alike.
    """
    lines = [_month_row(month, is_this_month=place == 0) for place, month in enumerate(months)]
    shown, later = _table(lines[:_A_YEAR]), lines[_A_YEAR:]
    if not later:
        return shown
    return join([shown, folded(text("plan.later", months=counted(len(later), "month")), _table(later))])


def _table(lines: Sequence[Markup]) -> Markup:
    return tag("table", tag("tbody", *lines), class_="kc-table kc-months")


def _month_row(month: MonthLine, *, is_this_month: bool) -> Markup:
    said = month_in_words(month, is_this_month=is_this_month)
    shown = bar(month, said, "people" if is_this_month else "forecast")
    return tag("tr", tag("th", month.month, scope="row"), tag("td", shown), tag("td", said))


def _part(start: int, width: int, kind: str) -> Markup:
    return tag("rect", x=f"{start}", y="0", width=f"{width}", height=f"{_HEIGHT}", class_=f"kc-bar-{kind}")


def _pixels(users: int, limit: int) -> int:
    return min(round(users * _WIDTH / limit), _WIDTH)
