"""Rules over a whole file: what no single row can break."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.findings import findings_of


def check_whole_file(rows: pl.DataFrame) -> pl.DataFrame:
    """Get a finding for every row after the first that repeats an address or a badge code of another row.

    `email_unique` comes before `badge_code_unique`, rows in order; each has the first row in other_row_id (columns:
    `findings.FINDINGS`). Reads row_id, Email Address, Badge Code. Both are compared without case and outer blanks;
    blanks repeat nothing.
    Assumption: Keycafe refuses the second one ("Each user has one" account, a badge must be "unused").
    """
    badge = pl.col("Badge Code").str.strip_chars().str.to_lowercase().replace("", None)
    return pl.concat(
        [
            _repeated(rows, "Email Address", email_key("Email Address"), "email_unique"),
            _repeated(rows, "Badge Code", badge, "badge_code_unique"),
        ]
    )


def _repeated(rows: pl.DataFrame, column: str, key: pl.Expr, code: str) -> pl.DataFrame:
    filled = rows.select("row_id", value=column, key=key).drop_nulls("key")
    first = pl.col("row_id").first().over("key")
    later = filled.with_columns(other_row_id=first).filter(pl.col("row_id") != pl.col("other_row_id"))
    return findings_of(code, later.with_columns(column=pl.lit(column)))
