"""Rows that may be no person: service accounts, rooms, mailboxes, tests, companies. Only a person can say."""

import re
from collections.abc import Collection, Iterable

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import fold, folded_local, folded_name
from keycafe_clean.steps.account_codes import code_rules, has_codes
from keycafe_clean.steps.account_type import (
    GUEST_SIGN,
    is_guest,
    is_named_no_person,
    is_no_worker,
    is_not_here_yet,
    is_one_of,
    spelled,
    spelled_cell,
    spelled_header,
)
from keycafe_clean.steps.decorations import before_note
from keycafe_clean.steps.frame_columns import ADDRESS, FULL_NAME, NAME_COLUMNS, READS_LIKE_NOBODY
from keycafe_clean.steps.outsiders import has_workers, type_columns
from keycafe_clean.steps.relatives import relation_headers
from keycafe_clean.words import any_of, words

_PARTS = pl.concat_str(NAME_COLUMNS, separator=" ", ignore_nulls=True)
#: The whole name, also where it is not cut: a company is not cut into first and last.
WHOLE_NAME = pl.when(_PARTS != "").then(_PARTS).otherwise(FULL_NAME)


def _spelled_both_ways(kind: str) -> str:
    """Get the pattern of the words of a kind, with and without their accents."""
    listed = words("not_people", kind)
    return any_of({*listed, *map(fold, listed)})


_EVER, _WHOLE, _BESIDE = (_spelled_both_ways(kind) for kind in ("anywhere", "whole", "whole_beside"))
_GROUP, _ROOM, _DEVICE = (_spelled_both_ways(kind) for kind in ("groups", "rooms", "devices"))
#: The end of a company's name in small letters: `acme ltd.`.
LEGAL_FORM = rf"[\s,](?:{any_of(words('not_people', 'companies'))})\.?$"
_ACCOUNT = any_of(words("not_people", "accounts"))
_CODES = any_of(words("not_people", "codes"))
_BEGIN = any_of(words("not_people", "test_beginnings"))
#: `Test Testsson`, `Testy McTest`.
_TEST = rf"^(?:{_BEGIN})\p{{L}}*[\s,]+(?:mc)?(?:{_BEGIN})\p{{L}}*$"
#: `Anybody Glans AB`, in one cell.
_ENDS_AS_COMPANY = rf"\p{{L}}.*[\s,](?:{any_of(words('not_people', 'company_forms'))})\.?$"
_NO_PERSON = (
    rf"^(?:(?:{_BESIDE})\s+)?(?:{_WHOLE})(?:[\s_.-]+(?:[a-z]|{_WHOLE}|{_BESIDE})|[\s_.-]*[0-9]+)*$|(?:^|[^\p{{L}}])(?:{_EVER}|{_CODES})(?:$|[^\p{{L}}])"
    rf"|{_TEST}|^(?:{_GROUP})\s|\s(?:{_GROUP})$|{LEGAL_FORM}|&|^(?:{_ACCOUNT})[-_]|[-_](?:{_ACCOUNT})$"
)
#: The account that an address names: `svc-print@`, `bot-7@`.
_ADDRESS_OF_ACCOUNT = (
    rf"^({_CODES}|{any_of(words('not_people', 'account_addresses'))})(?:[-_][^@]*|[._-]?\d+)?@|^({_CODES})\.[^@]+@"
)
#: Assumption: of the rows of a directory, less than a fifth are rooms and accounts.
_SOME = 0.2
#: Asked once for all rules (`with_row_keys()`): no pattern is dearer.
_READS_LIKE_NOBODY = pl.col(READS_LIKE_NOBODY)

_SIGNS = r"[0-9@_\\/<>{}\[\]|=+*%$^~#!?;:]"


def is_no_person(name: pl.Expr) -> pl.Expr:
    """Yield whether a whole name reads like an account, a room, a mailbox, a test or a company; null where blank."""
    return name.str.to_lowercase().str.contains(_NO_PERSON)


def has_strange_signs(column: str) -> pl.Expr:
    """Yield whether a name holds a digit or a sign that no name has; null where it is blank.

    A sign in front that makes a formula is `formula_text`'s business.
    """
    return pl.col(column).str.slice(1).str.contains(_SIGNS) | pl.col(column).str.contains(
        r"^[^\p{L}\p{M}\p{Cc}'’‘(\"=+@-]"
    )


def is_of_account(address: pl.Expr) -> pl.Expr:
    """Yield whether an address names an account (`bot-7@`), and the name of the row does not; blank is false.

    Reads First Name and Last Name beside the address.
    """
    account = pl.coalesce(address.str.extract(_ADDRESS_OF_ACCOUNT, group) for group in (1, 2))
    return account.is_not_null() & ~_PARTS.str.to_lowercase().str.contains(account, literal=True)


def not_a_person_by_name() -> pl.Expr:
    """Yield whether the whole name reads like an account, a room, a mailbox, a test or a company; null where blank.

    Reads First Name and Last Name, and full_name where both are blank.
    """
    return _READS_LIKE_NOBODY


