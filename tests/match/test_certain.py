from datetime import date
from typing import Any

import polars as pl
import pytest

from keycafe_clean.match import match_and_doubt, match_certain
from tests.match.people import pairs, people

DESK = ["desk@example.com"] * 2
NAMESAKES = {"first": ["Jo", "Jo"], "last": ["Ng", "Ng"]}
HIRED = {"start_date": ["2020-02-01", "2020-02-01"]}
TWICE = {"first": ["Dan", "Dan"], "last": ["Kim", "Kim"], "email": ["d@example.com", "d@example.com"]}


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        *(
            ({"first": ["Jo", "J."], "last": ["Ng", "Ng"], "email": [email] * 2}, "same_address_and_name")
            for email in (
                "jo@example.com",
                "jo.ng@example.com",
                "ng-jo7@example.com",
                "jng@example.com",
                "ng.j@example.com",
                "jong@example.com",
                "NgJo@example.com",
            )
        ),
        ({"full_name": ["王芳", "王 芳"], "email": ["wang@example.com"] * 2}, "same_address_and_name"),
        (
            {
                "first": ["美咲", None],
                "last": ["野村", None],
                "full_name": [None, "野村美咲"],
                "email": ["misaki@example.com"] * 2,
            },
            "same_address_and_name",
        ),
        ({"full_name": ["渡邉翔", "渡辺翔"], "employee_id": ["7"] * 2}, "same_number_and_name"),
        ({"full_name": ["Ng, Jo", "Jo Ng"], "employee_id": ["7"] * 2}, "same_number_and_name"),
        (
            {
                "first": ["Jo", None],
                "last": ["Ng", None],
                "full_name": [None, "Ng Jo"],
                "email": ["jo@example.com"] * 2,
            },
            "same_address_and_name",
        ),
        ({"first": ["Jo", "J."], "last": ["Ng", "Ng"], "employee_id": ["7", " 7"]}, "same_number_and_name"),
        (
            {"first": ["Jo", "Jo"], "last": ["Berg", "Berg-Kim"], "employee_id": ["x7", "X7"]},
            "same_number_and_name",
        ),
        ({"full_name": ["J Ng", "Ng, J."], "employee_id": ["7"] * 2}, "same_number_and_name"),
        ({"first": [None, None], "last": ["Ng", "Ng"], "employee_id": ["7"] * 2}, "same_cells"),
        ({"first": ["Jo", "Jo"], "email": ["desk@example.com"] * 2}, "same_cells"),
        ({"first": ["J.", "J."], "last": ["Ng", "Ng"], "email": ["desk@example.com"] * 2}, "same_cells"),
        (
            {"first": ["Jo", "Jo"], "last": ["Ng", "Ng"], "start_date": ["2020-02-01", "2020-02-01"]},
            "same_cells",
        ),
        (
            {"first": ["Jo", "Jo"], "last": ["Ng", "Ng"], "badge": ["B1", "B1"], "department": ["IT", "IT"]},
            "same_cells",
        ),
        ({**TWICE, "employee_id": ["42", "42"]}, "same_number_and_name"),
        ({**TWICE, "employee_id": ["0042", "42"]}, "same_address_and_name"),
        ({**TWICE, "employee_id": ["42", None]}, "same_address_and_name"),
        (
            {
                "first": ["José", "JOSE"],
                "last": ["García Núñez", "GARCIA NUÑEZ"],
                "email": ["jg@example.com"] * 2,
                "employee_id": ["0071", "0071"],
            },
            "same_number_and_name",
        ),
    ],
)
def test_one_person(columns: dict[str, Any], reason: str) -> None:
    """Two rows are one person by number, address or every cell, and say why."""
    matched = match_certain(people(**columns))

    assert matched.get_column("cluster_id").to_list() == [0, 0]
    assert matched.get_column("reason").to_list() == [reason, reason]


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"first": ["Jo", "Eva"], "email": ["desk@example.com"] * 2}, id="shared mailbox"),
        pytest.param({"first": ["Jo", "Eva"], "employee_id": ["7", "7"]}, id="re-used number"),
        pytest.param({"first": ["Jo", "Jo"], "last": ["Ng", "Ng"], "badge": ["1", "2"]}, id="namesakes"),
        pytest.param({"first": ["Jo", "Eva"], "badge": ["1", "1"], "start_date": ["2020-01-01"] * 2}, id="badge"),
        pytest.param({"first": ["Jo", "Jo"], "email": [None, None], "employee_id": [None, None]}, id="blanks"),
        pytest.param({"first": [None, "Jo"], "email": ["jo@example.com"] * 2}, id="one name is missing"),
        pytest.param({"email": ["desk@example.com"] * 2, "employee_id": ["7"] * 2}, id="both names are missing"),
        pytest.param(
            {"first": ["Jo", None], "last": [None, "Ng"], "employee_id": ["7"] * 2}, id="no part of a name in common"
        ),
        pytest.param({"first": ["Jo", "Jo"], "last": [None, "Ng"], "employee_id": ["7"] * 2}, id="a first name alone"),
        pytest.param(
            {"first": [None, "Jo"], "last": ["Ng-Berg", "Ng"], "employee_id": ["7"] * 2}, id="another last name alone"
        ),
        pytest.param({"full_name": ["刘晓梅", "黄志强"], "email": ["desk@example.com"] * 2}, id="two whole names"),
        pytest.param({"full_name": ["刘晓梅", None], "employee_id": ["7"] * 2}, id="one whole name"),
        pytest.param({"full_name": ["Ng", "Jo Ng"], "email": ["desk@example.com"] * 2}, id="one word of a whole name"),
        pytest.param(
            {"first": ["Jo", None], "last": ["Ng", None], "full_name": [None, "Eva Ng"], "employee_id": ["7"] * 2},
            id="a whole name beside the parts of another",
        ),
        pytest.param({"first": ["Jo", None], "last": ["Ng", "Ng"], "email": ["jo@example.com"] * 2}, id="half a name"),
        pytest.param({"last": ["Ng", "Ng"], "email": DESK, "department": ["IT", "HR"]}, id="a last name twice"),
        pytest.param({"last": ["Ng", "Ng"], "employee_id": ["7"] * 2, "department": ["IT", "HR"]}, id="a last name"),
        pytest.param(
            {"first": ["J.", "J."], "last": ["N.", "N."], "employee_id": ["7"] * 2, "department": ["IT", "HR"]},
            id="initials alone",
        ),
        pytest.param(
            {"first": ["Herr"] * 2, "last": ["Ng"] * 2, "employee_id": ["7"] * 2, "department": ["IT", "HR"]},
            id="title",
        ),
        pytest.param({"first": ["J.", "Jo"], "last": ["Ng", "Ng"], "email": DESK}, id="an initial on a mailbox"),
        pytest.param({"first": ["J.", "Jo"], "last": ["Ng", "Ng"], "email": ["ng@example.com"] * 2}, id="a family's"),
        pytest.param({"first": ["Jo", "Jo"], "last": ["N.", "Ng"], "email": DESK}, id="an initial of a last name"),
        pytest.param({"full_name": ["Jo N.", "N. Jo"], "email": DESK}, id="an initial of a whole name"),
        pytest.param({"full_name": ["desk@example.com"] * 2, "email": DESK}, id="an address for a name"),
        pytest.param({"first": ["desk@example.com"] * 2, "email": DESK}, id="an address for a first name"),
        pytest.param({"full_name": ["jo.ng"] * 2, "email": ["jo.ng@example.com"] * 2}, id="an account for a name"),
        pytest.param({"first": ["Jo", "Jo"], "email": ["none", "none"]}, id="no address"),
        pytest.param({"first": ["Jo", "Jo"], "employee_id": ["0042", "42"]}, id="lost zeros"),
        pytest.param({"first": ["Bob", "Robert"], "employee_id": ["7", "7"]}, id="nickname"),
        pytest.param({**TWICE, "employee_id": ["1", "2"]}, id="two numbers"),
        pytest.param({**NAMESAKES, **HIRED, "employee_id": ["7", None]}, id="a number on one side"),
        pytest.param({**NAMESAKES, **HIRED, "email": [None, "jo@example.com"]}, id="an address on one side"),
        pytest.param({**NAMESAKES, **HIRED, "department": ["IT", "HR"]}, id="two departments"),
        pytest.param({**NAMESAKES, **HIRED, "first": ["Jo", "J."]}, id="an initial"),
        pytest.param({**NAMESAKES, **HIRED, "last": ["Ng", "Ng-Berg"]}, id="a part of the last name"),
        pytest.param({**NAMESAKES, **HIRED, "location": ["Leeds", None]}, id="a place on one side"),
        pytest.param({**NAMESAKES, **HIRED, "first": [None, None]}, id="no first name"),
        pytest.param({**NAMESAKES, **HIRED, "last": [None, None]}, id="no last name"),
    ],
)
def test_two_people(columns: dict[str, Any]) -> None:
    """One address, number, badge or name is not enough where another cell speaks against it."""
    matched = match_certain(people(**columns))

    assert matched.get_column("cluster_id").null_count() == 2


