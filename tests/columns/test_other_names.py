"""Which headers are of another name of the person."""

import pytest

from keycafe_clean.columns.other_names import is_another_name


@pytest.mark.parametrize(
    "header",
    [
        "Former Last Name",
        "Prior Name",
        "Maiden name",
        "Née",
        "Surname at birth",
        "Geburtsname",
        "Früherer Nachname",
        "Nom de jeune fille",
        "Ancien nom",
        "Apellido anterior",
        "Nazwisko rodowe",
        "Tidigare efternamn",
        "Születési név",
        "Девичья фамилия",
        "旧姓",
        "Preferred First Name",
        "Employee Preferred Name",
        "Rufname",
        "Known as",
        "Nickname",
    ],
)
def test_names_of_before_and_of_every_day_are_other_names(header: str) -> None:
    """A former name, one at birth, and what somebody goes by, in any language."""
    assert is_another_name(header)


@pytest.mark.parametrize(
    "header",
    [
        "First Name",
        "Legal Last Name",
        "Preferred Email",
        "Preferred Language",
        "Mother's maiden name",
        "Supervisor Preferred Name",
        "Geburtsdatum",
        "Former Employee",
    ],
)
def test_what_is_no_other_name_of_the_person_is_none(header: str) -> None:
    """The name itself, what is no name, and names of somebody else."""
    assert not is_another_name(header)
