"""The audit, a year later: who was invited and why, by the job's folder alone; the exports are gone."""

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.job.keycafe_answer import ALL_ADDED, FAILED
from tests.cli.calls import Shell
from tests.job.runs import answer, month, sent

JANE = "1,Jane,Doe,jane.doe@acme.com,Active,2020-01-01,Brno"
JOHN = "2,John,Doe,john.doe@acme.com,Terminated,2019-01-01,Brno"
OLA = "3,Ola,Known,ola.known@acme.com,Active,2018-01-01,Brno"
SAM = "4,Sam,Smart,,Active,2021-01-01,Brno"
GIL = "6,Gil,Gone,gil.gone@acme,Active,2021-03-01,Brno"
TEA, BERG = (f"7,Tea,{it},Active,2021-04-01,Brno" for it in ("Schmidt,t.s@acme.com", "Berg,t.berg@acme.com"))
#: Who begins in the last month: one has the last place and is refused, one has none, the others wait.
REA = "11,Rea,Refused,rea.refused@acme.com,Active,2027-10-01,Brno"
LEE = "12,Lee,Late,lee.late@acme.com,Active,2027-10-01,Brno"
MAX, MAXI = (f"13,Max,{it},Active,2027-10-01,Brno" for it in ("Maybe,m.m@acme.com", "Roe,m.roe@acme.com"))
BO = "15,Bo,Broken,bo.broken@acme,Active,2027-10-01,Brno"

STAY = (JANE, OLA, SAM, TEA, BERG, JOHN)

#: The days of the runs behind November's.
LATER = ["2026-12-03", *(f"2027-{number:02}-03" for number in range(1, 11))]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do a year of a job, with somebody for each of the ten outcomes, and take the exports away."""
    folder = tmp_path_factory.mktemp("year")
    (folder / "known.csv").write_text("Email,Name\nola.known@acme.com,Ola Known\n", encoding="utf-8")
    known = [folder / "known.csv"]
    month(folder, "2026-11-03", *STAY, GIL, known=known, hands_over=False)
    asked = pl.read_csv(folder / "job/2026-11/waiting.csv", infer_schema=False)
    is_pair = pl.col("code") == "possible_duplicate"
    asked.with_columns(answer=pl.when(is_pair).then(pl.lit("same person"))).write_csv(folder / "answers.csv")
    month(folder, "2026-11-03", *STAY, GIL, known=known, answers=folder / "answers.csv")
    answer(folder, ALL_ADDED)
    for day in LATER[:-1]:
        month(folder, day, *STAY, goes_on=True)
    month(folder, LATER[-1], *STAY, REA, LEE, MAX, MAXI, BO, used="999", goes_on=True)
    answer(folder, FAILED, "rea.refused@acme.com: domain not allowed")
    for export in folder.glob("*.csv"):
        export.unlink()
    return folder


@pytest.fixture
def audit(year: Path, shell: Shell) -> Shell:
    """Give a shell that stands beside the job."""
    shell.patch.chdir(year)
    return shell


def outcome(audit: Shell, who: str) -> list[str]:
    """Get the first line about everybody who is called so."""
    return [person["outcome"] for person in json.loads(audit("why", "job", who, "--json").out)["people"]]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("jane.doe", "Invited: in the November file, added on 4 Nov 2026."),
        ("known", "Already in Keycafe before our import."),
        ("late", "Waiting for November: the monthly limit."),
        ("m.m@acme", "Waiting for you: may be the same person as row 11 of hr-2027-10-03.csv."),
        ("broken", "Waiting for you: the address is incomplete."),
        ("t.s@acme", "Combined with row 6, which was invited."),
        ("john", "Not invited: left out, no longer employed (Status Terminated)."),
        ("smart", "SmartBox User, added on 4 Nov 2026: SmartBox Users get no invitation."),
        ("refused", "Refused by Keycafe: rea.refused@acme.com: domain not allowed."),
        ("gone", "Not in October's file; last seen in November's."),
    ],
)
def test_first_line(audit: Shell, who: str, said: str) -> None:
    """One sentence, a year later, without any export."""
    assert outcome(audit, who) == [said]


def test_both_who_are_called_so(audit: Shell) -> None:
    """Jane was invited, John was not."""
    assert outcome(audit, "doe") == [
        "Invited: in the November file, added on 4 Nov 2026.",
        "Not invited: left out, no longer employed (Status Terminated).",
    ]


def test_nobody_is_called_so(audit: Shell) -> None:
    """It is said since when."""
    assert audit("why", "job", "Jnae").out == (
        "Nobody called 'Jnae' in any month since November 2026. "
        "Try part of the last name, the address or the employee number.\n"
    )


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
    assert searched.out == (
        "Nobody called 'gil.gone' in any month since October 2027. Try part of the last name, the address or the "
        "employee number. Months before were forgotten: whoever was in them cannot be found, and is not invited "
        "again.\n"
    )
    assert sent(again) == []
