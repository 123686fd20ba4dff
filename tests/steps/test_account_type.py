import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.account_type import ACCOUNT_TYPE_RULES


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
