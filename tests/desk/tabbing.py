"""The way of Tab through a step of the desk: what has the focus, and whether it is to be seen."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

#: What has the focus as one line, where it is behind the foot; null: it can be seen, or is not of the desk.
_HIDDEN = """() => {
    const on = document.activeElement;
    const foot = document.querySelector(".kc-foot");
    if (!on.closest(".kc-desk") || on.closest(".kc-foot")) return null;
    const [box, bar] = [on.getBoundingClientRect(), foot.getBoundingClientRect()];
    return box.top >= bar.top - 1 || box.bottom <= 0 ? on.outerHTML.slice(0, 120) : null;
}"""

#: What has the focus as one line, where nothing around it shows that; a grid shows the cell that its keys are about.
_UNSEEN = """() => {
    const on = document.activeElement;
    if (!on.closest(".kc-desk")) return null;
    const shown = document.getElementById(on.getAttribute("aria-activedescendant")) ?? on;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
    const isLined = outlineStyle === "solid" && outlineWidth === "2px";
    const isSeen = isLined || (shown !== on && boxShadow.includes("inset"));
    return isSeen ? null : on.outerHTML.slice(0, 120);
}"""

_ON_DESK = "() => Boolean(document.activeElement.closest('.kc-desk'))"

#: No step has more controls.
_MOST_TABS = 90


@dataclass
class Tabbed:
    """What was found on the way: what is behind the foot, what nothing shows, and whether Tab leaves the desk."""

    hidden: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    leaves: bool = False


def tab_through(page: Page) -> Tabbed:
    """Press Tab from the first control of the page to the last, and on, and get what was found."""
    found = Tabbed()
    page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }")
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        found.hidden += filter(None, [page.evaluate(_HIDDEN)])
        found.unseen += filter(None, [page.evaluate(_UNSEEN)])
        found.leaves |= not page.evaluate(_ON_DESK)
    return found
