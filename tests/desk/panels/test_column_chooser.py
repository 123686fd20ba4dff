import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.column_chooser import cells, choices, column_chooser, why
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import ColumnLine
from tests.desk.desks import Asked, dropdown


def line_of(headers: str = "", *, is_sure: bool = True, reason: str = "usual name") -> ColumnLine:
    """Get the line of the last names of `a.csv`."""
    return ColumnLine("a.csv", "Last Name", "Last Name", headers, "Novak, Lis", reason, is_sure=is_sure)


@pytest.fixture
def two(state: DeskState) -> DeskState:
    """Get a state of a file with two headers; `Nachname` is the last name."""
    state.update(files=("a.csv",), headers={"a.csv": ("Nachname", "Zusatz")}, columns=(line_of("Nachname"),))
    return state


@pytest.mark.parametrize(
    ("headers", "offered"),
    [
        ("", ("Nachname", "Zusatz")),
        ("Zusatz", ("Nachname", "Zusatz")),
        ("Zusatz + Nachname", ("Zusatz + Nachname", "Nachname", "Zusatz")),
    ],
)
def test_headers_of_the_file_are_offered(two: DeskState, headers: str, offered: tuple[str, ...]) -> None:
    """Headers that are joined now stand before them, so that they can stay."""
    assert choices(two, line_of(headers)) == offered


def test_a_column_may_be_left_without_a_header(two: DeskState, callbacks: Callbacks) -> None:
    """The first choice of the list is none."""
    assert dropdown(column_chooser(two, callbacks, 0), "Last Name").options[0] == ("(not used)", "")


@pytest.mark.parametrize("chosen", ["Zusatz", ""])
def test_a_choice_is_handed_on(two: DeskState, callbacks: Callbacks, asked: Asked, chosen: str) -> None:
    """With the line that it is made for."""
    dropdown(column_chooser(two, callbacks, 0), "Last Name").value = chosen

    assert asked == [("choose_column", line_of("Nachname"), chosen)]


def test_what_the_state_says_already_is_no_choice(two: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """A list that follows the state asks for nothing."""
    chosen = dropdown(column_chooser(two, callbacks, 0), "Last Name")

    two.columns = (line_of("Zusatz"),)
    chosen.value = "Zusatz"

    assert asked == []


def under(name: str, cell: str) -> str:
    """Get a cell with what stands above it, which only whoever hears it needs; a blank one has nothing to say."""
    return f'<span class="kc-unseen">{name}: </span>{cell}' if cell else ""


@pytest.mark.parametrize(
    ("line", "look", "sure"),
    [
        (line_of("Nachname"), "", "sure"),
        (line_of(), "", ""),
        (line_of(is_sure=False), "kc-open", "please check"),
    ],
)
def test_a_reason_says_how_sure_it_is(two: DeskState, line: ColumnLine, look: str, sure: str) -> None:
    """A column without a header is neither sure nor open, unless one is suggested."""
    named = {"Examples": "Novak, Lis", "Why": "usual name", "How sure": sure}
    expected = "".join(f"<span>{under(name, cell)}</span>" for name, cell in named.items())

    assert why(two, line) == f'<div class="kc-column {look}">{expected}</div>'


def test_a_cell_is_text(two: DeskState) -> None:
    """Headers come from a file, and so do examples."""
    assert "</span>is it &#x27;&lt;b&gt;&#x27;?</span>" in why(two, line_of(reason="is it '<b>'?"))


@pytest.mark.parametrize(
    ("files", "shown"),
    [(("a.csv",), "<span>1</span>"), (("a.csv", "b.csv"), "<span>1</span><span>a.csv</span>")],
)
def test_the_file_is_named_where_there_are_several(state: DeskState, files: tuple[str, ...], shown: str) -> None:
    """With one file its name would say nothing."""
    state.files = files

    assert shown + "</div>" in cells(state, "", ("1", "a.csv"))
