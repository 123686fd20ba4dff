"""In which order a file writes names, by its header, its addresses and how its names look."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.bare import proofs
from keycafe_clean.steps.full_name.order import address_names_second_word, family_first, letters, order_beside_parts
from keycafe_clean.words.letters import puts_last_name_first

LAST_FIRST, FIRST_LAST = ("ruiz", "ana", None, "anaruiz"), ("bo", "klemt", None, "bklemt")


def names(*rows: tuple[str, str, str | None, str], said: str | None = None) -> pl.DataFrame:
    """Get a frame of names of two or three words with the letters of their addresses."""
    schema = dict.fromkeys(["one", "two", "three", "local"], pl.String)
    size = pl.when(pl.col("three").is_null()).then(2).otherwise(3)
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    spelled = pl.concat_str("one", "two", "three", separator=" ", ignore_nulls=True)
    return frame.with_columns(
        size=size,
        in_signs=pl.lit(value=False),
        name_order=pl.lit(said, pl.String),
        joined=spelled,
        words=spelled.str.split(" "),
    )


def order_of(*wholes: str, address: str | None = None) -> bool | None:
    """Get the order of whole names, of which the first may have an address: whether they stand as `Last First`."""
    addresses = [address, *[None] * (len(wholes) - 1)]
    columns = {"whole": wholes, "name_order": [None] * len(wholes), "Email Address": addresses}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    alike = {"file": pl.lit("hr.csv"), "in_signs": puts_last_name_first(pl.col("whole"))}
    order: bool | None = proofs(frame.with_columns(**alike)).get_column("family_first").item()
    return order


@pytest.mark.parametrize(
    ("turned", "straight", "said", "expected"),
    [
        (4, 1, None, True),
        (3, 1, None, None),
        (1, 0, None, True),
        (0, 1, None, False),
        (0, 0, None, None),
        (0, 0, "family first", True),
        (0, 0, "given first", False),
        (0, 0, "two surnames", False),
        (4, 1, "given first", True),
        (1, 3, "family first", True),
        (1, 4, "family first", False),
        (0, 1, "family first", False),
    ],
)
def test_addresses_prove_an_order(turned: int, straight: int, said: str | None, expected: bool | None) -> None:  # noqa: FBT001
    """Four addresses for an order stand against one for the other; as many refute what the header says; else null."""
    frame = names(*[LAST_FIRST] * turned, *[FIRST_LAST] * straight, ("x", "y", None, ""), said=said)

    assert frame.select(family_first()).item() is expected


def test_names_after_the_father_prove_an_order() -> None:
    """Where a name after the father stands third, last names stand first; where it stands second, they do not."""
    assert names(("орлова", "анна", "игоревна", "")).select(family_first()).item() is True
    assert names(("анна", "игоревна", "орлова", "")).select(family_first()).item() is False


def test_last_name_may_look_like_one_after_the_father() -> None:
    """Behind a name after the father, another one is a last name."""
    assert names(("роман", "аркадьевич", "абрамович", "")).select(family_first()).item() is False


@pytest.mark.parametrize("whole", ["Лис Анна Игоревна Пух", "Анна Игоревна Лис Пух"])
def test_names_of_four_words_prove_no_order(whole: str) -> None:
    """Where a name after the father stands tells the order of three words only."""
    assert order_of(whole, *["Wei Lan"] * 9) is None


@pytest.mark.parametrize("row", [("ana", "ruiz", "gil", "anaruiz"), ("ruiz", "ana", "gil", "anaruiz")])
def test_address_of_three_words_proves_no_order(row: tuple[str, str, str, str]) -> None:
    """Which of three words an address has says where the last name begins, and not how others are written."""
    assert names(row).select(family_first()).item() is None


def test_address_of_a_name_with_a_comma_proves_no_order() -> None:
    """A comma tells the order of its own name."""
    assert order_of("Okafor, Bola", "Wei Lan", "Lan Wei", address="bola.okafor@acme.com") is None


@pytest.mark.parametrize(
    ("wholes", "expected"),
    [
        (["Post J.", "Wei Lan"], True),
        (["Post J", "Wei Lan"], True),
        (["J. Post", "Wei Lan"], False),
        (["Ida P. Post", "Wei Lan"], False),
        (["van Post Ida", "Wei Lan"], True),
        (["Ida van Post", "Wei Lan"], False),
        (["Ida van Post", "Wei J.", "Lan K."], None),
        (["Wei Lan", "Lan Wei"], None),
        (["J.", "Wei Lan"], None),
        (["J. K.", "Wei Lan"], None),
        (["Post, J.", "Wei Lan", "Lan Wei"], None),
        (["Wei Lan", "Post J.", "Post K.", "Post L.", "Post M.", "J. Wei"], True),
        (["Wei Lan", "Post J.", "Post K.", "Post L.", "J. Wei"], None),
    ],
)
def test_initials_and_particles_tell_an_order(wholes: list[str], expected: bool | None) -> None:  # noqa: FBT001
    """An initial is of a first name, a particle of a last one; where they disagree, nothing tells."""
    assert order_of(*wholes) is expected


@pytest.mark.parametrize(
    ("wholes", "expected"),
    [
        (["Maria Okafor", "Peter Haddad", "Sunita Rao"], False),
        (["Okafor Maria", "Haddad Peter", "Rao Sunita"], True),
        (["Martin Thomas", "Thomas Martin"], None),
        (["Lee Minsu", "Kim Jisoo", "Kim Hana"], None),
        (["Maria Okafor", *["Wei Lan"] * 5], None),
        (["Maria Okafor", *["Wei Lan"] * 4], False),
        (["Maria Okafor", *["Wei Lan"] * 4, "Cy"], False),
        (["Okafor Adam", "Haddad Anna"], True),
        (["'Wei Maria", "Wei Lan"], True),
        (["Okafor, Maria", "Wei, Lan", "Wei Lan"], False),
        (["Maria OKAFOR", "Wei LAN", "Wei Lan"], False),
    ],
)
def test_given_names_tell_an_order(wholes: list[str], expected: bool | None) -> None:  # noqa: FBT001
    """Known given names in a fifth of the names tell, short ones (Lee, Kim) never; commas and capitals tell too."""
    assert order_of(*wholes) is expected


@pytest.mark.parametrize(
    ("whole", "said", "expected"),
    [
        ("Wei Lan", None, True),
        ("John Smith", None, None),
        ("John Smith", "given first", False),
        ("John Smith", "family first", True),
    ],
)
def test_address_that_contradicts_a_known_given_name_proves_nothing(
    whole: str, said: str | None, *, expected: bool | None
) -> None:
    """Of John Smith at smith.john@ nobody knows which of the two is the other way round: the header alone tells."""
    one, two = whole.lower().split()
    frame = names((one, two, None, two + one), said=said).with_columns(joined=pl.lit(whole))

    assert frame.select(family_first()).item() is expected


@pytest.mark.parametrize(
    ("local", "expected"), [("anaruiz", True), ("aruiz", True), ("anaruizgil", False), ("ruizana", False), ("", False)]
)
def test_address_names_the_second_of_three_words(local: str, *, expected: bool) -> None:
    """`ana.ruiz@` for Ana Ruiz Gil says that the last name starts at the second word."""
    assert names(("ana", "ruiz", "gil", local)).select(address_names_second_word()).item() is expected


def test_address_without_a_second_word_names_none() -> None:
    """Where no letter is left of the second word, the address says nothing of it."""
    assert names(("ana", "", "gil", "ana")).select(address_names_second_word()).item() is False


def test_address_of_a_name_of_two_words_names_no_second_of_three() -> None:
    """A name of two words has no third one: the answer is no, and never null."""
    assert names(("ana", "ruiz", None, "anaruiz")).select(address_names_second_word()).item() is False


def test_letters_of_a_name_and_of_an_address() -> None:
    """Case, accents, signs and the domain do not count."""
    cells = pl.DataFrame({"cell": ["Ana-Zoë.O'Neill@acme.com", "RUIZ 2", None]})

    assert cells.select(letters("cell")).to_series().to_list() == ["anazoeoneill", "ruiz", None]


@pytest.mark.parametrize(
    ("wholes", "expected"),
    [
        (["Ruiz Ana"], True),
        (["Ana Ruiz"], False),
        (["Ruiz Ana"] * 4 + ["Ana Ruiz"], True),
        (["Ruiz Ana"] * 3 + ["Ana Ruiz"], None),
        (["Ana Ruiz"] * 4 + ["Ruiz Ana"], False),
        (["Gil", None], None),
    ],
)
def test_whole_names_beside_both_parts_tell_an_order(wholes: list[str | None], expected: bool | None) -> None:  # noqa: FBT001
    """A whole name is its parts in one order or the other; four stand against one."""
    frame = pl.DataFrame({"full_name": wholes}).with_columns(
        pl.lit("Ana").alias("First Name"), pl.lit("Ruiz").alias("Last Name")
    )

    assert frame.select(order_beside_parts()).item() is expected
