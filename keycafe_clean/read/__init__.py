"""Reading: an HR export of any kind as text with provenance, nothing lost and nothing altered.

The way of a file, from its bytes to the `Export` (`reader.py`):

1. bytes (`files.py`) within a budget (`budget.py`): usual text is taken apart in this process, everything else in a
   child that may die (`isolated.py`; `process.py` on this side, `child.py` and `parse.py` on that one, `parsed.py`
   between them);
2. the kind of file, by its content (`file_kind.py`); packed ones are opened (`unpack.py`);
3. a grid of cells (`table/grid.py`) with what is known of a cell beside its text (`annotations.py`): from text by its
   encoding, its delimiter and its quote marks (`text/`, from `text_file.py` on), from a sheet of a workbook or a page
   of markup (`workbook/`, from `sheet_grid.py` on);
4. a table (`table/`): which row holds the column names, which rows are no people (`people_table.py`), what is private
   (`sensitive.py`) and left out (`redaction.py`), what somebody should hear of (`reading_findings.py`).

`describe.py` says in words what was read.
"""

from keycafe_clean.read.describe import describe, letters
from keycafe_clean.read.reader import read_export

__all__ = ["describe", "letters", "read_export"]
