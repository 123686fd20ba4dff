import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import plan_imports
from keycafe_clean.practice import Practice, import_files, practice_keycafe
from keycafe_clean.wire import Import, Limit
from tests.runs import staff

LIMIT = Limit(month="2026-11", limit=250, used=0, queued=0, left=250)
HEADER = (
    b"First Name,Last Name,Email Address,Send Invitation,Send Welcome Email,SmartBox User,Badge Code,"
    b"Generate Access Code\r\n"
)
JANA = b"Jana,Novak,jana.novak@example.com,true,true,false,,true\r\n"
EVA = b"Eva,Brandt,,false,false,true,,true\r\n"
TWO = {"a.csv": HEADER + EVA + JANA}


def practised(
    files: Mapping[str, bytes | Path] = TWO,
    *,
    cleaned: Cleaned | None = None,
    month: str = "2026-11",
    used: int = 10,
    known: tuple[str, ...] = (),
    seen: list[Import] | None = None,
) -> Practice:
    """Get how a practice of the files goes, and put each look at an import into `seen`."""
    cleaned = cleaned or staff()
    with practice_keycafe(cleaned, plan_imports(cleaned, month=month, used=used), known) as client:
        return import_files(client, files, [].append if seen is None else seen.append)


@pytest.mark.parametrize(
    ("state", "failed", "refused"),
    [
        ("completed", 0, False),
        ("nothing", 0, False),
        ("completed", 1, True),
        ("failed", 0, True),
        ("refused", 0, True),
    ],
)
def test_one_refused_row_is_a_refusal(state: str, failed: int, *, refused: bool) -> None:
    """A whole file, an import that failed or a single row; nothing to import is none."""
    assert Practice(state, 0, failed, LIMIT).was_refused is refused


def test_everybody_is_added_to_the_places_used_before() -> None:
    """Places that were used before are used in the practice too."""
    practice = practised()

    assert (practice.state, practice.added, practice.failed, practice.message) == ("completed", 2, 0, None)
    assert (practice.limit.used, practice.limit.left) == (12, 988)


@pytest.mark.parametrize("month", ["2026-11", "2027-01"])
def test_practice_happens_in_the_month_of_the_file(month: str) -> None:
    """A file for a later month is counted in that month."""
    assert practised(month=month).limit.month == month


def test_practice_happens_on_the_day_of_the_run() -> None:
    """In the file's own month the mock's clock stands at the day of the run: the import is dated by it."""
    seen: list[Import] = []

    practised(cleaned=replace(staff(), today=date(2026, 11, 30)), seen=seen)

    assert seen[-1].created_at.date() == date(2026, 11, 30)


def test_the_plan_of_the_set_up_sets_the_limit() -> None:
    """With only a confirmed address the practice Keycafe has 250 places."""
    confirmed = replace(staff(), setup=staff().setup.model_copy(update={"plan": "confirmed"}))

    assert practised(cleaned=confirmed).limit.limit == 250


def test_somebody_known_is_an_error_of_a_row() -> None:
    """Whoever is in Keycafe already is told by row, and everybody else is added."""
    practice = practised(known=("jana.novak@example.com",))

    assert [(error.row, error.code) for error in practice.errors] == [(3, "already_member")]
    assert (practice.added, practice.failed, practice.was_refused) == (1, 1, True)


def test_an_import_that_adds_nobody_says_why() -> None:
    """Where every row has an error, the import's own sentence is kept."""
    practice = practised({"a.csv": HEADER + JANA}, known=("jana.novak@example.com",))

    assert (practice.state, practice.added, practice.failed) == ("failed", 0, 1)
    assert practice.message == "Nobody was added: every row has an error. Repair them, and import the file again."


@pytest.mark.parametrize(("used", "state"), [(997, "completed"), (998, "completed"), (999, "refused")])
def test_a_file_with_more_people_than_places_is_refused(used: int, state: str) -> None:
    """The last place can be filled; with one place less the mock takes nobody."""
    assert practised(used=used).state == state


def test_a_refused_file_says_why() -> None:
    """The mock's own sentence says by how much, and nothing is counted."""
    practice = practised({"1.csv": HEADER + EVA, "2.csv": HEADER + JANA}, used=999)

    assert (practice.state, practice.added, practice.limit.left) == ("refused", 0, 0)
    assert practice.message == "The file holds 1 person and none of this month's 1,000 places are left."


def test_several_files_of_a_month_are_counted_together(tmp_path: Path) -> None:
    """Where the size needs two files, both go, from bytes or from the disk, each under its name."""
    (tmp_path / "x.csv").write_bytes(HEADER + EVA)
    seen: list[Import] = []

    practice = practised({"1.csv": tmp_path / "x.csv", "2.csv": HEADER + JANA}, seen=seen)

    assert (practice.added, practice.limit.used) == (2, 12)
    assert list(dict.fromkeys(now.name for now in seen)) == ["1.csv", "2.csv"]


def test_no_file_is_nothing_to_practise() -> None:
    """Where nobody is ready the limit stands as it stood."""
    practice = practised({}, used=7)

    assert (practice.state, practice.limit.used) == ("nothing", 7)


def test_progress_ends_at_the_last_row() -> None:
    """Whoever shows a bar sees it full when the import is through."""
    seen: list[Import] = []

    practised(seen=seen)

    assert (seen[-1].done, seen[-1].rows, seen[-1].state) == (2, 2, "completed")


@pytest.mark.parametrize(("template", "state"), [((), "refused"), (("email address",), "completed")])
def test_a_sample_file_may_spell_the_columns_as_it_likes(template: tuple[str, ...], state: str) -> None:
    """The header is held to the article's, unless it follows a sample file that was downloaded."""
    setup = staff().setup.model_copy(update={"template": template})

    assert practised({"a.csv": HEADER.lower() + EVA}, cleaned=replace(staff(), setup=setup)).state == state


def test_practice_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever installed the cleaning alone reads how to get the rest."""
    monkeypatch.setitem(sys.modules, "keycafe_clean.mock", None)

    with pytest.raises(ServiceUnavailable) as told:
        practised()

    assert str(told.value) == 'Practice needs one more package: pip install "keycafe-clean[mock]".'
