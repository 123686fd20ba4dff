import pytest

from keycafe_clean.desk.markup import Markup, join, paragraphs, table, tag


def test_text_is_escaped_and_markup_is_not() -> None:
    """What an export holds can never become HTML."""
    assert join(["<b>", Markup("<br>")]) == "&lt;b&gt;<br>"


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (tag("p", "a & b"), "<p>a &amp; b</p>"),
        (tag("a", "x", href='"><script>', class_="kc"), '<a href="&quot;&gt;&lt;script&gt;" class="kc">x</a>'),
        (tag("svg", aria_label="full"), '<svg aria-label="full"></svg>'),
        (paragraphs(["one", "", "two"]), '<p class="kc-text">one</p><p class="kc-text">two</p>'),
        (
            table(["Name"], [["<i>"]], "People"),
            (
                '<table class="kc-table"><caption>People</caption><thead><tr><th scope="col">Name</th></tr></thead>'
                "<tbody><tr><td>&lt;i&gt;</td></tr></tbody></table>"
            ),
        ),
    ],
)
def test_elements_are_made_of_escaped_text(made: str, expected: str) -> None:
    """Text, attributes and cells are escaped once."""
    assert made == expected
