"""Rows of cells that may span, and skip, others."""

#: The most columns that a cell may span or skip, and the last row of a sheet.
WIDEST, LAST_ROW = 1_000, 1_048_576


class SpannedRows:
    """Rows of text that grow cell by cell.

    A cell that spans columns leaves blank ones behind; one that spans rows stands in each of them.
    """

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._from_above: dict[int, tuple[int, str]] = {}

    def begin_row(self, number: int | None = None) -> None:
        """Open the next row, or the one of a number from 1, with blank ones before it."""
        self.end_row()
        blank = min(number or 0, LAST_ROW) - 1 - len(self.rows)
        self.rows.extend([] for _ in range(blank))
        self.rows.append([])

    def end_row(self) -> None:
        """Close the open row, with the cells that reach down into it right of its own."""
        if self.rows and self._from_above:
            self._reach(max(self._from_above) + 1)

    def add(self, text: str, *, number: int | None = None, columns: int = 1, rows: int = 1) -> tuple[int, int]:
        """Add a cell to the open row, or one row more, at the next free place, or at that of a number from 1.

        Returns row from 1 and place from 0.
        """
        if not self.rows:
            self.begin_row()
        row = self.rows[-1]
        self._reach(min((number or 1) - 1, len(row) + WIDEST))
        while len(row) in self._from_above:
            self._reach(len(row) + 1)
        place = len(row)
        row.extend([text, *[""] * (min(columns, WIDEST) - 1)])
        if rows > 1:
            self._from_above.update((at, (rows - 1, row[at])) for at in range(place, len(row)))
        return len(self.rows), place

    def _reach(self, width: int) -> None:
        """Fill the open row up to a width: with cells from above, where some reach down, else with blank ones."""
        row = self.rows[-1]
        for place in range(len(row), width):
            left, text = self._from_above.pop(place, (0, ""))
            if left > 1:
                self._from_above[place] = (left - 1, text)
            row.append(text)


def whole_number(text: str | None, otherwise: int) -> int:
    """Get the whole number, from 1 on, that an attribute holds."""
    return max(int(text), 1) if text and text.isascii() and text.isdecimal() and len(text) < 8 else otherwise
