"""What may be said about a file."""

import json
from dataclasses import asdict

from keycafe_clean.read.options import ReadingOptions


def test_what_is_not_said_is_found_out() -> None:
    """Nothing is assumed, and nothing is kept or taken for other dates."""
    assert set(asdict(ReadingOptions()).values()) == {None, ()}


def test_options_reach_the_child_as_they_were_said() -> None:
    """They are written as JSON and read again."""
    said = ReadingOptions("cp1252", ";", "Staff", 0, ["IBAN"], ["Since"])

    assert ReadingOptions(**json.loads(json.dumps(asdict(said)))) == said
