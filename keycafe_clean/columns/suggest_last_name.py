"""What may be the last name where no column is called so: the name at birth, the father's, what addresses have."""

from collections.abc import Iterator

from keycafe_clean.columns.cell_shapes import is_name
from keycafe_clean.columns.name_columns import headers_of, of_addresses, share_in_addresses
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import HEADED, UNHEADED
from keycafe_clean.columns.suggestion import Suggestion
from keycafe_clean.steps.frame_columns import LAST


def in_place_of_last(table: Table, firsts: tuple[str, ...]) -> Iterator[Suggestion]:
    """Suggest, to be checked, what is called by another name where no column has last names: that of the father, too.

    Else a column of any name whose cells stand in the addresses.
    """
    births, fathers = list(_at_birth(table)), list(_of_fathers(table))
    yield from births or fathers or _beside_firsts(table, firsts)


def _of_fathers(table: Table) -> Iterator[Suggestion]:
    """Suggest the father's name, or the grandfather's where the addresses rather have that one."""
    named = headers_of(table, "father_name")
    spoken = [(share_in_addresses(table, header), header) for header in named]
    for _, header in sorted(spoken, key=lambda it: -it[0])[:1]:
        others = [f", beside '{other}'" for other in named if other != header]
        reason = f"it is the name of the father or of his, and there is no last name{''.join(others)}"
        yield Suggestion(LAST, (header,), sure=False, reason=reason)


def _beside_firsts(table: Table, firsts: tuple[str, ...]) -> Iterator[Suggestion]:
    """Suggest the first column beside the first names whose cells stand in the addresses."""
    others = [header for header in table.source.headers if _may_be_another_name(table, header, firsts)]
    named = [header for header in others if table.share(header, is_name) >= UNHEADED]
    for header in [it for it in named if share_in_addresses(table, it) >= HEADED][:1]:
        reason = "its cells stand in the addresses, and there is no last name"
        yield Suggestion(LAST, (header,), sure=False, reason=reason)


def _may_be_another_name(table: Table, header: str, firsts: tuple[str, ...]) -> bool:
    """Whether a filled column is no login, and neither is nor repeats the first names, as those that people prefer."""
    is_login = header in table.of("login") or header in of_addresses(table)
    repeats = any(header == first or table.agreement(first, header) >= HEADED for first in firsts)
    return bool(table.filled(header)) and not is_login and not repeats


def _at_birth(table: Table) -> Iterator[Suggestion]:
    """Suggest, to be checked, the last name at birth where there is no other: in some countries it is the legal one."""
    for header in headers_of(table, "birth_name")[:1]:
        yield Suggestion(LAST, (header,), sure=False, reason="it is the name at birth, and there is no other last name")
