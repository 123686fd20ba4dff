"""Roles in a column of states, as a workspace exports them: `Admin` and `Guest` beside `Deactivated`."""

from collections.abc import Iterable

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.steps.account_type import is_guest, is_named_no_person
from keycafe_clean.steps.status import ACTIVE, INACTIVE, status_meanings, words_said
from keycafe_clean.words import words


def workspace_roles(cells: pl.Series) -> dict[str, str]:
    """Get what the roles in a column of states mean: whoever has one has not left; empty where it has none.

    Role -> active, of guests and bots too, which `role_rules()` ask about. Beside states of who has left a role is a
    state; without one it may be anything.
    """
    said = words_said(cells)
    roles = said.filter(said.is_in(words("status", "roles")))
    if roles.is_empty() or not (status_meanings(cells) == INACTIVE).any():
        return {}
    others = said.to_frame("role").filter(is_guest(pl.col("role")) | is_named_no_person(pl.col("role"))).to_series()
    return dict.fromkeys([*roles, *others], ACTIVE)


def account_kind_by_role(header: str) -> pl.Expr:
    """Yield whether a role is that of a bot or another account of nobody; null where blank. Reads `source.<header>`."""
    return is_named_no_person(pl.col(f"source.{header}"))


def guest_account_by_role(header: str) -> pl.Expr:
    """Yield whether a role is that of a guest; null where blank. Reads `source.<header>`."""
    return is_guest(pl.col(f"source.{header}"))


def role_rules(rows: pl.DataFrame, headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about guests and bots in columns of states that have roles: of both, the columns in order.

    `rows` are all that were read, with their cells as `source.<header>`.
    """
    having = [it for it in headers if workspace_roles(rows.get_column(f"source.{it}"))]
    return (
        *(RowRule("account_kind", it, account_kind_by_role(it), value=pl.col(f"source.{it}")) for it in having),
        *(RowRule("guest_account", it, guest_account_by_role(it), value=pl.col(f"source.{it}")) for it in having),
    )
