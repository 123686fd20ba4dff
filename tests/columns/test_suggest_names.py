"""Which headers hold the names."""

import pytest

from keycafe_clean.columns.suggest import suggest_columns
from tests.columns.sources import CODES, FIRSTS, LASTS, NOTHING, WHOLES, WORK, some, source_of, suggested, unsure

FIRST: list[str | None] = ["Ana", "Jörg", "Zoë"]
LAST: list[str | None] = ["Ruiz", "Klemt", "Baker"]
WHOLE: list[str | None] = ["Ana Ruiz", "Jörg Klemt", "Zoë Baker"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("First Name", "Last Name"),
        ("Vorname", "Name"),
        ("Prénom", "Nom"),
        ("Nombre", "Apellidos"),
        ("Nome", "Cognome"),
        ("Nome", "Sobrenome"),
        ("Imię", "Nazwisko"),
        ("Voornaam", "Achternaam"),
        ("givenName", "sn"),
        ("Nombre", "Apellido paterno"),
        ("VORNA", "NACHN"),
    ],
)
def test_pairs(first: str, last: str) -> None:
    """A plain `Name`, `Nom`, `Nombre` or `Nome` is the part that its company lacks."""
    assert suggested({last: LAST, first: FIRST}) == {"First Name": (first,), "Last Name": (last,)}


@pytest.mark.parametrize(
    "header", ["Name", "Nom", "Nombre", "Nome", "Naam", "Worker", "Nombre completo", "Mitarbeiter"]
)
def test_whole_names(header: str) -> None:
    """A name column alone holds full names where its cells do."""
    assert suggested({header: WHOLE}) == {"full_name": (header,)}


def test_names_are_found_in_the_addresses() -> None:
    """Columns that nobody knows are asked about where their cells stand in the addresses: first as they begin."""
    cells: dict[str, list[str | None]] = {
        "A1": LAST,
        "A2": FIRST,
        "A3": ["ana.ruiz@example.com", "jorg.klemt@example.com", "zoe.baker@example.com"],
        "A4": ["Sales", "Ops", "Sales"],
    }

    asked = {it.column: it.headers for it in unsure(cells) if it.column != "Email Address"}

    assert asked == {"First Name": ("A2",), "Last Name": ("A1",)}


def test_columns_that_could_be_names_are_asked_about() -> None:
    """Where no header and no address says where the names are, nobody goes in without one unasked."""
    cells: dict[str, list[str | None]] = {
        "Vnimi": ["Ivan", "Mare", "Tiit"],
        "Pnimi": ["Horvat", "Kask", "Tamm"],
        "Email": ["u1001@example.com", "u1002@example.com", "u1003@example.com"],
        "Floor": ["1", "2", "3"],
    }

    assert {it.column: it.headers for it in unsure(cells)} == {"First Name": ("Vnimi",), "Last Name": ("Pnimi",)}


def test_the_missing_part_is_asked_about() -> None:
    """A column that nobody knows may be the last name beside a first name."""
    cells = {"First Name": FIRST, "Nazwa": LAST, "Team": ["Red", "Red", "Red"]}

    assert {it.column: it.headers for it in unsure(cells)} == {"Last Name": ("Nazwa",)}


def test_first_names_below_a_header_of_initials_are_asked_about() -> None:
    """Where no other column has them, and they are written out; initials beside first names are of no use."""
    beside = unsure({"Initial": ["A.", "J.", "Z."], "First Name": FIRST, "Surname": LAST})

    assert {it.column: it.headers for it in unsure({"Initial": FIRST, "Surname": LAST})} == {"First Name": ("Initial",)}
    assert list(beside) == []


@pytest.mark.parametrize("header", ["ชื่อ-นามสกุล", "ชื่อเต็ม"])
def test_words_that_end_in_a_mark_are_words(header: str) -> None:
    """A Thai vowel stands above the last letter of a word."""
    assert suggested({header: ["มาลี ศรีสุข", "อนันต์ วงศ์ไทย", "สมชาย ใจดี"]}) == {"full_name": (header,)}


def test_names_whose_letters_are_lost_are_names() -> None:
    """Most cells are question marks: the column is used, and those rows are asked about."""
    assert suggested({"Name": ["???? ?????", "???? ???", "Ana Ruiz"]}) == {"full_name": ("Name",)}


def test_japanese_names_are_whole_without_a_blank() -> None:
    """East Asian names need no blank to be full names."""
    assert suggested({"氏名": ["佐川恭子", "木戸詩音"]}) == {"full_name": ("氏名",)}


