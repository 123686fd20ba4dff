"""Labels above the column names, each over a group of columns, joined to the names below them: `Manager: Email`."""

from collections import Counter
from collections.abc import Sequence

import polars as pl

from keycafe_clean.read.table.header import filled, may_be_names
from keycafe_clean.read.table.known_headers import (
    ABOUT_PEOPLE,
    NAMES,
    meaning,
    speaks_of_others,
    speaks_of_private_life,
)
from keycafe_clean.read.table.report_lines import is_contact, is_stamp

#: Labels that make a row one of labels, whatever they say; words of one that does so alone.
SEVERAL, WORDS_OF_ONE = 2, 3

#: What columns mean that are about the job of the person, where only one means it: no list says these of a manager.
_OF_THE_JOB = frozenset(
    {
        *("status", "active", "disabled", "account", "leave", "state", "start_date", "exit_date", "contract_end"),
        *("rehire_date", "expiry", "valid_from", "department", "location", "badge", "Badge Code", "SmartBox User"),
    }
)


def with_groups(names: Sequence[str], above: Sequence[str]) -> list[str]:
    """Join the labels of groups to the names below them (`Manager: Email`) where the row above is one of labels.

    Such a row has several cells, all text, fewer than the header, and not all at the left as a title line's are; none
    is a page number, or says when or by whom the page was printed. One cell is enough that says of whom else columns
    right of the people's names are.
    A label reaches to the next one; where a name is empty, the label right above it is the name.
    """
    if not (_are_groups(names, above) or _is_one_group(names, above)):
        return list(names)
    labels = _labels(names, above)
    return [_joined(at, names, above, labels) for at in range(min(len(names), len(above)))]


def _are_groups(names: Sequence[str], above: Sequence[str]) -> bool:
    places = _places(above)
    at_the_left = not places or (places[-1] < SEVERAL and not _says_of_whom(above[places[-1]]))
    if len(places) < SEVERAL or at_the_left or not may_be_names(above) or _are_stamps(above):
        return False
    return len(places) < filled(names) or any(
        not name.strip() for name, over in zip(names, above, strict=False) if over
    )


def _is_one_group(names: Sequence[str], above: Sequence[str]) -> bool:
    """Tell whether the only cell is a short label that says of whom else the columns are, right of people's names."""
    places = _places(above)
    if len(places) != 1 or not 0 < places[0] < len(names):
        return False
    label = above[places[0]]
    has_people = not NAMES.isdisjoint(map(meaning, names[: places[0]]))
    return has_people and len(label.split()) <= WORDS_OF_ONE and _says_of_whom(label)


def _places(above: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(above) if cell.strip()]


def _says_of_whom(label: str) -> bool:
    return speaks_of_others(label) or speaks_of_private_life(label)


def _are_stamps(cells: Sequence[str]) -> bool:
    """Tell whether any of the cells is what is printed on each page.

    `Contact` and its like are labels, unless what stands right beside is nothing that we know: somebody's name.
    """
    beside = [*cells[1:], ""]
    asked = pl.DataFrame({"cell": cells, "named": [bool(cell.strip()) and not meaning(cell) for cell in beside]})
    shown = pl.col("cell").str.strip_chars()
    return bool(asked.select((is_stamp(shown) & (pl.col("named") | ~is_contact(shown))).any()).item())


def _labels(names: Sequence[str], above: Sequence[str]) -> list[str]:
    """Get the label over each name, zero-length where there is none.

    What only one column says of a job is the person's, although somebody else's columns stand left of it.
    """
    meant = Counter(map(meaning, names))
    label, labels = "", []
    for name, over in zip(names, above, strict=False):
        label, means = over.strip() or label, meaning(name)
        is_theirs = not over.strip() and means in _OF_THE_JOB and meant[means] == 1 and _says_of_whom(label)
        labels.append("" if is_theirs else label)
    return labels


def _joined(at: int, names: Sequence[str], above: Sequence[str], labels: Sequence[str]) -> str:
    name, label = names[at], labels[at]
    is_joined = name.strip() and label and label != name and not _is_the_persons(at, names, labels)
    return f"{label}: {name}" if is_joined else name or above[at]


def _is_the_persons(at: int, names: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether a label would only hide that a column has the names or addresses of the people themselves.

    A label that says of nobody else changes nothing: `Employee`, nor `Personal` or `Contact` over the only names.
    """
    own, label = meaning(names[at]), labels[at]
    read = meaning(f"{label}: {names[at]}")
    if own not in ABOUT_PEOPLE or read == own or speaks_of_others(label):
        return False
    has_people = any(
        meaning(name) in NAMES and over != label and not speaks_of_others(over)
        for name, over in zip(names, labels, strict=False)
    )
    return read != "decoy" or not has_people
