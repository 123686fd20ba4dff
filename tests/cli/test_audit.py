"""The audit, a year later: who was invited and why, by the job's folder alone; the exports are gone."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.calls import Shell
from tests.job.audit_year import DOES, FORGOTTEN, NOBODY, STAY, TEN, a_year
from tests.job.runs import month, sent


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do a year of a job, with somebody for each of the ten outcomes, and take the exports away."""
    return a_year(tmp_path_factory.mktemp("year"))


@pytest.fixture
def audit(year: Path, shell: Shell) -> Shell:
    """Give a shell that stands beside the job."""
    shell.patch.chdir(year)
    return shell


def outcome(audit: Shell, who: str) -> list[str]:
    """Get the first line about everybody who is called so."""
    return [person["outcome"] for person in json.loads(audit("why", "job", who, "--json").out)["people"]]


@pytest.mark.parametrize(("who", "said"), TEN)
def test_first_line(audit: Shell, who: str, said: str) -> None:
    """One sentence, a year later, without any export."""
    assert outcome(audit, who) == [said]


def test_both_who_are_called_so(audit: Shell) -> None:
    """Jane was invited, John was not."""
    assert outcome(audit, "doe") == list(DOES)


def test_nobody_is_called_so(audit: Shell) -> None:
    """It is said since when."""
    assert audit("why", "job", "Jnae").out == f"{NOBODY}\n"


def test_page_for_an_auditor(audit: Shell) -> None:
    """One file without script or request, with sums, versions, who, when, the row and each cell; nobody else's name."""
    assert audit("why", "job", "jane.doe", "--print", "jane.html").code == 0

    page = Path("jane.html").read_text(encoding="utf-8")
    facts = json.loads(Path("job/2026-11/manifest.json").read_text(encoding="utf-8"))
    expected = [
        facts["exports"][0]["sha256"],
        facts["files"]["2026-11_3.csv"],
        f"keycafe-clean {facts['made_by']['keycafe-clean']}",
        f"{facts['who']}, 2026-11-03",
        "row 2 of hr-2026-11-03.csv",
    ]
    assert [it for it in expected if it not in page] == []
    assert not [it for it in ("<script", "http", "John", "john", "Known", "Smart", "Berg") if it in page]


def test_months_that_are_forgotten_are_not_found_and_not_invited_again(audit: Shell, tmp_path: Path) -> None:
    """Only hashes are left of them, and it is said."""
    shutil.copytree("job", tmp_path / "job")
    ended = audit("forget", tmp_path / "job", "--before", "2027-10", "--yes", "--today", "2027-10-04")
    searched = audit("why", tmp_path / "job", "gil.gone")

    again = month(tmp_path, "2027-11-03", *STAY, goes_on=True)

    assert ended.out.startswith("11 months forgotten. Keyed hashes of whoever is in Keycafe by them stay for 5 years")
    assert searched.out == f"{FORGOTTEN}\n"
    assert sent(again) == []
