from pathlib import Path

from keycafe_clean.decide.setup import setup_schema
from keycafe_clean.findings import catalogue_page

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_findings_page_is_the_catalogue() -> None:
    """The page about findings says what the catalogue says; `make docs` writes it anew."""
    assert (DOCS / "findings.md").read_text(encoding="utf-8") == catalogue_page()


def test_schema_of_the_set_up_is_what_is_checked() -> None:
    """Editors are told what is checked; `make docs` writes it anew."""
    assert (DOCS.parent / "schemas" / "setup.schema.json").read_text(encoding="utf-8") == setup_schema()
