"""The accessibility conformance report of the desk: VPAT's tables, of its OpenACR file."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from docs.generators.tables import code, table

#: The report, and the criteria by their chapters: number and name.
_REPORT = Path(__file__).resolve().parents[1] / "accessibility.openacr.yaml"
_CRITERIA = Path(__file__).with_name("wcag_2_2.toml")

#: Words of the catalogue, in VPAT's order. It has one more, for level AAA alone: not evaluated.
LEVELS = {
    "supports": "Supports",
    "partially-supports": "Partially Supports",
    "does-not-support": "Does Not Support",
    "not-applicable": "Not Applicable",
}

#: A test as the report names it.
_TEST = re.compile(r"\btests/[\w/]+\.py::\w+")

_CHAPTERS = {"success_criteria_level_a": "A", "success_criteria_level_aa": "AA"}


class Line(NamedTuple):
    """A criterion as the report has it: `level` is a key of `LEVELS`, `notes` are remarks, then the gap, then tests."""

    num: str
    name: str
    level: str
    notes: str

    @property
    def gap(self) -> str:
        """Get what is not met, in words; blank: nothing is known that is not."""
        return self.notes.partition("Gap: ")[2].partition("Held by")[0].strip()

    @property
    def tests(self) -> list[str]:
        """Get the tests that hold what is said."""
        return _TEST.findall(self.notes)


def report() -> dict[str, Any]:
    """Get the report as its file has it."""
    read: dict[str, Any] = yaml.safe_load(_REPORT.read_text(encoding="utf-8"))
    return read


def criteria() -> dict[str, dict[str, str]]:
    """Get the names of the criteria by their numbers, by chapter."""
    return tomllib.loads(_CRITERIA.read_text(encoding="utf-8"))


def lines(chapter: str) -> Iterator[Line]:
    """Yield what the report says of each criterion of a chapter, a line a component."""
    names = criteria()[chapter]
    for one in report()["chapters"][chapter]["criteria"]:
        for component in one["components"]:
            said = component["adherence"]
            yield Line(one["num"], names[one["num"]], said["level"], said["notes"])


def markdown(asked: list[str]) -> str:
    """Get the table of a level (`A` or `AA`), or what the report is about (`about`), or its gaps (`gaps`)."""
    (part,) = asked
    if part == "about":
        return _about()
    if part == "gaps":
        return _gaps()
    (chapter,) = (chapter for chapter, level in _CHAPTERS.items() if level == part)
    rows = ((f"{line.num} {line.name}", LEVELS[line.level], _shown(line.notes)) for line in lines(chapter))
    return table(("criterion", "conformance", "remarks and explanations"), rows)


def _about() -> str:
    told = report()
    counted = Counter(line.level for line in _all())
    counts = ", ".join(f"{LEVELS[level]} {counted[level]}" for level in LEVELS)
    said = {
        "Product": f"{told['product']['name']}, version {told['product']['version']}. {told['product']['description']}",
        "Standard": f"WCAG 2.2, levels A and AA (OpenACR's catalogue {code(told['catalog'])})",
        "Report": f"{told['report_date']}, by {told['author']['name']}",
        "Criteria": counts,
        "Scope": told["notes"],
        "How it was looked at": told["evaluation_methods_used"],
    }
    return "".join(f"- **{name}**: {words}\n" for name, words in said.items())


def _all() -> Iterator[Line]:
    for chapter in _CHAPTERS:
        yield from lines(chapter)


def _gaps() -> str:
    """Get a line a criterion that is not met wholly, with why."""
    gaps = ((line, line.gap) for line in _all() if line.gap)
    return "".join(f"- **{line.num} {line.name}**: {gap}\n" for line, gap in gaps)


def _shown(notes: str) -> str:
    return _TEST.sub(lambda test: code(test[0]), notes)
