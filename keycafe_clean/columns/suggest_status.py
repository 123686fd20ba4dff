"""Which headers say who works here: status words and flags, several at once; the words in the cells decide."""

from collections.abc import Iterator

from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.columns.cell_shapes import (
    is_about_a_process,
    is_account_control,
    is_application,
    is_contract,
    is_employment,
    is_flag,
)
from keycafe_clean.columns.dated import share_of_days
from keycafe_clean.columns.flag_headers import flag_column
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import HEADED, MOSTLY_FLAGS
from keycafe_clean.columns.suggestion import Suggestion, in_words, usual
from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.steps.flag_letters import letters_said

#: Different words of a column of which some are known: as many can be answered one by one.
_FEW_WORDS = 12

_STATES = ("status", "account")

#: Kinds of headers whose cells are no flags: `Anställd` is whoever is employed, or says who is.
_NO_FLAGS = ("full_name", "name", "start_date", "exit_date")

#: What a column says of nearly everybody in it.
_USUAL = {"active": TRUE, "disabled": FALSE}


def suggest_status(table: Table) -> Iterator[Suggestion]:
    """Yield every column that says who works here, who has left or is blocked; empty columns say nothing."""
    for header in table.of("status", "account", "active", "disabled"):
        if table.filled(header):
            yield from _suggested(table, header, table.meanings[header].kind)
    for header in table.of("state"):
        if table.share(header, is_employment) >= HEADED:
            yield Suggestion("status", (header,), sure=True, reason="its cells say who works here")
    yield from _composed_flags(table)
    for header in table.of("leave"):
        if table.share(header, lambda cell: is_flag(cell) | is_employment(cell)) >= MOSTLY_FLAGS:
            yield Suggestion("leave", (header,), sure=True, reason=usual(header, "leave"))


def _composed_flags(table: Table) -> Iterator[Suggestion]:
    """Suggest the columns of yes and no whose name nobody has listed and is written out: `EMP_ACTIVE_FLG`."""
    for header in table.source.headers:
        known = table.meanings.get(header)
        found = flag_column(header) if known is None or known.kind in _NO_FLAGS else None
        if found and found[1] and are_flags(table, header, found[0]):
            yield Suggestion(found[0], (header,), sure=True, reason=f"means {in_words(found[0])}")


def are_flags(table: Table, header: str, column: str) -> bool:
    """Tell whether a column is one of yes and no, by words or by the letters of a language."""
    by_letters = letters_said(table.sample.get_column(header), _USUAL.get(column))
    return bool(by_letters) or table.share(header, is_flag) >= MOSTLY_FLAGS


def _suggested(table: Table, header: str, kind: str) -> Iterator[Suggestion]:
    if kind not in _STATES and (
        table.share(header, lambda cell: is_flag(cell) | is_account_control(cell)) >= MOSTLY_FLAGS
        or are_flags(table, header, kind)
    ):
        yield _flag(table, header, kind)
    elif share_of_days(table, header) < HEADED:
        yield from _status(table, header, "account" if kind == "account" else "status")


def _flag(table: Table, header: str, kind: str) -> Suggestion:
    """Suggest a yes-or-no column; `Disabled` among columns about the person may be a disability."""
    if kind == "disabled" and "disabled" in header.lower() and _asks_about_the_person(table):
        return Suggestion(kind, (header,), sure=False, reason="may be about a disability")
    return Suggestion(kind, (header,), sure=True, reason=usual(header, kind))


def _asks_about_the_person(table: Table) -> bool:
    dropped = [meaning(header) for header in table.source.dropped]
    return any(found and found.group in ("belief, origin, family and sex", "health") for found in dropped)


def _status(table: Table, header: str, column: str) -> Iterator[Suggestion]:
    """Suggest a column of status words; words of a contract alone say nothing, those of an application mislead.

    Known words count whatever stands beside them; a column of many words that nobody knows is asked about as a whole.
    """
    employment, application = table.share(header, is_employment), table.share(header, is_application)
    known = table.share(header, lambda cell: is_employment(cell) | is_contract(cell))
    if application > employment:
        reason = "its words are about an application, not about employment"
        yield Suggestion(column, (header,), sure=False, reason=reason)
    elif employment and (known >= HEADED or _has_few_words(table, header)):
        yield Suggestion(column, (header,), sure=True, reason=usual(header, column))
    elif not employment and table.share(header, is_about_a_process) >= HEADED:
        return
    elif known < HEADED and table.meanings[header].kind in _STATES:
        yield Suggestion(column, (header,), sure=False, reason="its words are no usual status")


def _has_few_words(table: Table, header: str) -> bool:
    return table.sample.get_column(header).n_unique() <= _FEW_WORDS