def not_a_person_by_address() -> pl.Expr:
    """Yield whether only the address says that the row is an account, or that a word of its name is a room or a device.

    Never null, blank is false. Reads Email Address, First Name, Last Name and full_name.
    """
    says = is_of_account(pl.col(ADDRESS)) | is_called_as_a_thing(pl.col(ADDRESS))
    return says & ~_READS_LIKE_NOBODY.fill_null(value=False)


def not_a_person_by_form() -> pl.Expr:
    """Yield whether a name in one cell ends as a company's does (`Glans AB`), and does not read like one by itself.

    Never null, blank is false. Reads First Name, Last Name and full_name.
    """
    in_one = pl.any_horizontal(pl.col(it).is_null() for it in NAME_COLUMNS)
    says = in_one & WHOLE_NAME.str.to_lowercase().str.contains(_ENDS_AS_COMPANY) & ~_READS_LIKE_NOBODY
    return says.fill_null(value=False)


def is_called_as_a_thing(address: pl.Expr) -> pl.Expr:
    """Yield whether a name begins as a room does or ends as a device does, and the address begins so, or is only that.

    `Salle` and `Printer` are names of people as well: their addresses have the other name too, or before it. A room
    needs no address. Never null, blank is false. Reads First Name, Last Name and full_name beside the address.
    """
    name, local = WHOLE_NAME.str.to_lowercase(), address.str.to_lowercase().str.extract(r"^([^@]+)@")
    room, device = name.str.extract(rf"^({_ROOM})\s+\p{{L}}"), name.str.extract(rf"\s({_DEVICE})$")
    of_room = room.is_not_null() & local.str.starts_with(room).fill_null(value=True)
    return (of_room | (local.str.strip_chars("0123456789._-") == device)).fill_null(value=False)


def not_a_person_by_company(header: str) -> pl.Expr:
    """Yield whether a name is that of the company in the same row, and does not read like one by itself.

    Reads `source.<header>`, First Name, Last Name and full_name; never true where name or company is blank.
    """
    name, company = spelled_cell(WHOLE_NAME), spelled_cell(_source(header))
    return (name != "") & (name == company) & ~_READS_LIKE_NOBODY


def not_a_person_by_external(header: str) -> pl.Expr:
    """Yield whether somebody is external by a cell, lacks half of the name, and has an address without the other half.

    Reads `source.<header>`, First Name, Last Name, full_name and Email Address; never true where the cell is blank.
    """
    in_one = pl.any_horizontal(pl.col(it).is_null() for it in NAME_COLUMNS)
    is_external = is_one_of(_source(header), words("marks", "external"))
    local, word = folded_local(pl.col(ADDRESS)), folded_name(WHOLE_NAME).str.extract(r"(\p{L}+)")
    return is_external & in_one & ~local.str.contains(word, literal=True) & ~_READS_LIKE_NOBODY


def name_signs(column: str) -> pl.Expr:
    """Yield whether a person's name holds signs that no name has, and no note behind it; never true where it is blank.

    Reads the column, First Name, Last Name and full_name.
    """
    return has_strange_signs(column) & before_note(pl.col(column)).is_null() & ~_READS_LIKE_NOBODY


def account_kind(header: str) -> pl.Expr:
    """Yield whether a cell is a word for an account that is no person's; never true where blank.

    Reads `source.<header>`. Assumption: where a short header (`Type`) says so of most rows, and of nobody that they
    work here, it is about something else; then false throughout.
    """
    says = is_named_no_person(_source(header))
    are_accounts = (says.mean() <= _SOME) | has_workers(_source(header))
    return says & are_accounts if spelled_header(header) in _SHORT_KINDS else says


def account_kind_by_flag(header: str) -> pl.Expr:
    """Yield whether a cell says yes to being an account that is no person's; null where blank.

    Reads `source.<header>`.
    """
    return is_one_of(_source(header), words("flags", "true"))


def guest_account_by_kind(header: str, *, whole: bool) -> pl.Expr:
    """Yield whether a kind of account is a guest's, by any word or as a whole; null where blank.

    Reads `source.<header>`.
    """
    return is_guest(_source(header), whole=whole)


def guest_account_by_sign(header: str) -> pl.Expr:
    """Yield whether a cell has the sign of a guest's account (`#EXT#@`); null where blank. Reads `source.<header>`."""
    return _source(header).str.contains(GUEST_SIGN, literal=True)


def not_here_yet(header: str, *, whole: bool) -> pl.Expr:
    """Yield whether a kind of worker is one who has not begun, by any word or as a whole; null where blank.

    Reads `source.<header>`.
    """
    return is_not_here_yet(_source(header), whole=whole)


def no_worker(header: str) -> pl.Expr:
    """Yield whether a kind of person is one who does not work here; never true where blank.

    Reads `source.<header>`. A short header (`Type`) that says so of everybody is about something else; then false.
    """
    says = is_no_worker(_source(header))
    return says & ~says.all() if spelled_header(header) in _SHORT_KINDS else says


