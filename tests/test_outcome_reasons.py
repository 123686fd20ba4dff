import polars as pl
import pytest

from keycafe_clean.match.match_rules import REASONS
from keycafe_clean.outcome_reasons import (
    BY_HAND,
    IN_KEYCAFE,
    Reason,
    catalogue_of_reasons,
    first_reason,
    reason_in_words,
)
from keycafe_clean.steps.employment import REASON_OF

ROWS = pl.DataFrame({"site": ["Leeds", "York", None]})


def said(code: str, column: str | None, value: str | None, form: str) -> str | None:
    """Get a reason in words."""
    row = pl.DataFrame({"reason": [code], "reason_column": [column], "reason_value": [value]})
    text: str | None = row.cast(pl.String).select(reason_in_words(form)).item()
    return text


def test_first_reason_wins() -> None:
    """Of several reasons the first that holds is told, with its column and value; where none holds, none."""
    reasons = [
        Reason(pl.col("site") == "York", "by_hand"),
        Reason(pl.col("site").is_not_null(), "no_longer_employed", pl.lit("Site"), pl.col("site")),
    ]

    told = ROWS.select(first_reason(reasons))

    assert told.rows() == [("no_longer_employed", "Site", "Leeds"), ("by_hand", None, None), (None, None, None)]


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("answered_same_person", "answered: one person", "answered: one person"),
        ("same_number_and_name", "same employee number and name", "same employee number and name"),
        ("same_address_and_name", "same address and name", "same address and name"),
        ("same_cells", "every cell the same", "every cell the same"),
        ("by_hand", "left out by hand", "left out by hand"),
        ("rule", "Leeds (HQ)", "Leeds (HQ)"),
        ("no_longer_employed", "no longer employed (Status (HR) Leeds (HQ))", "no longer employed"),
        ("starts_later", "starts later (Status (HR) Leeds (HQ))", "starts later"),
        ("on_leave", "on leave (Status (HR) Leeds (HQ))", "on leave"),
        ("in_keycafe", "already in Keycafe (Status (HR): Leeds (HQ))", "already in Keycafe"),
        ("blank", "blank", "blank line"),
        ("header", "header", "repeated header"),
        ("total", "total", "total"),
        ("heading", "heading", "heading"),
        ("page", "page", "page line"),
        ("legend", "legend", "row of a legend"),
        ("beside", "beside", "row of what stands beside the table"),
    ],
)
def test_reason_in_words(code: str, sentence: str, kind: str) -> None:
    """Every reason has its words, and the kind that it is counted under, whatever brackets a header has."""
    assert said(code, "Status (HR)", "Leeds (HQ)", "sentence") == sentence
    assert said(code, "Status (HR)", "Leeds (HQ)", "kind") == kind


def test_no_reason() -> None:
    """A row without a reason has no words."""
    assert ROWS.select(first_reason([Reason(pl.lit(value=False), "rule")])).select(reason_in_words()).item(0, 0) is None


def test_every_code_has_its_words() -> None:
    """What the pipeline may say stands in the catalogue, and nothing else but why a row is no person."""
    of_rows = {"blank", "header", "total", "heading", "page", "legend", "beside"}

    assert {*REASONS, *REASON_OF.values(), BY_HAND, "rule", IN_KEYCAFE} == set(catalogue_of_reasons()) - of_rows
