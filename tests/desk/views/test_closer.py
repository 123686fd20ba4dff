from keycafe_clean.desk.views.closer import Closer
from tests.desk.page import Page


def test_the_page_hears_which_kernel_ends() -> None:
    """Before the sentence with which it does."""
    page = Page(closer := Closer())

    closer.kernel, closer.text = "12ab", "The desk is closed."

    assert [told["state"] for told in page.heard] == [{"kernel": "12ab"}, {"text": "The desk is closed."}]
