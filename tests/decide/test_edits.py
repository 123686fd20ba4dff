import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.edits import (
    answered_pairs,
    apply_edits,
    edit_of_cell,
    fates,
    left_out_by_hand,
    rows_to_keep,
    said_to_be_others,
    unresolved_decisions,
    without_answered,
)
from keycafe_clean.decide.resolution import resolve_decisions, with_known_partners
from keycafe_clean.decide.who import identities
from keycafe_clean.findings import findings_of, no_findings
from tests.import_rows import FULL_USER, changed, import_rows

Who = dict[str, str | None]

JANA: Who = {"employee_id": None, "email": "jana@example.com", "name": "Jana Novak", "start_date": None}
PIOTR: Who = {"employee_id": None, "email": "piotr@example.com", "name": "Piotr Lis", "start_date": None}
GONE: Who = {"employee_id": None, "email": "gone@example.com", "name": "Gone Away", "start_date": None}
TWINS: Who = {"employee_id": None, "email": "twin@example.com", "name": "Jana Novak", "start_date": None}
TWIN = [pl.lit("twin@example.com").alias(name) for name in ("Email Address", "raw.Email Address")]
OF_PIOTR = {"First_Name": "Piotr", "Last_Name": "Lis", "Email_Address": "piotr@example.com"}

CELL = st.sampled_from([None, "", "x", " x", "y", "=1"])


def staff() -> pl.DataFrame:
    """Get Jana and Piotr as they were read; Piotr's badge was read as ` 7 ` and tidied."""
    rows = import_rows(FULL_USER, changed(FULL_USER, Badge_Code="7", **OF_PIOTR))
    read = rows.with_columns(pl.col(column).alias(f"raw.{column}") for column in IMPORT_COLUMNS)
    return read.with_columns(pl.Series("raw.Badge Code", [None, " 7 "], dtype=pl.String))


def of_staff(decisions: Decisions, rows: pl.DataFrame | None = None) -> pl.DataFrame:
    """Get the decisions found again among the staff, or among other rows."""
    return resolve_decisions(decisions, identities(staff() if rows is None else rows))


