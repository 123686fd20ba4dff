import polars as pl
import pytest

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.resolution import RESOLVED, resolve_decisions, rows_about, with_known_partners
from keycafe_clean.decide.who import WHO, identities

ANN = dict(zip(WHO, (None, "ann@example.com", "Ann Lee", None), strict=True))
BO = dict(zip(WHO, (None, "bo@example.com", "Bo Ek", None), strict=True))
GONE = dict(zip(WHO, ("9", None, "Gone Away", None), strict=True))

LOST = dict(zip(WHO, (None, "lost@example.com", "Lost Ek", None), strict=True))


def people() -> pl.DataFrame:
    """Get Ann, who has two rows, and Bo."""
    names = {"First Name": ["Ann", "Bo", "Ann"], "Last Name": ["Lee", "Ek", "Lee"]}
    addresses = ["ann@example.com", "bo@example.com", "ann@example.com"]
    rows = pl.DataFrame({"row_id": [0, 1, 2], **names, "Email Address": addresses, "raw.Email Address": addresses})
    return identities(rows.with_columns(pl.Series("cluster_id", [0, None, 0]), pl.col("row_id").cast(pl.UInt32)))


def test_decision_is_about_every_row_of_its_person() -> None:
    """A decision about somebody has a line for each row of that person."""
    resolved = resolve_decisions(Decisions().with_answer("leave_out", ANN), people())

    assert resolved.columns == RESOLVED.names()
    assert resolved.select("kind", "side", "row_id", "found").rows() == [
        ("leave_out", "one", 0, "found"),
        ("leave_out", "one", 2, "found"),
    ]


def test_pair_has_both_people() -> None:
    """An answer about two people has lines for the one and for the other, of one decision."""
    resolved = resolve_decisions(Decisions().with_pair("same_person", ANN, BO), people())

    assert resolved.select("side", "row_id").rows() == [("one", 0), ("one", 2), ("other", 1)]
    assert resolved.get_column("id").n_unique() == 1


def test_decision_about_nobody_keeps_its_line() -> None:
    """Who is not in the export has one line without a row, and what names that person."""
    resolved = resolve_decisions(Decisions().with_answer("leave_out", GONE), people())

    assert resolved.select("found", "row_id", "named").rows() == [("nobody", None, "9")]
    assert rows_about(resolved, "leave_out").is_empty()


def test_rows_about_one_kind() -> None:
    """Only the lines of the kinds that are asked for are got."""
    decisions = Decisions().with_answer("leave_out", BO).with_edit(ANN, "Badge Code", seen=None, value="1")

    assert rows_about(resolve_decisions(decisions, people()), "edit").get_column("row_id").to_list() == [0, 2]


def test_no_decisions() -> None:
    """Without decisions there is nothing to find."""
    assert resolve_decisions(Decisions(), people()).is_empty()


@pytest.mark.parametrize(
    ("kind", "one", "known", "found"),
    [
        ("two_people", ANN, ["GONE AWAY"], "in_keycafe"),
        ("two_people", ANN, ["gone@example.com", None], "nobody"),
        ("two_people", ANN, [], "nobody"),
        ("same_person", ANN, ["Gone Away"], "nobody"),
        ("two_people", LOST, ["Gone Away"], "nobody"),
    ],
)
def test_partner_in_keycafe(kind: str, one: dict[str, str | None], known: list[str | None], found: str) -> None:
    """Who is no row is looked for among the known people, if a row is told apart from them."""
    resolved = resolve_decisions(Decisions().with_pair(kind, one, GONE), people())

    told = with_known_partners(resolved, pl.Series(known, dtype=pl.String))

    assert told.filter(pl.col("shown") == "Gone Away").get_column("found").to_list() == [found]
    assert told.drop("found").equals(resolved.drop("found"))
