"""The command that says what became of somebody, over all months of a job."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import JobPath, Json, Who, path_named
from keycafe_clean.errors import SetupError
from keycafe_clean.wording import month_name

if TYPE_CHECKING:
    from keycafe_clean.job import JobFolder
    from keycafe_clean.job.person_story import Story


def why(
    job: JobPath,
    who: Who,
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
    from keycafe_clean.job.people_found import MOST, find_people, only_one, refuse_blank
    from keycafe_clean.job.person_page import page_of_person
    from keycafe_clean.job.person_story import story_of
    from keycafe_clean.write.unwritable import write_new

    refuse_blank(who)
    folder = job_folder(job)
    months = folder.months()
    people = find_people(history_of(months), who)
    stories = [story_of(person, months) for person in people[:MOST]]
    nobody = [] if people else _nobody(folder, who, [month_name(month.month) for month in months])
    if page:
        if nobody:
            raise SetupError(" ".join(nobody))
        write_new(page, page_of_person(only_one(people, who), stories[0], months), by=" with --print")
    if json:
        say_json({"found": len(people), "people": [_as_json(story) for story in stories], "said": nobody})
    elif nobody:
        say(*nobody)
    else:
        show.stories(stories, len(people))


def _nobody(folder: "JobFolder", who: str, months: list[str]) -> list[str]:
    """Get where nobody of that name is, and where nobody has looked."""
    from keycafe_clean.job.people_found import draft_unseen, nobody_found

    unseen = [draft_unseen(folder.draft)] if folder.has_draft else []
    return [nobody_found(who, months, forgot=folder.has_forgotten), *unseen]


def _as_json(story: "Story") -> dict[str, object]:
    return {
        "name": story.name,
        "employee_id": story.number,
        "outcome": story.outcome,
        "entries": [{"day": entry.day and f"{entry.day}", "text": entry.text} for entry in story.entries],
    }
