"""Names of people beside other cells (`Spare`, `Lost`, nothing), under a header that nobody knows."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.columns.cell_shapes import looks_like_a_name
from keycafe_clean.columns.name_columns import mailbox_of, of_addresses
from keycafe_clean.columns.profile import CellTest, Table
from keycafe_clean.columns.shares import DIFFERENT, HEADED, MOSTLY_FILLED
from keycafe_clean.columns.suggestion import Suggestion
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.frame_columns import FULL_NAME

#: Words of a name that are looked for in an address, and letters of the shortest.
_WORDS, _LETTERS = 4, 3

#: Names that stand in the addresses of their rows: one may by chance.
_FEWEST = 2


def suggest_mixed(table: Table) -> Iterator[Suggestion]:
    """Yield, to be checked, the first unknown column of which half look like whole names, where no other has names.

    They stand in the addresses of their rows; or the column is filled in most rows, and nearly all of it differs. Lines
    of a text, in one column, are none.
    """
    for header in table.source.headers if len(table.source.headers) > 1 else ():
        if (
            header not in table.meanings
            and table.share(header, looks_like_a_name) >= HEADED
            and _is_varied(table, header)
        ):
            yield Suggestion(FULL_NAME, (header,), sure=False, reason="many of its cells look like names of people")
            break


def _is_varied(table: Table, header: str) -> bool:
    if any(_stand_in_addresses(table, header, address) for address in of_addresses(table)):
        return True
    return table.filled(header) >= MOSTLY_FILLED and table.variety(header) >= DIFFERENT


def _stand_in_addresses(table: Table, header: str, address: str) -> bool:
    held = table.sample.select(header, address).drop_nulls()
    found = held.filter(_in_mailbox(address)(header))
    return found.height >= max(_FEWEST, held.height * HEADED)


def _in_mailbox(address: str) -> CellTest:
    """Get the test whether a word of a cell stands in what the address of its row has before the @."""
    mailbox = mailbox_of(address)

    def says(header: str) -> pl.Expr:
        words = without_accents(pl.col(header)).str.extract_all(rf"\p{{L}}{{{_LETTERS},}}")
        each = (words.list.get(at, null_on_oob=True) for at in range(_WORDS))
        return pl.any_horizontal(mailbox.str.contains(word, literal=True) for word in each).fill_null(value=False)

    return says
