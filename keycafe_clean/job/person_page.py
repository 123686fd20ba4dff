"""The page about one person for an auditor: what became of them, on what it rests, and who made which file when."""

from collections.abc import Iterator, Sequence

from keycafe_clean.html_page import escape, html_page, html_table
from keycafe_clean.job.month import Month
from keycafe_clean.job.people_found import Person
from keycafe_clean.job.person_story import Story
from keycafe_clean.wording import month_name
from keycafe_clean.write.manifest import MANIFEST, facts_of


def page_of_person(person: Person, story: Story, months: Sequence[Month]) -> bytes:
    """Get the bytes of a page with the story of a person of these months: one file, no script, nobody else's name."""
    title = f"{story.name}, employee number {story.number}" if story.number else story.name
    theirs = [month for month in months if month.folder.name in person.lines.get_column("folder")]
    parts = (
        f"<p><strong>{escape(story.outcome)}</strong></p>",
        html_table(("Day", "What happened"), ((f"{entry.day or ''}", entry.text) for entry in story.entries)),
        "<h2>The files</h2>",
        html_table(("Month", "What", "SHA-256, or who and when"), _files(theirs)),
    )
    return html_page(title, "\n".join(parts))


def _files(months: Sequence[Month]) -> Iterator[tuple[str, ...]]:
    """Yield who made each month when, by which version, and the sums of its exports and import files."""
    for month in months:
        if not (month.folder / MANIFEST).exists():
            continue
        facts, name = facts_of(month.folder), month_name(month.month)
        made = ", ".join(f"{tool} {version}" for tool, version in facts["made_by"].items())
        yield name, f"made by {made}", f"{facts['who']}, {facts['today']}"
        for export in facts["exports"]:
            yield name, f"export {export['file']}", export["sha256"]
        for file, digest in facts["files"].items():
            if file.startswith(month.month):
                yield name, f"import file {file}", digest
