import polars as pl
import pytest

from keycafe_clean.job.history import History, placed
from tests.job.lines import lines, people, sent

NOVEMBER = lines(
    sent(2, "Ann Lee", "ann.lee@example.com", "added", employee_id="1"),
    sent(3, "Bob Ray", "bob.ray@example.com", "already there", employee_id="2"),
    sent(4, "Cy Orr", None, "needs a fix", employee_id="3"),
    sent(5, "Dan Poe", "dan.poe@example.com", "try again", employee_id="4"),
    sent(6, "Eva Fox", "eva.fox@example.com", "unknown", employee_id="5"),
    {"name": "Flo Gil", "email": "flo.gil@example.com", "month": "2027-01", "employee_id": "6"},
    {"name": "Gus Ng", "email": "gus.ng@example.com", "month": "2026-12", "employee_id": "7"},
    {"name": "Hal Ito", "outcome": "waiting", "employee_id": "8"},
    {"name": "Ida May", "outcome": "left_out", "reason": "in_keycafe", "employee_id": "9"},
    {"name": "Jo Lund", "outcome": "left_out", "reason": "no_longer_employed", "employee_id": "10"},
)
HISTORY = History.of([("2026-11", NOVEMBER)])
DAN = "dan.poe@example.com"
AGAIN, FIX = (lines(sent(2, "Dan Poe", DAN, answer)) for answer in ("try again", "needs a fix"))


def test_who_is_in_keycafe() -> None:
    """Added, there already, or not answered yet; who failed or was not uploaded is not."""
    assert HISTORY.in_keycafe.get_column("name").to_list() == ["Ann Lee", "Bob Ray", "Eva Fox"]


@pytest.mark.parametrize(("month", "used"), [("2026-11", 2), ("2026-12", 0)])
def test_places_used(month: str, used: int) -> None:
    """Only who was created counts, and who may have been."""
    assert HISTORY.used(month) == used


def test_waiting_list() -> None:
    """First who is to be sent again, then month by month, in the order of the plan; who waits for an answer is not."""
    assert HISTORY.waiting_list().get_column("name").to_list() == ["Cy Orr", "Dan Poe", "Gus Ng", "Flo Gil"]


def test_newest_month_about_people() -> None:
    """Whoever was to be in Keycafe; who had left is no news."""
    assert HISTORY.last.get_column("name").to_list()[-4:] == ["Flo Gil", "Gus Ng", "Hal Ito", "Ida May"]


def test_known_people_name_their_row() -> None:
    """By number under another name; whom nobody answers is known without a row."""
    here = people(
        {"employee_id": "5", "name": "Eva Stone", "email": "eva.stone@example.com"},
        {"employee_id": "1", "name": "Ann Lee", "email": "ann.lee@example.com"},
    )

    known = HISTORY.known_among(here)

    assert known.select("First Name", "Email Address", "list_file", "list_row", "known_row").rows() == [
        ("Ann", "ann.lee@example.com", "2026-11", 2, 1),
        ("Bob", "bob.ray@example.com", "2026-11", 3, None),
        ("Eva", "eva.fox@example.com", "2026-11", 6, 0),
    ]


def test_whom_nobody_answers_is_gone() -> None:
    """Several who answer are not nobody."""
    twins = {"email": "bob.ray@example.com", "name": "Bob Ray"}
    here = people({"employee_id": "1", "name": "Ann Lee"}, twins, twins)

    known = HISTORY.known_among(here)

    assert known.select("First Name", "gone").rows() == [("Ann", False), ("Bob", False), ("Eva", True)]


def test_who_was_refused() -> None:
    """The last that Keycafe said of somebody counts: who was refused in November and added since is done."""
    again = lines(sent(2, "Cy Orr", None, "added", employee_id="3"))
    here = people({"employee_id": "3", "name": "Cy Orr"}, {"employee_id": "4", "name": "Dan Poe"})

    assert HISTORY.refused_among(here).rows() == [(0, "November 2026", None, "Cy", "Orr", None)]
    assert History.of([("2026-11", NOVEMBER), ("2026-12", again)]).refused_among(here).is_empty()


