"""What a mock starts with: the account, the places used before, and the people who are there already."""

from dataclasses import dataclass
from datetime import datetime

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.store import Store
from keycafe_clean.mock.users import NewUser, key_of
from keycafe_clean.wire import Plan


@dataclass(frozen=True)
class Seed:
    """The state of an account before the first import. Addresses in `known` are members, each once.

    Plan and address are assumed as `MockKeycafe` says.
    """

    plan: Plan = "paid"
    confirmed: bool = True
    used: int = 0
    known: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def seed_account(store: Store, now: datetime, credentials: Credentials, seed: Seed) -> None:
    """Open the account; a database that has one keeps it as it is, with new credentials."""
    with store.writing("changed") as tables:
        if tables.account.open(credentials, seed.plan, confirmed=seed.confirmed):
            tables.account.use(seed.used, now)
            tables.account.add_elsewhere(_by_key(seed.elsewhere))
            tables.users.add(
                _member(number, email) for number, email in enumerate(_by_key(seed.known).values(), start=1)
            )


def _by_key(emails: tuple[str, ...]) -> dict[str, str]:
    keyed = ((key_of(email), email.strip()) for email in emails)
    return {key: email for key, email in keyed if key}


def _member(number: int, email: str) -> NewUser:
    return NewUser(
        id=number,
        import_id=None,
        first_name="",
        last_name="",
        email=email,
        email_key=key_of(email),
        type="FULL",
        status="member",
    )
