from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.cli.option_values import (
    columns_said,
    day_of,
    export_file,
    month_of,
    said_of_reading,
    sample_header,
    used_places,
)
from keycafe_clean.errors import SetupError


@pytest.mark.parametrize(
    ("said", "reading"),
    [
        ((None, None, None, None), {}),
        (("cp1250", ";", "North", "3"), {"encoding": "cp1250", "delimiter": ";", "sheet": "North", "header": 3}),
        ((None, None, None, "0"), {"header": 0}),
    ],
)
def test_only_what_was_said_of_reading_is_kept(said: tuple[str | None, ...], reading: dict[str, object]) -> None:
    """Row 0 is something said: no row has the column names."""
    assert said_of_reading(*said) == reading


@pytest.mark.parametrize("header", ["-1", "three", "3.0", "٣", ""])
def test_a_header_row_is_a_number(header: str) -> None:
    """What is no row number is told as it was typed."""
    with pytest.raises(SetupError, match=f"^--header-row is '{header}'. "):
        said_of_reading(None, None, None, header)


def test_sample_header_is_as_it_is_spelled(tmp_path: Path) -> None:
    """Order and case of the sample file's cells are kept."""
    spelled = tuple(name.upper() for name in reversed(IMPORT_COLUMNS))
    (tmp_path / "sample.csv").write_text(",".join(spelled), encoding="utf-8")

    assert sample_header(tmp_path / "sample.csv") == spelled


@pytest.mark.parametrize(("text", "used"), [(None, None), ("0", 0), ("0120", 120), ("1000000", 1_000_000)])
def test_used_places(text: str | None, used: int | None) -> None:
    """As many as any month has are taken, also more than a limit: then nobody goes this month."""
    assert used_places(text) == used


@pytest.mark.parametrize("text", ["-5", "1000001", "1.5", "²", "9" * 5_000])
def test_used_places_that_are_none(text: str) -> None:
    """What no month has is told as it was typed."""
    with pytest.raises(SetupError, match=rf"^--used is '{text}'"):
        used_places(text)


@pytest.mark.parametrize("text", ["2000-01-01", "2026-11-03", "2999-12-31"])
def test_day(text: str) -> None:
    """A day of our age is taken."""
    assert day_of(text) == date.fromisoformat(text)


@pytest.mark.parametrize("text", ["", "1999-12-31", "3000-01-01", "0000-01-01", "2026-02-30"])
def test_day_that_is_none(text: str) -> None:
    """A day of another age, or none, is told as it was typed; a blank one is not today."""
    with pytest.raises(SetupError, match=rf"^--today is '{text}'"):
        day_of(text)


@pytest.mark.parametrize(("text", "month"), [(None, None), ("2026-02", "2026-02"), ("2999-12", "2999-12")])
def test_month(text: str | None, month: str | None) -> None:
    """A month of our age is taken."""
    assert month_of(text) == month


@pytest.mark.parametrize("text", ["", "1999-12", "9999-12", "2026-00"])
def test_month_that_is_none(text: str) -> None:
    """A month of another age, or none, is told as it was typed; a blank one is not this month."""
    with pytest.raises(SetupError, match=rf"^--month is '{text}'"):
        month_of(text)


def test_export_has_a_name_that_can_be_shown(tmp_path: Path) -> None:
    """The name of a file is what can be shown of it; its bytes are its bytes."""
    (tmp_path / "a\x1b.csv").write_bytes(b"\x1b")

    assert export_file(tmp_path / "a\x1b.csv") == ("a\ufffd.csv", b"\x1b")


def test_status_said_twice_is_two_columns() -> None:
    """Of a status, and of what is no column of ours, several headers may be said; of others the last one counts."""
    said = columns_said(["Status=A", "status=B", "none=C", "none=D", "Last day=E", "Last day=F"])

    assert said == {"status": ("A", "B"), "none": ("C", "D"), "exit_date": ("F",)}
