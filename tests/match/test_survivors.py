from datetime import date
from typing import Any

import polars as pl
import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.findings import in_words
from keycafe_clean.match import combine, contradicting_cells, filled_cells, match_certain
from keycafe_clean.match.survivors import cells_beside_kept, ranked
from tests.match.people import people


@pytest.mark.parametrize(
    ("columns", "kept"),
    [
        ({"is_active": [True, False], "department": [None, "IT"]}, 0),
        ({"is_active": [None, False]}, 0),
        ({"is_active": [None, True]}, 1),
        ({"is_active": [True, None], "department": [None, "IT"]}, 0),
        ({"is_active": [None, False], "department": [None, "IT"]}, 0),
        ({"department": ["IT", None]}, 0),
        ({"department": ["IT", "IT"]}, 1),
        ({"department": ["IT", "HR"]}, 0),
        ({"department": ["HR", "IT"]}, 1),
        ({"last": ["Ng", "Ng-Berg"], "employee_id": ["7", "7"]}, 1),
        ({"last": ["Ng-Berg", "Ng"], "employee_id": ["7", "7"]}, 0),
        ({"last": ["Ng", "N."]}, 0),
        ({"first": ["Jo", "J."], "employee_id": ["7", "7"], "email": ["j.ng@example.com"] * 2}, 0),
        ({"first": ["J.", "Jo"], "employee_id": ["7", "7"], "email": ["j.ng@example.com"] * 2}, 1),
        ({"last": ["Nġ", "Ng"]}, 0),
        ({"last": ["Ng", "Nġ"]}, 1),
        ({"last": ["van Ng", "Ng"], "employee_id": ["7", "7"]}, 0),
        ({"last": ["Ng", "van Ng"], "employee_id": ["7", "7"]}, 1),
        ({"employee_id": ["7", None], "department": [None, "IT"]}, 0),
    ],
)
def test_kept_row(columns: dict[str, Any], kept: int) -> None:
    """The active row is kept, then the fuller, then the one whose name has more words; of the same cells the last."""
    rows = match_certain(
        people(**{"first": ["Jo"] * 2, "last": ["Ng"] * 2, "email": ["jo@example.com"] * 2, **columns})
    )

    assert combine(rows, cells_beside_kept(rows)).get_column("combined_into").to_list() == [
        None if row == kept else kept for row in (0, 1)
    ]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        pytest.param({"address_rank": [4, 2]}, 0, id="the company's address"),
        pytest.param({"address_rank": [2, 4]}, 1, id="the company's address, last"),
        pytest.param(
            {"is_active": [False, True], "address_rank": [4, 2]}, 1, id="who works here, wherever the mail goes"
        ),
        pytest.param({"is_active": [True, False], "is_outdated": [True, False]}, 1, id="who has left since"),
        pytest.param({"is_active": [False, True], "is_outdated": [False, True]}, 0, id="who has left since, last"),
        pytest.param({"employment": ["active", "future"]}, 0, id="today rather than later"),
        pytest.param({"First Name": ["J", "Jane"], "name_count": [9, 1]}, 1, id="more than an initial"),
        pytest.param({"name_count": [9, 1]}, 0, id="the commoner name"),
        pytest.param(
            {"First Name": ["Jo", "Jp"], "Email Address": ["jo.n@example.com"] * 2}, 0, id="as in the address"
        ),
        pytest.param(
            {"First Name": ["Jo", "Ja"], "Email Address": ["jo.n@example.com"] * 2},
            0,
            id="as in the address, not first",
        ),
        pytest.param(
            {"First Name": ["J.", "Ka"], "Email Address": ["jn@example.com"] * 2}, 1, id="an initial is no spelling"
        ),
        pytest.param(
            {"First Name": ["K.-H.", "Karl-Heinz"], "Email Address": ["kh.n@example.com"] * 2}, 1, id="nor are two"
        ),
        pytest.param({"employee_id": ["1000", "99"]}, 1, id="the older number"),
        pytest.param({"employee_id": ["99", "1000"]}, 0, id="the older number, first"),
        pytest.param({"day.start_date": [date(2020, 1, 1), date(2010, 1, 1)]}, 0, id="the later start"),
    ],
)
def test_what_the_export_says_of_a_row_decides_which_is_kept(told: dict[str, list[Any]], kept: int) -> None:
    """Who works here goes first, then the better address, the name that is spelt right, the present employment."""
    rows = pl.DataFrame({"row_id": [0, 1], "cluster_id": [0, 0], "First Name": ["Jo", "Jo"], **told})

    assert ranked(rows).filter(pl.col("rank") == 0).get_column("row_id").to_list() == [kept]


