import pytest

from keycafe_clean.job.to_do import by_answers
from keycafe_clean.job.to_do_page import page
from tests.job.lines import lines, sent

MONTH = lines(
    sent(2, "Ann <b>Lee", "ann@example.com", "added", location="York"),
    sent(3, "Bob Ray", "bob@example.com", "needs a fix", said='"no" & <no>'),
    sent(4, "Cy Orr", None, "unknown"),
    sent(5, "Dan Poe", "dan@example.com", "try again"),
)


def text() -> str:
    """Get the page of a month with its answers."""
    return page("2026-11", by_answers(MONTH), MONTH).decode()


def test_every_kind_of_task_has_a_table() -> None:
    """With how many there are of it."""
    assert "<h2>Repair and send again: 1</h2>" in text()
    assert "<h2>Give key permissions: 1</h2>" in text()


def test_what_is_about_everybody_is_said_once() -> None:
    """Why a permission is to be given stands above the names; what names nobody has no number and no table."""
    assert text().count("permissions are not part of an import") == 1
    followed = by_answers(lines(sent(2, "Ann Lee", "ann@example.com", "added", ways_in="invitation"))).head(1)
    assert "<h2>Follow up invitations</h2>\n<p>1 person was" in page("2026-11", followed, lines()).decode()
    assert "<table>" not in page("2026-11", followed, lines()).decode()


@pytest.mark.parametrize(("answer", "is_said"), [("unknown", True), ("added", False)])
def test_more_is_to_come_where_nobody_has_answered(answer: str, *, is_said: bool) -> None:
    """Permissions and codes are known once Keycafe has answered."""
    month = lines(sent(2, "Ann Lee", "ann@example.com", answer))

    assert ("There will be more" in page("2026-11", by_answers(month), month).decode()) is is_said


def test_other_months_have_pages_of_their_own() -> None:
    """What they left to do is not on this one."""
    assert "<code>keycafe-clean status</code> names them" in text()


def test_whom_a_wrong_file_would_have_invited() -> None:
    """Whoever was added, or may have been; who was not is not to be taken back."""
    wrong = text().partition("<h2>If this file was wrong: 2 people</h2>")[2]

    assert [name for name in ("Ann", "Bob", "Cy", "Dan") if name in wrong] == ["Ann", "Cy"]
    assert wrong.strip().startswith(
        "<p>Should the file have been wrong: these are the people in it. On the Users tab of Keycafe, whoever has no "
        "account yet stands under the filter Invited, the others under All; take each of them back there by hand. Then "
        "say that the file was not uploaded, and they count as not sent.</p>"
    )


def test_cells_are_no_code() -> None:
    """Whatever stands in a cell is shown as it is."""
    assert "Ann &lt;b&gt;Lee" in text()
    assert "&quot;no&quot; &amp; &lt;no&gt;" in text()


def test_page_needs_nothing_from_outside() -> None:
    """It has no script, and asks no server for anything."""
    assert [it for it in ("<script", "http:", "https:", "src=", "@import") if it in text()] == []


def test_nothing_to_do() -> None:
    """A month of which nobody was sent says so."""
    nobody = lines({"name": "Ann Lee"})

    assert "Of this month there is nothing to do by hand." in page("2026-11", by_answers(nobody), nobody).decode()
    assert "wrong" not in page("2026-11", by_answers(nobody), nobody).decode()
