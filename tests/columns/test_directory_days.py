import polars as pl
import pytest

from keycafe_clean.columns.directory_days import readable_days


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("accountExpires", "133485408000000000", "2024-01-01"),
        ("accountExpires", "0", None),
        ("accountExpires", "9223372036854775807", None),
        ("accountExpires", "-1", None),
        ("expires", "1704067200000", "2024-01-01"),
        ("expires", "1704067200", "2024-01-01"),
        ("Hire Date", "/Date(1704067200000)/", "2024-01-01"),
        ("Hire Date", "/Date(1704067200000+0200)/", "2024-01-01"),
        ("Hire Date", "/Date(253402214400000)/", "9999-12-31"),
        ("krbPrincipalExpiration", "20240131215959Z", "2024-01-31"),
        ("whenever", "20240131215959.0Z", "2024-01-31"),
        ("shadowExpire", "19723", "2024-01-01"),
        ("shadowExpire", "١٩٧٢٣", "2024-01-01"),
        ("Last Day", "45292", "45292"),
        ("Last Day", "2024-01-31", "2024-01-31"),
        ("Last Day", "Present", "Present"),
        ("Last Day", None, None),
    ],
)
def test_day_of_a_directory(header: str, cell: str | None, expected: str | None) -> None:
    """File times, seconds, generalized time, JSON, days since 1970 are dates; zero and the largest number are none."""
    frame = pl.DataFrame({f"source.{header}": [cell]}, schema={f"source.{header}": pl.String})

    assert frame.select(readable_days(header)).item() == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("44000", "2024-06-19"), ("9000", "9000"), ("2024-01-31", "2024-01-31"), ("n/a", "n/a"), (None, None)],
)
def test_day_of_a_workbook_that_counts_from_1904(cell: str | None, expected: str | None) -> None:
    """It is four years and a day later than in other workbooks; what is no day of our time stays."""
    frame = pl.DataFrame({"source.Last Day": [cell]}, schema={"source.Last Day": pl.String})

    assert frame.select(readable_days("Last Day", from_1904=True)).item() == expected
