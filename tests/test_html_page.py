"""The page of a job."""

from keycafe_clean.html_page import html_page, html_table


def test_page_stands_alone() -> None:
    """The title is the heading too, escaped; there is no script, and nothing is fetched."""
    page = html_page("<Jo> & Co", "<p>Text.</p>").decode()

    assert "<title>&lt;Jo&gt; &amp; Co</title>" in page
    assert "<h1>&lt;Jo&gt; &amp; Co</h1>\n<p>Text.</p>" in page
    assert not [word for word in ("<script", "http", "@import", "url(") if word in page]


def test_table_escapes_its_texts_and_has_boxes_to_tick() -> None:
    """Cells are anybody's; what is to be ticked off has a box before it, which no screen reader reads."""
    assert html_table(["Who"], [("<Jo>",)]) == (
        '<table><thead><tr><th scope="col">Who</th></tr></thead>\n'
        "<tbody>\n<tr><td>&lt;Jo&gt;</td></tr>\n</tbody></table>"
    )
    assert '<tr><td class="box" aria-hidden="true">☐</td><td>Jo</td></tr>' in html_table(
        ["Who"], [("Jo",)], to_tick=True
    )


def test_text_of_a_cell_turns_nothing_around() -> None:
    """A letter that changes the direction of what follows stands as one that cannot be shown."""
    assert "<td>Al\ufffdice</td>" in html_table(["Who"], [("Al\u202eice",)])
    assert "<h1>Al\ufffdice</h1>" in html_page("Al\u202eice", "").decode()
