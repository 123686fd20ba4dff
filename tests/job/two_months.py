"""Two months of a made company of 3,400 with their truth: the exports of November and December of the desk's figures.

python -m tests.job.two_months FOLDER     writes Workers_2026-11.csv, Workers_2026-12.csv and known.txt
"""

import csv
import io
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

SEED = 2026
HEADER = (
    "Worker ID",
    "First Name",
    "Last Name",
    "Work E-mail",
    "Status",
    "Last Day",
    "Hire Date",
    "Site",
    "Department",
)

#: Rows of November: who works there, who has left, lines that are no people.
PEOPLE, LEAVERS = 3_400, 420
#: Of the people: second rows that are certain duplicates, second rows that may be, how many of these are one person,
#: without an address, with a broken one (the last of these end in a slip, the others too early), in Keycafe already.
CERTAIN, POSSIBLE, SAME, WITHOUT, BROKEN, SLIPS, KNOWN = 12, 35, 22, 60, 7, 3, 120
#: December: new ones; who has left since, by their place among the people, and who has another name: the first of each
#: were in November's file, which holds the first 880 people, the others wait for a later one.
JOINERS = 41
GONE, RENAMED = (150, 200, 300, *range(1_000, 1_009)), (400, 401, 1_100, 1_101, 1_102)

_FIRST = (
    *(
        "Ada",
        "Bea",
        "Carl",
        "Dora",
        "Emil",
        "Frida",
        "Gustav",
        "Hanna",
        "Igor",
        "Jana",
        "Kurt",
        "Lena",
        "Marek",
        "Nina",
    ),
    *("Otto", "Paula", "Ralf", "Silke", "Tomas", "Ursula", "Viktor", "Wanda", "Xenia", "Yvonne", "Zoltan"),
)
_ONSETS = ("B", "Br", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "St", "T", "V", "W", "Z")
_MIDDLES = ("al", "an", "el", "en", "il", "om", "or", "ub", "ut")
_ENDS = ("berg", "dorf", "feld", "mann", "stein", "wald")
_SITES, _DEPARTMENTS = ("Berlin", "Hamburg", "Leeds", "York"), ("Fleet", "Sales", "Service")


@dataclass(frozen=True)
class Person:
    """One row of an export."""

    number: int
    first: str
    last: str
    email: str
    hired: str
    site: str
    department: str
    status: str = "Active"
    last_day: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Get the cells under `HEADER`."""
        return (
            *(f"{self.number:05}", self.first, self.last, self.email, self.status, self.last_day),
            *(self.hired, self.site, self.department),
        )


@dataclass(frozen=True)
class Months:
    """Both exports and what is true of them: who is in Keycafe before, and which pairs are one person."""

    november: bytes
    december: bytes
    known: bytes
    #: the source rows of each possible pair in November, and whether it is one person
    pairs: tuple[tuple[int, int, bool], ...]
    #: the source row of each broken address in November, and the address that is meant
    broken: tuple[tuple[int, str], ...]


def months(seed: int = SEED) -> Months:
    """Make both months."""
    chance = random.Random(seed)  # noqa: S311 - people of tests
    made = list(_made(chance, PEOPLE + LEAVERS + JOINERS))
    own = PEOPLE - CERTAIN - POSSIBLE
    people, leavers, joiners = made[:own], made[PEOPLE : PEOPLE + LEAVERS], made[PEOPLE + LEAVERS :]
    people[:WITHOUT] = [replace(it, email="") for it in people[:WITHOUT]]
    sound = {place: person.email for place, person in enumerate(people[WITHOUT : WITHOUT + BROKEN], WITHOUT)}
    for place, address in sound.items():
        ending = ".con" if place >= WITHOUT + BROKEN - SLIPS else ""
        people[place] = replace(people[place], email=address.removesuffix(".com") + ending)
    known = people[-KNOWN:]
    twice = people[WITHOUT + BROKEN : WITHOUT + BROKEN + CERTAIN]
    alike = people[WITHOUT + BROKEN + CERTAIN : WITHOUT + BROKEN + CERTAIN + POSSIBLE]
    spare = made[own:PEOPLE]
    doubles = [replace(it, department="") for it in twice]
    doubtful = [_alike(one, spare[place].number, same=place < SAME) for place, one in enumerate(alike)]
    left = [replace(it, status="Terminated", last_day="2026-08-31") for it in leavers]
    rows = [*people, *doubles, *doubtful, *left]
    first = WITHOUT + BROKEN + CERTAIN
    pairs = tuple((first + i + 2, len(people) + CERTAIN + i + 2, i < SAME) for i in range(POSSIBLE))
    broken = tuple((place + 2, address) for place, address in sound.items())
    return Months(
        _written(rows),
        _written(_december(people, [*doubles, *doubtful], left, joiners)),
        "\n".join(it.email for it in known).encode(),
        pairs,
        broken,
    )


def _made(chance: random.Random, count: int) -> Iterator[Person]:
    names = list(product(_ONSETS, _MIDDLES, _ENDS))
    chance.shuffle(names)
    for number in range(count):
        first = _FIRST[number % len(_FIRST)]
        onset, middle, end = names[number // len(_FIRST) * 5 % len(names)]
        last = f"{onset}{middle}{end}".title()
        hired = f"{2005 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        email = f"{first}.{last}@acme.com".lower()
        yield Person(number + 1, first, last, email, hired, chance.choice(_SITES), chance.choice(_DEPARTMENTS))


def _alike(person: Person, number: int, *, same: bool) -> Person:
    """Get a second row that may be the same person: another number and a private address, or another day and site."""
    private = f"{person.first}.{person.last}@example.org".lower()
    return replace(person, number=number, email=private, department="" if same else person.department)


def _december(people: list[Person], others: list[Person], left: list[Person], joiners: list[Person]) -> list[Person]:
    """Get the rows a month later, in another order."""
    now = [
        replace(person, status="Terminated", last_day="2026-11-20") if place in GONE
        else replace(person, last=f"{person.last}-Novak") if place in RENAMED
        else person
        for place, person in enumerate(people)
    ]  # fmt: skip
    return [*reversed(now), *joiners, *others, *left]


def _written(rows: list[Person]) -> bytes:
    """Get the bytes of an export, with four lines below that are no people."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(it.cells for it in rows)
    blank = [""] * len(HEADER)
    writer.writerows([blank, blank, HEADER, ["Total", *blank[1:]]])
    return text.getvalue().encode()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    both = months()
    (folder / "Workers_2026-11.csv").write_bytes(both.november)
    (folder / "Workers_2026-12.csv").write_bytes(both.december)
    (folder / "known.txt").write_bytes(both.known)
