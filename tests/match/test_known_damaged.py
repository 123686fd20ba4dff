import polars as pl
import pytest

from keycafe_clean.match.known_doubts import exactly_doubted
from tests.match.known_cells import COLUMNS, Cells, people, person

NOBODY: pl.DataFrame = pl.DataFrame(schema=COLUMNS).with_row_index("row_id")


def reasons(here: Cells, there: Cells) -> list[str]:
    """Get why a row may be a known person."""
    return exactly_doubted(people(here), NOBODY, people(there).drop("row_id")).get_column("reason").to_list()


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (person("Théo", "Lefebvre"), person("Th?o", "Lefebvre")),
        (person("Théo", "Lefebvre"), person("Th\ufffdo", "Lefebvre")),
        (person("Théo", "Lefebvre"), person("Th??o", "Lefebvre")),
        (person("Théo", "Lefebvre"), person("Lefebvre", "Th?o")),
        (person("Åsa", "Öberg-Lind"), person("?sa", "?berg-Lind")),
        (person("André", "Léger"), person("Andr?", "L?ger")),
        (person("Klaus", "Groß"), person("Klaus", "Gro?")),
    ],
)
def test_lost_letters_stand_for_any(here: Cells, there: Cells) -> None:
    """A name that is the known one but for letters that were lost is asked about."""
    assert reasons(here, there) == ["the same name with letters lost"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (person("Théo", "Lefebvre"), person("Th?a", "Lefebvre")),
        (person("Théodore", "Lefebvre"), person("Th?o", "Lefebvre")),
        (person("Théo", "Martin"), person("Th?o", "Lefebvre")),
        (person("Théo", "Lefebvre", number="1"), person("Th?o", "Lefebvre", number="2")),
    ],
)
def test_the_rest_of_a_damaged_name_is_equal(here: Cells, there: Cells) -> None:
    """Other letters, or another number, are somebody else."""
    assert reasons(here, there) == []


def test_damaged_name_of_a_row_left_out_is_nobody_elses() -> None:
    """Who is a row for certain is none of the others, though letters of the name were lost in that row."""
    left_out, known = people(person("Th?o", "Lefebvre", number="1")), people(person("Th?o", "Lefebvre", number="1"))
    rows = people(person("Théo", "Lefebvre")).with_columns(pl.col("row_id") + 1)

    assert exactly_doubted(rows, left_out, known.drop("row_id")).is_empty()
