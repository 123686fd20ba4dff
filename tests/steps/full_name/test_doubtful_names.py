"""Whole names that can be cut in several ways, or in none."""

import pytest

from keycafe_clean.steps.full_name.split import split_full_name
from tests.columns.sources import names_frame
from tests.steps.full_name.cut_names import Cell, cut, likely


@pytest.mark.parametrize(
    ("whole", "first", "last"),
    [
        ("Sukarno", "Sukarno", None),
        ("佐川恭子", "恭子", "佐川"),
        ("林健", "健", "林"),
        ("황보라", "보라", "황"),
        ("Trịnh Văn Minh", "Văn Minh", "Trịnh"),
        ("Ana Maria Lopez Garcia", "Ana Maria Lopez", "Garcia"),
        ("De Jong Pieter", "De Jong", "Pieter"),
    ],
)
def test_doubtful_names(whole: Cell, first: Cell, last: Cell) -> None:
    """Single words, East Asian and Vietnamese names, four plain words and companies stay blank, with a suggestion."""
    assert likely(whole) == (first, last)


@pytest.mark.parametrize(
    ("whole", "address", "first", "last"),
    [
        ("Vitoria Miranda Vieira", None, "Vitoria", "Miranda Vieira"),
        ("João da Silva Santos", None, "João", "da Silva Santos"),
        ("Ana Clara Souza", "ana.clara@acme.com", "Ana", "Clara Souza"),
        ("Mary Ann Smith", "msmith@acme.com", None, None),
    ],
)
def test_two_surnames(whole: str, address: Cell, first: Cell, last: Cell) -> None:
    """Where two surnames are usual, three plain words are one first name, unless it often is a double one."""
    expected = (first, last) if first else ("Mary", "Ann Smith")

    assert cut(whole, name_order="two surnames", email_address=address) == expected


def test_double_first_name_where_two_surnames_are_usual() -> None:
    """`Ana Clara Souza` may be one first name or two: a question."""
    assert likely("Ana Clara Souza", name_order="two surnames") == ("Ana", "Clara Souza")


def test_other_names_of_the_file_tell_first_from_last() -> None:
    """A second word that ends other names is a surname, one that begins others may be a first name."""
    names: list[Cell] = ["Davi Rocha Lima", "Bia Melo Rocha", "Eva Bia Costa", "Rui Costa Melo"]
    frame = names_frame(full_name=names, name_order=["two surnames"] * 4)

    assert split_full_name(frame).get_column("First Name").to_list() == ["Davi", "Bia", None, "Rui"]


@pytest.mark.parametrize(
    ("whole", "first", "last"),
    [
        ("王小明", "小明", "王"),
        ("欧阳静", "静", "欧阳"),
        ("司马相如", "相如", "司马"),
        ("李雷", "雷", "李"),
        ("佐藤健", "健", "佐藤"),
    ],
)
def test_chinese_last_names_have_one_sign_but_for_the_double_ones(whole: str, first: str, last: str) -> None:
    """One sign of family name goes before two; known double ones, and Japanese ones, have two."""
    assert likely(whole) == (first, last)


@pytest.mark.parametrize(
    "whole",
    [
        "Fia Noor/Gus Hale",
        "Hal Ford and Ida Berg",
        "Ana Ruiz y Bo Klemt",
        "Ana & Bo Klemt",
        "阿依古丽·买买提",
        "helpdesk team",
        "Helpdesk Team",
    ],
)
def test_nothing_is_suggested_of_several_people(whole: str) -> None:
    """Half of two people, of an organisation, or of a name in an unknown order is nobody's name."""
    assert likely(whole) == (None, None)
