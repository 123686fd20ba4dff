import json

import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.check import check_import_file
from keycafe_clean.cli.checked import check_as_json
from tests.cli.calls import Shell

HEADER = ",".join(IMPORT_COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEADER}Jana,Novak,jana@example.com,true,true,false,,true\r\n", (True, 1, {}, None)),
        (f"{HEADER}Jana,Novak,jana@example,true,true,false,,true\r\n", (False, 1, {"email_syntax": 1}, None)),
        (
            "\ufeff",
            (False, 0, {}, "a.csv starts with a byte order mark, as spreadsheets write it. Make the file anew."),
        ),
    ],
)
def test_a_checked_file_is_fine_broken_or_refused(text: str, told: tuple[object, ...]) -> None:
    """A refused file has no rows, and says why."""
    facts = check_as_json(check_import_file(text.encode(), "a.csv"))

    assert tuple(facts[key] for key in ("fine", "rows", "findings", "refused")) == told


def test_check_says_what_is_wrong_row_by_row(shell: Shell) -> None:
    """A file with a broken row is not fine, and says so in words and as data."""
    shell.write("users.csv", ",".join(IMPORT_COLUMNS), "Jana,Novak,ask Eva,true,true,false,,yes")

    said, facts = shell("check", "users.csv"), json.loads(shell("check", "users.csv", "--json").out)

    assert (said.code, said.out) == (
        1,
        (
            "Row 2: 'ask Eva' is not a complete e-mail address. "
            "Type the full address, or leave this person out this month.\n"
            "Row 2: Generate Access Code is 'yes'. It must be 'true' or 'false'. Type 'true' or 'false'.\n"
            "users.csv: 1 row, not all as Keycafe asks.\n"
        ),
    )
    assert facts == {
        "fine": False, "rows": 1, "findings": {"boolean_text": 1, "email_syntax": 1}, "refused": None,
        "withdrawn": None,
    }  # fmt: skip
