"""HTML for the desk. Whatever comes in is text, and is escaped here; only `Markup` is trusted."""

from collections.abc import Iterable, Sequence
from html import escape


class Markup(str):
    """HTML that is safe to show: made here, or a constant of ours."""

    __slots__ = ()


def tag(name: str, *inner: str, **attributes: str) -> Markup:
    """Get an element; text inside is escaped. `class_` stands for `class`, `aria_label` for `aria-label`."""
    named = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{named}>{join(inner)}</{name}>")


def join(parts: Iterable[str]) -> Markup:
    """Get the parts one after another; text among them is escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def paragraphs(lines: Iterable[str], class_: str = "kc-text") -> Markup:
    """Get a paragraph a line; blank lines are left out."""
    return join(tag("p", line, class_=class_) for line in lines if line)


def folded(summary: str, inner: Markup) -> Markup:
    """Get one line that opens, by mouse and keyboard, what is behind it."""
    return tag("details", tag("summary", summary), inner)


def table(headings: Sequence[str], lines: Iterable[Sequence[str]], caption: str = "") -> Markup:
    """Get a table with a heading a column and a row a line."""
    named = [tag("caption", caption)] if caption else []
    head = tag("thead", tag("tr", *(tag("th", heading, scope="col") for heading in headings)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in line)) for line in lines))
    return tag("table", *named, head, body, class_="kc-table")
