import pytest

from keycafe_clean.desk.bar_chart import bar, month_in_words, months_table
from keycafe_clean.desk.view_models import MonthLine


@pytest.mark.parametrize(
    ("month", "is_this_month", "said"),
    [
        (MonthLine("November 2026", 120, 880, 1_000), True, "120 used + 880 in this file = 1,000 of 1,000"),
        (
            MonthLine("February 2027", 0, 346, 1_000),
            False,
            "346 of 1,000, forecast: made anew from that month's HR file",
        ),
    ],
)
def test_a_month_is_said_in_words(month: MonthLine, is_this_month: bool, said: str) -> None:  # noqa: FBT001
    """The picture's text twin has every number of the picture."""
    assert month_in_words(month, is_this_month=is_this_month) == said


@pytest.mark.parametrize(
    ("used", "people", "widths"),
    [(0, 0, (0, 0)), (500, 250, (160, 80)), (120, 880, (38, 282)), (2_000, 10, (320, 0))],
)
def test_the_bar_never_leaves_its_frame(used: int, people: int, widths: tuple[int, int]) -> None:
    """Used places and people share the width in proportion to the limit; more used than allowed fills it."""
    drawn = bar(MonthLine("November 2026", used, people, 1_000), "said")

    assert f'width="{widths[0]}" height="14" class="kc-bar-used"' in drawn
    assert f'width="{widths[1]}" height="14" class="kc-bar-people"' in drawn


def test_the_bar_names_its_text_twin() -> None:
    """A screen reader says the bar's numbers."""
    assert 'role="img" aria-label="120 &amp; more"' in bar(MonthLine("November 2026", 1, 2, 250), "120 & more")


def test_later_months_are_drawn_as_a_forecast() -> None:
    """Only this month has the accent colour."""
    drawn = months_table([MonthLine("November 2026", 0, 250, 250), MonthLine("December 2026", 0, 1, 250)])

    assert (drawn.count("kc-bar-people"), drawn.count("kc-bar-forecast")) == (1, 1)


@pytest.mark.parametrize(("months", "behind"), [(12, None), (13, "1 month more"), (47, "35 months more")])
def test_months_after_a_year_are_folded(months: int, behind: str | None) -> None:
    """All of them are there."""
    drawn = months_table([MonthLine(f"Month {number}", 0, 250, 250) for number in range(months)])

    before, _, after = drawn.partition("<details>")
    assert (before.count("<svg"), after.count("<svg")) == (12, months - 12)
    assert (f"<summary>{behind}</summary>" in after) == (behind is not None)
