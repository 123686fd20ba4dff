from typing import Any

import polars as pl
import pytest

from keycafe_clean.match import find_duplicates

#: Other people, so that the weights have something to be counted in.
FIRST = ["Ada", "Ben", "Cleo", "Dirk", "Eva", "Finn", "Gita", "Hugo", "Ines", "Jonas", "Karla", "Leo", "Mona", "Nils"]
LAST = [
    "Abel",
    "Brandt",
    "Costa",
    "Dietz",
    "Ekberg",
    "Falk",
    "Gruber",
    "Haas",
    "Ibsen",
    "Jung",
    "Kern",
    "Lopez",
    "Maas",
]
SIZE = len(FIRST) * len(LAST)


def among_others(*rows: dict[str, Any]) -> pl.DataFrame:
    """Get a frame of other people with `rows` on top of it."""
    others = pl.DataFrame(
        {
            "First": FIRST * len(LAST),
            "Last": [name for name in LAST for _ in FIRST],
            "Mail": [f"person{i}@example.com" for i in range(SIZE)],
            "Number": [f"{700000 + 37 * i}" for i in range(SIZE)],
            "start_date": [f"20{i % 24:02}-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(SIZE)],
        }
    )
    return pl.concat([pl.DataFrame(rows, schema=others.schema), others])


def found(*rows: dict[str, Any]) -> pl.DataFrame:
    """Get the pairs of the first rows among others."""
    pairs = find_duplicates(
        among_others(*rows),
        first_name="First",
        last_name="Last",
        email="Mail",
        identifiers=["Number"],
        evidence=["start_date"],
    )
    return pairs.filter(pl.col("right_row") < len(rows))


KARIN = {
    "First": "Karin",
    "Last": "Wieland",
    "Mail": "karin.wieland@example.com",
    "Number": "004822",
    "start_date": "2019-03-15",
}


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"Last": "Wieland-Berg", "Mail": None}, "same Number, same first name, one last name is a part of the other"),
        ({"Last": "Berg", "Mail": None}, "same Number, same first name, same start date, different last names"),
        ({"Number": "4822", "Mail": None}, "same Number, same name, same start date"),
        (
            {"First": "Wieland", "Last": "Karin", "Number": None},
            "first and last name swapped, same address, same name",
        ),
        ({"First": "K.", "Number": None}, "same address, one first name is a part of the other, same last name"),
        (
            {"First": "Karin", "Last": "Wielnad", "Number": None},
            "same address, same first name, last names differ by a slip",
        ),
        ({"First": None, "Last": "Wieland, Karin", "Number": None}, "same address, same name, same start date"),
        ({"Mail": "k.w@mail.example.com", "Number": None, "start_date": "15.03.2019"}, "same name, same start date"),
    ],
)
def test_one_person_is_found_with_the_reason(other: dict[str, Any], reason: str) -> None:
    """A row damaged as people damage rows is likely the same person, and the reason says why."""
    pairs = found(KARIN, {**KARIN, **other})

    assert pairs.select("left_row", "right_row").rows() == [(0, 1)]
    assert pairs.item(0, "score") > 0.9
    assert pairs.item(0, "reason").startswith(reason)


@pytest.mark.parametrize(
    "other",
    [
        {"Mail": "karin.wieland2@example.com", "Number": "991234", "start_date": "2007-11-02"},
        {"First": "Otto", "Last": "Pohl", "Mail": None, "Number": "991234"},
        {"First": "Otto", "Last": "Pohl", "Mail": "otto.pohl@example.com", "start_date": "2007-11-02"},
    ],
)
def test_two_people_are_not_likely_one(other: dict[str, Any]) -> None:
    """A namesake, a colleague of the same day and a re-used number are not taken for one person."""
    pairs = found(KARIN, {**KARIN, **other})

    assert pairs.filter(pl.col("score") > 0.5).is_empty()


@pytest.mark.parametrize(
    ("other", "expected"),
    [({"First": "K."}, True), ({"Number": "991234"}, False), ({"First": "Katja"}, False), ({"Mail": None}, True)],
)
def test_certain_is_what_would_be_combined_without_asking(other: dict[str, Any], *, expected: bool) -> None:
    """Address or number with compatible names is certain, a contradicting number or another name is not."""
    pairs = found(KARIN, {**KARIN, **other})

    assert pairs.get_column("certain").to_list() == [expected]
    assert (pairs.item(0, "score") == 1) or not expected


@pytest.mark.parametrize(
    ("other", "returned"),
    [
        ({"First": "Karen", "start_date": None, "Mail": None, "Number": None}, True),
        ({"Mail": "karin.wieland2@example.com", "Number": "991234", "start_date": "2007-11-02"}, False),
    ],
)
def test_pair_is_returned_from_one_in_a_hundred_on(other: dict[str, Any], *, returned: bool) -> None:
    """A similar first name and nothing else is returned (.05); a namesake in everything else is not (.008)."""
    assert found(KARIN, {**KARIN, **other}).height == returned


def test_likeliest_pairs_come_first() -> None:
    """Pairs are sorted by their score, and by their rows where it is the same."""
    pairs = found(KARIN, {**KARIN, "First": "Otto", "Mail": None, "Number": None}, KARIN)

    assert pairs.select("left_row", "right_row").rows() == [(0, 2), (0, 1), (1, 2)]
    assert pairs.get_column("score").is_sorted(descending=True)


