import polars as pl
import pytest

from keycafe_clean.article.rules import RowRule, break_rules
from keycafe_clean.findings import in_words
from keycafe_clean.steps.not_a_person import (
    PEOPLE_RULES,
    address_kind_rules,
    column_rules,
    external_rules,
    headers_asked,
    sign_rules,
)
from keycafe_clean.steps.row_keys import with_row_keys


def broken(frame: pl.DataFrame, rules: tuple[RowRule, ...]) -> pl.DataFrame:
    """Get what rows break that have their keys, and columns without a cell where they lack one."""
    columns = ("First Name", "Last Name", "full_name", "Email Address")
    lacking = (pl.lit(None, pl.String).alias(name) for name in columns if name not in frame.columns)
    return break_rules(with_row_keys(frame.with_columns(lacking)), rules)


def found(first: str | None, last: str | None, whole: str | None = None, address: str | None = None) -> pl.DataFrame:
    """Get the findings about one name, in words."""
    rows = [(0, first, last, whole, address)]
    columns = ("First Name", "Last Name", "full_name", "Email Address")
    frame = pl.DataFrame(rows, schema={"row_id": pl.UInt32, **dict.fromkeys(columns, pl.String)}, orient="row")
    places = frame.select("row_id", source_row=pl.lit(2), file=pl.lit("a.csv"))
    return in_words(broken(frame, PEOPLE_RULES), places)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Test", "User"), ("Room", "101"), ("Meeting Room", "A"), ("Smith, Jones", "& Co"), ("Acme", "GmbH"),
        ("Service Account", "Backup"), ("svc-backup", None), ("Reception", None), ("Front Desk", "Leeds"),
        ("Frontdesk", "Shared"), ("Noreply", "Shared"), ("Warehouse", "Team 2"), ("Security", None),
        ("Equipe", "Estoque"), ("Équipe", "Achats"), ("Team", "Montage"), ("Harvest", "Team"), ("Equipo", "Norte"),
        ("Soporte", "TI"), ("IT", "Einkauf"), ("Compras", "Tienda"), ("Coffee Room", "Ghent"), ("Kokoustila", "Turku"),
        ("Neuvottelutila", "2"), ("Testi", "Kayttaja"), ("Usuario", "Prueba"), ("Fikarum", "Malmo"),
        ("Sammelpostfach", "Einkauf"), ("Salle de réunion", "2"), ("TEST", "TEST"), ("Dummy", "1"),
        ("Power Automate", "Bot"), ("RPA", "Robot"), ("Invoice", "Robot"), ("Robot", None), ("Test", "Testsson"),
        ("Testy", "McTest"), ("Тест", "Тестов"), ("Qorva Aps", None), (None, "Qorva Zrt."), ("Qorva Glas AB", None),
        ("Qorva Oy", None), (None, "Qorva Holding"), ("ООО Qorva", "Kft"),
    ],
)  # fmt: skip
def test_name_is_asked_about_when_it_may_be_no_person(first: str, last: str | None) -> None:
    """Accounts, rooms, mailboxes, tests and companies are questions."""
    assert found(first, last).get_column("code").to_list() == ["not_a_person"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Ana", "Ruiz"), ("John", "Co"), ("Rajesh", "AB"), ("Ida Maria", "As"), ("Anna", "Bot"), ("Tessa", "Testa"),
        ("AB", None), ("Ana", "Sas"), ("Test", "Novak"), ("Guest", "Novak"), ("J", "Y"),
        (None, "Suharto"),
        ("O'Neil", "'s Gravensande"), ("佐藤", "花子"), ("Ana-Maria", "d’Arc"), ("Hans-H.", "Köln"), ("Mark", "Room"),
        ("Jordan", "Sales"), ("Ana", "Compras"), ("Ida", "Testi"), ("Marc", "Salle"), ("Mary", "Printer"),
        ("Tim", "Ek"),
        ("Main", "Novak"),
        ("=Ana", "Ruiz"), (None, None),
    ],
)  # fmt: skip
def test_name_is_not_asked_about_when_people_are_called_so(first: str | None, last: str | None) -> None:
    """A word that is also a name is no reason to ask."""
    assert found(first, last).is_empty()


