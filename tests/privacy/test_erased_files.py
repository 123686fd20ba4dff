import polars as pl

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.privacy.erased_files import setup_without, struck
from keycafe_clean.privacy.traces import Traces

ANN = Traces((("Ann", "Lee"),), ("ann@x.org",), ("4711", "7"))


def test_cells_are_without_the_person_and_places_stay() -> None:
    """A short number is struck out where it is the whole cell; the row of the same number stays."""
    table = pl.DataFrame({"row": ["4711", "7"], "number": ["4711", "7"], "why": ["as Ann Lee", "room 7"]})

    assert struck(table, ANN).to_dict(as_series=False) == {
        "row": ["4711", "7"],
        "number": [None, None],
        "why": ["as (erased)", "room 7"],
    }


def test_a_table_without_the_person_is_as_it_was() -> None:
    """Decisions about others are not touched."""
    others = Decisions().with_answer("leave_out", {"name": "Bob Ray"}).lines
    assert struck(others, ANN).equals(others)


def test_a_set_up_names_the_person_no_more_and_can_be_read() -> None:
    """A number in it may be anything."""
    text = Setup(status_words={"ask ann@x.org": "active"}, used={"2026-11": 4711 % 1000}).to_toml()

    assert Setup.parsed(setup_without(ANN, text).encode(), "setup.toml").status_words == {"ask (erased)": "active"}
