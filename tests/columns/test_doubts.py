"""Columns that nobody has chosen and that could change who goes in."""

import pytest

from keycafe_clean.columns.doubts import doubts
from tests.columns.sources import source_of

NAMED, FIRST = "its name is that of a last day", "its name is that of a first day"
RENEWED = "its name says when a contract ends, which may have been renewed"
LETTERS = "its cells are letters as of a status"
NO_DATES = ", but many of its cells are no full dates"


def in_doubt(cells: dict[str, list[str | None]], **columns: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Get column, header and reason of every doubt about these cells."""
    return [(it.column, it.header, it.why.reason) for it in doubts(source_of(cells), columns, ())]


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Zq", ["2024-01-31", None], ("exit_date", "Zq", "its cells are dates")),
        ("Zq", ["31.01.24", "soon"], ("exit_date", "Zq", "its cells are dates")),
        ("ჟამი", ["31 Jan 2024", None], ("exit_date", "ჟამი", "its cells are dates")),
        ("Zq", ["Terminated", "Active"], ("status", "Zq", "its cells say who has left")),
        ("Zq", ["уволен", None], ("status", "Zq", "its cells say who has left")),
        ("Zq", ["ana@acme.com", None], ("Email Address", "Zq", "its cells are addresses")),
        ("Termination Date", ["gone", None], ("exit_date", "Termination Date", NAMED)),
        ("Start Date", ["2014", "2015", "May 2016"], ("start_date", "Start Date", f"{FIRST}{NO_DATES}")),
        ("Valid From", ["2024-01-31"], ("start_date", "Valid From", "its name says since when a record holds")),
        ("ENDDA", ["9999-12-31"], ("exit_date", "ENDDA", "its name says when an account ends")),
        ("Contract End Date", ["2024-01-31", None], ("exit_date", "Contract End Date", RENEWED)),
        ("Fine contratto", ["31/01/2024"], ("exit_date", "Fine contratto", RENEWED)),
        ("accountExpires", ["0"], ("exit_date", "accountExpires", "its name says when an account ends")),
        ("Employment Type", ["Terminated", "Resigned"], ("status", "Employment Type", "its cells say who has left")),
        ("Key Status", ["Active", "Inactive"], ("status", "Key Status", "its cells say who has left")),
        ("LVR_SW", ["N", "Y"], ("disabled", "LVR_SW", "its name may be short for that")),
        ("EMPACTFLG", ["1", "0"], ("active", "EMPACTFLG", "its name may be short for that")),
        ("Exclude", ["x", None], ("disabled", "Exclude", "its name says who is not to go in")),
        ("Opt-out", ["1", None], ("disabled", "Opt-out", "its name says who is not to go in")),
        ("Import?", ["Y", "N"], ("active", "Import?", "its name says who is to go in")),
        ("Key required", ["yes", "no"], ("active", "Key required", "its name says who is to go in")),
        ("Kz", ["A", "A", "G", "R", "A"], ("status", "Kz", LETTERS)),
        ("St", ["A", "G"], ("status", "St", LETTERS)),
        ("Zq", ["A", "A", "T"], ("status", "Zq", LETTERS)),
        ("Kz", ["A", "A", "B"], ("status", "Kz", LETTERS)),
        (
            "userPrincipalName",
            ["ana@acme.com", None],
            ("Email Address", "userPrincipalName", "its cells are addresses"),
        ),
    ],
)
def test_column_that_could_change_who_goes_in(
    header: str, cells: list[str | None], expected: tuple[str, str, str]
) -> None:
    """A usual name, or days, states and addresses under a name that nobody knows."""
    assert in_doubt({header: cells}) == [expected]


@pytest.mark.parametrize("cells", [["N", "J"], ["0", "0", "8"], ["X", None, None]])
def test_lock_in_a_compound_is_in_doubt(cells: list[str | None]) -> None:
    """Flags, marks and codes of which most are 0."""
    reason = "its name speaks of a lock, or of who no longer works here"

    assert in_doubt({"Zugangssperre": cells}) == [("disabled", "Zugangssperre", reason)]


@pytest.mark.parametrize("cells", [["12", "14", "0"], ["Halle 3", "Nord"], [None]])
def test_other_cells_under_a_lock_are_no_flags(cells: list[str | None]) -> None:
    """Numbers of anything, words that say nothing, no cell."""
    assert in_doubt({"Zugangssperre": cells}) == []


@pytest.mark.parametrize("header", ["UFLAG", "Benutzersperre"])
def test_lock_of_an_account_of_sap_is_in_doubt(header: str) -> None:
    """Whatever its codes are, the name is that of a lock."""
    assert in_doubt({header: ["0", "64"]}) == [("disabled", header, "its name says whose account is locked")]


@pytest.mark.parametrize(
    ("header", "beside", "asked"),
    [
        ("LockedOut", {"active": ("Enabled",)}, False),
        ("Account Locked Out", {"disabled": ("Enabled",)}, False),
        ("LockedOut", {}, True),
        ("LockedOut", {"status": ("Zq",)}, True),
        ("Locked", {"active": ("Enabled",)}, True),
    ],
)
def test_lock_of_a_wrong_password_is_not_asked_about_beside_the_state_of_accounts(
    header: str, beside: dict[str, tuple[str, ...]], *, asked: bool
) -> None:
    """A directory locks accounts for a while; another lock, or this one by itself, may be for good."""
    cells: dict[str, list[str | None]] = {header: ["True", "False"], "Enabled": ["True", "True"], "Zq": ["a", "b"]}

    assert bool([it for it in in_doubt(cells, **beside) if it[1] == header]) is asked


@pytest.mark.parametrize("header", ["EFFDT", "Eff Date", "Date d'effet", "Wirksam ab", "Data effetto"])
def test_day_of_a_record_may_be_a_first_one(header: str) -> None:
    """The day since when a row of a history holds is no last day."""
    asked = [("start_date", header, "its name says since when a record holds")]

    assert in_doubt({header: ["2024-01-31", "2019-08-15"]}) == asked


@pytest.mark.parametrize(
    "header",
    [
        "Soft deletion timestamp", "When purged", "Date removed", "deletedDateTime", "Löschdatum",
        "Date de suppression", "Fecha de eliminación", "Borrado el", "Data cancellazione", "Verwijderd op",
        "Data usunięcia", "Raderingsdatum", "Silinme tarihi", "Дата удаления", "削除日",
    ],
)  # fmt: skip
def test_day_of_a_deletion_is_in_doubt(header: str) -> None:
    """A deletion is no event of a record, though a word for a time stamp stands beside it."""
    reason = "its name says when an account was closed or deleted"

    assert in_doubt({header: ["2024-01-31 10:02:00Z", None]}) == [("exit_date", header, reason)]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Creation Date", ["2024-01-31"]), ("Last seen in app", ["2024-01-31"]), ("erstellt am", ["31.01.2024"]),
        ("Abwesend bis", ["31.01.2027"]), ("Vacation until", ["2026-12-31"]),
        ("Zq", ["4-13-20"]), ("Zq", ["45292"]), ("Zq", ["Leeds"]), ("Zq", [None]), ("Manager Email", ["a@b.com"]),
        ("Key Status", ["Issued", "Returned"]), ("Zq", ["In safe", "Not issued"]), ("Zq", ["Returned key", None]),
        ("Zq", ["Key handed back", "Key lost"]), ("Zq", ["kw-Vermerk", "kw", None]),
        ("Team", ["A", "A", "T"]), ("Grade", ["A", "A", "S"]), ("Zq", ["A", "A", "B"]), ("Zq", ["A", "T", "S"]),
        ("Zq", ["M", "F", "M"]), ("Zq", ["S", "L", "S"]), ("Shift", ["A", "A", "P"]), ("Blood", ["A", "A", "0"]),
        ("Middle initial", ["A", "A", "R"]), ("Username", ["ana", "bo"]), ("Zq", ["A", "A", "A"]),
        ("Comments", ["left in May 2024"]), ("LVR_SW", ["4410", "4420"]), ("UNION_SW", ["Y", "N"]),
    ],
)  # fmt: skip
def test_column_of_no_use_is_not_asked_about(header: str, cells: list[str | None]) -> None:
    """Days of records, figures, other words, empty columns and those that are known to be something else.

    What became of a key says nothing of who has it, and whose post is to go (`kw`) works here until then.
    """
    assert in_doubt({header: cells}) == []


@pytest.mark.parametrize("columns", [{"none": ("Zq",)}, {"exit_date": ("Zq",)}, {"exit_date": ()}])
def test_answer_settles_a_column(columns: dict[str, tuple[str, ...]]) -> None:
    """It is the column, it is none, or no column is."""
    assert in_doubt({"Zq": ["2024-01-31"]}, **columns) == []


def test_column_is_asked_about_beside_another_one() -> None:
    """Another last day does not make days that nobody knows mean nothing."""
    cells: dict[str, list[str | None]] = {"Last Day": [None], "Zq": ["2024-01-31"]}

    assert in_doubt(cells, exit_date=("Last Day",)) == [("exit_date", "Zq", "its cells are dates")]


@pytest.mark.parametrize(
    ("header", "expected"),
    [("Zq", True), ("Billing end", False), ("Bewilligt bis", False), ("Zugang終了", False), ("Legend", True)],
)
def test_days_of_an_end_are_no_first_days(header: str, *, expected: bool) -> None:
    """A name that says until when is that of no day on which somebody begins."""
    (doubt,) = doubts(source_of({header: ["2024-01-31"]}), {}, ())

    assert doubt.may_be_first is expected


@pytest.mark.parametrize(
    ("header", "cells", "is_asked"),
    [
        ("ACT_CD", ["A", "A", "T", "L"], True),
        ("EMPL STS", ["a", "R", None, "i"], True),
        ("WKR_STATUS_CD", ["E", "T"], True),
        ("St", ["E", "E", "R"], True),
        ("ST.", ["A", "T"], True),
        ("ACT_CD", ["A", "M", "R"], True),
        ("St", ["E", "M"], False),
        ("St", ["CA", "NY"], False),
        ("ACT_CD", ["A", "A"], False),
        ("ACT_CD", ["T", "L"], False),
        ("ACT_CD", ["A", "M", "S"], False),
        ("ACT_CD", ["A", "T", "AT"], False),
        ("PAY_CD", ["A", "T"], False),
        ("CAR_STAT_CD", ["A", "T"], False),
        ("UNION_STS", ["A", "T"], False),
    ],
)
def test_letters_of_a_status(header: str, cells: list[str | None], *, is_asked: bool) -> None:
    """Single letters of a status, one of them for who works here, under a name that speaks of a state of people."""
    expected = [("status", header, "its cells are letters as of a status")]

    assert in_doubt({header: cells}) == (expected if is_asked else [])


@pytest.mark.parametrize(
    ("header", "cells", "chosen", "is_asked"),
    [
        ("Last Day (BS)", ["2082/06/14", None, None], "Last Day (AD)", False),
        ("Last Day (AH)", ["1447/06/14", None, None], "Last Day", False),
        ("Last Day (BS)", ["2082/06/14", "2084/06/13", None], "Last Day (AD)", True),
        ("Last Day (BS)", ["2082/06/14", None, None], "Last Day (AH)", True),
        ("Job End Date (BS)", ["2082/06/14", None, None], "Contract End Date", True),
        ("Leaving Date", ["2025-09-30", None, None], "Last Day (AD)", True),
    ],
)
def test_days_once_more_in_another_calendar_are_not_asked_about(
    header: str, cells: list[str | None], chosen: str, *, is_asked: bool
) -> None:
    """What stands beside every day of another calendar is the same day in ours; a lone one is asked about."""
    table = {chosen: ["2025-09-30", None, None], header: cells}

    assert bool(in_doubt(table, exit_date=(chosen,))) is is_asked
