"""Every sentence of the article that binds us, and the tests that hold it.

The article is Keycafe's help page "Bulk User Uploads". Quoted as it stands there, but for apostrophes.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from keycafe_clean.article.contract import FULL_USER, IMPORT_COLUMNS, SMARTBOX_USER, UPLOAD_STEPS, schema
from tests.shared import SHARED, needs_shared

TESTS = Path(__file__).parent

#: The tests of a flag: both readings, ours and the mock's.
FLAG = ("article/test_validate.py::test_odd_flag", "mock/test_row_checks.py::test_check_row_when_flag_is_other_text")

USER_TYPE = (
    "article/test_validate.py::test_undecided_user_type",
    "mock/test_row_checks.py::test_check_row_when_type_is_other_text",
)

UPLOAD = ("test_report.py::test_left_to_do", "mock/test_pages.py::test_imports_page_when_new")

#: sentence -> the tests that hold it
BINDING: dict[str, tuple[str, ...]] = {
    "Note that bulk user uploads can only be done on the desktop app.": UPLOAD,
    "Currently, you still need to assign key permissions to each user after they have been uploaded.": (
        "test_report.py::test_left_to_do",
    ),
    "Using a CSV file, you can supply all the information needed to create user invitations": (
        "write/test_import_file.py::test_one_form",
        "write/test_import_file.py::test_read_back",
    ),
    "The following tables list the fields that you can include in the file, depending on what type of user you are "
    "inviting:": (
        "article/test_contract.py::test_schema_has_every_check",
        "test_two_readings.py::test_both_have_the_same_columns",
        "test_two_readings.py::test_both_say_the_same_of_the_article",
    ),
    # the table of Full Users
    "First Name The user's first name. Last Name The user's last name. Email Address The user's email address. "
    "(REQUIRED)": (
        "article/test_validate.py::test_good_row",
        "article/test_validate.py::test_full_user_without_address",
        "mock/test_row_checks.py::test_check_row_when_full_user_has_no_address",
        "mock/test_row_checks.py::test_check_row_when_full_user_has_no_names",
    ),
    "Send Invitation Whether to send the user an email invitation with instructions on how to accept. Must be "
    '"true" or "false".': FLAG,
    "Send Welcome Email Whether to send a welcome email if the user already has an account under the email address "
    'provided. Must be "true" or "false".': FLAG,
    'SmartBox User Whether to invite the user as a Full User or a Smartbox User. Must be "true" or "false". To create '
    'a Full User, use "false".': (*USER_TYPE, "steps/test_user_type.py::test_name_user_type"),
    "Badge Code The user's User Badge serial number, if they have one.": (
        "article/test_validate.py::test_good_row",
        "article/test_file_rules.py::test_nothing_repeated",
    ),
    'Generate Access Code Whether to generate an access code for the user. Must be "true" or "false".': FLAG,
    # the table of SmartBox Users
    "First Name The user's first name. (REQUIRED) Last Name The user's last name. (REQUIRED)": (
        "article/test_validate.py::test_smartbox_user_without_name",
        "mock/test_row_checks.py::test_check_row_when_smartbox_user_has_no_names",
    ),
    "Email Address The user's email address. Send Invitation": ("article/test_validate.py::test_good_row",),
    'Send Invitation Invitation emails cannot be sent to Smartbox Users, this must be "false".': (
        "article/test_validate.py::test_invited_smartbox_user",
        "steps/test_user_type.py::test_set_flags_of_smartbox_user",
        "mock/test_row_checks.py::test_check_row_when_smartbox_user_is_invited",
    ),
    'Send Welcome Email Whether to send a welcome email if an email address is provided. Must be "true" or "false".': (
        *FLAG,
        "steps/test_user_type.py::test_set_flags",
    ),
    'SmartBox User Whether to invite the user as a Full User or a Smartbox User. Must be "true" or "false". To create '
    'a SmartBox User, use "true".': (*USER_TYPE, "steps/test_user_type.py::test_name_user_type"),
    "Download our CSV template to help you best organize your data before importing.": (
        "test_check.py::test_template_passes",
        "test_check.py::test_sample_file",
    ),
    # uploading
    **dict.fromkeys(UPLOAD_STEPS, UPLOAD),
    "Your import is added to the queue and the users are added when the import process is complete.": (
        "mock/test_imports.py::test_upload_when_accepted",
        "mock/test_imports.py::test_import_when_worked_on",
    ),
    "You can visit the Imports page to check your progress at any time.": (
        "mock/test_pages.py::test_imports_page_while_processing",
    ),
    "If you have uploaded Full Users, you will see them under the Invited filter on the Users tab.": (
        "mock/test_pages.py::test_users_page",
    ),
    "Once they create an account with Keycafe, they will appear under the All filter.": (
        "mock/test_import_rows.py::test_accept_invitation",
    ),
    "The account is created immediately, controlled by you and no registration is required from the user.": (
        "mock/test_import_rows.py::test_users_when_smartbox",
    ),
    "If an import fails, you can view the error and make the appropriate fix.": (
        "mock/test_pages.py::test_errors_page",
    ),
    # limits
    "You must confirm your email address before importing users.": (
        "mock/test_uploads.py::test_upload_when_address_is_not_confirmed",
        "mock/test_pages.py::test_form_when_address_is_not_confirmed",
    ),
    "You can import a maximum of 1000 users per month if you are on a paid plan, or 250 per month if you have only "
    "confirmed your email address.": (
        "article/test_contract.py::test_limits",
        "test_plan.py::test_plan_imports",
        "test_plan.py::test_no_month_is_over_its_limit",
        "test_check.py::test_monthly_limit",
        "mock/test_imports.py::test_upload_when_over_the_limit",
    ),
    "The import CSV data file cannot be larger than 2 MB.": (
        "article/test_contract.py::test_limits",
        "write/test_import_file.py::test_files_are_small_enough",
        "test_check.py::test_largest_file",
        "mock/test_uploads.py::test_upload_when_file_is_too_large",
    ),
}

#: Parts of sentences with a word that binds, which say what users of Keycafe may do and nothing of a file.
NOT_OURS = (
    "The user will not be able to login to our iOS, Android, or desktop applications and cannot perform",
    "administrative functions such as controlling key permissions.",
    "These users will only be able to interact with your SmartBoxes to pick up and drop off keys using a passcode",
    "or badge you provide them.",
)

HOLDERS = sorted({holder for holders in BINDING.values() for holder in holders})


def plain(text: str) -> str:
    """Get a text with single blanks and straight apostrophes."""
    return " ".join(text.replace("\u2019", "'").split())


def article() -> str:
    """Get the article as plain text."""
    return plain((SHARED / "article.txt").read_text(encoding="utf-8"))


@cache
def functions_of(path: str) -> frozenset[str]:
    """Get the names of the test functions of a file."""
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("holder", HOLDERS)
def test_holder_exists(holder: str) -> None:
    """Every test that is said to hold a sentence is there."""
    path, _, name = holder.partition("::")

    assert name in functions_of(path)


@needs_shared
@pytest.mark.parametrize("sentence", [*BINDING, *NOT_OURS])
def test_sentence_stands_in_the_article(sentence: str) -> None:
    """Every sentence is quoted as the article has it."""
    assert sentence in article()


@needs_shared
def test_no_binding_sentence_is_missing() -> None:
    """Every sentence of the article with a word that binds is here."""
    quoted = " ".join([*BINDING, *NOT_OURS])
    binding = re.compile(r"\b(must|Must|cannot|only|maximum|need)\b|REQUIRED")
    lines = (SHARED / "article.txt").read_text(encoding="utf-8").splitlines()
    sentences = [plain(sentence) for line in lines for sentence in re.split(r"(?<=\.)\s(?=[A-Z])|•", line)]

    missing = [sentence for sentence in sentences if binding.search(sentence) and sentence not in quoted]

    assert missing == []


@needs_shared
@pytest.mark.parametrize("column", IMPORT_COLUMNS)
@pytest.mark.parametrize("user_type", [FULL_USER, SMARTBOX_USER])
def test_description_is_the_articles(user_type: str, column: str) -> None:
    """The schemas describe every column in the article's words."""
    description = schema(user_type).columns[column].description

    assert description in article()
