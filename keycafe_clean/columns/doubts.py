"""Columns that nobody has chosen and that could change who goes in: each is one question, never put aside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.contract import FLAGS
from keycafe_clean.columns.calendar_headers import names_another
from keycafe_clean.columns.cell_shapes import (
    is_address,
    is_contract,
    is_employment,
    is_flag,
    is_spelled_date,
)
from keycafe_clean.columns.dated import share_of_days
from keycafe_clean.columns.entry_headers import goes_in
from keycafe_clean.columns.flag_headers import flag_column, is_of_codes, is_of_states, may_be_of_states
from keycafe_clean.columns.lock_headers import are_lock_codes, speaks_of_a_lock
from keycafe_clean.columns.profile import CellTest, Table
from keycafe_clean.columns.shares import HEADED, MOSTLY_FLAGS
from keycafe_clean.columns.spellings import Meaning
from keycafe_clean.columns.suggest import used_headers
from keycafe_clean.columns.suggestion import Suggestion
from keycafe_clean.columns.vocabulary import (
    is_of_a_deletion,
    is_of_a_record,
    names_a_state,
    recognise,
    says_until_when,
)
from keycafe_clean.export import Source
from keycafe_clean.steps.frame_columns import ADDRESS, DATE_COLUMNS, FIRST_DAYS, NUMBERED_COLUMNS
from keycafe_clean.steps.leavers import are_few_words, are_mostly_states, are_remarks, states_somebody_left
from keycafe_clean.steps.left_notes import is_about_things
from keycafe_clean.steps.periods import are_periods, may_be_periods
from keycafe_clean.steps.status_codes import are_prevailing_letters, are_status_letters

_EXIT = "exit_date"


@dataclass(frozen=True)
class Why:
    """Why a column is asked about: in words, and what that says of its cells."""

    reason: str
    #: whether the header says that there are days: then a plain number may be one, and is no count
    says_days: bool = True
    #: whether its cells have a begin and an end, or one of them; and whether they have both
    of_periods: bool = False
    has_both_days: bool = False
    #: whether its days may as well be first days, for all that its cells say
    of_any_days: bool = False
    #: whether its cells are single letters of a status: whoever has another one than most may have left
    of_letters: bool = False
    #: whether a yes says that somebody is to go in, or is not; null: it says neither
    goes_in: bool | None = None


#: Of columns whose name nobody knows.
_DATES = Why("its cells are dates", says_days=False, of_any_days=True)
_PERIODS = Why("its cells are periods", of_periods=True, has_both_days=True, of_any_days=True)
#: Where no end is said: days may be first ones, or those since when somebody has left.
_OPEN_PERIODS = Why("its cells say since when", of_periods=True, of_any_days=True)

#: Of days on which an account, or whoever had it, was deleted.
_DELETED = Why("its name says when an account was closed or deleted", says_days=False)

_ADDRESSES = Why("its cells are addresses")

#: Of words, which say so of somebody.
LEAVERS = Why("its cells say who has left")

_LETTERS = Why("its cells are letters as of a status", of_letters=True)

#: Of a name that has a word for a lock, or for leaving, as a part of another one.
_LOCK = Why("its name speaks of a lock, or of who no longer works here")

#: Of a column of few words, whatever they are.
_STATE = Why("its name has a word for a state or an employment in it")

#: Of marks by which somebody may be meant to stay out.
_ENTRY = {
    True: Why("its name says who is to go in", goes_in=True),
    False: Why("its name says who is not to go in", goes_in=False),
}

#: What speaks against a column with the name of a first day.
_NO_DATES = ", but many of its cells are no full dates"

#: kind of a header -> which column of ours it may be, and why that is asked
_NAMED = {
    "exit_date": (_EXIT, "its name is that of a last day"),
    "expiry": (_EXIT, "its name says when an account ends"),
    "contract_end": (_EXIT, "its name says when a contract ends, which may have been renewed"),
    "rehire_date": ("rehire_date", "its name is that of a first day after coming back"),
    "valid_from": ("start_date", "its name says since when a record holds"),
    "start_date": ("start_date", "its name is that of a first day"),
    "status": ("status", "its name is that of a status"),
    "account": ("account", "its name is that of an account's state"),
    "active": ("active", "its name is that of who works here"),
    "disabled": ("disabled", "its name is that of who no longer works here"),
    "licence": ("active", "its name says whose account is paid for"),
    "locked": ("disabled", "its name says whose account is locked"),
    "leave": ("leave", "its name is that of who is on leave"),
    ADDRESS: (ADDRESS, "its name is that of the addresses"),
}

#: Kinds of headers that speak of something else, unless the cells are states.
_ELSEWHERE = ("other", "state", "department", "location")

#: Kinds of headers that say whose account is open or closed.
_OF_ACCOUNTS = {"active", "disabled", "account"}

#: Kinds of headers of words about who works here.
_OF_STATES = ("status", "account")

#: Kinds of which a cell that nobody can read is in doubt too: a status put aside speaks of something else.
_STRICT = ("exit_date", "active", "disabled", "licence", "locked")


@dataclass(frozen=True)
class Doubt:
    """A column of one source that may be one of ours: rows wait whose outcome that could change."""

    column: str
    header: str
    why: Why
    #: the rows of the source
    first_row: int
    last_row: int
    #: whether the header says so: then what cannot be read waits too
    is_named: bool
    #: whether the column as a whole is asked about elsewhere
    is_asked: bool = False
    #: whether its days may as well be first days
    may_be_first: bool = False
    #: whether bare numbers that are days count from 1904
    from_1904: bool = False


def doubts(
    source: Source, columns: Mapping[str, tuple[str, ...]], still_open: tuple[Suggestion, ...]
) -> tuple[Doubt, ...]:
    """Get what is in doubt about a source: columns put aside although their names or their cells say who goes in.

    `columns` is what is decided or sure (our column -> its headers; none: no header is this column); `still_open` are
    the unsure suggestions, which are asked about anyway.
    """
    if source.rows.is_empty():
        return ()
    rows = source.rows.get_column("row_id")
    first, last = int(rows.item(0)), int(rows.item(-1))
    asked = {it.headers[0]: it for it in still_open if not it.sure and it.column in _WAITING}
    used = used_headers(columns) | {header for it in still_open if not it.sure for header in it.headers}
    return (
        *(
            Doubt(
                it.column,
                header,
                Why(it.reason),
                first,
                last,
                is_named=True,
                is_asked=True,
                from_1904=source.from_1904,
            )
            for header, it in asked.items()
        ),
        *(
            Doubt(
                column,
                header,
                why,
                first,
                last,
                is_named,
                may_be_first=why.of_any_days and _may_be_first(header, columns),
                from_1904=source.from_1904,
            )
            for column, header, why, is_named in _put_aside(Table(source.first_table), used)
            if columns.get(column) != () and not _says_it_again(source, header, columns.get(column, ()))
        ),
    )


#: Columns whose unsure suggestion makes rows wait here; those of names and addresses have questions of their own.
_WAITING = (*DATE_COLUMNS, *NUMBERED_COLUMNS, *FLAGS)


def _put_aside(table: Table, used: set[str]) -> Iterator[tuple[str, str, Why, bool]]:
    """Yield column, header, why and whether the header says so, for every filled column that is in doubt."""
    for header in table.source.headers:
        meaning = table.meanings.get(header)
        if header in used or not table.cells(header).count():
            continue
        if (is_in := goes_in(header)) is not None:
            yield "active" if is_in else "disabled", header, _ENTRY[is_in], True
        elif meaning is None or (meaning.kind in _ELSEWHERE and _is_of_states(table, header)):
            yield from _by_flag(table, header) if meaning is None else ()
            yield from _by_cells(table, header)
        elif meaning.kind == "login" and _any(table, header, is_address):
            yield ADDRESS, header, _ADDRESSES, False
        elif meaning.kind in _NAMED and not _is_of_a_wrong_password(meaning, table, used):
            column, reason = _NAMED[meaning.kind]
            doubt = _NO_DATES if column in FIRST_DAYS and share_of_days(table, header) < HEADED else ""
            yield column, header, Why(f"{reason}{doubt}"), meaning.kind in _STRICT or _is_of_contracts(table, header)


def _says_it_again(source: Source, header: str, chosen: tuple[str, ...]) -> bool:
    """Whether a column has the days of the one that is chosen once more, in another calendar, and none beside."""
    if len(chosen) != 1 or not names_another(header) or names_another(chosen[0]):
        return False
    both = source.cells.select(pl.col(header).is_null() | pl.col(chosen[0]).is_not_null())
    return recognise(header) == recognise(chosen[0]) and bool(both.to_series().all())


def _is_of_a_wrong_password(meaning: Meaning, table: Table, used: set[str]) -> bool:
    """Whether a lock is one of a directory, for a while, beside a column in use that says whose account is closed."""
    says_more = {its.kind for header, its in table.meanings.items() if header in used} & _OF_ACCOUNTS
    return meaning.kind == "locked" and meaning.group == "Active Directory" and bool(says_more)


def _may_be_first(header: str, columns: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether days that may be anything may be first days: no other column has those, and the name says no end."""
    return not says_until_when(header) and not any(column in columns for column in FIRST_DAYS)


