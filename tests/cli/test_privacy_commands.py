"""`privacy` and `person`: what a job does with personal data, and what it holds of one person."""

import json

import pytest

from tests.cli.calls import Shell
from tests.job.stories import write_two_added


@pytest.fixture
def job(shell: Shell) -> Shell:
    """Give a shell beside a job in which two people were added."""
    write_two_added(shell.folder / "job")
    return shell


def test_record_is_written_into_the_job(job: Shell) -> None:
    """As a page and as Markdown; again in the place of the one before."""
    job("privacy", "job")
    ended = job("privacy", "job")

    assert (ended.code, ended.out) == (
        0,
        "Written: job/privacy.html and job/privacy.md. They name nobody of an export.\n",
    )
    assert (job.folder / "job" / "privacy.md").read_text(encoding="utf-8").startswith("# Personal data in job\n")


def test_record_is_signed_at_its_end(job: Shell) -> None:
    """As of the day on which it was made."""
    job("privacy", "job", "--today", "2026-12-03")

    page = (job.folder / "job" / "privacy.md").read_text(encoding="utf-8")
    assert page.endswith("\n## Signed\n\nAs of 3 Dec 2026. Day, name and signature: ________________\n")


def test_what_was_filled_in_is_there_whenever_the_record_is_made(job: Shell) -> None:
    """It stands in the set-up, not in the page that is written anew."""
    setup = job.folder / "job" / "setup.toml"
    setup.write_text(f'{setup.read_text(encoding="utf-8")}\n[privacy]\nofficer = "dpo@acme.com"\n', encoding="utf-8")
    job("privacy", "job")
    job("privacy", "job")

    page = (job.folder / "job" / "privacy.md").read_text(encoding="utf-8")
    assert "| Data protection officer | dpo@acme.com |" in page


def test_record_as_json(job: Shell) -> None:
    """The files and the sections."""
    facts = json.loads(job("privacy", "job", "--json").out)

    assert facts.keys() == {"files", "sections"}
    assert facts["sections"][0] == "Record of processing (GDPR Art. 30)"


def test_everything_held_of_a_person(job: Shell) -> None:
    """As a file outside the job."""
    ended = job("person", "job", "jane", "--export", "jane.html")

    assert ended.out == (
        "Written: jane.html, 1 line. Whoever else is named in the job is 'another person' there. Look through it "
        "before you give it away.\n"
    )
    assert "jane.doe@acme.com" in (job.folder / "jane.html").read_text(encoding="utf-8")


def test_person_erased(job: Shell) -> None:
    """What is gone, and what remains and why."""
    facts = json.loads(job("person", "job", "jane", "--erase", "--yes", "--json", "--today", "2026-12-03").out)

    assert (facts.keys(), facts["erased"]) == ({"erased", "months", "left", "said"}, 1)
    assert facts["said"] == [
        "Erased: 1 line in 1 month of job.",
        (
            "Keyed hashes of name, address and number stay until 2031-12. So nobody is invited against the request: "
            "whoever has them in a later export waits, and is asked about. They are personal data still."
        ),
        "Masked examples in report.html stay: the first letter of each word, and the domain of an address.",
        (
            "In Keycafe nothing is erased: remove the account there. Your HR export is yours too, and so are files and "
            "copies outside this folder, backups among them."
        ),
        "Make the record anew: keycafe-clean privacy job",
    ]
    assert "Nobody called 'jane'" in job("why", "job", "jane").out


@pytest.mark.parametrize("options", [[], ["--erase", "--export", "jane.html"]])
def test_one_of_the_two_is_said(job: Shell, options: list[str]) -> None:
    """Nothing is done where it is not clear what."""
    ended = job("person", "job", "jane", *options)

    assert (ended.code, ended.err) == (2, "Say one of --export FILE and --erase.\n")


def test_several_people_are_not_erased(job: Shell) -> None:
    """Exactly one must be meant."""
    ended = job("person", "job", "doe", "--erase", "--yes")

    assert (ended.code, ended.err) == (2, "'doe' means 2 people. Say more of the name, or the employee number.\n")
