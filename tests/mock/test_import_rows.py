import pytest

from keycafe_clean.mock.file_rows import read_import_file
from keycafe_clean.mock.import_rows import access_code, import_rows
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.users import Additions, Known, NewUser
from tests.mock.conftest import Start
from tests.mock.files import FULL, SMARTBOX, file_of, people
from tests.mock.in_process import Practice

INVITED = "Ann,Lee,ANN@example.com,true,true,false,,true"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Bo,Ek,,true,true,false,,true", "Email Address is empty. A Full User needs one; a SmartBox User does not."),
        (
            "Bo,Ek,bo.example.com,true,true,false,,true",
            "Email Address is not a complete e-mail address. Write it as name@company.com.",
        ),
        (",Ek,,false,false,true,,true", "First Name is empty. A SmartBox User needs a first and a last name."),
        ("Bo,,,false,false,true,,true", "Last Name is empty. A SmartBox User needs a first and a last name."),
        (
            "Bo,Ek,,true,false,true,,true",
            'Send Invitation is "true". SmartBox Users cannot be sent invitations; write "false".',
        ),
        (
            "Bo,Ek,,false,false,true,,Y",
            'Generate Access Code is neither "true" nor "false". It must be one of the two, in small letters.',
        ),
        ("B" * 256 + ",Ek,,false,false,true,,true", "First Name is longer than 255 characters. Shorten it."),
        (
            "Bo,Ek,old@example.com,true,true,false,,true",
            "This Email Address belongs to a user already. Take the row out.",
        ),
    ],
)
def test_import_when_a_row_breaks_a_rule(start: Start, row: str, sentence: str) -> None:
    """A row that breaks a rule says so in a whole sentence, with its row as a spreadsheet shows it."""
    practice = start(known=("Old@example.com",))

    assert practice.messages(row) == [f"Row 2: {sentence}"]


def test_import_when_policy_has_shorter_addresses(start: Start) -> None:
    """The length of an address is a setting."""
    practice = start(MockPolicy(max_email_characters=14))

    assert practice.messages(FULL) == ["Row 2: Email Address is longer than 14 characters. Shorten it."]


def test_import_when_wording_is_codes(start: Start) -> None:
    """Under the policy codes, no sentence is there to depend on."""
    practice = start(MockPolicy(wording="codes"))

    assert practice.messages("Bo,,,false,false,true,,true") == ["last_name_required"]


def test_import_when_blank_lines_are_between(practice: Practice) -> None:
    """Blank lines are nobody, and count as rows of the spreadsheet."""
    assert practice.errors(SMARTBOX, "", "Bo,,,false,false,true,,true") == [(4, "Last Name", "last_name_required")]


def test_import_when_blanks_are_around_cells(practice: Practice) -> None:
    """Outer blanks are no part of a name."""
    assert practice.errors(" Bo , Ek ,bo@example.com,true,true,false,,true") == []

    user = practice.client.users("invited")[0]
    assert (user.first_name, user.last_name) == ("Bo", "Ek")


def test_import_when_blank_flags_are_false(start: Start) -> None:
    """Under the policy false, a blank flag is "false"."""
    practice = start(MockPolicy(blank_flag="false"))

    assert practice.errors("Ann,Lee,ann@example.com,,,,,") == []
    assert practice.client.users("invited")[0].access_code is None


def test_import_when_other_flags_are_true(start: Start) -> None:
    """A blank flag beside them leaves those that are said as they are."""
    practice = start(MockPolicy(blank_flag="false"))

    assert practice.errors("Ann,Lee,ann@example.com,true,,,,true") == []
    assert practice.client.users("invited")[0].access_code is not None