def account_seat(header: str) -> pl.Expr:
    """Yield whether a cell is a word for the account of a guest, a room or a service; never true where blank.

    Reads `source.<header>`, a column of any name. Assumption: one that tells accounts apart has few kinds, three rows
    to two of them on average, and those words in less than half of the rows; else false throughout.
    """
    cell = spelled_cell(_source(header))
    says = is_one_of(_source(header), words("accounts", "seats")).fill_null(value=False)
    kinds = cell.drop_nulls().n_unique()
    are_kinds = (kinds <= _MOST_KINDS) & (kinds * 3 <= cell.count() * 2)
    return says & are_kinds & (says.mean() < _HALF)


def address_kind_rules(headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about whose address is no person's by its type (`shared`), one a header of such types, in order."""
    return tuple(RowRule("account_kind", it, account_kind(it), value=_source(it)) for it in headers)


def column_rules(headers: Iterable[str], typed: Iterable[str] = (), unknown: Iterable[str] = ()) -> tuple[RowRule, ...]:
    """Get the rules about columns that say what a row is: an account of a kind, a company.

    `headers` are those of the export; their cells are `source.<header>`. `typed` are the headers of our own column of
    account types, which has a rule of its own for what is no person; `unknown` those whose name says nothing. One rule
    a header, in order of the kinds, then of the headers.
    """
    headers, own = tuple(headers), set(typed)
    read = [header for header in headers if header not in own]
    names = {header: spelled_header(header) for header in read}
    companies = [header for header in read if re.sub("[0-9]", "", names[header]) in _COMPANY_HEADERS]
    kinds = [header for header in read if names[header] in _KINDS]
    flags = [header for header in read if re.search(_FLAG_OF_ACCOUNT, names[header])]
    whole = [(header, names.get(header) in _SHORT_KINDS) for header in (*kinds, *sorted(own))]
    return (
        *(RowRule("not_a_person", "Last Name", not_a_person_by_company(it), value=WHOLE_NAME) for it in companies),
        *(RowRule("account_kind", it, account_kind(it), value=_source(it)) for it in kinds),
        *(RowRule("account_kind", it, account_kind_by_flag(it), value=_source(it)) for it in flags),
        *code_rules(headers),
        *(RowRule("guest_account", it, guest_account_by_kind(it, whole=so), value=_source(it)) for it, so in whole),
        *(RowRule("not_here_yet", it, not_here_yet(it, whole=so), value=_source(it)) for it, so in whole),
        *(RowRule("no_worker", it, no_worker(it), value=_source(it)) for it, _ in whole),
        *(RowRule("account_seat", it, account_seat(it), value=_source(it)) for it in unknown if it not in kinds),
    )


def headers_asked(table: pl.DataFrame, used: Collection[str] = ()) -> tuple[str, ...]:
    """Get the headers, in order, of columns that say what a row is: a relative of somebody, an account of a kind.

    `used` are the headers that our columns come from.
    """
    told = {*relation_headers(table, used), *type_columns(table)}
    return tuple(it for it in table.columns if spelled_header(it) in _KINDS or has_codes(it) or it in told)


def sign_rules(headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about the cells of any column that only the account of a guest has, one a header, in order.

    `headers` are those of the export; their cells are `source.<header>`.
    """
    return tuple(RowRule("guest_account", it, guest_account_by_sign(it), value=_source(it)) for it in headers)


def external_rules(headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about those whose kind is external and who may be a firm, one a header of kinds, in order.

    `headers` are those of the export; their cells are `source.<header>`, beside the names and the address.
    """
    kinds = [header for header in headers if spelled_header(header) in _KINDS]
    return tuple(RowRule("not_a_person", "Last Name", not_a_person_by_external(it), value=WHOLE_NAME) for it in kinds)


_COMPANY_HEADERS = spelled(words("companies", "headers"))
#: More kinds are those of anything, and so are words that most rows have.
_MOST_KINDS, _HALF = 8, 0.5

#: `Is Service Account`, `web_service_access_only`, `Bot?`.
_FLAG_OF_ACCOUNT = (
    rf"^(?:is|ist|est)?(?:{any_of(spelled(words('account_kinds', 'flag_headers')))})(?:only|user|flag|flg|ind|yn)?$"
)
_KINDS, _SHORT_KINDS = (spelled(words("account_kinds", kind)) for kind in ("headers", "short_headers"))


def _source(header: str) -> pl.Expr:
    return pl.col(f"source.{header}")


PEOPLE_RULES: tuple[RowRule, ...] = (
    RowRule("not_a_person", "Last Name", not_a_person_by_name(), value=WHOLE_NAME),
    RowRule("not_a_person", "Last Name", not_a_person_by_form(), value=WHOLE_NAME),
    RowRule("not_a_person", ADDRESS, not_a_person_by_address()),
    *(RowRule("name_signs", it, name_signs(it)) for it in NAME_COLUMNS),
)
