"""The desk with every text of its own 40 % longer, as German would be, and what does not hold then."""

import json
import re
import tomllib
from datetime import date
from math import ceil
from pathlib import Path

from playwright.sync_api import Page

import keycafe_clean.desk
from keycafe_clean.kinds import kinds
from tests.desk.served import on_day

#: By so much texts are longer.
LONGER = 0.4

_TEXTS = tomllib.loads(Path(keycafe_clean.desk.__file__).with_name("texts.toml").read_text(encoding="utf-8"))

_BLANK = re.compile(r"(\{[^}]*\})")

#: Finds what is wider than the page, cut off, or below the foot; each as one line.
_LOOK = """
    () => {
        const faults = [];
        const told = (element) => `${element.className || element.tagName}: ${element.textContent.trim().slice(0, 60)}`;
        const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
        let root = document.querySelector(".kc-foot").parentElement;
        while (getComputedStyle(root).overflowY !== "auto") root = root.parentElement;
        if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide`);
        const within = shown(".kc-desk *").filter((one) => !one.closest(".tabulator, svg, option"));
        for (const one of within) {
            const box = one.getBoundingClientRect();
            if (box.width > 1 && box.right > root.clientWidth + 1) faults.push(`too far right: ${told(one)}`);
        }
        const names = ".kc-kind-name, .tabulator-col-title";
        for (const one of shown(`button, label, .widget-label, h2, h3, th, [role=heading], ${names}`)) {
            if (one.closest(".tabulator") && !one.matches(".tabulator-col-title")) continue;
            const cut = [one, ...one.querySelectorAll("*")].find(
                (part) =>
                    getComputedStyle(part).display !== "inline" &&
                    (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 3) &&
                    part.clientWidth > 0,
            );
            if (cut) faults.push(`cut off: ${told(one)}`);
        }
        root.scrollTo(0, root.scrollHeight);
        const foot = document.querySelector(".kc-foot").getBoundingClientRect();
        for (const one of within) {
            if (one.closest(".kc-foot") || one.querySelector(".kc-foot") || !one.textContent.trim()) continue;
            const clips = one.closest(".kc-review-rows, .kc-question, .kc-decided, .kc-ticks, .kc-compare");
            const box = (clips ?? one).getBoundingClientRect();
            if (box.height && box.bottom > foot.top + 1 && !one.classList.contains("kc-both"))
                faults.push(`under the foot: ${told(one)}`);
        }
        const [said, on] = [...document.querySelector(".kc-foot").children].map((one) => one.getBoundingClientRect());
        if (on.width && said.right > on.left) faults.push("the foot overlaps itself");
        root.scrollTo(0, 0);
        return [...new Set(faults)];
    }
"""


def longer(words: str) -> str:
    """Get a text with every word longer; its blanks are left as they are."""
    parts = _BLANK.split(words)
    return "".join(part if _BLANK.fullmatch(part) else re.sub(r"[^\W\d_]+", _longer, part) for part in parts)


def said(key: str, **blanks: object) -> str:
    """Get a text of the desk as it is there."""
    section, name = key.split(".")
    return longer(_TEXTS[section][name]).format(**blanks)


def longer_desk(day: date, folder: Path) -> Path:
    """Write the desk's notebook into a folder, as it would be on that day with longer texts."""
    told = {section: {name: longer(words) for name, words in named.items()} for section, named in _TEXTS.items()}
    of_code = {code: longer(kind) for code, kind in kinds().items()}
    (folder / "longer.json").write_text(json.dumps([told, of_code]), encoding="utf-8")
    first = [
        "import json\n",
        "from pathlib import Path\n",
        "from keycafe_clean.desk import counting, question_view, texts\n",
        f"told, of_code = json.loads(Path({str(folder / 'longer.json')!r}).read_text(encoding='utf-8'))\n",
        "texts._texts = lambda: told\n",
        "counting.kinds = question_view.kinds = lambda: of_code\n",
    ]
    notebook = on_day(day, folder)
    cells = json.loads(notebook.read_text(encoding="utf-8"))
    desk = next(cell for cell in cells["cells"] if cell["id"] == "desk")
    desk["source"] = first + desk["source"]
    notebook.write_text(json.dumps(cells), encoding="utf-8")
    return notebook


def faults(page: Page) -> list[str]:
    """Get what does not hold on the page as it is there."""
    found: list[str] = page.evaluate(_LOOK)
    return found


def _longer(word: re.Match[str]) -> str:
    return word[0] + word[0][: ceil(len(word[0]) * LONGER)].lower()
