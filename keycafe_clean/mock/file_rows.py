"""The bytes of an import file -> its rows, or one sentence that says why it is none."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import wrong_file
from keycafe_clean.mock.row_checks import FIELDS
from keycafe_clean.mock.users import key_of

_HEADER = ", ".join(FIELDS)

#: More than eight cells of people ever need; an unclosed quotation mark makes one row of all that follow.
_ROW_CHARACTERS = 10_000

_CHECK_QUOTES = "Check its quotation marks: each opening one needs a closing one."


@dataclass(frozen=True)
class ImportRow:
    """One person of a file. `row` is the row as a spreadsheet shows it; `cells` has each of FIELDS, blank as "".

    The keys are what must be unique over the account.
    """

    row: int
    cells: Mapping[str, str]

    @cached_property
    def address_key(self) -> str | None:
        """What makes two addresses the same; None for no address."""
        return key_of(self.cells["Email Address"])

    @cached_property
    def badge_key(self) -> str | None:
        """What makes two badges the same; None for no badge."""
        return key_of(self.cells["Badge Code"])


@dataclass(frozen=True)
class _Header:
    """Which field stands in which column (None: it is ignored), and whether the first record is the header."""

    fields: tuple[str | None, ...]
    is_there: bool = True


@dataclass(frozen=True)
class ImportFile:
    """A file that could be read: its people in order; blank lines are nobody."""

    fields: tuple[str | None, ...]
    records: list[tuple[int, list[str]]]

    def __len__(self) -> int:
        return len(self.records)

    def rows(self, start: int = 0, count: int | None = None) -> list[ImportRow]:
        """Get `count` people (None: all), from the one at `start` on, the first being 0."""
        stop = None if count is None else start + count
        return [ImportRow(row, self._cells(cells)) for row, cells in self.records[start:stop]]

    def _cells(self, cells: list[str]) -> dict[str, str]:
        if self.fields == FIELDS:
            return dict(zip(FIELDS, cells, strict=True))
        named = dict(zip(self.fields, cells, strict=True))
        return {field: named.get(field, "") for field in FIELDS}


def read_import_file(content: bytes, policy: MockPolicy) -> ImportFile:
    """Get an import file from its bytes.

    Raises:
        Refusal: The file is no CSV, has another header, or a row with more or fewer cells than the header.
    """
    text = _text(content, policy)
    records = list(_records(text, _delimiter(text, policy)))
    if not records:
        raise wrong_file(f"The file is empty. Its first row must be the header: {_HEADER}.")
    header = _header(records[0][1], policy)
    people = records[header.is_there :]
    for row, cells in people:
        _check_row(row, cells, len(header.fields))
    return ImportFile(header.fields, people)


def _text(content: bytes, policy: MockPolicy) -> str:
    mark = b"\xef\xbb\xbf"
    if content.startswith(mark) and policy.byte_order_mark == "refuse":
        raise wrong_file("The file begins with a byte order mark. Save it as UTF-8 without one.")
    text = _decoded(content.removeprefix(mark), policy)
    if "\0" in text:
        raise wrong_file("The file holds NUL characters, which no CSV file has. Save it as CSV in UTF-8.")
    return text


def _decoded(content: bytes, policy: MockPolicy) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if policy.encoding == "utf-8 or cp1252":
            return content.decode("cp1252", errors="replace")
        byte, place = content[error.start], error.start
    raise wrong_file(f"The file is not UTF-8: byte 0x{byte:02X} at offset {place:,}. Save it as CSV in UTF-8.")


def _delimiter(text: str, policy: MockPolicy) -> str:
    if policy.delimiter == "comma":
        return ","
    first_line = text.partition("\n")[0]
    return max(",;\t", key=first_line.count)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, start=1):
            if sum(map(len, cells)) > _ROW_CHARACTERS:
                raise wrong_file(f"Row {row:,} is longer than {_ROW_CHARACTERS:,} characters. {_CHECK_QUOTES}")
            if any(cells):
                yield row, cells
    except csv.Error:
        raise wrong_file(f"Row {row + 1:,} cannot be read as CSV. {_CHECK_QUOTES}") from None


def _header(cells: list[str], policy: MockPolicy) -> _Header:
    names = [_name(cell, policy) for cell in cells]
    if not policy.header_required and not set(names) & set(FIELDS):
        return _Header(FIELDS, is_there=False)
    _check_header(names, policy)
    return _Header(tuple(name if name in FIELDS else None for name in names))


def _name(cell: str, policy: MockPolicy) -> str:
    if policy.header == "strict":
        return cell
    return {field.casefold(): field for field in FIELDS}.get(cell.strip().casefold(), cell)


def _check_header(names: list[str], policy: MockPolicy) -> None:
    known = [name for name in names if name in FIELDS]
    missing = [field for field in FIELDS if field not in known]
    if not known:
        raise wrong_file(f"The first row is not the header of an import. It must be: {_HEADER}.")
    if missing and policy.missing_columns == "refuse":
        raise wrong_file(f"The header has no {', '.join(missing)}. It must be: {_HEADER}.")
    if len(known) != len(set(known)):
        raise wrong_file(f"The header has a field twice. It must be: {_HEADER}.")
    if len(names) > len(known) and policy.extra_columns == "refuse":
        raise wrong_file(f"The header has a column that is not a field of an import. It must be: {_HEADER}.")
    if policy.header == "strict" and known != [field for field in FIELDS if field in known]:
        raise wrong_file(f"The fields of the header are in another order. It must be: {_HEADER}.")


def _check_row(row: int, cells: list[str], columns: int) -> None:
    if len(cells) != columns:
        count = "1 cell" if len(cells) == 1 else f"{len(cells):,} cells"
        raise wrong_file(f"Row {row:,} has {count} and the header {columns:,}. Check its commas and quotes.")
