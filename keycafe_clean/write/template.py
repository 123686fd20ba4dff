"""The empty import file: the article's eight columns, and a line of each user type to follow."""

import csv
import io

from keycafe_clean.article.contract import IMPORT_COLUMNS

#: Invented people; example.com belongs to nobody.
_EXAMPLES = (
    ("Jana", "Example", "jana@example.com", "true", "true", "false", "", "true"),
    ("Piotr", "Example", "", "false", "false", "true", "", "true"),
)


def template_csv() -> str:
    """Get the text of `keycafe_template.csv`: the header and two example rows, lines ending in CRLF.

    It passes `keycafe-clean check`.
    """
    text = io.StringIO()
    csv.writer(text).writerows((IMPORT_COLUMNS, *_EXAMPLES))
    return text.getvalue()
