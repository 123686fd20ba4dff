import pytest

from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.wording import row_message

POLICY = MockPolicy(max_name_characters=1_000, max_email_characters=64)

#: Every rule that a row can break, with a field that breaks it.
BROKEN = [
    ("First Name", "first_name_required"),
    ("Last Name", "last_name_required"),
    ("Email Address", "email_required"),
    ("Email Address", "email_syntax"),
    ("SmartBox User", "boolean_text"),
    ("Send Invitation", "no_invitation"),
    ("Badge Code", "too_long"),
    ("Email Address", "already_member"),
    ("Email Address", "already_invited"),
    ("Email Address", "email_repeated"),
    ("Badge Code", "badge_used"),
    ("Send Invitation", "invitation_required"),
    ("Generate Access Code", "no_code_left"),
    ("", "limit_reached"),
]


@pytest.mark.parametrize(
    ("field", "code", "sentence"),
    [
        ("First Name", "too_long", "Row 1,204: First Name is longer than 1,000 characters. Shorten it."),
        ("Email Address", "too_long", "Row 1,204: Email Address is longer than 64 characters. Shorten it."),
        (
            "Send Invitation",
            "boolean_text",
            'Row 1,204: Send Invitation is neither "true" nor "false". It must be one of the two, in small letters.',
        ),
        ("", "limit_reached", "Row 1,204: No place is left this month. Import this row next month."),
    ],
)
def test_a_message_says_row_field_and_what_to_do(field: str, code: str, sentence: str) -> None:
    """The bounds are those of the policy; numbers have their thousands apart."""
    assert row_message(1_204, field, code, POLICY) == sentence


@pytest.mark.parametrize(("field", "code"), BROKEN)
def test_every_rule_has_two_sentences_that_name_its_field(field: str, code: str) -> None:
    """What is wrong, and what to do or to know."""
    said, advice = row_message(2, field, code, MockPolicy()).removeprefix("Row 2: ").split(". ", 1)

    assert (field or "place").split()[-1].casefold() in said.casefold()
    assert advice.endswith(".")


@pytest.mark.parametrize(("field", "code"), BROKEN)
def test_under_the_policy_codes_a_message_is_its_code(field: str, code: str) -> None:
    """A client must then manage without our words."""
    assert row_message(2, field, code, MockPolicy(wording="codes")) == code
