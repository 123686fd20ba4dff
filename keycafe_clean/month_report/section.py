"""A part of a report, once: as HTML with its bars, and as plain text that says the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from keycafe_clean.html_page import escape

#: Pixels of a bar, and its height: a line of the page is higher, so that lines stay as close as without.
_WIDTH, _HEIGHT = 320, 14

#: The colours of a bar, seen on white, on dark and on paper alike; what they mean stands beside in words.
_COLOURS = {"in": "#3b7ddd", "later": "#9dbdee", "out": "#8a949e", "waits": "#d2921f"}
_GROUND = "#88888833"


@dataclass(frozen=True)
class Part:
    """A stretch of a bar: from where, how long, and what it is (`in`, `later`, `out`, `waits`)."""

    start: int
    length: int
    kind: str


@dataclass(frozen=True)
class Line:
    """A line of a table: its cells, and the parts of its bar; none: it has no bar."""

    cells: tuple[str, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading, sentences, and a table whose bars share one scale (`total`); without lines there is no table.

    `steps` are to be done one after the other.
    """

    title: str
    sentences: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    total: int = 0

    def html(self) -> str:
        """Get the section as HTML, every text escaped."""
        said = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in self.sentences)
        steps = "".join(f"<li>{escape(step)}</li>" for step in self.steps)
        listed = f"<ol>{steps}</ol>\n" if steps else ""
        return f"<section><h2>{escape(self.title)}</h2>\n{said}{listed}{self._table()}</section>\n"

    def text(self) -> str:
        """Get the section as plain text, a line of it a line of the table."""
        columns = zip(self.head, *(line.cells for line in self.lines), strict=True) if self.lines else ()
        told = ("  ".join(row).rstrip() for row in zip(*map(_in_line, columns), strict=True))
        steps = (f"  {number}. {step}" for number, step in enumerate(self.steps, 1))
        return "\n".join([self.title, *self.sentences, *steps, *(f"  {line}" for line in told)]) + "\n"

    def _table(self) -> str:
        if not self.lines:
            return ""
        has_bars = any(line.parts for line in self.lines)
        numbers = [_has_numbers(cells) for cells in zip(*(line.cells for line in self.lines), strict=True)]
        heads = zip(self.head, numbers, strict=True)
        names = "".join(f'<th scope="col"{_ALIGNED if is_one else ""}>{escape(name)}</th>' for name, is_one in heads)
        picture = f'<td class="bar" style="width:{_WIDTH}px" aria-hidden="true"></td>' if has_bars else ""
        rows = "\n".join(f"<tr>{self._cells(line, has_bars=has_bars)}</tr>" for line in self.lines)
        return f"<table><thead><tr>{names}{picture}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>\n"

    def _cells(self, line: Line, *, has_bars: bool) -> str:
        cells = "".join(map(_cell, self.head, line.cells))
        bar = self._bar(line.parts) if line.parts else ""
        return f'{cells}<td class="bar">{bar}</td>' if has_bars else cells

    def _bar(self, parts: tuple[Part, ...]) -> str:
        """Get a bar that says nothing of its own: its numbers stand beside it."""
        drawn = "".join(self._drawn(parts))
        size = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none"'
        return f'<svg aria-hidden="true" {size}>{_rect(0, _WIDTH, _GROUND)}{drawn}</svg>'

    def _drawn(self, parts: tuple[Part, ...]) -> Iterator[str]:
        scale = _WIDTH / max(self.total, 1)
        for part in parts:
            if part.length:
                # However few, they are seen.
                width = max(round(part.length * scale), 1)
                yield _rect(min(round(part.start * scale), _WIDTH - width), width, _COLOURS[part.kind])


#: Numbers stand below each other; on a narrow page the head of their column stands before each.
_ALIGNED = ' style="text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums"'


def _cell(head: str, cell: str) -> str:
    is_number = f' class="number" data-head="{escape(head)}"{_ALIGNED}' if _is_number(cell) else ""
    return f"<td{is_number}>{escape(cell)}</td>"


def _rect(start: int, width: int, colour: str) -> str:
    return f'<rect x="{start}" width="{width}" height="{_HEIGHT}" fill="{colour}"/>'


def _in_line(column: tuple[str, ...]) -> list[str]:
    """Get the head and the cells of a column in one width, numbers and their head at the right."""
    width = max(map(len, column))
    return [cell.rjust(width) if _has_numbers(column[1:]) else cell.ljust(width) for cell in column]


def _has_numbers(cells: tuple[str, ...]) -> bool:
    return any(map(_is_number, cells))


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").isdecimal()
