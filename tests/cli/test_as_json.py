import json
from dataclasses import replace
from functools import cache

import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.cli.as_json import run_as_json
from keycafe_clean.decide.setup import SourceSetup
from keycafe_clean.plan import plan_imports
from keycafe_clean.practice import Practice
from keycafe_clean.run.finished import Job
from keycafe_clean.wire import Limit
from tests.runs import STAFF, run, staff

HEADER = ",".join(IMPORT_COLUMNS) + "\r\n"
PRACTICE = Practice("completed", 2, 1, Limit(month="2026-11", limit=250, used=12, queued=0, left=238))


@cache
def job() -> Job:
    """Get a run of the invented staff."""
    return Job(staff(), plan_imports(staff()), ())


def test_a_run_has_one_outcome_a_row() -> None:
    """The five outcomes add up to the rows read."""
    facts = run_as_json(job())

    outcomes = ("ready", "waiting", "combined", "left_out", "not_people")
    assert facts["rows_read"] == sum(facts[outcome] for outcome in outcomes)


def test_ready_people_are_counted_by_user_type() -> None:
    """Whoever has no address is a SmartBox User."""
    facts = run_as_json(job())

    assert (facts["full_users"], facts["smartbox_users"]) == (2, 1)


@pytest.mark.parametrize(
    "cell", sorted({cell for line in STAFF.splitlines()[1:] for cell in line.split(",")[:3]} - {""})
)
def test_no_cell_of_a_person_is_in_it(cell: str) -> None:
    """Names and counts of columns, never a name or address of anybody."""
    assert cell.casefold() not in json.dumps(run_as_json(job()), ensure_ascii=False).casefold()


def test_findings_are_counted_by_code_in_order() -> None:
    """Each code once, however many cells break it."""
    broken = run("First Name,Last Name,Email\nJana,Novak,jana@example\nPiotr,Lis,piotr@example\nEva,B,\n")

    findings = run_as_json(Job(broken, plan_imports(broken), ()))["findings"]

    assert findings["email_syntax"] == 2
    assert list(findings) == sorted(findings)


def test_columns_are_those_of_the_files_that_were_read() -> None:
    """What the set-up keeps for files of other headers is no column of this run."""
    earlier = SourceSetup(headers=("Nachname",), columns={"Last Name": "Nachname"})
    cleaned = replace(staff(), setup=staff().setup.with_source(earlier))

    assert run_as_json(replace(job(), cleaned=cleaned))["columns"] == run_as_json(job())["columns"]


def test_months_after_this_one_are_forecast() -> None:
    """Whoever finds no place this month is counted under the month that follows."""
    full = replace(job(), plan=plan_imports(staff(), used=999))

    assert run_as_json(full)["forecast"] == {"2026-12": 2}


@pytest.mark.parametrize(("practice", "told"), [(None, set()), (PRACTICE, {"practice", "limit"})])
def test_practice_and_limit_are_told_after_a_practice_only(practice: Practice | None, told: set[str]) -> None:
    """Without a practice nobody knows how the month would stand."""
    assert run_as_json(job(), practice).keys() & {"practice", "limit"} == told


def test_practice_says_how_the_month_would_stand() -> None:
    """What the mock counted is handed on."""
    facts = run_as_json(job(), PRACTICE)

    assert facts["practice"] == {"state": "completed", "added": 2, "failed": 1}
    assert facts["limit"] == {"month": "2026-11", "limit": 250, "used": 12, "left": 238}
