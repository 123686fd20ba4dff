import re
from html import unescape

import pytest

from keycafe_clean.mock.imports import run_next
from keycafe_clean.mock.policy import MockPolicy
from tests.mock.conftest import Start
from tests.mock.files import FULL, SMARTBOX, file_of, people
from tests.mock.in_process import Practice


def text_of(html: str) -> str:
    """Get what a page says, without its tags."""
    return " ".join(unescape(re.sub(r"<style>.*</style>|<[^>]+>", " ", html, flags=re.DOTALL)).split())


def post(practice: Practice, content: bytes, token: str | None = None, name: str = "a.csv") -> tuple[int, str]:
    """Send the form as the page has it; get the status and what the next page says."""
    shown = practice.http.get("/imports").text
    found = re.search(r'name="form_token" value="(\w+)"', shown)
    assert found
    data = {"form_token": found[1] if token is None else token}
    response = practice.http.post("/imports", data=data, files={"file": (name, content)})
    return response.status_code, text_of(response.text)


def test_start_leads_to_imports(practice: Practice) -> None:
    """The bare address leads to the Imports page."""
    assert practice.http.get("/").headers["Location"] == "/imports"


def test_imports_page_when_new(practice: Practice) -> None:
    """The page has the article's words: Import User Invitations, Choose File, Import Data."""
    said = text_of(practice.http.get("/imports").text)

    assert "Import User Invitations Choose File Import Data" in said
    assert "0 of 1,000 users imported in 2026-11; 1,000 left." in said


def test_imports_page_while_processing(practice: Practice) -> None:
    """Progress can be looked at, and the page loads itself again while there is some."""
    assert post(practice, file_of(*people(600))) == (303, "")
    run_next(practice.service)
    run_next(practice.service)
    shown = practice.http.get("/imports").text

    assert "a.csv processing 500 of 600 500 of 600 500" in text_of(shown)
    assert '<meta http-equiv="refresh" content="2">' in shown


def test_imports_page_when_finished(practice: Practice) -> None:
    """A finished import is completed, and the page rests."""
    practice.do(file_of(FULL))
    shown = practice.http.get("/imports").text

    assert "users.csv completed 1 of 1 1 of 1 1" in text_of(shown)
    assert "refresh" not in shown


def test_imports_page_when_policy_has_other_words(start: Start) -> None:
    """The states are called as the policy says."""
    practice = start(MockPolicy(state_words=("waiting", "running", "done", "broken")))
    practice.do(file_of(FULL))

    assert "users.csv done" in text_of(practice.http.get("/imports").text)


def test_errors_page(practice: Practice) -> None:
    """The error of an import can be viewed, row by row."""
    practice.do(file_of("Bo,,,false,false,true,,true"))

    said = text_of(practice.http.get("/imports/1").text)

    assert "users.csv Nobody was added: every row has an error." in said
    assert "2 Last Name Row 2: Last Name is empty. A SmartBox User needs a first and a last name." in said


def test_errors_page_when_there_is_no_import(practice: Practice) -> None:
    """A page that is not there says so as a page."""
    response = practice.http.get("/imports/9")

    assert response.status_code == 404
    assert "There is no import with this id." in text_of(response.text)


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        (
            file_of(*people(1_001)),
            409,
            "The file holds 1,001 people and only 1,000 of this month's 1,000 places are left.",
        ),
        (b"Name\r\n", 400, "The first row is not the header of an import."),
        (b"x" * 2_100_000, 413, "The file is larger than 2,097,152 bytes"),
        (b"x" * 3_000_000, 413, "The file is larger than 2,097,152 bytes"),
    ],
)
def test_form_when_file_is_refused(practice: Practice, content: bytes, status: int, sentence: str) -> None:
    """A file that is refused leaves the page with the sentence on it."""
    got, said = post(practice, content)

    assert got == status
    assert sentence in said


def test_form_when_address_is_not_confirmed(start: Start) -> None:
    """The page too wants the address confirmed first."""
    status, said = post(start(confirmed=False), file_of(FULL))

    assert status == 403
    assert "Confirm your e-mail address before importing users." in said


@pytest.mark.parametrize("token", ["", "0" * 64, "\xe9"])
def test_form_when_forged(practice: Practice, token: str) -> None:
    """A form without our token imports nothing."""
    status, said = post(practice, file_of(FULL), token)

    assert status == 403
    assert "This form is not from here, or too old. Choose the file on this page again." in said
    assert practice.client.imports() == []


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("invited", "Invited Name Email Address User Badge Code Access Code Ann Lee ann@example.com Full User"),
        ("all", "All Name Email Address User Badge Code Access Code Bo Ek SmartBox User"),
    ],
)
def test_users_page(practice: Practice, shown: str, expected: str) -> None:
    """Full Users are under Invited, SmartBox Users under All."""
    practice.do(file_of(FULL, SMARTBOX))

    assert expected in text_of(practice.http.get("/users", params={"filter": shown}).text)


@pytest.mark.parametrize(("page", "links"), [(1, "Next page"), (2, "Previous page Next page"), (3, "Previous page")])
def test_users_page_when_there_are_several(practice: Practice, page: int, links: str) -> None:
    """More than fifty users come on several pages."""
    practice.do(file_of(*people(101)))

    said = text_of(practice.http.get("/users", params={"filter": "invited", "page": page}).text)

    assert said.endswith(links)


@pytest.mark.parametrize(("count", "follows"), [(49, False), (50, False), (51, True)])
def test_a_full_page_is_followed_by_none(practice: Practice, count: int, *, follows: bool) -> None:
    """Fifty stand on a page, users and imports alike; the fifty-first is on the next one."""
    practice.do(file_of(*people(count)))
    for _ in range(count - 1):
        practice.client.upload(file_of())

    pages = [text_of(practice.http.get(path).text) for path in ("/users?filter=invited", "/imports")]

    assert ["Next page" in page for page in pages] == [follows, follows]


def test_pages_when_texts_are_hostile(practice: Practice) -> None:
    """What comes from a file is text on every page, never markup."""
    evil = "<script>alert(1)</script>"
    practice.client.upload(file_of(f"{evil},{evil},,false,false,true,{evil},true"), f"{evil}.csv")
    practice.work()

    for path in ("/imports", "/imports/1", "/users"):
        assert "<script" not in practice.http.get(path).text
