"""Several values in one cell, a line each."""

import polars as pl
import pytest

from keycafe_clean.findings import in_words
from keycafe_clean.steps.lines import part_lines
from tests.runs import run


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("active_1", "true\ntrue", "true"),
        ("active_1", "false\r\ntrue", "false / true"),
        ("active_1", "false\nfalse\ntrue", "false / true"),
        ("status_1", "Active\u2028 Inactive\n", "Active / Inactive"),
        ("status_1", "Leave of\nAbsence", "Leave of\nAbsence"),
        ("status_1", "Blue\nBlue", "Blue"),
        ("status_1", "\n", ""),
        ("status_1", "Active", "Active"),
        ("status_1", None, None),
        ("full_name", "Åsa Ek\nÅsa Ek", "Åsa Ek"),
        ("full_name", "Åsa Ek\nBo Dal", "Åsa Ek / Bo Dal"),
        ("full_name", "Åsa\nEk", "Åsa\nEk"),
        ("full_name", "Åsa Maria\nEk", "Åsa Maria\nEk"),
        ("First Name", "Åsa\nÅsa", "Åsa"),
        ("First Name", "Åsa\nMaria", "Åsa\nMaria"),
        ("department", "IT\nIT", "IT\nIT"),
    ],
)
def test_lines_of_a_cell_are_values_where_each_is_a_whole_one(
    column: str, cell: str | None, expected: str | None
) -> None:
    """The same one twice is one; a text that is wrapped stays one text."""
    frame = pl.DataFrame({column: [cell]}, schema={column: pl.String})

    assert part_lines(frame).item() == expected


def asked(text: str) -> list[str]:
    """Get the sentences of the questions about an export."""
    cleaned = run(text)
    found = cleaned.findings.filter(pl.col("severity") == "question")
    return in_words(found, cleaned.rows).get_column("sentence").to_list()


def test_states_that_contradict_each_other_in_lines_are_asked_about() -> None:
    """As those with a sign between them; the same state twice asks nothing."""
    rows = 'Bo,Dal,bo@example.com,"false\ntrue"\nAsa,Ek,asa@example.com,"true\ntrue"\n'
    rows += "Ida,Friis,ida@example.com,true\nUlf,Holm,ulf@example.com,true\nEva,Lund,eva@example.com,true\n"

    assert asked(f"First Name,Last Name,Email,Active\n{rows}") == [
        "Row 2: Active is 'false / true', which says both that this person works here and that not."
    ]


def test_two_names_in_lines_of_a_cell_are_never_joined() -> None:
    """Two people are asked about; one who is named twice is one."""
    rows = '"Bo Dal\nIda Friis",bo.dal@example.com\n"Asa Ek\nAsa Ek",asa.ek@example.com\n'

    cleaned = run(f"Full Name,Email\n{rows}").rows

    assert cleaned.select("First Name", "Last Name", "outcome").rows() == [
        (None, None, "waiting"),
        ("Asa", "Ek", "ready"),
    ]
