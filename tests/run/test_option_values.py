from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.errors import SetupError
from keycafe_clean.run.option_values import day_of, month_of, said_of_reading, sample_header, used_places


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
    with pytest.raises(SetupError) as refused:
        said_of_reading(None, None, None, header)

    assert str(refused.value) == (
        f"--header-row is '{header}'. Write the row of the column names as a number, for example 3."
    )


def test_sample_header_is_as_it_is_spelled(tmp_path: Path) -> None:
    """Order and case of the sample file's cells are kept."""
    spelled = tuple(name.upper() for name in reversed(IMPORT_COLUMNS))
    (tmp_path / "sample.csv").write_text(",".join(spelled), encoding="utf-8")

    assert sample_header(tmp_path / "sample.csv") == spelled


@pytest.mark.parametrize(("text", "used"), [(None, None), ("0", 0), ("0120", 120), ("1000", 1_000)])
def test_used_places(text: str | None, used: int | None) -> None:
    """As many as a month of the plan has are taken: then nobody goes this month."""
    assert used_places(text, "paid") == used


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-5", ""),
        ("1.5", ""),
        ("²", ""),
        ("251", ": the plan 'confirmed' has 250 places a month"),
        ("9" * 5_000, ": the plan 'confirmed' has 250 places a month"),
    ],
)
def test_used_places_that_are_none(text: str, why: str) -> None:
    """What no month of the plan has is told as it was typed."""
    with pytest.raises(SetupError) as refused:
        used_places(text, "confirmed")

    assert str(refused.value) == (
        f"--used is '{text}'{why}. Write how many users were imported this month already, for example 120."
    )


@pytest.mark.parametrize("text", ["2000-01-01", "2026-11-03", "2999-12-31"])
def test_day(text: str) -> None:
    """A day of our age is taken."""
    assert day_of(text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "Write it as YYYY-MM-DD, for example 2026-11-03."),
        ("0000-01-01", "Write it as YYYY-MM-DD, for example 2026-11-03."),
        ("2026-02-30", "Write it as YYYY-MM-DD, for example 2026-11-03."),
        ("1999-12-31", "The year must be one from 2000 to 2999."),
        ("3000-01-01", "The year must be one from 2000 to 2999."),
    ],
)
def test_day_that_is_none(text: str, advice: str) -> None:
    """A day of another age, or none, is told as it was typed; a blank one is not today."""
    with pytest.raises(SetupError) as refused:
        day_of(text)

    assert str(refused.value) == f"--today is '{text}'. {advice}"


@pytest.mark.parametrize(("text", "month"), [(None, None), ("2026-02", "2026-02"), ("2999-12", "2999-12")])
def test_month(text: str | None, month: str | None) -> None:
    """A month of our age is taken."""
    assert month_of(text) == month


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "Write it as YYYY-MM, for example 2026-11."),
        ("2026-00", "Write it as YYYY-MM, for example 2026-11."),
        ("1999-12", "The year must be one from 2000 to 2999."),
        ("9999-12", "The year must be one from 2000 to 2999."),
    ],
)
def test_month_that_is_none(text: str, advice: str) -> None:
    """A month of another age, or none, is told as it was typed; a blank one is not this month."""
    with pytest.raises(SetupError) as refused:
        month_of(text)

    assert str(refused.value) == f"--month is '{text}'. {advice}"
