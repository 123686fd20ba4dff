from pathlib import Path
from typing import Any

import pytest

import keycafe_clean.desk
from keycafe_clean.desk.view_models import RowsBlock, RowsRequest
from keycafe_clean.desk.views.grid import Grid, GridCallbacks
from tests.desk.page import Page

VIEWS = Path(keycafe_clean.desk.__file__).parent / "views"

#: What a grid has called, in order.
Called = list[tuple[object, ...]]


def grid_of(called: Called, *, opens_headers: bool = True) -> Grid:
    """Get a grid that notes what it calls."""

    def rows_of(request: RowsRequest) -> RowsBlock:
        called.append(("rows_of", request))
        return RowsBlock(42, ({"row_id": 7, "cells": {"name": "<b>"}, "marks": [], "fixed": False},), 3)

    return Grid(
        GridCallbacks(
            rows_of,
            choose=lambda *given: called.append(("choose", *given)),
            edit=lambda *given: called.append(("edit", *given)),
            undo=lambda: called.append(("undo",)),
            redo=lambda: called.append(("redo",)),
            open_header=(lambda *given: called.append(("open_header", *given))) if opens_headers else None,
        ),
        kind="waiting",
    )


def test_the_page_gets_the_block_that_it_asks_for() -> None:
    """With the page's own mark, so that it knows which question was answered; the rest stays here."""
    called: Called = []
    page = Page(grid := grid_of(called))

    grid._handle_custom_msg({"ask": {"kind": "waiting", "search": "x", "offset": 100}, "id": {"turn": 2}}, [])

    assert called == [("rows_of", RowsRequest("waiting", search="x", offset=100))]
    answer = next(told["content"] for told in page.heard if "content" in told)
    assert answer["id"] == {"turn": 2}
    assert (answer["block"]["total"], answer["block"]["place"], grid.rows_count) == (42, 3, 42)
    assert answer["block"]["rows"][0]["cells"] == {"name": "<b>"}


@pytest.mark.parametrize(
    ("told", "call"),
    [
        ({"choose": 7}, ("choose", 7)),
        ({"edit": {"row_id": 7, "column": "First Name", "value": "Jana"}}, ("edit", 7, "First Name", "Jana")),
        ({"key": "undo"}, ("undo",)),
        ({"key": "redo"}, ("redo",)),
        ({"header": "First Name"}, ("open_header", "First Name")),
    ],
)
def test_what_is_done_on_the_page_is_handed_on(told: dict[str, Any], call: tuple[object, ...]) -> None:
    """Each to its callback, as it was told."""
    called: Called = []

    grid_of(called)._handle_custom_msg(told, [])

    assert called == [call]


@pytest.mark.parametrize("told", [{"header": "First Name"}, {"key": "d"}, {"delete": 7}, {}])
def test_what_nobody_listens_to_is_left(told: dict[str, Any]) -> None:
    """Nothing is called, and nothing fails where nobody would see it."""
    called: Called = []
    grid = grid_of(called, opens_headers=False)

    grid._handle_custom_msg(told, [])

    assert called == []
    assert not grid.opens_headers


def test_rows_are_asked_for_again() -> None:
    """The page knows best which ones it shows."""
    page = Page(grid := grid_of([]))

    grid.refresh()

    assert [told["content"] for told in page.heard] == [{"do": "refresh"}]


def test_the_bundle_is_ours_alone() -> None:
    """It has the licence of what is in it, and asks no host for anything."""
    bundle = (VIEWS / "bundle" / "grid.js").read_text(encoding="utf-8")

    assert "The MIT License (MIT)" in bundle
    assert "Oli Folkerd" in bundle
    assert "sourceMappingURL" not in bundle
    assert "url(" not in (VIEWS / "bundle" / "grid.css").read_text(encoding="utf-8")


def test_the_lock_has_no_address() -> None:
    """Whoever builds the bundle takes its parts from the registry of their choice."""
    lock = (VIEWS / "src" / "package-lock.json").read_text(encoding="utf-8")

    assert '"integrity"' in lock
    assert "resolved" not in lock
    assert "://" not in lock
