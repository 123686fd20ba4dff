import pytest

from keycafe_clean.columns.language import language_of


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Nachname", "Vorname", "E-Mail"), "German"),
        (("社員番号", "氏名", "退職日"), "Japanese"),
        (("Prezime", "Ime", "Zadnji radni dan"), "Croatian or Slovenian"),
        (("First Name", "Last Name", "Hire Date"), None),
        (("PERNR", "NACHN", "x"), None),
        ((), None),
    ],
)
def test_language_is_that_of_most_headers(headers: tuple[str, ...], expected: str | None) -> None:
    """English stands in the files of every country, and tells nothing."""
    assert language_of(headers) == expected
