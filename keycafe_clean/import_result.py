"""What became of a file that was to be imported: its counts, whoever failed, and the sentences about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from keycafe_clean.check import Checked
from keycafe_clean.wire import Import

#: What became of the file here: it was held back, sent, followed since it was running, or through already.
Way = Literal["not sent", "sent", "followed", "earlier"]


@dataclass(frozen=True)
class FailedRow:
    """Somebody who was not added: the row as a spreadsheet shows it, the column and its cell, and what was said.

    `column` is empty where no cell is at fault; `value` is None for that, and for a blank cell.
    """

    row: int
    column: str
    value: str | None
    code: str
    message: str

    def __str__(self) -> str:
        said = self.message if self.message.startswith("Row ") else f"Row {self.row:,}: {self.message}"
        return f"{said} ({self.column}: {self.value})" if self.value else said


@dataclass(frozen=True)
class Imported:
    """What became of a file: what a check of it found, and its import as it ended, None where it was `not sent`.

    `attempts` counts the imports of this file so far, the one that is told included.
    """

    way: Way
    checked: Checked
    found: Import | None = None
    failed: tuple[FailedRow, ...] = ()
    attempts: int = 1

    @property
    def is_fine(self) -> bool:
        """Tell whether everybody in the file is in Keycafe by it, or was there."""
        return self.found is not None and self.found.state == "completed" and not self.found.failed

    @property
    def broke_off(self) -> bool:
        """Tell whether the import failed when somebody had been added."""
        return self.found is not None and self.found.state == "failed" and self.found.added > 0

    @property
    def is_void(self) -> bool:
        """Tell whether the import failed as a whole, so that nobody was added for no fault of their own row."""
        found = self.found
        return found is not None and found.state == "failed" and not found.added and found.failed < found.rows


def in_words(result: Imported) -> Iterator[str]:
    """Yield what became of a file that is or was in the service: a sentence, why, and a line for each row that failed.

    Nothing for a file that was not sent: its check says why.
    """
    if result.found is None:
        return
    yield _sentence(result, result.found)
    if result.found.message:
        yield result.found.message
    if result.found.state == "failed":
        yield _step(result)
    yield from (f"  {row}" for row in result.failed)


def _sentence(result: Imported, found: Import) -> str:
    day = f"{found.created_at.day} {found.created_at:%B %Y}"
    match result.way:
        case "earlier":
            return f"This very file was imported on {day}, as {found.name}: {_counts(found)}. Nothing was sent."
        case "followed":
            return f"This very file was there already, sent on {day}, and was followed: {_counts(found)}."
        case _:
            again = f" (attempt {result.attempts:,})" if result.attempts > 1 else ""
            how = "The import failed" if found.state == "failed" else "Imported"
            return f"{how}{again}: {_counts(found)}."


def _counts(found: Import) -> str:
    skipped = found.done - found.added - found.failed if found.state == "completed" else 0
    there = f", {skipped:,} there before" if skipped else ""
    return f"{found.added:,} of {found.rows:,} added, {found.failed:,} failed{there}"


def _step(result: Imported) -> str:
    """Get what to do about an import that failed."""
    if result.broke_off:
        return "It broke off in the middle. Look in Keycafe who of the file is there, and import a file of the others."
    if result.failed:
        return "Nobody is in Keycafe by this file: repair or take out the rows below, and import the new file."
    return "Nobody is in Keycafe by this file: run the same command again."
