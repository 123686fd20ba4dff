import re
from importlib import import_module
from pathlib import Path

import pytest

from keycafe_clean.decide.setup import setup_schema
from keycafe_clean.findings import catalogue_page

DOCS = Path(__file__).resolve().parents[1] / "docs"
README = DOCS.parent / "README.md"

#: Every fence that a generator fills: page, name, and what stands in it.
FENCES = [
    (page.relative_to(DOCS).as_posix(), *found)
    for page in sorted(DOCS.rglob("*.md"))
    for found in re.findall(
        r"^```\{made\} (\w+)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
]


def made(name: str, lines: list[str]) -> str:
    """Get what a generator puts into a page."""
    return str(import_module(f"docs.generators.{name}").markdown(lines))


def test_findings_page_is_the_catalogue() -> None:
    """The page about findings says what the catalogue says; `make generated` writes it anew."""
    assert (DOCS / "findings.md").read_text(encoding="utf-8") == catalogue_page()


def test_schema_of_the_set_up_is_what_is_checked() -> None:
    """Editors are told what is checked; `make generated` writes it anew."""
    assert (DOCS.parent / "schemas" / "setup.schema.json").read_text(encoding="utf-8") == setup_schema()


def test_links_of_the_readme_lead_somewhere() -> None:
    """A page or a picture that is linked is there; between pages `make docs` looks."""
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text(encoding="utf-8"))

    assert [link for link in linked if not (README.parent / link).exists()] == []


def test_readme_is_short() -> None:
    """An analyst reads it to the end; what is longer is a page."""
    lines = README.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 120


@pytest.mark.parametrize(("page", "name", "text"), FENCES)
def test_every_page_can_be_filled(page: str, name: str, text: str) -> None:
    """A generator of that name is there, and has words for everything that the page gives it."""
    assert page
    assert made(name, text.splitlines())


def test_headers_are_asked_of_the_vocabulary() -> None:
    """What a page says of a header is what the vocabulary says; one that nobody has listed is said to be unknown."""
    assert made("headers", ["Vorname", "IBAN", "Reports To", "Zxqy"]) == (
        "| header | what becomes of it |\n"
        "| --- | --- |\n"
        "| `Vorname` | first name |\n"
        "| `IBAN` | private, never kept: bank and cards |\n"
        "| `Reports To` | not used: it belongs to the manager, not to the person |\n"
        "| `Zxqy` | not known; its cells are looked at |\n"
    )


def test_every_assumption_is_listed() -> None:
    """As many lines as the code says `Assumption:` with something behind it."""
    texts = [path.read_text(encoding="utf-8") for path in (DOCS.parent / "keycafe_clean").rglob("*.py")]
    said = sum(len(re.findall(r"Assumption:\s", text)) for text in texts)

    assert made("assumptions", []).count("\n") - 2 == said


def test_every_command_has_its_part() -> None:
    """Commands below a command stand under their whole name, and lists are not typed as Python writes them."""
    text = made("command_line", [])

    assert "## `keycafe-clean run`\n" in text
    assert "## `keycafe-clean notebook test`\n" in text
    assert "| `EXPORTS...` |" in text


def test_setup_has_a_table_for_each_of_its_tables() -> None:
    """A table of the file is a heading as it is typed; a key has what may stand there and its default."""
    text = made("setup_settings", [])

    assert re.findall(r"^## `(\W+\w+\W+)`$", text, re.MULTILINE) == [
        "[defaults]",
        "[[rule]]",
        "[[replace]]",
        "[reading]",
        "[mass_changes]",
        "[privacy]",
        "[[source]]",
        "[[join]]",
    ]
    assert "| `keep_months` | whole number, 1 to 1,200 | `24` |" in text


def test_the_accessibility_report_has_a_line_a_criterion() -> None:
    """With its name, how far it is met, and the tests as code."""
    text = made("accessibility", ["AA"])

    assert text.count("\n") == 2 + 24
    assert (
        "| 2.5.8 Target Size (Minimum) | Supports | 24 pixels each way and more. Held by "
        "`tests/desk/test_everybody_browser.py::test_targets_are_large_enough`. |\n"
    ) in text
