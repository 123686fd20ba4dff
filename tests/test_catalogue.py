"""Every sentence that is said about data, word for word. A new code needs its sentence in `sentences.toml` here too."""

import ast
import re
import tomllib
from pathlib import Path

import polars as pl
import pytest

import keycafe_clean
from keycafe_clean.article.rules import RULES
from keycafe_clean.findings import catalogue, findings_of, in_words

PACKAGE = Path(keycafe_clean.__file__).parent
EXPECTED = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
ROWS = pl.DataFrame(
    {"row_id": [0, 1], "source_row": [8, 41], "file": ["staff.csv", "staff.csv"]},
    schema={"row_id": pl.UInt32, "source_row": pl.UInt32, "file": pl.String},
)
BLANKS = {"row", "other", "column", "value", "suggestion", "reason"}

#: Words that blame, beg, shout or belong to programmers.
UNFIT = re.compile(r"invalid|illegal|please|error code|null|regex|exception|boolean|string|!", re.IGNORECASE)


def blanks(text: str) -> set[str]:
    """Get the blanks of a sentence of the catalogue."""
    return set(re.findall(r"{(\w+)}", text))


@pytest.mark.parametrize("code", EXPECTED)
def test_sentence(code: str) -> None:
    """Sentence and advice read word for word as they are expected."""
    cells = {"row_id": None if "about" in EXPECTED[code] else 1, "other_row_id": 0, **EXPECTED[code]}
    finding = findings_of(code, pl.DataFrame([cells], schema_overrides={"row_id": pl.UInt32}))

    said = in_words(finding, ROWS).select("sentence", "advice").row(0, named=True)

    assert said == {name: EXPECTED[code][name] for name in ("sentence", "advice")}


def test_every_code_has_its_sentence() -> None:
    """Every code of the catalogue has its expected sentence, and no expected sentence is of a code that is gone."""
    assert set(EXPECTED) == set(catalogue())


@pytest.mark.parametrize("code", EXPECTED)
def test_sentence_says_where(code: str) -> None:
    """A finding about a row names the row; one about the file names its column, its value, or the file itself."""
    sentence = catalogue()[code].sentence

    if EXPECTED[code].get("about") == "file":
        assert "row" not in blanks(sentence)
        assert blanks(sentence) & {"column", "value"} or re.search(r"\b(file|sheet|row 1)\b", sentence)
    else:
        assert re.match(r"Rows? {(row|other)}", sentence)


@pytest.mark.parametrize("code", EXPECTED)
def test_sentence_and_advice_are_whole(code: str) -> None:
    """What is wrong and what to do are each whole sentences in words that fit people."""
    entry = catalogue()[code]

    for text in (entry.sentence, entry.advice):
        assert re.match(r"[A-Z'{]", text)
        assert text.endswith(".")
        assert not UNFIT.search(text)
        assert blanks(text) <= BLANKS


@pytest.mark.parametrize("code", EXPECTED)
def test_blanks_are_filled(code: str) -> None:
    """Every blank of an expected sentence has a cell, so that the words around it are seen as people see them."""
    entry = catalogue()[code]
    cells = blanks(entry.sentence + entry.advice) - {"row", "other"}

    assert cells <= set(EXPECTED[code])


def texts_of_package() -> set[str]:
    """Get every text that stands in the code of the package."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_code_is_found_somewhere() -> None:
    """No sentence stands in the catalogue that no rule leads to."""
    found = texts_of_package() | {rule.__name__ for rule in RULES}

    assert set(catalogue()) - found == set()


def test_every_code_that_is_named_has_a_sentence() -> None:
    """No rule of the package has a code without a sentence."""
    named = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"findings_of", "RowRule"} and node.args:
                named |= {node.args[0].value} if isinstance(node.args[0], ast.Constant) else set()

    assert named - set(catalogue()) == set()