ASKED = {"outcome": "waiting", "name": "Ann Fox", "email": "ann.fox@example.com", "may_be": "ann.lee@example.com"}
SENT_NOW = sent(2, "Ann Fox", "ann.fox@example.com", "added")


@pytest.mark.parametrize(
    ("months", "doubted"),
    [
        ([lines(ASKED)], [(0, "ann.lee@example.com", False)]),
        ([lines(ASKED), lines({"name": "Bob Ray"})], [(0, "ann.lee@example.com", False)]),
        ([lines(ASKED | {"email": "Ann.Lee@example.com"})], []),
        ([lines(ASKED | {"may_be": "Ann.Fox@example.com"})], [(0, "Ann.Fox@example.com", True)]),
        ([lines(ASKED), lines(SENT_NOW)], []),
        ([lines(ASKED), lines(SENT_NOW | {"answer": "try again"})], [(0, "ann.lee@example.com", False)]),
        ([lines(SENT_NOW), lines(ASKED)], [(0, "ann.lee@example.com", False)]),
        ([lines(SENT_NOW)], []),
    ],
)
def test_who_was_asked_about(months: list[pl.DataFrame], doubted: list[tuple[int, str, bool]]) -> None:
    """A question stays, a month without the person too, until somebody sends them; who is no row is none."""
    history = History.of([(f"2026-{10 + number}", month) for number, month in enumerate(months)])

    assert history.doubted_among(people({"name": "Ann Fox", "email": "ann.fox@example.com"})).rows() == doubted


TYPED = {"address": "nils.berg@example.com"}
BROKEN = "nils.berg@example"


@pytest.mark.parametrize(
    ("email", "more", "addresses"),
    [
        (BROKEN, TYPED, ["nils.berg@example.com", BROKEN]),
        ("nils.berg@example.com", TYPED, ["nils.berg@example.com"]),
        ("reception@example.com", {"address": ""}, [None]),
        (None, TYPED, ["nils.berg@example.com"]),
    ],
)
def test_members_have_the_address_that_was_sent(
    email: str | None, more: dict[str, str], addresses: list[str | None]
) -> None:
    """One that was typed is the account's, and the export's finds the person too; what was given up is nobody's."""
    line = {name: cell or None for name, cell in (sent(2, "Nils Berg", email, "added") | more).items()}

    members = History.of([("2026-11", lines(line))]).members  # type: ignore[arg-type] - a blank cell

    assert members.get_column("email").to_list() == addresses


def test_whoever_was_refused_is_asked_about_by_what_was_sent() -> None:
    """An address that was typed stays typed: sent once more as it was, it would be refused again."""
    refused = lines(sent(2, "Nils Berg", BROKEN, "needs a fix", employee_id="3") | TYPED)

    here = people({"employee_id": "3", "name": "Nils Berg", "email": BROKEN})

    told = History.of([("2026-11", refused)]).refused_among(here)
    assert told.get_column("Email Address").to_list() == ["nils.berg@example.com"]


def met(place: str | None, name: str, email: str) -> dict[str, str]:
    """Get the cells of somebody whom a month has found in Keycafe already."""
    file, row = place.split(", row ") if place else (None, None)
    found = {"known_file": file, "known_row": row} if file and row else {}
    return {"outcome": "left_out", "reason": "in_keycafe", "name": name, "email": email, **found}


def test_members_are_known_under_every_name_that_a_month_has_had() -> None:
    """Who has married in December is found by the new name and another address in January."""
    november = lines(sent(2, "Ann Lee", "ann.lee@example.com", "added"))
    december = lines(met("2026-11, row 2", "Ann Fox", "ann.lee@example.com"))
    history = History.of([("2026-11", november), ("2026-12", december)])

    known = history.known_among(people({"name": "Ann Fox", "email": "ann.fox@example.com"}))

    assert history.members.select("person", "name").rows() == [(0, "Ann Lee"), (0, "Ann Fox")]
    assert known.get_column("gone").to_list() == [True, True]
    assert known.get_column("list_file").to_list() == ["2026-11", "2026-12"]