@pytest.mark.parametrize("first", ["Ana2", "A1na", "Ana/Bo", "ana@x.com", "Ana_B", "Ana <x>", "1Ana", "Ana?"])
def test_name_is_asked_about_when_it_holds_strange_signs(first: str) -> None:
    """Digits and signs that names do not have are questions."""
    assert found(first, "Ruiz").get_column("code").to_list() == ["name_signs"]


@pytest.mark.parametrize(
    ("first", "sentence", "advice"),
    [
        (
            "Test User",
            "Row 2: 'Test User Ruiz' looks like an account, a room or a company rather than a person.",
            "Leave it out, or say that it is a person.",
        ),
        (
            "Ana2",
            "Row 2: First Name is 'Ana2', with a digit or a sign that names do not have.",
            "Type the name, or keep it as it is.",
        ),
    ],
)
def test_question_about_a_name_says_what_to_do(first: str, sentence: str, advice: str) -> None:
    """Each sentence says where, what, and what to do."""
    assert found(first, "Ruiz").select("severity", "sentence", "advice").rows() == [("question", sentence, advice)]


@pytest.mark.parametrize(
    ("whole", "address", "asked"),
    [
        ("Acme Ltd", None, "Acme Ltd"),
        (None, "bot-7@acme.com", "bot-7@acme.com"),
        (None, "svc-print@acme.com", "svc-print@acme.com"),
        (None, "svc.print@acme.com", "svc.print@acme.com"),
        ("Svc, Print", None, "Svc, Print"),
        ("Lobby / Zoom Room", None, "Lobby / Zoom Room"),
    ],
)
def test_account_is_told_by_the_full_name_and_the_address(whole: str | None, address: str | None, asked: str) -> None:
    """A name that is not cut, and an address of an account, are asked about too."""
    assert found(None, None, whole, address).select("code", "value").rows() == [("not_a_person", asked)]


def test_address_with_the_name_of_its_owner_is_no_account() -> None:
    """Somebody may be called Bot."""
    assert found("Anna", "Bot", None, "bot-anna@acme.com").is_empty()


@pytest.mark.parametrize(
    ("first", "last", "local", "asked"),
    [
        ("Salle", "Verdun", "salle.verdun", True), ("Salle", "Verdun", None, True),
        ("Salle", "Marc", "marc.salle", False),
        ("Marc", "Salle", "marc.salle", False), ("Lobby Two", "Printer", "printer2", True),
        ("Mary", "Printer", "mary.printer", False), ("Mary", "Printer", "mprinter", False),
    ],
)  # fmt: skip
def test_address_tells_a_thing_from_its_namesake(first: str, last: str, local: str | None, *, asked: bool) -> None:
    """People are called Salle and Printer: a room's address begins with the word, a device's is the word."""
    codes = found(first, last, None, local and f"{local}@acme.com").get_column("code").to_list()

    assert codes == (["not_a_person"] if asked else [])


@pytest.mark.parametrize(
    ("cell", "last", "local", "asked"),
    [
        ("Extern", None, "info", True), ("External", None, "qorva", False), ("Externe", "Novak", "info", False),
        ("Intern", None, "info", False), (None, None, "info", False),
    ],
)  # fmt: skip
def test_external_with_half_a_name_may_be_a_firm(
    cell: str | None, last: str | None, local: str, *, asked: bool
) -> None:
    """Unless the address has the name: whoever is external and has a whole name is a person."""
    row = {"source.Typ": cell, "First Name": "Qorva", "Last Name": last, "full_name": None}
    cells = {**row, "Email Address": f"{local}@example.com"}
    frame = pl.DataFrame([cells], schema=dict.fromkeys(cells, pl.String)).with_row_index("row_id")

    assert broken(frame, external_rules(["Typ"])).get_column("value").to_list() == (["Qorva"] if asked else [])


def asked_of(header: str, cells: list[str | None]) -> list[tuple[str, str]]:
    """Get code and cell of what is asked about one column of an export."""
    frame = pl.DataFrame({f"source.{header}": cells}, schema={f"source.{header}": pl.String}).with_row_index("row_id")
    found = broken(frame, column_rules([header]))
    return [(code, cell) for code, cell in found.select("code", "value").iter_rows()]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Account Type", "Service"),
        ("RecipientTypeDetails", "RoomMailbox"),
        ("User type", "Zoom Room"),
        ("Kontotyp", "Dienstkonto"),
        ("Type", "Shared mailbox"),
        ("Tipo de cuenta", "Sala"),
        ("アカウント種別", "会議室"),
        ("Тип", "Группа"),
        ("Anställningsform", "System"),
        ("Type of employment", "Bot"),
    ],
)
def test_accounts_of_no_person_are_asked_about(header: str, cell: str) -> None:
    """What a directory says of an account is read: a room, a group and a service are no people."""
    assert asked_of(header, [cell, *["User"] * 9]) == [("account_kind", cell)]


