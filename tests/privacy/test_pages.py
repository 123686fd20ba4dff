import json

import polars as pl

from keycafe_clean.privacy.pages import Section, as_html, as_json, as_markdown, sections_of

SECTION = Section("How <long>", ("24 months.",), ("What", "When"), (("a|b", "now"),))
HELD = {"2026-11/outcomes.csv": pl.DataFrame({"name": ["Ann"], "why": [None]}, schema_overrides={"why": pl.String})}


def test_page_as_markdown() -> None:
    """A heading, sentences and a table for each section; no cell breaks a table."""
    assert as_markdown("Job", [SECTION]).decode() == (
        "# Job\n\n## How <long>\n\n24 months.\n\n| What | When |\n| --- | --- |\n| a\\|b | now |\n"
    )


def test_page_as_html() -> None:
    """No text is markup."""
    page = as_html("Job", [SECTION]).decode()
    assert "<section><h2>How &lt;long&gt;</h2>\n<p>24 months.</p>\n<table>" in page


def test_what_is_held_is_told_cell_by_cell() -> None:
    """Blank cells are left out."""
    assert sections_of(HELD) == [Section("2026-11/outcomes.csv", (), ("Line", "What", "Held"), (("1", "name", "Ann"),))]


def test_file_for_a_program() -> None:
    """Every line by file, and what is done with it."""
    told = json.loads(as_json("Ann Lee", [SECTION], HELD))
    assert told["held"] == {"2026-11/outcomes.csv": [{"name": "Ann", "why": None}]}
    assert told["processing"] == {"How <long>": ["24 months.", ["a|b", "now"]]}