@pytest.mark.parametrize("cells", [{}, {"department": ["IT", "IT"], "location": ["Leeds", "Leeds"]}])
def test_namesakes_of_whom_nothing_telling_is_known_are_not_combined(cells: dict[str, Any]) -> None:
    """A name and a place of work are many people's: without a badge or a first day nobody is combined in silence."""
    assert match_certain(people(**NAMESAKES, **cells)).get_column("cluster_id").null_count() == 2


@pytest.mark.parametrize(
    ("active", "starts", "expected"),
    [
        ([True, False], [date(2020, 1, 1), date(2010, 1, 1)], True),
        ([True, False], [date(2020, 1, 1), date(2020, 1, 1)], True),
        ([True, False], [None, date(2010, 1, 1)], True),
        ([True, True], [date(2020, 1, 1), date(2010, 1, 1)], False),
        ([False, False], [date(2020, 1, 1), date(2010, 1, 1)], False),
        ([True, None], [date(2020, 1, 1), date(2010, 1, 1)], False),
        ([True, False], [date(2020, 1, 1), date(2020, 1, 2)], False),
    ],
)
def test_rehire(active: list[bool | None], starts: list[date | None], *, expected: bool) -> None:
    """Two numbers are one person only if exactly one row is active and the ended one did not start after it."""
    rows = people(**TWICE, employee_id=["1", "2"], is_active=active)

    matched = match_certain(rows.with_columns(pl.Series("day.start_date", starts, dtype=pl.Date)))

    assert (matched.get_column("cluster_id").null_count() == 0) is expected


