"""Which headers may hold names: by what they are called, and by the addresses beside them."""

import polars as pl

from keycafe_clean.columns.cell_shapes import is_address, is_name
from keycafe_clean.columns.profile import CellTest, Table
from keycafe_clean.columns.shares import HEADED, MOSTLY_FILLED, UNHEADED
from keycafe_clean.columns.vocabulary import is_second_choice
from keycafe_clean.folding import without_accents


def headers_of(table: Table, *kinds: str) -> list[str]:
    """Get the headers of these kinds whose cells can be names, legal names first, mostly empty columns last."""
    named = [
        header for header in table.of(*kinds) if not table.filled(header) or table.share(header, _was_name) >= HEADED
    ]
    return sorted(
        named,
        key=lambda header: (
            table.filled(header) < MOSTLY_FILLED,
            is_second_choice(header),
            "legal" not in header.lower(),
        ),
    )


def _was_name(header: str) -> pl.Expr:
    """Yield whether a cell is a name, or was one whose letters are lost: `???? ??`."""
    return is_name(header) | pl.col(header).str.contains(r"^[?\u{fffd}\s.'-]*[?\u{fffd}]{2}[?\u{fffd}\s.'-]*$")


def of_addresses(table: Table) -> list[str]:
    """Get the headers of columns that hold addresses, whatever they are called."""
    return [header for header in table.source.headers if table.share(header, is_address) >= UNHEADED]


def mailbox_of(address: str) -> pl.Expr:
    """Yield what the address of a row has before the @, without accents; null where there is none."""
    return without_accents(pl.col(address)).str.extract("^([^@]+)@")


def within(mailbox: pl.Expr) -> CellTest:
    """Get the test whether a cell stands in what the address of its row has before the @, accents apart."""
    return lambda header: mailbox.str.contains(without_accents(pl.col(header)), literal=True)


def share_in_addresses(table: Table, header: str) -> float:
    """Get the share of the cells that stand in the addresses of their rows; 0 where there are no addresses."""
    addresses = of_addresses(table)[:1]
    mailbox = [mailbox_of(it) for it in addresses]
    return table.share(header, within(mailbox[0])) if mailbox else 0
