"""What headers mean."""

import pytest

from keycafe_clean.columns.vocabulary import is_work, meaning, recognise
from tests.columns.vocabulary_file import SPELLINGS


def test_every_spelling_is_recognised_as_what_it_is_listed_for() -> None:
    """Nothing in the vocabulary hides anything else in it."""
    assert [(kind, spelling) for kind, spelling in SPELLINGS if not _found(kind, spelling)] == []


def _found(kind: str, spelling: str) -> bool:
    header = f"Label {spelling}" if spelling.startswith("[") else spelling
    return recognise(header) == kind


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("First Name [Required]", "First Name"),
        ("First name [givenName]", "First Name"),
        ("ПІБ особи [givenName]", "First Name"),
        ("VORNAME", "First Name"),
        ("prenom", "First Name"),
        ("Personal Information - First Name", "First Name"),
        ("FIRSTNAME First Name", "First Name"),
        ("empfirstname", "First Name"),
        ("urn:ietf:params:scim:schemas:core:2.0:User:name.familyName", "Last Name"),
        ("Segundo apellido", "last_name_2"),
        ("Namensvorsatz", "name_prefix"),
        ("氏名", "full_name"),
        ("Name", "name"),
        ("Nombre", "name"),
        ("ADEmail", "Email Address"),
        ('emails[type eq "work"].value', "Email Address"),
        ("Geschaeftliche E-Mail", "Email Address"),
        ("\ufeffE-Mail", "Email Address"),
        ("User name [userPrincipalName] Required", "login"),
        ("N° de badge", "badge"),
        ("Badge Code", "Badge Code"),
        ("Employee #", "employee_id"),
        ("Unnamed: 0", "counter"),
        ("Block sign in (Yes/No) [accountEnabled] Required", "disabled"),
        ("Anmeldung [accountEnabled]", "disabled"),
        ("accountEnabled", "active"),
        ("Status [READ ONLY]", "status"),
        ("DateDépart", "exit_date"),
        ("Hire Date (MM/DD/YYYY)", "start_date"),
        ("Department.Name", "department"),
        ("Standort", "location"),
        ("Titel", "other"),
        ("Key Status", "other"),
        ("Contact First Name", "First Name"),
        ("是否在职", "active"),
        ("是否离职", "disabled"),
        ("İşe Giriş", "start_date"),
        ("Fnavn", "First Name"),
        ("İsim", "name"),
        ("Jméno", "name"),
        ("Имя", "name"),
        ("Contact via Email", None),
        ("Grace Hopper", None),
        ("", None),
    ],
)
def test_recognise(header: str, kind: str | None) -> None:
    """A header means the same however it is spelt, bracketed, joined or qualified."""
    assert recognise(header) == kind


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        *(("วันเริ่มงาน", "start_date"), ("วันที่ออกจากงาน", "exit_date"), ("วันสิ้นสุดสัญญา", "contract_end")),
        *(
            ("تاریخ آغاز به کار", "start_date"),
            ("تاریخ ترک خدمت", "exit_date"),
            ("تاریخ پایان قرارداد", "contract_end"),
        ),
        *(("नियुक्ति की तारीख", "start_date"), ("कार्यमुक्ति तिथि", "exit_date"), ("कर्मचारी नं.", "employee_id")),
        *(("नियुक्ति मिति", "start_date"), ("राजीनामा मिति", "exit_date"), ("करार समाप्ति मिति", "contract_end")),
        *(("যোগদান তারিখ", "start_date"), ("পদত্যাগের তারিখ", "exit_date"), ("কর্মচারী নম্বর", "employee_id")),
        *(("የቅጥር ቀን", "start_date"), ("የመጨረሻ የሥራ ቀን", "exit_date"), ("የሠራተኛ ቁጥር", "employee_id")),
    ],
)
def test_days_and_numbers_are_known_in_languages_of_other_calendars(header: str, kind: str) -> None:
    """First day, last day, the end of a contract and the number of an employee have their usual names."""
    assert recognise(header) == kind


@pytest.mark.parametrize(
    ("header", "kind"), [("nom_famille", "Last Name"), ("DataNascimento", "sensitive"), ("Fecha ingreso", "start_date")]
)
def test_words_that_only_join_may_be_missing(header: str, kind: str) -> None:
    """`Nom de famille` is `nom_famille` in a database."""
    assert recognise(header) == kind


@pytest.mark.parametrize("header", ["Health Department", "Unidade de Saúde", "Race Team", "Work Address 1"])
def test_places_of_work_are_kept(header: str) -> None:
    """Where somebody works is nobody's health, origin or home."""
    assert recognise(header) != "sensitive"


