import pytest

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.seed import Seed, seed_account
from keycafe_clean.mock.store import Store
from keycafe_clean.wire import Account
from tests.mock.files import LATER, NOW

ANN, BO = Credentials("ann@example.com", b"1"), Credentials("bo@example.com", b"2")


def test_an_account_starts_as_it_is_said(store: Store) -> None:
    """Plan, confirmation, and the places used before."""
    seed_account(store, NOW, ANN, Seed("confirmed", confirmed=False, used=120))

    with store.reading() as tables:
        assert tables.account.get() == Account(email="ann@example.com", confirmed=False, plan="confirmed")
        assert tables.account.used_between(NOW, LATER) == 120


def test_people_who_are_there_are_members_once(store: Store) -> None:
    """However often and however spelled an address is given; blanks are nobody."""
    seed_account(store, NOW, ANN, Seed(known=("Eva@example.com ", "eva@EXAMPLE.com", " ", "tom@example.com")))

    with store.reading() as tables:
        found = {(user.email or "").casefold(): user.type for user in tables.users.page("all", 1)}
        assert (found, tables.users.page("invited", 1)) == ({"eva@example.com": "FULL", "tom@example.com": "FULL"}, [])


@pytest.mark.parametrize("address", ["eva@example.com", "EVA@example.com", " eva@example.com"])
def test_an_account_elsewhere_is_known_by_its_key(store: Store, address: str) -> None:
    """Spelled in any way."""
    seed_account(store, NOW, ANN, Seed(elsewhere=(address, "")))

    with store.reading() as tables:
        assert tables.users.known(1, ["eva@example.com", ""], []).elsewhere == {"eva@example.com"}


def test_an_account_that_is_there_keeps_all_but_its_credentials(store: Store) -> None:
    """A mock that is started again on its database goes on where it was."""
    seed_account(store, NOW, ANN, Seed("confirmed", used=5))

    seed_account(store, NOW, BO, Seed("paid", used=900, known=("eva@example.com",)))

    with store.reading() as tables:
        assert tables.account.credentials() == BO
        assert (tables.account.get().plan, tables.account.used_between(NOW, LATER)) == ("confirmed", 5)
        assert tables.users.page("all", 1) == []


def test_a_mock_starts_empty_on_a_paid_plan(store: Store) -> None:
    """Unless something else is said, the address is confirmed and no place is used."""
    seed_account(store, NOW, ANN, Seed())

    with store.reading() as tables:
        assert tables.account.get() == Account(email="ann@example.com", confirmed=True, plan="paid")
        assert (tables.account.used_between(NOW, LATER), tables.users.page("all", 1)) == (0, [])


def test_members_are_known_by_their_address_only(store: Store) -> None:
    """Nobody says their names; they are numbered from 1."""
    seed_account(store, NOW, ANN, Seed(known=("eva@example.com", "tom@example.com")))

    with store.reading() as tables:
        found = [(user.id, user.first_name, user.last_name, user.email) for user in tables.users.page("all", 1)]
        assert found == [(1, "", "", "eva@example.com"), (2, "", "", "tom@example.com")]
