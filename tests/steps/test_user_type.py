import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Defaults, Setup
from keycafe_clean.steps.user_type import choose_user_type, name_user_type, set_flags, suppress_welcome_email
from tests.import_rows import FULL_USER, SMARTBOX_USER, changed, import_rows

FLAGS = ("Send Invitation", "Send Welcome Email", "Generate Access Code")
BLANK = dict.fromkeys(FLAGS)
LEEDS_IS_SMART = PeopleRule(column="Site", is_="Leeds", then="smartbox_user")
YORK_IS_FULL = PeopleRule(column="Site", is_="York", then="full_user")


def at_sites(*rows: dict[str, str | None]) -> pl.DataFrame:
    """Get the rows at Leeds, York and nowhere, in turn."""
    sites = pl.Series("source.Site", ["Leeds", "York", None][: len(rows)], dtype=pl.String)
    return import_rows(*rows).with_columns(sites)


@pytest.mark.parametrize(
    ("cell", "address", "expected"),
    [
        (None, "jana@example.com", "false"),
        (None, "jana@broken", "false"),
        (None, None, "true"),
        ("true", "jana@example.com", "true"),
        ("false", None, "false"),
        ("maybe", None, "maybe"),
    ],
)
def test_choose_user_type(cell: str | None, address: str | None, expected: str) -> None:
    """Whoever has an address, even a broken one, becomes a Full User; the export's own word stands."""
    rows = import_rows(changed(FULL_USER, SmartBox_User=cell, Email_Address=address))

    assert choose_user_type(rows, Setup()).item(0, "SmartBox User") == expected


def test_choose_user_type_when_nobody_shall_be_a_smartbox_user() -> None:
    """With the default switched off, whoever has no address is a Full User who waits for one."""
    setup = Setup(defaults=Defaults(smartbox_user_without_address=False))

    rows = choose_user_type(import_rows(changed(SMARTBOX_USER, SmartBox_User=None)), setup)

    assert rows.item(0, "SmartBox User") == "false"


def test_choose_user_type_by_rule() -> None:
    """A rule wins over the address and loses to the export's own word."""
    blank = changed(FULL_USER, SmartBox_User=None)
    setup = Setup(rule=(LEEDS_IS_SMART, YORK_IS_FULL))

    by_rule = choose_user_type(at_sites(blank, changed(blank, Email_Address=None), blank), setup)
    by_cell = choose_user_type(at_sites(FULL_USER, SMARTBOX_USER), setup)

    assert by_rule.get_column("SmartBox User").to_list() == ["true", "false", "false"]
    assert by_cell.get_column("SmartBox User").to_list() == ["false", "true"]


def test_choose_user_type_changes_nothing_else() -> None:
    """Every row stays in order, and every other cell as it was."""
    rows = import_rows(FULL_USER, changed(SMARTBOX_USER, SmartBox_User=None), FULL_USER)

    assert_frame_equal(choose_user_type(rows, Setup()), import_rows(FULL_USER, SMARTBOX_USER, FULL_USER))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (FULL_USER, ("true", "true", "true")),
        (SMARTBOX_USER, ("false", "false", "true")),
        (changed(SMARTBOX_USER, Email_Address="piotr@example.com"), ("false", "true", "true")),
    ],
)
def test_set_flags(row: dict[str, str | None], expected: tuple[str, ...]) -> None:
    """Full Users are invited; SmartBox Users never; welcome goes to whoever has an address; everybody gets a code."""
    assert set_flags(import_rows(row | BLANK), Setup()).select(FLAGS).row(0) == expected


@pytest.mark.parametrize("cell", ["true", "false", None, "yes"])
def test_set_flags_of_smartbox_user(cell: str | None) -> None:
    """A SmartBox User is not invited, whatever the export says."""
    rows = import_rows(changed(SMARTBOX_USER, Send_Invitation=cell))

    assert set_flags(rows, Setup()).item(0, "Send Invitation") == "false"


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("cell", ["true", "false", "perhaps"])
def test_set_flags_that_are_there(flag: str, cell: str) -> None:
    """A Full User's flag that the export has stays as it is, and an unknown word too: validation asks about it."""
    assert set_flags(import_rows({**FULL_USER, flag: cell}), Setup()).item(0, flag) == cell


@pytest.mark.parametrize("flag", FLAGS)
def test_set_flags_by_default(flag: str) -> None:
    """Each default can be switched off for itself."""
    setup = Setup(defaults=Defaults.model_validate({flag.lower().replace(" ", "_"): False}))

    row = set_flags(import_rows(FULL_USER | BLANK), setup)

    assert [name for name in FLAGS if row.item(0, name) == "false"] == [flag]


@pytest.mark.parametrize(
    ("then", "flag", "expected"),
    [
        ("send_invitation", "Send Invitation", "true"),
        ("no_invitation", "Send Invitation", "false"),
        ("send_welcome_email", "Send Welcome Email", "true"),
        ("no_welcome_email", "Send Welcome Email", "false"),
        ("generate_access_code", "Generate Access Code", "true"),
        ("no_access_code", "Generate Access Code", "false"),
    ],
)
def test_set_flags_by_rule(then: str, flag: str, expected: str) -> None:
    """A rule sets its flag where it holds, whatever the default; elsewhere the default stands."""
    default = {name.lower().replace(" ", "_"): expected == "false" for name in FLAGS}
    rule = PeopleRule.model_validate({"column": "Site", "is": "Leeds", "then": then})

    rows = set_flags(at_sites(FULL_USER | BLANK, FULL_USER | BLANK), Setup(rule=(rule,), defaults=Defaults(**default)))

    assert rows.get_column(flag).to_list() == [expected, {"true": "false", "false": "true"}[expected]]


def test_set_flags_by_rule_of_smartbox_user() -> None:
    """No rule invites a SmartBox User."""
    rule = PeopleRule(column="Site", is_="Leeds", then="send_invitation")

    assert set_flags(at_sites(SMARTBOX_USER | BLANK), Setup(rule=(rule,))).item(0, "Send Invitation") == "false"


def test_set_flags_by_the_first_rule() -> None:
    """Of two rules about a flag the first that holds wins."""
    no, yes = (PeopleRule(column="Site", is_blank=False, then=then) for then in ("no_invitation", "send_invitation"))

    rows = set_flags(at_sites(FULL_USER | BLANK), Setup(rule=(no, yes)))

    assert rows.item(0, "Send Invitation") == "false"


@pytest.mark.parametrize(
    ("cell", "user_type"),
    [("false", "full_user"), ("true", "smartbox_user"), (None, None), ("TRUE", None), ("yes", None)],
)
def test_name_user_type(cell: str | None, user_type: str | None) -> None:
    """The user type has a name only where the flag is "true" or "false"."""
    assert name_user_type(import_rows(changed(FULL_USER, SmartBox_User=cell))).item(0, "user_type") == user_type


@pytest.mark.parametrize(("address", "expected"), [("jana@example.com", "true"), (None, "false")])
def test_suppress_welcome_email(address: str | None, expected: str) -> None:
    """A welcome mail is asked for only where there is an address."""
    rows = import_rows(changed(FULL_USER, Email_Address=address, Send_Welcome_Email="true"))

    assert suppress_welcome_email(rows).item(0, "Send Welcome Email") == expected
