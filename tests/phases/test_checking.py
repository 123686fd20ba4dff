import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.pipeline import clean
from keycafe_clean.read import read_export
from tests.exports import TODAY
from tests.phases.stages import after


def test_rows_that_wait_are_those_with_a_fix_or_question() -> None:
    """Only the broken address waits; whoever has none is a SmartBox User."""
    people = after("ask_duplicates")

    assert people.waits.to_list() == [3]
    assert people.rows.get_column("user_type").to_list()[2] == "smartbox_user"


def test_only_rows_in_play_are_validated() -> None:
    """What is wrong with a row that is combined or left out is nobody's business."""
    found = after("validate_rows").findings

    assert found.filter(pl.col("severity") == "fix").get_column("row_id").to_list() == [3]


def test_pairs_are_kept_for_the_next_decision() -> None:
    """The possible duplicates that were looked for go on with the state."""
    state = after("ask_duplicates")

    assert state.pairs is not None
    assert state.pairs.columns[:2] == ["left_row_id", "right_row_id"]


def test_pair_that_shares_an_address_is_asked_once() -> None:
    """One address and number under two names is one question; asked about both ways, neither row would go out."""
    lines = (
        "First Name,Last Name,E-mail,Employee ID,Department,Location",
        "Anna,Schmidt,anna@example.com,0017,,",
        "Anna,Berg,anna@example.com,0017,Sales,Leeds",
        "Bo,Ek,bo@example.com,0018,Sales,Leeds",
    )

    asked = clean(read_export(("hr.csv", "\n".join(lines).encode())), today=TODAY)

    assert (asked.counts["ready"], asked.counts["waiting"]) == (2, 1)
    assert asked.findings.select("row_id", "code", "other_row_id").rows() == [(0, "possible_duplicate", 1)]


def test_mail_to_nobody_is_not_asked_for() -> None:
    """A welcome mail without an address is noted, and set to false in the file."""
    row = "Jana,Novak,,false,true,true,,true"

    silent = clean(read_export(("hr.csv", f"{','.join(IMPORT_COLUMNS)}\n{row}\n".encode())), today=TODAY)

    assert "mail_to_nobody" in silent.findings.get_column("code")
    assert silent.changes.select("column", "before", "after", "rule").rows() == [
        ("Send Welcome Email", "true", "false", "silence_mail_to_nobody")
    ]
