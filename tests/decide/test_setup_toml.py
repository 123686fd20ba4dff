import re
import tomllib
from pathlib import Path

import pytest

from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.decide.setup_toml import parsed, written

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "rules-and-columns.md"

#: What the page shows of a set-up.
EXAMPLES = "".join(block for block in re.findall("```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))

#: Set-ups as runs write them.
WRITTEN = [
    Setup(),
    Setup(used={"2026-11": 5}, source=(SourceSetup(headers=("A", "B"), columns={"Last Name": ("A",)}),)),
    Setup(columns={"First Name": ("Vorname",)}, status_words={"Weg": "inactive"}, day_first={"start_date": False}),
    Setup(source=(SourceSetup(headers=tuple(f"Header number {i}" for i in range(30)), columns={}),)),
]


@pytest.mark.parametrize("setup", WRITTEN)
@pytest.mark.parametrize("times", [1, 2])
def test_examples_are_pasted_at_the_end(setup: Setup, times: int) -> None:
    """What the page shows can be pasted at the end of a written set-up, and again at the end of the next one."""
    pasted = setup
    for _ in range(times):
        pasted = Setup.model_validate(parsed(pasted.to_toml() + EXAMPLES))

    assert [len(pasted.rule), len(pasted.replace)] == [2 * times, times]
    assert (pasted.columns["Last Name"], pasted.status_words["Blau"]) == (("Nom",), "active")
    assert pasted.source == setup.source
    assert set(setup.columns) <= set(pasted.columns)


def test_rules_are_pasted_behind_a_list() -> None:
    """Blocks behind a list of rules on one line, as an earlier version wrote it, are more of them."""
    assert parsed('rule = [{ then = "a" }]\nplan = "paid"\n[[rule]]\nthen = "b"\n') == {
        "rule": [{"then": "a"}, {"then": "b"}],
        "plan": "paid",
    }


def test_table_that_stands_twice() -> None:
    """Of a table that stands twice both have their say; of one key the last one holds."""
    assert parsed('[used]\n"a" = 1\nb = 2\n[used] # again\nb = 3\n') == {"used": {"a": 1, "b": 3}}


def test_table_within_another() -> None:
    """The columns of a source stay with it, wherever else a table stands twice."""
    text = '[[source]]\nheaders = ["A"]\n[source.columns]\nx = "A"\n[columns]\nx = "A"\n[columns]\ny = "B"\n'

    assert parsed(text) == {
        "source": [{"headers": ["A"], "columns": {"x": "A"}}],
        "columns": {"x": "A", "y": "B"},
    }


@pytest.mark.parametrize("text", ["a = 1\na = 2\n", "[used]\na = \n", "a = 1\n[a]\nb = 1\n[a]\nb = 2\n"])
def test_no_toml(text: str) -> None:
    """What is no TOML even table by table is said as it stands."""
    with pytest.raises(tomllib.TOMLDecodeError):
        parsed(text)


def test_nothing_is_written_of_what_is_empty() -> None:
    """An empty table or list would be in the way of one that is pasted."""
    assert written({"plan": "paid", "rule": [], "columns": {}}) == 'plan = "paid"\n'
