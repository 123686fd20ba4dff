"""How two rows are compared: comparison levels as data, each with what a person reads and its m before learning.

Assumption: every m below is an estimate of ours, in whole hundredths: four in five rows of one person agree in a value,
and what is left goes to the levels by how often people write so. None is taken from data or from a library, since none
has to be right: those of names and columns are learned from the file, and of numbers and addresses any will do. Moved
one table at a time on the labelled sets of bench/duplicates.md (F1 of RLdata500, of RLdata10000, of the made export
of 5,000 rows; FEBRL's stay at .9999 and more, and no certain pair is false):

    as they stand                                     .9901  .9710  .9965
    first name, m of "same" at .60 / .95              .9901  .9695 / .9710  .9965
    last name, the same                               .9800 / .9901  .9685 / .9710  .9965
    email, number, the same                           .9901  .9710  .9965
    column, the same                                  .9524 / .9899  .9701 / .9682  .9965
    every table as Splink begins: .95, the rest even  .9899  .9682  .9977
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """One comparison level, in the terms of Fellegi and Sunter.

    `words` is what a person reads; `{column}` is the column that was compared. `m` is how often two rows of one person
    come out so, before the data say otherwise, a share of 1; `u` how often those of two people do, where the data
    cannot say, and None where it is counted.
    """

    name: str
    words: str
    m: float
    u: float | None = None


#: The first level is equality, the last anything else; a blank on either side has no level. Each `m` is an assumption,
#: as above.
FIRST_NAME = (
    Level("same", "same first name", 0.78),
    Level("short", "one first name is a part of the other", 0.06),
    Level("nickname", "first names are forms of one name", 0.04),
    Level("typo", "first names differ by a slip", 0.06),
    Level("alike", "similar first names", 0.02),
    Level("other", "different first names", 0.04),
)
LAST_NAME = (
    Level("same", "same last name", 0.80),
    Level("short", "one last name is a part of the other", 0.05),
    Level("typo", "last names differ by a slip", 0.07),
    Level("alike", "similar last names", 0.02),
    Level("other", "different last names", 0.06),
)
#: Addresses are made of names. Two people of one name have the same mailbox at two domains (`elsewhere`) as often as
#: colleagues have two domains, and alike mailboxes at one domain (`named`). Other mailboxes at two domains (`private`)
#: speak against one person only where colleagues have two domains. The u of `named` is set: random pairs hardly have
#: two people of one name, whom it is about. Counted instead, F1 of the made export falls from .9965 to .9863; at .1 and
#: at .6 it stays.
EMAIL = (
    Level("same", "same address", 0.70),
    Level("elsewhere", "same address at another domain", 0.08),
    Level("named", "addresses of the same name", 0.04, u=0.3),
    Level("moved", "same address at another domain", 0.03),
    Level("typo", "addresses differ by a slip", 0.03),
    Level("private", "addresses at two domains", 0.06),
    Level("other", "different addresses", 0.06),
)
NUMBER = (
    Level("same", "same {column}", 0.86),
    Level("typo", "{column} differs by a slip", 0.04),
    Level("other", "different {column}", 0.10),
)
COLUMN = (
    Level("same", "same {column}", 0.80),
    Level("typo", "{column} differs by a slip", 0.06),
    Level("alike", "similar {column}", 0.04),
    Level("other", "different {column}", 0.10),
)

#: The kinds of comparison. Of `LEARNED` ones m is learned from the data; how often one person has two numbers or two
#: addresses is not: a file full of namesakes would teach that numbers mean nothing.
KINDS = {"first": FIRST_NAME, "last": LAST_NAME, "email": EMAIL, "number": NUMBER, "column": COLUMN}
LEARNED = frozenset({"first", "last", "column"})


def kind_of(comparison: str) -> str:
    """Get the kind of a comparison, the part before its first colon: `number` of `number:Badge Code`."""
    return comparison.partition(":")[0]


def levels_of(comparison: str) -> tuple[Level, ...]:
    """Get the levels of a comparison, equality first and anything else last. KeyError: its kind is none of `KINDS`."""
    return KINDS[kind_of(comparison)]


def place(levels: tuple[Level, ...], name: str) -> int:
    """Get the place of a level among its levels, from 0. ValueError: there is none of this name."""
    return [level.name for level in levels].index(name)
