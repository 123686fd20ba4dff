"""Whole years of a made company, by seeds: `PYTHONPATH=. python bench/years.py [SEED ...]`, by default ten from 1 on.

What is checked each month is in `tests/job/months_in_a_row.py`; a year that breaks it ends with its error and its seed.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.job.company import Company
from tests.job.months_in_a_row import check_months

MONTHS, SIZE, PLACES = 12, 40, 15


def main() -> None:
    """Do the years of the seeds that are named."""
    for seed in map(int, sys.argv[1:] or range(1, 11)):
        company, began = Company.founded(seed, SIZE, "2020-01-01"), time.process_time()
        print(f"seed {seed}: ", end="", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            check_months(company, Path(folder), PLACES, [company.month_after] * (MONTHS - 1))
        print(f"{len(company.people)} people, {time.process_time() - began:.0f} s of processor", flush=True)


if __name__ == "__main__":
    main()
