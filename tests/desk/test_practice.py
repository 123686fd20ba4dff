from typing import Any, Unpack

import pytest

from keycafe_clean.client import KeycafeClient
from keycafe_clean.desk.practice import practise_import
from keycafe_clean.mock import embedded
from keycafe_clean.mock.start import Start
from keycafe_clean.wire import Plan
from tests.desk.desks import TODAY

HEADER = (
    b"First Name,Last Name,Email Address,Send Invitation,Send Welcome Email,SmartBox User,Badge Code,"
    b"Generate Access Code\r\n"
)
JANA = b"Jana,Novak,jana.novak@example.com,true,true,false,,true\r\n"
EVA = b"Eva,Brandt,,false,false,true,,true\r\n"


def practised(*files: bytes, plan: Plan = "paid", **start: Unpack[Start]) -> dict[str, Any]:
    """Get everything that practice tells about files, the last of each fact."""
    told: dict[str, Any] = {}
    with embedded(plan, today=TODAY, **start) as mock, KeycafeClient(mock.url, mock.email, mock.token) as client:
        practise_import(client, {f"{n}.csv": content for n, content in enumerate(files, 1)}, told.update)
    return told


def test_errors_are_told_by_row() -> None:
    """Somebody who is a member already fails, with the row of the file and the reason; the others are added."""
    told = practised(HEADER + EVA + JANA, known=["jana.novak@example.com"])

    assert told["practice"] == "Practice: 1 of 2 added, 1 failed."
    assert [line.split(":")[0] for line in told["practice_errors"]] == ["Row 3"]


def test_a_refused_file_is_told_with_its_reason() -> None:
    """A file over the limit is refused as a whole; the limit stays where it was."""
    told = practised(HEADER + EVA + JANA, used=999)

    assert told["practice"] == (
        "Practice: the file was refused. The file holds 2 people and only 1 of this month's 1,000 places is left."
    )
    assert told["limit_after_line"] == "November would then stand at 999 of 1,000, with 1 left."


def test_several_files_of_a_month_are_counted_together() -> None:
    """Where the size needs two files, both go, and the limit has both."""
    told = practised(HEADER + EVA, HEADER + JANA, used=248, plan="confirmed")

    assert told["practice"] == "Practice: 2 of 2 added, 0 failed."
    assert told["limit_after_line"] == "November would then be full (250 of 250)."
    assert [one.name for one in told["imports"]] == ["2.csv", "1.csv"]


@pytest.mark.parametrize(("fact", "value"), [("practice_done", 2), ("practice_rows", 2)])
def test_progress_ends_at_the_last_row(fact: str, value: int) -> None:
    """The bar is full when the import is through."""
    assert practised(HEADER + EVA + JANA)[fact] == value
