from keycafe_clean.desk.views.watcher import Watcher
from tests.desk.page import Page


def test_the_page_hears_that_it_need_not_watch_any_more() -> None:
    """It does from the beginning on."""
    watcher = Watcher(labels={"stopped": "The desk has stopped."})
    page, before = Page(watcher), watcher.watches

    watcher.watches = False

    assert (before, [told["state"] for told in page.heard]) == (True, [{"watches": False}])
