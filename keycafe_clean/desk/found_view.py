"""Whoever was asked for by name as a view model: what became of each, and on what that rests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from keycafe_clean.desk.texts import text
from keycafe_clean.job.month import Month
from keycafe_clean.job.people_found import MOST, Person, nobody_found
from keycafe_clean.job.person_story import Story, story_of
from keycafe_clean.wording import day_in_words, month_name


@dataclass(frozen=True)
class Found:
    """How many were found, or that nobody was; and the first of them.

    A person has `name`, `number` (a line; blank: none), `outcome`, and `entries`, each with its `day` (blank: unknown)
    and `text`.
    """

    said: str
    people: tuple[Mapping[str, Any], ...] = ()


def found_view(months: Sequence[Month], asked: str, people: Sequence[Person], *, forgot: bool = False) -> Found:
    """Get the people who were found in these months, oldest first, by the text that was asked for.

    `forgot`: there were other months, of which only hashes are left.
    """
    if not months and not forgot:
        return Found(text("month.none"))
    if not people:
        return Found(nobody_found(asked, [month_name(month.month) for month in months], forgot=forgot))
    told = tuple(_shown(story_of(person, months)) for person in people[:MOST])
    key = "find.found" if len(told) == len(people) else "find.more"
    return Found(text(key, count=len(people), told=len(told)), told)


def _shown(story: Story) -> Mapping[str, Any]:
    return {
        "name": story.name,
        "number": text("find.number", number=story.number) if story.number else "",
        "outcome": story.outcome,
        "entries": [
            {"day": day_in_words(entry.day) if entry.day else "", "text": entry.text} for entry in story.entries
        ],
    }