def test_certain_through_a_third_row() -> None:
    """Two rows of one person are a certain pair though they share nothing but that each is the third row's."""
    married = {**KARIN, "First": "K.", "Mail": None, "start_date": None}

    pairs = found({**KARIN, "Number": None}, KARIN, married)

    assert pairs.filter("certain").select("left_row", "right_row", "score").rows() == [
        (0, 1, 1.0), (0, 2, 1.0), (1, 2, 1.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"First": None, "Last": None}, id="nobody's name"),
        pytest.param({"First": "Ida"}, id="another first name"),
    ],
)
def test_nobody_is_certain_without_a_name_that_fits(other: dict[str, str | None]) -> None:
    """The same number and address are not enough where a name is missing, or is somebody else's."""
    assert found(KARIN, {**KARIN, **other}).filter("certain").is_empty()


def test_full_names_in_one_column_must_fit() -> None:
    """Names that no blank cuts are compared as a whole."""
    records = pl.DataFrame({"Name": ["刘晓梅", "黄志强", "刘晓梅"], "Mail": ["desk@example.com"] * 3})
    own = pl.DataFrame(
        {"Name": ["刘晓梅", "王芳", "刘晓梅"], "Mail": ["l@example.com", "w@example.com", "l@example.com"]}
    )

    assert find_duplicates(records, last_name="Name", email="Mail").filter("certain").is_empty()
    pairs = find_duplicates(own, last_name="Name", email="Mail").filter("certain")
    assert pairs.select("left_row", "right_row").rows() == [(0, 2)]


def test_rare_names_weigh_more_than_common_ones() -> None:
    """Two rows that share a rare last name are likelier one person than two that share a common one."""
    rare = found(KARIN, {**KARIN, "First": "Karen", "Mail": None, "Number": None})
    common = found({**KARIN, "Last": "Falk"}, {**KARIN, "Last": "Falk", "First": "Karen", "Mail": None, "Number": None})

    assert rare.item(0, "score") > common.item(0, "score")


def test_same_records_give_the_same_pairs() -> None:
    """Nothing depends on chance."""
    once, again = found(KARIN, {**KARIN, "Last": "Berg"}), found(KARIN, {**KARIN, "Last": "Berg"})

    assert once.equals(again)


@pytest.mark.parametrize("height", [0, 1, 2])
def test_very_few_rows(height: int) -> None:
    """No row and one row have no pair; two rows may have one."""
    rows = pl.DataFrame([KARIN, KARIN]).head(height)

    assert find_duplicates(rows, last_name="Last", email="Mail").height == int(height == 2)


def test_blank_columns_are_no_evidence() -> None:
    """Columns without a single value change nothing and break nothing."""
    rows = among_others(KARIN, KARIN).with_columns(blank=pl.lit(None, pl.String))

    pairs = find_duplicates(rows, first_name="First", last_name="Last", email="blank", identifiers=["blank"])

    assert pairs.filter(pl.col("certain")).is_empty()


def test_full_name_in_one_column() -> None:
    """A column of full names alone is split into first and last name."""
    rows = among_others(KARIN, {**KARIN, "Number": None}).select(
        "Mail", name=pl.concat_str("First", "Last", separator=" ", ignore_nulls=True)
    )
    turned = rows.with_columns(
        name=pl.when(pl.col("name").cum_count() == 2).then(pl.lit("Wieland, K.")).otherwise("name")
    )

    pairs = find_duplicates(turned, last_name="name", email="Mail")

    assert pairs.row(0)[3] == "same address, one first name is a part of the other, same last name"


def test_without_names_nothing_is_certain() -> None:
    """An address alone may be one person's, but says it for certain only beside a name."""
    pairs = find_duplicates(among_others(KARIN, KARIN), email="Mail")

    assert pairs.select("left_row", "right_row", "certain").rows() == [(0, 1, False)]


@pytest.mark.parametrize(
    ("size", "expected"),
    [(30, [(i, j) for i in range(30) for j in range(i + 1, 30)]), (31, [(0, other) for other in range(1, 31)])],
)
def test_very_large_cluster_is_paired_with_its_first_row(size: int, expected: list[tuple[int, int]]) -> None:
    """More than thirty rows of one person give a pair with the first of them each, not one for every two."""
    certain = found(*[KARIN] * size).filter(pl.col("certain"))

    assert sorted(certain.select("left_row", "right_row").rows()) == expected


def test_nobody_alike() -> None:
    """Two rows that share nothing are no pair."""
    rows = pl.DataFrame([KARIN, {"First": "Otto", "Last": "Pohl", "Mail": "otto@example.com"}])

    assert find_duplicates(rows, first_name="First", last_name="Last", email="Mail").is_empty()


def test_cells_of_any_type() -> None:
    """Numbers and dates are compared as they are written."""
    rows = among_others(KARIN, {**KARIN, "Mail": None}).with_columns(
        pl.col("Number").cast(pl.Int64), pl.col("start_date").str.to_date()
    )

    pairs = find_duplicates(rows, first_name="First", last_name="Last", identifiers=["Number"], evidence=["start_date"])

    assert pairs.row(0)[3:] == ("same Number, same name, same start date", True)


def test_missing_column_is_named() -> None:
    """A column that is not there stops the call with its name."""
    with pytest.raises(pl.exceptions.ColumnNotFoundError, match="Badge"):
        find_duplicates(among_others(), last_name="Last", identifiers=["Badge"])


def test_no_columns_no_pairs() -> None:
    """Without a column to compare by, nobody is compared."""
    assert find_duplicates(among_others()).is_empty()
