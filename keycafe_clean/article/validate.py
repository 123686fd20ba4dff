"""Rows against the article: every broken rule as a finding."""

import pandera.polars as pa
import polars as pl

from keycafe_clean.article.contract import FLAGS, FULL_USER, IMPORT_COLUMNS, SMARTBOX_USER, schema
from keycafe_clean.article.rules import RULES, RowRule, boolean_text, break_rules, is_smartbox_user
from keycafe_clean.findings import findings_of, no_findings

#: What both tables of the article say of their flags ('Must be "true" or "false".').
_FLAG_RULES = tuple(RowRule("boolean_text", flag, ~boolean_text(flag)) for flag in FLAGS)


def validate(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the findings of every rule of the article that a row breaks, ordered by row and column; none: an empty frame.

    Reads row_id and the import columns. The column SmartBox User is checked first: a row that is neither "true" nor
    "false" belongs to no schema, and only its flags are judged. TypeError: not a collected DataFrame.
    """
    if not isinstance(rows, pl.DataFrame):
        raise TypeError("validate() needs a collected DataFrame: Pandera checks only the column types of a LazyFrame.")
    found = [
        break_rules(rows.filter(~boolean_text("SmartBox User")), _FLAG_RULES),
        _broken(rows.filter(~is_smartbox_user()), schema(FULL_USER)),
        _broken(rows.filter(is_smartbox_user()), schema(SMARTBOX_USER)),
    ]
    place = pl.col("column").replace_strict({name: i for i, name in enumerate(IMPORT_COLUMNS)}, return_dtype=pl.UInt32)
    return pl.concat(found).unique(maintain_order=True).sort("row_id", place, maintain_order=True)


def _broken(rows: pl.DataFrame, contract: pa.DataFrameSchema) -> pl.DataFrame:
    rows = _suspects(rows.filter(boolean_text("SmartBox User")), contract)
    if rows.is_empty():
        return no_findings()
    try:
        contract.validate(rows.select(IMPORT_COLUMNS), lazy=True)
    except pa.errors.SchemaErrors as errors:
        return _findings_of_cases(errors.failure_cases, rows)
    return no_findings()


def _suspects(rows: pl.DataFrame, contract: pa.DataFrameSchema) -> pl.DataFrame:
    """Get the rows that break some rule, by one select; Pandera, which asks each by itself, is slow and says which.

    All of them where another type of cells, or a check that is none of our rules, leaves that to Pandera.
    """
    own = {rule.__name__: rule for rule in RULES}
    checks = [(name, check) for name, column in contract.columns.items() for check in column.checks]
    is_plain = not contract.checks and all(column.nullable for column in contract.columns.values())
    is_known = is_plain and all(check.name in own for _, check in checks)
    if not is_known or any(rows.schema[name] != pl.String for name in IMPORT_COLUMNS):
        return rows
    kept = (own[check.name](name).fill_null(value=check.ignore_na) for name, check in checks)
    return rows.filter(~pl.all_horizontal(kept))


def _findings_of_cases(cases: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Join Pandera's failure cases (position, column, check) to row_id and the cell; one finding a case."""
    if cases.get_column("index").null_count():
        raise AssertionError(f"a schema could not be applied: {cases.filter(pl.col('index').is_null()).to_dicts()}")
    numbered = rows.with_row_index("index").with_columns(pl.col("index").cast(cases.schema["index"]))
    found = cases.join(numbered, on="index", how="left", maintain_order="left")
    parts = found.partition_by("check", "column", as_dict=True, maintain_order=True)
    return pl.concat(
        findings_of(code, part.select("row_id", "column", value=pl.col(column)))
        for (code, column), part in parts.items()
    )
