import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandera.errors import SchemaErrors

from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS, schema
from keycafe_clean.article.contract import FULL_USER as FULL
from keycafe_clean.article.contract import SMARTBOX_USER as SMARTBOX
from keycafe_clean.article.validate import validate
from keycafe_clean.findings import FINDINGS
from tests.import_rows import FULL_USER, SMARTBOX_USER, changed, import_rows

CELL = st.one_of(st.none(), st.sampled_from(["true", "false", "jana@example.com", "Zoë", "=1"]), st.text(max_size=5))


def codes(*rows: dict[str, str | None]) -> list[tuple[int, str, str]]:
    """List what validation says of the rows: row_id, column, code."""
    return codes_of(import_rows(*rows))


def codes_of(rows: pl.DataFrame) -> list[tuple[int, str, str]]:
    """List what validation says of a frame of rows."""
    return validate(rows).select("row_id", "column", "code").rows()


@pytest.mark.parametrize("row", [FULL_USER, SMARTBOX_USER, changed(FULL_USER, First_Name=None, Last_Name=None)])
def test_good_row(row: dict[str, str | None]) -> None:
    """A row as the article describes it breaks nothing; a Full User needs no name."""
    assert validate(import_rows(row)).equals(FINDINGS.to_frame())


@pytest.mark.parametrize("column", ["First Name", "Last Name"])
def test_smartbox_user_without_name(column: str) -> None:
    """A SmartBox User needs both names."""
    code = f"{column.lower().replace(' ', '_')}_required"

    assert codes({**SMARTBOX_USER, column: None}) == [(0, column, code)]


def test_full_user_without_address() -> None:
    """A Full User needs an address, and of a blank one nothing else is said."""
    assert codes(changed(FULL_USER, Email_Address=None)) == [(0, "Email Address", "email_required")]


@pytest.mark.parametrize("row", [FULL_USER, SMARTBOX_USER])
def test_broken_address(row: dict[str, str | None]) -> None:
    """An address that is there must be one, for either user type."""
    assert codes(changed(row, Email_Address="jana.example.com")) == [(0, "Email Address", "email_syntax")]


def test_invited_smartbox_user() -> None:
    """A SmartBox User cannot be invited."""
    assert codes(changed(SMARTBOX_USER, Send_Invitation="true")) == [(0, "Send Invitation", "no_invitation")]


@pytest.mark.parametrize("row", [FULL_USER, SMARTBOX_USER])
@pytest.mark.parametrize("cell", [None, "TRUE", "yes", "1", " true"])
@pytest.mark.parametrize("flag", [flag for flag in FLAGS if flag != "SmartBox User"])
def test_odd_flag(row: dict[str, str | None], flag: str, cell: str | None) -> None:
    """A flag is "true" or "false" for either user type; a blank one is neither."""
    assert codes({**row, flag: cell}) == [(0, flag, "boolean_text")]


@pytest.mark.parametrize("cell", [None, "TRUE", "yes"])
def test_undecided_user_type(cell: str | None) -> None:
    """Of a row that is no user type only the flags are judged, since nothing else is the same for both."""
    row = changed(FULL_USER, SmartBox_User=cell, Email_Address=None, Send_Invitation="x")

    assert codes(row) == [(0, "Send Invitation", "boolean_text"), (0, "SmartBox User", "boolean_text")]


@pytest.mark.parametrize("column", ["First Name", "Last Name", "Badge Code"])
@pytest.mark.parametrize(
    ("cell", "code"), [("=1+1", "formula_text"), ("a\nb", "control_text"), ("x" * 256, "long_text")]
)
def test_unsafe_text(column: str, cell: str, code: str) -> None:
    """Text that a spreadsheet would run, that breaks a line or never ends is refused in every column of text."""
    assert codes({**FULL_USER, column: cell}) == [(0, column, code)]


def test_findings_point_to_rows_and_cells() -> None:
    """Findings are ordered by row and column, and each holds the cell as its value."""
    rows = import_rows(
        FULL_USER, changed(SMARTBOX_USER, Badge_Code="+1", Last_Name=None), changed(FULL_USER, Email_Address="x")
    )

    found = validate(rows.with_columns(row_id=pl.Series([7, 9, 8], dtype=pl.UInt32)))

    assert found.select("row_id", "column", "code", "value").rows() == [
        (8, "Email Address", "email_syntax", "x"),
        (9, "Last Name", "last_name_required", None),
        (9, "Badge Code", "formula_text", "+1"),
    ]


def test_no_rows() -> None:
    """No rows break nothing."""
    assert validate(import_rows()).equals(FINDINGS.to_frame())


def test_frame_that_is_not_collected() -> None:
    """Lazy frames are refused: what is said is said of rows that are there."""
    with pytest.raises(TypeError, match=r"^validate\(\) needs a collected DataFrame, not a lazy one\.$"):
        validate(import_rows().lazy())  # type: ignore[arg-type]


def test_frame_of_other_types() -> None:
    """Columns that are no text are refused, and no cell is named."""
    rows = import_rows(FULL_USER).with_columns(pl.lit(7).alias("First Name"))

    with pytest.raises(TypeError, match=r"^validate\(\) needs columns of text; First Name is none\.$"):
        validate(rows)


def by_pandera(rows: pl.DataFrame) -> list[tuple[int, str, str]]:
    """List what Pandera says of rows of one user type: row_id, column, code."""
    user_type = SMARTBOX if (rows.get_column("SmartBox User") == "true").all() else FULL
    try:
        schema(user_type).validate(rows.select(IMPORT_COLUMNS), lazy=True)
    except SchemaErrors as errors:
        found = errors.failure_cases
        return found.select(rows.get_column("row_id").gather(found.get_column("index")), "column", "check").rows()
    return []


@given(st.lists(st.tuples(*[CELL] * len(IMPORT_COLUMNS)), min_size=1, max_size=6), st.sampled_from(["true", "false"]))
def test_pandera_says_the_same(cells: list[tuple[str | None, ...]], flag: str) -> None:
    """Whoever validates with the schemas themselves gets the same verdict on every cell."""
    rows = import_rows(*({**dict(zip(IMPORT_COLUMNS, row, strict=True)), "SmartBox User": flag} for row in cells))

    assert sorted(codes_of(rows)) == sorted(by_pandera(rows))


@settings(max_examples=20)
@given(st.lists(st.tuples(*[CELL] * len(IMPORT_COLUMNS)), min_size=1, max_size=6))
def test_rows_are_judged_one_by_one(cells: list[tuple[str | None, ...]]) -> None:
    """What is said of a row does not depend on the rows beside it."""
    rows = [dict(zip(IMPORT_COLUMNS, row, strict=True)) for row in cells]
    alone = [(i, column, code) for i, row in enumerate(rows) for _, column, code in codes(row)]

    assert codes(*rows) == alone
