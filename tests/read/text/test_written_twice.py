"""Words that a text says twice."""

import pytest

from keycafe_clean.read.text.written_twice import LINES, names_as_written, words_in_addresses


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ewa;Śliwa;ewa.sliwa@firma.pl", 1),
        ("Ewa;Œliwa;ewa.sliwa@firma.pl", 0),
        ("Łukasz;Żółty;lukasz.zolty@firma.pl", 2),
        ("Ewa;Śliwa;ewa@firma.pl", 0),
        ("Ewa;Śliwa;\nBea;Lund;ewa.sliwa@firma.pl", 0),
        ("Noé;Roe;noe.roe@firma.pl", 0),
        ("Śliwa;ewa.sliwa@firma.pl\nŚliwa;jan.sliwa@firma.pl", 1),
    ],
)
def test_an_address_says_a_name_in_plain_letters(text: str, count: int) -> None:
    """On the same line; short words stand in any address, and each word counts once."""
    assert words_in_addresses(text) == count


def test_so_many_lines_are_looked_at() -> None:
    """A long file has enough in its first lines."""
    line = "Śliwa{0};sliwa@firma.pl\n"
    assert words_in_addresses("x\n" * LINES + line) == 0


@pytest.mark.parametrize(
    ("cell", "count"), [("Imię", 1), ("IMIĘ", 1), ("Imiê", 0), ("Prénom", 1), ("Prenom", 0), ("Imię Żony", 0)]
)
def test_column_names_are_written_with_their_accents(cell: str, count: int) -> None:
    """A name that is known without them only may be one in wrong letters."""
    assert names_as_written([cell]) == count
