"""Who is found by a part of a name, an address or a number, and which lines of the months are one person's."""

from pathlib import Path

import pytest

from keycafe_clean.job.people_found import nobody_found
from tests.job.stories import stories, write_month

Cells = dict[str, str | None]


def somebody(name: str, email: str | None = None, number: str | None = None, row: str = "2", **cells: str) -> Cells:
    """Get the line of somebody who is ready."""
    return {
        "file": "hr.csv",
        "row": row,
        "outcome": "ready",
        "name": name,
        "email": email,
        "employee_id": number,
        **cells,
    }


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("doe", ["Jane Doe", "John Doe"]),
        ("DOE jane", ["Jane Doe"]),
        ("josé", ["Jose Lis"]),
        ("jd@", ["Jane Doe"]),
        ("0012", ["Jane Doe"]),
        ("12", ["Jane Doe"]),
        ("00034", ["John Doe"]),
        ("john.doe@", []),
        ("acme.com", ["Jane Doe", "Jose Lis"]),
        ("Jnae", []),
        ("  ", []),
        ("-", []),
    ],
)
def test_part_of_a_name_an_address_or_a_number(tmp_path: Path, asked: str, found: list[str]) -> None:
    """In any order of the words, with or without accents."""
    people = [
        somebody("Jane Doe", "jd@acme.com", "0012"),
        somebody("John Doe", None, "34", "3"),
        somebody("Jose Lis", "jl@acme.com", "56", "4"),
    ]
    write_month(tmp_path, "2026-11", *people)

    assert [story.name for story in stories(tmp_path, asked)] == found


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (somebody("Jane Doe", "jd@acme.com", "12"), somebody("Jane Roe", "roe@acme.com", "0012")),
        (somebody("Jane Doe", "jd@acme.com"), somebody("Jane Roe", "JD@acme.com")),
        (somebody("Jane Doe"), somebody("Doe Jane", "jd@acme.com")),
        (
            somebody("Jane Doe", "jd@acme.com"),
            somebody("Jane Roe", "roe@acme.com", known_file="2026-11", known_row="2"),
        ),
    ],
)
def test_lines_of_one_person(tmp_path: Path, before: Cells, now: Cells) -> None:
    """The number, the address, a name that is there once a month, or what a month found itself."""
    write_month(tmp_path, "2026-11", before)
    write_month(tmp_path, "2026-12", now)

    assert [len(story.entries) for story in stories(tmp_path, "jane")] == [2]


@pytest.mark.parametrize(
    "others",
    [
        (somebody("Jane Doe", "jd@acme.com", "12"), somebody("Jane Doe", "jd@acme.com", "13", "3")),
        (somebody("Jane Doe", "jd@acme.com"), somebody("Jane Doe", "jane@acme.com", None, "3")),
    ],
)
def test_namesakes_are_two_people(tmp_path: Path, others: tuple[Cells, ...]) -> None:
    """Other numbers, or two of a name in one month."""
    write_month(tmp_path, "2026-11", *others)

    assert [len(story.entries) for story in stories(tmp_path, "jane")] == [1, 1]


def test_two_who_share_a_mailbox_are_two_people(tmp_path: Path) -> None:
    """In a month both stood for themselves: what is told of one names nobody else, in a later month neither."""
    both = (somebody("Front Desk", "desk@acme.com"), somebody("Karla Zweig", "desk@acme.com", None, "3"))
    write_month(tmp_path, "2026-11", *both)
    write_month(tmp_path, "2026-12", *both)

    assert [(it.name, len(it.entries)) for it in stories(tmp_path, "desk@")] == [("Front Desk", 2), ("Karla Zweig", 2)]


def test_row_that_was_combined_is_of_the_person(tmp_path: Path) -> None:
    """Under another name too, where the address says whose it is."""
    other = {**somebody("Jane Roe", "jd@acme.com", None, "3"), "outcome": "combined"}
    write_month(tmp_path, "2026-11", somebody("Jane Doe", "jd@acme.com"), other)

    assert [len(story.entries) for story in stories(tmp_path, "doe")] == [2]


def test_whole_words_come_first(tmp_path: Path) -> None:
    """Only so many people are told: whoever is called as asked is among them."""
    part = (somebody("Ann Doering", "a@acme.com"), somebody("Zoe Doe", "z@acme.com", None, "3"))
    write_month(tmp_path, "2026-11", *part)

    assert [story.name for story in stories(tmp_path, "doe")] == ["Zoe Doe", "Ann Doering"]


def test_whoever_has_no_name_is_called_by_the_address(tmp_path: Path) -> None:
    """A Full User may have none."""
    write_month(tmp_path, "2026-11", {**somebody("x", "jd@acme.com"), "name": None})

    assert [story.name for story in stories(tmp_path, "jd@")] == ["jd@acme.com"]


@pytest.mark.parametrize(
    ("months", "since"),
    [
        (["November 2026", "December 2026"], "any month since November 2026"),
        ([], "this job, which has no month yet"),
    ],
)
def test_nobody(months: list[str], since: str) -> None:
    """The sentence says where was looked, and what to try."""
    assert nobody_found("Jnae", months) == (
        f"Nobody called 'Jnae' in {since}. Try part of the last name, the address or the employee number."
    )


def test_nobody_in_a_job_that_forgot_every_month() -> None:
    """It had some."""
    assert nobody_found("Jnae", [], forgot=True) == (
        "Nobody called 'Jnae' in this job, which has no month any more. Try part of the last name, the address or the "
        "employee number. Months before were forgotten: whoever was in them cannot be found, and is not invited again."
    )
