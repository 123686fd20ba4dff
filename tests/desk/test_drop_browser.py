"""Files that are dropped on the page or chosen, in a real browser, with its own `DataTransfer`."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import PATIENCE
from tests.desk.desks import EQUATION, EXPORT
from tests.desk.served import drop, drop_path

pytestmark = pytest.mark.browser

#: Notes what the progress says, whether or not it is there for long enough to be seen.
_NOTE_PROGRESS = """
    () => {
        window.progress = [];
        const zone = [...document.querySelectorAll(".kc-drop")].find((one) => one.checkVisibility());
        const bar = zone.querySelector("progress");
        new MutationObserver(() => window.progress.push(bar.value)).observe(bar, { attributes: true });
    }
"""


@pytest.fixture
def first_page(page: Page, address: str) -> Page:
    """Get the first page."""
    page.goto(address)
    page.get_by_role("button", name="Choose a file").wait_for(timeout=PATIENCE)
    return page


@pytest.mark.parametrize("place", [".kc-drop-box", ".kc-foot", "body"])
def test_a_file_is_dropped_anywhere_on_the_page(first_page: Page, place: str) -> None:
    """What misses the box would open the file instead of the desk."""
    drop(first_page, {"workers.csv": EXPORT}, place)

    expect(first_page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)


def test_several_files_are_dropped_together(first_page: Page) -> None:
    """As one export."""
    drop(first_page, halves())

    expect(first_page.locator(".kc-foot", has_text="7 rows = ")).to_be_visible(timeout=PATIENCE)


def test_a_file_is_chosen_by_keyboard(first_page: Page) -> None:
    """The button opens what the browser chooses with; the same file can be chosen once more."""
    for label in ("Choose a file", "Choose another file"):
        with first_page.expect_file_chooser() as chooser:
            first_page.get_by_role("button", name=label).locator("visible=true").press("Enter")
        chooser.value.set_files({"name": "workers.csv", "mimeType": "text/csv", "buffer": EXPORT})
        expect(first_page.get_by_role("heading", name="People")).to_be_focused(timeout=PATIENCE)
        first_page.get_by_role("button", name="File").first.click()
        # The step takes the focus once it is there; a key that comes before goes to its heading.
        expect(first_page.get_by_role("heading", name="File", exact=True)).to_be_focused(timeout=PATIENCE)


def test_a_file_that_is_named_is_read_by_enter(first_page: Page, job: Path) -> None:
    """Where the job's folder lies; a name that is wrong is said, and typed anew."""
    (job.parent / "named.csv").write_bytes(EXPORT)
    field = first_page.get_by_role("textbox", name="Or name a file")
    field.fill("nmed.csv")
    field.press("Enter")
    expect(first_page.get_by_role("status").filter(has_text="nmed.csv does not exist.")).to_be_focused(timeout=PATIENCE)

    field.fill("named.csv")
    field.press("Enter")

    expect(first_page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)


def test_a_large_file_arrives_in_pieces(first_page: Page) -> None:
    """Each says how far it is."""
    rows = b"".join(b"Jana;Novak;p%d@example.com;%d;active;%b\n" % (n, n, b"x" * 12_000) for n in range(1_000))
    first_page.evaluate(_NOTE_PROGRESS)

    drop(first_page, {"large.csv": EXPORT.splitlines()[0] + b";Remarks\n" + rows})

    expect(first_page.locator(".kc-foot", has_text="1,000 rows = 1,000 ready")).to_be_visible(timeout=PATIENCE)
    assert len(set(first_page.evaluate("window.progress"))) >= 4


def test_a_file_that_is_too_large_is_refused(first_page: Page) -> None:
    """At once, with what to do instead."""
    first_page.evaluate(
        """() => {
            const given = new DataTransfer();
            given.items.add(new File([new Uint8Array(100_000_001)], "<b>huge</b>.csv"));
            document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true }));
        }"""
    )

    expect(first_page.get_by_role("alert").locator("visible=true")).to_have_text(
        "<b>huge</b>.csv has more than 100 MB. Name it under File instead of choosing it."
    )


def test_a_folder_is_answered_by_one_sentence(first_page: Page, tmp_path: Path) -> None:
    """With what to do instead; the files in it can be dropped then."""
    folder = tmp_path / "<b>November"
    folder.mkdir()
    (folder / "workers.csv").write_bytes(EXPORT)

    drop_path(first_page, folder)

    expect(first_page.get_by_role("alert").locator("visible=true")).to_have_text(
        "<b>November cannot be read. A folder cannot be brought in as a whole: open it, and bring in the files "
        "that lie in it."
    )
    drop_path(first_page, folder / "workers.csv")
    expect(first_page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)


def test_a_list_of_who_is_in_keycafe_is_dropped_where_it_is_asked_for(first_page: Page, tmp_path: Path) -> None:
    """It is taken for nothing else; a folder gets the same sentence there."""
    drop(first_page, {"workers.csv": EXPORT})
    first_page.get_by_role("button", name="Somebody is").click()
    first_page.get_by_role("button", name="Choose a list").wait_for()
    folder = tmp_path / "lists"
    folder.mkdir()

    drop_path(first_page, folder)
    expect(first_page.get_by_role("alert").locator("visible=true")).to_contain_text("lists cannot be read. A folder")
    drop(first_page, {"users.csv": b"Email\njana.novak@example.com\n"})

    expect(first_page.get_by_text("1 person in Keycafe already was read from users.csv.")).to_be_visible(
        timeout=PATIENCE
    )
    expect(first_page.locator(".kc-foot", has_text="2 ready")).to_be_visible()


def test_a_drop_beside_a_step_without_a_box_is_none(first_page: Page) -> None:
    """The browser opens nothing, and the people at work stay."""
    drop(first_page, {"workers.csv": EXPORT})
    expect(first_page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)

    is_taken = drop(first_page, {"other.csv": b"nothing"}, "body")

    assert is_taken
    expect(first_page.locator(".kc-foot", has_text=EQUATION)).to_be_visible()


def halves() -> Mapping[str, bytes]:
    """Get the export as two files."""
    head, *rows = EXPORT.splitlines(keepends=True)
    return {"one.csv": head + b"".join(rows[:4]), "two.csv": head + b"".join(rows[4:])}
