from pathlib import Path

import pytest

from keycafe_clean.job_words import (
    ALL_ADDED,
    ANSWERS,
    DOUBLE_CLICKED,
    FAILED,
    NOT_UPLOADED,
    REFUSED,
    UNNAMED,
    opened_again,
)


def test_every_way_to_answer_is_one_sentence() -> None:
    """In the order in which they are offered."""
    assert list(ANSWERS) == [ALL_ADDED, FAILED, REFUSED, NOT_UPLOADED]
    assert all(said.endswith(".") and said.count(".") == 1 for said in ANSWERS.values())


@pytest.mark.parametrize(
    ("file", "job", "how"),
    [
        ("", Path("acme"), "with: keycafe-clean desk acme"),
        ("Start the desk.cmd", Path.home() / UNNAMED, 'with a double click on "Start the desk.cmd".'),
        (
            "Start the desk.cmd",
            Path("/jobs/acme"),
            'as you opened it, with "Start the desk.cmd" and the folder /jobs/acme.',
        ),
    ],
)
def test_desk_is_opened_again_as_it_was(monkeypatch: pytest.MonkeyPatch, file: str, job: Path, how: str) -> None:
    """A command is of no use to whoever has double-clicked a file."""
    monkeypatch.setenv(DOUBLE_CLICKED, file)

    assert opened_again(job) == how
