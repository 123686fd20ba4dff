import sqlite3
from datetime import timedelta

import pytest

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.store import Tables
from keycafe_clean.wire import Account
from tests.mock.files import NOW

ANN, BO = Credentials("ann@example.com", b"1"), Credentials("bo@example.com", b"2")


def test_an_account_is_made_as_it_is_said(tables: Tables) -> None:
    """Address, plan, and whether the address is confirmed."""
    is_new = tables.account.open(ANN, "confirmed", confirmed=False)

    assert is_new
    assert tables.account.get() == Account(email="ann@example.com", confirmed=False, plan="confirmed")


def test_an_account_that_is_there_gets_new_credentials_only(tables: Tables) -> None:
    """Plan and confirmation stay as they became."""
    tables.account.open(ANN, "confirmed", confirmed=True)

    is_new = tables.account.open(BO, "paid", confirmed=False)

    assert (is_new, tables.account.credentials()) == (False, BO)
    assert tables.account.get() == Account(email="bo@example.com", confirmed=True, plan="confirmed")


def test_an_address_is_confirmed_for_good(tables: Tables) -> None:
    """Once more does no harm."""
    tables.account.open(ANN, "paid", confirmed=False)

    tables.account.confirm()
    tables.account.confirm()

    assert tables.account.get().confirmed


def test_a_plan_can_change(tables: Tables) -> None:
    """To either of the two."""
    tables.account.open(ANN, "paid", confirmed=True)

    tables.account.change_plan("confirmed")

    assert tables.account.get().plan == "confirmed"


def test_places_are_counted_between_two_moments(tables: Tables) -> None:
    """The first moment belongs to the month that begins with it, the last one to the next month."""
    for days, places in ((-1, 1_000), (0, 100), (1, 20), (2, 3)):
        tables.account.use(places, NOW + timedelta(days=days))

    assert tables.account.used_between(NOW, NOW + timedelta(days=2)) == 120


def test_nothing_is_used_at_first(tables: Tables) -> None:
    """No usage is none, not unknown."""
    assert (tables.account.used_between(NOW, NOW + timedelta(days=1)), tables.account.used_by(1)) == (0, 0)


def test_places_are_counted_by_import(tables: Tables, import_id: int) -> None:
    """Stretch by stretch; what was used before the mock is of no import."""
    tables.account.use(100, NOW)
    tables.account.use(2, NOW, import_id)
    tables.account.use(3, NOW, import_id)

    assert tables.account.used_by(import_id) == 5


def test_an_address_is_noted_elsewhere_once(tables: Tables) -> None:
    """The same one again is nothing new."""
    tables.account.add_elsewhere(["ann@example.com", "ann@example.com"])
    tables.account.add_elsewhere(["ann@example.com"])

    assert tables.users.known(1, ["ann@example.com"], []).elsewhere == {"ann@example.com"}


def test_nobody_uses_places_for_an_import_that_is_not_there(tables: Tables) -> None:
    """The database has the last word."""
    with pytest.raises(sqlite3.IntegrityError):
        tables.account.use(5, NOW, import_id=99)
