"""Codes of systems for the kind of an account or a person: `16` under `msExchRecipientTypeDetails` is a room."""

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
    return _is_of(header, "no_person")


def no_worker_by_code(header: str) -> pl.Expr:
    """Yield whether a cell is the code of a person who does not work here; null where blank.

    Reads `source.<header>`, a header that `has_codes()`.
    """
    return _is_of(header, "no_worker")


def not_here_yet_by_code(header: str) -> pl.Expr:
    """Yield whether a cell is the code of a person who does not work here yet; null where blank.

    Reads `source.<header>`, a header that `has_codes()`.
    """
    return _is_of(header, "not_yet")


def code_rules(headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about columns of such codes, in order of the headers; `headers` are those of the export."""
    return tuple(rule for header in headers if has_codes(header) for rule in _rules(header))


def _rules(header: str) -> tuple[RowRule, ...]:
    return (
        RowRule("account_kind", header, account_kind_by_code(header), value=_in_words(header, "no_person")),
        RowRule("no_worker", header, no_worker_by_code(header), value=_in_words(header, "no_worker")),
        RowRule("not_here_yet", header, not_here_yet_by_code(header), value=_in_words(header, "not_yet")),
    )


def _is_of(header: str, kind: str) -> pl.Expr:
    return _code(header).is_in([*_codes(header, kind)])


def _in_words(header: str, kind: str) -> pl.Expr:
    """Yield a code with what it stands for: `16 (room mailbox)`."""
    word = _code(header).replace_strict(_codes(header, kind), default=None, return_dtype=pl.String)
    return pl.format("{} ({})", _code(header), word)


def _code(header: str) -> pl.Expr:
    return pl.col(f"source.{header}").str.strip_chars().str.to_uppercase().str.strip_suffix(".0")


def _codes(header: str, kind: str) -> dict[str, str]:
    codes: dict[str, str] = (_system(header) or {}).get(kind, {})
    return codes


def _system(header: str) -> dict[str, Any] | None:
    return next((its for its in _systems().values() if spelled_header(header) in its["headers"]), None)


@cache
def _systems() -> dict[str, dict[str, Any]]:
    text = files("keycafe_clean.words").joinpath("account_codes.toml").read_text(encoding="utf-8")
    systems: dict[str, dict[str, Any]] = tomllib.loads(text)["account_codes"]
    return systems
