import json

from tests.cli.calls import Shell
from tests.cli.november import UPLOAD, said


def test_status(job: Shell) -> None:
    """One screen: the months, and the next step."""
    assert said(job("status", "job")) == [
        "November 2026: 2 sent, 2 not answered yet.",
        "In no file yet: 1 row waiting for you.",
        "",
        UPLOAD,
    ]


def test_as_json(job: Shell) -> None:
    """Counts and the next step; nobody is named."""
    ended = job("answer", "job", "--all-added", "--json")

    facts = json.loads(ended.out)
    assert facts["months"] == [
        {"folder": "2026-11", "month": "2026-11", "sent": 2, "answers": {"added": 2}, "waiting": 1}
    ]
    assert "ann" not in ended.out.lower()
