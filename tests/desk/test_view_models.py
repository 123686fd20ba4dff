import pytest

from keycafe_clean.desk.view_models import MonthLine


@pytest.mark.parametrize(("month", "name"), [("November 2026", "November"), ("May 2027", "May")])
def test_a_month_goes_by_its_name_alone(month: str, name: str) -> None:
    """The year is left out where space is short."""
    assert MonthLine(month, 0, 1, 250).name == name