def _by_flag(table: Table, header: str) -> Iterator[tuple[str, str, Why, bool]]:
    """Yield what a column of yes and no, of codes or of letters may be by a part of its name: `ACT_FLG`, `Sperrkz`."""
    found, is_flagged = flag_column(header), table.share(header, is_flag) >= MOSTLY_FLAGS
    if found and is_flagged:
        yield found[0], header, Why("its name may be short for that"), True
    elif speaks_of_a_lock(header) and (is_flagged or are_lock_codes(table.cells(header))):
        yield "disabled", header, _LOCK, True
    elif _are_letters(table, header):
        yield "status", header, _LETTERS, False


def _are_letters(table: Table, header: str) -> bool:
    """Whether cells are letters as of a status: below a name for one, or since the one for who works here prevails."""
    cells = table.cells(header)
    if is_of_states(header) and are_status_letters(cells):
        return True
    return may_be_of_states(header) and are_prevailing_letters(cells, of_codes=is_of_codes(header))


def _by_cells(table: Table, header: str) -> Iterator[tuple[str, str, Why, bool]]:
    """Yield what a column may be whose name nobody knows: addresses, days or states, if any cell is one."""
    if _any(table, header, is_address):
        yield ADDRESS, header, _ADDRESSES, False
    if is_of_a_deletion(header) and _any(table, header, is_spelled_date):
        yield _EXIT, header, _DELETED, False
    elif not is_of_a_record(header) and may_be_periods(table.cells(header)):
        yield _EXIT, header, _PERIODS if are_periods(table.cells(header)) else _OPEN_PERIODS, False
    elif not is_of_a_record(header) and _any(table, header, is_spelled_date):
        yield _EXIT, header, _DATES, False
    else:
        yield from _by_states(table, header)


