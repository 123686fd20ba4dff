import pytest

from keycafe_clean.mock.row_checks import FIELDS, check_row, is_email_address

FULL_USER = ("Ann", "Lee", "ann@example.com", "true", "true", "false", "", "true")
SMARTBOX_USER = ("Bo", "Ek", "", "false", "false", "true", "", "true")


def changed(row: tuple[str, ...], **cells: str) -> dict[str, str]:
    """Get a row with some cells changed; names are written with underscores."""
    return dict(zip(FIELDS, row, strict=True)) | {name.replace("_", " "): cell for name, cell in cells.items()}


@pytest.mark.parametrize("row", [FULL_USER, SMARTBOX_USER])
def test_check_row_when_good(row: tuple[str, ...]) -> None:
    """A row as the article describes it breaks nothing."""
    assert check_row(changed(row)) == []


@pytest.mark.parametrize("cell", ["", "TRUE", "True", "yes", "1", " true", "0"])
@pytest.mark.parametrize("flag", ["Send Invitation", "Send Welcome Email", "Generate Access Code"])
def test_check_row_when_flag_is_other_text(flag: str, cell: str) -> None:
    """A flag must be "true" or "false", and nothing that looks like it."""
    assert check_row({**changed(FULL_USER), flag: cell}) == [(flag, "boolean_text")]


def test_check_row_when_type_is_other_text() -> None:
    """A row whose SmartBox User is no flag is of no type, so that nothing is required of it."""
    assert check_row(changed(FULL_USER, SmartBox_User="no", Email_Address="")) == [("SmartBox User", "boolean_text")]


@pytest.mark.parametrize("blank", ["", " ", "\t"])
def test_check_row_when_full_user_has_no_address(blank: str) -> None:
    """A Full User needs an address."""
    assert check_row(changed(FULL_USER, Email_Address=blank)) == [("Email Address", "email_required")]


def test_check_row_when_full_user_has_no_names() -> None:
    """A Full User's names are not required."""
    assert check_row(changed(FULL_USER, First_Name="", Last_Name="")) == []


def test_check_row_when_smartbox_user_has_no_names() -> None:
    """A SmartBox User needs both names."""
    problems = check_row(changed(SMARTBOX_USER, First_Name="", Last_Name=" "))

    assert problems == [("First Name", "first_name_required"), ("Last Name", "last_name_required")]


def test_check_row_when_smartbox_user_is_invited() -> None:
    """Invitation emails cannot be sent to SmartBox Users."""
    assert check_row(changed(SMARTBOX_USER, Send_Invitation="true")) == [("Send Invitation", "no_invitation")]


@pytest.mark.parametrize("row", [FULL_USER, SMARTBOX_USER])
def test_check_row_when_address_is_broken(row: tuple[str, ...]) -> None:
    """A broken address is an error for either type, though only a Full User needs one."""
    assert check_row(changed(row, Email_Address="ann.example.com")) == [("Email Address", "email_syntax")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ann@example.com", True),
        ("ann.o'neil+keys@mail.example.co.uk", True),
        ("jörg@exämple.de", True),
        ("a" * 64 + "@example.com", True),
        ("a" * 65 + "@example.com", False),
        (f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 61}", True),
        (f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 62}", False),
        ("ann@" + "a" * 63 + ".com", True),
        ("", False),
        ("ann", False),
        ("@example.com", False),
        ("ann@", False),
        ("ann@example", False),
        ("ann@@example.com", False),
        ("ann@example..com", False),
        (".ann@example.com", False),
        ("ann.@example.com", False),
        ("an..n@example.com", False),
        ("ann@-example.com", False),
        ("ann@example-.com", False),
        ("ann@127.0.0.1", False),
        ("ann lee@example.com", False),
        (" ann@example.com", False),
        ("Ann <ann@example.com>", False),
        ("ann@example.com;bo@example.com", False),
        ("ann@" + "a" * 64 + ".com", False),
    ],
)
def test_is_email_address(text: str, *, expected: bool) -> None:
    """An address has a local part, one @-sign, and a domain of two labels or more."""
    assert is_email_address(text) is expected
