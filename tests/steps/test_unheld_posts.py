"""Posts that nobody holds, known by what is blank."""

import polars as pl
import pytest

from keycafe_clean.steps.unheld_posts import unheld_posts

HEADERS = ["Post", "Contract", "First day"]
Row = tuple[str | None, str | None, str | None]

FULL, BARE = ("Cleaner", "Permanent", "2021-05-01"), ("Cleaner", None, None)


def found(*others: Row, people: int = 5, blank: int = 0) -> list[tuple[int, str]]:
    """Get what is found among rows without an address, behind people who have one; so many of these have nothing."""
    cells = [BARE if number < blank else FULL for number in range(people)] + list(others)
    sources = {f"source.{it}": [cell[place] for cell in cells] for place, it in enumerate(HEADERS)}
    addresses = [f"ana{number}@acme.com" for number in range(people)] + [None] * len(others)
    names = {"First Name": ["Ana"] * len(cells), "Last Name": ["Ruiz"] * len(cells), "full_name": [None] * len(cells)}
    frame = pl.DataFrame(
        {"row_id": range(len(cells)), "Email Address": addresses, **names, **sources},
        schema_overrides=dict.fromkeys(("Email Address", *names, *sources), pl.String),
    )
    return unheld_posts(frame, HEADERS).rows()


def test_row_without_what_everybody_has_is_found() -> None:
    """No address, no contract and no first day, where all others have them: nobody holds this post."""
    assert found(FULL, BARE) == [(6, "Contract, First day")]


@pytest.mark.parametrize(
    "others",
    [
        (FULL, ("Cleaner", None, "2021-05-01")),
        (BARE, BARE, BARE, BARE),
        (BARE,),
    ],
)
def test_blank_cells_that_tell_nothing(others: tuple[Row, ...]) -> None:
    """One blank is chance; what nobody without an address has comes with the account."""
    assert found(*others) == []


@pytest.mark.parametrize(("share", "rows"), [(1, [41]), (2, [41]), (3, [])])
def test_usual_is_what_nearly_everybody_has(share: int, rows: list[int]) -> None:
    """Of forty people with an address, two may lack it, and not three."""
    assert [row for row, _ in found(FULL, BARE, people=40, blank=share)] == rows


def test_few_people_tell_nothing() -> None:
    """Four people with an address do not say what is usual."""
    assert found(FULL, BARE, people=4) == []


@pytest.mark.parametrize(("bare", "rows"), [(3, [6, 7, 8]), (4, [])])
def test_some_of_those_without_an_address_have_it(bare: int, rows: list[int]) -> None:
    """One of four without an address has it: enough; one of five is not."""
    assert [row for row, _ in found(FULL, *[BARE] * bare)] == rows
