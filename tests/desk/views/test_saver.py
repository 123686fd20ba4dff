from keycafe_clean.desk.views.saver import Saver
from tests.desk.page import Page


def test_a_file_goes_to_the_page_when_it_is_saved() -> None:
    """Its name and kind as text, its bytes beside them."""
    saver = Saver()
    page = Page(saver)

    saver.save("a.csv", "text/csv", b"a,b\r\n")

    assert [each["content"] for each in page.heard] == [{"name": "a.csv", "type": "text/csv"}]
