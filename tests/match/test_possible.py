import polars as pl
import pytest

from keycafe_clean.findings import in_words
from keycafe_clean.match import possible_duplicates, suggest_duplicates
from keycafe_clean.match.possible import equal_rows
from tests.match.people import pairs, people

FIRST = ["Ada", "Ben", "Cleo", "Dirk", "Eva", "Finn", "Gita", "Hugo"] * 8
LAST = [name for name in ("Abel", "Brandt", "Costa", "Dietz", "Ekberg", "Falk", "Gruber", "Haas") for _ in range(8)]


def among_others() -> pl.DataFrame:
    """Get 64 other people, and three rows of one person after them."""
    return people(
        first=[*FIRST, "Robert", "Bob", "Robert"],
        last=[*LAST, "Wieland", "Wieland", "Wieland"],
        employee_id=[*[str(1000 + 7 * i) for i in range(64)], "3000", "3000", None],
        start_date=[*[f"2020-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(64)], "2001-01-09", None, "2001-01-09"],
        is_active=[*[True] * 64, True, None, False],
    )


def test_pairs_have_row_ids_and_a_reason() -> None:
    """Pairs name rows by row_id, and say why."""
    rows = among_others().with_columns(pl.col("row_id") + 1000)

    suggested = suggest_duplicates(rows).filter(pl.col("right_row_id") == 1065)

    assert suggested.select("left_row_id", "reason").rows() == [
        (1064, "same employee number, first names are forms of one name, same last name")
    ]


@pytest.mark.parametrize(("last", "asked"), [("Wieland", True), ("Weiland", True), ("Roth", False)])
def test_pair_is_asked_about_from_one_half_on(last: str, *, asked: bool) -> None:
    """Another first name under one number is likelier one person (.59), a slip or not; with another last name two."""
    karin = people(first=["Robert", "Otto"], last=["Wieland", last], employee_id=["3000"] * 2)
    known = karin.with_columns(
        pl.col("row_id") + 64, start_date=pl.Series(["2001-01-09", None]), is_active=pl.lit(value=True)
    )
    rows = among_others().head(64)

    suggested = suggest_duplicates(pl.concat([rows, known.select(rows.columns)]))

    assert suggested.select("left_row_id", "right_row_id").rows() == ([(64, 65)] if asked else [])


def test_places_and_badges_are_compared() -> None:
    """Start date, department, location, employee number and badge count wherever they are mapped."""
    rows = among_others().with_columns(
        pl.format("{} {}", pl.min_horizontal("row_id", pl.lit(64)), pl.lit(name)).alias(name)
        for name in ("department", "location", "Badge Code")
    )

    suggested = suggest_duplicates(rows.with_columns(employee_id=pl.lit(None, pl.String)))

    assert suggested.filter(pl.col("right_row_id") == 66).get_column("reason").to_list() == [
        "same badge code, same name, same start date",
        "same badge code, first names are forms of one name, same last name, same department",
    ]
    few = suggest_duplicates(rows.select("row_id", "First Name", "Last Name", "location"))
    assert few.filter(pl.col("right_row_id") == 66).item(0, "reason") == "same name, same location"


def test_blank_names_make_nothing_certain() -> None:
    """Columns of names without a single name are none, and one address alone is not asked about."""
    rows = people(first=[None] * 40, last=[None] * 40, email=[f"p{max(i, 1)}@example.com" for i in range(40)])

    assert suggest_duplicates(rows).is_empty()


def test_answered_pairs_are_not_asked_again() -> None:
    """A pair answered as two people is left out, whichever row the answer names first."""
    suggested = suggest_duplicates(among_others(), different=pairs((65, 64)))

    assert suggested.filter((pl.col("left_row_id") == 64) & (pl.col("right_row_id") == 65)).is_empty()


def test_all_but_the_row_that_is_kept_wait() -> None:
    """Of rows that may be one person the active one is kept, and each other one is a question."""
    rows = among_others()
    places = rows.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))
    suggested = suggest_duplicates(rows).filter(pl.col("left_row_id") == 64)

    asked = in_words(possible_duplicates(rows, suggested), places)

    assert asked.get_column("reason").item(0) == suggested.item(0, "reason")
    assert asked.get_column("sentence").to_list()[1:] == [
        "Rows 66 and 68 may be one person: same name, same start date. Until you decide, only row 66 is imported.",
    ]


