"""What axe-core finds on a page: faults that keep people out who hear it, or use a keyboard alone."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

#: Where `npm ci` puts it, beside what the views are built with.
_AXE = Path(__file__).resolve().parents[1] / "keycafe_clean/desk/views/src/node_modules/axe-core/axe.min.js"

#: Tests of what it finds are left out where it is not.
needs_axe = pytest.mark.skipif(not _AXE.exists(), reason="needs axe-core: (cd keycafe_clean/desk/views/src && npm ci)")

_SERIOUS = {"serious", "critical"}


def serious_faults(page: Page, within: str = "html") -> list[str]:
    """List what is serious within an element (a selector), each with where; nothing where axe-core is not there."""
    if not _AXE.exists():
        return []
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("(within) => axe.run(within).then((said) => said.violations)", within)
    return [
        f"{fault['id']}: {node['html'][:200]}"
        for fault in found
        if fault["impact"] in _SERIOUS
        for node in fault["nodes"]
    ]
