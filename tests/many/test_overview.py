import pytest

from keycafe_clean.many.overview import LINES, Overview, state_of
from keycafe_clean.many.task import Result
from tests.many.results import ASKS, CHANGED, COUNTS, DONE, ENDED, NAMES, UNREADABLE

OVERVIEW = Overview("2026-11", NAMES, ENDED)


@pytest.mark.parametrize(
    ("result", "state"), [(DONE, "done"), (ASKS, "waiting"), (CHANGED, "waiting"), (UNREADABLE, "refused")]
)
def test_a_job_is_done_waits_or_was_refused(result: Result, state: str) -> None:
    """Rows that wait and a mass change wait for somebody; what cannot be used was refused."""
    assert state_of(result) == state


def test_lines_are_in_the_order_of_the_jobs() -> None:
    """Whichever ended first."""
    lines = OVERVIEW.lines

    assert lines.schema == LINES
    assert lines.select("job", "state", "rows_read", "said").rows() == [
        ("acme", "done", 5, None),
        ("bolt", "waiting", 5, None),
        ("=cmd()", "waiting", None, "30 people have left. Say --continue."),
        ("dune", "refused", None, "staff.csv is empty."),
    ]


def test_import_files_have_their_sums() -> None:
    """Of the files of a month those that Keycafe takes."""
    assert OVERVIEW.lines.select("import_files", "sha256").row(0) == ("2026-11_2.csv", "a1")


def test_states_are_all_jobs() -> None:
    """Each job stands in one of them."""
    assert OVERVIEW.states == {"done": 1, "waiting": 2, "refused": 1}


def test_sums_add_up() -> None:
    """Each is the sum of its column, and the rows read are those of the outcomes."""
    sums = OVERVIEW.sums

    assert sums == {
        "rows_read": 10, "ready": 5, "waiting": 1, "combined": 2, "left_out": 2, "not_people": 0,
        "in_file": 4, "later": 1,
    }  # fmt: skip
    assert sums["rows_read"] == sum(sums[name] for name in COUNTS if name != "rows_read")


def test_exit_code_is_that_of_the_worst() -> None:
    """As `run` would have ended for that job."""
    assert [Overview("2026-11", NAMES, {it.number: it}).code for it in (DONE, ASKS, UNREADABLE)] == [0, 1, 2]
    assert OVERVIEW.code == 2


def test_data_has_every_file() -> None:
    """A program gets the sums of all of them, and nothing of a job without a month."""
    data = OVERVIEW.as_data()

    assert data.keys() == {"month", "states", "sums", "jobs"}
    assert [job["files"] for job in data["jobs"]] == [DONE.facts and DONE.facts["files"]] * 2 + [None] * 2
    assert data["jobs"][0].keys() == {*LINES, "files"} - {"import_files", "sha256"}
