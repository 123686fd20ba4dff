"""Names beside the people that are of others."""

import pytest

from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.names_beside import has_names_of_others, parts_under_labels, under_labels
from keycafe_clean.read.table.people_table import Table, table_of

STAFF = [("Ann", "Lee"), ("Bo", "Roe"), ("Cy", "Poe"), ("Di", "Fox"), ("Ed", "Hay")]


def table(*rows: list[str]) -> Table:
    """Get the table of these rows; the first has the column names."""
    return table_of(Grid(cells_of([*rows])[0]), 1)


def beside(header: str, *names: str) -> bool:
    """Tell whether these names beside the people are of others."""
    column = [*names, *[""] * (len(STAFF) - len(names))]
    rows = ([first, last, name] for (first, last), name in zip(STAFF, column, strict=True))
    return has_names_of_others(table(["First Name", "Last Name", header], *rows), [header], ["First Name", "Last Name"])


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Name", ["Bo Roe", "Di Fox"]),
        ("Name", ["Gus Hale"]),
        ("Name", ["Roe, Bo", "Lee, Ann", "Poe, Cy"]),
        ("Name", ["Bo"]),
        ("Leavers: Name", ["Gus Hale"]),
        ("Former: Name", ["Gus Hale"]),
        ("Who", ["Bo Roe", "Cy Poe"]),
        ("Leaver", ["", "", "Ann Lee"]),
    ],
)
def test_names_of_others_are_known(header: str, names: list[str]) -> None:
    """Whole names of anybody else, a word of somebody in another row; under no known name those of other rows."""
    assert beside(header, *names)


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Name", ["Ann Lee", "Roe Bo"]),
        ("Name", ["Bo Roe", "Bo Roe", "Cy Poe"]),
        ("Name", ["Annie"]),
        ("Name", ["李安", "罗波"]),
        ("Name", ["Bo Roe", "Bo Roe", "Bo Roe", "Bo Roe", "Bo Roe"]),
        ("Manager: Name", ["Gus Hale", "Ida Post"]),
        ("Known as", ["Bo Roe", "Cy Poe"]),
        ("Buddy", ["Bo Roe", "Cy Poe"]),
        ("Cover", ["Bo Roe", "Cy Poe", "Di Fox", "Ed Hay", "Ann Lee"]),
        ("Who", ["Gus Hale", "Ida Post"]),
        ("Leaving reason", ["Found another job"]),
        ("Name", []),
    ],
)
def test_names_of_the_rows_are_not(header: str, names: list[str]) -> None:
    """Their own, half of which agree, in other letters, a short form, of whoever signs for many, leads or stands in."""
    assert not beside(header, *names)


def test_second_part_of_a_name_goes_on() -> None:
    """A blank column may stand between the two parts of a name, and some words are both."""
    parted = table(["First Name", "Last Name"], ["Martin", "James"], ["James", "Martin"])

    assert not has_names_of_others(parted, ["Last Name"], ["First Name"])


def test_signs_are_the_same_with_a_blank() -> None:
    """Whole names beside their two parts."""
    same = table(["姓", "名", "姓名"], ["陈", "志远", "陈志远"])
    other = table(["姓", "名", "姓名"], ["陈", "志远", "孙雅静"])

    assert not has_names_of_others(same, ["姓名"], ["姓", "名"])
    assert has_names_of_others(other, ["姓名"], ["姓", "名"])


def test_labels_part_columns() -> None:
    """A list under a label of its own needs two rows; other columns with a colon stay together."""
    names = ["First Name", "Last Name", "Name", "Last day"]
    labelled = table_of(
        Grid(
            cells_of([["Staff", "", "Left", ""], names, ["Ann", "Lee", "Bo Roe", "1"], ["Bo", "Roe", "Cy Poe", "2"]])[0]
        ),
        2,
    )
    group = list(labelled.names)

    assert under_labels(labelled, group) == [group[:2], group[2:]]
    assert list(parts_under_labels(labelled, group, [])) == [["Name", "Left: Last day"]]
    assert under_labels(table(["a: b", "a: c"], ["1", "2"]), ["a: b", "a: c"]) == [["a: b", "a: c"]]
