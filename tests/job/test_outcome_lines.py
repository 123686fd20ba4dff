import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.job.outcome_lines import OUTCOME_LINES, from_csv, outcome_lines, to_csv
from keycafe_clean.plan import plan_imports
from tests.exports import cleaned_of
from tests.job.lines import lines
from tests.runs import run

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1, max_size=6)
PEOPLE = [
    ("001", "Jana", "Novak", "jana@example.com", "Active", "", "Sales"),
    ("002", "Ken", "Ito", "ken@@example.com", "Active", "", "Fleet"),
    ("003", "Eva", "Poe", "eva@example.com", "Terminated", "2026-08-31", "Fleet"),
    ("004", "Omar", "Haddad", "", "Active", "2027-01-31", ""),
]


@given(st.lists(st.dictionaries(st.sampled_from(OUTCOME_LINES.names()), CELL), min_size=1, max_size=3))
def test_file_comes_back_as_written(cells: list[dict[str, str]]) -> None:
    """Whatever stands in a cell, a formula too."""
    written = lines(*cells)

    assert_frame_equal(from_csv(to_csv(written), "outcomes.csv"), written)


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\xff\xfe"])
def test_file_that_is_none(data: bytes) -> None:
    """One sentence; it names the file."""
    with pytest.raises(SetupError) as error:
        from_csv(data, "2026-11/outcomes.csv")

    assert str(error.value) == (
        "2026-11/outcomes.csv is not what a run wrote. Take it back from a copy of the job's folder."
    )


@pytest.mark.parametrize(("handed_over", "sent", "answer"), [(True, "2", "unknown"), (False, None, None)])
def test_a_line_for_every_row(*, handed_over: bool, sent: str | None, answer: str | None) -> None:
    """Who it is, what became of the row, and whether it was sent; what nobody knows is blank."""
    cleaned = cleaned_of(PEOPLE)

    told = outcome_lines(cleaned, plan_imports(cleaned, used=999), handed_over=handed_over)

    columns = [
        "row",
        "outcome",
        "reason",
        "month",
        "sent",
        "answer",
        "employee_id",
        "name",
        "department",
        "last_day",
        "ways_in",
    ]
    assert told.schema == OUTCOME_LINES
    assert told.select(columns).rows() == [
        ("2", "ready", None, "2026-11", sent, answer, "001", "Jana Novak", "Sales", None, "invitation, access code"),
        ("3", "waiting", None, None, None, None, "002", "Ken Ito", "Fleet", None, None),
        ("4", "left_out", "no_longer_employed", None, None, None, "003", "Eva Poe", "Fleet", "2026-08-31", None),
        ("5", "ready", None, "2026-12", None, None, "004", "Omar Haddad", None, "2027-01-31", "access code"),
    ]


def test_file_of_an_earlier_version() -> None:
    """Before, nothing was written of how somebody gets in; then nobody knows."""
    written = lines({"name": "Ann Lee"})
    before = written.drop("ways_in").write_csv(quote_style="always").encode()

    assert from_csv(before, "outcomes.csv").select("name", "ways_in").rows() == [("Ann Lee", None)]


def test_nobody_in_by_the_file() -> None:
    """A set-up without codes, and no address: that is said."""
    setup = Setup.model_validate({"defaults": {"generate_access_code": False}})
    cleaned = run("First Name,Last Name,Email,Status\nPiotr,Lis,,Active\n", setup)

    told = outcome_lines(cleaned, plan_imports(cleaned), handed_over=True)

    assert told.get_column("ways_in").to_list() == ["none"]


@pytest.mark.parametrize(
    ("cells", "may_be"),
    [
        ("Zoe,Quast,ann.lee@example.com", "ann.lee@example.com"),
        ("Ann,Lee,a.lee@example.com", "ann.lee@example.com"),
        ("Zoe,Quast,zoe@example.com", None),
    ],
)
def test_who_in_keycafe_it_was_asked_about(cells: str, may_be: str | None) -> None:
    """By an address that is taken, and by a name."""
    known = pl.DataFrame({"First Name": ["Ann"], "Last Name": ["Lee"], "Email Address": ["ann.lee@example.com"]})
    cleaned = run(f"First Name,Last Name,Email,Status\n{cells},Active\n", known=known)

    told = outcome_lines(cleaned, plan_imports(cleaned), handed_over=True)

    assert told.get_column("may_be").to_list() == [may_be]


def test_number_that_tells_nobody_is_kept_as_read() -> None:
    """Where one has none, numbers tell nobody; a year later somebody asks for one all the same."""
    cleaned = run("Employee ID,First Name,Last Name,Email\n07,Ann,Lee,ann@example.com\n,Bob,Ray,bob@example.com\n")

    told = outcome_lines(cleaned, plan_imports(cleaned), handed_over=True)

    assert told.select("employee_id", "number_as_read").rows() == [(None, "07"), (None, None)]
