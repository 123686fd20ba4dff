"""Small expressions that cut names."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.steps.full_name import pieces, split_full_name
from keycafe_clean.words import words
from tests.columns.sources import names_frame

Cell = str | None


def applied(cut: Callable[[pl.Expr], pl.Expr], cell: Cell) -> object:
    """Get what an expression makes of one cell."""
    made = pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String}).select(cut(pl.col("cell"))).item()
    return made.to_list() if isinstance(made, pl.Series) else made


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ana  Ruiz", "Ana Ruiz"),
        (" Ana de la Cruz ", "Ana de_la_Cruz"),
        ("von der Leyen Ursula", "von_der_Leyen Ursula"),
        ("John Q. Public", "John_Q. Public"),
        ("J. Edgar Hoover", "J._Edgar Hoover"),
        ("Ken Ito Jr.", "Ken Ito_Jr."),
        ("Juan Ortega y Gasset", "Juan Ortega_y_Gasset"),
        ("María del Carmen Gil", "María_del_Carmen Gil"),
        ("ジョン・スミス", "ジョン スミス"),
        ("Roe J. K.", "Roe J._K."),
        ("J. K. Roe", "J._K. Roe"),
        ("John Q. R. Public", "John_Q._R. Public"),
        ("Ana van der de la Cruz", "Ana van_der_de_la_Cruz"),
        (None, None),
    ],
)
def test_joined(cell: Cell, expected: Cell) -> None:
    """Blanks that part no two names become joints, shown as underscores here."""
    found = applied(pieces.joined, cell)

    assert (found.replace("\x1f", "_") if isinstance(found, str) else found) == expected


@pytest.mark.parametrize(
    ("cell", "no_person"),
    [
        ("Smith, Jones & Co", True),
        ("Acme GmbH", True),
        ("Acme, Inc.", True),
        ("Helpdesk Team", True),
        ("Ana/Bo", True),
        ("Room 12", True),
        ("sales team", True),
        ("Ana team", False),
        ("ana ruiz", False),
        ("Company, Patricia", False),
        ("Ana Ruiz", False),
        (None, None),
    ],
)
def test_names_organisation(cell: Cell, no_person: bool | None) -> None:  # noqa: FBT001 -- a table of cells
    """Companies, teams and rooms are no people; a last name that looks like one, before a comma, is."""
    assert applied(pieces.names_organisation, cell) == no_person


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("Ruiz, Ana", ["Ana", "Ruiz"]),
        ("Beethoven, Ludwig van", ["Ludwig", "van Beethoven"]),
        ("Linden, Femke van der", ["Femke", "van der Linden"]),
        ("Akker, Jan Willem van den", ["Jan Willem", "van den Akker"]),
        ("Hek, Piet van 't", ["Piet", "van 't Hek"]),
        ("Horst, Lot ter", ["Lot", "ter Horst"]),
        ("Heyden, Ulla von der", ["Ulla", "von der Heyden"]),
        ("Vega, Luz de la", ["Luz", "de la Vega"]),
        ("Anjos, Rui dos", ["Rui", "dos Anjos"]),
        ("Valk, Mees van de la", ["Mees", "van de la Valk"]),
        ("Roe, Jane, Ann", ["Jane Ann", "Roe"]),
        ("Ruiz,", [None, "Ruiz"]),
        ("Ruiz", None),
        (None, None),
    ],
)
def test_comma_cut(cell: Cell, pair: list[Cell] | None) -> None:
    """What stands before the first comma is the last name, with particles from the end."""
    assert applied(pieces.comma_cut, cell) == pair


@pytest.mark.parametrize(
    ("part", "written"), [("van\x1fder\x1fBerg", "van der Berg"), ("Ruiz, ", "Ruiz"), (" ,", None), (None, None)]
)
def test_parted(part: Cell, written: Cell) -> None:
    """A part is written with blanks for joints and without outer commas; nothing is null."""
    assert applied(pieces.parted, part) == written


@pytest.mark.parametrize(
    ("cell", "is_japanese", "pair"),
    [
        ("王芳", False, ["芳", "王"]),
        ("王小明", False, ["小明", "王"]),
        ("佐川恭", True, ["恭", "佐川"]),
        ("佐川恭子", True, ["恭子", "佐川"]),
        ("林健", True, ["健", "林"]),
        ("欧阳", False, ["阳", "欧"]),
        ("欧阳静", False, ["静", "欧阳"]),
        ("王小明华", False, ["明华", "王小"]),
        ("佐川恭子佐", True, ["恭子佐", "佐川"]),
        ("佐川ana", True, None),
        ("김민수", False, ["민수", "김"]),
        ("김민수아", False, ["민수아", "김"]),
        ("독고민수", False, ["민수", "독고"]),
        ("독고민", False, ["고민", "독"]),
        ("김・민수", False, None),
        ("佐川恭子佐川", True, None),
        (None, False, None),
    ],
)
def test_east_asian_cut(cell: Cell, pair: list[Cell] | None, *, is_japanese: bool) -> None:
    """The last name is the first sign, or the first two of a longer and of a Japanese name."""
    assert applied(lambda it: pieces.east_asian_cut(it, pl.lit(is_japanese)), cell) == pair


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("DE LA CRUZ Maria", ["Maria", "DE LA CRUZ"]),
        ("Hugo BERNARD", ["Hugo", "BERNARD"]),
        ("Hugo Bernard", None),
        ("HUGO BERNARD", None),
        (None, None),
    ],
)
def test_capitals_cut(cell: Cell, pair: list[Cell] | None) -> None:
    """Words in capitals before or behind others are the last name."""
    assert applied(pieces.capitals_cut, cell) == pair


@pytest.mark.parametrize(
    ("cell", "cut", "leading"),
    [
        ("Ana von\x1fBerg", ["Ana", "von Berg"], None),
        ("von\x1fBerg Ana", None, ["Ana", "von Berg"]),
        ("Ana Berg", None, None),
        (None, None, None),
    ],
)
def test_particles_begin_a_last_name(cell: Cell, cut: list[Cell] | None, leading: list[Cell] | None) -> None:
    """A joined particle begins the last name, which may be the first word or a later one."""
    assert (applied(pieces.particle_cut, cell), applied(pieces.leading_particle_cut, cell)) == (cut, leading)


@pytest.mark.parametrize(("first", "last"), [("Ana", None), (None, "Ruiz"), ("Ana", " ,")])
def test_pair_needs_both_parts(first: Cell, last: Cell) -> None:
    """Half a name is no pair; a part of nothing but signs is written as null."""
    made = pl.select(pieces.pair(pl.lit(first, pl.String), pl.lit(last, pl.String))).item()

    assert (made is None) is (first is None or last is None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Fia Noor/Gus Hale", True),
        ("Ana and Bo", True),
        ("Ana Ruiz y Bo Klemt", True),
        ("Karl von und zu Guttenberg", False),
        ("Ana Ruiz", False),
        (None, None),
    ],
)
def test_names_several(cell: Cell, *, expected: bool | None) -> None:
    """A stroke and a word for `and` part people, unless it stands within a last name."""
    assert applied(pieces.names_several, cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"), [("さくら", True), ("ケン", True), ("佐藤健", True), ("王芳", False), (None, None)]
)
def test_is_japanese(cell: Cell, *, expected: bool | None) -> None:
    """Syllables and last names tell."""
    assert applied(pieces.is_japanese, cell) == expected


@pytest.mark.parametrize(("cell", "expected"), [("И.И.", True), ("J.\x1fR.", True), ("J.", False), ("J.R", False)])
def test_are_initials(cell: Cell, *, expected: bool) -> None:
    """Two letters or more, each with its full stop."""
    assert applied(pieces.are_initials, cell) == expected


@given(st.lists(st.text(max_size=30) | st.none(), min_size=1, max_size=5))
def test_nothing_but_the_cell_is_in_the_parts(cells: list[Cell]) -> None:
    """Whatever the text, no letter is invented, and every row stays."""
    found = split_full_name(names_frame(full_name=cells)).select("First Name", "Last Name")

    for cell, parts in zip(cells, found.rows(), strict=True):
        assert set("".join(part or "" for part in parts)) <= {*(cell or ""), " "}


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("윤서영", ["서영", "윤"]),
        ("박하늘", ["하늘", "박"]),
        ("선우진", None),
        ("남궁현우", None),
        ("허준", None),
        ("안젤라", None),
        ("하인츠", None),
        ("쿠마르", None),
        ("王小明", None),
        (None, None),
    ],
)
def test_korean_name_of_three_syllables(cell: Cell, pair: list[Cell] | None) -> None:
    """A usual last name and two syllables; not where the last name may have two, nor of a foreign name."""
    assert applied(pieces.korean_cut, cell) == pair


@pytest.mark.parametrize(
    ("cell", "pair"),
    [
        ("王芳", ["芳", "王"]),
        ("王小明", ["小明", "王"]),
        ("欧阳娜", ["娜", "欧阳"]),
        ("欧阳小娜", ["小娜", "欧阳"]),
        ("夏侯小娜", ["小娜", "夏侯"]),
        ("夏侯娜", None),
        ("欧阳", None),
        ("王小明华", None),
        ("佟小明", None),
        ("王小a", None),
        (None, None),
    ],
)
def test_chinese_name_of_two_to_four_signs(cell: Cell, pair: list[Cell] | None) -> None:
    """A usual last name of one sign or a double one; not where the first sign of a double one is usual itself."""
    assert applied(pieces.chinese_cut, cell) == pair


@pytest.mark.parametrize("kind", ["last_names", "double_last_names", "foreign_syllables"])
def test_korean_syllables_are_sorted_and_stand_once(kind: str) -> None:
    """No list has one twice."""
    assert list(words("korean", kind)) == sorted(set(words("korean", kind)))
