import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.account_codes import code_rules, has_codes


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("msExchRecipientTypeDetails", "16", "16 (room mailbox)"),
        ("msExchRecipientTypeDetails", "34359738368", "34359738368 (remote shared mailbox)"),
        ("msExchRecipientTypeDetails", " 4.0 ", "4 (shared mailbox)"),
        ("msExchRecipientDisplayType", "-2147481850", "-2147481850 (room mailbox of the cloud)"),
        ("USTYP", "s", "S (service)"),
        ("msExchRecipientTypeDetails", "1", None),
        ("msExchRecipientTypeDetails", "2147483648", None),
        ("msExchRecipientDisplayType", "1073741824", None),
        ("USTYP", "A", None),
        ("USTYP", None, None),
    ],
)
def test_code_of_an_account_that_is_no_persons(header: str, cell: str | None, expected: str | None) -> None:
    """Rooms, equipment, shared mailboxes, contacts and groups are asked about with what their code means."""
    frame = pl.DataFrame({"row_id": [0], f"source.{header}": [cell]}, schema_overrides={f"source.{header}": pl.String})

    found = break_rules(frame, code_rules([header]))

    assert found.select("code", "column", "value").rows() == ([("account_kind", header, expected)] if expected else [])


@pytest.mark.parametrize(
    ("header", "cell", "code", "value"),
    [
        ("SystemPersonType", "CON", "no_worker", "CON (contact)"),
        ("PERSON_TYPE", "nonw", "no_worker", "NONW (non-worker)"),
        ("PER_ORG", "POI", "no_worker", "POI (person of interest)"),
        ("System Person Type", "PWK", "not_here_yet", "PWK (pending worker)"),
    ],
)
def test_code_of_a_person_who_does_not_work_here(header: str, cell: str, code: str, value: str) -> None:
    """A contact, or somebody who has not begun, is asked about with what the code means."""
    frame = pl.DataFrame({"row_id": [0, 1], f"source.{header}": [cell, "EMP"]})

    found = break_rules(frame, code_rules([header]))

    assert found.select("row_id", "code", "column", "value").rows() == [(0, code, header, value)]


@pytest.mark.parametrize(
    ("header", "expected"), [("ms-Exch-Recipient-Type-Details", True), ("ustyp", True), ("User Type", False)]
)
def test_header_of_codes(header: str, *, expected: bool) -> None:
    """A header is known however it is written; under any other one a number is anything."""
    assert has_codes(header) is expected


def test_other_columns_have_no_codes() -> None:
    """There is no rule where no such header is."""
    assert code_rules(["User Type", "Floor"]) == ()
