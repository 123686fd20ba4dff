"""Which header holds a person's number."""

import pytest

from keycafe_clean.columns.suggest import suggest_columns
from tests.columns.sources import CODES, WHOLES, WORK, some, source_of, suggested, unsure

NAMES: list[str | None] = ["Ana Ruiz", "Bo Klemt", "Cy Baker", "Di Novak"]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Employee ID", ["0042", "0043", "0044", "0045"]),
        ("Personalnummer", ["1", "2", "3", "4"]),
        ("社員番号", ["E1", "E2", "E3", "E4"]),
        ("id", ["1", "2", "3", "4"]),
        ("Nr.", ["17", "4", "98", "12"]),
        ("Número", ["1001", "1002", "1003", "1004"]),
        ("login", ["001", "002", "003", "004"]),
        ("Username", ["aruiz", "bklemt", "cbaker", "dnovak"]),
    ],
)
def test_number(header: str, cells: list[str | None]) -> None:
    """A header for numbers, an `ID` and a login that differ in every row are a person's number."""
    assert suggested({header: cells, "Name": NAMES})["employee_id"] == (header,)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Nr.", ["1", "2", "3", "4"]),
        ("#", ["0", "1", "2", "3"]),
        ("Unnamed: 0", ["7", "9", "4", "1"]),
        ("Column 1", ["7", "9", "4", "1"]),
        ("ID", ["7", "7", "4", "1"]),
        ("ID", ["7", None, "4", "1"]),
        ("Badge ID", ["7", "9", "4", "1"]),
        ("Employee ID", [None, None, None, None]),
        ("Username", ["Ana R", "Bo K", "Cy B", "Di N"]),
        ("Employee No", NAMES),
    ],
)
def test_no_number(header: str, cells: list[str | None]) -> None:
    """Row counters, badges, empty columns and an `ID` that repeats are not a person's number."""
    assert "employee_id" not in suggested({header: cells, "Name": NAMES})


def test_column_of_codes_under_a_name_for_people() -> None:
    """`Medewerker` beside the names is the number, where it holds numbers."""
    cells: dict[str, list[str | None]] = {"Medewerker": ["0042", "0043", "0044", "0045"], "Naam": NAMES}

    assert suggested(cells)["employee_id"] == ("Medewerker",)
    assert suggested(cells)["full_name"] == ("Naam",)


def test_codes_under_a_name_for_people_may_repeat() -> None:
    """Who is there twice has the same number twice."""
    cells: dict[str, list[str | None]] = {
        "Medewerker": ["1042", "1042", "1044", "1045"],
        "Naam": [NAMES[0], *NAMES[:3]],
    }

    assert suggested(cells)["employee_id"] == ("Medewerker",)


def test_file_without_column_names() -> None:
    """Where no column has a name, the first one of codes that all differ is asked about."""
    found = unsure({"Column 1": ["17", "4", "98", "12"], "Column 2": ["1", "2", "3", "4"]})

    assert [(it.column, it.headers, it.reason) for it in found] == [
        ("employee_id", ("Column 1",), "its cells differ in every row, as numbers of people do")
    ]


def test_number_of_several_people_is_asked_about() -> None:
    """A number beside different names is no person's, whatever its header."""
    found = unsure({"EEID": ["7", "7", "4", "4"], "Name": NAMES})

    assert [(it.headers, it.reason) for it in found] == [
        (("EEID",), "2 of its values stand beside names that share no word")
    ]


