"""Users and the outbox, in SQL."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from keycafe_clean.mock.timestamps import from_timestamp, to_timestamp
from keycafe_clean.mock.users import Known, NewMail, NewUser
from keycafe_clean.wire import PAGE_SIZE, Mail, User, UserFilter

_COLUMNS = "id, first_name, last_name, email, type, status, badge_code, access_code"


class UsersTable:
    """Everybody in the account, and the mails they would have got."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    _ADD = """
        INSERT INTO users (id, import_id, first_name, last_name, email, email_key, type, status, badge_code, badge_key,
                           access_code, wants_welcome)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

    def add(self, users: Iterable[NewUser]) -> None:
        """Add users, in order. sqlite3.IntegrityError: an id, an address or a badge is taken."""
        self._connection.executemany(self._ADD, users)

    _SEND = "INSERT INTO outbox (email, kind, user_id, sent_at) VALUES (?, ?, ?, ?)"

    def send(self, mails: Iterable[NewMail], now: datetime) -> None:
        """Record mails that Keycafe would send, in order; none is sent."""
        sent_at = to_timestamp(now)
        values = ((mail.email, mail.kind, mail.user_id, sent_at) for mail in mails)
        self._connection.executemany(self._SEND, values)

    _PAGE = f"SELECT {_COLUMNS} FROM users WHERE status = ? ORDER BY id LIMIT ? OFFSET ?"  # noqa: S608

    def page(self, shown: UserFilter, number: int) -> list[User]:
        """Get one user more than a page holds, in the order of ids: those who are invited, or all who have an account.

        Pages count from 1; the surplus one says that another page follows.
        """
        status = "invited" if shown == "invited" else "member"
        found = self._connection.execute(self._PAGE, (status, PAGE_SIZE + 1, (number - 1) * PAGE_SIZE))
        return [_user(row) for row in found]

    _FIND = f"SELECT {_COLUMNS} FROM users WHERE id = ?"  # noqa: S608

    def find(self, user_id: int) -> User | None:
        """Get a user; None for nobody."""
        found = self._connection.execute(self._FIND, (user_id,)).fetchone()
        return None if found is None else _user(found)

    _ACCEPT = "UPDATE users SET status = 'member' WHERE id = ? AND status = 'invited' RETURNING wants_welcome, email"

    def accept(self, user_id: int) -> tuple[bool, str] | None:
        """Make a member of somebody who is invited; get whether a welcome email was asked for, and the address.

        None: nobody who is invited has this id.
        """
        found = self._connection.execute(self._ACCEPT, (user_id,)).fetchone()
        return None if found is None else (bool(found[0]), str(found[1]))

    _OUTBOX = "SELECT id, email, kind, user_id, sent_at FROM outbox ORDER BY id LIMIT ? OFFSET ?"

    def outbox(self, number: int) -> list[Mail]:
        """Get one mail more than a page holds, the earliest first; the surplus one says that another page follows."""
        found = self._connection.execute(self._OUTBOX, (PAGE_SIZE + 1, (number - 1) * PAGE_SIZE))
        return [
            Mail(id=mail_id, email=email, kind=kind, user_id=user_id, sent_at=from_timestamp(sent_at))
            for mail_id, email, kind, user_id, sent_at in found
        ]

    _STATUS = """
        SELECT email_key, status, import_id IS ? FROM users
        WHERE email_key IN (SELECT value FROM json_each(?))
    """
    _ELSEWHERE = "SELECT email_key FROM elsewhere WHERE email_key IN (SELECT value FROM json_each(?))"
    _BADGES = "SELECT badge_key FROM users WHERE badge_key IN (SELECT value FROM json_each(?))"
    _COUNTS = "SELECT coalesce(max(id), 0) + 1, count(access_code) FROM users"

    def known(self, import_id: int, address_keys: list[str], badge_keys: list[str]) -> Known:
        """Get what rows with these addresses and badges could collide with."""
        addresses, badges = json.dumps(address_keys), json.dumps(badge_keys)
        known = Known(
            elsewhere={key for (key,) in self._connection.execute(self._ELSEWHERE, (addresses,))},
            badges={key for (key,) in self._connection.execute(self._BADGES, (badges,))},
        )
        for key, status, is_of_this_import in self._connection.execute(self._STATUS, (import_id, addresses)):
            of_status = known.members if status == "member" else known.invited
            (known.of_this_import if is_of_this_import else of_status).add(key)
        known.next_user_id, known.codes_given = self._connection.execute(self._COUNTS).fetchone()
        return known


def _user(found: tuple[object, ...]) -> User:
    names = ("id", "first_name", "last_name", "email", "type", "status", "badge_code", "access_code")
    return User.model_validate(dict(zip(names, found, strict=True)))
