"""Write the bill of materials of what is installed with the desk, from its lock: `python installers/sbom.py`.

CycloneDX's own tool reads the lock. What it adds about where packages come from is taken out.
"""

import json
import sys
from pathlib import Path
from subprocess import run
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

LOCK = ROOT / "requirements-desk.lock"
TARGET = ROOT / "dist" / "keycafe-clean.cdx.json"


def without_addresses(part: Any) -> Any:  # noqa: ANN401 - JSON
    """Get a part of a bill of materials without references to other places."""
    if isinstance(part, dict):
        kept = {key: value for key, value in part.items() if key not in {"externalReferences", "$schema"}}
        return {key: without_addresses(value) for key, value in kept.items()}
    return [without_addresses(one) for one in part] if isinstance(part, list) else part


def bill(lock: Path) -> str:
    """Get the bill of materials of a lock as CycloneDX JSON: the same lock gives the same text."""
    asked = ["requirements", f"{lock}", "--pyproject", f"{ROOT / 'pyproject.toml'}", "--output-reproducible"]
    done = run([sys.executable, "-m", "cyclonedx_py", *asked], check=False, capture_output=True, text=True)  # noqa: S603 - ours
    if done.returncode:
        sys.exit(f"{done.stderr}The bill of materials was not written.")
    return json.dumps(without_addresses(json.loads(done.stdout)), indent=2) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(bill(LOCK), encoding="utf-8")
    print(TARGET)
