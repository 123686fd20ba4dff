"""What one file may hold, and what reading it may cost; counted while reading, before anything is built of it.

Twenty seconds of a processor and 1.5 GB, this process and its child together, are enough for every file of people of up
to 100 MB. Whatever needs more is refused with one sentence.
"""

from dataclasses import dataclass, fields, replace

#: The most bytes of a file, and of what a packed one unpacks to: a million people with 25 columns are 290 MB.
FILE_BYTES, UNPACKED_BYTES = 2_000_000_000, 300_000_000

#: Columns of the widest sheet that a workbook can have; and no cell of one holds more than 32,767 characters, but
#: directories export photographs.
COLUMNS, CELL_BYTES = 16_384, 4_000_000

#: Rows: all people of the largest employers, twice over.
ROWS = 5_000_000

#: Cells of the rectangle from the first to the last one: a cell takes 16 bytes, blank or not. Files of more than 200 MB
#: of people have more cells than that, but one every eight bytes at the most.
CELLS, BYTES_A_CELL = 32_000_000, 8

#: The most that the parts of a workbook may hold together, how many there may be, and the cells of its rectangle, for
#: each of which the library takes 32 bytes. A page may have so many tables.
WORKBOOK_BYTES, PARTS, WORKBOOK_CELLS, MOST_TABLES = 500_000_000, 5_000, 16_000_000, 5_000

#: Parts that are this many times their packed size hold one thing over and over; small ones may.
RATIO, SMALL = 120, 30_000_000

#: Processor seconds and bytes of memory of the child process. A workbook of 100,000 people with 30 columns takes 8 to
#: 14 seconds and 350 MB; the rest up to the whole is for this process.
CHILD_SECONDS, CHILD_BYTES = 15, 800_000_000

#: Address space that the child may claim beside what it has at its start. Libraries claim more than they use, and a
#: thread of Polars that gets none leaves the others waiting, so that this is for a claim of many GB at once only.
CHILD_ADDRESSES = 3_000_000_000

#: Seconds without any processor time after which the child is taken for stuck.
CHILD_IDLE_SECONDS = 30


class OverBudgetError(Exception):
    """A file holds, or costs, more than a table of people does: `limit` is the name of what it exceeds."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


@dataclass(frozen=True)
class Budget:
    """The most that the text of a file may hold.

    `careful_bytes` may stand in records that have to be read one by one; ten million take two seconds.
    """

    rows: int = ROWS
    columns: int = COLUMNS
    cells: int = CELLS
    cell_bytes: int = CELL_BYTES
    careful_bytes: int = UNPACKED_BYTES

    def check(self, *, rows: int = 0, columns: int = 0, longest: int = 0, one_by_one: int = 0) -> None:
        """Let pass what is within the budget. OverBudgetError: something is not.

        `longest` is the longest cell, `one_by_one` what was read record by record, in bytes.
        """
        counted = {"rows": rows, "columns": columns, "cells": rows * columns, "cell_bytes": longest}
        for limit, count in counted.items():
            if count > getattr(self, limit):
                raise OverBudgetError(limit)
        if one_by_one > self.careful_bytes:
            raise OverBudgetError("text_cost")

    def for_bytes(self, count: int) -> "Budget":
        """Get the budget of a text of so many bytes: a larger one may have more cells."""
        return replace(self, cells=max(self.cells, count // BYTES_A_CELL))


#: What is read in this process, for speed: text as systems write it.
IN_PROCESS = Budget(columns=1_000, cell_bytes=100_000, careful_bytes=8_000_000)

#: What is read at all, in a child process whose limits hold.
FULL = Budget()

#: Limits that are the same here and in the child.
FINAL = frozenset(
    limit.name for limit in fields(Budget) if getattr(IN_PROCESS, limit.name) == getattr(FULL, limit.name)
)

#: What is said of a file that is over one of its limits.
SENTENCES = {
    "file_bytes": f"is larger than {FILE_BYTES // 1_000_000:,} MB. Export only the people who are to be imported",
    "unpacked_bytes": f"would unpack to more than {UNPACKED_BYTES // 1_000_000:,} MB. It was not opened",
    "rows": f"has more than {ROWS:,} rows. Export only the people who are to be imported",
    "columns": f"has more than {COLUMNS:,} columns. Look whether its delimiter is right, or export fewer columns",
    "cells": "has more cells than a table of people needs, most of them blank. Export fewer columns",
    "cell_bytes": "has a cell of several million letters. Look whether its delimiter and its quote marks are right",
    "cost": "would take more memory or time than a table of people needs. Export it again, as CSV",
    "text_cost": "would take more memory or time than a table of people needs. Look at its quote marks and delimiter",
}


def refusal(name: str, limit: str) -> str:
    """Get the sentence about a file that is over a limit."""
    return f"{name} {SENTENCES[limit]}."
