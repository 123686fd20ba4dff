"""`to_do.html` of a month: what is left to do in Keycafe, as a page to print and tick off. One file, no script."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.html_page import escape, html_page, html_table
from keycafe_clean.job.keycafe_answer import open_lines
from keycafe_clean.job.outcome_lines import ADDED
from keycafe_clean.wording import counted, month_name

_TO_COME = (
    "There will be more: once you have said what Keycafe made of the file, who needs a permission, an access code or a "
    "repair stands here too."
)
_OTHER_PAGES = "What other months left to do stands on their own pages; <code>keycafe-clean status</code> names them."
_WRONG = (
    "Should the file have been wrong: these are the people in it. On the Users tab of Keycafe, whoever has no account "
    "yet stands under the filter Invited, the others under All; take each of them back there by hand. Then say that "
    "the file was not uploaded, and they count as not sent."
)


def page(month: str, tasks: pl.DataFrame, lines: pl.DataFrame) -> bytes:
    """Get the bytes of `to_do.html` for a month (`YYYY-MM`), its tasks (`TO_DO`) and its lines (`OUTCOME_LINES`)."""
    parts = [*_tasks(tasks), *_to_come(lines), f"<p>{_OTHER_PAGES}</p>", *_if_wrong(lines)]
    return html_page(f"To do in Keycafe: {month_name(month)}", "\n".join(parts))


def _to_come(lines: pl.DataFrame) -> Iterator[str]:
    """Yield that there will be more, where somebody was sent of whom Keycafe has said nothing yet."""
    if not open_lines(lines).is_empty():
        yield f"<p>{_TO_COME}</p>"


def _tasks(tasks: pl.DataFrame) -> Iterator[str]:
    if tasks.is_empty():
        yield "<p>Of this month there is nothing to do by hand.</p>"
    for task in tasks.get_column("task").unique(maintain_order=True):
        people = tasks.filter(pl.col("task") == task).drop("task")
        yield f"<h2>{task[0].upper()}{escape(task[1:])}{_how_many(people)}</h2>"
        if people.get_column("detail").n_unique() == 1:
            yield f"<p>{escape(people.item(0, 'detail') or '')}</p>"
            people = people.drop("detail")
        yield _table(people)


def _how_many(people: pl.DataFrame) -> str:
    """Get the number behind a heading; a task about everybody has no names."""
    return f": {people.height:,}" if people.get_column("name").count() else ""


def _if_wrong(lines: pl.DataFrame) -> Iterator[str]:
    """Yield whom the file invited, once it is known or may be that it did."""
    invited = pl.concat([lines.filter(pl.col("answer") == ADDED), open_lines(lines)])
    if not invited.is_empty():
        yield f"<h2>If this file was wrong: {counted(invited.height, 'person', 'people')}</h2>\n<p>{_WRONG}</p>"
        yield _table(invited.select("name", "email", "location", "department"))


def _table(cells: pl.DataFrame) -> str:
    """Get a table to tick off, without the columns that are blank throughout; of nobody nothing."""
    filled = [column for column in cells.columns if cells.get_column(column).count()]
    if not filled:
        return ""
    rows = cells.select(pl.col(filled).fill_null("")).rows()
    return html_table([name.capitalize() for name in filled], rows, to_tick=True)
