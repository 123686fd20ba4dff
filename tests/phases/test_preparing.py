import polars as pl
import pytest

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.phases.preparing import tidy
from tests.exports import SETUP
from tests.phases.stages import after, mapped


def test_tidy_logs_the_step_that_altered_a_cell() -> None:
    """Every altered cell names the steps that altered it, with what it was and became."""
    events = tidy(mapped(), SETUP).events.filter(pl.col("row_id") == 0)

    assert events.select("step", "column", "before", "after").rows() == [
        ("squash_spaces", "First Name", " JANA ", "JANA"),
        ("repair_case", "First Name", "JANA", "Jana"),
        ("repair_case", "Last Name", "NOVAK", "Novak"),
        ("lower_address", "Email Address", "JANA@example.com", "jana@example.com"),
    ]


def test_identify_names_rows_of_one_person() -> None:
    """Rows that are one person for certain have one person; everybody else is one alone."""
    assert after("identify").who.get_column("person").to_list() == [0, 0, 2, 3, 4, 5]


def test_read_states_reads_words_and_days() -> None:
    """What status and last day say is read once, as columns."""
    rows = after("read_states").rows

    assert rows.get_column("meaning.status_1").to_list() == ["active"] * 4 + ["inactive", "active"]
    assert rows.get_column("day.exit_date").cast(pl.String).to_list() == [None] * 5 + ["2026-08-31"]


@pytest.mark.parametrize("condition", ["before", "after"])
def test_read_rule_days_reads_the_columns_of_rules(condition: str) -> None:
    """A column that a rule compares with a day is read as days, others are not."""
    rule = PeopleRule.model_validate({"column": "Last Day", condition: "2020-01-01", "then": "leave_out"})

    assert "day.source.Last Day" in after("read_rule_days", SETUP.model_copy(update={"rule": (rule,)})).rows.columns
    assert "day.source.Last Day" not in after("read_rule_days").rows.columns
