"""What became of somebody, as one sentence, and on what it rests."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.who import WHO
from keycafe_clean.job import JobFolder
from keycafe_clean.job.folder import history_of
from keycafe_clean.job.people_found import find_people
from keycafe_clean.job.person_story import story_of
from tests.job.lines import sent
from tests.job.stories import stories, write_month

Cells = dict[str, str | None]

JANE: Cells = {"file": "nov.csv", "row": "9", "name": "Jane Doe", "email": "jane.doe@acme.com", "employee_id": "12"}
ADDED: Cells = {**sent(4, "Jane Doe", "jane.doe@acme.com"), **JANE, "answer": "added", "answered_on": "2026-11-04"}
#: The SHA-256 by which decisions name the export.
NOV = "5e" * 32
HERE, THERE = (
    {**dict.fromkeys(WHO), "name": name, "export": NOV, "row": row}
    for name, row in (("Jane Doe", "9"), ("Bo Ray", "8"))
)
DECIDED = (
    Decisions()
    .with_edit(HERE, "Email Address", seen="jane@", value="jane.doe@acme.com", made=Made("Ana", date(2026, 11, 3)))
    .with_answer("right", HERE)
    .with_answer("leave_out", THERE)
    .with_pair("two_people", THERE, HERE, made=Made("Ana", date(2026, 11, 4)))
)
WAITING = "file,row,code,sentence\nnov.csv,9,{code},What stands there.\n"


@pytest.mark.parametrize(
    ("line", "tables", "outcome"),
    [
        (ADDED, {}, "Invited: in the November file, added on 4 Nov 2026."),
        (
            {**ADDED, "ways_in": "access code"},
            {},
            "Added without an invitation: in the November file, added on 4 Nov 2026.",
        ),
        (
            {**ADDED, "user_type": "smartbox_user"},
            {},
            "SmartBox User, added on 4 Nov 2026: SmartBox Users get no invitation.",
        ),
        ({**ADDED, "answer": "already there"}, {}, "Already in Keycafe before our import."),
        ({**ADDED, "answer": "needs a fix", "said": "no such domain"}, {}, "Refused by Keycafe: no such domain."),
        ({**ADDED, "answer": "needs a fix"}, {}, "Refused by Keycafe."),
        ({**ADDED, "answer": "try again"}, {}, "To be sent again: the November file was refused, or not uploaded."),
        (
            {**ADDED, "answer": "unknown"},
            {},
            "In the November file; nobody has said yet what Keycafe made of it.",
        ),
        (
            {**JANE, "outcome": "left_out", "reason": "in_keycafe", "known_file": "members.csv", "known_row": "3"},
            {},
            "Already in Keycafe before our import.",
        ),
        ({**JANE, "outcome": "ready", "month": "2026-12"}, {}, "Waiting for December: the monthly limit."),
        ({**JANE, "outcome": "ready", "month": "2026-11"}, {}, "In the November file, which was not handed over."),
        ({**JANE, "outcome": "ready"}, {}, "Not invited: leaves before the month in which a place is free."),
        (
            {**JANE, "outcome": "waiting", "beside_file": "nov.csv", "beside_row": "3"},
            {"waiting": WAITING.format(code="possible_duplicate")},
            "Waiting for you: may be the same person as row 3 of nov.csv.",
        ),
        (
            {**JANE, "outcome": "waiting"},
            {"waiting": WAITING.format(code="email_syntax")},
            "Waiting for you: the address is incomplete.",
        ),
        (
            {**JANE, "outcome": "waiting"},
            {"waiting": WAITING.format(code="name_split")},
            "Waiting for you: What stands there.",
        ),
        ({**JANE, "outcome": "waiting"}, {}, "Waiting for you: a question about the row."),
        (
            {
                **JANE,
                "outcome": "left_out",
                "reason": "no_longer_employed",
                "why": "no longer employed (Last Day 31.08.)",
            },
            {},
            "Not invited: left out, no longer employed (Last Day 31.08.).",
        ),
        (
            {**JANE, "outcome": "left_out", "reason": "rule", "why": "Manager is Ola Boss"},
            {},
            "Not invited: left out, a rule about Manager.",
        ),
    ],
)
def test_first_sentence(tmp_path: Path, line: Cells, tables: dict[str, str], outcome: str) -> None:
    """What an auditor asks first, in the words of the desk."""
    write_month(tmp_path, "2026-11", line, **tables)

    assert [story.outcome for story in stories(tmp_path, "doe")] == [outcome]


@pytest.mark.parametrize(("answer", "was"), [("added", "which was invited"), ("needs a fix", "which was not invited")])
def test_combined_row_names_the_one_that_is_kept(tmp_path: Path, answer: str, was: str) -> None:
    """By its place, not by its name."""
    kept = {**ADDED, "row": "4", "name": "J. Doe", "employee_id": None, "email": None, "answer": answer}
    combined = {**JANE, "outcome": "combined", "reason": "same_address_and_name"}
    write_month(tmp_path, "2026-11", kept, combined, combined="file,row,into_file,into_row\nnov.csv,9,nov.csv,4\n")

    assert [story.outcome for story in stories(tmp_path, "12")] == [f"Combined with row 4, {was}."]


def test_whoever_is_in_no_later_file_was_seen_last(tmp_path: Path) -> None:
    """Nothing is concluded from it."""
    write_month(tmp_path, "2026-11", {**JANE, "outcome": "ready", "month": "2026-12"})
    write_month(tmp_path, "2026-12", {**JANE, "name": "Tom Hill", "email": "tom@acme.com", "employee_id": "13"})

    assert [story.outcome for story in stories(tmp_path, "doe")] == ["Not in December's file; last seen in November's."]


def test_evidence_by_date(tmp_path: Path) -> None:
    """The row, its cells before and after with the rule, the decisions, the place in the file, and the answer."""
    write_month(
        tmp_path,
        "2026-11",
        {**ADDED, "address": "jane.doe@acme.com"},
        changes="file,row,column,before,after,rule\nnov.csv,9,Last Name,DOE,Doe,letter_case\nnov.csv,8,City,X,Y,z\n",
        decisions=DECIDED.to_csv(),
    )
    months = [replace(month, exports={"nov.csv": NOV}) for month in JobFolder(tmp_path).months()]

    (jane,) = find_people(history_of(months), "doe")
    assert [(f"{entry.day}", entry.text) for entry in story_of(jane, months).entries] == [
        ("None", "row 9 of nov.csv: has an e-mail address: Full User"),
        ("None", "Last Name: DOE > Doe (letter case)"),
        ("2026-11-03", "decided by Ana: Email Address: jane@ > jane.doe@acme.com (decisions.csv, line 2)"),
        ("None", "decided: the row is right as it is (decisions.csv, line 4)"),
        ("2026-11-04", "decided by Ana: another person than row 8 (decisions.csv, line 5)"),
        ("None", "November file, line 4"),
        ("2026-11-04", "Keycafe: added"),
    ]


def test_row_under_an_earlier_name_and_address(tmp_path: Path) -> None:
    """Whoever was called otherwise then is still found, and the evidence says how they were called."""
    write_month(tmp_path, "2026-11", {**ADDED, "name": "Jane Roe", "email": "jane.roe@acme.com"})
    write_month(tmp_path, "2026-12", {**JANE, "outcome": "left_out", "why": "on leave"})

    assert stories(tmp_path, "roe")[0].entries[0].text == (
        "row 9 of nov.csv, as Jane Roe, jane.roe@acme.com: has an e-mail address: Full User"
    )


@pytest.mark.parametrize("known_file", ["2026-10", "2026-10-2"])
def test_known_by_a_month_that_was_forgotten(tmp_path: Path, known_file: str) -> None:
    """They were sent by this job, and nobody knows any more what Keycafe said: it was not before our import."""
    known: Cells = {**JANE, "outcome": "left_out", "reason": "in_keycafe", "known_file": known_file, "known_row": "3"}
    write_month(tmp_path, "2026-11", known)
    write_month(tmp_path, "2026-12", {**known, "known_file": "2026-11", "known_row": "9"})

    assert [story.outcome for story in stories(tmp_path, "doe")] == [
        "Already in Keycafe by an earlier file of this job, whose month was forgotten since."
    ]


def test_line_of_a_list_is_told_by_its_place(tmp_path: Path) -> None:
    """Its name may be somebody else's."""
    known = {**JANE, "outcome": "left_out", "reason": "in_keycafe", "why": "already in Keycafe ('Bob Ray')"}
    write_month(tmp_path, "2026-11", {**known, "known_file": "members.csv", "known_row": "3"})

    assert [entry.text for entry in stories(tmp_path, "doe")[0].entries] == [
        "row 9 of nov.csv: left out, already in Keycafe by members.csv, row 3"
    ]