def _by_states(table: Table, header: str) -> Iterator[tuple[str, str, Why, bool]]:
    """Yield a status where a cell says that somebody has left, or most say who is here and who is not.

    Beside those, what nobody can read is in doubt too, and so are few words below a name that speaks of states. Of
    remarks, what speaks of something else is not.
    """
    cells = table.cells(header)
    is_of_states = are_mostly_states(cells) and not are_remarks(cells)
    is_named = names_a_state(header) and not is_about_things(header)
    if states_somebody_left(cells).any():
        yield "status", header, LEAVERS, is_of_states or is_named
    elif is_of_states:
        yield "status", header, Why("most of its cells say who works here"), True
    elif is_named and are_few_words(cells):
        yield "status", header, _STATE, True


def _is_of_states(table: Table, header: str) -> bool:
    """Whether half of the cells under another name are about employment: a type of worker may say `Terminated`."""
    return table.share(header, lambda cell: is_employment(cell) | is_contract(cell)) >= HEADED


def _is_of_contracts(table: Table, header: str) -> bool:
    """Whether half of the cells of a status say how somebody is employed: what else it says may be about leaving."""
    return table.meanings[header].kind in _OF_STATES and table.share(header, is_contract) >= HEADED


def _any(table: Table, header: str, says: CellTest) -> bool:
    cells = table.cells(header).rename(header).to_frame()
    return bool(cells.select(says(header)).to_series().any())
