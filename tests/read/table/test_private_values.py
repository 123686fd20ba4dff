"""What cells are, whatever their header says."""

import tomllib
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.read.table.private_kinds import kinds
from keycafe_clean.read.table.private_values import have_numbers, private_values

#: Invented cells of each kind, and what the kinds are called.
CELLS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("private_values.toml").read_text(encoding="utf-8"))
CALLED: dict[str, str] = {
    name: about["called"]
    for name, about in tomllib.loads(
        (Path(__file__).parents[3] / "keycafe_clean/read/table/private_values.toml").read_text(encoding="utf-8")
    ).items()
}

#: More invented numbers of Polish residents.
PESELS = ["44051401359", "02070803628"]

#: Another digit for each digit.
OTHER = dict(zip("0123456789", "1234567890", strict=True))


def called(cells: list[str | None]) -> str | None:
    """Get what these cells are called."""
    found = private_values(pl.Series(cells, dtype=pl.String).drop_nulls())
    return found.called if found else None


def test_every_kind_has_its_cells() -> None:
    """No kind is without a test."""
    assert CELLS.keys() == CALLED.keys()


@pytest.mark.parametrize("zero", ["٠", "०", "๐", "\U0001ccf0"])
def test_numbers_in_other_digits_are_read(zero: str) -> None:
    """National numbers are told in the digits of every script that Python knows; others stop nothing."""
    digits = {48 + place: ord(zero) + place for place in range(10)}
    kind = next(kind for kind, cells in CELLS.items() if all(str(cell).isdecimal() for cell in cells))

    assert called([str(cell).translate(digits) for cell in CELLS[kind]]) in {CALLED[kind], None}
    assert zero == "\U0001ccf0" or called([str(cell).translate(digits) for cell in CELLS[kind]]) == CALLED[kind]


@pytest.mark.parametrize("kind", CELLS)
def test_private_cells_are_told(kind: str) -> None:
    """Eight cells of a kind are what they are."""
    assert called(CELLS[kind]) == CALLED[kind]


@pytest.mark.parametrize("kind", [kind.called for kind in kinds() if kind.is_checked])
def test_wrong_check_digits_are_something_else(kind: str) -> None:
    """Cells of the same shape in which the last digit but one is another are not private, or not for that."""
    cells = next(cells for name, cells in CELLS.items() if CALLED[name] == kind)
    wrong = [cell[:-2] + OTHER[cell[-2]] + cell[-1] for cell in cells]

    assert called(wrong) != kind


@pytest.mark.parametrize(
    "cells",
    [
        ["DE89370400440532013000", None, None],
        ["DE89 3704 0044 0532 0130 00", "unknown"],
        ["IBAN DE89 3704 0044 0532 0130 00"],
        ["de89370400440532013000", "DE89370400440532013000"],
    ],
)
def test_one_iban_is_enough(cells: list[str | None]) -> None:
    """Nothing else looks like one, blanks or not, and half of the filled cells will do."""
    assert called(cells) == "IBANs"


@pytest.mark.parametrize(
    "cells",
    [
        ["Sales", "Sales", "Sales", "DE89370400440532013000"],
        ["call DE89370400440532013000 back", "x1234"],
        ["DE89370400440532013001"],
    ],
)
def test_few_ibans_are_no_column_of_them(cells: list[str | None]) -> None:
    """A department that one shifted row has filled with an IBAN stays; so does what has wrong check digits."""
    assert called(cells) is None


def test_numbers_of_several_states_are_told() -> None:
    """Belgians beside Poles, Norwegians and Turks: most of the cells are a national number of some country."""
    countries = ("belgium", "norway", "Poland: residents", "turkey", "brazil")
    cells = [cell for country in countries for cell in CELLS[country][:2]]

    assert called(cells) == "national numbers of several countries"


def test_numbers_that_lost_their_zeros_are_told() -> None:
    """A fifth of the cells may be damaged; what a table program read as a decimal number is whole again."""
    cells = [f"{cell}.0" for cell in CELLS["Poland: residents"]]

    assert called([*cells, "2112345"]) == "national numbers (PESEL)"


