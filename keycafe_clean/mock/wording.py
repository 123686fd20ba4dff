"""The sentence of every rule that a row can break, in the mock's own words; Keycafe's wording is not published."""

from keycafe_clean.mock.policy import MockPolicy

#: What is said of a row, by the code of the rule that it breaks (`row_checks`, `import_rows`).
SENTENCES = {
    "first_name_required": "First Name is empty. A SmartBox User needs a first and a last name.",
    "last_name_required": "Last Name is empty. A SmartBox User needs a first and a last name.",
    "email_required": "Email Address is empty. A Full User needs one; a SmartBox User does not.",
    "email_syntax": "Email Address is not a complete e-mail address. Write it as name@company.com.",
    "boolean_text": '{field} is neither "true" nor "false". It must be one of the two, in small letters.',
    "no_invitation": 'Send Invitation is "true". SmartBox Users cannot be sent invitations; write "false".',
    "too_long": "{field} is longer than {most:,} characters. Shorten it.",
    "already_member": "This Email Address belongs to a user already. Take the row out.",
    "already_invited": "This Email Address has been invited already. Take the row out.",
    "email_repeated": "This Email Address is in an earlier row of the file. Keep one of the two.",
    "badge_used": "This Badge Code is in use. Write an unused one, or leave the cell empty.",
    "invitation_required": 'Send Invitation is "false", and a Full User cannot register without one. Write "true".',
    "no_code_left": 'No access code is left to generate. Write "false" into Generate Access Code.',
    "limit_reached": "No place is left this month. Import this row next month.",
}


def row_message(row: int, field: str, code: str, policy: MockPolicy) -> str:
    """Get the sentence for a row that breaks a rule: row, field, what is wrong, what to do; never a person's data."""
    if policy.wording == "codes":
        return code
    most = policy.max_email_characters if field == "Email Address" else policy.max_name_characters
    return f"Row {row:,}: {SENTENCES[code].format(field=field, most=most)}"
