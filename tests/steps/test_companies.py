"""Files of companies: one question, and nobody of them goes in."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.findings import in_words
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export
from keycafe_clean.steps.companies import among_companies, company_questions, is_company


def run(*names: str) -> Cleaned:
    """Get what becomes of a file with these names and an address for each."""
    lines = [f"{name};box{place}@example.com" for place, name in enumerate(names)]
    text = "\n".join(["Name;Email", *lines])
    return clean(read_export(("list.csv", text.encode())), today=date(2026, 11, 3))


def asked(cleaned: Cleaned, *codes: str) -> list[str]:
    """Get the sentences of these codes."""
    found = cleaned.findings.filter(pl.col("code").is_in(codes))
    said = in_words(found, cleaned.rows.select("row_id", "file", "source_row"))
    return said.get_column("sentence").to_list()


def test_file_of_companies_is_one_question() -> None:
    """It names an example and the count, and no row of the file is ready."""
    cleaned = run("Acme Ltd", "Contoso GmbH", "Northwind Traders", "Maria Lund")

    assert asked(cleaned, "companies") == [
        "Half of the names or more look like those of companies, such as 'Acme Ltd', in 2 rows of list.csv."
    ]
    assert cleaned.counts["ready"] == 0


def test_whoever_stands_among_companies_waits() -> None:
    """A name that may be a person's is asked about by itself."""
    cleaned = run("Acme Ltd", "Contoso GmbH", "Northwind Traders", "Maria Lund")

    assert asked(cleaned, "among_companies") == [
        "Row 4: 'Northwind Traders' stands among companies, and may be one.",
        "Row 5: 'Maria Lund' stands among companies, and may be one.",
    ]


def test_few_companies_hold_up_nobody_else() -> None:
    """Where less than half are companies, people go in."""
    cleaned = run("Acme Ltd", "Maria Lund", "Peter Brandt")

    assert asked(cleaned, "companies", "among_companies") == []
    assert cleaned.counts["ready"] == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Acme Ltd", True),
        ("ACME LTD.", True),
        ("Stadtwerke Bonn AG", True),
        ("Blue Group", True),
        ("Maria Inc", True),
        ("Maria Lund", False),
        ("Sales Agnes", False),
        ("Groupe Marie", False),
        (None, None),
    ],
)
def test_company(name: str | None, expected: bool | None) -> None:  # noqa: FBT001
    """Legal forms in any letters, words of organisations to the letter."""
    assert pl.select(is_company(pl.lit(name, pl.String))).item() is expected


def rows_of(*rows: tuple[str | None, str]) -> pl.DataFrame:
    """Get rows with a whole name, each of a file."""
    blank = [pl.lit(None, pl.String).alias(it) for it in ("First Name", "Last Name")]
    schema = {"full_name": pl.String, "file": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").with_row_index("row_id").with_columns(blank)


def test_each_file_of_companies_is_asked_about_in_order() -> None:
    """A file of people beside them is none, and the first name by its letters is the example."""
    rows = rows_of(*(("Acme Ltd", f"{file}.csv") for file in "gecafbd"), ("Aaa Ltd", "c.csv"), ("Ana Ruiz", "h.csv"))

    asked = company_questions(rows)

    assert asked.get_column("reason").to_list() == [
        f"{'2 rows' if file == 'c' else '1 row'} of {file}.csv" for file in "abcdefg"
    ]
    assert asked.get_column("value").to_list() == ["Acme Ltd", "Acme Ltd", "Aaa Ltd", *["Acme Ltd"] * 4]


@pytest.mark.parametrize(
    ("names", "among"), [(["Acme Ltd", None], [False, True]), (["Acme Ltd", None, None], [False] * 3)]
)
def test_blank_name_is_no_company(names: list[str | None], among: list[bool]) -> None:
    """It counts among the names of which half must be companies, and waits where they are."""
    rows = rows_of(*((name, "a.csv") for name in names))

    assert rows.select(among_companies()).to_series().to_list() == among