def test_names_without_number_are_not_combined_with_one_that_has_both() -> None:
    """A row with somebody else's number or mailbox is known by it: its other cells do not make it a second row."""
    rows = people(
        first=["Jo", "Jo", "Eva", "Eva", "Mia"],
        last=["Ng", "Ng", "Lund", "Lund", "Roth"],
        email=[None, "desk@example.com", "desk@example.com", None, None],
        employee_id=[None, None, None, "7", "7"],
        start_date=["2020-02-01"] * 5,
    )

    assert match_certain(rows).get_column("cluster_id").null_count() == 5


def test_answers_come_first() -> None:
    """Rows answered as one person need no other reason, and no name or number speaks against it."""
    rows = people(first=["Anna", "Anna"], last=["Lund", "Berg"], employee_id=["1", "2"])

    matched = match_certain(rows, same=pairs((0, 1)))

    assert matched.get_column("reason").to_list() == ["answered_same_person"] * 2


def test_two_people_are_never_in_one_cluster() -> None:
    """An answer of two people cuts the weaker link: the address goes, the number stays."""
    rows = people(
        first=["Jo", "Jo", "Jo"],
        last=["Ng", "Ng", "Ng"],
        email=["jo@example.com", "jo@example.com", None],
        employee_id=[None, "7", "7"],
    )

    matched = match_certain(rows, different=pairs((2, 0)))

    assert matched.get_column("cluster_id").to_list() == [None, 1, 1]


