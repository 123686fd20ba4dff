"""What the cells of a row say together."""

from typing import Any

import polars as pl
import pytest

from keycafe_clean.read.table import row_facts as module
from keycafe_clean.read.table.row_facts import row_facts, spellings

HEADERS = ["Id", "Team: Name", "Hours (2)"]


def facts_of(*rows: list[str | None]) -> list[dict[str, Any]]:
    """Get the facts about rows of three cells."""
    cells = pl.DataFrame(rows, schema=dict.fromkeys(HEADERS, pl.String), orient="row")
    return row_facts(cells, pl.Series(range(cells.height), dtype=pl.UInt32)).to_dicts()


@pytest.mark.parametrize(
    ("row", "facts"),
    [
        (["7", "Ann", "40,5"], {"filled": 3, "first": "7", "texts": 1, "has_data": True}),
        ([None, " Ann ", None], {"filled": 1, "first": "Ann", "texts": 1, "has_data": False}),
        ([" ", None, "\t"], {"filled": 2, "first": None, "texts": 2}),
        (["Id", "Name", "Hours"], {"named": 3, "has_data": False}),
        (["Id", "Team: Name", "Hours (2)"], {"named": 3, "has_data": False}),
        (["Name", "Id", "7"], {"named": 0, "has_data": True}),
        (["a@example.com", None, None], {"has_address": True, "has_data": True}),
        (["Sum", "7", "8 people"], {"label": "Sum", "closing": "8 people"}),
        (["---", None, "=="], {"is_ruler": True}),
        (["---", "x", None], {"is_ruler": False}),
    ],
)
def test_facts_are_those_of_the_filled_cells(row: list[str | None], facts: dict[str, Any]) -> None:
    """Counted are cells that are there; a blank one is a text, and no first text."""
    assert facts.items() <= facts_of(row)[0].items()


def test_a_row_without_a_cell_has_no_facts() -> None:
    """The others keep their order, and their row."""
    assert [fact["row_id"] for fact in facts_of(["b", None, None], [None] * 3, ["a", None, None])] == [0, 2]


def test_the_rows_are_the_same_however_many_are_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large tables are looked at in parts."""
    rows: list[list[str | None]] = [[str(number), "Ann", None] for number in range(10)]
    whole = facts_of(*rows)

    monkeypatch.setattr(module, "CELLS_AT_A_TIME", 7)
    assert facts_of(*rows) == whole


def test_no_rows_have_no_facts() -> None:
    """An empty frame gives an empty frame with the same columns."""
    assert facts_of() == []


def test_a_name_may_be_repeated_without_its_group_and_number() -> None:
    """As the file has it, and as it was before the reader told it apart."""
    assert spellings("Team: Name") == ["Team: Name", "Name"]
    assert spellings("Email (2)") == ["Email (2)", "Email"]
    assert spellings("Id") == ["Id"]


def test_columns_may_be_called_as_ours_are() -> None:
    """A file may have columns of these names."""
    cells = pl.DataFrame({"row_id": ["1"], "place": ["Ann"], "cell": ["Total"]})

    assert row_facts(cells, pl.Series([7])).item(0, "row_id") == 7
