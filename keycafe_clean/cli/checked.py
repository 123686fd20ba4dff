"""What the check of an import file found, as sentences and as plain data."""

from typing import Any

import polars as pl

from keycafe_clean.check import Checked
from keycafe_clean.cli.output import say
from keycafe_clean.findings import in_words
from keycafe_clean.wording import counted


def say_checked(result: Checked, name: str) -> None:
    """Print whether the import file would be taken, and each sentence about its rows."""
    if result.refused:
        say(result.refused)
        return
    said = in_words(result.findings, result.rows)
    say(*(f"{sentence} {advice}" for sentence, advice in said.select("sentence", "advice").rows()))
    rows = counted(result.rows.height, "row")
    say(f"{name}: {rows}, {'all as Keycafe asks' if result.is_fine else 'not all as Keycafe asks'}.")


def check_as_json(checked: Checked) -> dict[str, Any]:
    """Get whether the file is fine, its rows, its findings by code, and why it is refused, or None."""
    return {
        "fine": checked.is_fine,
        "rows": checked.rows.height,
        "findings": counts_by_code(checked.findings),
        "refused": checked.refused,
    }


def counts_by_code(findings: pl.DataFrame) -> dict[str, int]:
    """Get the number of findings of each code, by code."""
    return dict(findings.group_by("code", maintain_order=True).len().sort("code").rows())