@pytest.mark.parametrize(
    ("header", "cells", "asked"),
    [
        ("Is Service Account", ["true", "false", None], ["true"]),
        ("Service Account?", ["Y", "N"], ["Y"]),
        ("web_service_access_only", ["1", "0"], ["1"]),
        ("internal_integration_user", ["TRUE", "FALSE"], ["TRUE"]),
        ("Compte de service", ["oui", "non"], ["oui"]),
        ("Room Service", ["Y", "N"], []),
    ],
)
def test_flag_of_an_account_is_asked_about(header: str, cells: list[str | None], asked: list[str]) -> None:
    """Whoever is said to be the account of a service, a bot or a mailbox waits."""
    assert asked_of(header, cells) == [("account_kind", cell) for cell in asked]


@pytest.mark.parametrize(
    "header", ["user.userType", "profile.userType", "urn:ietf:params:scim:schemas:core:2.0:User.userType"]
)
def test_what_a_directory_puts_before_a_header_says_nothing(header: str) -> None:
    """It is the attribute's own name that counts."""
    assert asked_of(header, ["Service", *["Employee"] * 9]) == [("account_kind", "Service")]


def test_short_header_of_most_rows_is_about_something_else() -> None:
    """Where most people are of the type `Service`, it is no type of account."""
    assert asked_of("Type", ["Service", "Service", "Kitchen"]) == []


def test_short_header_tells_accounts_beside_people() -> None:
    """Where the same column says of others that they work here, it is a type of account, however many they are."""
    assert asked_of("Type", ["Service", "Service", "Employee"]) == [("account_kind", "Service")] * 2


@pytest.mark.parametrize(
    ("header", "cell", "codes"),
    [
        ("Organization 1 - Name", "Orchard Bakery", ["not_a_person"]),
        ("Firma", "ORCHARD-BAKERY", ["not_a_person"]),
        ("Company", "Orchard Bakeries", []),
        ("Department", "Orchard Bakery", []),
    ],
)
def test_name_of_the_company_in_the_same_row_is_asked_about(header: str, cell: str, codes: list[str]) -> None:
    """Whoever is called like the company beside the name may be the company."""
    columns = {"First Name": "Orchard", "Last Name": "Bakery", "full_name": None, f"source.{header}": cell}
    frame = pl.DataFrame([columns], schema=dict.fromkeys(columns, pl.String)).with_row_index("row_id")

    assert broken(frame, column_rules([header])).get_column("code").to_list() == codes


@pytest.mark.parametrize(
    ("first", "last", "address", "columns"),
    [
        ("Room", "101", "bot-7@acme.com", ["Last Name"]),
        ("Ana", "Ruiz", "bot-7@acme.com", ["Email Address"]),
        ("Ana", "Ruiz2", None, ["Last Name"]),
        ("Ana | Sales", "Ruiz", None, []),
    ],
)
def test_row_is_asked_about_once(first: str, last: str, address: str | None, columns: list[str]) -> None:
    """A name that says it all needs no address; a note behind a name is asked about as a note."""
    assert found(first, last, None, address).get_column("column").to_list() == columns


@pytest.mark.parametrize(("services", "asked"), [(2, 2), (3, 0)])
def test_a_fifth_of_the_rows_may_be_accounts(services: int, asked: int) -> None:
    """Where more are, a short header is about something else; a long one says what it is about."""
    cells: list[str | None] = ["Shared mailbox"] * services + ["User"] * (10 - services)

    assert len(asked_of("Type", cells)) == asked
    assert len(asked_of("Account Type", cells)) == services