@pytest.mark.parametrize(
    ("accepted", "policy", "expected"),
    [
        (False, MockPolicy(), [(2, "Email Address", "already_invited")]),
        (False, MockPolicy(invited_address="skip"), []),
        (True, MockPolicy(), [(2, "Email Address", "already_member")]),
        (True, MockPolicy(member_address="skip"), []),
    ],
)
def test_import_when_address_is_known(
    start: Start, policy: MockPolicy, expected: list[tuple[int, str, str]], *, accepted: bool
) -> None:
    """An address that is known, in whatever case, is an error, or skipped under the policy."""
    practice = start(policy)
    practice.do_known(FULL, accepted=accepted)

    assert practice.errors(INVITED) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [(MockPolicy(), [(3, "Email Address", "email_repeated")]), (MockPolicy(repeated_address="skip"), [])],
)
def test_import_when_address_is_twice_in_the_file(
    start: Start, policy: MockPolicy, expected: list[tuple[int, str, str]]
) -> None:
    """The first row of an address counts; the second is an error, or skipped under the policy."""
    practice = start(policy)

    assert practice.errors(FULL, INVITED) == expected
    assert len(practice.client.users("invited")) == 1


def test_import_when_names_are_the_same(practice: Practice) -> None:
    """Names are no ids: two SmartBox Users of one name are two."""
    assert practice.errors(SMARTBOX, SMARTBOX) == []


def test_import_when_badge_is_used(practice: Practice) -> None:
    """A badge is one person's, in whatever case it is written."""
    rows = ("Bo,Ek,,false,false,true,x-1,true", "Cy,Ek,,false,false,true,X-1 ,true")

    assert practice.errors(*rows) == [(3, "Badge Code", "badge_used")]


def test_import_when_policy_leaves_used_badges_blank(start: Start) -> None:
    """Under the policy leave blank, the second user of a badge comes without one."""
    practice = start(MockPolicy(used_badge="leave blank"))

    assert practice.errors("Bo,Ek,,false,false,true,x-1,true", "Cy,Ek,,false,false,true,X-1,true") == []
    assert [user.badge_code for user in practice.client.users()] == ["x-1", None]


@pytest.mark.parametrize(
    ("row", "errors"),
    [
        ("A,B,a@example.com,false,true,false,,true", [(2, "Send Invitation", "invitation_required")]),
        ("A,B,a@example.com,true,true,false,,true", []),
        ("A,B,a@example.com,false,true,true,,true", []),
    ],
)
def test_import_when_policy_wants_an_invitation(start: Start, row: str, errors: list[tuple[int, str, str]]) -> None:
    """Under the policy error, a Full User without an invitation is refused, and nobody else."""
    assert start(MockPolicy(full_user_without_invitation="error")).errors(row) == errors


@pytest.mark.parametrize(
    ("row", "mails"),
    [
        ("A,B,a@example.com,true,false,false,,true", ["invitation"]),
        ("A,B,a@example.com,true,true,false,,true", ["invitation"]),
        ("A,B,a@example.com,false,true,false,,true", []),
        ("A,B,a@example.com,false,true,true,,true", ["welcome"]),
        ("A,B,,false,true,true,,true", []),
    ],
)
def test_outbox_after_import(practice: Practice, row: str, mails: list[str]) -> None:
    """An invitation goes to a Full User, a welcome email to a SmartBox User with an address."""
    practice.errors(row)

    assert [mail.kind for mail in practice.client.outbox()] == mails


@pytest.mark.parametrize(
    ("elsewhere", "mails"), [((), ["invitation"]), (("Ann@example.com",), ["invitation", "welcome"])]
)
def test_outbox_when_policy_welcomes_existing_accounts(
    start: Start, elsewhere: tuple[str, ...], mails: list[str]
) -> None:
    """Under the policy existing account, a Full User is welcomed with the import if the account exists elsewhere."""
    practice = start(MockPolicy(full_user_welcome_email="existing account"), elsewhere=elsewhere)
    practice.errors(FULL)

    assert [mail.kind for mail in practice.client.outbox()] == mails


def test_accept_invitation(practice: Practice) -> None:
    """Who accepts moves from Invited to All, and then gets the welcome email that was asked for, once."""
    practice.errors(FULL)
    invited = practice.client.users("invited")[0]
    practice.client.accept_invitation(invited.id)
    again = practice.client.accept_invitation(invited.id)

    assert (again.status, practice.client.users("invited"), practice.client.users()) == ("member", [], [again])
    assert [mail.kind for mail in practice.client.outbox()] == ["invitation", "welcome"]


