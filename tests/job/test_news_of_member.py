from pathlib import Path

import pytest

from tests.job.lines import sent
from tests.job.stories import stories, write_month

Cells = dict[str, str | None]

JANE: Cells = {"file": "nov.csv", "row": "9", "name": "Jane Doe", "email": "jane.doe@acme.com", "employee_id": "12"}
ADDED: Cells = {**sent(4, "Jane Doe", "jane.doe@acme.com"), **JANE, "answer": "added", "answered_on": "2026-11-04"}
LEFT: Cells = {
    **JANE,
    "outcome": "left_out",
    "reason": "no_longer_employed",
    "why": "no longer employed (Last Day 31.12.)",
}
KNOWN: Cells = {**JANE, "outcome": "left_out", "reason": "in_keycafe", "known_file": "2026-11", "known_row": "9"}
NOT_HERE = "Not in December's file; last seen in November's. "
INVITED = "Invited: in the November file, added on 4 Nov 2026."


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (LEFT, "Has left by December's file, no longer employed (Last Day 31.12.): to be removed in Keycafe. "),
        (
            {**KNOWN, "name": "Jane Roe"},
            "Is Jane Roe in December's file: to be changed in Keycafe if that is not done. ",
        ),
        (
            {**KNOWN, "address": "jane@acme.com"},
            "Is jane@acme.com in December's file: to be changed in Keycafe if that is not done. ",
        ),
        ({**KNOWN, "name": "JANE  DOE"}, ""),
        ({**JANE, "name": "Tom Hill", "email": "tom@acme.com", "employee_id": "13"}, NOT_HERE),
    ],
)
def test_what_has_become_since_goes_first(tmp_path: Path, now: Cells, first: str) -> None:
    """Of who is in Keycafe by an earlier file: what is to be done about it is newer than that they were invited."""
    write_month(tmp_path, "2026-11", {**ADDED, "address": "jane.doe@acme.com"})
    write_month(tmp_path, "2026-12", now)

    assert [story.outcome for story in stories(tmp_path, "12")] == [f"{first}{INVITED}"]


def test_file_that_is_open_beside_an_answer(tmp_path: Path) -> None:
    """An answer that was corrected later: what Keycafe said holds, and the other file is not to be uploaded."""
    write_month(tmp_path, "2026-11", ADDED)
    write_month(tmp_path, "2026-11-2", {**ADDED, "answer": "unknown", "answered_on": None})

    assert [story.outcome for story in stories(tmp_path, "doe")] == [
        f"{INVITED} The file in 2026-11-2 has them too: do not upload that one."
    ]
