"""Users, mails and row errors as an import makes them, before they are stored."""

from dataclasses import dataclass, field
from typing import NamedTuple

from keycafe_clean.wire import MailKind, UserStatus, UserType


class NewUser(NamedTuple):
    """A user to be added, in the order of the table's columns.

    Keys are what must be unique over the account; None is no address, no badge.
    """

    id: int
    import_id: int | None
    first_name: str
    last_name: str
    email: str | None
    email_key: str | None
    type: UserType
    status: UserStatus
    badge_code: str | None = None
    badge_key: str | None = None
    access_code: str | None = None
    wants_welcome: bool = False


@dataclass(frozen=True)
class NewMail:
    """A mail to be recorded; the mock sends none."""

    email: str
    kind: MailKind
    user_id: int


@dataclass(frozen=True)
class NewError:
    """A rule that a row breaks."""

    row: int
    field: str
    code: str
    message: str


@dataclass
class Known:
    """What the rows of one file must not collide with, kept up to date while they are added.

    `members` and `invited` hold address keys, `of_this_import` those that earlier rows added, `elsewhere` those with an
    account in another organization.
    """

    members: set[str] = field(default_factory=set)
    invited: set[str] = field(default_factory=set)
    of_this_import: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    badges: set[str] = field(default_factory=set)
    next_user_id: int = 1
    codes_given: int = 0
    places_left: int = 0


@dataclass
class Additions:
    """What a stretch of rows comes to.

    `rows` were looked at, of which `failed` have errors and the rest are users or skipped; `places` count against the
    limit.
    """

    rows: int = 0
    failed: int = 0
    places: int = 0
    users: list[NewUser] = field(default_factory=list)
    mails: list[NewMail] = field(default_factory=list)
    errors: list[NewError] = field(default_factory=list)


def key_of(text: str) -> str | None:
    """Get what makes two addresses or badge codes the same: trimmed, case folded; None for a blank one."""
    return text.strip().casefold() or None
