"""What a header says of the order of names."""

import pytest

from keycafe_clean.columns.name_order import said_order


@pytest.mark.parametrize(
    ("header", "order"),
    [
        ("Nom Prénom", "family first"),
        ("氏名", "either first"),
        ("姓名", "either first, Chinese in signs"),
        ("Apellidos y nombre", "family first"),
        ("ФИО сотрудника", "family first"),
        ("Nombre completo", "two surnames"),
        ("Nome", None),
        ("Full Name", None),
        ("Shoe", None),
    ],
)
def test_said_order(header: str, order: str | None) -> None:
    """A header may say in which order names stand, or that two surnames are usual."""
    assert said_order(header) == order


@pytest.mark.parametrize(("beside", "order"), [("Matrícula", "two surnames"), ("Cognome", None), ("Matricola", None)])
def test_said_order_of_a_shared_word(beside: str, order: str | None) -> None:
    """`Nome` is Portuguese where another header is, else Italian."""
    assert said_order("Nome", ("Nome", beside)) == order
