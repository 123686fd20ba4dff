"""People who stand in a list up to twenty times, with slips and without addresses: as lists of weeks put together."""

import random

import polars as pl

#: Most records of one person.
_MOST = 20

#: Of so many cells one has a slip, and of so many one is blank.
_SLIPS, _BLANKS = 12, 15

_STARTS = (
    "Al",
    "Be",
    "Car",
    "Da",
    "El",
    "Fi",
    "Ga",
    "Ha",
    "Is",
    "Jo",
    "Ka",
    "Le",
    "Ma",
    "Ne",
    "Os",
    "Pa",
    "Ro",
    "Sa",
    "To",
)
_ENDS = ("ana", "bert", "cia", "do", "na", "lia", "mar", "nor", "rik", "sa", "ta", "ton", "vin", "win", "zel")
_NAMES = [start + end for start in _STARTS for end in _ENDS]
_PARTS = ("berg", "dorf", "field", "gren", "hurst", "kamp", "land", "man", "nik", "ova", "quist", "son", "stein", "ton")
_SURNAMES = [name + part for name in _NAMES for part in _PARTS]
_PLACES = [f"{name} {kind}" for name in _NAMES[:12] for kind in ("North", "South")]
_DEPARTMENTS = ("Sales", "Finance", "Fleet", "Kitchen", "Reception", "Works", "Care", "Legal")

COLUMNS = ("First Name", "Last Name", "Hire Date", "Department", "Location")


def repeated_people(rows: int, seed: int) -> tuple[pl.DataFrame, pl.Series]:
    """Get so many records (`COLUMNS`), shuffled, and the person of each; the same seed gives the same."""
    chance = random.Random(seed)
    records: list[tuple[int, list[str | None]]] = []
    person = 0
    while len(records) < rows:
        cells = _cells(chance)
        records += [(person, [_written(cell, chance) for cell in cells]) for _ in range(chance.randint(1, _MOST))]
        person += 1
    chance.shuffle(records)
    cells = [record for _, record in records[:rows]]
    frame = pl.DataFrame(cells, schema=dict.fromkeys(COLUMNS, pl.String), orient="row")
    return frame, pl.Series("person", [str(number) for number, _ in records[:rows]])


def _cells(chance: random.Random) -> list[str]:
    """Get the cells of a new person; few names are common, as everywhere."""
    first = _NAMES[int(len(_NAMES) * chance.random() ** 2)]
    last = _SURNAMES[int(len(_SURNAMES) * chance.random() ** 2)]
    day = f"{chance.randint(2000, 2025)}-{chance.randint(1, 12):02}-{chance.choice((1, 1, 1, 15)):02}"
    return [first, last, day, chance.choice(_DEPARTMENTS), chance.choice(_PLACES)]


def _written(cell: str, chance: random.Random) -> str | None:
    """Get a cell as it was typed: blank now and then, or with a letter left out, doubled, or swapped with the next."""
    if chance.randrange(_BLANKS) == 0:
        return None
    if chance.randrange(_SLIPS):
        return cell
    place = chance.randrange(len(cell) - 1)
    kind = chance.randrange(3)
    middle = ("", cell[place] * 2, cell[place + 1] + cell[place])[kind]
    return cell[:place] + middle + cell[place + (2 if kind == 2 else 1) :]
