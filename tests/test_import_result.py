import pytest

from keycafe_clean.check import check_import_file
from keycafe_clean.import_result import FailedRow, Imported
from keycafe_clean.mock import MockPolicy, embedded
from keycafe_clean.wire import Import
from tests.imports import MEMBER, PEOPLE, THREE, an_import, imported, said

MEMBER_ROW = "Row 3: This Email Address belongs to a user already. Take the row out. (Email Address: p2@example.com)"


def result_of(found: Import, *failed: FailedRow) -> Imported:
    """Get what is known of an import that was sent."""
    return Imported("sent", check_import_file(THREE), found, failed)


ATOMIC = MockPolicy(failure="atomic")


@pytest.mark.parametrize(
    ("policy", "known", "expected"),
    [
        (MockPolicy(), [MEMBER], ["Imported: 2 of 3 added, 1 failed.", f"  {MEMBER_ROW}"]),
        (
            MockPolicy(),
            PEOPLE,
            [
                "The import failed: 0 of 3 added, 3 failed.",
                "Nobody was added: every row has an error. Repair them, and import the file again.",
                "Nobody is in Keycafe by this file: repair or take out the rows below, and import the new file.",
                f"  {MEMBER_ROW.replace('3', '2').replace('p2', 'p1')}",
                f"  {MEMBER_ROW}",
                f"  {MEMBER_ROW.replace('3', '4').replace('p2', 'p3')}",
            ],
        ),
        (
            ATOMIC,
            [MEMBER],
            [
                "The import failed: 0 of 3 added, 1 failed.",
                "Nobody was added, because 1 row has an error. Repair the file, and import it again.",
                "Nobody is in Keycafe by this file: repair or take out the rows below, and import the new file.",
                f"  {MEMBER_ROW}",
            ],
        ),
        (ATOMIC, [], ["Imported: 3 of 3 added, 0 failed."]),
        (MockPolicy(member_address="skip"), [MEMBER], ["Imported: 2 of 3 added, 0 failed, 1 there before."]),
        (
            MockPolicy(wording="codes"),
            [MEMBER],
            ["Imported: 2 of 3 added, 1 failed.", "  Row 3: already_member (Email Address: p2@example.com)"],
        ),
    ],
)
def test_both_ways_to_fail_are_told_with_what_to_do(policy: MockPolicy, known: list[str], expected: list[str]) -> None:
    """Row by row or all or nothing: how many, why, what next, and each row with its column and cell."""
    with embedded(policy=policy, known=known) as mock:
        assert said(imported(mock)) == expected


@pytest.mark.parametrize(
    ("found", "broke_off", "is_void", "step"),
    [
        (
            an_import("failed", added=1, message="A mistake."),
            True,
            False,
            "It broke off in the middle. Look in Keycafe who of the file is there, and import a file of the others.",
        ),
        (
            an_import("failed", added=0, message="A mistake."),
            False,
            True,
            "Nobody is in Keycafe by this file: run the same command again.",
        ),
    ],
)
def test_an_import_that_failed_says_what_next(found: Import, *, broke_off: bool, is_void: bool, step: str) -> None:
    """Where somebody was added the file must not go again; where nobody was, it may."""
    result = result_of(found)

    assert (result.broke_off, result.is_void, result.is_fine) == (broke_off, is_void, False)
    assert said(result)[1:] == ["A mistake.", step]


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (FailedRow(3, "Email Address", MEMBER, "x", "Row 3: Taken."), f"Row 3: Taken. (Email Address: {MEMBER})"),
        (FailedRow(1_003, "Last Name", None, "x", "last_name"), "Row 1,003: last_name"),
        (FailedRow(3, "", None, "limit_reached", "Row 3: No place."), "Row 3: No place."),
    ],
)
def test_a_row_that_failed(row: FailedRow, shown: str) -> None:
    """Row, what was said, column and cell; where no cell is at fault, or it is blank, none is shown."""
    assert str(row) == shown
