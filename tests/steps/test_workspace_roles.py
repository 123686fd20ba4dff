import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.workspace_roles import role_rules, workspace_roles


@pytest.mark.parametrize("role", ["Member", "Admin", "Owner", "Primary Owner", "Mitglied", "メンバー"])
def test_role_is_a_state_of_who_is_there(role: str) -> None:
    """Beside a state of who has left, whoever has a role has not."""
    assert workspace_roles(pl.Series([role, "Deactivated", None])) == {role.lower(): "active"}


def test_guests_and_bots_have_not_left() -> None:
    """What they are is another question."""
    cells = pl.Series(["Member", "Single-Channel Guest", "Bot", "Deactivated"])

    assert set(workspace_roles(cells)) == {"member", "single channel guest", "bot"}


@pytest.mark.parametrize("cells", [["Member", "Admin"], ["Member", "Active"], ["Guest", "Deactivated"], ["Zq", "Left"]])
def test_role_by_itself_may_be_anything(cells: list[str]) -> None:
    """Without a state of who has left, or without a role, no word is taken for another one."""
    assert workspace_roles(pl.Series(cells)) == {}


def test_guests_and_bots_are_asked_about() -> None:
    """Each is asked about as what it is; who is a member is not."""
    cells = {"source.Status": ["Member", "Multi-Channel Guest", "Bot", "Deactivated"]}
    rows = pl.DataFrame(cells).with_row_index("row_id")

    found = break_rules(rows, role_rules(rows, ["Status"]))

    assert found.sort("row_id").select("row_id", "code", "column", "value").rows() == [
        (1, "guest_account", "Status", "Multi-Channel Guest"),
        (2, "account_kind", "Status", "Bot"),
    ]


def test_column_of_states_alone_has_no_such_rule() -> None:
    """A guest of a column without roles is a word like any other one."""
    assert role_rules(pl.DataFrame({"source.Status": ["Guest", "Deactivated"]}), ["Status"]) == ()
