"""Companies of one group that number their own people."""

import polars as pl
import pytest

from keycafe_clean.match import match_certain
from keycafe_clean.match.identity_keys import people_of
from keycafe_clean.match.number_series import number_series
from keycafe_clean.match.shared_numbers import pairs_of_numbers

COMPANY = "source.Legal Entity"


def listed(*people: tuple[str, str, str, str], header: str = COMPANY) -> pl.DataFrame:
    """Get rows of a company, a number, a first and a last name."""
    columns = (header, "employee_id", "First Name", "Last Name")
    return pl.DataFrame(people, schema=dict.fromkeys(columns, pl.String), orient="row").with_row_index("row_id")


BOTH = (("A", "1", "Jo", "Ng"), ("B", "1", "Eva", "Lund"))


@pytest.mark.parametrize(
    ("people", "header", "series"),
    [
        (BOTH, COMPANY, ["a", "b"]),
        (BOTH, "source.Buchungskreis", ["a", "b"]),
        (BOTH, "source.会社名", ["a", "b"]),
        (BOTH, "source.Zq", [None, None]),
        ((*BOTH, ("A", "1", "Ida", "Roos")), COMPANY, [None] * 3),
        ((("A", "1", "Jo", "Ng"), ("B", "1", "Jo", "Ng")), COMPANY, [None, None]),
    ],
)
def test_series_are_told_where_a_company_tells_all_people_of_a_number_apart(
    people: tuple[tuple[str, str, str, str], ...], header: str, series: list[str | None]
) -> None:
    """Somebody else must have the number in another company, and nobody else in the same one."""
    rows = listed(*people, header=header)

    assert number_series(rows, people_of(rows)).to_list() == series


@pytest.mark.parametrize(("company", "together"), [("A", True), ("B", False)])
def test_number_and_name_are_one_person_within_a_series(company: str, *, together: bool) -> None:
    """In another company the same number says nothing of a namesake."""
    rows = listed(*BOTH, ("A", "2", "Dan", "Kim"), (company, "2", "Dan", "Kim"))

    assert bool(match_certain(rows).get_column("cluster_id").count()) is together


@pytest.mark.parametrize(("born", "together"), [((7, 7), True), ((7, 8), False)])
def test_birth_date_tells_that_somebody_has_one_number_in_two_companies(
    born: tuple[int, int], *, together: bool
) -> None:
    """Number, name and birth date together are no chance."""
    rows = listed(*BOTH, ("A", "2", "Dan", "Kim"), ("B", "2", "Dan", "Kim"))
    dated = rows.with_columns(pl.Series("evidence.Birth Date", [1, 2, *born], dtype=pl.UInt64))

    assert bool(match_certain(dated).get_column("cluster_id").count()) is together


def test_only_namesakes_of_one_number_in_two_companies_are_a_pair() -> None:
    """Nobody is asked about people who have nothing but a number in common."""
    pairs = pairs_of_numbers(listed(*BOTH, ("A", "2", "Dan", "Kim"), ("B", "2", "Dan", "Kim")))

    assert pairs.select("left_row_id", "right_row_id", "reason").rows() == [
        (2, 3, "same employee number, names that fit")
    ]