@pytest.mark.parametrize(("header", "column"), [("Name", "First Name"), ("Nom", "Last Name"), ("nombre", "First Name")])
def test_one_word_in_every_cell(header: str, column: str) -> None:
    """A name column alone with one word a cell holds one part: the last name in French, else the first."""
    assert suggested({header: LAST}) == {column: (header,)}


def test_name_beside_first_name_is_whole_where_it_contains_it() -> None:
    """A `Name` whose cells contain the first name beside it is no last name."""
    assert suggested({"First Name": FIRST, "Name": WHOLE}) == {"First Name": ("First Name",), "full_name": ("Name",)}


def test_full_name_is_not_needed_beside_both_parts() -> None:
    """Display names are not used where first and last name are there."""
    assert suggested({"displayName": WHOLE, "givenName": FIRST, "surname": LAST}) == {
        "First Name": ("givenName",),
        "Last Name": ("surname",),
    }


def test_second_surnames_are_joined() -> None:
    """Second given names and surnames go with the first ones."""
    cells = {"Primer nombre": FIRST, "Segundo nombre": FIRST, "Primer apellido": LAST, "Segundo apellido": LAST}

    assert suggested(cells) == {
        "First Name": ("Primer nombre", "Segundo nombre"),
        "Last Name": ("Primer apellido", "Segundo apellido"),
    }


def test_particles_in_a_column_of_their_own() -> None:
    """A column of particles is suggested beside a last name."""
    cells = {"Vorname": FIRST, "Namensvorsatz": ["von", None, None], "Name": LAST}

    assert suggested(cells)["name_prefix"] == ("Namensvorsatz",)


def test_legal_name_goes_first_where_both_agree() -> None:
    """Of two first names that say the same the legal one is taken."""
    cells = {"First Name": FIRST, "Legal First Name": FIRST, "Last Name": LAST}

    assert suggested(cells)["First Name"] == ("Legal First Name",)


def test_two_columns_that_differ_are_asked_about() -> None:
    """Two equal headers with other names in most rows are a question."""
    cells = {"First Name": FIRST, "Forename": ["Bo", "Cy", "Di"], "Last Name": LAST}

    assert [(it.column, it.headers, it.reason) for it in unsure(cells)] == [
        ("First Name", ("First Name",), "'Forename' says the same and differs")
    ]


@pytest.mark.parametrize("header", ["Furigana", "Manager Name", "Company Name", "Emergency Contact Name"])
def test_decoys_are_no_names(header: str) -> None:
    """Names of others, of companies, and names that are not the legal one are refused."""
    assert suggested({header: WHOLE}) == {}


def test_row_numbers_are_no_last_names() -> None:
    """A column without letters holds no names, whatever its header."""
    assert suggested({"S/N": ["1", "2", "3"], "Name": WHOLE}) == {"full_name": ("Name",)}


@pytest.mark.parametrize(("first", "name"), [("Voornaam", "Naam"), ("Förnamn", "Namn"), ("Vorname", "Name")])
def test_plain_name_beside_a_first_name_is_the_last_name(first: str, name: str) -> None:
    """`Naam` is the full name alone and the last name beside `Voornaam`; its cells decide."""
    assert suggested({first: ["Ana", "Bo"], name: ["Ruiz", "Klemt"]})["Last Name"] == (name,)
    assert suggested({first: ["Ana", "Bo"], name: ["Ana Ruiz", "Bo Klemt"]})["full_name"] == (name,)


def test_user_names_that_are_full_names() -> None:
    """`User name` is the full name where its cells are names, and no other column is one."""
    assert suggested({"User name": ["Ana Ruiz", "Bo Klemt"], "Email": ["a@acme.com", "b@acme.com"]})["full_name"] == (
        "User name",
    )


def test_name_at_birth_is_asked_about_where_there_is_no_other() -> None:
    """The name at birth is the legal one in some countries, and no last name where there is another."""
    born: dict[str, list[str | None]] = {"Prénom": ["Ana", "Bo"], "Nom de naissance": ["Ruiz", "Klemt"]}

    assert [(it.column, it.headers) for it in unsure(born)] == [("Last Name", ("Nom de naissance",))]
    assert suggested({**born, "Nom": ["Berg", "Klemt"]})["Last Name"] == ("Nom",)


