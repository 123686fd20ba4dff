"""What headers mean, seen together."""

import pytest

from keycafe_clean.columns.together import meanings_of


def _kinds(*headers: str) -> dict[str, str]:
    return {header: found.kind for header, found in meanings_of(headers).items()}


@pytest.mark.parametrize(
    ("headers", "kinds"),
    [
        (("usr_vorname", "usr_nachname", "usr_abteilung", "usr_gebdat"), ("First Name", "Last Name", "department")),
        (("vorname#psd", "nachname#psd", "abteilung#psd", "gebdat#psd"), ("First Name", "Last Name", "department")),
    ],
)
def test_words_that_most_headers_share(headers: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    """A word at the same end of most headers says nothing about each of them."""
    assert tuple(_kinds(*headers).values()) == (*kinds, "sensitive")


def test_words_that_few_headers_share() -> None:
    """A word of a few headers belongs to what they mean."""
    assert _kinds("Laptop name", "Laptop serial", "First Name", "Last Name", "Department") == {
        "First Name": "First Name",
        "Last Name": "Last Name",
        "Department": "department",
    }


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (("Personnr", "Förnamn", "Efternamn", "Avdelning"), "sensitive"),
        (("PersonNr", "Vorname", "Nachname", "Abteilung"), "employee_id"),
    ],
)
def test_false_friends(headers: tuple[str, ...], kind: str) -> None:
    """The same header is the number of the state in Swedish and of the employer elsewhere."""
    assert _kinds(*headers)[headers[0]] == kind


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (("Clave", "Usuario", "Nombre", "Apellidos"), "sensitive"),
        (("Clave", "Nombre", "Apellidos", "Puesto"), "id"),
        (("Agência", "Nome", "Banco", "Conta"), "sensitive"),
        (("Agência", "Nome", "Cargo", "Setor"), "other"),
        (("C.C.", "Nombres", "Apellidos", "Cargo"), "sensitive"),
    ],
)
def test_what_a_header_stands_beside(headers: tuple[str, ...], kind: str) -> None:
    """Beside a login a key is its password, and beside an account a branch is the bank's."""
    assert _kinds(*headers)[headers[0]] == kind


@pytest.mark.parametrize(
    ("shared", "others", "expected"), [(4, 2, "department"), (3, 0, None), (6, 4, "department"), (5, 4, None)]
)
def test_word_says_nothing_where_most_headers_share_it(shared: int, others: int, expected: str | None) -> None:
    """Four headers at least and six of ten begin with it; fewer, and it belongs to what they mean."""
    headers = ["xq abteilung", *(f"xq zz{number}" for number in range(shared - 1))]

    assert _kinds(*headers, *(f"yy{number}" for number in range(others))).get("xq abteilung") == expected


@pytest.mark.parametrize(
    "headers",
    [
        *(
            ("From", "To"),
            ("Von", "Bis"),
            ("Du", "Au"),
            ("Desde", "Hasta"),
            ("Desde", "A"),
            ("Od", "Do"),
            ("Dal", "Al"),
            ("De", "Até"),
        ),
        *(("De", "A"), ("De", "À")),
        *(("Van", "Tot"), ("Från", "Till"), ("Fra", "Til"), ("Employment: From", "Employment: To"), ("vom", "bis zum")),
        *(("Date from", "Date to"), ("Beschäftigung - Von", "Beschäftigung - Bis"), ("自", "至")),
    ],
)
def test_two_ends_of_a_time_are_first_and_last_day(headers: tuple[str, str]) -> None:
    """Beside each other they are the days of a job, whatever the language."""
    assert [_kinds("Name", *headers).get(header) for header in headers] == ["start_date", "exit_date"]


@pytest.mark.parametrize(
    "headers",
    [
        *(
            ("From", "Name"),
            ("From", "To", "Hire Date"),
            ("From", "To", "Leave Type"),
            ("Von", "Bis", "Abwesenheitsgrund"),
        ),
        *(
            ("Leave From", "Leave To"),
            ("Contract: From", "Contract: To"),
            ("Contract From", "Contract To"),
            ("From", "Bis"),
        ),
        ("Date from", "Date to", "From", "To"),
    ],
)
def test_two_ends_of_something_else(headers: tuple[str, ...]) -> None:
    """Not one alone, nor beside a first day, a leave or another pair, nor with words of something else."""
    found = _kinds(*headers)

    assert [it for it in headers if it != "Hire Date" and found.get(it) in ("start_date", "exit_date")] == []
