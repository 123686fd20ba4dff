"""Exports that nobody here wrote: what each column must be taken for."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.columns import suggest_columns
from keycafe_clean.columns.suggest import taken
from keycafe_clean.errors import MissingColumn
from keycafe_clean.match.possible import POSSIBLE
from keycafe_clean.pipeline import clean
from keycafe_clean.read import read_export
from tests.shared import SHARED, needs_shared


@needs_shared
@pytest.mark.parametrize(
    ("file", "columns"),
    [
        (
            "people/sds_v21_users.csv",
            {"First Name": "givenName", "Last Name": "familyName", "Email Address": "username"},
        ),
        ("people/fr_employes_projet_rh.csv", {"Last Name": "Nom", "employee_id": "EmployeID", "status": "Statut"}),
        ("people/ja_shain_ichiran.csv", {"full_name": "氏名", "Email Address": "メールアドレス"}),
        ("people/messy_employees_junkcol.csv", {"First Name": "Emp_Name", "employee_id": "Emp_ID"}),
        ("people/midpoint_hogwarts_accounts.csv", {"employee_id": "login", "disabled": "disabled"}),
        ("constructed/bamboohr_employees.csv", {"Email Address": "Work Email", "status": "Status"}),
        ("constructed/personio_de_sep_cp1252.csv", {"Email Address": "E-Mail", "employee_id": "Personalnummer"}),
    ],
)
def test_export(file: str, columns: dict[str, str]) -> None:
    """What the index of the data says of a column is what is suggested, for sure."""
    suggested = taken(suggest_columns(read_export(SHARED / "data" / file).sources[0]))

    assert {column: suggested.get(column) for column in columns} == {
        column: (header,) for column, header in columns.items()
    }


@needs_shared
@pytest.mark.parametrize(
    ("file", "refused"),
    [
        ("people/employee_sample_data.xlsx", "employee_id"),
        ("people/kaggle_recruitment_data.csv", "status"),
        ("people/midpoint_hogwarts_accounts.csv", "Email Address"),
        ("constructed/bamboohr_employees.csv", "Badge Code"),
    ],
)
def test_refused(file: str, refused: str) -> None:
    """What only looks right is not taken."""
    suggested = taken(suggest_columns(read_export(SHARED / "data" / file).sources[0]))

    assert refused not in suggested


PEOPLE = sorted((SHARED / "data" / "people").glob("*")) if SHARED.is_dir() else []

#: Questions about whole columns that a file may raise.
_MOST_ASKED = 2

_ABOUT_COLUMNS = ("column_unsure", "column_in_doubt", "no_address_column")


@needs_shared
@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.name)
def test_at_most_two_questions_about_whole_columns(path: Path) -> None:
    """Nothing is put aside in silence, and asking stays rare."""
    try:
        found = clean(read_export(path), today=date(2026, 11, 29), pairs=POSSIBLE.to_frame()).findings
    except MissingColumn:
        return
    assert found.filter(pl.col("code").is_in(_ABOUT_COLUMNS)).height <= _MOST_ASKED
