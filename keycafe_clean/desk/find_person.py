"""What the analyst can do about one person: find them over all months of the job, and print what became of them.

As in `actions`, nothing raises. Nothing is written, so that a desk that only shows can do it too.
"""

import re

from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.found_view import found_view
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import Download
from keycafe_clean.job.folder import history_of
from keycafe_clean.job.people_found import find_people
from keycafe_clean.job.person_page import page_of_person
from keycafe_clean.job.person_story import story_of


@error_boundary
def find(state: DeskState, session: Session, asked: str) -> None:
    """Show whoever is called so in a month of the job, instead of the step; blank: the step again."""
    if not asked.strip():
        session.found, state.found = (), None
        return
    with doing(state, text("busy.finding")):
        months = session.job.months()
        session.found = find_people(history_of(months), asked)
        state.found = found_view(months, asked.strip(), session.found, forgot=session.job.has_forgotten)


@error_boundary
def print_person(state: DeskState, session: Session, place: int) -> None:
    """Offer the page for an auditor about one of those found, by their place among them."""
    person, months = session.found[place], session.job.months()
    page = page_of_person(person, story_of(person, months), months)
    state.update(printed=Download(_page_name(person.number), "text/html", page), prints=state.prints + 1)


def _page_name(number: str | None) -> str:
    """Get the name of the page: the employee number tells pages apart, and no name stands in a list of downloads."""
    return f"audit_{re.sub(r'[^A-Za-z0-9-]', '_', number)}.html" if number else "audit.html"
