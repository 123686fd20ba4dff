"""What keeps rows from being one person for certain."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.match.contradictions import (
    clusters_against_answers,
    clusters_of_several_cells,
    clusters_of_several_numbers,
    groups_of_several_names,
    groups_of_unrelated_names,
    without_other_marks,
)


def names(*people: tuple[str | None, str | None]) -> pl.DataFrame:
    """Get people of one group by their folded names."""
    named = pl.DataFrame(people, schema={"first": pl.String, "last": pl.String}, orient="row")
    whole = pl.concat_str("first", "last", separator=" ", ignore_nulls=True).replace("", None)
    keys = named.with_columns(whole=whole, marked=pl.lit(None, pl.String))
    return pl.DataFrame({"group": ["g"] * len(people)}).hstack(keys)


@pytest.mark.parametrize(
    ("people", "clash"),
    [
        ([("jana", "novak"), ("jana", "novak")], False),
        ([("jana", "novak"), ("jana maria", "novak")], False),
        ([("jana", "novak"), ("novak", "jana")], True),
        ([("jana", "novak"), (None, None)], True),
        ([("jana", None), (None, "novak")], True),
        ([("jana", "novak"), ("piotr", "novak")], True),
        ([("jana", "novak"), ("jana", "kovar")], True),
        ([("jana", "novak")] * 21, False),
        ([("jana", " ".join(f"part{i}" for i in range(n + 1))) for n in range(20)], False),
        ([("jana", " ".join(f"part{i}" for i in range(n + 1))) for n in range(21)], True),
    ],
)
def test_two_names_that_do_not_fit_are_a_contradiction(people: list[tuple[str, str]], *, clash: bool) -> None:
    """A part of a name fits, swapped names do not; more names than anybody has are not even compared."""
    assert groups_of_several_names(names(*people), "group").to_list() == (["g"] if clash else [])


@pytest.mark.parametrize(
    ("people", "clash"),
    [
        ([("jana", "novak"), ("jana", "kovar")], False),
        ([("jana", "novak"), ("piotr", "novak")], False),
        ([("jana", "novak"), ("piotr", "lis")], True),
    ],
)
def test_unrelated_names_share_neither_part(people: list[tuple[str, str]], *, clash: bool) -> None:
    """Whoever marries keeps a first name; whoever shares a mailbox may share nothing."""
    assert groups_of_unrelated_names(names(*people), "group").to_list() == (["g"] if clash else [])


@pytest.mark.parametrize("count", [2, 21])
def test_a_null_groups_nobody(count: int) -> None:
    """People without an address have nothing in common, however many they are."""
    people = names(*((f"jana{i}", f"novak{i}") for i in range(count))).with_columns(group=pl.lit(None, pl.String))

    assert groups_of_unrelated_names(people, "group").to_list() == []


Row = tuple[str | None, bool | None, date | None]


def cluster(*rows: Row) -> pl.DataFrame:
    """Get the rows of cluster 7: number, whether active, start date."""
    columns = {"number": pl.String, "is_active": pl.Boolean, "start_day": pl.Date}
    return pl.DataFrame(rows, schema=columns, orient="row").with_columns(cluster_id=pl.lit(7))


@pytest.mark.parametrize(
    ("rows", "clash"),
    [
        ([("42", True, None), ("42", True, None)], False),
        ([("00042", True, None), ("42.0", True, None)], False),
        ([("42", True, None), (None, True, None)], False),
        ([("42", None, None), (None, None, None)], False),
        ([("42", True, None), ("77", True, None)], True),
        ([("42", False, date(2019, 1, 1)), ("77", True, date(2024, 1, 1))], False),
        ([("42", False, date(2024, 1, 1)), ("77", True, date(2024, 1, 1))], False),
        ([("42", False, date(2024, 1, 2)), ("77", True, date(2024, 1, 1))], True),
        ([("42", False, None), ("77", True, date(2024, 1, 1))], False),
        ([("4", False, date(2019, 1, 1)), ("5", False, date(2025, 1, 1)), ("7", True, date(2024, 1, 1))], True),
        ([("4", False, date(2022, 1, 1)), ("7", True, date(2020, 1, 1)), ("7", True, date(2024, 1, 1))], True),
        ([("4", False, date(2018, 1, 1)), ("7", True, date(2020, 1, 1)), ("7", True, date(2024, 1, 1))], False),
        ([("4", False, date(2018, 1, 1)), ("5", False, date(2019, 1, 1)), ("7", True, date(2024, 1, 1))], False),
        ([("42", False, date(2019, 1, 1)), ("77", True, None), ("78", True, None)], True),
        ([("42", False, date(2019, 1, 1)), ("77", True, None), (None, True, None)], False),
        ([("42", None, None), ("77", True, None)], True),
        ([("42", False, None), ("77", False, None)], True),
    ],
)
def test_two_numbers_are_a_contradiction_save_of_a_re_hire(rows: list[Row], *, clash: bool) -> None:
    """An ended job and a later one are one person; zeros that a spreadsheet took are nothing."""
    assert clusters_of_several_numbers(cluster(*rows), "number").to_list() == ([7] if clash else [])


@pytest.mark.parametrize(("pair", "clash"), [((1, 2), True), ((1, 3), False), ((1, 9), False)])
def test_an_answer_of_two_people_is_a_contradiction(pair: tuple[int, int], *, clash: bool) -> None:
    """Both rows in one cluster go against it; rows of two clusters, or of none, do not."""
    members = pl.DataFrame({"row_id": [1, 2, 3], "cluster_id": [7, 7, 8]})
    different = pl.DataFrame([pair], schema={"left_row_id": pl.Int64, "right_row_id": pl.Int64}, orient="row")

    assert clusters_against_answers(members, different).to_list() == ([7] if clash else [])


@pytest.mark.parametrize(
    ("cells", "clash"),
    [(["a", "a"], False), (["a", "b"], True), (["a", None], False), ([None, None], False), (["a", None, "b"], True)],
)
def test_two_cells_are_a_contradiction(cells: list[str | None], *, clash: bool) -> None:
    """Rows of one person say the same where both say something."""
    rows = pl.DataFrame({"cell": cells}, schema={"cell": pl.String}).with_columns(cluster_id=pl.lit(7))

    assert clusters_of_several_cells(rows, "cell").to_list() == ([7] if clash else [])


def test_each_cluster_is_judged_by_its_own_rows() -> None:
    """What differs between two people contradicts neither of them."""
    rows = pl.DataFrame(
        {"cluster_id": [7, 7, 8, 8], "number": ["1", "1", "2", "3"], "cell": ["a", "b", "c", "c"]}
    ).with_columns(is_active=pl.lit(value=True), start_day=pl.lit(None, pl.Date))

    assert clusters_of_several_numbers(rows, "number").to_list() == [8]
    assert clusters_of_several_cells(rows, "cell").to_list() == [7]


def test_group_of_three_names_is_named_once() -> None:
    """However many of its names clash; another group is left alone."""
    people = names(("jana", "novak"), ("piotr", "lis"), ("eva", "brandt"), ("ida", "post")).with_columns(
        group=pl.Series(["g", "g", "g", "h"])
    )

    assert groups_of_several_names(people, "group").to_list() == ["g"]
    assert groups_of_unrelated_names(people, "group").to_list() == ["g"]


@pytest.mark.parametrize(
    ("marked", "clash"), [(["thảo", "thạo"], True), (["thảo", None], False), (["thảo", "thảo"], False)]
)
def test_other_marks_are_a_contradiction(marked: list[str | None], *, clash: bool) -> None:
    """A name without any mark fits all of its letters; another mark is another name."""
    people = names(("thao", "do"), ("thao", "do")).with_columns(marked=pl.Series(marked, dtype=pl.String))

    assert groups_of_several_names(people, "group").to_list() == (["g"] if clash else [])


@pytest.mark.parametrize(
    ("other", "expected"),
    [({}, [None, None]), ({"email": "b"}, ["ñ", "n"]), ({"number": "2"}, ["ñ", "n"]), ({"whole": "x"}, ["ñ", "n"])],
)
def test_marks_tell_nobody_apart_beside_the_same_address_and_number(
    other: dict[str, str], expected: list[str | None]
) -> None:
    """All three must be the same: address, number and the name without its marks."""
    alike = {"email": "a", "number": "1", "whole": "pena"}
    people = pl.DataFrame([{**alike, "marked": "ñ"}, {**alike, **other, "marked": "n"}])

    assert without_other_marks(people, ["number"]).get_column("marked").to_list() == expected
    assert without_other_marks(people, []).get_column("marked").to_list() == ["ñ", "n"]
