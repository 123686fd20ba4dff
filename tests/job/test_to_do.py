import polars as pl
import pytest

from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.to_do import by_answers, by_comparison
from tests.job.lines import lines, sent


def test_only_who_is_in_keycafe_is_removed_or_changed() -> None:
    """Who was waiting needs nothing by hand."""
    before = lines(
        sent(2, "Ann Lee", "ann@example.com", location="York"),
        sent(3, "Bob Ray", "bob@example.com"),
        {"name": "Cy Orr"},
    ).with_columns(
        became=pl.Series(["left", "changed", "left"]),
        stands=pl.Series(["in Keycafe", "in Keycafe", "planned"]),
        name_now=pl.Series([None, "Bob Fox", None]),
        email_now=pl.Series([None, "bob@example.com", None]),
    )

    assert by_comparison(Comparison(before, pl.Series(dtype=pl.UInt32))).rows() == [
        ("remove in Keycafe", "Ann Lee", "ann@example.com", "York", None, "no longer employed"),
        ("change in Keycafe", "Bob Ray", "bob@example.com", None, None,
         "was Bob Ray, bob@example.com, is Bob Fox, bob@example.com"),
    ]  # fmt: skip


def test_whoever_is_missing_is_named() -> None:
    """Nothing is concluded from that, but somebody may look."""
    before = lines({"name": "Cy Orr"}).with_columns(
        became=pl.lit("missing"), stands=pl.lit("planned"), name_now=pl.lit(None, pl.String), email_now=pl.lit("")
    )

    assert by_comparison(Comparison(before, pl.Series(dtype=pl.UInt32))).select("task", "name", "detail").rows() == [
        (
            "look whether they have left: not in this file",
            "Cy Orr",
            "planned in the month before; nothing is concluded from that",
        )
    ]


def test_tasks_after_an_answer() -> None:
    """Repairs first, then codes by hand, then permissions by site and department."""
    month = lines(
        sent(
            2, "Ann Lee", "ann@example.com", "added", location="York", department="Sales", ways_in="invitation, badge"
        ),
        sent(3, "Bob Ray", "bob@example.com", "already there", location="Leeds", said="already a member"),
        sent(4, "Cy Orr", None, "added", user_type="smartbox_user", location="Leeds"),
        sent(5, "Dan Poe", "dan@example.com", "needs a fix", said="not valid"),
        sent(6, "Eva Fox", "eva@example.com", "unknown"),
    )

    assert by_answers(month).select("task", "name", "location", "detail").rows() == [
        ("repair and send again", "Dan Poe", None, "not valid"),
        ("look whether the account that is there is theirs", "Bob Ray", "Leeds", "already a member"),
        ("hand out the access code", "Cy Orr", "Leeds", "Keycafe sends no e-mail: look the code up there"),
        ("follow up invitations", None, None, ("1 person was invited: the Users tab shows under Invited who has no "
         "account yet")),
        ("give key permissions", "Cy Orr", "Leeds", "permissions are not part of an import"),
        ("give key permissions", "Ann Lee", "York", "permissions are not part of an import"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ways_in", "tasks"),
    [
        ("none", ["give a way in", "give key permissions"]),
        ("badge", ["hand out the access code", "give key permissions"]),
        ("", ["hand out the access code", "give key permissions"]),
    ],
)
def test_whoever_has_no_way_in_is_named(ways_in: str, tasks: list[str]) -> None:
    """A file without a code, a badge and an invitation leaves somebody outside; of an older month nobody knows."""
    month = lines(
        sent(2, "Cy Orr", None, "added", user_type="smartbox_user", **({"ways_in": ways_in} if ways_in else {}))
    )

    assert by_answers(month).get_column("task").to_list() == tasks


def test_whoever_gave_an_address_up_needs_the_code_by_hand() -> None:
    """The address of the export is somebody else's account."""
    line = sent(2, "Chris Wood", "desk@example.com", "added", user_type="smartbox_user", ways_in="access code")
    month = lines(line).with_columns(address=pl.lit(None, pl.String))

    assert by_answers(month).select("task", "email").rows() == [
        ("hand out the access code", None),
        ("give key permissions", None),
    ]
