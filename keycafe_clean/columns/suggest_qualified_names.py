"""First and last names under headers that nobody knows and that have these words in them: `Deputy First Name`."""

from collections.abc import Iterator

from keycafe_clean.columns.cell_shapes import is_name
from keycafe_clean.columns.headers import words
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import HEADED
from keycafe_clean.columns.spellings import spellings
from keycafe_clean.columns.suggestion import Suggestion, in_words
from keycafe_clean.steps.frame_columns import FIRST, LAST


def suggest_qualified(table: Table) -> Iterator[Suggestion]:
    """Yield, to be checked, the first unknown headers that have a name of first and of last names among their words.

    Both or nothing: of one of them it is less likely that the row is about that person.
    """
    found = [header for column in (FIRST, LAST) for header in _having(table, column)[:1]]
    if len(set(found)) == len((FIRST, LAST)):
        for column, header in zip((FIRST, LAST), found, strict=True):
            yield Suggestion(column, (header,), sure=False, reason=f"its name has words for {in_words(column)}s in it")


def _having(table: Table, column: str) -> list[str]:
    """Get the headers that nobody knows, of filled columns whose cells can be names, with words for this part."""
    unknown = [header for header in table.source.headers if header not in table.meanings and table.filled(header)]
    return [header for header in unknown if speaks_of(header, column) and table.share(header, is_name) >= HEADED]


def speaks_of(header: str, column: str) -> bool:
    """Whether some of the words of a header are a name of this column: `Preferred Last Name` of last names."""
    return any(found.kind == column for found in map(spellings().get, runs_of(words(header))) if found)


def runs_of(said: tuple[str, ...]) -> tuple[str, ...]:
    """Get all words that stand one behind the other, joined as keys are."""
    return tuple("".join(said[start:end]) for start in range(len(said)) for end in range(start + 1, len(said) + 1))
