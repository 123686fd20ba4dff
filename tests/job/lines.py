"""Lines of a month by hand, and people of an export to find them among."""

import polars as pl

from keycafe_clean.decide.who import PLACE, WHO
from keycafe_clean.job.outcome_lines import OUTCOME_LINES


def lines(*people: dict[str, str]) -> pl.DataFrame:
    """Get a line for each of these cells, in order: the others are blank; who says nothing else is ready.

    The address of the account is that of the export, unless another one is said; blank: none.
    """
    told = [
        {"outcome": "ready", "row": str(row), "address": cells.get("email"), **cells}
        for row, cells in enumerate(people, 2)
    ]
    return pl.DataFrame(told, schema=OUTCOME_LINES)


def sent(row: int, name: str, email: str | None = None, answer: str = "unknown", **more: str) -> dict[str, str]:
    """Get the cells of somebody who was sent in this row of November's file."""
    first, last = name.split()
    cells = {"name": name, "first_name": first, "last_name": last, "month": "2026-11"}
    address = {"email": email} if email else {}
    return {"sent": str(row), "answer": answer, "user_type": "full_user", **cells, **address, **more}


def people(*who: dict[str, str]) -> pl.DataFrame:
    """Get the people of an export (`who.identities()`), a row each."""
    cells = [{"row_id": row, "person": row, **cells} for row, cells in enumerate(who)]
    texts = (*WHO, "email_as_read", "start_date_as_read", *PLACE)
    schema = {"row_id": pl.UInt32, "person": pl.UInt32, **dict.fromkeys(texts, pl.String)}
    return pl.DataFrame(cells, schema=schema).with_columns(pl.col("email", "start_date").name.suffix("_as_read"))
