"""The manifest of a run: what went in and what came out; the file that an audit starts from."""

import hashlib
import json
import platform
from collections.abc import Mapping
from getpass import getuser
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

from keycafe_clean.decide.setup import Setup
from keycafe_clean.export import Export, Source
from keycafe_clean.opening import bytes_of
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan

#: What it is called in the folder of a run.
MANIFEST = "manifest.json"


def manifest(cleaned: Cleaned, plan: Plan, files: Mapping[str, bytes]) -> bytes:
    """Get the text of `manifest.json`: versions, who, the day, the counts, and the SHA-256 of the exports and `files`.

    Who made it is a role where the set-up has one. `limit` and `used` are users of the month. It is ASCII, and names
    nobody of the export.
    """
    facts = {
        "made_by": {
            "keycafe-clean": version("keycafe-clean"),
            "polars": pl.__version__,
            "python": platform.python_version(),
        },
        "who": decider(cleaned.setup),
        "today": f"{cleaned.today}",
        "month": plan.month,
        "limit": plan.limit,
        "used": plan.used,
        "counts": cleaned.counts,
        "exports": [_of_file(source) for source in cleaned.export.sources],
        **_joined(cleaned.export),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    return manifest_text(facts)


def manifest_text(facts: Mapping[str, object]) -> bytes:
    """Get facts as the bytes of `manifest.json`."""
    return json.dumps(facts, indent=2, ensure_ascii=True).encode() + b"\n"


def _of_file(source: Source) -> dict[str, object]:
    return {"file": source.file, "sha256": source.sha256, "rows": source.rows.height}


def _joined(export: Export) -> dict[str, object]:
    """Get the files that were joined to the exports, each once; nothing where there are none."""
    files = {joined.other.sha256: joined.other for source in export.sources for joined in source.joined}
    return {"joined": [_of_file(source) for source in files.values()]} if files else {}


def facts_of(folder: Path) -> dict[str, Any]:
    """Get what the manifest in the folder of a run says. SetupError: it cannot be opened. ValueError: it is damaged."""
    facts: dict[str, Any] = json.loads(bytes_of(folder / MANIFEST, f"{folder.name}/{MANIFEST}"))
    return facts


def decider(setup: Setup) -> str:
    """Get who makes a run and decides, as its files name them: the role of the set-up, else the `analyst()`."""
    return setup.audit_role or analyst()


def analyst() -> str:
    """Get the name of whoever makes the run; empty where the system knows none (a container's bare user number)."""
    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return ""
