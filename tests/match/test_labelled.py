"""What is known about who is who in files that nobody here wrote."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.match import find_duplicates, match_certain
from keycafe_clean.steps.dates import read_dates
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

FEBRL = {
    "first_name": "given_name",
    "last_name": "surname",
    "identifiers": ["soc_sec_id"],
    "evidence": ["street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth"],
}
RLDATA = {"first_name": "fname_c1", "last_name": "lname_c1", "evidence": ["by", "bm", "bd"]}


def cells(path: str) -> pl.DataFrame:
    """Get the cells of a file as text, outer blanks off."""
    read = pl.read_csv(SHARED / "data" / path, infer_schema=False)
    return read.rename({name: name.strip() for name in read.columns}).with_columns(
        pl.all().str.strip_chars().replace("", None)
    )


def with_truth(pairs: pl.DataFrame, person: pl.Series) -> pl.DataFrame:
    """Add whether both rows of a pair are one person."""
    return pairs.with_columns(true=person.gather(pairs["left_row"]) == person.gather(pairs["right_row"]))


@pytest.mark.parametrize(
    ("files", "person", "columns", "least"),
    [
        (["febrl_dataset1"], pl.col("rec_id").str.extract(r"-(\d+)-"), FEBRL, 0.999),
        (["febrl_dataset4a", "febrl_dataset4b"], pl.col("rec_id").str.extract(r"-(\d+)-"), FEBRL, 0.997),
        (["rldata500"], pl.col("identity"), RLDATA, 0.98),
        (["rldata10000"], pl.col("identity"), RLDATA, 0.96),
    ],
)
def test_duplicates_are_found(files: list[str], person: pl.Expr, columns: dict[str, object], least: float) -> None:
    """At a score of one half both precision and recall are such that F1 is at least that; no certain pair is false."""
    records = pl.concat(cells(f"labelled/{file}.csv") for file in files)
    who = records.select(person).to_series()
    size = who.value_counts().get_column("count")

    found = with_truth(find_duplicates(records, **columns), who)

    likely = found.filter(pl.col("score") >= 0.5)
    f1 = 2 * likely["true"].sum() / (likely.height + (size * (size - 1) // 2).sum())
    assert f1 >= least
    assert found.filter(pl.col("certain") & ~pl.col("true")).is_empty()


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        ("kaggle_employee_data", ("FirstName", "LastName", "ADEmail", "EmpID", "StartDate", "ExitDate")),
        ("kaggle_recruitment_data", ("First Name", "Last Name", "Email", "Applicant ID", "Application Date", None)),
        ("chinook_customer", ("FirstName", "LastName", "Email", "CustomerId", None, None)),
    ],
)
def test_nobody_is_combined_where_nobody_is_twice(file: str, columns: tuple[str | None, ...]) -> None:
    """One address or one name and two people: nobody is one person for certain."""
    read = cells(f"people/{file}.csv")
    first, last, email, number, start, exit_date = (
        pl.lit(None, pl.String) if name is None else pl.col(name) for name in columns
    )
    rows = read.with_row_index("row_id").select(
        "row_id",
        first.alias("First Name"),
        last.alias("Last Name"),
        email.alias("Email Address"),
        employee_id=number,
        start_date=start,
        is_active=exit_date.is_null(),
    )
    start_day = read_dates(rows.get_column("start_date"), date(2026, 11, 29)).alias("day.start_date")

    assert match_certain(rows.with_columns(start_day)).get_column("cluster_id").null_count() == rows.height