KNOWN: Cells = {**JANE, "outcome": "left_out", "reason": "in_keycafe", "known_file": "2026-11", "known_row": "9"}


def test_who_is_there_already_has_nothing_to_be_taken_out(tmp_path: Path) -> None:
    """What Keycafe asks for in its words is done with the answer."""
    said = "This Email Address has been invited already. Take the row out."
    write_month(tmp_path, "2026-11", {**ADDED, "answer": "already there", "said": said})

    assert stories(tmp_path, "doe")[0].entries[-1].text == (
        "Keycafe: is there already; nothing is left but what the page to_do.html says"
    )


@pytest.mark.parametrize(
    ("folder", "named"), [("2026-11", "the export of November 2026"), ("2026-11-2", "the export of November 2026 (2)")]
)
def test_month_by_which_somebody_is_known(tmp_path: Path, folder: str, named: str) -> None:
    """Its row is one of the export of that month."""
    write_month(tmp_path, "2026-12", {**KNOWN, "known_file": folder})

    assert (
        stories(tmp_path, "doe")[0].entries[0].text
        == f"row 9 of nov.csv: left out, already in Keycafe by {named}, row 9"
    )


def test_month_that_knows_somebody_by_another_one_is_passed_over(tmp_path: Path) -> None:
    """A further run of a month sends nobody twice: what counts is the month whose file had them."""
    write_month(tmp_path, "2026-11", ADDED)
    write_month(tmp_path, "2026-11-2", {**KNOWN, "row": "15"})
    write_month(tmp_path, "2026-12", {**KNOWN, "known_file": "2026-11-2", "known_row": "15"})

    assert stories(tmp_path, "doe")[0].entries[-1].text == (
        "row 9 of nov.csv: left out, already in Keycafe by the export of November 2026, row 9"
    )
