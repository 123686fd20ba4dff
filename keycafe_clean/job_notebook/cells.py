"""The cells of a job's notebook: prose first, and code that only looks."""

from collections.abc import Sequence

from keycafe_clean.notebook_format import cells_from

_TITLE = """# {job}, {month}

**Question:** does this month still become what it became when this notebook was made?

Its export is cleaned again on the day of the month, with the rules and decisions that the job has now. What is shown
are counts, codes and masked rows, so that nobody is named. `keycafe-clean notebook test` compares them with what stands
here, and says what is different; `--accept` takes what is new."""

_OUTCOMES = (
    "## What became of the rows\n\nEvery row that was read has one outcome, so that the line adds up; below it who is "
    "ready, and how many of them get what."
)

_FINDINGS = "## What was found\n\nThe code of each broken rule, question and note, and how often it was found."

_REASONS = "## Who is not in the file\n\nWhy rows are left out, combined with another one, or are no people."

_RULES = "## What was tidied\n\nThe cells that are not as they were read, by what was done to them."

_ROWS = "## Some rows\n\nEvenly spread over the export: only the first letter of a word is shown."

_NEXT = """## Next

- After a change of `setup.toml`: `keycafe-clean notebook test` with this file.
- A cell of your own is compared too. Show counts, codes and masked cells: what shows an address is refused."""


def cells_of(job: str, month: str, call: Sequence[str]) -> list[dict[str, object]]:
    """Get the cells of the notebook of a job called `job`; `call` are the arguments of `month_again()` as Python."""
    code = f"from keycafe_clean.job_notebook import month_again\n\nmonth = month_again({', '.join(call)})"
    parts = (
        (_OUTCOMES, "month.outcomes"),
        (_FINDINGS, "month.findings"),
        (_REASONS, "month.reasons"),
        (_RULES, "month.rules"),
        (_ROWS, "month.rows"),
    )
    texts = [("markdown", _TITLE.format(job=job, month=month)), ("code", code)]
    texts += [cell for prose, look in parts for cell in (("markdown", prose), ("code", look))]
    texts.append(("markdown", _NEXT))
    return cells_from(texts)
