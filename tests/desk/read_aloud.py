"""What a screen reader says of the desk: `@guidepup/virtual-screen-reader`, beside what the views are built with.

It takes a radio button for unchecked whose mark was set by a script, and says so: that is the reader's, not the page's.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

import keycafe_clean.desk

_SOURCES = Path(keycafe_clean.desk.__file__).parent / "views" / "src"
_ESBUILD = _SOURCES / "node_modules" / ".bin" / "esbuild"

needs_reader = pytest.mark.skipif(
    not (_SOURCES / "node_modules" / "@guidepup").exists(),
    reason="needs a screen reader: (cd keycafe_clean/desk/views/src && npm ci)",
)

_READER = 'import { virtual } from "@guidepup/virtual-screen-reader"; window.reader = virtual;'

#: Goes through the page from its beginning to its end.
_READ = """
    async () => {
        await reader.start({ container: document.body });
        do await reader.next();
        while ((await reader.lastSpokenPhrase()) !== "end of document");
        const said = await reader.spokenPhraseLog();
        await reader.stop();
        return said;
    }
"""

#: What only says where something begins that says nothing of its own.
_FRAMES = {"document", "paragraph", "strong", "term", "definition"}


#: What is read of ends, and of lists that are not open.
_SILENT = ("end of ", "end, ", "option, ")


def give_reader(page: Page) -> None:
    """Bring a screen reader to the page; nothing of it is asked of another host."""
    command = [f"{_ESBUILD}", "--bundle", "--format=iife", "--log-level=error"]
    built = subprocess.run(  # noqa: S603 - ours
        command, input=_READER, cwd=_SOURCES, capture_output=True, text=True, check=True
    )
    page.evaluate(built.stdout)


def read_step(page: Page) -> list[str]:
    """Have the step read that is open, from below the rail to the foot: a line each."""
    said: list[str] = page.evaluate(_READ)
    return list(_lines(said[said.index("end of navigation, Steps") + 1 :]))


def listen(page: Page) -> None:
    """Begin to hear what is said by itself: the focus, and what lives on the page."""
    page.evaluate("reader.start({ container: document.body })")
    page.evaluate("reader.clearSpokenPhraseLog()")


def heard(page: Page) -> list[str]:
    """Get what was said since, each once and sorted, and hear no more: in which order is left to the browser."""
    said: list[str] = page.evaluate("reader.spokenPhraseLog()")
    page.evaluate("reader.stop()")
    return sorted({line for line in _lines(said) if line != "polite: "})


def _lines(said: Iterable[str]) -> Iterator[str]:
    """Yield what is said, without frames, and without what a control's name holds already."""
    inside = ""
    for phrase in said:
        if inside:
            inside = "" if phrase == f"end of {inside}" else inside
            continue
        if phrase in _FRAMES or phrase.startswith(_SILENT):
            continue
        yield phrase
        # What is in a button is read once more, piece by piece, where it has pieces.
        if re.match(r"button, ", phrase) and f"end of {phrase}" in said:
            inside = phrase