@pytest.mark.parametrize(
    "header",
    [
        "Manager Email",
        "Supervisor",
        "Reports To",
        "manageremail",
        "Email (personal)",
        "Home Email",
        "Recovery Email",
        "Home Secondary Email",
        "New Primary Email [UPLOAD ONLY]",
        "Preferred First Name",
        "Emergency Contact: Name",
        "Spouse Name",
        "Company Name",
        "氏名（カタカナ）",
        "E-Mail privat",
    ],
)
def test_recognise_decoys(header: str) -> None:
    """What looks right and belongs to somebody or something else is a decoy."""
    assert recognise(header) == "decoy"


@pytest.mark.parametrize(
    "header",
    [
        "Password [Required]",
        "Geburtsdatum",
        "DOB",
        "Employee SSN",
        "CPF",
        "DNI/NIE",
        "Codice Fiscale",
        "IBAN",
        "RIB",
        "Salaire",
        "Stundenlohn",
        "Desired Salary",
        "Krankenkasse",
        "Religion",
        "genero",
        "etnia",
        "Spouse Date of Birth",
        "マイナンバー",
        "Home Address",
        "Address 1",
        "NAS / SIN",
        "M/F",
        "扶養家族",
        "Hemtelefonnummer",
        "Zwolnienie lekarskie",
        "Permiso de trabajo",
        "Loonschaal",
        "Aliquota IRPEF",
        "Carte vitale",
        "Valor hora",
        "Fixgehalt",
        "bwynagrodzenie",
        "Maaş",
        "Věk",
        "Číslo OP",
        "EPF Number",
        "家庭地址",
        "급여",
        "Начислено",
        "Şifre",
        "Bono producción",
        "id_doc",
    ],
)
def test_recognise_sensitive(header: str) -> None:
    """What nobody needs for an import is sensitive, also where it belongs to somebody else."""
    assert recognise(header) == "sensitive"


def test_meaning_says_who_says_so() -> None:
    """A meaning names the language, the HR system or, for a decoy, the reason."""
    groups = [found.group for header in ("Vorname", "NACHN", "Home Email") if (found := meaning(header))]

    assert groups == ["German", "SAP", "is private, not the address at work"]


@pytest.mark.parametrize(("header", "second"), [("Email", False), ("Email 1", False), ("Email 2", True), ("cn", True)])
def test_second_choice(header: str, *, second: bool) -> None:
    """Numbered repetitions and weaker spellings give way to others."""
    found = meaning(header)

    assert found is not None
    assert found.second_choice is second


@pytest.mark.parametrize(("header", "work"), [("Work Email", True), ("E-Mail (dienstlich)", True), ("Email", False)])
def test_is_work(header: str, *, work: bool) -> None:
    """A header that speaks of work is told from one that does not."""
    assert is_work(header) is work


@pytest.mark.parametrize(
    ("header", "kind"),
    [("RÃ©munÃ©ration", "sensitive"), ("NÂ° sÃ©cu", "sensitive"), ("PrÃ©nom", "First Name"), ("Ã©Ã", None)],
)
def test_headers_opened_in_another_encoding_mean_what_they_were(header: str, kind: str | None) -> None:
    """UTF-8 that somebody read as Windows-1252 or Latin-1, and saved."""
    assert recognise(header) == kind
    assert recognise(header.encode("cp1252", "replace").decode("latin-1")) == kind


@pytest.mark.parametrize(("blanks", "kind"), [(287, "First Name"), (288, None)])
def test_header_of_up_to_300_characters_is_read(blanks: int, kind: str | None) -> None:
    """What is longer is text, and is not read as a header."""
    assert len("First" + " " * blanks + "Name ***") - 300 == blanks - 287
    assert recognise("First" + " " * blanks + "Name ***") == kind


@pytest.mark.parametrize(
    ("header", "kind"), [("Age", "sensitive"), ("Age Kommentar", None), ("Salary Kommentar", "sensitive")]
)
def test_short_phrase_counts_alone_only(header: str, kind: str | None) -> None:
    """A private word of three letters may stand in anything; a longer one is private wherever it stands."""
    assert recognise(header) == kind


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("在職狀態", "status"),
        ("員工狀態", "status"),
        ("人員狀態", "status"),
        ("任職狀態", "status"),
        ("就職狀態", "status"),
        ("聘用狀態", "status"),
        ("在职状态", "status"),
        ("是否離職", "disabled"),
        ("最後工作日", "exit_date"),
        ("離職日期", "exit_date"),
        ("入職日期", "start_date"),
        ("到职日期", "start_date"),
        ("公司郵箱", "Email Address"),
        ("部门", "department"),
        ("銀行帳戶", "sensitive"),
        ("身份證號碼", "sensitive"),
        ("薪资", "sensitive"),
    ],
)
def test_header_is_known_in_traditional_and_in_simplified_signs(header: str, expected: str) -> None:
    """What is listed in the signs of one place is known in those of the other."""
    assert recognise(header) == expected
