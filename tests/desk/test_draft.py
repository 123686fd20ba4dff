"""The month at work on disk: what was kept is read as it was, and damage is said."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.decided import Decided, Timeline
from keycafe_clean.desk.draft import Draft, Place
from keycafe_clean.errors import SetupError
from keycafe_clean.known.lists import known_people

FILES = [("Workers ä.csv", b"a;b\n1;2\n"), Path("/hr/large.csv")]
PLACE = Place("check", ("file", "people"), "E-mail address", 3, {"header": "2"}, "2026-11-03", goes_on=True)

#: What can be decided, from one value to the next.
ADA = {"employee_id": "7", "name": "Ada Lee"}
MADE = Made("me", date(2026, 11, 3))
NEXT = {
    "plan": lambda now: replace(now, setup=Setup(plan="confirmed")),
    "edit": lambda now: replace(
        now, decisions=now.decisions.with_edit(ADA, "Email Address", seen="a@b", value="=a@b.com", made=MADE)
    ),
    "again": lambda now: replace(now, decisions=now.decisions.with_edit(ADA, "Email Address", seen="a@b", value=None)),
    "leave out": lambda now: replace(now, decisions=now.decisions.with_answer("leave_out", ADA, made=MADE)),
    "known": lambda now: replace(now, known=known_people(("k.csv", b"Email\nann@b.com\n"))),
}


def told(timeline: Timeline) -> list[tuple[Setup, Decisions, list[object]]]:
    """List what is in each value, so that values of two readings can be compared."""
    return [(each.setup, each.decisions, list(each.known.rows())) for each in timeline.states]


@pytest.mark.parametrize("undone", [0, 1, 3])
@given(steps=st.lists(st.sampled_from(sorted(NEXT)), max_size=6))
def test_a_draft_is_read_as_it_was_kept(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], undone: int
) -> None:
    """Whatever was decided, taken back, and kept after each: files, values, their order, and the place."""
    draft = Draft(tmp_path_factory.mktemp("job") / "draft")
    draft.begin(FILES)
    timeline = Timeline(Decided())
    for number, step in enumerate(steps):
        timeline = timeline.then(NEXT[step](timeline.now), step)
        if number % 2:
            draft.keep(timeline, Place())
    for _ in range(undone):
        timeline = timeline.undo()
    draft.keep(timeline, PLACE)

    files, again, place = Draft(draft.folder).read()

    assert (files, place) == (FILES, PLACE)
    assert (told(again), again.steps, again.to_undo) == (told(timeline), timeline.steps, timeline.to_undo)


def test_a_draft_goes_on_from_what_was_read(tmp_path: Path) -> None:
    """The desk that reads it adds to it."""
    draft = Draft(tmp_path / "draft")
    draft.begin(FILES)
    draft.keep(Timeline(Decided()).then(NEXT["plan"](Decided()), "plan"), PLACE)
    other = Draft(tmp_path / "draft")
    _, timeline, _ = other.read()

    other.keep(timeline.then(NEXT["edit"](timeline.now), "edit"), PLACE)

    assert Draft(tmp_path / "draft").read()[1].steps == ("plan", "edit")


def test_what_was_kept_is_not_written_again(tmp_path: Path) -> None:
    """A click costs what it adds, however much was decided before."""
    draft = Draft(tmp_path / "draft")
    draft.begin(FILES)
    draft.keep(Timeline(Decided()), PLACE)
    before = (tmp_path / "draft" / "decided.jsonl").stat().st_mtime_ns

    draft.keep(Timeline(draft.read()[1].now), PLACE)

    assert (tmp_path / "draft" / "decided.jsonl").stat().st_mtime_ns == before


def test_a_draft_ends_and_begins_anew(tmp_path: Path) -> None:
    """Nothing of other files is left in it."""
    draft = Draft(tmp_path / "draft")
    draft.begin(FILES)
    draft.keep(Timeline(Decided()), PLACE)
    was_begun = draft.is_begun

    draft.end()
    is_begun = draft.is_begun
    draft.begin([("b.csv", b"b")])
    draft.keep(Timeline(Decided()), Place())

    assert (was_begun, is_begun, draft.read()[0]) == (True, False, [("b.csv", b"b")])


@pytest.mark.parametrize("name", ["place.json", "decided.jsonl", "files/0/bytes"])
@pytest.mark.parametrize("damage", [b"", b"{", b'{"what": 1}\n', None])
def test_a_damaged_draft_is_said(tmp_path: Path, name: str, damage: bytes | None) -> None:
    """Never a traceback, and what was decided stays where the job keeps it."""
    draft = Draft(tmp_path / "draft")
    draft.begin(FILES)
    draft.keep(Timeline(Decided()).then(NEXT["edit"](Decided()), "edit"), PLACE)
    path = tmp_path / "draft" / name
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)

    if name.endswith("bytes") and damage is not None:
        assert draft.read()[0][0] == ("Workers ä.csv", damage)
        return
    with pytest.raises(SetupError) as said:
        draft.read()
    assert f"{said.value}" == (
        f"{tmp_path / 'draft'} is not what the desk wrote. Take it back from a copy, or remove it and choose the file "
        "again: what was decided is in the folder of the job."
    )
