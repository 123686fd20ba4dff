"""Which row holds the column names: the one with names we know, else the one that is unlike the rows below it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from keycafe_clean.read.table.cell_kinds import kind, spelling
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, ENOUGH, known_names, meaning

#: Rows among which the column names are looked for; cover text above them is shorter in every export we know.
SEARCHED = 60

#: Rows below the column names whose cells are compared with them.
COMPARED = 40

#: Cells of a row that are looked at: what tells column names from people stands in the first thousand, or nowhere.
WIDEST = 1_000

#: The most addresses, dates and numbers among the cells of a row of names (`Address 2` looks like a name); people have
#: more: an address, a number and a day beside two names and a team.
MOST_DATA = Fraction(1, 4)

#: Known names that make a row one of names: this share of it, or so many. Titles have one word that we know, by chance.
KNOWN_SHARE, KNOWN_ENOUGH = Fraction(1, 3), 3

#: Cells that a row fills, of what most rows do: to be the row of names, and to be no title, total or heading.
WIDE, NEARLY_FULL = Fraction(1, 2), Fraction(2, 3)

#: The share of the rows near it in which a name may come again; a word of the cells (`Active`) comes in more.
COMES_AGAIN = Fraction(1, 10)

#: Labels under keys: so many, and this share of them, mean the same as the keys; or they are names, nearly all.
SAME, SAME_SHARE, LABELS, LABELS_SHARE = 2, Fraction(1, 2), 3, Fraction(3, 4)

#: The share of a column's cells that must be of one kind to say what kind of column it is.
OF_ONE_KIND = Fraction(4, 5)

#: Known names of the first of several tables.
FEWEST = 2

Row = Sequence[str]


@dataclass(frozen=True)
class Heading:
    """Where the column names are: their place among the rows (None: there are none), and whether that is certain."""

    place: int | None
    certain: bool


def find_heading(rows: Sequence[Row]) -> Heading:
    """Find the row of column names among the first rows of a file; the lower one where two rows hold them."""
    rows = [row[:WIDEST] for row in rows]
    known = _by_known_names(rows)
    if known is None:
        return _by_shape(rows)
    if (first := _of_a_table_above(rows[:known])) is not None:
        known = first
    if _people_above(rows, known) > 1:
        return Heading(None, certain=False)
    return Heading(known + 1 if _continues(rows, known) else known, certain=True)


def may_be_names(row: Row) -> bool:
    """Tell whether hardly a cell of a row is an address, a date or a number."""
    return _data(row) <= filled(row) * MOST_DATA


def is_without_data(row: Row) -> bool:
    """Tell whether no cell of a row is an address, a date or a number."""
    return not _data(row)


def _data(row: Row) -> int:
    """Count the addresses, dates and numbers of a row."""
    kinds = Counter(kind(cell) for cell in row)
    return kinds["address"] + kinds["date"] + kinds["number"]


def filled(row: Row) -> int:
    """Count the cells of a row that hold something."""
    return sum(bool(cell.strip()) for cell in row)


def says_the_same(row: Row, names: Row) -> bool:
    """Tell whether a row means the same as the column names, or nearly all of it is names: labels under keys."""
    pairs = zip(row[:ENOUGH], names, strict=False)
    same = sum(meaning(cell) == meaning(name) for cell, name in pairs if meaning(cell))
    names_too = len(known_names(row))
    is_same = same >= SAME and same >= filled(row) * SAME_SHARE
    are_labels = names_too >= LABELS and names_too >= filled(row) * LABELS_SHARE
    return may_be_names(row) and (is_same or are_labels)


def _by_known_names(rows: Sequence[Row]) -> int | None:
    """Find the first of the rows with the most known names; a third of it, or three cells, must be known.

    A row of few cells is a heading over other rows, or a title, whatever its words are.
    """
    usual = _usual_width(rows)
    wide = [filled(row) >= usual * WIDE and may_be_names(row) for row in rows]
    counts = [_known(rows, place) if is_wide else 0 for place, is_wide in enumerate(wide)]
    most = max(counts, default=0)
    if not most:
        return None
    place = counts.index(most)
    return place if most >= KNOWN_ENOUGH or most >= filled(rows[place]) * KNOWN_SHARE else None


def _known(rows: Sequence[Row], place: int) -> int:
    """Count the known names of a row; a word that comes again in other rows, like `Active`, is data."""
    names, known = rows[place], known_names(rows[place])
    near = rows[max(place - COMPARED, 0) : place + COMPARED]
    others = [row for row in near if not (_says_again(row, names) or _is_another_header(row, known))]
    cells = Counter(cell for row in others for cell in set(row))
    return sum(cells[name] <= len(others) * COMES_AGAIN for name in known)


def _says_again(row: Row, names: Row) -> bool:
    """Tell whether a row holds only names that stand in another one, in whatever order, and two of them."""
    return row == names or (filled(row) >= FEWEST and all(cell in names for cell in row if cell))


def _is_another_header(row: Row, known: set[str]) -> bool:
    """Tell whether a row without data says two of these known names, and one about people, as the cells of none do."""
    said = known.intersection(row)
    return len(said) >= FEWEST and not ABOUT_PEOPLE.isdisjoint(map(meaning, said)) and is_without_data(row)


def _people_above(rows: Sequence[Row], place: int) -> int:
    """Count the full rows of data above a row of names: a file whose pages begin with names, but for the first."""
    usual = _usual_width(rows[place:])
    return sum(filled(row) >= usual * NEARLY_FULL and _data(row) > 0 for row in rows[:place])


def _of_a_table_above(rows: Sequence[Row]) -> int | None:
    """Find the column names of a table of people above a row with more names: two of them, and data below."""
    place = _by_known_names(rows)
    if place is None or len(known_names(rows[place])) < FEWEST or not ABOUT_PEOPLE & set(map(meaning, rows[place])):
        return None
    below = rows[place + 1 :]
    has_people = any(_data(row) and filled(row) >= filled(rows[place]) * NEARLY_FULL for row in below)
    return (_of_a_table_above(rows[:place]) or place) if has_people else None


def _continues(rows: Sequence[Row], place: int) -> bool:
    """Tell whether the next row goes on with the column names: names too, where this row is empty."""
    if place + 1 >= len(rows) or _data(rows[place + 1]) or _known(rows, place + 1) < 2:
        return False
    return any(under.strip() and not over.strip() for over, under in zip(rows[place], rows[place + 1], strict=False))


def _by_shape(rows: Sequence[Row]) -> Heading:
    """Compare the first full row with the rows below: names differ in kind from what they name."""
    place = _first_full_row(rows)
    if place is None:
        return Heading(None, certain=True)
    below = [row for row in rows[place + 1 : place + 1 + COMPARED] if any(row)]
    verdicts = Counter(_verdict(cell, [row[column] for row in below]) for column, cell in enumerate(rows[place]))
    if verdicts["data"] >= max(verdicts["name"], 1) or not may_be_names(rows[place]):
        return Heading(None, certain=False)
    if verdicts["repeated"] > 0 == verdicts["name"]:
        return Heading(None, certain=False)
    return Heading(place, certain=verdicts["name"] > 0)


def _first_full_row(rows: Sequence[Row]) -> int | None:
    usual = _usual_width(rows)
    return next((place for place, row in enumerate(rows) if filled(row) and filled(row) >= usual * NEARLY_FULL), None)


def _usual_width(rows: Sequence[Row]) -> int:
    """Get how many cells most rows fill; 0 where no row fills any."""
    counts = Counter(width for width in map(filled, rows) if width)
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _verdict(cell: str, below: list[str]) -> str:
    """Tell whether a cell names what stands below it, is `data` like it, is `repeated` there, or could be `either`."""
    kinds = Counter(kind(other) for other in below if other.strip())
    if not kinds or not cell.strip():
        return "either"
    usual, count = kinds.most_common(1)[0]
    if count < kinds.total() * OF_ONE_KIND:
        return "either"
    if usual != "text":
        return "data" if kind(cell) == usual else "name"
    if cell in below:
        return "repeated"
    spellings = {spelling(other) for other in below if other.strip()}
    return "name" if spelling(cell) in {"lower", "upper"} - spellings else "either"