def test_links_through_an_initial_do_not_join_two_people() -> None:
    """A row with an initial may be two people's: the weaker link goes."""
    rows = people(
        first=["Jo", "J.", "Jana"],
        last=["Ng", "Ng", "Ng"],
        email=["jo@example.com", "jo@example.com", None],
        employee_id=[None, "7", "7"],
    )

    assert match_certain(rows).get_column("cluster_id").to_list() == [None, 1, 1]


def test_rows_keep_their_order() -> None:
    """Every row comes back once and in order, whether it is in a cluster or not."""
    rows = people(first=["Jo"] * 3, email=["b@example.com", "a@example.com", "b@example.com"]).reverse()

    matched = match_certain(rows)

    assert matched.get_column("row_id").to_list() == [2, 1, 0]
    assert matched.get_column("cluster_id").to_list() == [0, None, 0]


def test_no_rows() -> None:
    """An empty frame stays empty and gets the columns."""
    matched = match_certain(people(first=[], email=[]))

    assert matched.schema["cluster_id"] == pl.UInt32
    assert matched.is_empty()


@pytest.mark.parametrize(
    ("several", "differing", "is_of_a_person"),
    [(4, 4, True), (5, 5, False), (5, 2, True), (5, 3, False), (6, 3, True), (6, 4, False)],
)
def test_column_in_which_most_people_differ_is_no_persons_own(
    several: int, differing: int, *, is_of_a_person: bool
) -> None:
    """Five people of two rows show it: where more than half of them differ it is a job's, and keeps nobody apart."""
    names = [name for name in "ABCDEF"[:several] for _ in range(2)]
    cells = [f"7{row:03}" if row < 2 * differing else f"8{row // 2:03}" for row in range(2 * several)]
    rows = people(first=[f"{name}da" for name in names], last=["Ng"] * len(names), employee_id=names)

    matched = match_certain(rows.with_columns(pl.Series("source.Fahrzeugkennung", cells)))

    assert matched.get_column("cluster_id").null_count() == (2 * differing if is_of_a_person else 0)


def test_each_row_says_its_own_strongest_reason() -> None:
    """A number is stronger than an address; the row that only the address links says so."""
    mail = ["jo@example.com"] * 2
    rows = people(first=["Jo"] * 3, last=["Ng"] * 3, email=[None, *mail], employee_id=["7", "7", None])

    matched = match_certain(rows)

    assert matched.get_column("cluster_id").to_list() == [0, 0, 0]
    assert matched.get_column("reason").to_list() == [*["same_number_and_name"] * 2, "same_address_and_name"]


@pytest.mark.parametrize(
    ("same", "different", "clusters", "in_doubt"),
    [
        ([], [], [None, None], 1),
        ([(0, 1)], [], [0, 0], 0),
        ([(1, 0)], [(0, 1)], [None, None], 0),
    ],
)
def test_answer_outweighs_a_cell_of_ones_own(
    same: list[tuple[int, int]], different: list[tuple[int, int]], clusters: list[int | None], in_doubt: int
) -> None:
    """Two badges are a doubt, which an answer ends; no answer outweighs that they are two people."""
    rows = people(**TWICE, badge=["B1", "B2"])

    matched, doubted = match_and_doubt(rows, pairs(*same), pairs(*different))

    assert matched.get_column("cluster_id").to_list() == clusters
    assert doubted.height == in_doubt
