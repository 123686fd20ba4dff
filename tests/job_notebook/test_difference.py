import pytest

from keycafe_clean.job_notebook.difference import Difference, figures

EQUATION = "27 rows = {} ready + {} waiting for you + 2 combined + 3 left out + 3 not people"
FOUND = "code          found\nemail_slip    1\nemail_syntax  {}"


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (EQUATION.format(16, 3), EQUATION.format(13, 6), ["3 people fewer are ready", "3 people more wait for you"]),
        (EQUATION.format(16, 3), EQUATION.format(17, 2), ["1 person more is ready", "1 person fewer waits for you"]),
        (FOUND.format(2), FOUND.format(5), ["email_syntax 2 -> 5"]),
        (FOUND.format("1,200"), FOUND.format(7), ["email_syntax 1,200 -> 7"]),
        ("Nothing.", "code  found\nemail_slip  1", ["email_slip 0 -> 1"]),
        ("code  found\nemail_slip  1", "Nothing.", ["email_slip 1 -> 0"]),
        ("1 Full User + 2 others", "2 Full Users + 2 others", ["1 Full User more"]),
        ("4 rows = 4 ready", "4 rows = 3 ready + 1 combined", ["1 person fewer is ready", "1 row more is combined"]),
        ("1 row = 1 ready", "3 rows = 3 ready", ["2 rows more were read", "2 people more are ready"]),
        ("a  b\nc  d", "a  b\nc  e", ["cell 4 shows 1 line differently"]),
        ("", "a\nb", ["cell 4 showed nothing before"]),
        ("a  1", "", ["cell 4 shows nothing any more"]),
        ("same", "same", ["cell 4 shows something else"]),
    ],
)  # fmt: skip
def test_difference_is_told_in_words(before: str, now: str, expected: list[str]) -> None:
    """Figures are told by their names, people as people; other lines by how many there are."""
    assert Difference(4, before, now).words() == expected


def test_old_lines_stand_above_the_new_ones() -> None:
    """The lines that are different, under their cell, whole."""
    raw = Difference(3, FOUND.format(2), FOUND.format(5)).raw()

    assert raw == "cell 3\n- email_syntax  2\n+ email_syntax  5"


def test_figures_are_those_of_equations_and_lines_of_counts() -> None:
    """Prose with a number in it, and a table of cells, have none."""
    shown = "In 2026 there are 3 people\n1 row = 1 ready\nrow  name\n7    Jxxx\nleft out: by hand  12"

    assert figures(shown) == {"rows": 1, "ready": 1, "left out: by hand": 12}
