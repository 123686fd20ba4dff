"""The article is read twice: by our schemas, and by the mock's plain Python. Here both judge the same rows."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS
from keycafe_clean.article.validate import validate
from keycafe_clean.errors import ExportError
from keycafe_clean.match import suggest_duplicates
from keycafe_clean.mock.row_checks import FIELDS, check_row
from keycafe_clean.mock.row_checks import FLAGS as FIELDS_OF_FLAGS
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export
from tests.import_rows import FULL_USER, SMARTBOX_USER, import_rows
from tests.regenerate_samples import cleaned_sample, samples
from tests.shared import SHARED, needs_shared

#: The article's own rules; the others are ours alone.
ARTICLE = {"first_name_required", "last_name_required", "email_required", "boolean_text", "no_invitation"}

BLANK = st.sampled_from([None, "", " ", "\u00a0"])
FLAG = st.sampled_from(["true", "false", None, "", "TRUE", "yes", "0", " true", "verdadeiro", "true\n"])
NAME = st.one_of(BLANK, st.sampled_from(["Zoë", "O'Neil", "=1", "-", "a\nb"]), st.text(max_size=6))
LETTERS = st.characters(codec="utf-8", categories=["L", "M", "N", "S", "Pd", "Po", "Zs"])
ADDRESS_LIKE = st.builds(
    "{}@{}.{}".format,
    st.text(LETTERS, min_size=1, max_size=5),
    st.text(LETTERS, min_size=1, max_size=5),
    st.sampled_from(["com", "de", "example", "c", "123", "xn--p1ai", "рф", "co.uk", ""]),
)
ADDRESS = st.one_of(
    BLANK, st.emails(), ADDRESS_LIKE, st.text(max_size=8), st.sampled_from(["jana@example.com", "jana"])
)
CELLS = [NAME, NAME, ADDRESS, FLAG, FLAG, FLAG, NAME, FLAG]
ROW = st.tuples(*CELLS).map(lambda cells: dict(zip(IMPORT_COLUMNS, cells, strict=True)))

Row = dict[str, str | None]

#: No people: no pairs among them.
NOBODY = pl.DataFrame(schema={"row_id": pl.UInt32, **dict.fromkeys(IMPORT_COLUMNS, pl.String)})


def ours(rows: list[Row]) -> list[set[tuple[str, str]]]:
    """Get what our schemas say of each row: column and code."""
    as_nulls: list[Row] = [{column: cell or None for column, cell in row.items()} for row in rows]
    found = validate(import_rows(*as_nulls)).select("row_id", "column", "code").rows()
    return [{(column, code) for row_id, column, code in found if row_id == place} for place in range(len(rows))]


def theirs(row: Mapping[str, str | None]) -> set[tuple[str, str]]:
    """Get what the mock says of a row: field and code."""
    return set(check_row({field: row[field] or "" for field in FIELDS}))


def of_article(problems: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Keep what the article itself says."""
    return {problem for problem in problems if problem[1] in ARTICLE}


@settings(max_examples=6)
@given(st.lists(ROW, min_size=20, max_size=30))
@example([FULL_USER, SMARTBOX_USER])
def test_both_say_the_same_of_the_article(rows: list[Row]) -> None:
    """Row by row, both find the same broken rules of the article in the same columns."""
    assert [of_article(said) for said in ours(rows)] == [of_article(theirs(row)) for row in rows]


@settings(max_examples=6)
@given(st.lists(ROW, min_size=20, max_size=30))
@example([FULL_USER, SMARTBOX_USER])
def test_what_we_accept_the_mock_accepts(rows: list[Row]) -> None:
    """A row that our schemas pass breaks no rule of the mock, those about addresses included."""
    refused = [theirs(row) for row, said in zip(rows, ours(rows), strict=True) if not said]

    assert refused == [set()] * len(refused)


@settings(max_examples=10)
@given(st.lists(ADDRESS_LIKE | st.emails(), min_size=20, max_size=50))
def test_addresses_that_we_accept_the_mock_accepts(addresses: list[str]) -> None:
    """An address that our schemas pass is one for the mock."""
    rows: list[Row] = [{**FULL_USER, "Email Address": address} for address in addresses]
    refused = [row["Email Address"] for row, said in zip(rows, ours(rows), strict=True) if not said and theirs(row)]

    assert refused == []


def cleaned_rows(path: Path) -> pl.DataFrame:
    """Get the people of an export with their import cells, whatever became of them; none where it is refused."""
    try:
        done = clean(read_export(path), today=date(2026, 11, 22), pairs=suggest_duplicates(NOBODY))
    except ExportError:
        return NOBODY
    return people_of(done)


def people_of(done: Cleaned) -> pl.DataFrame:
    """Get the people of an export with their import cells, whatever became of them."""
    return done.rows.filter(pl.col("outcome") != "not_people").select("row_id", *IMPORT_COLUMNS)


def assert_both_agree(rows: pl.DataFrame) -> None:
    """Hold that both readings say the same of the article, and that the mock takes what we accept."""
    said: dict[int, set[tuple[str, str]]] = {row_id: set() for row_id in rows.get_column("row_id")}
    for row_id, column, code in validate(rows).select("row_id", "column", "code").rows():
        said[row_id].add((column, code))
    for row in rows.to_dicts():
        mine, other = said[row.pop("row_id")], theirs(row)
        assert of_article(mine) == of_article(other)
        assert mine or not other


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_both_agree_on_the_samples(sample: Path) -> None:
    """Of every person of a sample both say the same, and nobody whom we accept is refused."""
    assert_both_agree(people_of(cleaned_sample(sample)))


@needs_shared
@pytest.mark.parametrize("folder", ["people", "constructed", "generated"])
def test_both_agree_on_exports_of_others(folder: str) -> None:
    """Of every person of exports that nobody here wrote both say the same; one of them has 5,000 rows."""
    paths = [path for path in (SHARED / "data" / folder).iterdir() if path.suffix in {".csv", ".xlsx", ".txt", ".ods"}]
    for path in paths:
        if not path.name.endswith(".truth.csv"):
            assert_both_agree(cleaned_rows(path))


def test_both_have_the_same_columns() -> None:
    """Both readings have the article's columns in its order, and the same flags among them."""
    assert (IMPORT_COLUMNS, FLAGS) == (FIELDS, FIELDS_OF_FLAGS)
