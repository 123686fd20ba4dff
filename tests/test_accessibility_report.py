"""The accessibility conformance report: complete, in the form of OpenACR, and no claim without a test that is there."""

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from docs.generators.accessibility import Line, criteria, lines, report

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = ("success_criteria_level_a", "success_criteria_level_aa")
LINES = [line for chapter in CHAPTERS for line in lines(chapter)]


class Strict(BaseModel):
    """Nothing else stands in it."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Contact(Strict):
    """Somebody who answers; the schema wants the key `email`."""

    name: str
    email: str


class Product(Strict):
    """What the report is about."""

    name: str
    version: str
    description: str


class Adherence(Strict):
    """How far a criterion is met, in the words of the catalogue for levels A and AA."""

    level: Literal["supports", "partially-supports", "does-not-support", "not-applicable"]
    notes: Annotated[str, Field(min_length=1)]


class Component(Strict):
    """The page, the one kind of thing that the desk is."""

    name: Literal["web"]
    adherence: Adherence


class Criterion(Strict):
    """A criterion, once."""

    num: str
    components: Annotated[list[Component], Field(min_length=1, max_length=1)]


class Chapter(Strict):
    """A table."""

    criteria: list[Criterion]


class NoChapter(Strict):
    """A table that is not there."""

    disabled: Literal[True]
    notes: str


class Chapters(Strict):
    """The tables of WCAG."""

    success_criteria_level_a: Chapter
    success_criteria_level_aa: Chapter
    success_criteria_level_aaa: NoChapter


class Report(Strict):
    """The keys of OpenACR 0.1.0 that the report uses."""

    title: str
    product: Product
    author: Contact
    vendor: Contact
    report_date: str
    last_modified_date: str
    version: int
    license: str
    catalog: Literal["2.5-edition-wcag-2.2-en"]
    notes: str
    evaluation_methods_used: str
    chapters: Chapters


@cache
def names_of(path: Path) -> frozenset[str]:
    """Get the names of the tests of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def is_there(test: str) -> bool:
    """Tell whether a test that is named is there."""
    file, _, name = test.partition("::")
    return (ROOT / file).is_file() and name in names_of(ROOT / file)


def named(line: Line) -> str:
    """Get the number of a criterion, as the name of a case."""
    return line.num


def test_the_report_is_openacr() -> None:
    """Programs read it: keys and words are those of its schema and catalogue."""
    assert Report.model_validate(report()).version >= 1


def test_the_report_is_of_this_version() -> None:
    """Whoever makes a release looks at it again."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert report()["product"]["version"] == project["version"]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_criterion_is_there_once(chapter: str) -> None:
    """In WCAG's order, none left out."""
    assert [line.num for line in lines(chapter)] == list(criteria()[chapter])


def test_there_are_as_many_criteria_as_wcag_has() -> None:
    """31 of level A and 24 of level AA; 4.1.1 was removed, and stands in the catalogue still."""
    assert [len(criteria()[chapter]) for chapter in CHAPTERS] == [31 + 1, 24]


@pytest.mark.parametrize("line", LINES, ids=named)
def test_every_test_that_is_named_is_there(line: Line) -> None:
    """By file and name."""
    assert [test for test in line.tests if not is_there(test)] == []


@pytest.mark.parametrize("line", [line for line in LINES if line.level == "supports"], ids=named)
def test_what_is_supported_is_held_by_a_test(line: Line) -> None:
    """And has no gap."""
    assert (line.tests != [], line.gap) == (True, "")


@pytest.mark.parametrize("line", [line for line in LINES if line.level == "not-applicable"], ids=named)
def test_what_does_not_apply_says_why(line: Line) -> None:
    """There is nothing to test."""
    assert (line.tests, line.gap) == ([], "")


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.level in {"partially-supports", "does-not-support"}], ids=named
)
def test_what_is_not_met_has_its_gap(line: Line) -> None:
    """A sentence that somebody who is kept out understands."""
    assert line.gap.endswith(".")
