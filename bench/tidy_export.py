"""An export of invented people, fifteen columns, that needs little cleaning: called as make_hr_export.py is.

    python bench/tidy_export.py OUT.csv --rows 100000 --seed 1

Cells have blanks around them, addresses capitals, one record in twenty has left, one in fifty is there twice, with
the same address written in another way. That is what a short script does as well as we do.
"""

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

_HEADER = (
    "Employee ID", "First Name", "Last Name", "Work Email", "Status", "Hire Date", "Department", "Location",
    "Job Title", "Cost Centre", "Shift", "Building", "Floor", "Manager", "Remarks",
)  # fmt: skip
_FIRST = ("Jana", "Piotr", "Eva", "Ken", "Jörg", "Ana", "Tom", "Ingrid", "Luca", "Marta", "Karim", "Naomi")
_SYLLABLES = ("ba", "do", "fi", "gu", "ka", "le", "mi", "nu", "po", "ra", "se", "ti", "vo", "wa", "xe", "zu")
_DEPARTMENTS = ("Operations", "Finance", "Fleet", "Legal", "Housekeeping")
_SITES = ("Vancouver", "Austin", "Leeds", "Brno")


def records(rows: int, seed: int) -> Iterator[tuple[str, ...]]:
    """Yield the records, in their order."""
    chance = random.Random(seed)
    before: tuple[str, ...] = ()
    for number in range(rows):
        if number % 50 == 49:
            yield (*before[:3], f" {before[3].strip().upper()}", *before[4:])
            continue
        before = _record(number, chance)
        yield before


def _record(number: int, chance: random.Random) -> tuple[str, ...]:
    first, last = _FIRST[number % len(_FIRST)], _last_name(number)
    address = f"{first}.{last}@example.com".replace("ö", "o")
    cells = (
        f"{number + 1_000_000}",
        f"{first} " if number % 4 == 0 else first,
        f" {last}" if number % 5 == 0 else last,
        address if number % 3 == 0 else address.lower(),
        "Terminated" if number % 20 == 3 else "Active",
        f"20{10 + number % 14}-{1 + number % 9:02}-{10 + number % 18}",
        chance.choice(_DEPARTMENTS),
        chance.choice(_SITES),
    )
    return (*cells, "Associate", f"CC {number % 30}", "Day", "Main", f"{number % 7}", "Boss", f"remark {number % 97}")


def _last_name(number: int) -> str:
    """Get a last name that nobody else has: a syllable for each digit to the base of 16."""
    return "".join(_SYLLABLES[int(digit, 16)] for digit in f"{number * 40_503 % 2**24:06x}").capitalize()


def main() -> None:
    """Write the export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with asked.out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_HEADER, *records(asked.rows, asked.seed)])


if __name__ == "__main__":
    main()
