"""The pages about personal data: the record of a job, and what one person is given; as HTML, Markdown and JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from keycafe_clean.html_page import escape, html_page, html_table


@dataclass(frozen=True)
class Section:
    """A part of a page: its title, sentences, and a table (its head, and its rows of as many texts); none: blank."""

    title: str
    said: tuple[str, ...]
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def as_html(title: str, sections: Sequence[Section]) -> bytes:
    """Get the bytes of a page with a heading, paragraphs and a table for each section."""
    return html_page(title, "\n".join(part for section in sections for part in _html(section)))


def as_markdown(title: str, sections: Sequence[Section]) -> bytes:
    """Get the same page as Markdown."""
    lines = [f"# {title}", *(part for section in sections for part in _markdown(section))]
    return ("\n\n".join(lines) + "\n").encode()


def sections_of(held: Mapping[str, pl.DataFrame]) -> list[Section]:
    """Get a section a file with what its lines say of a person: a row a cell that is filled."""
    return [Section(file, (), ("Line", "What", "Held"), tuple(_cells(lines))) for file, lines in held.items()]


def as_json(person: str, sections: Sequence[Section], held: Mapping[str, pl.DataFrame]) -> bytes:
    """Get the bytes of a JSON file: the person, what is done with the data, and every line by file; null is blank."""
    told = {
        "person": person,
        "processing": {section.title: [*section.said, *map(list, section.rows)] for section in sections},
        "held": {file: lines.to_dicts() for file, lines in held.items()},
    }
    return json.dumps(told, indent=2, ensure_ascii=False).encode() + b"\n"


def _cells(lines: pl.DataFrame) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(lines.to_dicts(), 1):
        yield from ((f"{number}", what, f"{cell}") for what, cell in line.items() if cell is not None)


def _html(section: Section) -> Iterator[str]:
    yield f"<section><h2>{escape(section.title)}</h2>"
    yield from (f"<p>{escape(sentence)}</p>" for sentence in section.said)
    if section.rows:
        yield html_table(section.head, section.rows)
    yield "</section>"


def _markdown(section: Section) -> Iterator[str]:
    yield f"## {section.title}"
    yield from section.said
    if section.rows:
        rows = [section.head, ("---",) * len(section.head), *section.rows]
        yield "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
