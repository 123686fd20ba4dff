"""The ways to cut a whole name, certain and likely."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.bare import ALIKE, proofs, worded
from keycafe_clean.steps.full_name.cuts import certain, likely
from keycafe_clean.steps.full_name.order import CHINESE, EITHER_FIRST
from keycafe_clean.words.letters import puts_last_name_first

Pair = list[str | None] | None


def cuts(
    whole: str,
    order: str | None = None,
    address: str | None = None,
    *others: str,
    first: str | None = None,
    last: str | None = None,
) -> tuple[Pair, Pair]:
    """Get the certain and the likely [first, last] of one whole name in a file that may have others too."""
    columns = ("whole", "name_order", "Email Address", "First Name", "Last Name")
    names = [(whole, order, address, first, last), *((other, order, None, None, None) for other in others)]
    frame = pl.DataFrame(names, schema=dict.fromkeys(columns, pl.String), orient="row")
    rows = frame.with_columns(file=pl.lit("hr.csv"), in_signs=puts_last_name_first(pl.col("whole")))
    usual = proofs(rows).with_columns(pl.col("family_first").fill_null(value=False))
    proven = worded(rows.join(usual, on=ALIKE, maintain_order="left"))
    sure, guess = proven.select(certain=certain(), likely=likely()).row(0)
    return sure, guess


@pytest.mark.parametrize(
    ("whole", "pair"),
    [
        ("Ruiz, Ana", ["Ana", "Ruiz"]),
        ("Ana RUIZ", ["Ana", "RUIZ"]),
        ("von Massenbach Anna", ["Anna", "von Massenbach"]),
        ("Jan van der Berg", ["Jan", "van der Berg"]),
        ("Ana Ruiz", ["Ana", "Ruiz"]),
        ("Анна Игоревна Орлова", ["Анна Игоревна", "Орлова"]),
        ("Орлова Анна Игоревна", ["Анна Игоревна", "Орлова"]),
        ("Ana Lucy Ruiz", ["Ana Lucy", "Ruiz"]),
        ("Dirk Lucy Ruiz", ["Dirk Lucy", "Ruiz"]),
        ("Ana Lucy Eva de la Cruz", ["Ana Lucy Eva", "de la Cruz"]),
        ("佐川 恭子", ["恭子", "佐川"]),
        ("Orlov I.P.", ["I.P.", "Orlov"]),
    ],
)
def test_certain_cut(whole: str, pair: Pair) -> None:
    """Commas, capitals, particles, names after the father, and two or three plain words decide."""
    assert cuts(whole)[0] == pair


@pytest.mark.parametrize(("order", "sure"), [("family first", True), (None, False), ("given first", False)])
@pytest.mark.parametrize("whole", ["Đỗ Thu Thảo", "Do Thu Thao", "ĐỖ THU THẢO"])
def test_header_makes_names_of_vietnam_certain(whole: str, order: str | None, *, sure: bool) -> None:
    """Below `Họ và tên` a usual last name and what follows it are told apart, with marks or without."""
    last, given = whole.split(" ", 1)

    assert cuts(whole, order)[0] == ([given, last] if sure else None)


@pytest.mark.parametrize(("order", "sure"), [(CHINESE, True), (EITHER_FIRST, False)])
def test_header_makes_chinese_names_certain(order: str, *, sure: bool) -> None:
    """Below `姓名` a usual last name begins a name in signs, which may be a Japanese one elsewhere."""
    assert cuts("王小明", order)[0] == (["小明", "王"] if sure else None)


@pytest.mark.parametrize(
    ("whole", "pair"),
    [
        ("Luís Antônio da Mata", ["Luís Antônio", "da Mata"]),
        ("LUIS ANTONIO DA MATA", ["LUIS ANTONIO", "DA MATA"]),
        ("Luís Prado da Mata", None),
        ("Luís Antônio Prado da Mata", None),
    ],
)
def test_two_given_names_before_a_particle(whole: str, pair: Pair) -> None:
    """Among people of two last names the word before a particle may be the first of them, or a given name."""
    assert cuts(whole, "two surnames")[0] == pair


@pytest.mark.parametrize(
    ("whole", "local", "sure"),
    [
        ("De Luca Ida", "i.deluca", True),
        ("De Luca Ida", "ida", False),
        ("Della Rosa Ida", None, False),
        ("De La Fuente Ida", "idelafuente", True),
        ("De La Fuente Ida", None, False),
    ],
)
def test_particle_before_last_names_that_go_first(whole: str, local: str | None, *, sure: bool) -> None:
    """It belongs to the last name, which an address proves; no last name is a particle alone."""
    pair = ["Ida", whole.removesuffix(" Ida")]

    assert cuts(whole, "family first", local and f"{local}@acme.com") == (pair if sure else None, pair)


@pytest.mark.parametrize(
    "whole",
    [
        "Acme GmbH", "Ana", "Ana Lucy Eva Ruiz", "Nguyễn Thị Hoa", "De Wit Jan", "Ana and Bo", "ジョン・スミス",
        "Roe, Jane, Ann", "Ida Post | Sales", "Анна Игоревна Орлова Лис", "van Ruiz", "Bui Van Khoa",
    ],
)  # fmt: skip
def test_no_certain_cut(whole: str) -> None:
    """Organisations, several people, single words, four words and names in an unknown order are not cut."""
    assert cuts(whole)[0] is None


@pytest.mark.parametrize(
    ("whole", "order", "pair"),
    [
        ("佐川恭子", None, ["恭子", "佐川"]),
        ("Ana", None, ["Ana", None]),
        ("Ana Lucy Ruiz", None, ["Ana Lucy", "Ruiz"]),
        ("Nguyễn Thị Hoa", None, ["Thị Hoa", "Nguyễn"]),
        ("Bui Van Khoa", None, ["Van Khoa", "Bui"]),
        ("Le Thi Truc", "family first", ["Thi Truc", "Le"]),
        ("Lê Du Hương", "family first", ["Du Hương", "Lê"]),
        ("Ana Lucy Eva Ruiz", None, ["Ana Lucy Eva", "Ruiz"]),
        ("Ana Lucy Gil Ruiz", "two surnames", ["Ana Lucy", "Gil Ruiz"]),
        ("Ana Gil Ruiz", "two surnames", ["Ana", "Gil Ruiz"]),
        ("Ruiz Gil Ana", "family first", ["Gil Ana", "Ruiz"]),
        ("Ana", "family first", ["Ana", None]),
        ("Ana", "two surnames", ["Ana", None]),
        ("Ruiz, Ana", None, ["Ana", "Ruiz"]),
        ("Roe, Jane, Ann", None, ["Jane Ann", "Roe"]),
        ("Ana Lucy Eva de la Cruz", None, ["Ana Lucy Eva", "de la Cruz"]),
        ("ジョン・スミス", None, ["ジョン", "スミス"]),
        ("阿依古丽·买买提", None, None),
        ("阿依古丽·买买提", "two surnames", None),
        ("Acme GmbH", None, None),
        ("Ana and Bo", None, None),
    ],
)
def test_likely_cut(whole: str, order: str | None, pair: Pair) -> None:
    """What cannot be cut for certain has a likeliest cut, by script, by the header and by the count of words."""
    assert cuts(whole, order)[1] == pair


def test_address_says_where_the_last_name_begins() -> None:
    """Three words of which the address has the first two end in two last names."""
    assert cuts("Ana Ruiz Gil", address="ana.ruiz@acme.com")[0] == ["Ana", "Ruiz Gil"]


@pytest.mark.parametrize(
    ("whole", "order", "pair"),
    [
        ("Ruiz Ana", "family first", ["Ana", "Ruiz"]),
        ("Ruiz Gil Ana", "family first", None),
        ("Ruiz Ana", "given first", ["Ruiz", "Ana"]),
        ("Orlov I.P.", "given first", ["I.P.", "Orlov"]),
        ("Davi Miranda Vieira", "two surnames", None),
        ("Bento Miranda Vieira", "two surnames", ["Bento", "Miranda Vieira"]),
        ("Bento Miranda Vieira", "given first", ["Bento Miranda", "Vieira"]),
        ("Bento Miranda de Gil", "two surnames", ["Bento", "Miranda de Gil"]),
        ("Bento Miranda de Gil", "given first", ["Bento Miranda", "de Gil"]),
        ("Bento da Silva Santos", "two surnames", ["Bento", "da Silva Santos"]),
    ],
)
def test_certain_cut_under_a_header_that_tells_the_order(whole: str, order: str, pair: Pair) -> None:
    """Two words follow the header; two last names are taken where they are usual and no first name is often double."""
    assert cuts(whole, order)[0] == pair


#: Names that begin with Mara, that end with it, and neither.
BEGINS, ENDS, NEITHER = "Mara Kolt", "Tess Mara", "Tess Kolt"


@pytest.mark.parametrize(
    ("whole", "others", "is_cut"),
    [
        ("Ana Mara Vidal", (NEITHER,), False),
        ("Ana Mara Vidal", (BEGINS,), False),
        ("Ana Mara Vidal", (ENDS,), True),
        ("Ana Mara Vidal", (BEGINS, ENDS), False),
        ("Bento Mara Vidal", (NEITHER,), True),
        ("Bento Mara Vidal", (BEGINS,), False),
        ("Bento Mara Vidal", (ENDS,), True),
        ("Bento Mara Vidal", (BEGINS, ENDS), True),
    ],
)
def test_other_names_tell_whether_a_first_name_is_double(whole: str, others: tuple[str, ...], *, is_cut: bool) -> None:
    """Where two last names are usual, a second word that only begins others, or stands behind Ana, may be a first."""
    first = whole.removesuffix(" Mara Vidal")

    assert cuts(whole, "two surnames", None, *others)[0] == ([first, "Mara Vidal"] if is_cut else None)


@pytest.mark.parametrize(
    ("whole", "known", "pair"),
    [
        ("Ana María Ruiz Gil", {"first": "Ana María"}, ["Ana María", "Ruiz Gil"]),
        ("Ruiz Gil Ana María", {"first": "Ana María"}, ["Ana María", "Ruiz Gil"]),
        ("Ana María Ruiz Gil", {"last": "Ruiz Gil"}, ["Ana María", "Ruiz Gil"]),
        ("Ruiz Gil Ana María", {"last": "Ruiz Gil"}, ["Ana María", "Ruiz Gil"]),
        ("Anabel Ruiz Gil Eva", {"first": "Ana"}, None),
    ],
)
def test_rest_beside_a_known_part_is_the_other_one(whole: str, known: dict[str, str], pair: Pair) -> None:
    """A part that is known may begin or end the whole name, as words of their own."""
    assert cuts(whole, **known)[0] == pair
