"""The same people in any order give the same people, the same addresses and the same questions."""

from collections import Counter
from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.pipeline import Cleaned
from tests.exports import HEADER, Record, cleaned_of, export_of

#: Few values a column, so that numbers, mailboxes, names and initials meet in every way.
_RICH = st.lists(
    st.tuples(
        st.sampled_from(["101", "101", "102", "0102", ""]),
        st.sampled_from(["Maria", "Maria", "M.", "Marija", "Jo", ""]),
        st.sampled_from(["Lopez", "Lopez", "Lopez-Berg", "Ng", ""]),
        st.sampled_from(["maria@example.com", "maria@example.com", "desk@example.com", "m.lopez@gmail.com", "maria@@x", ""]),
        st.sampled_from(["Active", "Active", "Terminated", "On Leave", ""]),
        st.sampled_from(["", "", "2026-08-31", "2027-01-31"]),
        st.sampled_from(["Sales", "Fleet", ""]),
    ),
    min_size=2,
    max_size=9,
)


def _said(cleaned: Cleaned) -> tuple[object, ...]:
    """Get who is ready, who waits for what, and how many rows are of each outcome."""
    cells = ["First Name", "Last Name", "Email Address", "Badge Code"]
    ready = Counter(cleaned.rows.filter(pl.col("outcome") == "ready").select(cells).rows())
    waiting = cleaned.rows.filter(pl.col("outcome") == "waiting").select("row_id", *cells)
    asked = cleaned.findings.filter(pl.col("severity") != "note").select("row_id", "code")
    return ready, Counter(waiting.join(asked, on="row_id").select(*cells, "code").rows()), cleaned.counts


@settings(max_examples=200)
@given(_RICH, st.integers(0, 2**32))
def test_order_of_rows_changes_nobody(people: list[Record], seed: int) -> None:
    """Whoever is ready, waits or is combined is so in every order of the rows."""
    shuffled = people.copy()
    Random(seed).shuffle(shuffled)  # noqa: S311 - an order of rows, no secret

    assert _said(cleaned_of(people)) == _said(cleaned_of(shuffled))
