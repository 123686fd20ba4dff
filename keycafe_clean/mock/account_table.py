"""The account and the places that it has used, in SQL."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from keycafe_clean.mock.timestamps import to_timestamp
from keycafe_clean.wire import Account, Plan


@dataclass(frozen=True)
class Credentials:
    """Who may ask: an address, and the SHA-256 of a token. The token itself is kept nowhere."""

    email: str
    token_digest: bytes


class AccountTable:
    """The one account of the mock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    _OPEN = """
        INSERT INTO account (id, email, token_digest, confirmed, plan) VALUES (1, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET email = excluded.email, token_digest = excluded.token_digest
    """

    def open(self, credentials: Credentials, plan: Plan, *, confirmed: bool) -> bool:
        """Make the account, or give the one that is there new credentials; get whether it was made."""
        is_new = self._connection.execute("SELECT 1 FROM account").fetchone() is None
        self._connection.execute(self._OPEN, (credentials.email, credentials.token_digest, confirmed, plan))
        return is_new

    def get(self) -> Account:
        """Get the account. It must have been opened."""
        email, confirmed, plan = self._connection.execute("SELECT email, confirmed, plan FROM account").fetchone()
        return Account(email=email, confirmed=bool(confirmed), plan=plan)

    def credentials(self) -> Credentials:
        """Get who may ask. The account must have been opened."""
        return Credentials(*self._connection.execute("SELECT email, token_digest FROM account").fetchone())

    def confirm(self) -> None:
        """Confirm the account's address; once more does no harm."""
        self._connection.execute("UPDATE account SET confirmed = 1")

    def change_plan(self, plan: Plan) -> None:
        """Give the account another plan; what was used stays used."""
        self._connection.execute("UPDATE account SET plan = ?", (plan,))

    def use(self, places: int, now: datetime, import_id: int | None = None) -> None:
        """Count places against the limit, at `now`; no import means before the mock."""
        self._connection.execute(
            "INSERT INTO usage (import_id, used_at, places) VALUES (?, ?, ?)", (import_id, to_timestamp(now), places)
        )

    _USED = "SELECT coalesce(sum(places), 0) FROM usage WHERE used_at >= ? AND used_at < ?"

    def used_between(self, since: datetime, until: datetime) -> int:
        """Get how many places were used from `since` on and before `until`."""
        (used,) = self._connection.execute(self._USED, (to_timestamp(since), to_timestamp(until))).fetchone()
        return int(used)

    def used_by(self, import_id: int) -> int:
        """Get how many places an import has used so far."""
        (used,) = self._connection.execute(
            "SELECT coalesce(sum(places), 0) FROM usage WHERE import_id = ?", (import_id,)
        ).fetchone()
        return int(used)

    def add_elsewhere(self, keys: Iterable[str]) -> None:
        """Note addresses that have a Keycafe account in another organization, by their keys (`users.key_of`)."""
        self._connection.executemany("INSERT OR IGNORE INTO elsewhere (email_key) VALUES (?)", ((key,) for key in keys))
