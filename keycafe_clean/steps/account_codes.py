"""Codes of directories and systems for the kind of an account: `16` under `msExchRecipientTypeDetails` is a room."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.steps.account_type import spelled_header


def has_codes(header: str) -> bool:
    """Tell whether a header stands above codes of kinds of accounts that are the same everywhere."""
    return _system(header) is not None


def account_kind_by_code(header: str) -> pl.Expr:
    """Yield whether a cell is the code of an account that is no person's; null where blank.

    Reads `source.<header>`, a header that `has_codes()`.
    """
    return _code(header).is_in([*_no_person(header)])


def code_rules(headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about columns of such codes, one a header, in order; `headers` are those of the export."""
    return tuple(
        RowRule("account_kind", it, account_kind_by_code(it), value=_in_words(it)) for it in headers if has_codes(it)
    )


def _in_words(header: str) -> pl.Expr:
    """Yield a code with what it stands for: `16 (room mailbox)`."""
    word = _code(header).replace_strict(_no_person(header), default=None, return_dtype=pl.String)
    return pl.format("{} ({})", _code(header), word)


def _code(header: str) -> pl.Expr:
    return pl.col(f"source.{header}").str.strip_chars().str.to_uppercase().str.strip_suffix(".0")


def _no_person(header: str) -> dict[str, str]:
    codes: dict[str, str] = (_system(header) or {}).get("no_person", {})
    return codes


def _system(header: str) -> dict[str, Any] | None:
    return next((its for its in _systems().values() if spelled_header(header) in its["headers"]), None)


@cache
def _systems() -> dict[str, dict[str, Any]]:
    text = files("keycafe_clean.words").joinpath("account_codes.toml").read_text(encoding="utf-8")
    systems: dict[str, dict[str, Any]] = tomllib.loads(text)["account_codes"]
    return systems