def test_ranks_count_within_each_cluster_in_the_order_of_their_ids() -> None:
    """Whoever works here is first of their own rows, not of everybody's; rows that stand alone are left off."""
    rows = pl.DataFrame(
        {
            "row_id": [0, 1, 2, 3, 4],
            "cluster_id": [0, 1, None, 1, 0],
            "is_active": [False, True, True, True, None],
            "department": [None, None, "IT", "IT", None],
        }
    )

    assert ranked(rows).select("cluster_id", "row_id", "rank").rows() == [(0, 4, 0), (0, 0, 1), (1, 3, 0), (1, 1, 1)]


def test_chosen_row_is_kept_before_all_others() -> None:
    """An answer of a person counts more than who is active and which row is fuller."""
    matched = match_certain(
        people(
            first=["Jo"] * 2,
            last=["Ng"] * 2,
            email=["jo@example.com"] * 2,
            is_active=[False, True],
            department=[None, "IT"],
        )
    )

    chosen = matched.with_columns(is_chosen=pl.Series([True, False]))

    assert combine(chosen, cells_beside_kept(chosen)).get_column("combined_into").to_list() == [None, 0]


def test_blanks_are_filled_from_the_best_of_the_others() -> None:
    """Each blank of the kept row takes the first filled cell, and says which row it is from."""
    rows = match_certain(
        people(
            email=["jo@example.com"] * 3,
            first=["Jo", "Jo", "Jo"],
            last=["Ng", "Ng", "Ng"],
            department=[None, "IT", None],
            location=[None, None, "Leeds"],
            is_active=[True, False, False],
        )
    )

    combined = combine(rows, cells_beside_kept(rows))

    assert combined.row(0, named=True)["department"] == "IT"
    assert combined.get_column("location").to_list() == ["Leeds", None, "Leeds"]
    assert filled_cells(cells_beside_kept(rows)).rows() == [(0, "department", "IT", 1), (0, "location", "Leeds", 2)]


@pytest.mark.parametrize("column", ["First Name", "Last Name"])
@pytest.mark.parametrize(
    ("kept", "other", "after"),
    [
        ("J.", "Jo", ["Jo"]),
        ("J", "Jo Ann", ["Jo Ann"]),
        ("Jo", "J.", []),
        ("Jose", "José", ["José"]),
        ("José", "Jose", []),
        ("Семенов", "Семёнов", ["Семёнов"]),
        ("Jo", "Eva", []),
        ("E.", "Jo", []),
        ("Dam", "van der Dam", ["van der Dam"]),
        ("DAM", "d'Dam", ["d'Dam"]),
        ("van Dam", "Dam", []),
        ("Dam", "Van Dam", []),
        ("芳", "芳 王", []),
    ],
)
def test_name_that_is_written_out_is_taken(kept: str, other: str, after: list[str], column: str) -> None:
    """Whichever row is kept, it gets the whole name and its accents from the other one, and no other name."""
    rows = pl.DataFrame({"row_id": [0, 1], "cluster_id": [0, 0], column: [kept, other], "is_active": [True, False]})
    beside = cells_beside_kept(rows)

    assert filled_cells(beside).get_column("after").to_list() == after
    assert combine(rows, beside).get_column(column).to_list() == [*(after or [kept]), other]
    assert contradicting_cells(beside).height == (not after)


def whole_names(*names: str, first: str | None = None, last: str | None = None) -> pl.DataFrame:
    """Get rows of one person with these whole names that could not be cut, and perhaps, last, with one that could."""
    cut = [None] * len(names)
    frame = people(
        full_name=[*names, *([f"{first} {last}"] if first else [])],
        first=[*cut, *([first] if first else [])],
        last=[*cut, *([last] if first else [])],
        is_active=[True] * len(names) + ([False] if first else []),
    )
    is_open = pl.col("First Name").is_null()
    guess = pl.when(is_open).then(pl.lit("?"))
    return frame.with_columns(cluster_id=pl.lit(0), likely_first_name=guess, likely_last_name=guess)


@pytest.mark.parametrize("names", [("Võ Thị Trúc", "Vo Thi Truc"), ("Vo Thi Truc", "Võ Thị Trúc")])
def test_whole_name_with_its_accents_is_kept(names: tuple[str, str]) -> None:
    """Where neither can be cut; what the other one says is told."""
    rows = whole_names(*names)
    kept = names.index("Võ Thị Trúc")
    places = rows.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))

    beside = cells_beside_kept(rows)

    assert combine(rows, beside).get_column("combined_into").to_list()[kept] is None
    assert in_words(contradicting_cells(beside), places).get_column("sentence").to_list() == [
        f"Row {kept + 2} was combined with row {3 - kept}, where full name is 'Vo Thi Truc' instead of 'Võ Thị Trúc'."
    ]


def test_letters_without_accents_that_are_none_of_the_plain_ones_count_as_such() -> None:
    """`Đ` is better than `D`, though it has no accent to take off."""
    rows = whole_names("Do Sinh", "Đo Sinh", "Do Sinh")

    assert combine(rows, cells_beside_kept(rows)).get_column("combined_into").to_list() == [1, None, 1]


