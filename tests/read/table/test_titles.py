"""Titles of later pages."""

import pytest

from keycafe_clean.read import read_export

NAMES, ANN, BO = "Nr;Vorname;Nachname;Mail", "1;Ann;Lee;a@x.de", "2;Bo;Roe;b@x.de"


@pytest.mark.parametrize(
    ("titles", "again"),
    [
        (["28.11.2026   Mitarbeiterliste   1"], ["29.11.2026   Mitarbeiterliste   2"]),
        (
            ["Hill GmbH;Stammliste;28.11.2026", "Werk 0100;;Seite 1"],
            ["Hill GmbH;Stammliste;28.11.2026", "Werk 7;;Seite 2"],
        ),
        (["Staff list;;;1 of 2"], ["Staff list;;;2 of 2"]),
        (["Liste du personnel", ";;;p. 1"], ["Liste du personnel", ";;;p. 2"]),
        (["社員名簿 1"], ["社員名簿 2"]),
        (["Hill;Bo"], ["Hill;Bo"]),
    ],
)
@pytest.mark.parametrize("names", [[], [NAMES]])
def test_a_title_that_comes_again_is_no_person(titles: list[str], again: list[str], names: list[str]) -> None:
    """With another page and another day, in one cell or several, with column names below it and without."""
    text = "\n".join([*titles, NAMES, ANN, *again, *names, BO, *again])

    rows = read_export(("list.txt", text.encode())).sources[0].rows

    assert rows.filter(rows.get_column("not_people").is_null()).height == 2


def test_other_rows_stay_people() -> None:
    """A row with other words, and one of numbers alone."""
    text = f"Hill;Bo\n7;8\n{NAMES}\n{ANN}\nHill;Cy\n5;6"

    rows = read_export(("list.txt", text.encode()), header=3).sources[0].rows

    assert rows.get_column("not_people").to_list() == [None, None, None]
