import pytest

from keycafe_clean.desk.views.drop_zone import DropZone
from tests.desk.page import Page

Files = list[tuple[str, bytes]]


def bring_in(zone: DropZone, *files: tuple[str, bytes], size: int = 2) -> None:
    """Have files arrive as the page sends them, in pieces of a size."""
    zone._handle_custom_msg({"begin": [name for name, _ in files], "id": 1}, [])
    for index, (_, data) in enumerate(files):
        for at in range(0, len(data), size):
            zone._handle_custom_msg({"piece": index, "id": 1}, [memoryview(data[at : at + size])])
    zone._handle_custom_msg({"end": True, "id": 1}, [])


@pytest.fixture
def arrived() -> list[Files]:
    """Get what the zone has handed on, in order."""
    return []


@pytest.fixture
def zone(arrived: list[Files]) -> DropZone:
    """Get a zone that takes files of up to ten bytes."""
    made = DropZone(most=10)
    made.on_files(lambda files: arrived.append(list(files)))
    return made


@pytest.mark.parametrize(
    "files",
    [
        [("a.csv", b"12345")],
        [("a.csv", b"12345"), ("b.csv", b""), ("c.csv", b"0123456789")],
    ],
)
def test_pieces_become_files_again(zone: DropZone, arrived: list[Files], files: Files) -> None:
    """All at once, in their order; an empty one too."""
    bring_in(zone, *files)

    assert arrived == [files]


def test_each_piece_that_has_arrived_is_told(zone: DropZone) -> None:
    """The page sends the next one then."""
    page = Page(zone)

    bring_in(zone, ("a.csv", b"12345"))

    assert [told["content"] for told in page.heard] == [{"taken": taken, "id": 1} for taken in (2, 4, 5)]


def test_other_files_come_in_between(zone: DropZone, arrived: list[Files]) -> None:
    """What is late of those before is nobody's."""
    zone._handle_custom_msg({"begin": ["old.csv"], "id": 1}, [])
    zone._handle_custom_msg({"begin": ["new.csv"], "id": 2}, [])
    zone._handle_custom_msg({"piece": 0, "id": 1}, [memoryview(b"old")])
    zone._handle_custom_msg({"piece": 0, "id": 2}, [memoryview(b"new")])
    for number in (1, 2):
        zone._handle_custom_msg({"end": True, "id": number}, [])

    assert arrived == [[("new.csv", b"new")]]


def test_more_than_is_taken_fills_no_memory(zone: DropZone, arrived: list[Files]) -> None:
    """A page of ours never sends it."""
    bring_in(zone, ("large.csv", b"x" * 11))

    assert arrived == []


def test_what_has_arrived_is_kept_nowhere(zone: DropZone) -> None:
    """A notebook that is saved with its widgets has nobody's file."""
    bring_in(zone, ("a.csv", b"Novak"))

    assert "Novak" not in str(zone.get_state())
