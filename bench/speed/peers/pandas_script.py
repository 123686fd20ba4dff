"""The script that somebody writes instead: pandas for the cells, Pandera for the rules, no loop over rows.

    python -m bench.speed.peers.pandas_script EXPORT FOLDER

It knows this export: its columns, the words of its status, and that an address is a person. It trims, lowers, leaves
out leavers and equal addresses, validates every cell, and writes the import file; prints what that cost.
"""

import json
import sys
from functools import partial
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from bench.costs import of_call

_FLAGS = ("Send Invitation", "Send Welcome Email", "SmartBox User", "Generate Access Code")
_ORDER = (
    "First Name", "Last Name", "Email Address", "Send Invitation", "Send Welcome Email", "SmartBox User", "Badge Code",
    "Generate Access Code",
)  # fmt: skip
_LEFT = ("terminated", "inactive", "left")
_ADDRESS = r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+"

_NAME = pa.Column(str, [pa.Check.str_length(1, 100), pa.Check.str_matches(r"[^\s]")])
_FLAG = pa.Column(str, pa.Check.isin(["true", "false"]))
_SCHEMA = pa.DataFrameSchema(
    {
        "First Name": _NAME,
        "Last Name": _NAME,
        "Email Address": pa.Column(str, pa.Check(lambda cells: cells.str.fullmatch(_ADDRESS)), unique=True),
        **dict.fromkeys(_FLAGS, _FLAG),
        "Badge Code": pa.Column(str, pa.Check.str_matches(r"^[A-Za-z0-9]*$")),
    },
    strict=True,
)


def import_file(export: Path, folder: Path) -> None:
    """Write the import file of everybody who works there."""
    read = pd.read_csv(export, dtype="str", keep_default_na=False)
    works = ~read["Status"].str.strip().str.lower().isin(_LEFT)
    read = read[works]
    people = pd.DataFrame(
        {
            "First Name": _trimmed(read["First Name"]),
            "Last Name": _trimmed(read["Last Name"]),
            "Email Address": read["Work Email"].str.strip().str.lower(),
        }
    ).drop_duplicates("Email Address")
    people = people.assign(**dict.fromkeys(_FLAGS, "true") | {"SmartBox User": "false", "Badge Code": ""})
    _SCHEMA.validate(people, lazy=True)[list(_ORDER)].to_csv(folder / "pandas.csv", index=False, lineterminator="\r\n")


def _trimmed(cells: "pd.Series[str]") -> "pd.Series[str]":
    return cells.str.strip().str.replace(r"\s+", " ", regex=True)


if __name__ == "__main__":
    print(json.dumps(of_call(partial(import_file, Path(sys.argv[1]), Path(sys.argv[2])))))
