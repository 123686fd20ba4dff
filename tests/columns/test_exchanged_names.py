import pytest

from keycafe_clean.columns.exchanged_names import exchanged_names
from tests.columns.sources import source_of

GIVEN = ["Anna", "Peter", "Maria", "John"]
FAMILY = ["Schmidt", "Hill", "Lopez", "Baker"]
COLUMNS = {"First Name": ("Vorname",), "Last Name": ("Nachname",)}


def asked(
    firsts: list[str], lasts: list[str], columns: dict[str, tuple[str, ...]] = COLUMNS, said: tuple[str, ...] = ()
) -> list[str]:
    """Get the reasons of what is asked about names under these headers."""
    source = source_of({"Vorname": list(firsts), "Nachname": list(lasts)})
    return exchanged_names(source, columns, said).get_column("reason").to_list()


@pytest.mark.parametrize(
    ("firsts", "lasts", "is_asked"),
    [
        (FAMILY, GIVEN, True),
        (GIVEN, FAMILY, False),
        (FAMILY[:3], GIVEN[:3], True),
        (FAMILY[:2], GIVEN[:2], False),
        (GIVEN, ["Martin", "Thomas", "Peter", "Paul"], False),
        ([*FAMILY, "Kerr", "Voss", "Orr", "Oz"], [*GIVEN, "Xu", "Zed", "Qui", "Wex"], True),
        ([*FAMILY, "Kerr", "Voss", "Orr", "Oz", "Ray"], [*GIVEN, "Xu", "Zed", "Qui", "Wex", "Tic"], False),
        (["Hill", "Lopez", "Baker", "Anna", "Kerr"], ["Peter", "Maria", "John", "Anna", "Zed"], True),
        (["Hill", "Lopez", "Peter", "Anna", "Kerr"], ["Peter", "Maria", "John", "Anna", "Zed"], False),
    ],
)
def test_given_names_among_the_last_names_alone_are_asked_about(
    firsts: list[str], lasts: list[str], *, is_asked: bool
) -> None:
    """Half of them, three at least, and four times as many as among the first names."""
    assert asked(firsts, lasts) == ([f"{firsts[0]} {lasts[0]}"] if is_asked else [])


def test_what_is_said_of_both_columns_is_an_answer() -> None:
    """One of them alone leaves the other open."""
    assert asked(FAMILY, GIVEN, said=("First Name", "Last Name")) == []
    assert asked(FAMILY, GIVEN, said=("First Name",)) == ["Schmidt Anna"]


@pytest.mark.parametrize("columns", [{"First Name": ("Vorname",)}, {**COLUMNS, "Last Name": ("Vorname", "Nachname")}])
def test_a_file_without_one_column_of_each_asks_nothing(columns: dict[str, tuple[str, ...]]) -> None:
    """Nothing can be exchanged."""
    assert asked(FAMILY, GIVEN, columns) == []
