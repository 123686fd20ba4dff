import polars as pl
import pytest

from keycafe_clean.article.rules import (
    RULES,
    CellRule,
    RowRule,
    boolean_text,
    break_rules,
    control_text,
    email_required,
    email_syntax,
    first_name_required,
    formula_text,
    is_smartbox_user,
    last_name_required,
    long_text,
    no_invitation,
)
from keycafe_clean.findings import FINDINGS
from tests.import_rows import FULL_USER, SMARTBOX_USER, changed, import_rows


def one_cell(cell: str | None) -> pl.DataFrame:
    """Get a frame of one row and one column, `cell`."""
    return pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String})


@pytest.mark.parametrize(("cell", "expected"), [("true", True), ("false", False), ("TRUE", False), (None, None)])
def test_is_smartbox_user(cell: str | None, *, expected: bool | None) -> None:
    """Only "true" makes a SmartBox User, and a blank flag says nothing."""
    assert import_rows(changed(FULL_USER, SmartBox_User=cell)).select(is_smartbox_user()).item() is expected


@pytest.mark.parametrize("rule", [first_name_required, last_name_required, email_required])
@pytest.mark.parametrize(
    ("cell", "expected"),
    [(None, False), ("", False), (" ", False), ("\u00a0", False), ("Zoë", True), (" x ", True)],
)
def test_required(rule: CellRule, cell: str | None, *, expected: bool) -> None:
    """A required cell is there or not; what it holds is another rule's business."""
    assert one_cell(cell).select(rule("cell")).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("true", True),
        ("false", True),
        (None, False),
        ("", False),
        ("TRUE", False),
        ("True", False),
        (" true", False),
        ("yes", False),
        ("1", False),
        ("verdadeiro", False),
        ("ｔｒｕｅ", False),
    ],
)
def test_boolean_text(cell: str | None, *, expected: bool) -> None:
    """A flag is "true" or "false" to the letter, and a blank one is neither."""
    assert one_cell(cell).select(boolean_text("cell")).item() is expected


@pytest.mark.parametrize(("cell", "expected"), [("true", False), ("false", True), (None, True), ("yes", True)])
def test_no_invitation(cell: str | None, *, expected: bool) -> None:
    """Only "true" asks for an invitation; what is no flag at all breaks another rule."""
    assert one_cell(cell).select(no_invitation("cell")).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        ("", True),
        ("Zoë", True),
        ("O'Neil", True),
        (" =1", True),
        ("a=1", True),
        ("=1", False),
        ("+44", False),
        ("-1", False),
        ("@home", False),
        ("\t=1", False),
        ("\r=1", False),
    ],
)
def test_formula_text(cell: str | None, *, expected: bool | None) -> None:
    """A cell that starts as formulas do is refused; the same character elsewhere is text."""
    assert one_cell(cell).select(formula_text("cell")).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        ("Zoë", True),
        (" two words ", True),
        ("\u0645\u06cc\u200c\u062e", True),
        ("👩\u200d🔧", True),
        ("a\nb", False),
        ("a\rb", False),
        ("a\tb", False),
        ("a\x00b", False),
        ("a\x85b", False),
        ("a\u2028b", False),
        ("a\u2029b", False),
        ("a\u200bb", False),
        ("\ufeffa", False),
        ("a\u202eb", False),
        ("a\u2066b", False),
    ],
)
def test_control_text(cell: str | None, *, expected: bool | None) -> None:
    """Line breaks, control and bidirectional characters are refused; joiners that scripts and emoji need are not."""
    assert one_cell(cell).select(control_text("cell")).item() is expected


@pytest.mark.parametrize(("cell", "expected"), [(None, None), ("", True), ("ß" * 255, True), ("ß" * 256, False)])
def test_long_text(cell: str | None, *, expected: bool | None) -> None:
    """A cell has at most 255 characters, however many bytes they take."""
    assert one_cell(cell).select(long_text("cell")).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        ("jana@example.com", True),
        ("jörg@exämple.de", True),
        ("", False),
        (" jana@example.com", False),
        ("jana@example", False),
        ("jana", False),
    ],
)
def test_email_syntax(cell: str | None, *, expected: bool | None) -> None:
    """A filled cell must be one address to the letter, and a blank one breaks nothing."""
    assert one_cell(cell).select(email_syntax("cell")).item() is expected


def test_rules_have_names_of_their_own() -> None:
    """A rule's name is its code, so that no two rules have the same."""
    names = [rule.__name__ for rule in RULES]

    assert len(names) == len(set(names))


def test_break_rules_when_nothing_breaks() -> None:
    """No broken rule gives an empty frame of findings."""
    rule = RowRule("email_required", "Email Address", pl.col("Email Address").is_null())

    assert break_rules(import_rows(FULL_USER), (rule,)).schema == FINDINGS


def test_break_rules_when_null() -> None:
    """A rule that is null for a row breaks nothing there."""
    rule = RowRule("no_invitation", "Send Invitation", pl.col("Badge Code") == "1")

    assert break_rules(import_rows(FULL_USER), (rule,)).is_empty()


def test_break_rules_when_rows_break() -> None:
    """Findings come rule by rule with rows in order, and hold the cell as their value."""
    rows = import_rows(changed(SMARTBOX_USER, Badge_Code="x"), FULL_USER, SMARTBOX_USER)
    no_address = RowRule("email_required", "Email Address", pl.col("Email Address").is_null())
    badge = RowRule("formula_text", "Badge Code", pl.col("Badge Code").is_not_null())

    found = break_rules(rows, (no_address, badge))

    assert found.select("row_id", "column", "code", "value").rows() == [
        (0, "Email Address", "email_required", None),
        (2, "Email Address", "email_required", None),
        (0, "Badge Code", "formula_text", "x"),
    ]


def test_break_rules_when_rule_says_more() -> None:
    """A rule may give the value, a suggestion and a reason of its own."""
    rule = RowRule(
        "email_syntax",
        "Email Address",
        pl.lit(value=True),
        value=pl.col("First Name"),
        suggestion=pl.col("Last Name"),
        reason=pl.lit("because"),
    )

    found = break_rules(import_rows(FULL_USER), (rule,))

    assert found.select("value", "suggestion", "reason").row(0) == ("Jana", "Novak", "because")


def test_break_rules_when_about_no_column() -> None:
    """A rule about a whole row has neither column nor value."""
    rule = RowRule("email_required", None, pl.col("Email Address").is_null())

    assert break_rules(import_rows(SMARTBOX_USER), (rule,)).select("column", "value").row(0) == (None, None)
