import pytest

from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.wording import SENTENCES, row_message

POLICY = MockPolicy(max_name_characters=1_000, max_email_characters=64)

#: Every rule that a row can break: a field that breaks it, its code, and its sentence word for word.
BROKEN = [
    (
        "First Name",
        "first_name_required",
        "First Name is empty. A SmartBox User needs a first and a last name.",
    ),
    (
        "Last Name",
        "last_name_required",
        "Last Name is empty. A SmartBox User needs a first and a last name.",
    ),
    (
        "Email Address",
        "email_required",
        "Email Address is empty. A Full User needs one; a SmartBox User does not.",
    ),
    (
        "Email Address",
        "email_syntax",
        "Email Address is not a complete e-mail address. Write it as name@company.com.",
    ),
    (
        "Send Invitation",
        "boolean_text",
        'Send Invitation is neither "true" nor "false". It must be one of the two, in small letters.',
    ),
    (
        "Send Invitation",
        "no_invitation",
        'Send Invitation is "true". SmartBox Users cannot be sent invitations; write "false".',
    ),
    ("First Name", "too_long", "First Name is longer than 1,000 characters. Shorten it."),
    ("Email Address", "too_long", "Email Address is longer than 64 characters. Shorten it."),
    (
        "Email Address",
        "already_member",
        "This Email Address belongs to a user already. Take the row out.",
    ),
    (
        "Email Address",
        "already_invited",
        "This Email Address has been invited already. Take the row out.",
    ),
    (
        "Email Address",
        "email_repeated",
        "This Email Address is in an earlier row of the file. Keep one of the two.",
    ),
    (
        "Badge Code",
        "badge_used",
        "This Badge Code is in use. Write an unused one, or leave the cell empty.",
    ),
    (
        "Send Invitation",
        "invitation_required",
        'Send Invitation is "false", and a Full User cannot register without one. Write "true".',
    ),
    (
        "Generate Access Code",
        "no_code_left",
        'No access code is left to generate. Write "false" into Generate Access Code.',
    ),
    ("", "limit_reached", "No place is left this month. Import this row next month."),
]


@pytest.mark.parametrize(("field", "code", "sentence"), BROKEN)
def test_a_message_says_row_field_and_what_to_do(field: str, code: str, sentence: str) -> None:
    """The bounds are those of the policy; numbers have their thousands apart."""
    assert row_message(1_204, field, code, POLICY) == f"Row 1,204: {sentence}"


def test_every_rule_has_its_sentence_here() -> None:
    """A rule that is added is added to this table, word for word."""
    assert {code for _, code, _ in BROKEN} == set(SENTENCES)


@pytest.mark.parametrize(("field", "code"), [(field, code) for field, code, _ in BROKEN])
def test_under_the_policy_codes_a_message_is_its_code(field: str, code: str) -> None:
    """A client must then manage without our words."""
    assert row_message(2, field, code, MockPolicy(wording="codes")) == code
