"""One row after another: whether it becomes a user, and which mails that sends.

The article's rules are in `row_checks`; here are those about the account, each of them an assumption of the policy.
"""

from collections.abc import Iterable, Iterator

from keycafe_clean.mock.import_file import ImportRow
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.row_checks import FLAGS, Problem, check_row
from keycafe_clean.mock.users import Additions, Known, NewError, NewMail, NewUser, key_of
from keycafe_clean.mock.wording import row_message

#: Codes follow each other by this step modulo 10^digits; it shares no factor with 10, so none comes twice.
_CODE_STEP = 618_033


def admit(rows: Iterable[ImportRow], known: Known, policy: MockPolicy, import_id: int) -> Additions:
    """Get what a stretch of rows comes to, and bring `known` up to date; the rows are taken in order."""
    additions = Additions()
    for row in rows:
        users_before = len(additions.users)
        _admit_one(_with_policy(row, policy), known, policy, import_id, additions=additions)
        is_created = len(additions.users) > users_before
        place = is_created or (policy.counted == "attempted" and known.places_left > 0)
        additions.places += place
        known.places_left -= place
    return additions


def access_code(ordinal: int, digits: int) -> str:
    """Get the code that is generated as the `ordinal`th (from 0): text of `digits` digits, different for each."""
    return f"{(ordinal + 1) * _CODE_STEP % 10**digits:0{digits}}"


def _with_policy(row: ImportRow, policy: MockPolicy) -> ImportRow:
    if policy.blank_flag == "error":
        return row
    return ImportRow(row.row, {**row.cells, **{flag: row.cells[flag] or "false" for flag in FLAGS}})


def _admit_one(row: ImportRow, known: Known, policy: MockPolicy, import_id: int, *, additions: Additions) -> None:
    additions.rows += 1
    problems = check_row(row.cells) or list(_account_problems(row, known, policy))
    if problems:
        additions.failed += 1
        additions.errors.extend(_error(row.row, problem, policy) for problem in problems)
    elif not _is_skipped(row, known):
        _add(row, known, policy, import_id, additions=additions)


def _error(row: int, problem: Problem, policy: MockPolicy) -> NewError:
    return NewError(row, *problem, row_message(row, *problem, policy))


def _account_problems(row: ImportRow, known: Known, policy: MockPolicy) -> Iterator[Problem]:
    cells = row.cells
    yield from _length_problems(row, policy)
    yield from _address_problems(key_of(cells["Email Address"]), known, policy)
    if policy.used_badge == "error" and key_of(cells["Badge Code"]) in known.badges:
        yield "Badge Code", "badge_used"
    if policy.full_user_without_invitation == "error" and (cells["SmartBox User"], cells["Send Invitation"]) == (
        "false",
        "false",
    ):
        yield "Send Invitation", "invitation_required"
    if cells["Generate Access Code"] == "true" and known.codes_given >= 10**policy.access_code_digits:
        yield "Generate Access Code", "no_code_left"
    if known.places_left <= 0 and not _is_skipped(row, known):
        yield "", "limit_reached"


def _length_problems(row: ImportRow, policy: MockPolicy) -> Iterator[Problem]:
    for name in ("First Name", "Last Name", "Badge Code"):
        if len(row.cells[name]) > policy.max_name_characters:
            yield name, "too_long"
    if len(row.cells["Email Address"]) > policy.max_email_characters:
        yield "Email Address", "too_long"


def _address_problems(key: str | None, known: Known, policy: MockPolicy) -> Iterator[Problem]:
    if key in known.of_this_import:
        if policy.repeated_address == "error":
            yield "Email Address", "email_repeated"
    elif key in known.members:
        if policy.member_address == "error":
            yield "Email Address", "already_member"
    elif key in known.invited and policy.invited_address == "error":
        yield "Email Address", "already_invited"


def _is_skipped(row: ImportRow, known: Known) -> bool:
    """Whether the address is known and the policy has let it through: the row is left alone."""
    key = key_of(row.cells["Email Address"])
    return key is not None and (key in known.of_this_import or key in known.members or key in known.invited)


def _add(row: ImportRow, known: Known, policy: MockPolicy, import_id: int, *, additions: Additions) -> None:
    user = _user(row, known, policy, import_id)
    additions.users.append(user)
    additions.mails.extend(_mails(user, row, known, policy))
    known.next_user_id += 1
    known.codes_given += user.access_code is not None
    known.of_this_import.update([user.email_key] if user.email_key else [])
    known.badges.update([user.badge_key] if user.badge_key else [])


def _user(row: ImportRow, known: Known, policy: MockPolicy, import_id: int) -> NewUser:
    cells = row.cells
    is_full = cells["SmartBox User"] == "false"
    has_code = cells["Generate Access Code"] == "true"
    badge_key = key_of(cells["Badge Code"])
    has_badge = badge_key is not None and badge_key not in known.badges
    return NewUser(
        id=known.next_user_id,
        import_id=import_id,
        first_name=cells["First Name"].strip(),
        last_name=cells["Last Name"].strip(),
        email=cells["Email Address"].strip() or None,
        email_key=key_of(cells["Email Address"]),
        type="FULL" if is_full else "SMARTBOX",
        status="invited" if is_full else "member",
        badge_code=cells["Badge Code"].strip() if has_badge else None,
        badge_key=badge_key if has_badge else None,
        access_code=access_code(known.codes_given, policy.access_code_digits) if has_code else None,
        wants_welcome=cells["Send Welcome Email"] == "true",
    )


def _mails(user: NewUser, row: ImportRow, known: Known, policy: MockPolicy) -> Iterator[NewMail]:
    """Yield the mails that adding a user sends; a Full User's welcome email may come with the accepting instead."""
    if user.email is None:
        return
    if row.cells["Send Invitation"] == "true":
        yield NewMail(user.email, "invitation", user.id)
    has_account = user.type == "SMARTBOX" or (
        policy.full_user_welcome_email == "existing account" and user.email_key in known.elsewhere
    )
    if user.wants_welcome and has_account:
        yield NewMail(user.email, "welcome", user.id)
