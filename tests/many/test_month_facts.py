from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from keycafe_clean.job import JobFolder
from keycafe_clean.job.keycafe_answer import KeycafeAnswer
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.many.month_facts import month_facts, needs_a_fix
from keycafe_clean.many.month_once import month_once
from tests.many.asking import ANN, BOB, BROKEN, again, asked


def facts_of_newest(folder: Path) -> dict[str, Any]:
    """Get what is told of the newest month of a job."""
    job = JobFolder(folder)
    return dict(month_facts(job, job.months()[-1]))


def test_counts_are_those_of_the_manifest(tmp_path: Path) -> None:
    """They add up, and so do the places of the month."""
    month_once(asked(tmp_path / "acme", ANN, BOB, BROKEN))

    facts = facts_of_newest(tmp_path / "acme")

    assert {name: facts[name] for name in list(facts)[:10]} == {
        "month": "2026-11", "rows_read": 3, "ready": 2, "waiting": 1, "combined": 0, "left_out": 0, "not_people": 0,
        "in_file": 2, "used": 2, "limit": 1000,
    }  # fmt: skip
    assert facts["later"] == 0


def test_whoever_finds_no_place_is_later(tmp_path: Path) -> None:
    """Of 1,000 places and 998 used two are left."""
    (tmp_path / "setup.toml").write_text("[used]\n2026-11 = 998\n", encoding="utf-8")
    people = [f"Ona,{name},{name.lower()}@example.com" for name in ("Adler", "Brandt", "Cole")]
    month_once(replace(asked(tmp_path / "acme", *people), setup=str(tmp_path / "setup.toml")))

    facts = facts_of_newest(tmp_path / "acme")

    assert (facts["in_file"], facts["used"], facts["later"]) == (2, 1000, 1)


def test_what_waits_is_told_by_kind_and_who_decides_it(tmp_path: Path) -> None:
    """Nobody is named, and where nothing waits nobody has to decide."""
    (tmp_path / "setup.toml").write_text('audit_role = "HR operations"\n', encoding="utf-8")
    for name, people in {"a": (ANN, BROKEN), "b": (ANN,)}.items():
        month_once(replace(asked(tmp_path / name, *people), setup=str(tmp_path / "setup.toml")))

    told = [(facts["who"], facts["to_decide"]) for facts in map(facts_of_newest, (tmp_path / "a", tmp_path / "b"))]

    assert told == [("HR operations", "E-mail address: 1"), (None, None)]


def test_what_changed_is_told_from_the_second_month_on(tmp_path: Path) -> None:
    """Who is new, and what is to be done by hand for whoever is not in this file."""
    month_once(asked(tmp_path / "acme", ANN))
    first = facts_of_newest(tmp_path / "acme")
    later = replace(asked(tmp_path / "acme", BOB), today="2026-12-03", month="2026-12")

    month_once(again(later))

    assert first["since_last_month"] is None
    assert facts_of_newest(tmp_path / "acme")["since_last_month"] == (
        "1 new, look whether they have left: not in this file 1"
    )


def test_months_before_that_nobody_has_answered_are_named(tmp_path: Path) -> None:
    """Their people are sent no more until somebody does; that this month is open still goes without saying."""
    task = asked(tmp_path / "acme", ANN)
    month_once(task)
    first = facts_of_newest(tmp_path / "acme")
    later = replace(asked(tmp_path / "acme", ANN, BOB), today="2026-12-03", month="2026-12")

    month_once(again(later))
    second = facts_of_newest(tmp_path / "acme")
    job = JobFolder(tmp_path / "acme")
    job.answer(job.months()[0], KeycafeAnswer(ALL_ADDED), date(2026, 12, 3))

    assert (first["unanswered"], second["unanswered"]) == (None, "2026-11")
    assert facts_of_newest(tmp_path / "acme")["unanswered"] is None


def test_every_file_has_its_sum(tmp_path: Path) -> None:
    """They are those of the bytes that lie there."""
    month_once(asked(tmp_path / "acme", ANN))
    folder = tmp_path / "acme" / "2026-11"

    files = facts_of_newest(tmp_path / "acme")["files"]

    assert files == {it.name: sha256(it.read_bytes()).hexdigest() for it in folder.iterdir()}
    assert {"2026-11_1.csv", "manifest.json", "outcomes.csv"} <= set(files)


def test_a_cell_to_repair_is_no_question(tmp_path: Path) -> None:
    """A broken address ends a run with 1; two people who may be one wait for an answer, and do not."""
    twins = ("Jon,Berg,jon.berg@example.com", "John,Berg,john.berg@example.com")
    for name, people in {"broken": (BROKEN,), "asked": twins}.items():
        month_once(asked(tmp_path / name, *people))
    months = [JobFolder(tmp_path / name).months()[0] for name in ("broken", "asked")]

    assert [needs_a_fix(month) for month in months] == [True, False]
