import polars as pl
import pytest
from pydantic import ValidationError

from keycafe_clean.decide.value_rules import ValueRule, apply_value_rules, unused_corrections

#: The columns of an import file behind the address, as a sentence lists them.
OTHERS = "Send Invitation, Send Welcome Email, SmartBox User, Badge Code, Generate Access Code"

CELLS = [None, "jana@acme.con", "piotr@acme.com", "acme.con@example.com", "@acme.con"]


def corrected(**rule: str) -> list[str | None]:
    """List the cells of Email Address after one correction."""
    rows = pl.DataFrame({"Email Address": CELLS})
    done = apply_value_rules(rows, (ValueRule.model_validate({"column": "Email Address", **rule}),))
    return done.get_column("Email Address").to_list()


def test_ending() -> None:
    """An ending is replaced wherever a cell ends so, and only there."""
    expected = [None, "jana@acme.com", "piotr@acme.com", "acme.con@example.com", "@acme.com"]

    assert corrected(ending="@acme.con", by="@acme.com") == expected


def test_ending_that_is_all_there_is() -> None:
    """A cell of which nothing is left is blank, and no empty text."""
    assert corrected(ending="@acme.con", by="") == [None, "jana", "piotr@acme.com", "acme.con@example.com", None]


def test_whole_cell() -> None:
    """A whole cell is replaced where it is exactly that; by nothing, it is blank."""
    assert corrected(**{"is": "piotr@acme.com"}, by="") == [*CELLS[:2], None, *CELLS[3:]]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"column": "Email Address", "by": "x"}, "a correction has exactly one of is, ending"),
        (
            {"column": "Email Address", "is": "a", "ending": "b", "by": "x"},
            "a correction has exactly one of is, ending",
        ),
        (
            {"column": "Site", "is": "a", "by": "x"},
            f"a correction is about one of First Name, Last Name, Email Address, {OTHERS}",
        ),
    ],
)
def test_unclear_correction(rule: dict[str, str], message: str) -> None:
    """A correction says of which column, and of which cells, in one way."""
    with pytest.raises(ValidationError) as refused:
        ValueRule.model_validate(rule)

    (error,) = refused.value.errors()
    assert error["msg"] == f"Value error, {message}"


@pytest.mark.parametrize(
    ("rules", "unused"),
    [
        ([{"ending": "@acme.con"}, {"ending": "@acme.net"}], [1]),
        ([{"is": "piotr@acme.com"}, {"is": "piotr"}], [1]),
        ([{"ending": "acme.con", "by": "old"}, {"ending": "@acme.con"}, {"is": "jana@old"}], [1]),
        ([{"is": "piotr@acme.com"}, {"is": "piotr@acme.com"}], [1]),
    ],
)
def test_correction_that_alters_no_cell(rules: list[dict[str, str]], unused: list[int]) -> None:
    """Each is asked after those before it: what one makes, the next may meet."""
    made = tuple(ValueRule.model_validate({"column": "Email Address", "by": "x", **rule}) for rule in rules)

    assert unused_corrections(pl.DataFrame({"Email Address": CELLS}), made) == [made[place] for place in unused]


def test_no_correction_is_of_a_blank_cell() -> None:
    """Where a column is blank every correction of it is unused, and alters nothing."""
    blank = pl.DataFrame({"Email Address": [None]}, schema={"Email Address": pl.String})
    rules = (ValueRule(column="Email Address", ending="x", by="y"), ValueRule(column="Email Address", is_="x", by="y"))

    assert unused_corrections(blank, rules) == list(rules)
    assert apply_value_rules(blank, rules).equals(blank)
