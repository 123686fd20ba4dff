"""A made company over months, with the truth: who joins, leaves, marries, moves, comes back, has whose mailbox."""

import csv
import io
import random
from dataclasses import dataclass, field, replace

HEADER = ("Employee ID", "First Name", "Last Name", "Email", "Status", "Start Date", "Last Day", "Location")

_FIRST = ("Ada", "Bela", "Carl", "Dora", "Emil", "Frida", "Gustav", "Hanna", "Igor", "Jana", "Kurt", "Lena", "Otto")
_ONSETS, _MIDDLES = (
    ("B", "Dr", "F", "G", "K", "L", "M", "N", "P", "R", "St", "T", "W", "Z"),
    ("al", "en", "il", "or", "ub"),
)
_ENDS, _SITES = ("berg", "dorf", "mann", "wald"), ("Leeds", "York", "Bath")

#: Of a hundred people in a month: who leaves, marries, moves; of the leavers, who comes back in a later month.
LEAVE, MARRY, MOVE, RETURN = 3, 2, 4, 20
#: Who begins in a month, and how many of them have no address.
JOINERS, WITHOUT = 4, 8


@dataclass(frozen=True)
class Person:
    """Somebody, by a number of ours that no export has, and their cells."""

    who: int
    cells: tuple[str, ...]

    @property
    def is_here(self) -> bool:
        """Tell whether they work there."""
        return self.cells[4] == "Active"

    def but(self, **cells: str) -> "Person":
        """Get them with other cells, by header without blanks: `Last_Name`."""
        named = dict(zip(HEADER, self.cells, strict=True)) | {name.replace("_", " "): it for name, it in cells.items()}
        return replace(self, cells=tuple(named[name] for name in HEADER))


def left(person: Person, day: str) -> Person:
    """Let somebody leave on a day."""
    return person.but(Status="Terminated", Last_Day=day)


def back(person: Person, day: str) -> Person:
    """Let somebody who has left begin again."""
    return person.but(Status="Active", Start_Date=day, Last_Day="")


def married(person: Person, _day: str) -> Person:
    """Give somebody another last name, and an address of it."""
    last, email = person.cells[2:4]
    return person.but(Last_Name=f"{last}-Novak", Email=email.replace("@", ".novak@"))


def moved(person: Person, _day: str) -> Person:
    """Let somebody work at the next site."""
    return person.but(Location=_SITES[(_SITES.index(person.cells[7]) + 1) % len(_SITES)])


#: What can happen: somebody joins, or joins and gets the mailbox of who has left, or somebody who is there changes.
JOINS, INHERITS = "joins", "joins and inherits"
LEAVES, MARRIES, MOVES, RETURNS = "leaves", "marries", "moves", "returns"
_CHANGES = {LEAVES: left, MARRIES: married, MOVES: moved, RETURNS: back}


@dataclass
class Company:
    """The company as it is in a month; `month_after()` makes it a month older."""

    chance: random.Random
    people: list[Person] = field(default_factory=list)
    made: int = 0

    @classmethod
    def founded(cls, seed: int, size: int, day: str) -> "Company":
        """Get a company of so many people who began on a day."""
        company = cls(random.Random(seed))  # noqa: S311 - people of tests
        company._hire(size, day)
        return company

    def export(self) -> str:
        """Get the export of the month, its rows in any order."""
        rows = [person.cells for person in self.people]
        self.chance.shuffle(rows)
        text = io.StringIO()
        csv.writer(text).writerows([HEADER, *rows])
        return text.getvalue()

    def month_after(self, month: str) -> None:
        """Let a month pass: `YYYY-MM` is the new one."""
        self.people = [self._later(person, f"{month}-01") for person in self.people]
        self._hire(JOINERS, f"{month}-01")
        gone = [place for place, person in enumerate(self.people) if not person.is_here]
        if gone and self.chance.random() < 0.5:
            # The newest one gets the mailbox of somebody who has left.
            self.people[-1] = self.people[-1].but(Email=self.people[self.chance.choice(gone)].cells[3])

    def happens(self, what: str, pick: int, day: str) -> None:
        """Let one thing happen on a day, to whom `pick` chooses; nothing where nobody can be chosen."""
        if what.startswith("joins"):
            self._hire(1, day)
        gone, here = ([at for at, it in enumerate(self.people) if it.is_here is present] for present in (False, True))
        places = gone if what in (RETURNS, INHERITS) else here
        if not places:
            return
        place = places[pick % len(places)]
        if what == INHERITS:
            self.people[-1] = self.people[-1].but(Email=self.people[place].cells[3])
        elif what in _CHANGES:
            self.people[place] = _CHANGES[what](self.people[place], day)

    def _later(self, person: Person, day: str) -> Person:
        drawn = self.chance.randrange(100)
        if not person.is_here:
            return back(person, day) if drawn < RETURN else person
        if drawn < LEAVE:
            return left(person, day)
        if drawn < LEAVE + MARRY:
            return married(person, day)
        if drawn < LEAVE + MARRY + MOVE:
            return person.but(Location=self.chance.choice(_SITES))
        return person

    def _hire(self, count: int, day: str) -> None:
        for _ in range(count):
            self.made += 1
            made = self.made
            first = _FIRST[made % len(_FIRST)]
            last = f"{_ONSETS[made % len(_ONSETS)]}{_MIDDLES[made % len(_MIDDLES)]}{_ENDS[made // 7 % len(_ENDS)]}"
            email = "" if self.chance.randrange(100) < WITHOUT else f"{first}.{last}{made}@acme.com".lower()
            cells = (f"{made:04}", first, last, email, "Active", day, "", self.chance.choice(_SITES))
            self.people.append(Person(made, cells))
