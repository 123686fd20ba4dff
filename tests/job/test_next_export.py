"""What was decided about one export, on the next: rows and columns in another order, and a twentieth changed."""

import csv
import io
import random
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from keycafe_clean.answers import with_answers
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.report import decisions_line
from keycafe_clean.write.review import review_csv, review_tables
from tests.job.company import HEADER, Company, Person
from tests.job.runs import ANN, BOB, answer, filled, month, sent

SIZE, SEED = 300, 2026
#: Of the people: whose address lost its end, and whose looks mistyped and is right.
BROKEN, ODD = range(10), range(10, 15)
#: Of the joiners of the next month: whose address lost its end.
NEW = 2


def broken(person: Person) -> Person:
    """Take the end off an address."""
    return person.but(Email=f"{person.cells[1]}.{person.who}@acme".lower())


@cache
def companies() -> tuple[list[Person], list[Person]]:
    """Get the people of two months in a row."""
    company = Company.founded(SEED, SIZE, "2020-01-01")
    company.people = [
        broken(it) if place in BROKEN else it.but(Email=f"ona{place}@gmial.com") if place in ODD else it
        for place, it in enumerate(company.people)
    ]
    before = company.people
    company.month_after("2026-12")
    company.people[-NEW:] = map(broken, company.people[-NEW:])
    return before, company.people


def export_of(people: list[Person], chance: random.Random | None = None) -> bytes:
    """Write an export; with `chance` in another order of rows and columns, with two columns more."""
    table = [[*HEADER, "Cost Centre", "Phone"], *([*it.cells, f"K{it.who % 9}", f"555-{it.who}"] for it in people)]
    if chance:
        order = chance.sample(range(len(table[0])), len(table[0]))
        table = [[line[place] for place in order] for line in [table[0], *chance.sample(table[1:], len(people))]]
    else:
        table = [line[: len(HEADER)] for line in table]
    text = io.StringIO()
    csv.writer(text).writerows(table)
    return text.getvalue().encode()


@cache
def first() -> Cleaned:
    """Clean the first month, nothing decided."""
    return clean(read_export(("hr.csv", export_of(companies()[0]))), today=date(2026, 11, 3))


@cache
def second() -> Cleaned:
    """Clean the next month by what was decided on the first: each broken address typed, each odd one right."""
    asked = review_tables(first(), plan_imports(first()))["waiting"]
    typed = pl.when(pl.col("Email").str.contains("gmial")).then(pl.lit("right")).otherwise(pl.col("Email") + ".com")
    sheet = review_csv(asked.with_columns(answer=typed))
    decisions = with_answers(first(), read_export(("waiting.csv", sheet)))
    export = read_export(("hr.csv", export_of(companies()[1], random.Random(SEED))))  # noqa: S311 - rows of tests
    return clean(export, first().setup, decisions, today=date(2026, 12, 3))


def changed() -> int:
    """Count those who were asked about, and whose address is another one since."""
    before, after = companies()
    return sum(before[place].cells[3] != after[place].cells[3] for place in (*BROKEN, *ODD))


def test_first_month_asks_about_what_is_wrong() -> None:
    """Ten addresses that are broken, and five that look so."""
    assert first().counts["waiting"] == len(BROKEN) + len(ODD)


def test_a_twentieth_has_changed() -> None:
    """By cells of who was there, and joiners: so much the test is worth."""
    before, after = companies()
    altered = sum(one.cells != other.cells for one, other in zip(before, after, strict=False))

    assert 0.04 < (altered + len(after) - len(before)) / SIZE < 0.12


def test_next_month_asks_only_about_what_is_new() -> None:
    """Two joiners, and two who have married since, into other broken addresses; nothing about columns."""
    asked = second().findings.filter(pl.col("severity") != "note")

    assert (second().counts["waiting"], changed()) == (NEW + changed(), 2)
    assert asked.filter(pl.col("row_id").is_null()).is_empty()


def test_every_decision_is_accounted_for() -> None:
    """Of those about cells that are others now, an address that was typed is in conflict, one that was right is not."""
    assert decisions_line(second()) == ("15 decisions: 13 applied, 1 no longer needed, 1 in conflict with this export.")


def waiting_for(folder: Path) -> list[str]:
    """Get why a month asks about whom, a person each."""
    lines = pl.read_csv(folder / "waiting.csv", infer_schema=False).filter(pl.col("code") == "possible_known")
    return lines.get_column("sentence").str.extract(r": (.*)\. Until").to_list()


def test_new_name_beside_a_number_that_lost_its_zeros_is_a_change(tmp_path: Path) -> None:
    """As beside the number with its zeros: what a spreadsheet takes away makes nobody another person."""
    month(tmp_path, "2026-11-03", ANN.replace("1,Ann", "0001,Ann"), BOB)
    answer(tmp_path, ALL_ADDED)

    month(tmp_path, "2026-12-03", "1,Ann,Novak,a.novak@example.com,Active,2020-01-01,Leeds", BOB)

    tasks = JobFolder(tmp_path / "job").months()[-1].tasks(by_run=True)
    assert waiting_for(tmp_path / "job/2026-12") == []
    assert tasks.select("task", "name").rows() == [("change in Keycafe", "Ann Lee")]


def test_doubt_that_nobody_answered_is_asked_about_still(tmp_path: Path) -> None:
    """However little the row has in common with the account by now."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, BOB, "6,Ann,Lee,ann@second.example.com,Active,2020-01-01,Leeds")
    assert waiting_for(tmp_path / "job/2026-12") != []

    month(tmp_path, "2027-01-04", ANN, BOB, "6,Zoe,Quast,zoe@example.com,Active,2019-05-05,York")

    assert waiting_for(tmp_path / "job/2027-01") == ["asked about before, and not answered"]


def test_pair_that_nobody_answered_is_asked_about_still(tmp_path: Path) -> None:
    """However little two rows have in common by now: a question that was asked closes by an answer alone."""
    twin = "6,Ann,Lee,ann@second.example.com,Active,2020-01-01,Leeds"
    month(tmp_path, "2026-11-03", ANN, BOB, twin)
    answer(tmp_path, ALL_ADDED)
    apart = "6,Zoe,Quast,ann@second.example.com,Active,2019-05-05,York"

    asked = month(tmp_path, "2026-12-03", ANN, BOB, apart).cleaned.findings.filter(pl.col("severity") == "question")
    sheet = tmp_path / "answers.csv"
    sheet.write_text(filled((tmp_path / "job/2026-12/waiting.csv").read_text("utf-8-sig"), "right"), encoding="utf-8")

    assert asked.select("row_id", "code", "reason").rows() == [
        (2, "possible_known", "asked about before, and not answered")
    ]
    assert sent(month(tmp_path, "2026-12-04", ANN, BOB, apart, answers=sheet)) == ["Zoe"]
    assert month(tmp_path, "2027-01-04", ANN, BOB, apart).cleaned.counts["waiting"] == 0
