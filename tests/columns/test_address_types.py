import pytest

from keycafe_clean.columns.address_types import is_of_home, is_of_work, is_type_of_addresses


@pytest.mark.parametrize(
    "header",
    [
        "Email Type 1", "Type of Email 2", "Tipo de correo 1", "Tipo de correo electrónico", "E-Mail-Art 2",
        "Art der E-Mail-Adresse 1", "Type de courriel", "Type d'adresse e-mail 1", "Tipo di indirizzo e-mail 1",
        "Soort e-mail 1", "E-mailtype 2", "Tipo de e-mail 3", "Rodzaj e-mail 1", "Typ adresu e-mail 1", "E-posttyp 1",
        "Sähköpostin tyyppi 1", "E-posta türü 1", "Typ e-mailu 2", "E-mail-típus 1", "Тип почты 1", "メール種別1",
        "邮箱类型1", "이메일 유형 1",
    ],
)  # fmt: skip
def test_types_of_addresses(header: str) -> None:
    """A word for types beside one for electronic mail says what the addresses are for, in any order and language."""
    assert is_type_of_addresses(header)


@pytest.mark.parametrize(
    "header",
    [
        "Email 1", "Email Address 1", "Email Status", "Email Signature", "Smart Mail", "Mailbox Type", "Account Type",
        "Postal Type", "Phone Type", "Tipo de trabajador", "Type",
    ],
)  # fmt: skip
def test_other_headers_are_no_types_of_addresses(header: str) -> None:
    """Neither a type of something else, nor a word that only ends as one for types does, nor another word on mail."""
    assert not is_type_of_addresses(header)


@pytest.mark.parametrize(
    ("cell", "home", "work"),
    [
        ("Personal", True, False),
        ("Casa", True, False),
        ("Personnel", True, False),
        ("Ev", True, False),
        ("Trabajo", False, True),
        ("Munkahelyi", False, True),
        ("İş", False, True),
        ("Other", False, False),
    ],
)
def test_what_addresses_are_for(cell: str, *, home: bool, work: bool) -> None:
    """Words by themselves say private or work in a column of types, though they mean something else in a header."""
    assert (is_of_home(cell), is_of_work(cell)) == (home, work)
