"""Under which header the cells of another file go."""

import pytest

from keycafe_clean.join.targets import target_headers
from tests.join.pairs import source


@pytest.mark.parametrize(
    ("mine", "theirs", "targets"),
    [
        ("ID;Name", "ID;Mail", {"Mail": "Mail"}),
        ("ID;E-Mail", "ID;E-Mail", {"E-Mail": "E-Mail"}),
        ("ID;E-Mail", "ID;e mail", {"e mail": "E-Mail"}),
        ("ID;E-Mail", "ID;e mail;E-MAIL", {"e mail": "e mail", "E-MAIL": "E-MAIL"}),
        ("ID;E-Mail;e.mail", "ID;E_Mail", {"E_Mail": "E_Mail"}),
        ("ID;E-Mail;e mail", "ID;E-Mail", {"E-Mail": "E-Mail"}),
        ("ID;#;Name", "ID;%;Mail", {"%": "%", "Mail": "Mail"}),
        ("ID;;Name", "ID;;Mail", {"Column 2": "Column 2 (b.csv)", "Mail": "Mail"}),
    ],
)
def test_targets(mine: str, theirs: str, targets: dict[str, str]) -> None:
    """Headers that both have are one, as far as it is certain; a column without a name is no other one's."""
    cells = ";".join("x" * 3)
    here, there = source("a.csv", mine, f"{cells}", cells), source("b.csv", theirs, cells, cells)

    found = target_headers(here, there, "ID")

    assert {header: found[header] for header in targets} == targets
