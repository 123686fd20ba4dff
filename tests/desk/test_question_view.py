from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.desk import answering
from keycafe_clean.desk.question_view import alike, domain_of, duplicates_line, question_view, questions_of
from keycafe_clean.desk.session import Run
from tests.desk.waiting import waiting_desk


@pytest.fixture(scope="module")
def run() -> Run:
    """Get a run with a pair and four addresses that wait."""
    _, session = waiting_desk(Path())
    assert session.run
    return session.run


@pytest.mark.parametrize(("place", "shown"), [(0, 0), (3, 3), (9, 3), (-1, 0)])
def test_a_place_beyond_the_last_question_is_the_last(run: Run, place: int, shown: int) -> None:
    """After the last question was answered the one before it is there."""
    view = question_view(run, "E-mail address", place)

    assert (view["place"], view["asked"]) == (shown, 4)


def test_a_kind_that_is_gone_is_all(run: Run) -> None:
    """Its last question was answered."""
    assert (question_view(run, "Badge Code", 0)["kind"], questions_of(run, "").height) == ("", 5)


def test_alike_are_suggestions_of_one_domain(run: Run) -> None:
    """Another slip is another decision."""
    asked = run.questions.filter(pl.col("suggestion").is_not_null())
    first = asked.row(0, named=True)

    assert alike(asked, first).height == 3
    assert alike(asked, {**first, "suggestion": "p.lis@example.org"}).is_empty()


@pytest.mark.parametrize(("suggestion", "domain"), [("a@b.com", "b.com"), ("Novak", None), (None, None)])
def test_only_an_address_has_a_domain(suggestion: str | None, domain: str | None) -> None:
    """A name that is suggested has none."""
    assert domain_of(suggestion) == domain


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("Jana;Novak;j@acme.com;1\nEva;Lis;e@acme.com;2\n", "Nobody seems to be in your file twice."),
        (
            "Jana;Novak;j@acme.com;1\nJANA;NOVAK;j@acme.com;1\n",
            "Nobody seems to be in your file twice. 1 certain duplicate was combined.",
        ),
        (
            "Jana;Novak;j@acme.com;1\n" * 3,
            "Nobody seems to be in your file twice. 2 certain duplicates were combined.",
        ),
    ],
)
def test_nobody_seems_to_be_there_twice(tmp_path: Path, rows: str, line: str) -> None:
    """How many were combined for certain is said with it."""
    _, session = waiting_desk(tmp_path, f"First Name;Last Name;E-mail;Employee ID\n{rows}")

    assert session.run
    assert duplicates_line(session.run) == line


def test_of_pairs_that_are_asked_about_nothing_is_promised(run: Run) -> None:
    """Somebody may be there twice."""
    assert not duplicates_line(run)


def test_of_pairs_that_were_answered_nothing_is_promised(tmp_path: Path) -> None:
    """Somebody is there twice, or two people look alike."""
    state, session = waiting_desk(tmp_path)
    answering.answer(state, session, "two people")

    assert not state.twice