@pytest.mark.parametrize(
    ("header", "cell", "asked"),
    [
        ("Account Type", "Guest", ["guest_account"]),
        ("Account Type", "Guest Relations", ["guest_account"]),
        ("Type", "Guest", ["guest_account"]),
        ("Type", "Guest Relations", []),
        ("Account Type", "Pending Worker", ["not_here_yet"]),
        ("Person Type", "Emergency Contact", ["no_worker"]),
        ("System Person Type", "Non-Worker", ["no_worker"]),
        ("PER_ORG", "Person of Interest", ["no_worker"]),
        ("Person Type", "Contact Centre", []),
        ("Department", "Guest", []),
    ],
)
def test_guests_and_those_to_come_are_asked_about(header: str, cell: str, asked: list[str]) -> None:
    """Any word tells under a header about accounts; under a short one the whole cell must."""
    assert [code for code, _ in asked_of(header, [cell, *["User"] * 9])] == asked


@pytest.mark.parametrize(("header", "asked"), [("Type", 0), ("System Person Type", 2)])
def test_short_header_that_says_contact_of_everybody_is_about_something_else(header: str, asked: int) -> None:
    """A list of contacts calls everybody so."""
    assert len(asked_of(header, ["Contact", "Contact"])) == asked


def test_address_of_nobody_by_its_type() -> None:
    """A type of addresses may say that one is shared."""
    frame = pl.DataFrame({"source.メール種別": ["会社", "共有", None]}).with_row_index("row_id")

    found = broken(frame, address_kind_rules(["メール種別"]))

    assert found.select("row_id", "code", "value").rows() == [(1, "account_kind", "共有")]


def test_column_of_account_types_has_its_own_rule_for_what_is_no_person() -> None:
    """There only guests and those to come are asked about."""
    cells = {"source.Account Type": ["Guest", "Service", "Pending Worker"]}
    frame = pl.DataFrame(cells).with_row_index("row_id")

    found = broken(frame, column_rules(["Account Type"], typed=["Account Type"]))

    assert found.select("row_id", "code").rows() == [(0, "guest_account"), (2, "not_here_yet")]


def test_sign_of_a_guest_counts_in_any_column() -> None:
    """Entra writes it into the name of the account."""
    cells = {"source.UPN": ["ana_x.com#EXT#@acme.com", "bo@acme.com", None], "source.Note": [None, None, "#EXT#@"]}
    frame = pl.DataFrame(cells).with_row_index("row_id")

    found = broken(frame, sign_rules(["UPN", "Note"]))

    assert found.select("row_id", "code", "column").rows() == [
        (0, "guest_account", "UPN"),
        (2, "guest_account", "Note"),
    ]


def test_headers_that_say_what_a_row_is() -> None:
    """Those of accounts, and of relations where nobody else is spoken of."""
    rows = pl.DataFrame({header: ["x"] for header in ("Name", "Relationship", "Account Type")})

    assert headers_asked(rows) == ("Relationship", "Account Type")
    assert headers_asked(rows.with_columns(pl.lit("x").alias("Emergency Contact"))) == ("Account Type",)


@pytest.mark.parametrize(
    ("name", "company", "codes"), [("-", "--", []), ("Acme GmbH", "Acme GmbH", []), ("Acme", "acme", ["not_a_person"])]
)
def test_name_of_signs_is_no_company(name: str, company: str, codes: list[str]) -> None:
    """Nothing is like nothing; what reads like a company by itself is asked about as that."""
    columns = {"First Name": None, "Last Name": name, "full_name": None, "source.Company": company}
    frame = pl.DataFrame([columns], schema=dict.fromkeys(columns, pl.String)).with_row_index("row_id")

    assert broken(frame, column_rules(["Company"])).get_column("code").to_list() == codes


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (["Basic", "Basic", "Plus", "Basic", "GUEST", "Service"], [4, 5]),
        (["Basic", "Basic", "Shared mailbox", None], [2]),
        ([*"abcdefg" * 2, "Guest"], [14]),
        ([*"abcdefgh" * 2, "Guest"], []),
        (["Basic", "Plus", "Guest", None], []),
        (["Guest", "Guest", "Basic"], []),
        (["Basic", "Basic", "Guest relations"], []),
        ([None, None, None], []),
    ],
)
def test_seats_of_nobody_are_asked_about(cells: list[str | None], rows: list[int]) -> None:
    """A word for a guest, a room or a service in a column of few kinds, most of them others, whatever its name."""
    frame = pl.DataFrame({"source.Zq": cells}, schema={"source.Zq": pl.String}).with_row_index("row_id")

    found = broken(frame, column_rules(["Zq"], unknown=["Zq"]))

    assert found.select("row_id", "code").rows() == [(row, "account_seat") for row in rows]
