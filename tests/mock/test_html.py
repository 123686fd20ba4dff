from datetime import UTC, datetime

import pytest

from keycafe_clean.mock.html import ImportsView, errors_page, imports_page, refusal_page, users_page
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.wire import Import, Limit, RowError, User

LIMIT = Limit(month="2026-11", limit=1_000, used=0, queued=0, left=1_000)
EVIL, SAFE = "<i>\"'&", "&lt;i&gt;&quot;&#x27;&amp;"


def import_of(state: str = "completed", **facts: object) -> Import:
    """Get an import of 2,000 people."""
    known = {
        "id": 7,
        "name": "a.csv",
        "digest": "00",
        "state": state,
        "rows": 2_000,
        "done": 0,
        "added": 0,
        "failed": 0,
    }
    return Import.model_validate({**known, "created_at": datetime(2026, 11, 3, tzinfo=UTC), **facts})


def imports(*found: Import, **facts: object) -> str:
    """Get the Imports page of these imports."""
    view = ImportsView(**{"imports": list(found), "limit": LIMIT, "form_token": "token", **facts})  # type: ignore[arg-type]
    return imports_page(view, MockPolicy(state_words=("waits", "runs", "done", EVIL)))


@pytest.mark.parametrize(
    ("states", "again"),
    [((), False), (("completed", "failed"), False), (("completed", "queued"), True), (("processing",), True)],
)
def test_the_page_loads_itself_again_while_something_goes_on(states: tuple[str, ...], *, again: bool) -> None:
    """Once everything is finished it rests."""
    assert ('<meta http-equiv="refresh" content="2">' in imports(*map(import_of, states))) is again


@pytest.mark.parametrize(
    ("state", "word"), [("queued", "waits"), ("processing", "runs"), ("completed", "done"), ("failed", SAFE)]
)
def test_a_state_is_called_as_the_policy_says(state: str, word: str) -> None:
    """The words are text, whatever stands in the policy."""
    assert f"<td>a.csv</td><td>{word}</td>" in imports(import_of(state))


def test_progress_is_told_in_figures_too() -> None:
    """Thousands apart; a bar alone says nothing to who cannot see it."""
    shown = imports(import_of("processing", done=1_500, added=1_204))

    assert '<progress max="2000" value="1500">1,500 of 2,000</progress> 1,500 of 2,000</td><td>1,204</td>' in shown


@pytest.mark.parametrize(
    ("facts", "linked"),
    [({}, False), ({"failed": 1}, True), ({"state": "failed", "message": "Nobody was added."}, True)],
)
def test_errors_can_be_viewed_where_there_are_some(facts: dict[str, object], *, linked: bool) -> None:
    """Of rows, or of the whole import."""
    assert ('<a href="/imports/7">View error</a>' in imports(import_of(**facts))) is linked  # type: ignore[arg-type]


def test_the_limit_is_told_with_its_month() -> None:
    """What is used, and what is left."""
    limit = Limit(month="2026-11", limit=1_000, used=1_000, queued=0, left=0)

    assert '<p id="limit">1,000 of 1,000 users imported in 2026-11; 0 left.</p>' in imports(limit=limit)


@pytest.mark.parametrize(
    ("facts", "shown"),
    [({"form_token": EVIL}, f'value="{SAFE}"'), ({"refusal": EVIL}, f'<p class="refused" role="alert">{SAFE}</p>')],
)
def test_what_comes_from_outside_is_text(facts: dict[str, object], shown: str) -> None:
    """In attributes as in paragraphs."""
    assert shown in imports(**facts)


@pytest.mark.parametrize(
    ("page", "has_next", "links"),
    [(1, False, []), (1, True, ["page=2"]), (2, True, ["page=1", "page=3"]), (3, False, ["page=2"])],
)
def test_pages_lead_to_their_neighbours(page: int, links: list[str], *, has_next: bool) -> None:
    """Under the same filter."""
    shown = users_page([], "invited", page=page, has_next=has_next)

    numbers = [part.split('"')[0] for part in shown.split('href="/users?filter=invited&amp;')[1:]]
    assert numbers == links


@pytest.mark.parametrize(("shown", "other"), [("invited", "all"), ("all", "invited")])
def test_the_filter_that_is_on_says_so(shown: str, other: str) -> None:
    """One of the two, never both."""
    page = users_page([], shown)  # type: ignore[arg-type]

    assert f'<a href="/users?filter={shown}" aria-current="page">' in page
    assert f'<a href="/users?filter={other}">' in page


@pytest.mark.parametrize(("kind", "word"), [("FULL", "Full User"), ("SMARTBOX", "SmartBox User")])
def test_a_user_has_a_row(kind: str, word: str) -> None:
    """Names, type and codes are text; what is not there is blank."""
    facts = {"id": 1, "type": kind, "status": "member", "email": None, "badge_code": None, "access_code": "007"}
    user = User.model_validate({**facts, "first_name": EVIL, "last_name": "Ek"})

    row = f"<tr><td>{SAFE} Ek</td><td></td><td>{word}</td><td></td><td>007</td></tr>"
    assert row in users_page([user], "all")


def test_errors_are_told_by_row_below_that_of_the_import() -> None:
    """Each with its field."""
    error = RowError(row=12, field="Badge Code", code="badge_used", message=EVIL)

    shown = errors_page(import_of("failed", name=EVIL, message="Nobody was added."), [error])

    assert f"<h1>{SAFE}</h1>\n<p>Nobody was added.</p>" in shown
    assert f"<td>12</td><td>Badge Code</td><td>{SAFE}</td>" in shown


@pytest.mark.parametrize("page", [imports(), users_page([], "all"), errors_page(import_of(), []), refusal_page(EVIL)])
def test_every_page_says_that_it_is_practice(page: str) -> None:
    """Nobody is to take the mock for Keycafe."""
    assert "Practice: nobody is invited." in page