@pytest.mark.parametrize(
    ("strangers", "relatives", "alone", "asked"),
    [
        (1, 0, 8, False),
        (2, 2, 8, False),
        (3, 2, 8, True),
        (5, 5, 0, False),
        (6, 6, 0, True),
        (6, 0, 594, False),
        (6, 0, 593, True),
    ],
)
def test_few_numbers_of_two_people_are_asked_about_in_their_rows(
    strangers: int, relatives: int, alone: int, *, asked: bool
) -> None:
    """Up to five shared numbers, or one of a hundred, leave a column what it is called; not most of the repeated."""
    twice = [str(100 + place // 2) for place in range(2 * (strangers + relatives))]
    numbers: list[str | None] = [*twice, *(str(9000 + 7 * place) for place in range(alone))]
    last = [f"Stranger{_letters(place)}" for place in range(2 * strangers)]
    kin = [f"Kin{_letters(place // 2)}" for place in range(2 * relatives)]
    names: list[str | None] = [*last, *kin, *(f"Alone{_letters(place)}" for place in range(alone))]
    cells = {"Employee ID": numbers, "Last Name": names}

    assert [it.column for it in unsure(cells)] == (["employee_id"] if asked else [])


def _letters(number: int) -> str:
    """Get a number in letters, since names have no digits."""
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def test_repeated_number_of_one_person() -> None:
    """A person may stand in the file twice, even under a new last name."""
    cells = {"Employee ID": ["7", "7"], "First Name": ["Ana", "Ana"], "Last Name": ["Ruiz", "Ruiz-Berg"]}

    assert suggested(cells)["employee_id"] == ("Employee ID",)


@pytest.mark.parametrize("other", ["野村美咲", "野邨 美咲", "Misaki Nomura"])
def test_repeated_number_beside_spellings_of_one_name(other: str) -> None:
    """Names in East Asian signs share a sign, whether a blank parts them or not; those in two scripts say nothing."""
    names = ["野村 美咲", other, "小田 光", other.replace("美咲", "光"), "Cy Roe"]
    table = {"Employee Number": ["a7", "a7", "b4", "b4", "c2"], "Name": names}

    assert suggested(table).get("employee_id") == ("Employee Number",)


def test_number_goes_before_a_count_of_rows() -> None:
    """Of two columns for numbers, the one that counts the rows is none."""
    cells = {"Person ID": ["1", "2", "3", "4"], "Student ID": ["78", "12", "45", "9"], "Name": NAMES}

    assert suggested(cells)["employee_id"] == ("Student ID",)


def test_own_number_goes_before_others() -> None:
    """An employee number goes before numbers of a user, an account or a payroll."""
    cells = {"User ID": ["1", "2", "3", "4"], "Employee ID": ["5", "6", "7", "8"], "Name": NAMES}

    assert suggested(cells)["employee_id"] == ("Employee ID",)


@pytest.mark.parametrize(("names", "expected"), [(4, ("Employee No",)), (5, None)])
def test_half_of_the_numbers_may_look_like_names(names: int, expected: tuple[str, ...] | None) -> None:
    """A header of numbers is not believed where half of its cells are names."""
    assert suggested({"Employee No": some(names, WHOLES, CODES), "Name": WHOLES}).get("employee_id") == expected


@pytest.mark.parametrize(("addresses", "expected"), [(4, ("Employee No",)), (5, None)])
def test_half_of_the_numbers_may_be_addresses(addresses: int, expected: tuple[str, ...] | None) -> None:
    """A header of numbers is not believed where half of its cells are addresses."""
    assert suggested({"Employee No": some(addresses, WORK, CODES)}).get("employee_id") == expected


@pytest.mark.parametrize(("lettered", "expected"), [(0, ("Medewerker",)), (1, None)])
def test_hardly_a_number_under_a_header_of_people_has_letters(lettered: int, expected: tuple[str, ...] | None) -> None:
    """Numbers stand under a header of full names where fewer than a tenth of the cells have letters."""
    cells = {"Medewerker": some(lettered, WHOLES, CODES), "Naam": WHOLES}

    assert suggested(cells).get("employee_id") == expected


@pytest.mark.parametrize(("rows", "expected"), [(100, ("ID",)), (99, None)])
def test_one_id_of_a_hundred_may_repeat(rows: int, expected: tuple[str, ...] | None) -> None:
    """An `ID` tells people apart where 99 of 100 are different."""
    numbers = [str(number * 3 + 100) for number in range(rows - 1)]

    assert suggested({"ID": [*numbers, numbers[0]]}).get("employee_id") == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (some(4, WORK, CODES), ("login",)),
        (some(5, WORK, CODES), None),
        (some(4, WHOLES, CODES), ("login",)),
        (some(5, WHOLES, CODES), None),
    ],
)
def test_half_of_the_logins_may_be_no_codes(cells: list[str | None], expected: tuple[str, ...] | None) -> None:
    """A login of addresses or of names with a blank is no number."""
    assert suggested({"login": cells}).get("employee_id") == expected


def test_login_that_serves_as_a_number_is_called_one() -> None:
    """The reason says what it is."""
    found = suggest_columns(source_of({"sAMAccountName": ["hb", "tl", "mn", "jf"]}))

    assert [(it.column, it.reason) for it in found] == [("employee_id", "a login, different in every row")]


@pytest.mark.parametrize("header", ["Número", "ID", "Nr.", "Username"])
def test_number_that_comes_again_beside_the_same_name_is_a_number(header: str) -> None:
    """Whoever is there twice has it twice, whatever the marks and capitals of the name."""
    cells: list[str | None] = ["0071", "0072", "0071", "0073"]
    names: list[str | None] = ["José García", "Inés Peña", "GARCIA JOSE", "Álvaro Soto"]
    strangers: list[str | None] = ["José García", "Inés Peña", "Bo Klemt", "Álvaro Soto"]

    assert suggested({header: cells, "Name": names})["employee_id"] == (header,)
    assert "employee_id" not in suggested({header: cells, "Name": strangers})
