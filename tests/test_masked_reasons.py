from datetime import date

import pytest

from keycafe_clean import Setup, clean, read_export
from keycafe_clean.masked_reasons import reasons_without_names, rule_of_one

EXPORT = (
    b"Employee ID,First Name,Last Name,Email,Manager,Manager Email,Location\n"
    b"1,Ann,Lee,ann.lee@acme.com,Ola Boss,ola.boss@acme.com,York\n"
)


@pytest.mark.parametrize(
    ("column", "is_one_of", "said"),
    [
        ("First Name", ["Ann"], "a rule about First Name"),
        ("Last Name", ["Lee", "Roe"], "a rule about Last Name"),
        ("Manager", ["Ola Boss"], "a rule about Manager"),
        ("Manager Email", ["ola.boss@acme.com"], "a rule about Manager Email"),
        ("Email", ["ann.lee@acme.com"], "Email is one of x@acme.com"),
        ("Location", ["York"], "Location is one of York"),
    ],
)
def test_rule_names_nobody(column: str, is_one_of: list[str], said: str) -> None:
    """Of a column of names, or about somebody else, it says the column; of an address what is behind the @."""
    rule = {"column": column, "is_one_of": is_one_of, "then": "leave_out"}
    cleaned = clean(read_export(("hr.csv", EXPORT)), Setup.model_validate({"rule": [rule]}), today=date(2026, 11, 3))

    assert reasons_without_names(cleaned, "left_out") == {said: 1}


def test_rules_that_say_the_same_are_counted_together() -> None:
    """Two rules about names."""
    rules = [{"column": "Last Name", "is": it, "then": "leave_out"} for it in ("Lee", "Ray")]
    export = EXPORT + b"2,Bob,Ray,bob.ray@acme.com,,,York\n"
    cleaned = clean(read_export(("hr.csv", export)), Setup.model_validate({"rule": rules}), today=date(2026, 11, 3))

    assert reasons_without_names(cleaned, "left_out") == {"a rule about Last Name": 2}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Manager is Ola Boss", "a rule about Manager"),
        ("Last Name is one of Lee, Roe", "a rule about Last Name"),
        ("Email is none of ann.lee@acme.com, bob@acme.com", "a rule about Email"),
        ("Location contains York", "Location contains York"),
        ("Start Date is after 2026-11-03", "Start Date is after 2026-11-03"),
    ],
)
def test_rule_of_one_names_nobody_else(words: str, said: str) -> None:
    """The page about one person says which column a rule was about."""
    assert rule_of_one(words) == said
