from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.decide.privacy_facts import PrivacyFacts
from keycafe_clean.decide.setup import Setup
from keycafe_clean.job.month import Month
from keycafe_clean.privacy.processing import processing, signature
from tests.job.lines import lines, sent

FACTS = PrivacyFacts(
    controller="Acme Ltd, 1 High Street, Leeds",
    officer="dpo@acme.com",
    legal_basis="Art. 6(1)(f)",
    transfers="Canada, adequacy decision",
    retention="disputes about keys come up within two years",
)


def told(setup: Setup, *months: Month) -> dict[str, str]:
    """Get the table of the record of a job in `acme`."""
    return dict(processing(Path("acme"), setup, months).rows)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("Controller, joint controller, representative", "Acme Ltd, 1 High Street, Leeds"),
        ("Data protection officer", "dpo@acme.com"),
        ("Legal basis", "Art. 6(1)(f)"),
        ("Transfer to third countries", "By this tool none; Keycafe's own: Canada, adequacy decision"),
        ("Why so long", "disputes about keys come up within two years"),
    ],
)
def test_what_people_know_is_as_the_set_up_says(what: str, said: str) -> None:
    """Each of it has its line in the record."""
    assert told(Setup(privacy=FACTS))[what] == said


@pytest.mark.parametrize("blank", [None, "", " "])
def test_what_is_not_said_is_asked_for_at_its_place(blank: str | None) -> None:
    """A blank text says nothing either."""
    said = told(Setup(privacy=FACTS.model_copy(update={"legal_basis": blank})))
    assert said["Legal basis"] == "________________ (legal_basis under [privacy] in setup.toml)"


def test_what_is_to_be_filled_in_and_where_is_said_first() -> None:
    """By name, with the file, and what to do then."""
    setup = Setup(privacy=FACTS.model_copy(update={"officer": None, "retention": None}))
    assert processing(Path("acme"), setup, ()).said == (
        (
            f"To be filled in before you sign, under [privacy] in {Path('acme/setup.toml')}: officer, retention, each "
            'as a line like officer = "...". It stays there. Then make this page anew: keycafe-clean privacy acme'
        ),
    )


def test_nothing_is_to_be_filled_in() -> None:
    """It is said where that stands which no file can know."""
    said = processing(Path("acme"), Setup(privacy=FACTS), ()).said
    assert said == (f"What no file can know is said under [privacy] in {Path('acme/setup.toml')}.",)


def test_what_files_know_is_theirs() -> None:
    """Months with their lines, and how long they are kept."""
    month = Month(Path("acme/2026-11"), "2026-11", 1, lines(sent(2, "Ann Lee"), sent(3, "Bob Ray")))
    facts = told(Setup(keep_months=12), month)
    assert facts["Months"] == "November 2026 to November 2026; 1 folder, 2 lines of exports"
    assert facts["Erasure"] == "Months after 12 months, hashes 5 years later: see below"


def test_where_it_is_signed() -> None:
    """With the day of which it tells."""
    assert signature(date(2026, 12, 3)).said == ("As of 3 Dec 2026. Day, name and signature: ________________",)