def edited(decisions: Decisions) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Get the staff after these decisions, and what was found."""
    return apply_edits(staff(), of_staff(decisions))


@pytest.mark.parametrize(
    ("other", "said"), [(PIOTR, [(0, "piotr@example.com"), (1, "jana@example.com")]), (GONE, [(0, "gone@example.com")])]
)
def test_who_is_said_to_be_two_people(other: Who, said: list[tuple[int, str]]) -> None:
    """Each is told apart from the other one, who need be no row."""
    answered = of_staff(Decisions().with_pair("two_people", JANA, other))

    assert said_to_be_others(answered).rows() == said


def test_edit_is_applied() -> None:
    """A cell that holds what the edit saw gets the new value, and nothing else changes."""
    rows, found = edited(Decisions().with_edit(PIOTR, "Badge Code", seen=" 7 ", value="8"))

    assert_frame_equal(rows, staff().with_columns(pl.Series("Badge Code", [None, "8"])))
    assert found.equals(no_findings())


def test_edit_of_blank_cell() -> None:
    """An edit that saw a blank cell fills it; an edit may empty a cell."""
    filled = Decisions().with_edit(JANA, "Badge Code", seen=None, value="9")

    rows, _ = edited(filled.with_edit(PIOTR, "Badge Code", seen=" 7 ", value=None))

    assert rows.get_column("Badge Code").to_list() == ["9", None]


@pytest.mark.parametrize("seen", ["7", " 7", None, "6"])
def test_edit_is_guarded(seen: str | None) -> None:
    """Where the export has another cell than the edit saw, nothing changes and both values are reported."""
    rows, found = edited(Decisions().with_edit(PIOTR, "Badge Code", seen=seen, value="8"))

    assert_frame_equal(rows, staff())
    assert found.select("row_id", "column", "code", "value", "reason").rows() == [
        (1, "Badge Code", "edit_outdated", " 7 ", "8")
    ]


@pytest.mark.parametrize("seen", ["6", None])
def test_edit_that_the_export_has_made(seen: str | None) -> None:
    """Where the new export holds what the edit says, tidied or not, nothing is asked."""
    rows, found = edited(Decisions().with_edit(PIOTR, "Badge Code", seen=seen, value="7"))

    assert_frame_equal(rows, staff())
    assert found.is_empty()


@given(CELL, CELL, CELL)
def test_edit_needs_the_cell_it_saw(raw: str | None, seen: str | None, value: str | None) -> None:
    """An edit is applied exactly where the raw cell is what it saw, to the letter; an empty text is a blank."""
    rows = staff().with_columns(pl.Series("raw.Badge Code", [raw or None, None], dtype=pl.String))
    decisions = Decisions().with_edit(JANA, "Badge Code", seen=seen, value=value)

    after, found = apply_edits(rows, of_staff(decisions, rows))

    is_same = (raw or None) == (seen or None)
    assert after.item(0, "Badge Code") == ((value or None) if is_same else None)
    assert found.height == (0 if is_same or not value else 1)


def test_edit_of_nobody() -> None:
    """An edit about somebody who is not in the export changes nothing."""
    rows, found = edited(Decisions().with_edit(GONE, "Badge Code", seen=None, value="8"))

    assert_frame_equal(rows, staff())
    assert found.is_empty()


def test_no_edits() -> None:
    """Without edits the rows stay as they are."""
    rows, found = edited(Decisions().with_pair("same_person", JANA, PIOTR))

    assert_frame_equal(rows, staff())
    assert found.equals(no_findings())


def test_edit_of_cell_names_the_decision() -> None:
    """Every edited cell of every row of the person names the decision that edits it."""
    decisions = Decisions().with_edit(PIOTR, "Badge Code", seen=" 7 ", value="8")

    causes = edit_of_cell(of_staff(decisions))

    assert causes.rows() == [(1, "Badge Code", decisions.lines.item(0, "id"))]


def test_answered_pairs() -> None:
    """A pair is answered when both people are in the export."""
    decisions = Decisions().with_pair("same_person", JANA, PIOTR).with_pair("same_person", JANA, GONE)

    assert answered_pairs(of_staff(decisions), "same_person").rows() == [(0, 1)]
    assert answered_pairs(of_staff(decisions), "two_people").is_empty()


def test_answered_pairs_of_people_with_several_rows() -> None:
    """Whichever row of a person is kept, the answer is about it."""
    rows = pl.concat([staff(), staff().head(1).with_columns(pl.lit(2, pl.UInt32).alias("row_id"))])
    clustered = rows.with_columns(pl.Series("cluster_id", [0, None, 0], dtype=pl.UInt32))

    pairs = answered_pairs(of_staff(Decisions().with_pair("two_people", JANA, PIOTR), clustered), "two_people")

    assert pairs.rows() == [(0, 1), (2, 1)]


def test_left_out_by_hand() -> None:
    """Whom a decision leaves out is found; who is not in the export is not."""
    decisions = Decisions().with_answer("leave_out", PIOTR).with_answer("leave_out", GONE)

    assert left_out_by_hand(of_staff(decisions)).to_list() == [1]


def test_without_answered() -> None:
    """A question about a cell that is right is no longer asked; other cells, fixes and notes stay."""
    cells = staff().select("row_id", column=pl.lit("First Name"))
    asked = pl.concat([findings_of("edit_outdated", cells), findings_of("formula_text", cells)])

    left = without_answered(asked, of_staff(Decisions().with_answer("right", PIOTR, "First Name", "Piotr")), staff())

    assert left.select("row_id", "code").sort("row_id", "code").rows() == [
        (0, "edit_outdated"),
        (0, "formula_text"),
        (1, "formula_text"),
    ]


@pytest.mark.parametrize("seen", ["Pjotr", "Jana"])
def test_without_answered_when_the_cell_has_changed(seen: str) -> None:
    """What was right of one cell says nothing of another, though somebody else has what it was: it is asked about."""
    asked = findings_of("edit_outdated", staff().select("row_id", column=pl.lit("First Name")))

    left = without_answered(asked, of_staff(Decisions().with_answer("right", PIOTR, "First Name", seen)), staff())

    assert left.get_column("row_id").to_list() == [0, 1]


def test_unresolved_decisions() -> None:
    """A decision about nobody here is a note with who was meant; one about several is a question."""
    twins = pl.concat([staff().head(1), staff().head(1).with_columns(row_id=pl.lit(2, pl.UInt32))])
    decisions = Decisions().with_edit(GONE, "Badge Code", seen=None, value="8").with_answer("leave_out", JANA)

    found = unresolved_decisions(of_staff(decisions, twins))

    assert found.select("row_id", "code", "column", "value").rows() == [
        (None, "decision_nobody", "Badge Code", "gone@example.com"),
        (None, "decision_several", None, "jana@example.com"),
    ]


def test_unresolved_pair() -> None:
    """Of a pair, the one who is not here is named."""
    decisions = Decisions().with_pair("same_person", JANA, GONE)

    found = unresolved_decisions(of_staff(decisions))

    assert found.select("code", "value").rows() == [("decision_nobody", "gone@example.com")]


def test_partner_in_keycafe_is_nobody_to_look_for() -> None:
    """Of two people the one who is not here, but in Keycafe, is not noted: the answer holds."""
    decisions = Decisions().with_pair("two_people", JANA, GONE)
    held = with_known_partners(of_staff(decisions), pl.Series(["gone@example.com"]))

    assert unresolved_decisions(held).is_empty()
    assert fates(held, staff()).get_column("fate").to_list() == ["applied"]


@pytest.mark.parametrize(
    ("decisions", "fate"),
    [
        (Decisions().with_edit(PIOTR, "Badge Code", seen=" 7 ", value="8"), "applied"),
        (Decisions().with_edit(PIOTR, "Badge Code", seen="6", value=" 7 "), "not_needed"),
        (Decisions().with_edit(PIOTR, "Badge Code", seen="6", value="8"), "conflict"),
        (Decisions().with_edit(GONE, "Badge Code", seen="6", value="8"), "not_needed"),
        (Decisions().with_answer("right", PIOTR, "Badge Code", " 7 "), "applied"),
        (Decisions().with_answer("right", PIOTR, "Badge Code", "6"), "not_needed"),
        (Decisions().with_answer("right", PIOTR), "applied"),
        (Decisions().with_answer("leave_out", PIOTR), "applied"),
        (Decisions().with_answer("leave_out", TWINS), "conflict"),
        (Decisions().with_pair("two_people", PIOTR, JANA), "applied"),
        (Decisions().with_pair("two_people", PIOTR, GONE), "not_needed"),
        (Decisions().with_pair("two_people", TWINS, GONE), "conflict"),
        (Decisions().with_pair("same_person", TWINS, PIOTR), "conflict"),
    ],
)
def test_what_became_of_a_decision(decisions: Decisions, fate: str) -> None:
    """It holds, is not needed here, or does not fit: another cell than it saw, or several who answer."""
    twins = [staff().head(1).with_columns(pl.lit(row, pl.UInt32).alias("row_id"), *TWIN) for row in (2, 3)]
    rows = pl.concat([staff(), *twins])

    told = fates(of_staff(decisions, rows), rows)

    assert told.rows() == [(decisions.lines.item(0, "id"), fate)]


def test_nothing_decided_became_nothing() -> None:
    """Without a decision there is no line."""
    assert fates(of_staff(Decisions()), staff()).is_empty()


def test_last_edit_of_a_cell_counts() -> None:
    """However two edits name the person, a cell has one cause and one value: those of the last of the decisions."""
    by_name: Who = {"employee_id": None, "email": None, "name": "Piotr Lis", "start_date": None}
    twice = Decisions().with_edit(PIOTR, "Badge Code", seen=" 7 ", value="8")
    decisions = twice.with_edit(by_name, "Badge Code", seen=" 7 ", value="9")

    last = decisions.lines.row(1, named=True)
    assert edit_of_cell(of_staff(decisions)).rows() == [(1, "Badge Code", last["id"])]
    assert edited(decisions)[0].get_column("Badge Code").to_list() == [None, last["value"]]


@pytest.mark.parametrize(
    ("keep", "rows"), [("jana@example.com", [0]), ("Piotr@Example.com", [1]), ("gone@example.com", []), (None, [])]
)
def test_row_of_the_address_that_an_answer_keeps(keep: str | None, rows: list[int]) -> None:
    """Of two rows answered as one person the one with that address is kept; without one no row is chosen."""
    answered = of_staff(Decisions().with_pair("same_person", JANA, PIOTR, keep=keep))

    assert rows_to_keep(answered, identities(staff())).to_list() == rows


def test_edits_of_one_kind_are_no_other_answers() -> None:
    """Each kind of decision is read for itself: who is left out is not edited, and an edit leaves nobody out."""
    decisions = Decisions().with_edit(PIOTR, "Badge Code", seen=" 7 ", value="8").with_answer("leave_out", JANA)

    assert left_out_by_hand(of_staff(decisions)).to_list() == [0]
    assert edit_of_cell(of_staff(decisions)).get_column("row_id").to_list() == [1]
