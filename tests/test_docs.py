import re
from pathlib import Path

import pytest

from keycafe_clean.decide.setup import setup_schema
from keycafe_clean.findings import catalogue_page

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_findings_page_is_the_catalogue() -> None:
    """The page about findings says what the catalogue says; `make docs` writes it anew."""
    assert (DOCS / "findings.md").read_text(encoding="utf-8") == catalogue_page()


def test_schema_of_the_set_up_is_what_is_checked() -> None:
    """Editors are told what is checked; `make docs` writes it anew."""
    assert (DOCS.parent / "schemas" / "setup.schema.json").read_text(encoding="utf-8") == setup_schema()


PAGES = [DOCS.parent / "README.md", *DOCS.rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.relative_to(DOCS.parent)}")
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    """A page or a picture that is linked is there."""
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in linked if not (page.parent / link).exists()] == []


def test_readme_is_short() -> None:
    """An analyst reads it to the end; what is longer is a page."""
    lines = (DOCS.parent / "README.md").read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 120
