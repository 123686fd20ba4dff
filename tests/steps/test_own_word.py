"""The employee's own word in a column of relations, in a language that nobody knows."""

import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.relatives import relative_rules

#: Employee number, relation and address.
FAMILIES: list[tuple[str, str, str | None]] = [
    ("1", "zaqen", "a@acme.com"),
    ("1", "wife", None),
    ("2", "zaqen", "b@acme.com"),
    ("3", "zaqen", None),
    ("3", "son", None),
]


def asked_of(cells: list[tuple[str, str, str | None]]) -> list[str]:
    """Get the words that nobody knows and that are asked about."""
    schema = dict.fromkeys(("employee_id", "source.Relationship to Employee", "Email Address"), pl.String)
    frame = pl.DataFrame(cells, schema=schema, orient="row").with_row_index("row_id")
    found = break_rules(frame, relative_rules(frame, ["Relationship to Employee"]))
    return found.filter(pl.col("code") == "relation_unknown").get_column("value").to_list()


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (FAMILIES, []),
        ([(number, word, None) for number, word, _ in FAMILIES], []),
        ([*FAMILIES, ("2", "vuq", None)], ["vuq"]),
        ([*FAMILIES, ("2", "zaqen", None)], ["zaqen"] * 4),
        ([*FAMILIES, ("4", "son", None)], ["zaqen"] * 3),
        ([(number, word, None if word == "zaqen" else "a@acme.com") for number, word, _ in FAMILIES], ["zaqen"] * 3),
        ([it for it in FAMILIES if it[1] == "zaqen"], ["zaqen"] * 3),
        ([*FAMILIES, ("1", "self", "c@acme.com")], ["zaqen"] * 3),
    ],
)
def test_unknown_word_of_every_family_is_the_employee_s(
    cells: list[tuple[str, str, str | None]], asked: list[str]
) -> None:
    """Where every number has it exactly once, beside relatives, and more of its rows have addresses than of theirs."""
    assert asked_of(cells) == asked