@pytest.mark.parametrize("name", ["SOTO LAGO, JOSÉ", "Soto Lago José", "José Soto Lago"])
def test_open_name_is_cut_as_the_same_name_is(name: str) -> None:
    """Letter case, order and signs apart; nothing is told of it."""
    rows = whole_names(name, first="José", last="Soto Lago")
    beside = cells_beside_kept(rows)

    assert combine(rows, beside).select("First Name", "Last Name").row(0) == ("José", "Soto Lago")
    assert contradicting_cells(beside).is_empty()


def test_open_name_in_signs_is_cut_as_the_same_name_is() -> None:
    """A blank between them shows where."""
    rows = whole_names("林真理子", first="真理子", last="林")

    assert combine(rows, cells_beside_kept(rows)).select("First Name", "Last Name").row(0) == ("真理子", "林")


@pytest.mark.parametrize("name", ["Jose Soto Lago", "José Luis Soto Lago"])
def test_open_name_is_not_cut_as_another_one_is(name: str) -> None:
    """Its question would be answered by nobody."""
    rows = whole_names(name, first="José", last="Soto Lago")

    assert combine(rows, cells_beside_kept(rows)).select("First Name", "Last Name").row(0) == (None, None)


@pytest.mark.parametrize(
    ("kept", "other", "is_told"),
    [("J", "J.", False), ("Anna Mia", "Anna-Mia", False), ("José", "Jose", True), ("Jo", "Eva", True)],
)
def test_signs_make_no_other_name(kept: str, other: str, *, is_told: bool) -> None:
    """Accents and letters do."""
    rows = pl.DataFrame(
        {"row_id": [0, 1], "cluster_id": [0, 0], "First Name": [kept, other], "is_active": [True, False]}
    )

    assert contradicting_cells(cells_beside_kept(rows)).height == is_told


def test_rows_alone_are_left_as_they_are() -> None:
    """Rows without a cluster are never combined or filled."""
    rows = match_certain(people(first=["Jo", "Eva"], department=[None, "IT"]))

    assert combine(rows, cells_beside_kept(rows)).drop("combined_into").equals(rows)
    assert combine(rows, cells_beside_kept(rows)).get_column("combined_into").null_count() == 2


def test_contradictions_are_notes() -> None:
    """A cell that says something else in the row that is combined is told, letter case apart."""
    rows = match_certain(
        people(
            first=["Jo"] * 2,
            email=["jo@example.com"] * 2,
            last=["NG", "Ng"],
            department=["HR", "IT"],
            is_active=[False, True],
        )
    )
    places = rows.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))

    told = in_words(contradicting_cells(cells_beside_kept(rows)), places)

    assert told.get_column("severity").to_list() == ["note"]
    assert told.get_column("sentence").to_list() == [
        "Row 3 was combined with row 2, where department is 'HR' instead of 'IT'."
    ]


@pytest.mark.parametrize(
    ("columns", "kept"),
    [
        (("First Name", "Last Name", "full_name", "employee_id"), "a"),
        ((*IMPORT_COLUMNS[2:], "start_date", "department", "location"), "b"),
        (("exit_date", "rehire_date", "employment"), "b"),
    ],
)
def test_cells_decide_before_the_order_of_the_file(columns: tuple[str, ...], kept: str) -> None:
    """Of two rows that differ in one cell alone the same one is kept, whichever stands first."""
    for column in columns:
        for cells in (["a", "b"], ["b", "a"]):
            rows = pl.DataFrame({"row_id": [0, 1], "cluster_id": [0, 0], "Last Name": ["Ng"] * 2, column: cells})
            assert ranked(rows).item(0, column) == kept


#: What else differs in the two rows.
FIRST = ("first day", "2019-06-03", "2024-01-01")


@pytest.mark.parametrize(
    ("kept", "other", "said"),
    [
        ("2026-06-30", None, [("last day", "(blank)", "2026-06-30"), FIRST]),
        ("2026-06-30", "2025-06-30", [("last day", "2025-06-30", "2026-06-30"), FIRST]),
        ("2026-06-30", "2026-06-30", [FIRST]),
        (None, "2026-06-30", [FIRST]),
    ],
)  # fmt: skip
def test_last_day_of_the_kept_row_is_said_first_where_the_other_has_none(
    kept: str | None, other: str | None, said: list[tuple[str, str, str]]
) -> None:
    """Whoever has left by the kept row may be here by the other; the end before a return is none of the present job."""
    cells = {"start_date": ["2024-01-01", "2019-06-03"], "exit_date": [kept, other], "is_chosen": [True, False]}
    rows = pl.DataFrame(
        {"row_id": [0, 1], "cluster_id": [0, 0], "First Name": ["Jo"] * 2, "Last Name": ["Ng"] * 2, **cells}
    )

    found = contradicting_cells(cells_beside_kept(rows))

    assert found.select("column", "value", "suggestion").rows() == said
