"""The article's rules about one row, read once more: plain Python that shares nothing with the schemas.

Two readings of one page are compared in tests, so that a mistake in either is seen.
"""

import re
from collections.abc import Iterator, Mapping

#: The fields of the article's two tables, in their order.
FIELDS = (
    "First Name",
    "Last Name",
    "Email Address",
    "Send Invitation",
    "Send Welcome Email",
    "SmartBox User",
    "Badge Code",
    "Generate Access Code",
)

#: The fields that "must be "true" or "false"".
FLAGS = ("Send Invitation", "Send Welcome Email", "SmartBox User", "Generate Access Code")

#: A field, and the code of the rule that it breaks.
Problem = tuple[str, str]

#: Whatever other scripts write words with: marks, vowel signs and joiners are no letters to Python.
_OTHER_SCRIPTS = r"\u00a1-\U0010ffff"

#: Words of letters, digits and the signs that RFC 5322 allows, with single dots between.
_WORD = rf"[\w{_OTHER_SCRIPTS}!#$%&'*+\-/=?^`{{|}}~]+"
_LOCAL_PART = re.compile(rf"{_WORD}(\.{_WORD})*")

#: Labels of letters, digits and inner hyphens, at most 63 long; the last one is no number.
_LABEL = rf"[0-9A-Za-z{_OTHER_SCRIPTS}][0-9A-Za-z{_OTHER_SCRIPTS}-]{{0,62}}(?<!-)"
_DOMAIN = re.compile(rf"({_LABEL}\.)+(?!\d+$){_LABEL}")


def check_row(row: Mapping[str, str]) -> list[Problem]:
    """Get every rule of the article that a row breaks, in the order of the fields; an empty list for a good row.

    `row` maps each of FIELDS to its cell, blank as "". A row whose SmartBox User is neither "true" nor "false" is of no
    type, so that only its flags and the form of its address are judged.
    """
    return sorted(_problems(row), key=lambda problem: FIELDS.index(problem[0]))


def _problems(row: Mapping[str, str]) -> Iterator[Problem]:
    yield from ((flag, "boolean_text") for flag in FLAGS if row[flag] not in {"true", "false"})
    if row["Email Address"].strip() and not is_email_address(row["Email Address"]):
        yield "Email Address", "email_syntax"
    if row["SmartBox User"] == "false":
        yield from _full_user_problems(row)
    if row["SmartBox User"] == "true":
        yield from _smartbox_user_problems(row)


def _full_user_problems(row: Mapping[str, str]) -> Iterator[Problem]:
    if not row["Email Address"].strip():
        yield "Email Address", "email_required"


def _smartbox_user_problems(row: Mapping[str, str]) -> Iterator[Problem]:
    if not row["First Name"].strip():
        yield "First Name", "first_name_required"
    if not row["Last Name"].strip():
        yield "Last Name", "last_name_required"
    if row["Send Invitation"] == "true":
        yield "Send Invitation", "no_invitation"


def is_email_address(text: str) -> bool:
    """Whether a text is one e-mail address: a local part, one @-sign, and a domain of at least two labels.

    At most 64 characters before the @-sign and 254 in all (RFC 5321). Blank text is none.
    Assumption: letters and marks of every script are let through, since the article says nothing of alphabets.
    """
    local, _, domain = text.partition("@")
    return (
        len(local) <= 64
        and len(text) <= 254
        and _LOCAL_PART.fullmatch(local) is not None
        and _DOMAIN.fullmatch(domain) is not None
    )
