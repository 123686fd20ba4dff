"""An export in other forms: with fewer and more quote marks, and as a workbook.

    python -m bench.speed.inside.variants text|workbook EXPORT FOLDER

Prints the paths by form.
"""

import json
import sys
from pathlib import Path

import polars as pl

#: The columns of the workbook: those of the export, and remarks.
_COLUMNS = 20


def texts(export: Path, folder: Path) -> dict[str, str]:
    """Write the export without any quote mark, and with quote marks around every cell."""
    cells = pl.read_csv(export, infer_schema=False)
    bare, quoted = folder / f"no_quotes_{export.name}", folder / f"all_quoted_{export.name}"
    cells.with_columns(pl.all().str.replace_all(r'[",\r\n]', " ")).write_csv(bare, quote_style="never")
    cells.write_csv(quoted, quote_style="always")
    return {"no_quotes": f"{bare}", "as_made": f"{export}", "all_quoted": f"{quoted}"}


def workbook(export: Path, folder: Path) -> dict[str, str]:
    """Write the export as a workbook, with columns of remarks beside its own."""
    cells = pl.read_csv(export, infer_schema=False)
    remarks = (pl.lit(f"remark {number}").alias(f"Note {number}") for number in range(_COLUMNS - cells.width))
    path = folder / f"{export.stem}.xlsx"
    cells.with_columns(remarks).write_excel(path)
    return {"workbook": f"{path}"}


_FORMS = {"text": texts, "workbook": workbook}


if __name__ == "__main__":
    print(json.dumps(_FORMS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
