"""`forgotten.csv` and `forgotten.key` of a job: what is left of whoever was forgotten or erased."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.errors import SetupError
from keycafe_clean.job.forgotten import FORGOTTEN, KEY_BYTES
from keycafe_clean.opening import bytes_of
from keycafe_clean.write.replacing import replace_file

HASHES, KEY = "forgotten.csv", "forgotten.key"


def kept_hashes(job: Path) -> tuple[pl.DataFrame, bytes]:
    """Get the hashes (`FORGOTTEN`) of the job in a folder, and its key; none where nobody was forgotten.

    SetupError: one of the two files is gone or damaged.
    """
    hashes, key = job / HASHES, job / KEY
    if not hashes.exists() and not key.exists():
        return FORGOTTEN.to_frame(), b""
    if not (hashes.exists() and key.exists()):
        raise SetupError(
            f"{key if hashes.exists() else hashes} is gone, and with it who was in the months that were forgotten. "
            "Take it back from a copy of the folder."
        )
    try:
        told = pl.read_csv(bytes_of(hashes, hashes.name), infer_schema=False).select(FORGOTTEN.names())
    except pl.exceptions.PolarsError:
        raise SetupError(f"{hashes} is not what a run wrote. Take it back from a copy of the folder.") from None
    return told, bytes_of(key, key.name)


def keep_hashes(
    job: Path, made: Callable[[pl.DataFrame, bytes, date], pl.DataFrame], lines: pl.DataFrame, today: date
) -> None:
    """Keep the hashes that `made` (`forget()`, `erase()`) gets of lines (cells of `WHO`), beside those not out of date.

    SetupError: as `kept_hashes()`. OSError: they cannot be written; then what was there is there still.
    """
    hashes, key = kept_hashes(job)
    key = key or secrets.token_bytes(KEY_BYTES)
    kept = hashes.filter(pl.col("until") >= f"{today:%Y-%m}")
    replace_file(job / KEY, key)
    replace_file(
        job / HASHES, pl.concat([kept, made(lines, key, today)]).unique(maintain_order=True).write_csv().encode()
    )
