"""First days that do not lie before the last one."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.frame_columns import MAY_SAY_NEVER
from keycafe_clean.steps.never import who_may_say_never
from keycafe_clean.steps.returns import is_rehired, is_said, return_notes, returns

TODAY = date(2026, 11, 22)
EARLY, END, BACK, SOON, LATER = (
    date(2016, 4, 18), date(2021, 3, 28), date(2025, 10, 19), date(2026, 11, 30), date(2026, 12, 1),
)  # fmt: skip
COLUMNS = ("exit_date", "start_date", "rehire_date")


def person(
    end: date | None, start: date | None, rehire: date | None, said: str | None = None
) -> tuple[pl.DataFrame, dict[str, pl.Expr]]:
    """Get the row of one person and its days."""
    days = dict(zip(COLUMNS, (end, start, rehire), strict=True))
    cells = {f"day.{it}": pl.Series([day], dtype=pl.Date) for it, day in days.items()}
    row = pl.DataFrame({**cells, "exit_date": pl.Series([end and end.isoformat()], dtype=pl.String)})
    row = row.with_columns(who_may_say_never(row["exit_date"]).alias(MAY_SAY_NEVER))
    rows = row.with_columns(pl.lit(said, pl.String).alias("meaning.status_1"))
    return rows, {it: pl.col(f"day.{it}") for it in COLUMNS}


@pytest.mark.parametrize(
    ("days", "said", "expected"),
    [
        ((END, BACK, None), None, True),
        ((END, EARLY, BACK), None, True),
        ((END, EARLY, END), "active", True),
        ((END, EARLY, END), "inactive", False),
        ((END, EARLY, END), None, False),
        ((END, END, None), "active", False),
        ((END, END, END), "active", False),
        ((None, EARLY, BACK), "active", False),
        ((END, None, None), "active", False),
    ],
)
def test_who_is_back_after_the_last_day(
    days: tuple[date | None, date | None, date | None], said: str | None, *, expected: bool
) -> None:
    """A later first day says so, and the same one where a status does."""
    rows, days_of = person(*days, said)

    assert rows.select(is_rehired(days_of, ["status_1"])).item() is expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((END, BACK, None), ["start_date"]),
        ((END, EARLY, BACK), ["rehire_date"]),
        ((END, EARLY, SOON), ["rehire_date"]),
        ((END, EARLY, LATER), []),
        ((END, EARLY, END), []),
        ((None, EARLY, BACK), ["rehire_date"]),
        ((None, None, BACK), ["rehire_date"]),
        ((None, EARLY, EARLY), []),
        ((None, BACK, None), []),
        ((date(1970, 1, 1), BACK, None), []),
    ],
)
def test_which_first_day_speaks_against_having_left(
    days: tuple[date | None, date | None, date | None], expected: list[str]
) -> None:
    """One behind the last day, in this month at the latest; a return too that no last day follows."""
    rows, days_of = person(*days)

    assert [it for it, holds in returns(days_of, TODAY) if rows.select(holds).item()] == expected


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [
        (END, None, True),
        (date(1970, 1, 1), BACK, False),
        (date(1970, 1, 1), date(1960, 1, 1), True),
    ],
)
def test_zero_is_no_last_day(end: date, start: date | None, *, expected: bool) -> None:
    """The zero of a computer's clock is none, unless the first day lies before it."""
    rows, days_of = person(end, start, None)

    assert rows.select(is_said(days_of)).item() is expected


@pytest.mark.parametrize(
    ("days", "employment", "expected"),
    [
        ((END, BACK, None), "active", ["2025-10-19"]),
        ((END, EARLY, BACK), "active", ["2025-10-19"]),
        ((END, BACK, None), "inactive", []),
        ((END, EARLY, None), "active", []),
        ((None, EARLY, BACK), "active", []),
        ((date(1970, 1, 1), None, BACK), "active", []),
    ],
)
def test_whoever_came_back_is_noted(
    days: tuple[date | None, date | None, date | None], employment: str, expected: list[str]
) -> None:
    """A last day is there, and a first one behind it lets them in."""
    rows = person(*days)[0].with_columns(employment=pl.lit(employment)).with_row_index("row_id")

    noted = pl.concat(return_notes(rows, "Left on"))

    assert noted.get_column("reason").to_list() == expected
    assert set(noted.get_column("column")) <= {"Left on"}


def test_rows_without_days_are_not_noted() -> None:
    """Without a last day, or any first one, nobody came back."""
    assert list(return_notes(pl.DataFrame({"employment": ["active"]}), "Left on")) == []
    assert list(return_notes(pl.DataFrame({"employment": ["active"], "day.exit_date": [END]}), "Left on")) == []