@pytest.mark.parametrize(
    "cells",
    [
        [f"{number:08}" for number in range(400, 430)],
        [f"{number}" for number in range(100_000_000, 100_000_040)],
        [f"{number}" for number in range(2_600_000_000, 2_600_009_000, 300)],
        [f"{number}" for number in range(10_000_000_000, 10_000_000_500, 11)],
        [f"E-{number}" for number in range(1_000, 1_040)],
        [f"{number}-20-{number:04}" for number in range(100, 130)],
        [f"AB{number:06}C" for number in range(30)],
        [f"S{number:07}A" for number in (4_003, 4_004, 4_007, 4_012, 4_013, 4_019, 4_030, 4_032)],
        ["+49 170 1234567", "+49 171 7654321", "+49 30 901820", "+49 89 233000", "+49 40 428280", "+49 221 22100"],
        ["(212) 555-0143", "(212) 555-0175", "(646) 555-0120", "(718) 555-0199", "(917) 555-0101", "(212) 555-0117"],
        ["10115", "80331", "20095", "50667", "60311", "70173"],
        ["SW1A 1AA", "EC1A 1BB", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT"],
        ["2019-03-15", "2020-11-01", "2018-07-30", "2022-01-17", "2021-05-04", "2023-09-12"],
        ["4711-200", "4711-300", "4712-100", "4810-200", "4810-300", "4811-100"],
        ["PO-2026-004711", "PO-2026-004712", "PO-2026-004790", "PO-2026-005001", "PO-2026-005113"],
        ["04A2245F6B2280", "04B1335A7C2281", "0412445F6B2282", "04A2245F6B2999", "04FF245F6B2280"],
        ["0008275966", "0003118442", "0009100237", "0001774820", "0006620915", "0004409128", "0002958113"],
        ["4006381333931", "4006381333948", "4006381333955", "4006381333962", "4006381333979"],
        ["ann@example.com", "bob1980@example.com", "cy2@example.com"],
        ["Sales", "Fleet", "IT"],
        ["", " ", "n/a"],
        [],
    ],
)
def test_other_cells_stay(cells: list[str | None]) -> None:
    """Employee numbers, telephones, post codes, days, cost centres, orders, badges and words are not private."""
    assert called(cells) is None


@given(
    start=st.integers(10_000, 10**12),
    step=st.integers(1, 1_000),
    count=st.integers(1, 60),
)
def test_numbers_that_go_on_by_a_step_are_never_private(start: int, step: int, count: int) -> None:
    """An employer counts its people, whatever the check digits of some of the numbers would say."""
    assert called([f"{start + step * place}" for place in range(count)]) is None


@pytest.mark.parametrize(("damaged", "name"), [(2, "national numbers (PESEL)"), (3, None)])
def test_four_of_five_cells_are_numbers(damaged: int, name: str | None) -> None:
    """Two of ten may be damaged."""
    cells = [*CELLS["Poland: residents"], *PESELS][: 10 - damaged]

    assert called([*cells, *["2112345", "3112346", "4112347"][:damaged]]) == name


@pytest.mark.parametrize(("words", "name"), [(2, "national numbers (PESEL)"), (7, None)])
def test_words_between_numbers_are_counted(words: int, name: str | None) -> None:
    """Where fewer than half of the cells have four digits, no kind is asked."""
    assert called([*CELLS["Poland: residents"], *["none"] * words]) == name


@pytest.mark.parametrize(("numbered", "expected"), [(2, True), (1, False)])
def test_a_fifth_with_numbers_is_worth_a_look(numbered: int, *, expected: bool) -> None:
    """Four digits are a number, three are none."""
    assert have_numbers([*["12-34"] * numbered, *["123"] * (10 - numbered)]) is expected


def test_no_cells_are_not_worth_a_look() -> None:
    """A column that nobody fills has no numbers."""
    assert not have_numbers([])
