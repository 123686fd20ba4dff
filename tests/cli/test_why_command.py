"""`why`: what became of somebody, over all months of a job."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Shell
from tests.job.lines import sent
from tests.job.stories import ADDED, write_month, write_two_added


@pytest.fixture
def job(shell: Shell) -> Shell:
    """Give a shell beside a job in which two people were added."""
    write_two_added(shell.folder / "job")
    return shell


def test_outcome_then_the_evidence(job: Shell) -> None:
    """One sentence first, then by date what it rests on."""
    assert job("why", "job", "jane").out.splitlines() == [
        "Jane Doe",
        "Invited: in the November file, added on 4 Nov 2026.",
        "              row 2 of nov.csv: has an e-mail address: Full User",
        "              November file, line 2",
        "  2026-11-04  Keycafe: added",
        "",
        "1 person found.",
    ]


def test_nobody_is_called_so(job: Shell) -> None:
    """It is said where was looked, and what to try."""
    ended = job("why", "job", "Jnae")

    assert ended.code == 0
    assert ended.out == (
        "Nobody called 'Jnae' in any month since November 2026. Try part of the last name, the address or the "
        "employee number.\n"
    )


def test_export_at_the_desk_is_not_looked_through(job: Shell) -> None:
    """Nobody is told that somebody is nowhere while their row may lie there, and what to do is said."""
    (job.folder / "job" / "draft" / "files" / "0").mkdir(parents=True)
    (job.folder / "job" / "draft" / "files" / "0" / "bytes").write_bytes(b"Jnae")

    assert job("why", "job", "Jnae").out.splitlines() == [
        (
            "Nobody called 'Jnae' in any month since November 2026. Try part of the last name, the address or the "
            "employee number."
        ),
        (
            f"The desk is at work on a month that was not handed over: what lies in {Path('job/draft')} may name them "
            "too, and is not looked through. Hand that month over, or delete that folder, and ask again."
        ),
    ]


def test_no_page_about_nobody(job: Shell) -> None:
    """It is said why there is none, as without a page."""
    ended = job("why", "job", "Jnae", "--print", "jnae.html")

    assert (ended.code, ended.err) == (
        2,
        (
            "Nobody called 'Jnae' in any month since November 2026. Try part of the last name, the address or the "
            "employee number.\n"
        ),
    )


def test_more_people_than_are_told(shell: Shell) -> None:
    """Ten, and that there are more."""
    people = ({**sent(row, f"Jo Ng{chr(96 + row)}"), **ADDED} for row in range(2, 14))
    write_month(shell.folder / "job", "2026-11", *people)

    said = shell("why", "job", "jo").out

    assert (said.count("Invited:"), said.splitlines()[-1]) == (10, "12 people found; say more of the name.")


def test_as_json(job: Shell) -> None:
    """Who was found, what became of them, and on what it rests."""
    facts = json.loads(job("why", "job", "jane", "--json").out)

    assert facts.keys() == {"found", "people", "said"}
    assert (facts["found"], facts["people"][0]["outcome"]) == (1, "Invited: in the November file, added on 4 Nov 2026.")
    assert facts["people"][0]["entries"][-1] == {"day": "2026-11-04", "text": "Keycafe: added"}


def test_nobody_as_json(job: Shell) -> None:
    """A program hears where was looked, and where not."""
    facts = json.loads(job("why", "job", "Jnae", "--json").out)

    assert (facts["found"], facts["people"]) == (0, [])
    assert facts["said"] == [
        (
            "Nobody called 'Jnae' in any month since November 2026. Try part of the last name, the address or the "
            "employee number."
        )
    ]


def test_page_for_an_auditor(job: Shell) -> None:
    """It is about one person."""
    job("why", "job", "jane", "--print", "jane.html")

    page = (job.folder / "jane.html").read_text(encoding="utf-8")
    assert ("Jane Doe" in page, "John" in page) == (True, False)


def test_page_is_about_one_person_alone(job: Shell) -> None:
    """Nothing is written where several are meant."""
    ended = job("why", "job", "doe", "--print", "doe.html")

    assert (ended.code, ended.err) == (2, "'doe' means 2 people. Say more of the name, or the employee number.\n")
    assert not (job.folder / "doe.html").exists()


def test_page_that_cannot_be_written(job: Shell) -> None:
    """One sentence, with the place."""
    ended = job("why", "job", "jane", "--print", "nowhere/jane.html")

    assert (ended.code, ended.err) == (
        2,
        "nowhere/jane.html cannot be written: No such file or directory. Choose another place.\n",
    )


def test_page_replaces_no_file(job: Shell) -> None:
    """Whatever is there under this name stays as it is: it may be the export."""
    job.write("jane.html", "mine")

    ended = job("why", "job", "jane", "--print", "jane.html")

    assert (ended.code, ended.err) == (2, "jane.html exists already. Choose another name with --print.\n")
    assert (job.folder / "jane.html").read_text(encoding="utf-8").strip() == "mine"


def test_nobody_is_looked_for(job: Shell) -> None:
    """A blank is nobody's name."""
    ended = job("why", "job", " ")

    assert (ended.code, ended.err) == (
        2,
        "Say whom you look for: part of the name, the address or the employee number.\n",
    )
