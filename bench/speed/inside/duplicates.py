"""Both finders of duplicates on a made export.

    python -m bench.speed.inside.duplicates SPLINK_PYTHON ROWS FOLDER RUNS

Prints what each has cost and its best F1, run by run.
"""

import json
import sys
from pathlib import Path

from bench.duplicates import judged_by_each
from bench.duplicates_sets import labelled_export


def main(splink: str, rows: int, folder: Path, runs: int) -> None:
    """Judge both finders so many times, in turn."""
    labelled = labelled_export(rows, 1, folder)
    judged = [judged_by_each(labelled, splink, folder) for _ in range(runs)]
    print(json.dumps([{one.finder: {**one.cost, "f1": one.best().f1} for one in each} for each in judged]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