def test_rows_that_hang_together_through_a_third_wait_for_one() -> None:
    """A row that is paired only with a waiting row waits for the row that is kept, too."""
    linked = suggest_duplicates(among_others()).head(1)
    chain = pl.concat(
        [
            linked.with_columns(left_row_id=pl.lit(1, pl.UInt32), right_row_id=pl.lit(other, pl.UInt32))
            for other in (0, 2)
        ]
    )

    asked = possible_duplicates(among_others(), chain)

    assert asked.get_column("other_row_id").to_list() == [0, 0]
    assert asked.item(1, "reason") == "both may be the person of a third row"


def test_nothing_suggested_asks_nothing() -> None:
    """No pair, no question."""
    rows = among_others().head(3)

    assert possible_duplicates(rows, suggest_duplicates(rows)).is_empty()


def test_rows_without_names_and_addresses_are_compared_too() -> None:
    """Rows of which nothing is known but where they work are no duplicates, and no accident."""
    rows = people(first=[None, None], last=[None, None], department=["Works", "Yard"])

    assert suggest_duplicates(rows).is_empty()


@pytest.mark.parametrize("several", [2, 31, 100])
def test_rows_in_which_nothing_differs_are_always_asked_about(several: int) -> None:
    """However common a name, rows of it in which no other cell differs are pairs, each with the first one."""
    rows = people(
        first=[*FIRST, *["Ona"] * several],
        last=[*LAST, *["Reyes"] * several],
        department=[None] * 64 + ["Sales"] * several,
    )

    found = suggest_duplicates(rows).filter(pl.col("left_row_id") == 64)

    assert found.get_column("right_row_id").sort().to_list() == list(range(65, 64 + several))


def test_equal_names_with_other_cells_are_not_equal_rows() -> None:
    """A cell that differs, or is blank in one row only, or a name without a part, makes no equal rows."""
    rows = people(
        first=["Ona", "Ona", "Ona", None, None],
        last=["Reyes"] * 5,
        department=["Sales", "Fleet", None, None, None],
    )

    assert equal_rows(rows).is_empty()


def test_equal_names_with_other_numbers_are_not_equal_rows() -> None:
    """An employee number that differs is a cell that differs."""
    assert equal_rows(people(first=["Jo", "Jo"], last=["Ng", "Ng"], employee_id=["7", "8"])).is_empty()


def test_equal_rows_say_which_unused_cells_differ() -> None:
    """A number that is in no column of ours, and other spellings of one cell, which are no difference."""
    rows = people(first=["Jo", "Jo"], last=["Ng", "Ng"]).with_columns(
        pl.Series("source.No.", ["7", "8"]), pl.Series("source.Name", ["Jo Ng", "JO NG"])
    )

    assert equal_rows(rows).get_column("reason").to_list() == ["same name, different No."]


def test_equal_rows_are_likely_but_not_certain() -> None:
    """Each later row is with the first of its name and cells; two people may be equal, so the score is not one."""
    rows = people(first=["Bo", "Jo", "Bo", "Jo", "BO"], last=["Ek", "Ng", "Ek", "Ng", "Ek"], department=["IT"] * 5)

    assert equal_rows(rows).rows() == [
        (left, right, 0.9, "same name, and no other cell differs", False) for left, right in [(0, 2), (1, 3), (0, 4)]
    ]


def test_names_that_differ_in_their_marks_are_said_to() -> None:
    """Thảo and Thạo are not the same name, though nothing else differs."""
    rows = people(first=[*FIRST, "Thảo", "Thạo"], last=[*LAST, "Đỗ", "Đỗ"])

    assert suggest_duplicates(rows).item(0, "reason") == "names that differ in their marks only"
