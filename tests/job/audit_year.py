"""A year of a job with somebody for each of the ten outcomes; the exports are gone."""

from pathlib import Path

import polars as pl

from keycafe_clean.job_words import ALL_ADDED, FAILED
from tests.job.runs import answer, month

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

#: By what each of the ten is asked for, and the first line about them.
TEN = (
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
)

DOES = (TEN[0][1], "Not invited: left out, no longer employed (Status Terminated).")

NOBODY = (
    "Nobody called 'Jnae' in any month since November 2026. "
    "Try part of the last name, the address or the employee number."
)

#: What is said of somebody who was in a month that was forgotten since.
FORGOTTEN = (
    "Nobody called 'gil.gone' in any month since October 2027. Try part of the last name, the address or the employee "
    "number. Months before were forgotten: whoever was in them cannot be found, and is not invited again."
)


def a_year(folder: Path) -> Path:
    """Do a year of the job in `folder/job`, and take the exports away; get the folder."""
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
