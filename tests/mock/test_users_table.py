import sqlite3

import pytest

from keycafe_clean.mock.store import Tables
from keycafe_clean.mock.users import NewMail, NewUser
from keycafe_clean.wire import PAGE_SIZE, Mail, User
from tests.mock.files import NOW


def full_user(number: int, status: str = "invited", *, wants_welcome: bool = False) -> NewUser:
    """Get a Full User by number."""
    email = f"p{number}@example.com"
    user = NewUser(number, None, f"P{number}", "Q", email, email, "FULL", "invited", wants_welcome=wants_welcome)
    return user._replace(status=status)  # type: ignore[arg-type]


#: A SmartBox User with a badge and a code.
BO = NewUser(2, None, "Bo", "Ek", None, None, "SMARTBOX", "member", "AB-7", "ab-7", "0042")


def test_a_user_is_found_as_added(tables: Tables) -> None:
    """Codes keep their leading zeros; a key is nobody's to see."""
    tables.users.add([BO])

    assert tables.users.find(2) == User(
        id=2, first_name="Bo", last_name="Ek", email=None, type="SMARTBOX", status="member", badge_code="AB-7",
        access_code="0042",
    )  # fmt: skip


@pytest.mark.parametrize(("shown", "ids"), [("invited", [1]), ("all", [2, 3])])
def test_a_filter_shows_who_is_invited_or_has_an_account(tables: Tables, shown: str, ids: list[int]) -> None:
    """Nobody is under both."""
    tables.users.add([full_user(1), BO, full_user(3, "member")])

    assert [user.id for user in tables.users.page(shown, 1)] == ids  # type: ignore[arg-type]


@pytest.mark.parametrize(("page", "first", "length"), [(1, 1, PAGE_SIZE + 1), (2, 51, 5), (3, None, 0)])
def test_users_come_in_the_order_of_their_ids(tables: Tables, page: int, first: int | None, length: int) -> None:
    """One more than a page holds says that another page follows."""
    tables.users.add(full_user(number) for number in range(55, 0, -1))

    found = [user.id for user in tables.users.page("invited", page)]

    assert (next(iter(found), None), len(found)) == (first, length)


@pytest.mark.parametrize("wants_welcome", [True, False])
def test_an_invitation_is_accepted_once(tables: Tables, *, wants_welcome: bool) -> None:
    """A member stays one, and is not welcomed again."""
    tables.users.add([full_user(1, wants_welcome=wants_welcome)])

    answers = [tables.users.accept(1), tables.users.accept(1), tables.users.accept(9)]

    assert answers == [(wants_welcome, "p1@example.com"), None, None]


@pytest.mark.parametrize(
    "user",
    [
        full_user(5)._replace(email_key="p1@example.com"),
        BO._replace(id=5, access_code=None),
        BO._replace(id=5, badge_code=None, badge_key=None),
        BO._replace(id=5, badge_code=None, badge_key=None, access_code="42"),
        full_user(5)._replace(email=None, email_key=None),
        BO._replace(id=5, badge_code=None, badge_key=None, access_code=None, last_name=""),
    ],
    ids=["address", "badge", "code", "short code", "no address", "no name"],
)
def test_the_database_has_the_last_word(tables: Tables, user: NewUser) -> None:
    """No code can make two users of one address, badge or code, nor a user that the article does not know."""
    tables.users.add([full_user(1), BO])

    with pytest.raises(sqlite3.IntegrityError):
        tables.users.add([user])


def test_mails_are_recorded_the_earliest_first(tables: Tables) -> None:
    """To whom, which, when."""
    tables.users.add([full_user(1)])
    tables.users.send([NewMail("p1@example.com", kind, 1) for kind in ("invitation", "welcome")], NOW)  # type: ignore[arg-type]

    assert tables.users.outbox(1) == [
        Mail(id=1, email="p1@example.com", kind="invitation", user_id=1, sent_at=NOW),
        Mail(id=2, email="p1@example.com", kind="welcome", user_id=1, sent_at=NOW),
    ]


def test_nobody_is_invited_twice(tables: Tables) -> None:
    """A second mail of a kind to a user cannot be recorded."""
    tables.users.add([full_user(1)])

    with pytest.raises(sqlite3.IntegrityError):
        tables.users.send([NewMail("p1@example.com", "invitation", 1)] * 2, NOW)


def test_known_is_what_rows_could_collide_with(tables: Tables, import_id: int) -> None:
    """Addresses by status, those of the same import apart; what no row has stays out."""
    tables.users.add([full_user(1), full_user(2, "member"), full_user(3)._replace(import_id=import_id), full_user(4)])

    known = tables.users.known(import_id, [f"p{number}@example.com" for number in (1, 2, 3, 9)], [])

    assert (known.invited, known.members, known.of_this_import) == (
        {"p1@example.com"}, {"p2@example.com"}, {"p3@example.com"},
    )  # fmt: skip


def test_known_says_where_ids_and_codes_go_on(tables: Tables) -> None:
    """The next id follows the largest; codes are counted."""
    tables.users.add([BO, full_user(41)])

    known = tables.users.known(1, [], ["ab-7", "ab-8"])

    assert (known.next_user_id, known.codes_given, known.badges) == (42, 1, {"ab-7"})
