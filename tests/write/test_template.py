import csv
import io

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.mock.row_checks import FIELDS, check_row
from keycafe_clean.write.template import template_csv


def test_template_has_a_row_of_each_user_type() -> None:
    """The template is the article's header, a Full User and a SmartBox User."""
    header, *rows = csv.reader(io.StringIO(template_csv()))

    assert tuple(header) == IMPORT_COLUMNS
    assert [row[5] for row in rows] == ["false", "true"]


def test_template_is_taken_by_the_mock() -> None:
    """The mock finds nothing in the rows of the template."""
    _, *rows = csv.reader(io.StringIO(template_csv()))

    assert [check_row(dict(zip(FIELDS, row, strict=True))) for row in rows] == [[], []]


def test_template_is_in_the_one_form() -> None:
    """The template's lines end as those of every import file."""
    assert template_csv().count("\r\n") == template_csv().count("\n") == 3
