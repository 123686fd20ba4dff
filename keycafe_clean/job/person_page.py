"""The page about one person for an auditor: what became of them, on what it rests, and who made which file when."""

import json
from collections.abc import Iterator, Sequence
from html import escape

from keycafe_clean.job.html_page import html_page
from keycafe_clean.job.month import MANIFEST, Month
from keycafe_clean.job.people_found import Person
from keycafe_clean.job.person_story import Story
from keycafe_clean.opening import bytes_of
from keycafe_clean.report import month_name


def page_of_person(person: Person, story: Story, months: Sequence[Month]) -> bytes:
    """Get the bytes of a page with the story of a person of these months: one file, no script, nobody else's name."""
    title = f"{story.name}, employee number {story.number}" if story.number else story.name
    theirs = [month for month in months if month.folder.name in person.lines.get_column("folder")]
    parts = (
        f"<p><strong>{escape(story.outcome)}</strong></p>",
        _table(("Day", "What happened"), ((f"{entry.day or ''}", entry.text) for entry in story.entries)),
        "<h2>The files</h2>",
        _table(("Month", "What", "SHA-256, or who and when"), _files(theirs)),
    )
    return html_page(title, "\n".join(parts))


def _files(months: Sequence[Month]) -> Iterator[tuple[str, ...]]:
    """Yield who made each month when, by which version, and the sums of its exports and import files."""
    for month in months:
        path = month.folder / MANIFEST
        if not path.exists():
            continue
        facts, name = json.loads(bytes_of(path)), month_name(month.month)
        made = ", ".join(f"{tool} {version}" for tool, version in facts["made_by"].items())
        yield name, f"made by {made}", f"{facts['who']}, {facts['today']}"
        for export in facts["exports"]:
            yield name, f"export {export['file']}", export["sha256"]
        for file, digest in facts["files"].items():
            if file.startswith(month.month):
                yield name, f"import file {file}", digest


def _table(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    heads = "".join(f'<th scope="col">{escape(it)}</th>' for it in head)
    body = "\n".join(
        f'<tr><td class="day">{escape(first)}</td>{"".join(f"<td>{escape(cell)}</td>" for cell in others)}</tr>'
        for first, *others in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
