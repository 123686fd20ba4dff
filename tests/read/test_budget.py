"""What one file may hold, and what is said of more."""

import gzip
import re

import pytest

from keycafe_clean.errors import HostileFile
from keycafe_clean.read import read_export
from keycafe_clean.read.budget import FINAL, FULL, IN_PROCESS, SENTENCES, Budget, OverBudgetError, refusal


@pytest.mark.parametrize(
    ("counted", "limit"),
    [
        ({"rows": 11}, "rows"),
        ({"columns": 6}, "columns"),
        ({"rows": 10, "columns": 5}, "cells"),
        ({"longest": 101}, "cell_bytes"),
    ],
)
def test_more_than_the_budget_is_told(counted: dict[str, int], limit: str) -> None:
    """The first limit that is exceeded is named."""
    with pytest.raises(OverBudgetError) as over:
        Budget(rows=10, columns=5, cells=49, cell_bytes=100).check(**counted)

    assert over.value.limit == limit


def test_exactly_the_budget_is_let_through() -> None:
    """A limit is the most that may be there, not the first that may not."""
    Budget(rows=10, columns=5, cells=50, cell_bytes=100).check(rows=10, columns=5, longest=100)


def test_a_large_text_may_have_more_cells() -> None:
    """A cell for every eight bytes, and the least for every file."""
    assert Budget(cells=50).for_bytes(8_000).cells == 1_000
    assert Budget(cells=50).for_bytes(8).cells == 50


#: What is said of more rows, columns, cells and letters than a table of people has, and of more to unpack.
TOO_MUCH = {
    "has more than 16,384 columns. Look whether its delimiter is right, or export fewer columns.": b"," * 16_384,
    "has more than 5,000,000 rows. Export only the people who are to be imported.": b"a,b\n" + b"\n" * 5_000_001,
    "has more cells than a table of people needs, most of them blank. Export fewer columns.": (
        b"a" + b",a" * 999 + b"\na\n" * 40_000
    ),
    "has a cell of several million letters. Look whether its delimiter and its quote marks are right.": (
        b"a,b\n" + b"x" * 4_000_001 + b",y\n"
    ),
    "would unpack to more than 300 MB. It was not opened.": gzip.compress(bytes(300_000_001), 1),
}


@pytest.mark.parametrize("sentence", TOO_MUCH)
def test_a_file_over_its_budget_is_refused_with_a_sentence(sentence: str) -> None:
    """Where, what, and what to do."""
    with pytest.raises(HostileFile) as told:
        read_export(("hr.csv", TOO_MUCH[sentence]))

    assert str(told.value) == f"hr.csv {sentence}"


def test_a_cell_of_a_page_is_no_longer_than_one_of_a_text() -> None:
    """The budget is that of every kind of file."""
    page = "<table><tr><td>a</td></tr><tr><td>" + "x" * 4_000_001 + "</td></tr></table>"

    with pytest.raises(HostileFile) as told:
        read_export(("hr.xls", page.encode()))

    assert str(told.value) == (
        "hr.xls has a cell of several million letters. Look whether its delimiter and its quote marks are right."
    )


def test_every_limit_has_its_sentence() -> None:
    """Of each field that can be exceeded something is said; of time and memory, one thing."""
    limits = {"rows", "columns", "cells", "cell_bytes", "file_bytes", "unpacked_bytes", "cost", "text_cost"}

    assert set(SENTENCES) == limits
    assert all(re.fullmatch(r"hr\.csv [^.]+\. [A-Z][^.]+\.", refusal("hr.csv", limit)) for limit in limits)


@pytest.mark.slow
def test_the_widest_table_that_a_workbook_can_have_is_read() -> None:
    """16,384 columns are a table, if an odd one."""
    names, cells = (",".join(f"{letter}{place}" for place in range(16_384)) for letter in "cv")

    assert read_export(("hr.csv", f"{names}\n{cells}\n".encode())).sources[0].cells.shape == (1, 16_384)


@pytest.mark.parametrize(
    ("budget", "counted", "limit"),
    [
        (IN_PROCESS, {"columns": 1_000}, "columns"),
        (IN_PROCESS, {"longest": 100_000}, "cell_bytes"),
        (IN_PROCESS, {"one_by_one": 8_000_000}, "text_cost"),
        (FULL, {"columns": 16_384}, "columns"),
        (FULL, {"longest": 4_000_000}, "cell_bytes"),
        (FULL, {"one_by_one": 300_000_000}, "text_cost"),
        (FULL, {"rows": 5_000_000}, "rows"),
    ],
)
def test_usual_text_is_smaller_than_all_that_is_read(budget: Budget, counted: dict[str, int], limit: str) -> None:
    """As much is let through; one more goes to the child, or is refused."""
    ((what, most),) = counted.items()

    budget.check(**counted)
    with pytest.raises(OverBudgetError) as over:
        budget.check(**{what: most + 1})

    assert over.value.limit == limit


def test_limits_that_are_the_same_in_the_child_are_final() -> None:
    """To read the file again there would change nothing."""
    assert set(FINAL) == {"rows", "cells"}
