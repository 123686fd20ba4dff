"""The command that says what became of somebody, over all months of a job."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import JobPath, Json, path_named
from keycafe_clean.errors import SetupError
from keycafe_clean.wording import month_name

if TYPE_CHECKING:
    from keycafe_clean.job.person_story import Story


def why(
    job: JobPath,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Part of a name, an address or an employee number.")],
    *,
    page: Annotated[
        Path | None,
        typer.Option("--print", parser=path_named, metavar="FILE.html", help="A page about this one person."),
    ] = None,
    json: Json = False,
) -> None:
    """Say what became of somebody in all months of a job, and on what that rests; no export is needed."""
    from keycafe_clean.cli import show
    from keycafe_clean.cli.job_status import job_folder
    from keycafe_clean.job.folder import history_of
    from keycafe_clean.job.people_found import MOST, find_people, nobody_found
    from keycafe_clean.job.person_page import page_of_person
    from keycafe_clean.job.person_story import story_of
    from keycafe_clean.write.unwritable import write_new

    if not who.strip():
        raise SetupError("Say whom you look for: part of the name, the address or the employee number.")
    folder = job_folder(job)
    months = folder.months()
    people = find_people(history_of(months), who)
    stories = [story_of(person, months) for person in people[:MOST]]
    if page:
        if len(people) != 1:
            raise SetupError(f"'{who}' means {len(people):,} people. Say more of the name, or the employee number.")
        write_new(page, page_of_person(people[0], stories[0], months), by=" with --print")
    if json:
        say_json({"found": len(people), "people": [_as_json(story) for story in stories]})
    elif not people:
        names = [month_name(month.month) for month in months]
        say(nobody_found(who, names, forgot=folder.has_forgotten))
    else:
        show.stories(stories, len(people))


def _as_json(story: "Story") -> dict[str, object]:
    return {
        "name": story.name,
        "employee_id": story.number,
        "outcome": story.outcome,
        "entries": [{"day": entry.day and f"{entry.day}", "text": entry.text} for entry in story.entries],
    }
