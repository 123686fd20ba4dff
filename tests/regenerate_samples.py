"""What the samples should become: `python tests/regenerate_samples.py` writes it anew and prints every difference.

Beside each sample of `data/samples/` stand `<name>.expected.json` and, where anybody is ready, `<name>.golden.csv`. A
difference is what every analyst will see: read it, and write it into `CHANGELOG.md`.
"""

import difflib
import json
import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from keycafe_clean.cli.as_json import run_as_json
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.run.finished import Job
from keycafe_clean.write import write_imports

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
TODAY = date(2026, 11, 3)

#: What stands beside a sample, and is none.
EXPECTED, GOLDEN = ".expected.json", ".golden.csv"

#: What is expected of a sample, of all that `--json` says.
_FACTS = (
    "rows_read", "ready", "waiting", "combined", "left_out", "not_people", "full_users", "smartbox_users", "columns",
    "findings", "forecast", "read",
)  # fmt: skip


def samples() -> list[Path]:
    """Get every sample: a file, or a folder whose files are one population."""
    no_sample = (EXPECTED, GOLDEN, ".gitattributes")
    return sorted(path for path in SAMPLES.iterdir() if not path.name.endswith(no_sample))


def files_of(sample: Path) -> list[Path]:
    """Get the files of a sample, in the order of their names."""
    return sorted(sample.iterdir()) if sample.is_dir() else [sample]


@cache
def cleaned_sample(sample: Path) -> Cleaned:
    """Clean a sample on the day of all samples, once for whoever asks."""
    return clean(read_export(*files_of(sample)), today=TODAY)


def job_of(sample: Path, folder: Path) -> Job:
    """Clean, plan and write a sample into `folder`."""
    cleaned = cleaned_sample(sample)
    plan = plan_imports(cleaned)
    return Job(cleaned, plan, write_imports(cleaned, plan, folder))


def expected_of(job: Job) -> dict[str, Any]:
    """Get what is expected of a job, as it stands in `<name>.expected.json`."""
    facts = run_as_json(job)
    return {name: facts[name] for name in _FACTS}


def golden_of(job: Job) -> bytes:
    """Get the bytes of the import file; nobody ready: none."""
    return b"".join(Path(file.path).read_bytes() for file in job.import_files)


def beside(sample: Path, ending: str) -> Path:
    """Get the file beside a sample that ends so."""
    return sample.with_name(sample.name + ending)


def _renew(path: Path, content: bytes) -> None:
    """Write a file anew, and print what differs."""
    old = path.read_bytes() if path.exists() else b""
    if old != content:
        before, after = (data.decode().splitlines(keepends=True) for data in (old, content))
        sys.stdout.writelines(difflib.unified_diff(before, after, path.name, path.name, n=0))
        path.write_bytes(content)


def main() -> None:
    """Write what stands beside every sample anew."""
    for sample in samples():
        with tempfile.TemporaryDirectory() as folder:
            job = job_of(sample, Path(folder) / "job")
            _renew(
                beside(sample, EXPECTED), json.dumps(expected_of(job), indent=2, ensure_ascii=False).encode() + b"\n"
            )
            _renew(beside(sample, GOLDEN), golden_of(job))


if __name__ == "__main__":
    main()
