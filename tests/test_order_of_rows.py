"""The same people in any order give the same people, the same addresses and the same questions."""

from collections import Counter
from itertools import product

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.pipeline import Cleaned
from tests.exports import Record, cleaned_of


def _family(letters: str) -> st.SearchStrategy[list[Record]]:
    """Get a few rows of few values a column, so that numbers, mailboxes, names and initials meet in every way."""
    last, domain = f"{letters}or".title(), f"{letters}.example.com"
    cells = (
        st.sampled_from([f"{letters}1", f"{letters}1", f"{letters}2", ""]),
        st.sampled_from(["Maria", "Maria", "M.", "Marija", "Jo", ""]),
        st.sampled_from([last, last, f"{last}-Berg", "Ng", ""]),
        st.sampled_from(
            [f"maria@{domain}", f"maria@{domain}", f"desk@{domain}", f"m.{letters}@gmail.com", "maria@@x", ""]
        ),
        st.sampled_from(["Active", "Active", "Terminated", "On Leave", ""]),
        st.sampled_from(["", "", "2026-08-31", "2027-01-31"]),
        st.sampled_from(["Sales", "Fleet", ""]),
    )
    return st.lists(st.tuples(*cells), min_size=2, max_size=4)


#: Many families in one export, each with an order of its own: reading one export costs more than its rows.
_FAMILIES = st.tuples(*(_family(f"{one}{two}{three}") for one, two, three in product("bdg", "aeo", "lr")))


def _said(cleaned: Cleaned) -> tuple[object, ...]:
    """Get who is ready, who waits for what, and how many rows are of each outcome."""
    cells = ["First Name", "Last Name", "Email Address", "Badge Code"]
    ready = Counter(cleaned.rows.filter(pl.col("outcome") == "ready").select(cells).rows())
    waiting = cleaned.rows.filter(pl.col("outcome") == "waiting").select("row_id", *cells)
    asked = cleaned.findings.filter(pl.col("severity") != "note").select("row_id", "code")
    return ready, Counter(waiting.join(asked, on="row_id").select(*cells, "code").rows()), cleaned.counts


@settings(max_examples=4)
@given(_FAMILIES, st.randoms(use_true_random=False))
def test_order_of_rows_changes_nobody(families: tuple[list[Record], ...], random: object) -> None:
    """Whoever is ready, waits or is combined is so in every order of the rows."""
    people = [person for family in families for person in family]
    shuffled = people.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random

    assert _said(cleaned_of(people)) == _said(cleaned_of(shuffled))
