from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.decided import Decided, Timeline

PAID, CONFIRMED = Decided(Setup(plan="paid")), Decided(Setup(plan="confirmed"))


def test_undo_gives_the_value_before_and_says_what_it_takes_back() -> None:
    """The label of the button is what was done last."""
    timeline = Timeline(PAID).then(CONFIRMED, "the monthly limit")

    assert (timeline.now, timeline.to_undo, timeline.to_redo) == (CONFIRMED, "the monthly limit", "")
    assert (timeline.undo().now, timeline.undo().to_undo, timeline.undo().to_redo) == (PAID, "", "the monthly limit")


def test_a_new_decision_forgets_what_was_undone() -> None:
    """Redo would bring back what nobody sees any more."""
    timeline = Timeline(PAID).then(CONFIRMED, "one").undo().then(CONFIRMED, "another")

    assert (timeline.to_undo, timeline.to_redo, timeline.redo()) == ("another", "", timeline)


def test_nothing_is_before_the_first_value() -> None:
    """Undo of nothing is nothing."""
    assert Timeline(PAID).undo().now is PAID


@given(st.lists(st.sampled_from([PAID, CONFIRMED]), max_size=6), st.integers(0, 8))
def test_undone_and_redone_is_as_it_was(decided: list[Decided], times: int) -> None:
    """However often: as many steps back as there are, and forth again."""
    timeline = Timeline(PAID)
    for number, value in enumerate(decided):
        timeline = timeline.then(value, f"{number}")
    back = timeline
    for _ in range(times):
        back = back.undo()
    assert back.now == [PAID, *decided][max(len(decided) - times, 0)]
    for _ in range(times):
        back = back.redo()
    assert back == timeline


@given(st.lists(st.sampled_from([PAID, CONFIRMED]), max_size=6), st.integers(0, 8))
def test_a_timeline_is_its_values_and_where_it_stands(decided: list[Decided], times: int) -> None:
    """Taken apart and put together it is the same."""
    timeline = Timeline(PAID)
    for number, value in enumerate(decided):
        timeline = timeline.then(value, f"{number}")
    for _ in range(times):
        timeline = timeline.undo()

    assert Timeline.of(timeline.states, timeline.steps, len(timeline.before)) == timeline
