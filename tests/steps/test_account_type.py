import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.account_type import ACCOUNT_TYPE_RULES, is_guest, is_known_type, is_not_here_yet


@pytest.mark.parametrize(
    ("account_type", "is_asked"),
    [
        *(
            (said, True)
            for said in ("Zoom Rooms", "RoomMailbox", "SharedMailbox", "Equipment", "Service account", "bot")
        ),
        *((said, True) for said in ("Besprechungsraum", "Compte de service", "Buzón compartido", "会議室", "Sala")),
        *((said, False) for said in ("Licensed", "Basic", "UserMailbox", "Member", "Employee", "Mitarbeiter", None)),
    ],
)
def test_type_of_an_account(account_type: str | None, *, is_asked: bool) -> None:
    """Rooms, shared mailboxes, equipment, services and bots are asked about; people are not."""
    rows = pl.DataFrame(
        {"row_id": [0], "Last Name": ["Lobby"], "account_type": [account_type]},
        schema_overrides={"row_id": pl.UInt32, "account_type": pl.String},
    )

    found = break_rules(rows, ACCOUNT_TYPE_RULES)

    assert found.select("code", "column", "value").rows() == (
        [("account_type", "Last Name", account_type)] if is_asked else []
    )


@pytest.mark.parametrize(
    ("said", "guest", "whole"),
    [
        *((said, True, True) for said in ("Guest", "GuestUser", "Gość", "Gast", "Invité", "Ospite", "Гость", "ゲスト")),
        *((said, True, True) for said in ("GuestMailUser", "Multi-Channel Guest", "external guest")),
        ("Guest Relations", True, False),
        *((said, False, False) for said in ("Member", "UserMailbox", "Host", "B2B Sales", "Contractor")),
    ],
)
def test_guest_of_a_directory(said: str, *, guest: bool, whole: bool) -> None:
    """A guest is known by any word in the type of an account, and under a short header by the whole cell."""
    cell = pl.lit(said)

    assert pl.select(is_guest(cell), is_guest(cell, whole=True).alias("whole")).row(0) == (guest, whole)


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Pending Worker", True), ("Candidate", True), ("Bewerber", True), ("内定者", True), ("Employee", False)],
)
def test_worker_who_has_not_begun(said: str, *, expected: bool) -> None:
    """Whoever is to come is none who works here."""
    assert pl.select(is_not_here_yet(pl.lit(said), whole=True)).item() is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        *((said, True) for said in ("Member", "RemoteUserMailbox", "Licensed", "Mitarbeiter", "社員")),
        *((said, True) for said in ("RoomMailbox", "Guest", "Pending Worker")),
        *((said, False) for said in ("T1", "Zq", "7")),
    ],
)
def test_type_that_is_known(said: str, *, expected: bool) -> None:
    """A type is known where it is that of a person, of a guest or of nobody; a code of a company's own is none."""
    assert pl.select(is_known_type(pl.lit(said))).item() is expected
