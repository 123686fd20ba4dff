"""What the client and the mock say to each other over HTTP: one model a document, frozen, camelCase on the wire.

Keycafe publishes no interface for imports, so these documents are ours (Assumption:), kept in the manner of its public
API: the error envelope, the user types FULL and SMARTBOX, bare JSON arrays in pages of fifty.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic.alias_generators import to_camel

#: Users, imports and mails come in pages of fifty (Keycafe's public API, "Paging").
PAGE_SIZE = 50

Plan = Literal["paid", "confirmed"]
ImportState = Literal["queued", "processing", "completed", "failed"]
UserType = Literal["FULL", "SMARTBOX"]
UserStatus = Literal["invited", "member"]
UserFilter = Literal["invited", "all"]
MailKind = Literal["invitation", "welcome"]


class WireModel(BaseModel):
    """A document on the wire: frozen, snake_case here and camelCase there."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True, serialize_by_alias=True
    )


class Import(WireModel):
    """One import: its state, and how far it is.

    `rows` counts people in the file, `done` those looked at, `added` and `failed` what became of them; a row that is
    neither was skipped. `message` says why an import failed as a whole. `digest` is the SHA-256 of the file's bytes, in
    hexadecimal: who got no answer finds the import by it. Times are UTC.
    """

    id: int
    name: str
    digest: str
    state: ImportState
    rows: int
    done: int
    added: int
    failed: int
    created_at: datetime
    finished_at: datetime | None = None
    message: str | None = None

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen to this import."""
        return self.state in {"completed", "failed"}


class RowError(WireModel):
    """Why a row was not added. `row` is the row as a spreadsheet shows it (the header is row 1)."""

    row: int
    field: str
    code: str
    message: str


class Limit(WireModel):
    """The users of a month: `limit` is `used` and `queued` and `left` together ("Import Limitations").

    `queued` counts the people of imports that are accepted and not finished; `left` is never negative.
    """

    month: str
    limit: int
    used: int
    queued: int
    left: int


class Account(WireModel):
    """Who imports: the address, whether it is confirmed, and the plan that sets the limit of a month."""

    email: str
    confirmed: bool
    plan: Plan


class User(WireModel):
    """A user after an import. Only a Full User is ever invited; codes are text, for their leading zeros."""

    id: int
    first_name: str
    last_name: str
    email: str | None
    type: UserType
    status: UserStatus
    badge_code: str | None
    access_code: str | None


class Mail(WireModel):
    """A mail that Keycafe would have sent; the mock sends none and records each."""

    id: int
    email: str
    kind: MailKind
    user_id: int
    sent_at: datetime


class PlanChange(WireModel):
    """The plan that the account gets."""

    plan: Plan


def _is_of_this_century(moment: datetime) -> datetime:
    if moment.year // 100 == 20:
        return moment
    raise ValueError("a moment is of this century")


def _is_text(value: object) -> object:
    if value is None or isinstance(value, str | datetime):
        return value
    raise ValueError("a moment is text")


#: A moment of this century with its offset from UTC; nobody practises in another, and a calendar has its ends.
Timestamp = Annotated[
    AwareDatetime,
    BeforeValidator(_is_text),
    AfterValidator(_is_of_this_century),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": "^20"}),
]


class ClockChange(WireModel):
    """The moment at which the mock's clock stands still; null lets it run again."""

    now: Timestamp | None


class ErrorText(WireModel):
    """What went wrong: an id for programs, a sentence for people."""

    error_id: str
    error_message: str


class FieldError(WireModel):
    """Which part of a request was wrong."""

    field: str
    error_message: str


class ErrorEnvelope(WireModel):
    """Every refusal, as in Keycafe's public API."""

    error: ErrorText
    field_errors: tuple[FieldError, ...] = ()
