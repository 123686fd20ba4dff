"""A month as Python: what is written gives the same bytes, whatever stands in the cells."""

import ast
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.setup import Setup
from keycafe_clean.job.as_code import MonthAsCode

#: Whatever could end a text of Python, or the raw text of a set-up.
CELL = st.sampled_from(["", "a", "'", '"', "'''", '"""', "\\", "\\'", "\n", "\r\n", "{x}", "é", "#", "\x00"])
TEXT = st.lists(CELL, max_size=4).map("".join)
WHO = st.fixed_dictionaries({"email": TEXT, "name": TEXT, "row": st.sampled_from(["2", "3"])})


def as_code(
    setup: Setup | None = None, decisions: Decisions | None = None, *, joined: tuple[str, ...] = ()
) -> MonthAsCode:
    """Get a month of these as code."""
    day = date(2026, 11, 3)
    return MonthAsCode("2026-11", ("hr.csv",), joined, day, setup or Setup(), decisions or Decisions())


def told(script: str) -> dict[str, object]:
    """Get the names that a script makes before it reads anything."""
    names: dict[str, object] = {}
    exec(script.split("# The month once more,", maxsplit=1)[0], names)  # noqa: S102 - what was written is what is tested
    return names


@settings(max_examples=40, deadline=None)
@given(WHO, WHO, TEXT, TEXT)
def test_decisions_come_back(one: dict[str, str], other: dict[str, str], seen: str, value: str) -> None:
    """Of every kind, with whoever made them."""
    made = Made(seen or "anna", date(2026, 11, 3))
    decisions = (
        Decisions()
        .with_edit(one, "Email Address", seen=seen, value=value, made=made)
        .with_pair("same_person", one, other, keep=value)
        .with_pair("two_people", one, {**other, "employee_id": "7"}, made=made)
        .with_answer("right", other, "First Name", seen, made=made)
        .with_answer("leave_out", other)
    )

    assert told(as_code(decisions=decisions).script())["DECISIONS"] == decisions


@settings(max_examples=20, deadline=None)
@given(TEXT.filter(lambda text: "\x00" not in text and text.strip()), TEXT)
def test_setup_comes_back(header: str, value: str) -> None:
    """Whatever its headers are."""
    rule = {"column": header, "is": value or "x", "then": "leave_out"}
    setup = Setup.model_validate({"columns": {"Last Name": [header]}, "rule": [rule]})

    assert told(as_code(setup).script())["SETUP"] == setup


def test_notebook_has_the_code_of_the_script() -> None:
    """Each part below its words, without outputs."""
    month = as_code(decisions=Decisions().with_answer("leave_out", {"email": "a@example.com"}))
    cells = json.loads(month.notebook())["cells"]
    codes = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]

    assert all(code in month.script() for code in codes)
    assert [cell["outputs"] for cell in cells if cell["cell_type"] == "code"] == [[]] * len(codes)


@pytest.mark.parametrize(("joined", "is_imported"), [(("mails.csv",), True), ((), False)])
def test_only_what_is_called_is_imported(joined: tuple[str, ...], *, is_imported: bool) -> None:
    """A linter of the colleague finds nothing."""
    assert ("join_files" in as_code(joined=joined).script()) is is_imported


def test_path_is_no_code() -> None:
    """A file's name is data."""
    month = MonthAsCode("2026-11", ('it\'s "hr".csv',), (), date(2026, 11, 3), Setup(), Decisions())

    ast.parse(month.script())
    assert Path('it\'s "hr".csv').name in ast.literal_eval(month.script().split("read_export(")[1].split(", **")[0])
