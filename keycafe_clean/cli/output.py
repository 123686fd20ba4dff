"""What a command says on stdout: sentences for people, one line of JSON for programs."""

import json
import sys
from typing import Any

from keycafe_clean.legible import legible


def say(*lines: str) -> None:
    """Print each line at once: a pipe shows it before what follows has ended. No letter in one moves the cursor."""
    sys.stdout.write("".join(f"{legible(line)}\n" for line in lines))
    sys.stdout.flush()


def say_json(facts: dict[str, Any]) -> None:
    """Print the facts as one line of ASCII JSON."""
    sys.stdout.write(f"{json.dumps(facts, ensure_ascii=True)}\n")
