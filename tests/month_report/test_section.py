from keycafe_clean.month_report.section import Line, Part, Section

TWO = Section(
    "Rows & <people>",
    ("It adds up.",),
    head=("What", "Rows"),
    lines=(Line(("Read", "1,200"), (Part(0, 1_200, "in"),)), Line(("<Left out>", "3"), (Part(1_197, 3, "out"),))),
    total=1_200,
)


def test_text_says_what_the_table_says() -> None:
    """Numbers stand at the right, one below the other."""
    assert TWO.text() == (
        "Rows & <people>\nIt adds up.\n  What         Rows\n  Read        1,200\n  <Left out>      3\n"
    )


def test_html_is_escaped() -> None:
    """Cells are anybody's."""
    page = TWO.html()

    assert "<h2>Rows &amp; &lt;people&gt;</h2>" in page
    assert "<td>&lt;Left out&gt;</td>" in page


def test_bars_share_one_scale() -> None:
    """However few rows a part has, one pixel of it is seen, and within the bar."""
    page = TWO.html()

    assert '<rect x="0" width="320" height="14" fill="#3b7ddd"/>' in page
    assert '<rect x="319" width="1" height="14" fill="#8a949e"/>' in page


def test_bars_say_nothing_to_a_screen_reader() -> None:
    """Their numbers stand beside them."""
    assert TWO.html().count('<svg aria-hidden="true"') == TWO.html().count("<svg") == 2


def test_table_without_bars_has_no_column_for_them() -> None:
    """A column of nothing would be read aloud."""
    page = Section("A", head=("What",), lines=(Line(("one",)),)).html()

    assert page.count("<td") == 1


def test_steps_are_numbered_in_both() -> None:
    """What is to be done one after the other."""
    steps = Section("To do", steps=("Log in.", "Upload."))

    assert "<ol><li>Log in.</li><li>Upload.</li></ol>" in steps.html()
    assert steps.text() == "To do\n  1. Log in.\n  2. Upload.\n"


def test_section_of_sentences_alone() -> None:
    """No table is begun."""
    assert Section("A", ("b",)).html() == "<section><h2>A</h2>\n<p>b</p>\n</section>\n"
