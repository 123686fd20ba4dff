"""The page of a job."""

from keycafe_clean.job.html_page import html_page


def test_page_stands_alone() -> None:
    """The title is the heading too, escaped; there is no script, and nothing is fetched."""
    page = html_page("<Jo> & Co", "<p>Text.</p>").decode()

    assert "<title>&lt;Jo&gt; &amp; Co</title>" in page
    assert "<h1>&lt;Jo&gt; &amp; Co</h1>\n<p>Text.</p>" in page
    assert not [word for word in ("<script", "http", "@import", "url(") if word in page]
