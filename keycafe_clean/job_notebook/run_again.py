"""Notebooks run again and compared with what they showed; what is new may be taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from keycafe_clean.errors import SetupError
from keycafe_clean.job_notebook.difference import Difference
from keycafe_clean.job_notebook.notebook_file import Notebook, Output
from keycafe_clean.job_notebook.output_text import has_address, stopped_by, text_of
from keycafe_clean.job_notebook.running import Ran, ran, sanitising

#: What became of a notebook: it shows the same, something else, something else that was taken, or it cannot be used.
SAME, DIFFERENT, ACCEPTED, FAULT = "same", "different", "accepted", "fault"


@dataclass(frozen=True)
class NotebookRun:
    """What became of a notebook; `fault` is a sentence where it cannot be used."""

    path: Path
    result: str
    differences: tuple[Difference, ...] = ()
    fault: str = ""

    def words(self) -> str:
        """Get what is different in the analyst's words, in one line; empty: nothing is."""
        return "; ".join(words for difference in self.differences for words in difference.words())

    def raw(self) -> str:
        """Get the lines that are different, cell by cell, the old ones above the new ones; empty: none are."""
        return "\n".join(difference.raw() for difference in self.differences)


def notebooks_in(paths: Iterable[Path]) -> list[Path]:
    """Get the notebooks that are named, and those of named folders, each once. SetupError: a folder has none."""
    found: dict[Path, Path] = {}
    for path in paths:
        inside = sorted(path.glob("*.ipynb")) if path.is_dir() else [path]
        if not inside:
            raise SetupError(f"{path} holds no notebook. Make one with: keycafe-clean notebook new JOB EXPORT")
        found |= {one.resolve(): one for one in inside}
    return list(found.values())


def run_again(paths: Iterable[Path], *, accept: bool = False) -> list[NotebookRun]:
    """Run notebooks and get what became of each, in order; with `accept` those that show something else take it.

    A notebook with an address in its outputs is not run, and one that would show an address takes nothing. SetupError:
    one is no notebook, or is not there; then none is run. ServiceUnavailable: they cannot be run here.
    """
    books = [Notebook.read(path) for path in notebooks_in(paths)]
    refused = {book.path: said for book in books if (said := address_fault(book.outputs))}
    cells = ran([book.path for book in books if book.path not in refused]) if len(refused) < len(books) else {}
    told = []
    for book in books:
        fault = refused.get(book.path) or fault_of(book, cells[book.path])
        told.append(
            NotebookRun(book.path, FAULT, fault=fault) if fault else _compared(book, cells[book.path], accept=accept)
        )
    return told


def fault_of(book: Notebook, cells: Sequence[Ran]) -> str:
    """Get why the outputs of a notebook that was run cannot be used, as a sentence; empty: they can."""
    if not cells and book.outputs:
        return "It did not run: no kernel of Python starts here."
    for cell in cells:
        if cell.outputs is None:
            return f"Cell {cell.place + 1} did not run: the kernel of Python has ended."
        stopped = None if cell.is_taken else stopped_by(cell.outputs)
        if stopped:
            return f"Cell {cell.place + 1}: {stopped}"
    return address_fault(_shown(book, cells))


def address_fault(outputs: Iterable[Sequence[Output]]) -> str:
    """Name the cells whose outputs have an address; empty: none have."""
    cells = [f"{place}" for place, of_cell in enumerate(outputs, 1) if has_address(of_cell)]
    if not cells:
        return ""
    named = f"Cell {cells[0]} shows" if len(cells) == 1 else f"Cells {', '.join(cells[:-1])} and {cells[-1]} show"
    return f"{named} an e-mail address. Show counts, codes or masked cells instead, and clear the output."


def new_outputs(cells: Iterable[Ran]) -> dict[int, list[Output]]:
    """Get what the cells have shown that ran, by their place."""
    return {cell.place: cell.outputs for cell in cells if cell.outputs is not None}


def _shown(book: Notebook, cells: Sequence[Ran]) -> list[list[Output]]:
    new = new_outputs(cells)
    return [new.get(place, []) for place in range(len(book.outputs))]


def _compared(book: Notebook, cells: Sequence[Ran], *, accept: bool) -> NotebookRun:
    patterns, differences = sanitising(), []
    for cell in cells:
        before, now = text_of(book.outputs[cell.place], patterns), text_of(cell.outputs or (), patterns)
        # nbval compares more than text, but takes no cell whose outputs were kept while its number was cleared.
        is_other = before != now or (not cell.is_taken and book.were_run[cell.place])
        if cell.is_compared and is_other:
            differences.append(Difference(cell.place + 1, before, now))
    if differences and accept:
        book.with_outputs(new_outputs(cells)).write()
    result = (ACCEPTED if accept else DIFFERENT) if differences else SAME
    return NotebookRun(book.path, result, tuple(differences))
