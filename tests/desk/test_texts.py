import re
import tomllib
from pathlib import Path

import pytest

import keycafe_clean.desk
from keycafe_clean.desk.texts import text

DESK = Path(keycafe_clean.desk.__file__).parent
TEXTS = tomllib.loads((DESK / "texts.toml").read_text(encoding="utf-8"))
SENTENCES = [f"{section}.{name}" for section, named in TEXTS.items() for name in named]

#: Words that read as something else to an HR analyst.
AVOIDED = (
    "recipe|audit finding|severity|rejected|merged|survivor|junk|held|ledger|quota|batch|manifest|bytes|mock|score"
    "|confidence|conflict|normalis|encoding|header|atomic|replay|invalid|please "
)


@pytest.mark.parametrize("key", SENTENCES)
def test_no_text_uses_a_word_that_reads_as_something_else(key: str) -> None:
    """The words on screen are the analyst's: practice, waiting for you, monthly limit."""
    section, name = key.split(".")
    said = re.sub(r"\{.*?\}|please check|Please note", "", TEXTS[section][name])

    assert not re.search(AVOIDED, said, re.IGNORECASE)
    assert "!" not in said


def test_a_text_has_its_blanks_filled() -> None:
    """Numbers get their thousands separators."""
    assert text("practice.done", added=1_204, rows=1_300, failed=96) == "Practice: 1,204 of 1,300 added, 96 failed."


def test_a_missing_text_is_a_mistake_of_ours() -> None:
    """Nothing is shown in place of a text that does not exist."""
    with pytest.raises(KeyError):
        text("file.nothing")


def test_colours_come_from_the_theme() -> None:
    """Light and dark are right because no colour is our own, in the styles of our views neither."""
    for style in (DESK / "style.css", *DESK.glob("views/*/*.css")):
        css = style.read_text(encoding="utf-8")

        assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|rgba|hsl|: *(?:white|black|red|grey|gray|blue)\b", css), style