def test_unnamed_column_of_names_is_asked_about() -> None:
    """A column that nobody has named is suggested, to be checked, where its cells look like full names."""
    found = unsure({"Column 1": ["1", "2", "3"], "Column 2": WHOLE})

    assert [(it.column, it.headers, it.reason) for it in found] == [
        ("full_name", ("Column 2",), "its cells look like names of people")
    ]


def test_no_names_at_all() -> None:
    """A table without names has no suggestion for any."""
    assert suggested({"Product": ["cup", "saucer"], "Name": [None, None]}) == {"full_name": ("Name",)}
    assert suggested({"Product": ["cup", "saucer"]}) == {}


@pytest.mark.parametrize(
    ("first", "last"),
    [("Όνομα", "Επώνυμο"), ("Ime", "Prezime"), ("Prenume", "Nume"), ("Eesnimi", "Perekonnanimi")],
)
def test_pairs_in_more_languages(first: str, last: str) -> None:
    """Greek, Croatian, Romanian and Estonian headers are known too."""
    assert suggested({last: LAST, first: FIRST}) == {"First Name": (first,), "Last Name": (last,)}


def columns_of(cells: dict[str, list[str | None]]) -> dict[str, tuple[str, ...]]:
    """Get every column that is suggested, sure or not, with its headers."""
    return {it.column: it.headers for it in suggest_columns(source_of(cells))}


@pytest.mark.parametrize(("count", "expected"), [(5, {"full_name": ("Full Name",)}), (4, {})])
def test_half_of_the_cells_under_a_header_must_be_names(count: int, expected: dict[str, tuple[str, ...]]) -> None:
    """A header of names is believed where half of its cells have letters."""
    assert suggested({"Full Name": some(count, WHOLES, CODES)}) == expected


@pytest.mark.parametrize(("count", "header"), [(5, "Legal First Name"), (4, "First Name")])
def test_legal_name_goes_first_where_half_of_it_is_filled(count: int, header: str) -> None:
    """A column that is mostly empty goes behind a fuller one, legal or not."""
    cells = {"First Name": FIRSTS, "Legal First Name": some(count, FIRSTS, NOTHING), "Last Name": LASTS}

    assert columns_of(cells)["First Name"] == (header,)


@pytest.mark.parametrize(("filled", "is_asked"), [(5, True), (4, False)])
def test_rival_must_be_half_filled(filled: int, *, is_asked: bool) -> None:
    """Another column of first names that differs is asked about where half of it is filled."""
    cells = {"First Name": FIRSTS, "Forename": some(filled, LASTS, NOTHING), "Last Name": LASTS}

    assert bool(unsure(cells)) is is_asked


@pytest.mark.parametrize(("same", "is_asked"), [(9, False), (8, True)])
def test_two_columns_that_agree_in_nine_rows_of_ten_are_one(same: int, *, is_asked: bool) -> None:
    """A tenth may differ between two columns of first names before somebody is asked."""
    cells = {"First Name": FIRSTS, "Forename": some(same, FIRSTS, LASTS), "Last Name": LASTS}

    assert bool(unsure(cells)) is is_asked


@pytest.mark.parametrize(("count", "column"), [(5, "full_name"), (4, "Last Name")])
def test_name_is_whole_where_half_contains_the_first_name(count: int, column: str) -> None:
    """A plain name holds the first name beside it in half of its cells, or is the last name."""
    names = some(count, [f"{first}-{last}" for first, last in zip(FIRSTS, LASTS, strict=True)], LASTS)

    assert suggested({"First Name": FIRSTS, "Name": names})[column] == ("Name",)


@pytest.mark.parametrize(("count", "column"), [(3, "full_name"), (2, "First Name")])
def test_names_are_whole_where_three_of_ten_have_several_words(count: int, column: str) -> None:
    """First names have two words here and there."""
    assert suggested({"Name": some(count, WHOLES, FIRSTS)}) == {column: ("Name",)}


@pytest.mark.parametrize(("count", "column"), [(5, "full_name"), (4, "First Name")])
def test_names_are_whole_where_half_are_east_asian(count: int, column: str) -> None:
    """East Asian names are whole without a blank."""
    assert suggested({"Name": some(count, ["佐川恭子"] * 10, FIRSTS)}) == {column: ("Name",)}


