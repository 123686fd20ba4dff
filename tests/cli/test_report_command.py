"""`report`: the report of a month once more, with names where that is asked for."""

import json

import pytest

from tests.cli.calls import Shell

HEADER = "Employee ID,First Name,Last Name,Email"
EXPORT = (HEADER, "1,ANN,Lee,ann.lee@example.com", "2,Bob,Ray,bob.ray@example.com")
MASKED, NAMED = "First Name: &#x27;AXX&#x27; &gt; &#x27;Axx&#x27;", "First Name: &#x27;ANN&#x27; &gt; &#x27;Ann&#x27;"


@pytest.fixture
def job(shell: Shell) -> Shell:
    """Give a shell beside a job of November and its export."""
    shell.write("hr.csv", *EXPORT)
    shell("run", "hr.csv", "--job", "acme", "--today", "2026-11-03")
    return shell


def test_names_are_shown_where_they_are_asked_for(job: Shell) -> None:
    """The page says that it names people, and so does the command."""
    ended = job("report", "acme", "hr.csv", "--with-names")

    page = (job.folder / "report_2026-11_with_names.html").read_text(encoding="utf-8")
    assert (ended.code, ended.out) == (
        0,
        "Written: report_2026-11_with_names.html. It names people: keep it where the job is.\n",
    )
    assert "<p>Made from hr.csv on 3 Nov 2026. It names people: keep it where the job is.</p>" in page
    assert (NAMED in page, MASKED in page) == (True, False)


def test_report_in_the_folder_of_the_month_stays(job: Shell) -> None:
    """It names nobody, whatever was asked for since."""
    report = job.folder / "acme" / "2026-11" / "report.html"
    before = report.read_bytes()

    job("report", "acme", "hr.csv", "--with-names")
    ended = job("report", "acme", "hr.csv", "--with-names", "--out", report)

    assert (ended.code, ended.err) == (2, f"{report} exists already. Choose another name with --out.\n")
    assert report.read_bytes() == before
    assert (MASKED.encode() in before, NAMED.encode() in before) == (True, False)


def test_without_names_it_is_the_report_of_the_month(job: Shell) -> None:
    """Byte for byte."""
    ended = job("report", "acme", "hr.csv", "--month", "2026-11", "--out", "again.html")

    assert ended.out == "Written: again.html. Names and addresses are masked.\n"
    assert (job.folder / "again.html").read_bytes() == (job.folder / "acme/2026-11/report.html").read_bytes()


def test_as_json(job: Shell) -> None:
    """Where it is, whether it names people, and whether it is what it was."""
    told = json.loads(job("report", "acme", "hr.csv", "--with-names", "--json").out)

    assert told == {"report": "report_2026-11_with_names.html", "with_names": True, "as_it_was": True}


def test_report_that_is_another_one_is_said(job: Shell) -> None:
    """Whoever compares both would wonder."""
    month = job.folder / "acme" / "2026-11"
    facts = json.loads((month / "manifest.json").read_text(encoding="utf-8"))
    facts["files"]["report.html"] = "0" * 64
    (month / "manifest.json").write_text(json.dumps(facts), encoding="utf-8")

    ended = job("report", "acme", "hr.csv")

    assert ended.out.splitlines()[1] == (
        "It is not what the report of 2026-11 was: by another version, or with lists given since."
    )


def test_other_export_is_refused(job: Shell) -> None:
    """Before anything is written."""
    job.write("later.csv", HEADER, "1,Ann,Lee,ann.lee@example.com")

    ended = job("report", "acme", "later.csv", "--with-names")

    assert (ended.code, ended.err) == (
        2,
        "later.csv is not a file that 2026-11 was made from, or was changed since. Give the same file.\n",
    )
    assert not list(job.folder.glob("report*.html"))
