from datetime import date

import pytest

from keycafe_clean.month_report import MonthReport, month_report
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from tests.regenerate_samples import SAMPLES, cleaned_sample

SAMPLE = SAMPLES / "workers_2026-11.csv"


def report(**said: list[str]) -> MonthReport:
    """Get the report of the first sample."""
    cleaned = cleaned_sample(SAMPLE)
    return month_report(cleaned, plan_imports(cleaned), **said)


def test_report_says_whence_it_is() -> None:
    """The month, the export and the day."""
    assert str(report()).startswith("Report of November 2026\nMade from workers_2026-11.csv on 3 Nov 2026.\n\n")


def test_page_stands_alone() -> None:
    """No script, and nothing is fetched."""
    page = report().page().decode()

    assert not [word for word in ("<script", "http", "@import", "url(", "<img", "<link") if word in page]


def test_same_run_has_the_same_page() -> None:
    """No clock and no chance is in it."""
    assert report().page() == report().page()


@pytest.mark.parametrize("heading", ["Since the last month", "Left to do"])
def test_what_nobody_said_has_no_section(heading: str) -> None:
    """Of a first month there is nothing to compare with."""
    everybody = report(since=["New: 3 people."], by_hand=["Remove in Keycafe: 2."])
    nobody = month_report(
        empty := clean(read_export(("hr.csv", b"Name,Email\n")), today=date(2026, 11, 3)), plan_imports(empty)
    )

    assert heading in str(everybody)
    assert heading not in str(nobody)


def test_rows_that_wait_are_left_to_do() -> None:
    """Before what is done in Keycafe: whoever waits is in no file."""
    left = report(by_hand=["Remove in Keycafe: 2."]).sections[-1]

    assert left.sentences == (
        "3 rows wait for you: answer in waiting.csv, in review.xlsx or on the desk.",
        "Remove in Keycafe: 2.",
    )


def test_one_row_waits_alone() -> None:
    """The verb agrees with it."""
    cleaned = clean(read_export(("hr.csv", b"Name,Email\nAnn Lee,ann.lee@example\n")), today=date(2026, 11, 3))

    assert month_report(cleaned, plan_imports(cleaned)).sections[-1].sentences == (
        "1 row waits for you: answer in waiting.csv, in review.xlsx or on the desk.",
    )


def test_notebook_shows_the_same() -> None:
    """As HTML, and as text where no HTML is shown."""
    shown = report()

    assert shown._repr_html_() in shown.page().decode() or shown.sections[0].html() in shown._repr_html_()
    assert repr(shown) == str(shown)


def test_five_thousand_rows_stay_small() -> None:
    """Examples are few, however many rows: what grows is the numbers."""
    people = b"".join(b"%d,A%d,LEE%d,a%d@example.com\n" % (i, i, i, i) for i in range(5_000))
    cleaned = clean(
        read_export(("hr.csv", b"Employee ID,First Name,Last Name,Email\n" + people)),
        today=date(2026, 11, 3),
        pairs=None,
    )

    assert len(month_report(cleaned, plan_imports(cleaned)).page()) < 100_000