@pytest.mark.parametrize(("count", "expected"), [(5, ("User name",)), (4, None)])
def test_users_are_names_where_half_have_a_blank(count: int, expected: tuple[str, ...] | None) -> None:
    """A column of users holds full names where half of its cells have a blank, as no login has."""
    assert suggested({"User name": some(count, WHOLES, CODES)}).get("full_name") == expected


@pytest.mark.parametrize(
    ("cells", "is_asked"),
    [
        (some(8, WHOLES, CODES), True),
        (some(5, WHOLES, CODES), True),
        (some(4, WHOLES, CODES), False),
        (some(8, WHOLES, NOTHING), True),
        (some(4, WHOLES, NOTHING), False),
        (some(7, WHOLES, WHOLES[9:] * 10), True),
        (some(6, WHOLES, WHOLES[9:] * 10), False),
    ],
)
def test_unknown_column_of_whole_names(cells: list[str | None], *, is_asked: bool) -> None:
    """It is asked about where most cells are filled, half of them look like names, and eight of ten differ."""
    assert (columns_of({"Column 2": cells, "Zq": some(10, CODES, CODES)}).get("full_name") == ("Column 2",)) is is_asked


@pytest.mark.parametrize(
    ("cells", "is_asked"),
    [
        (some(9, LASTS, CODES), True),
        (some(8, LASTS, CODES), False),
        (some(4, LASTS, ["Red"] * 10), True),
        (some(3, LASTS, ["Red"] * 10), False),
    ],
)
def test_unknown_column_of_last_names(cells: list[str | None], *, is_asked: bool) -> None:
    """Single words could be names where nine of ten begin with a capital, and half of them differ."""
    assert ("Last Name" in columns_of({"First Name": FIRSTS, "Nazwa": cells})) is is_asked


@pytest.mark.parametrize(
    ("parts", "addresses", "is_asked"),
    [
        (some(5, LASTS, ["Zzz"] * 10), WORK, True),
        (some(4, LASTS, ["Zzz"] * 10), WORK, False),
        (LASTS, some(8, WORK, CODES), True),
        (LASTS, some(7, WORK, CODES), False),
        (some(8, LASTS, CODES), WORK, True),
        (some(7, LASTS, CODES), WORK, False),
    ],
)
def test_parts_found_in_addresses(parts: list[str | None], addresses: list[str | None], *, is_asked: bool) -> None:
    """Of names half stand in the addresses, eight of ten of which are addresses, and eight of ten have letters."""
    found = [it.reason for it in unsure({"A1": parts, "A2": FIRSTS, "A3": addresses}) if it.column == "Last Name"]

    assert (found == ["its cells stand in the addresses of 'A3'"]) is is_asked


@pytest.mark.parametrize("header", ["Prefix", "Title", "Middle Name", "tv"])
def test_column_of_particles_belongs_to_the_last_name(header: str) -> None:
    """Cells that are nothing but `van` and `de la` are a part of the last name, whatever their header says."""
    particles: list[str | None] = ["van", "de la", None, None, "von", None, None, None, None, None]

    assert columns_of({"First Name": FIRSTS, header: particles, "Last Name": LASTS})["name_prefix"] == (header,)


def test_column_of_languages_has_no_particles() -> None:
    """`de` and `la` alone are languages or states."""
    assert "name_prefix" not in columns_of({"First Name": FIRSTS, "Language": ["de"] * 10, "Last Name": LASTS})


@pytest.mark.parametrize(
    ("first", "last", "shown", "is_used"),
    [("Ana", "Ruiz", "Ana Ruiz", False), (None, None, "Ana Ruiz", True), ("Ana", "Ruiz", "Ana Ruiz (left)", True)],
)
def test_full_name_beside_both_parts(first: str | None, last: str | None, shown: str, *, is_used: bool) -> None:
    """It is used where a row has no other name, or where it says that somebody has left."""
    cells = {"First Name": [first, *FIRSTS[1:]], "Last Name": [last, *LASTS[1:]], "Display Name": [shown, *WHOLES[1:]]}

    assert ("full_name" in columns_of(cells)) is is_used


@pytest.mark.parametrize("header", ["Zq", "Contact name"])
def test_names_of_rows_that_both_parts_leave_blank_are_asked_about(header: str) -> None:
    """A column of names that are missing elsewhere is never put aside."""
    cells: dict[str, list[str | None]] = {
        "First Name": ["Ana", None],
        "Last Name": ["Ruiz", None],
        header: [None, "Bo Klemt"],
    }

    assert [it.headers for it in unsure(cells) if it.column == "full_name"] == [(header,)]
