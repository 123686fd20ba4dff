import polars as pl
import pytest

from keycafe_clean.columns.language import in_one_language, language_of, language_of_rows
from keycafe_clean.columns.suggestion import Suggestion, usual


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


@pytest.mark.parametrize(
    ("headers", "column", "expected"),
    [
        (("Sede", "Cognome", "E-mail"), "location", "Italian for location"),
        (("Sede", "Apellidos", "E-mail"), "location", "Spanish for location"),
        (("Sede", "E-mail"), "location", "Spanish for location"),
        (("Фамилия", "Име", "Имейл"), "Last Name", "Bulgarian or Macedonian for last name"),
        (("Фамилия", "Имя", "Отдел"), "Last Name", "Russian or Ukrainian for last name"),
        (("Nachname", "Sede", "Cognome"), "Last Name", "German for last name"),
        (("離職日", "員工編號", "姓名"), "exit_date", "Chinese for last day"),
        (("離職日", "社員番号", "氏名"), "exit_date", "Japanese for last day"),
    ],
)
def test_a_spelling_of_several_languages_is_of_that_of_the_file(
    headers: tuple[str, ...], column: str, expected: str
) -> None:
    """Most headers of the file tell which language a header is in."""
    (found,) = in_one_language([Suggestion(column, headers[:1], sure=True, reason=usual(headers[0], column))], headers)

    assert found.reason == expected


def test_other_reasons_stay() -> None:
    """What the cells say is no matter of a language."""
    found = Suggestion("location", ("Sede",), sure=True, reason="its cells say so")

    assert in_one_language([found], ("Sede", "Cognome")) == (found,)


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("First Name", ["สุดา", "นภา", None], "Thai"),
        ("Start Date", ["๕/๖/๖๑", "5/6/61"], "Thai"),
        ("First Name", ["สุดา", "Zoë", "Anna"], None),
        ("Vorname", ["สุดา", "นภา"], "German"),
        ("First Name", ["葵", "翔"], None),
        ("First Name", [None, None], None),
    ],
)
def test_language_is_told_by_letters_where_no_header_tells(
    header: str, cells: list[str | None], expected: str | None
) -> None:
    """A column in letters or digits of Thailand is one of a Thai file, whatever its header."""
    column = f"source.{header}"

    assert language_of_rows(pl.DataFrame({column: pl.Series(cells, dtype=pl.String)})) == expected
