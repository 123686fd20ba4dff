"""Small exports of invented people, cleaned, line by line."""

import polars as pl

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.match.known import KNOWN
from keycafe_clean.outcome_reasons import reason_in_words
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export
from tests.exports import TODAY

#: Which column is which in the exports below.
COLUMNS = {
    "First Name": "First Name",
    "Last Name": "Last Name",
    "Email Address": "E-mail",
    "Badge Code": "Fob",
    "employee_id": "Number",
    "status": "Status",
    "start_date": "Hired",
    "location": "Site",
}

HEADER = "First Name,Last Name,E-mail,Fob,Number,Status,Hired,Site"


def cleaned(
    *lines: str, known: pl.DataFrame | None = None, decisions: Decisions | None = None, **settings: object
) -> Cleaned:
    """Clean an export of these lines on the day of all properties, with these settings of the set-up."""
    export = read_export(("hr.csv", "\n".join([HEADER, *lines]).encode()))
    setup = Setup.model_validate({"columns": COLUMNS, **settings})
    return clean(export, setup, decisions, today=TODAY, known=known)


def outcomes(done: Cleaned) -> list[str]:
    """List the outcome of every row."""
    return done.rows.get_column("outcome").to_list()


def found(done: Cleaned) -> list[tuple[int, str]]:
    """List the row and code of every finding about a row."""
    return done.findings.drop_nulls("row_id").select("row_id", "code").rows()


def someone(address: str) -> dict[str, str | None]:
    """Get who has an address, as decisions name them."""
    return {"employee_id": None, "email": address, "name": None, "start_date": None}


def known(*people: tuple[str | None, str | None, str | None]) -> pl.DataFrame:
    """Get a list of people who are in Keycafe: first name, last name, address."""
    return pl.DataFrame(people, schema=dict.fromkeys(KNOWN, pl.String), orient="row")


def reasons(done: Cleaned) -> list[str | None]:
    """List why each row is combined or left out, in words."""
    return done.rows.select(reason_in_words()).to_series().to_list()


YORK_OUT = {"column": "Site", "is": "York", "then": "leave_out"}

BO = "Bo,Ek,bo@example.com,,0099,Active,2020-01-01,Leeds"