@pytest.mark.parametrize(
    ("place", "answer", "names"),
    [
        ("2026-11, row 2", "added", ["Ann Lee", "Ann Fox"]),
        ("2026-11, row 2", "try again", []),
        ("2026-11, row 2", "needs a fix", []),
        ("list.csv, row 7", "try again", ["Ann Fox"]),
        ("2026-10, row 7", "try again", ["Ann Fox"]),
        (None, "try again", []),
    ],
)
def test_who_was_found_in_a_file_that_was_not_uploaded_is_no_member(
    place: str | None, answer: str, names: list[str]
) -> None:
    """Nor by the months that took them for one; a list and a month that is lost still say so."""
    november = lines(sent(2, "Ann Lee", "ann.lee@example.com", answer))
    december = lines(met(place, "Ann Fox", "ann.lee@example.com"))

    assert History.of([("2026-11", november), ("2026-12", december)]).members.get_column("name").to_list() == names


def test_two_who_answer_are_nobody() -> None:
    """A conflict names no row."""
    here = people({"name": "Ann Lee", "start_date": "2020-01-01"}, {"name": "Ann Lee", "start_date": "2020-01-01"})

    asked = placed(lines({"name": "Ann Lee", "start_date": "2020-01-01"}), here)

    assert asked.select("found", "row_id").rows() == [("several", None)]


def test_nothing_was_done() -> None:
    """A job that begins knows nobody."""
    assert History.of([]).known_among(people({"name": "Ann Lee"})).is_empty()
    assert History.of([]).last.is_empty()
    assert isinstance(History.of([]).lines, pl.DataFrame)


LEFT = {"name": "Cy Orr", "employee_id": "3", "outcome": "left_out", "reason": "no_longer_employed", "why": "he left"}


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ([lines(LEFT)], [(0, "2026-10", "he left")]),
        ([lines(LEFT), lines(LEFT | {"outcome": "waiting", "reason": ""})], [(0, "2026-10", "he left")]),
        ([lines(LEFT), lines(LEFT)], [(0, "2026-11", "he left")]),
        ([lines(LEFT), lines(sent(2, "Cy Orr", None, "added", employee_id="3"))], []),
        ([lines(sent(2, "Cy Orr", None, "added", employee_id="3")), lines(LEFT)], [(0, "2026-11", "he left")]),
        ([lines(LEFT | {"employee_id": "4", "name": "Bo Fox"})], []),
    ],
)
def test_who_had_left(months: list[pl.DataFrame], told: list[tuple[int, str, str]]) -> None:
    """What a month said last counts: a question that is open says nothing, and who was ready since has come back."""
    history = History.of([(f"2026-{10 + number}", month) for number, month in enumerate(months)])

    assert history.left_among(people({"employee_id": "3", "name": "Cy Orr"})).rows() == told


@pytest.mark.parametrize(
    ("months", "again", "refused"),
    [
        ([AGAIN, AGAIN], ["Dan Poe"], []),
        ([FIX, AGAIN], ["Dan Poe"], []),
        ([AGAIN, FIX], [], ["Dan Poe"]),
        (
            [AGAIN, lines({"name": "Dan Poe", "email": DAN, "outcome": "left_out", "reason": "no_longer_employed"})],
            [],
            [],
        ),
        ([AGAIN, lines({"name": "Zoe Fox", "outcome": "ready"})], ["Dan Poe"], []),
        ([AGAIN, AGAIN, lines({"name": "Zoe Fox", "outcome": "ready"})], ["Dan Poe"], []),
        ([AGAIN, lines(sent(2, "Dan Poe", DAN, "added"))], [], []),
    ],
)
def test_who_is_to_be_sent_again_counts_once(months: list[pl.DataFrame], again: list[str], refused: list[str]) -> None:
    """By the last that Keycafe said, however many files it was in; nobody who has left since."""
    history = History.of([(f"2026-{number}", month) for number, month in enumerate(months, 10)])

    found = [history.without_account(answer).get_column("name").to_list() for answer in ("try again", "needs a fix")]
    assert found == [again, refused]
