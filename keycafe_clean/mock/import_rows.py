"""One row after another: whether it becomes a user, and which mails that sends.

The article's rules are in `row_checks`; here are those about the account, each of them an assumption of the policy.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from keycafe_clean.mock.file_rows import ImportRow
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.row_checks import FLAGS, Problem, check_row
from keycafe_clean.mock.users import Additions, Known, NewError, NewMail, NewUser
from keycafe_clean.mock.wording import row_message

#: Codes follow each other by this step modulo 10^digits; it shares no factor with 10, so none comes twice.
_CODE_STEP = 618_033


def import_rows(rows: Iterable[ImportRow], known: Known, policy: MockPolicy, import_id: int) -> Additions:
    """Get what a stretch of rows comes to, and bring `known` up to date; the rows are taken in order."""
    importing = _RowImport(known, policy, import_id)
    for row in rows:
        importing.take(row if policy.blank_flag == "error" else _with_blank_flags_false(row))
    return importing.additions


def access_code(ordinal: int, digits: int) -> str:
    """Get the code that is generated as the `ordinal`th (from 0): text of `digits` digits, different for each."""
    return f"{(ordinal + 1) * _CODE_STEP % 10**digits:0{digits}}"


def _with_blank_flags_false(row: ImportRow) -> ImportRow:
    return ImportRow(row.row, {**row.cells, **{flag: row.cells[flag] or "false" for flag in FLAGS}})


@dataclass
class _RowImport:
    """The rows of one stretch, one by one."""

    known: Known
    policy: MockPolicy
    import_id: int
    additions: Additions = field(default_factory=Additions)

    def take(self, row: ImportRow) -> None:
        """Add a row's user, or its errors, or leave it alone; and count its place."""
        self.additions.rows += 1
        problems = check_row(row.cells) or list(self._account_problems(row))
        is_added = not problems and not self._is_known(row)
        place = is_added or (self.policy.counted == "attempted" and self.known.places_left > 0)
        if problems:
            self._refuse(row, problems)
        elif is_added:
            self._add(row)
        self.additions.places += place
        self.known.places_left -= place

    def _refuse(self, row: ImportRow, problems: list[Problem]) -> None:
        self.additions.failed += 1
        for name, code in problems:
            self.additions.errors.append(NewError(row.row, name, code, row_message(row.row, name, code, self.policy)))

    def _account_problems(self, row: ImportRow) -> Iterator[Problem]:
        yield from self._length_problems(row)
        yield from self._address_problems(row.address_key)
        if self.policy.used_badge == "error" and row.badge_key in self.known.badges:
            yield "Badge Code", "badge_used"
        if self.policy.full_user_without_invitation == "error" and _is_full_without_invitation(row):
            yield "Send Invitation", "invitation_required"
        if row.cells["Generate Access Code"] == "true" and self._has_no_code_left():
            yield "Generate Access Code", "no_code_left"
        if self.known.places_left <= 0 and not self._is_known(row):
            yield "", "limit_reached"

    def _length_problems(self, row: ImportRow) -> Iterator[Problem]:
        for name in ("First Name", "Last Name", "Badge Code"):
            if len(row.cells[name]) > self.policy.max_name_characters:
                yield name, "too_long"
        if len(row.cells["Email Address"]) > self.policy.max_email_characters:
            yield "Email Address", "too_long"

    def _address_problems(self, key: str | None) -> Iterator[Problem]:
        if key in self.known.of_this_import:
            if self.policy.repeated_address == "error":
                yield "Email Address", "email_repeated"
        elif key in self.known.members:
            if self.policy.member_address == "error":
                yield "Email Address", "already_member"
        elif key in self.known.invited and self.policy.invited_address == "error":
            yield "Email Address", "already_invited"

    def _has_no_code_left(self) -> bool:
        return len(str(self.known.codes_given)) > self.policy.access_code_digits

    def _is_known(self, row: ImportRow) -> bool:
        """Whether the address is there already: a row that has no error then is left alone."""
        key, known = row.address_key, self.known
        return key is not None and (key in known.of_this_import or key in known.members or key in known.invited)

    def _add(self, row: ImportRow) -> None:
        user = self._user(row)
        self.additions.users.append(user)
        self.additions.mails.extend(self._mails(user, row))
        self.known.next_user_id += 1
        self.known.codes_given += user.access_code is not None
        if user.email_key:
            self.known.of_this_import.add(user.email_key)
        if user.badge_key:
            self.known.badges.add(user.badge_key)

    def _user(self, row: ImportRow) -> NewUser:
        cells = row.cells
        is_full = cells["SmartBox User"] == "false"
        has_code = cells["Generate Access Code"] == "true"
        badge_key = None if row.badge_key in self.known.badges else row.badge_key
        return NewUser(
            id=self.known.next_user_id,
            import_id=self.import_id,
            first_name=cells["First Name"].strip(),
            last_name=cells["Last Name"].strip(),
            email=cells["Email Address"].strip() or None,
            email_key=row.address_key,
            type="FULL" if is_full else "SMARTBOX",
            status="invited" if is_full else "member",
            badge_code=cells["Badge Code"].strip() if badge_key else None,
            badge_key=badge_key,
            access_code=access_code(self.known.codes_given, self.policy.access_code_digits) if has_code else None,
            wants_welcome=cells["Send Welcome Email"] == "true",
        )

    def _mails(self, user: NewUser, row: ImportRow) -> Iterator[NewMail]:
        """Yield the mails that adding a user sends; a Full User's welcome email may come with the accepting instead."""
        if user.email and row.cells["Send Invitation"] == "true":
            yield NewMail(user.email, "invitation", user.id)
        if user.email and user.wants_welcome and self._has_account(user):
            yield NewMail(user.email, "welcome", user.id)

    def _has_account(self, user: NewUser) -> bool:
        is_elsewhere = user.email_key in self.known.elsewhere
        return user.type == "SMARTBOX" or (self.policy.full_user_welcome_email == "existing account" and is_elsewhere)


def _is_full_without_invitation(row: ImportRow) -> bool:
    return row.cells["SmartBox User"] == "false" and row.cells["Send Invitation"] == "false"
