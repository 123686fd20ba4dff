import polars as pl
import pytest

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.revision import revised
from tests.job.lines import people

WHO = [{"name": name, "email": f"{name[:3].lower()}@example.com"} for name in ("Ann Lee", "Bob Ray", "Cy Orr")]
ROWS = pl.DataFrame({"row_id": [0, 1, 2], "source_row": [2, 3, 4]}, schema_overrides={"row_id": pl.UInt32})

NONE = Decisions()
OUT = NONE.with_answer("leave_out", WHO[0])
RIGHT = NONE.with_answer("right", WHO[0], "Email Address", "ann@example.com")
TYPED = NONE.with_edit(WHO[0], "Email Address", seen="ann@example.com", value="a.lee@example.com")
BLANK = NONE.with_edit(WHO[0], "Email Address", seen="ann@example.com", value=None)
NAMED = NONE.with_edit(WHO[0], "Last Name", seen="Lee", value="Leigh")
ONE = NONE.with_pair("same_person", WHO[0], WHO[1])
TWO = NONE.with_pair("two_people", WHO[1], WHO[0])
OTHER_PAIR = NONE.with_pair("two_people", WHO[2], WHO[0])


def both(*decisions: Decisions) -> Decisions:
    """Get several decisions as one."""
    return Decisions(pl.concat([it.lines for it in decisions]))


@pytest.mark.parametrize(
    ("before", "answers", "kept", "said"),
    [
        (OUT, RIGHT, RIGHT, "'right' takes the place of 'leave out'"),
        (OUT, TYPED, TYPED, "'a.lee@example.com' takes the place of 'leave out'"),
        (RIGHT, OUT, OUT, "'leave out' takes the place of 'right'"),
        (ONE, OUT, OUT, "'leave out' takes the place of 'same person'"),
        (ONE, TWO, TWO, "'two people' takes the place of 'same person'"),
        (TYPED, BLANK, BLANK, "'blank' takes the place of 'a.lee@example.com'"),
        (TYPED, RIGHT, RIGHT, "'right' takes the place of 'a.lee@example.com'"),
        (TYPED, NAMED, both(TYPED, NAMED), None),
        (ONE, OTHER_PAIR, both(ONE, OTHER_PAIR), None),
        (OUT, both(OUT, RIGHT), both(OUT, RIGHT), None),
        (TYPED, both(TYPED, OUT), both(TYPED, OUT), None),
        (OUT, OUT, OUT, None),
    ],
)
def test_a_later_answer_to_the_same_holds(
    before: Decisions, answers: Decisions, kept: Decisions, said: str | None
) -> None:
    """One about another cell or pair stands beside it; what the sheet says again stays."""
    told = revised(before, answers, people(*WHO), ROWS)

    assert told == (kept, (f"Row 2: {said}, which was answered before.",) if said else ())


def test_whom_the_export_has_not_keeps_the_answer() -> None:
    """Nothing that is said of others replaces it."""
    gone = NONE.with_answer("leave_out", {"name": "Dan Poe", "email": "dan@example.com"})

    assert revised(gone, RIGHT, people(*WHO), ROWS) == (both(gone, RIGHT), ())


def test_a_person_of_several_rows_is_said_once() -> None:
    """By the first of the rows."""
    twins = people(WHO[0], WHO[0]).with_columns(person=pl.lit(0, pl.UInt32))

    assert revised(OUT, RIGHT, twins, ROWS)[1] == (
        "Row 2: 'right' takes the place of 'leave out', which was answered before.",
    )
