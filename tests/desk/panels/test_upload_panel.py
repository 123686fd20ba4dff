import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.upload_panel import upload_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.drop_zone import DropZone
from keycafe_clean.desk.views.path_field import PathField
from tests.desk.desks import Asked, button, first, shown_html
from tests.desk.views.test_drop_zone import bring_in


def test_files_that_arrive_are_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Several go together, with names and bytes."""
    zone = first(upload_panel(state, callbacks, "."), DropZone)

    bring_in(zone, ("a.csv", b"1"), ("b.csv", b"2"))

    assert asked == [("read_files", [("a.csv", b"1"), ("b.csv", b"2")])]


def test_a_named_file_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """The path goes as it was typed."""
    first(upload_panel(state, callbacks, "."), PathField)._handle_custom_msg({"read": "big.xlsx"}, [])

    assert asked == [("read_path", "big.xlsx")]


@pytest.mark.parametrize(("files", "label"), [((), "Choose a file"), (("a.csv",), "Choose another file")])
def test_the_chooser_says_whether_a_file_is_there(
    state: DeskState, callbacks: Callbacks, files: tuple[str, ...], label: str
) -> None:
    """Before and after the first file the button says what a click would do."""
    zone = first(upload_panel(state, callbacks, "."), DropZone)

    state.files = files

    assert zone.label == label


@pytest.mark.parametrize(("files", "is_primary"), [((), True), (("a.csv",), False)])
def test_the_chooser_is_primary_until_a_file_is_there(
    state: DeskState,
    callbacks: Callbacks,
    files: tuple[str, ...],
    is_primary: bool,  # noqa: FBT001
) -> None:
    """After that the way on is."""
    zone = first(upload_panel(state, callbacks, "."), DropZone)

    state.files = files

    assert zone.primary == is_primary


def test_questions_about_the_file_are_shown_as_text(state: DeskState, callbacks: Callbacks) -> None:
    """What is asked stands on the step, and a name in it is no HTML."""
    panel = upload_panel(state, callbacks, ".")

    state.file_questions = ("Are the letters of <b>.csv right?",)

    assert "Are the letters of &lt;b&gt;.csv right?" in shown_html(panel)


@pytest.mark.parametrize(
    ("traits", "display"), [({}, None), ({"files": ("a.csv",)}, "none"), ({"history": ("November 2026",)}, "none")]
)
def test_the_sample_is_offered_to_whoever_has_nothing(
    state: DeskState, callbacks: Callbacks, asked: Asked, traits: dict[str, object], display: str | None
) -> None:
    """Not beside files or months of one's own."""
    sample = button(upload_panel(state, callbacks, "."), "Try with sample data")

    state.update(**traits)
    sample.click()

    assert (sample.layout.display, asked) == (display, [("try_sample",)])


def test_sample_people_are_said_to_be_some(state: DeskState, callbacks: Callbacks) -> None:
    """Nobody takes them for colleagues."""
    panel = upload_panel(state, callbacks, ".")

    state.is_sample = True

    assert "These are sample people" in shown_html(panel)
