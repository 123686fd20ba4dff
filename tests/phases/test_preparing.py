from datetime import date

import polars as pl
import pytest

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Setup
from keycafe_clean.phases.preparing import employment_answers, tidy
from keycafe_clean.pipeline import clean
from keycafe_clean.read import read_export
from keycafe_clean.steps import EmploymentAnswers
from tests.exports import SETUP, TODAY
from tests.phases.stages import RULES, after, mapped


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


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("03/04/2020", ""), date(2020, 4, 3)),
        (("03/04/2020", "12/31/2021"), date(2020, 3, 4)),
        (("03/04/2020", "31/12/2021"), date(2020, 4, 3)),
        (("soon", ""), None),
    ],
)
def test_days_of_rules_are_read_in_the_order_of_their_column(days: tuple[str, str], read: date | None) -> None:
    """The day comes first unless another cell tells otherwise; what is no date is none."""
    people = [(str(i), "Jana", f"Novak{i}", "", "Active", day, "Sales") for i, day in enumerate(days)]

    assert after("read_rule_days", RULES, people=people).rows.item(0, "day.source.Last Day") == read


def test_value_rules_are_events() -> None:
    """Every cell that a correction alters is an event of its phase."""
    replaced = [{"column": "First Name", "is": "Eva", "by": "Ewa"}]
    setup = Setup.model_validate({**SETUP.model_dump(by_alias=True), "replace": replaced})

    events = after("replace_values", setup).events.filter(pl.col("step") == "replace_values")

    assert events.select("row_id", "column", "before", "after").rows() == [(3, "First Name", "Eva", "Ewa")]


def test_columns_of_employment_go_by_the_headers_that_people_know() -> None:
    """A column of several headers is named by its first one, each part by its own; the first source names it."""
    sources = [
        {"headers": ["A", "B"], "columns": {"status": ["A", "B"]}},
        {"headers": ["C", "D"], "columns": {"status": ["C"], "exit_date": ["D"]}},
    ]
    setup = Setup.model_validate(
        {"source": sources, "status_words": {"Gone": "inactive"}, "day_first": {"exit_date": True}}
    )

    named = {"status": "A", "status_1": "A", "status_2": "B", "exit_date": "D", "exit_date_1": "D"}
    answers = EmploymentAnswers({"Gone": "inactive"}, {"exit_date": True}, named)
    assert employment_answers(setup, pl.DataFrame()) == answers


@pytest.mark.parametrize(("header", "expected"), [("Account Expires", {"exit_date"}), ("Last Day", set())])
def test_header_names_the_end_of_an_account(header: str, expected: set[str]) -> None:
    """An account ends at the moment that is written; a last day is a whole one."""
    setup = Setup.model_validate({"source": [{"headers": [header], "columns": {"exit_date": header}}]})

    assert employment_answers(setup, pl.DataFrame()).expiries == expected


@pytest.mark.parametrize(
    ("header", "expected"), [("Last Day (E.C.)", "ready"), ("Last Day", "left_out"), ("Last Day (BS)", "waiting")]
)
def test_header_names_the_calendar_of_its_days(header: str, expected: str) -> None:
    """14/08/2019 has passed; in the calendar of Ethiopia it is to come, and that of Nepal is not converted."""
    text = f"First Name,Last Name,Email,{header}\nSelam,Girma,selam@example.com,14/08/2019\nNoa,Berg,noa@example.com,"

    rows = clean(read_export(("a.csv", text.encode())), Setup(), today=TODAY).rows

    assert rows.get_column("outcome").to_list() == [expected, "ready"]


@pytest.mark.parametrize(("header", "expected"), [("Induction (E.C.)", "ready"), ("Induction", "left_out")])
def test_header_names_the_calendar_of_the_days_of_a_rule(header: str, expected: str) -> None:
    """A rule compares the day that is meant."""
    text = f"First Name,Last Name,Email,{header}\nSelam,Girma,selam@example.com,14/08/2019\nNoa,Berg,noa@example.com,"
    rules = [{"column": header, "before": "2026-01-01", "then": "leave_out"}]
    setup = Setup.model_validate({"rule": rules, "columns": {"none": [header]}})

    rows = clean(read_export(("a.csv", text.encode())), setup, today=TODAY).rows

    assert rows.get_column("outcome").to_list() == [expected, "ready"]