def test_users_when_smartbox(practice: Practice) -> None:
    """A SmartBox User is under All at once."""
    practice.errors(SMARTBOX)

    assert [(user.type, user.status) for user in practice.client.users()] == [("SMARTBOX", "member")]


@pytest.mark.parametrize("digits", [4, 5, 6])
def test_access_code(digits: int) -> None:
    """Codes are text of as many digits as the policy says, and all different."""
    codes = {access_code(ordinal, digits) for ordinal in range(10**4)}

    assert len(codes) == 10**4
    assert {len(code) for code in codes} == {digits}


def test_import_when_no_code_is_left(start: Start) -> None:
    """When every code is given out, a row that wants one is an error."""
    practice = start(MockPolicy(access_code_digits=4))
    with practice.service.store.writing("changed") as tables:
        tables.users.add(
            NewUser(n, None, "", "", f"{n}", f"{n}", "FULL", "member", access_code=f"{n:04}") for n in range(10**4)
        )

    assert practice.messages(SMARTBOX) == [
        'Row 2: No access code is left to generate. Write "false" into Generate Access Code.'
    ]


def admitted(
    *rows: str, places: int = 9, codes_given: int = 0, policy: MockPolicy | None = None
) -> tuple[Additions, Known]:
    """Get what rows come to with so many places left, and what is known afterwards."""
    policy, known = policy or MockPolicy(), Known(places_left=places, codes_given=codes_given)
    return import_rows(read_import_file(file_of(*rows), policy).rows(), known, policy, 1), known


@pytest.mark.parametrize(("places", "added"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)])
def test_the_last_place_is_filled_and_no_more(places: int, added: int) -> None:
    """Rows beyond the last place are errors; places that nobody needs are left."""
    additions, known = admitted(*people(3), places=places)

    assert (len(additions.users), additions.places, known.places_left) == (added, added, places - added)
    assert {error.code for error in additions.errors} <= {"limit_reached"}
    assert additions.failed == 3 - added


@pytest.mark.parametrize(("places", "used"), [(0, 0), (1, 1), (2, 2), (3, 2)])
def test_attempts_use_places_while_there_are_any(places: int, used: int) -> None:
    """Under the policy attempted a bad row uses a place, but never one that is not there."""
    bad = "Bo,,,false,false,true,,true"

    additions, known = admitted(bad, bad, places=places, policy=MockPolicy(counted="attempted"))

    assert (additions.places, known.places_left) == (used, places - used)


def test_somebody_who_is_skipped_needs_no_place() -> None:
    """Under the policy skip, the same address again is left alone even when the month is full."""
    additions, _ = admitted(FULL, FULL, places=1, policy=MockPolicy(repeated_address="skip"))

    assert (additions.rows, len(additions.users), additions.failed) == (2, 1, 0)


@pytest.mark.parametrize(("length", "codes"), [(254, []), (255, []), (256, ["too_long"])])
@pytest.mark.parametrize("place", [0, 1, 6], ids=["First Name", "Last Name", "Badge Code"])
def test_a_cell_may_be_as_long_as_the_policy_says(place: int, length: int, codes: list[str]) -> None:
    """255 characters by default, in each of the three fields."""
    cells = SMARTBOX.split(",")
    cells[place] = "B" * length

    additions, _ = admitted(",".join(cells))

    assert [error.code for error in additions.errors] == codes


@pytest.mark.parametrize(("most", "codes"), [(16, []), (15, []), (14, ["too_long"])])
def test_an_address_may_be_as_long_as_the_policy_says(most: int, codes: list[str]) -> None:
    """ann@example.com has fifteen characters."""
    additions, _ = admitted(FULL, policy=MockPolicy(max_email_characters=most))

    assert [error.code for error in additions.errors] == codes


@pytest.mark.parametrize(
    ("given", "codes"), [(9_998, []), (9_999, []), (10_000, ["no_code_left"]), (10_001, ["no_code_left"])]
)
def test_the_last_access_code_is_given(given: int, codes: list[str]) -> None:
    """Four digits are ten thousand codes, and no more."""
    additions, _ = admitted(SMARTBOX, codes_given=given, policy=MockPolicy(access_code_digits=4))

    assert [error.code for error in additions.errors] == codes
