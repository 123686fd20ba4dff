import polars as pl
import pytest

from keycafe_clean.match.known_doubts import exactly_doubted
from tests.match.known_cells import COLUMNS, Cells, people, person

NOBODY: pl.DataFrame = pl.DataFrame(schema=COLUMNS).with_row_index("row_id")

FIRST_DAY = "one name and the first day are the same, and nobody of that name is here"
ALIKE = "the names are alike, and nobody of that name is here"


@pytest.mark.parametrize(
    ("here", "there", "reason"),
    [
        (person(last="Lund", day="2020-01-01"), person(day="2020-01-01"), FIRST_DAY),
        (person(last="Lund", day="2020-01-01", number="1"), person(day="2020-01-01"), FIRST_DAY),
        (person(last="Lund", day="2020-01-01", number="1"), person(day="2020-01-01", number="2"), None),
        (person(last="Lund", day="2020-01-01"), person(day="2021-01-01"), None),
        (person("Egon", "Lund", day="2020-01-01"), person(day="2020-01-01"), None),
        (person("Nora", day="2020-01-01"), person(day="2020-01-01"), FIRST_DAY),
        (person("Nora", day="2020-01-01", number="1"), person(day="2020-01-01", number="2"), None),
        (person("Doreen", "Metzler", day="2020-01-02"), person(day="2020-01-01"), ALIKE),
        (person("Doreen", "Metzler", number="1"), person(number="2"), None),
        (person("Doreen", "Mertz"), person(), None),
        (person(last="Lund"), person(), None),
        (person(day="2020-01-01"), person(day="2021-05-05"), "same name"),
    ],
)
def test_who_is_gone_may_be_here_under_another_name_or_day(here: Cells, there: Cells, reason: str | None) -> None:
    """Of somebody in the history whom nobody here is, less has to fit than of who is on a list."""
    listed = people(there).drop("row_id")

    gone, known = (
        exactly_doubted(people(here), NOBODY, listed.with_columns(gone=pl.lit(value=gone))) for gone in (True, False)
    )

    assert gone.get_column("reason").to_list() == ([] if reason is None else [reason])
    assert known.is_empty()


def test_no_name_is_too_common_to_be_asked_about() -> None:
    """However many rows have the name of a known person without an address, each of them is asked about."""
    found = exactly_doubted(people(*[person()] * 5000), NOBODY, people(person()).drop("row_id"))

    assert found.height == 5000


def test_what_the_list_does_not_say_the_row_says() -> None:
    """A namesake with another number than the row of the known person is somebody else; one without any may not be."""
    known = people(person(email="dora@example.com")).drop("row_id")
    left_out = people(person(email="dora@example.com", number="1"))
    rows = people(person(number="2"), person()).with_columns(pl.col("row_id") + 1)

    assert exactly_doubted(rows, left_out, known).select("row_id", "value").rows() == [(2, "dora@example.com")]
