"""Which share of a column's cells decides what the column is, of 1.

In the 40 files of bench/columns.md that somebody else has labelled, every right column under a header that says so
passes its test in at least 0.98 of its cells, and every wrong one in 0: what lies between is chosen by what a mistake
costs.
"""

from typing import Final

#: Where the header says so, half of the cells must agree: a column that is half wrong is still what it is called, and
#: without it people would lose their names or their addresses.
HEADED: Final = 0.5

#: Where no header says so, the cells must: of names the poorest right column there has 0.8 (`Emp_Name` of
#: messy_employees_junkcol).
UNHEADED: Final = 0.8

#: Two columns that say the same in so many rows are one; a tenth is left for spellings and for who has married.
SAME: Final = 0.9

#: A column filled for fewer people is no rival of a fuller one.
MOSTLY_FILLED: Final = 0.5

#: Names of people differ from row to row, words of anything do not: the whole names of bench/columns.md have a
#: variety of 0.99 and more.
DIFFERENT: Final = 0.8

#: A column of yes and no has nothing else, but for a note or two: with more words it is read as words.
MOSTLY_FLAGS: Final = 0.9
