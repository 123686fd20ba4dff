"""How two rows are compared: comparison levels as data, each with what a person reads and its usual m."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """One comparison level, in the terms of Fellegi and Sunter.

    `words` is what a person reads; `{column}` is the column that was compared. `m` is how often two rows of one person
    come out so, before the data say otherwise; `u` how often those of two people do, where the data cannot say.
    """

    name: str
    words: str
    m: float
    u: float | None = None


#: The first level is equality, the last anything else; a blank on either side has no level.
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
#: speak against one person only where colleagues have two domains.
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
    """Get the kind of a comparison: `number` of `number:Badge Code`."""
    return comparison.partition(":")[0]


def levels_of(comparison: str) -> tuple[Level, ...]:
    """Get the levels of a comparison, the strongest first."""
    return KINDS[kind_of(comparison)]


def place(levels: tuple[Level, ...], name: str) -> int:
    """Get the place of a level among its levels."""
    return [level.name for level in levels].index(name)
