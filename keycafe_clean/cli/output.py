"""What a command says on stdout: sentences for people, one line of JSON for programs."""

import json
import sys
from typing import Any

from keycafe_clean.legible import legible


def say(*lines: str) -> None:
    """Print each line at once, before what follows has ended; no letter in one moves the cursor."""
    _print("".join(f"{legible(line)}\n" for line in lines))


def say_json(facts: dict[str, Any]) -> None:
    """Print the facts as one line of ASCII JSON, at once."""
    _print(f"{json.dumps(facts, ensure_ascii=True)}\n")


def _print(text: str) -> None:
    # A pipe shows nothing before, and a full disk is said where it is met.
    sys.stdout.write(text)
    sys.stdout.flush()
