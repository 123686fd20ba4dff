"""View models: the lines of the desk's tables, as people read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from keycafe_clean.decide.answer_words import SAME_PERSON


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
class CellLine:
    """The cells of one header as they were read: of the row that waits, or of both rows, the one that is kept first."""

    header: str
    cells: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Tell whether two rows have another cell here."""
        return len(set(self.cells)) > 1


@dataclass(frozen=True)
class QuestionCard:
    """One question that waits for the analyst: where and about whom, what is asked, and what answers it.

    `words` are those of `answer_words.fitting()`, the likeliest first; `typed` is the column of which a new cell can be
    typed instead (blank: none), and `cell` what is in it now. `suggestion` is blank where there is none, `alike` how
    many questions can take theirs as this one can. `row` and `other_row` are as the spreadsheet counts them; without
    another row that is None. `addresses` are those of two rows, where they differ.
    """

    row_id: int
    code: str
    column: str
    row: int
    other_row: int | None
    kind: str
    name: str
    sentence: str
    suggestion: str
    alike: int
    words: tuple[str, ...]
    typed: str
    cell: str
    cells: tuple[CellLine, ...]
    addresses: tuple[str, ...] = ()

    @property
    def is_pair(self) -> bool:
        """Tell whether two rows are asked about, and nothing can be typed instead: they are compared."""
        return SAME_PERSON in self.words and not self.typed


@dataclass(frozen=True)
class PairView:
    """A pair to compare: what is asked, both rows' cells under `headings`, what undo takes back (blank: nothing).

    `addresses` are those that the invitation can go to, the one that is kept first; one or none: there is no choice.
    `cells` are lines with `header`, `cells` and `differs`. It is `alone` where no other question is asked.
    """

    kind: str
    place: str
    sentence: str
    headings: tuple[str, ...]
    cells: tuple[Mapping[str, object], ...]
    addresses: tuple[str, ...]
    undo: str
    alone: bool


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
class StepLine:
    """One step on the rail: its mark (`look`: open, done), its name, and how much waits there (blank: nothing).

    `said` is what a screen reader says of it; whatever can be seen is in it, as it stands there.
    """

    step: str
    name: str
    look: str
    mark: str
    said: str
    count: str
    is_shown: bool


@dataclass(frozen=True)
class PeopleLine:
    """Of how many people what is so, and what becomes of them.

    `key` is the kind of their rows, `change` what can be changed about them; blank: nothing.
    """

    number: int
    what: str
    note: str
    key: str
    change: str


@dataclass(frozen=True)
class ChangeCard:
    """What can be changed about a line of people (`key`), as it stands in the set-up.

    `now` has the yes-or-no fields of the set-up and of its defaults. Where people are chosen by a column, `columns` has
    those to choose by, each with its cells and how many people have them; `column` and `values` are the rule that is
    there (blank: none). `words` has words of a status with what they mean.
    """

    key: str
    change: str
    now: Mapping[str, bool]
    columns: Mapping[str, tuple[tuple[str, int], ...]]
    column: str
    values: tuple[str, ...]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Tile:
    """A number of this month against the one before: what it counts (a key of `texts.toml`), what to do about it.

    `is_alarm`: somebody is in Keycafe although they left.
    """

    kind: str
    number: int
    note: str
    is_alarm: bool = False


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


@dataclass(frozen=True)
class KindLine:
    """One kind of rows: the heading it stands under in the list beside them, its key, its name, how many rows.

    Without a heading it stands above the rows.
    """

    heading: str
    kind: str
    name: str
    rows: int


@dataclass(frozen=True)
class DecisionLine:
    """One decision about people: what was decided, when and by whom, and why it does not hold where it does not.

    `id` is that of `decisions.csv`. `outdated` says that its cell is another one by now, so that either can be kept.
    """

    id: str
    said: str
    made: str
    why_not: str
    outdated: bool


@dataclass(frozen=True)
class TidiedCell:
    """A cell that is not as it was read, and by which rule."""

    column: str
    before: str
    after: str
    rule: str


@dataclass(frozen=True)
class RowCard:
    """One row about which nothing is open: what became of it, its cells as read, what was tidied, what was decided.

    `row` is as the spreadsheet counts. It `can_part` from the row that it was combined with by a rule.
    """

    row_id: int
    row: int
    name: str
    said: tuple[str, ...]
    cells: tuple[CellLine, ...]
    tidied: tuple[TidiedCell, ...]
    decisions: tuple[DecisionLine, ...]
    can_part: bool
    can_leave_out: bool


@dataclass(frozen=True)
class GridColumn:
    """One column of a grid: its field and title, what its cells are, and what can be done with them.

    `kind` is `text`, `number` (to the right), or `remark` (what is asked, or why). `width` is in pixels, at least; of
    the space that is left a column gets its share by `grow`.
    """

    field: str
    title: str
    kind: str = "text"
    width: int = 100
    grow: int = 0
    editable: bool = False
    sorts: bool = True


@dataclass(frozen=True)
class RowsRequest:
    """Which rows are asked for: those of a kind in which something is found, from `offset` on, no more than `limit`.

    A blank `search` finds all, and a blank `sort_by` leaves them as they stand in the file. The place of `row_id` among
    them is asked for too.
    """

    kind: str
    search: str = ""
    sort_by: str = ""
    descending: bool = False
    offset: int = 0
    limit: int = 100
    row_id: int | None = None


@dataclass(frozen=True)
class RowsBlock:
    """What answers a `RowsRequest`: how many rows there are, those asked for, and the place of the row.

    A row has `row_id`, `cells` (text by field), `marks`, a line a question that is open about it (`column`, `code`,
    `severity`, `suggestion`, `sentence`), and `fixed`, true where nothing in it can be edited.
    """

    total: int = 0
    rows: tuple[Mapping[str, Any], ...] = ()
    place: int | None = None
