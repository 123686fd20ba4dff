"""Names beside other cells, where nothing else names anybody."""

import pytest

from keycafe_clean.columns.suggest import suggest_columns
from keycafe_clean.read.reader import read_export

SPARE, LOST = "SPARE - safe,", "lost in May,"
ANN, BO, CY = "Ann Lee,ann.lee@x.de", "Bo Roe,b.roe@x.de", "Cy Poe,cy@x.de"


def full_names(*rows: str, header: str = "Opens,Holder,E-mail") -> list[tuple[tuple[str, ...], bool]]:
    """Get the headers that are suggested as full names, and whether that is sure."""
    lines = [header, *(f"Gate {place},{row}" for place, row in enumerate(rows))]
    source = read_export(("keys.csv", "\n".join(lines).encode())).sources[0]
    return [(it.headers, it.sure) for it in suggest_columns(source) if it.column == "full_name"]


@pytest.mark.parametrize(
    "rows",
    [
        [ANN, BO, CY, SPARE, LOST],
        [ANN, ANN, BO, SPARE, "Acme Lifts (firm),service@acme.de"],
        [ANN, BO, ",", ",", ","],
        ["Ann Lee,", "Bo Roe,", "Cy Poe,", "SPARE - safe,s@x.de", "LOST,l@x.de"],
    ],
)
def test_names_beside_other_cells_are_asked_about(rows: list[str]) -> None:
    """They stand in the addresses beside them, whoever has several things; or nearly all of them differ."""
    assert full_names(*rows) == [(("Holder",), False)]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([ANN, SPARE, LOST, "LOST,", "IT,"], "Opens,Holder,E-mail"),
        (["Head Office,a@x.de", "Head Office,b@x.de", "North Side,c@x.de", "North Side,d@x.de"], "Opens,Where,E-mail"),
        ([ANN, BO, SPARE], "Opens,Supervisor,E-mail"),
        ([f"{ANN},Lee", f"{BO},Roe", f"{CY},Poe", f"{SPARE},"], "Opens,Holder,E-mail,Surname"),
    ],
)
def test_other_columns_are_no_names(rows: list[str], header: str) -> None:
    """Few cells look so, the same ones come again, the header is about somebody else, another column has names."""
    assert full_names(*rows, header=header) == []
