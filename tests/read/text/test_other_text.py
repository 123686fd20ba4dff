"""Text that is no table."""

import pytest

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read import read_export
from keycafe_clean.read.text.other_text import no_table_by_text

EXPORT = "Export it again as CSV or as a workbook."
LDAP = "Export it again as CSV, with csvde or from the directory's own pages."
POWERSHELL = "is a PowerShell list (Name : value)"
PAIRS = "a list of names and values, such as YAML"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"name": "Ann"}]', f"is JSON, not a table. {EXPORT}"),
        ('{\n  "people": [\n', f"is JSON, not a table. {EXPORT}"),
        ('[["First", "Last"], ["Ann", "Lee"]]', f"is JSON, not a table. {EXPORT}"),
        ("[]", f"is JSON, not a table. {EXPORT}"),
        ('{"name":"Ann"}\n{"name":"Bo"}\n', f"is JSON lines, not a table. {EXPORT}"),
        ("BEGIN:VCARD\nFN:Ann\n", f"is a file of vCards, not a table. {EXPORT}"),
        ("BEGIN:VCALENDAR\n", f"is a calendar, not a table. {EXPORT}"),
        ("dn: cn=Ann\nmail: ann@example.com\n", f"is LDIF, not a table. {LDAP}"),
        ("version: 1\n\n# Ann\ndn:: Y249QW5u\n", f"is LDIF, not a table. {LDAP}"),
        ("Surname : Lee\nMail    : a@b.de\n\nSurname : Roe\n",
         f"{POWERSHELL}, not a table. Export it again with Export-Csv."),
        ("---\n- name: Ann\n  email: a@b.de\n- name: Bo\n  email: b@b.de\n", f"is {PAIRS}, not a table. {EXPORT}"),
        ("Vorname: Ann\nNachname: Lee\nE-Mail: a@b.de\n", f"is {PAIRS}, not a table. {EXPORT}"),
        ("*** 1. row ***\n  mail: a\n  team: IT\n*** 2. row ***\n  mail: b\n  team: HR\n",
         f"is {PAIRS}, not a table. {EXPORT}"),
        ("[ann]\nname=Ann\nmail=a@b.de\n[bo]\nname=Bo\nmail=b@b.de\n",
         f"is a list of names and values (name=value), not a table. {EXPORT}"),
        ("-- dump\nCREATE TABLE staff (id int);\n",
         f"is a file of statements for a database (SQL), not a table. {EXPORT}"),
        ("Name    Mail\n------- ------\nAnn     a@b.de\n",
         f"is a listing whose columns only blanks set apart, not a table. {EXPORT}"),
        ("<html><body><p>Sign in</p></body></html>", f"is a web page, not a table. {EXPORT}"),
        ("<staff><person>Ann</person></staff>", f"is XML, not a table. {EXPORT}"),
    ],
)  # fmt: skip
def test_the_kind_of_text_is_named(text: str, said: str) -> None:
    """What it is and what to do, in any encoding, and packed or not."""
    for data in (text.encode(), text.encode("utf-16")):
        with pytest.raises(UnreadableExport) as told:
            read_export(("hr.csv", data))
        assert str(told.value) == f"hr.csv {said}"


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Email\nAnn,a@b.de\n",
        "[displayName],[mail]\nAnn,a@b.de\n",
        "[1],[2]\nAnn,a@b.de\n",
        "<Name>,Email\nAnn,a@b.de\n",
        "Name\nReyes: Ona\nLund: Bea\nIves: Carl\n",
        "Report: staff\nDate: today\nFirst Name,Email\nAnn,a@b.de\nBo,b@b.de\n",
        "id | name\n----+------\n 1 | Ann\n",
        "name\tmail\n----\t----\nAnn\ta@b.de\n",
        "name,note\nAnn,insert into the list\n",
        "mail\na@b.de\nb@b.de\nc@b.de\n",
    ],
)
def test_tables_are_no_such_text(text: str) -> None:
    """Brackets, colons, strokes between bars and words of other kinds stand in tables too."""
    assert no_table_by_text(text.encode()) is None


def test_a_delimiter_that_was_said_is_believed() -> None:
    """Somebody knows that the colons stand between cells."""
    source = read_export(("hr.txt", b"Name: Mail\nAnn: a@b.de\nBo: b@b.de\n"), delimiter=":").sources[0]

    assert source.cells.width == 2
