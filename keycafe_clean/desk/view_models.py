"""View models: the lines of the desk's tables, as people read them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ColumnLine:
    """One of our columns: its name on screen, the header of which file it comes from, a few cells, and why.

    `headers` is blank where no header is taken. It is sure unless a suggestion waits for an answer.
    """

    file: str
    column: str
    name: str
    headers: str
    examples: str
    reason: str
    is_sure: bool


@dataclass(frozen=True)
class WaitingLine:
    """One row that waits for a person: where it stands, who it is about, what is wrong, what to do."""

    row: str
    name: str
    email: str
    sentence: str
    advice: str


@dataclass(frozen=True)
class MonthLine:
    """How full a month is: users of an earlier import, users of this one, and what the limit allows."""

    month: str
    used: int
    people: int
    limit: int

    @property
    def name(self) -> str:
        """Get the month without its year: `November`."""
        return self.month.split()[0]


@dataclass(frozen=True)
class Download:
    """A file for the analyst's own computer. `media_type` is what the browser is told that it is."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class ImportLine:
    """One import as Keycafe's Imports page lists it; `said` is what an import that failed as a whole was told."""

    name: str
    state: str
    rows: int
    done: int
    added: int
    failed: int
    said: str = ""


@dataclass(frozen=True)
class UserLine:
    """One person as Keycafe's Users tab lists it."""

    name: str
    email: str
    user_type: str
