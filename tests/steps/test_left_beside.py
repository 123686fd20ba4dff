"""Remarks beside one that surely says that somebody has left."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.left_beside import may_say_who_left

TODAY = date(2026, 11, 3)


def said(*cells: str | None, header: str = "Remarks") -> list[bool]:
    """Get whether each cell may say that somebody has left."""
    return may_say_who_left(pl.Series(cells, dtype=pl.String), header, TODAY).to_list()


@pytest.mark.parametrize(
    "cell",
    [
        "Vertrag beendet", "project ended, thanks", "Stage terminé", "gave notice", "exit talk on Monday",
        "do not set up", "please do not ever create again", "bitte nicht mehr anlegen", "ne plus jamais? ne plus créer",
        "no volver a invitar", "non più creare", "niet meer aanmaken", "bjud inte in, skapa inte", "не создавать",
        "befristet bis 30.09.2026", "until 2026-10-31",
    ],
)  # fmt: skip
def test_remark_may_say_that_somebody_left(cell: str) -> None:
    """A word for leaving that is unclear alone, a day that is over, or that nobody is to set them up."""
    assert said(cell) == [True]


@pytest.mark.parametrize(
    "cell",
    [
        "Parental leave until 2026-10-31", "bis 31.12.2027", "only on Tuesdays", "unbefristet übernommen",
        "not yet set up", "noch nicht eingerichtet", "set up on Monday", "licencia por maternidad",
        "temps partiel", None,
    ],
)  # fmt: skip
def test_other_remark_says_nothing(cell: str | None) -> None:
    """A leave, a day to come, and how somebody works do not."""
    assert said(cell) == [False]


def test_nothing_is_said_of_a_thing() -> None:
    """What ended is no person there."""
    assert said("ended", header="Visa Status") == [False]
