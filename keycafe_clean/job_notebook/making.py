"""A notebook of a job, made and run."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from keycafe_clean.errors import SetupError
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.made_again import month_named
from keycafe_clean.job.month_exports import exports_of
from keycafe_clean.job_notebook.cells import cells_of
from keycafe_clean.job_notebook.notebook_file import Notebook
from keycafe_clean.job_notebook.run_again import fault_of, new_outputs
from keycafe_clean.job_notebook.running import ran, refuse_without_nbval
from keycafe_clean.wording import month_name
from keycafe_clean.write.unwritable import write_new


def make_notebook(job: JobFolder, files: Sequence[Path], out: Path | None) -> Notebook:
    """Write the notebook of the newest month of a job, with its outputs, and get it; by default in the current folder.

    SetupError: a file is not one that the month was made from, or the notebook cannot be run; then none is there.
    OutputError: there is a file of its name, or it cannot be written. ServiceUnavailable: nothing can be run here.
    """
    month, name = month_named(job), job.path.resolve().name
    exports_of(month, files)
    refuse_without_nbval()
    path = out or Path(f"{name}_{month.folder.name}.ipynb")
    call = [_python(_from(path, it)) for it in (job.path, *files)]
    cells = cells_of(name, month_name(month.month), [*call, f"month={_python(month.folder.name)}"])
    book = Notebook.of(path, cells)
    write_new(path, book.to_json(), by=" with --out")
    try:
        made = _run(book)
        made.write()
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return made


def _run(book: Notebook) -> Notebook:
    """Get a notebook with what its cells show. SetupError: one of them cannot be used."""
    shown = ran([book.path])[book.path]
    if fault := fault_of(book, shown):
        raise SetupError(f"The notebook cannot be made. {fault}")
    return book.with_outputs(new_outputs(shown))


def _from(notebook: Path, path: Path) -> str:
    """Get the way from the folder of a notebook to a file: both can be moved together."""
    target = path.resolve()
    try:
        return Path(os.path.relpath(target, notebook.resolve().parent)).as_posix()
    except ValueError:  # another drive of Windows
        return target.as_posix()


def _python(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
