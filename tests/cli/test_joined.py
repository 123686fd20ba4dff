"""`--join` as the shell calls it: a list of addresses that belongs to the export, alone and month by month."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Shell
from tests.join.pairs import ACCOUNTS, STAFF

TODAY = ("--today", "2026-11-03")


@pytest.fixture
def joined(shell: Shell) -> Shell:
    """Give a shell in a folder with the export and the accounts that belong to it."""
    shell.write("staff.csv", *STAFF)
    shell.write("accounts.csv", *ACCOUNTS)
    return shell


def test_what_was_joined_is_said(joined: Shell) -> None:
    """The file is described as it was read, then by which key it was joined and whom it lacks; the run goes on."""
    ended = joined("clean", "staff.csv", "--join", "accounts.csv", "--out", "out", *TODAY)

    lines = ended.out.splitlines()
    place = lines.index("accounts.csv: UTF-8, semicolons, column names in row 1, 4 rows")
    assert lines[place + 1] == (
        "  accounts.csv was joined to staff.csv by 'Personalnummer' and 'EmployeeID': 3 of 4 rows found theirs, "
        "1 is not in it; 1 of its 4 rows belongs to nobody in the export. Each is listed in waiting.csv or notes.csv."
    )
    assert "4 rows = 3 ready + 1 waiting for you + 0 combined + 0 left out + 0 not people" in lines
    assert ended.code == 0


def test_counts_are_in_the_json(joined: Shell) -> None:
    """Who calls it from a program gets the same counts."""
    facts = json.loads(joined("clean", "staff.csv", "--join", "accounts.csv", "--json", "--out", "out", *TODAY).out)

    assert facts["joined"] == [
        {
            "file": "accounts.csv",
            "to": "staff.csv",
            "key": ["Personalnummer", "EmployeeID"],
            "rows": 4,
            "found": 3,
            "nobody": 1,
            "several": 0,
            "zeros": 0,
            "name": 0,
            "rows_there": 4,
            "belong_to_nobody": 1,
        }
    ]
    assert facts["rows_read"] == 4


def test_key_that_is_said(joined: Shell) -> None:
    """`--join-key` says the columns where none is found."""
    joined.write("by_name.csv", "Wer;Mail", "Adler;anna@firma.de", "Bauer;ben@firma.de")
    key = ("--join-key", "Nachname=Wer")

    facts = json.loads(
        joined("clean", "staff.csv", "--join", "by_name.csv", *key, "--json", "--out", "out", *TODAY).out
    )

    assert facts["joined"][0]["key"] == ["Nachname", "Wer"]
    assert facts["full_users"] == 2


def test_one_answer_for_whoever_has_no_address(joined: Shell) -> None:
    """`--smartbox-without-address` lets them in, and the written set-up says so again."""
    said = ("--join", "accounts.csv", "--smartbox-without-address")
    joined("clean", "staff.csv", *said, "--out", "first", *TODAY)

    again = ("--join", "accounts.csv", "--setup", "first/setup.toml")
    facts = json.loads(joined("clean", "staff.csv", *again, "--json", "--out", "second", *TODAY).out)

    assert (facts["ready"], facts["smartbox_users"]) == (4, 1)
    assert Path("first/setup.toml").read_bytes() == Path("second/setup.toml").read_bytes()


def test_manifest_has_the_file(joined: Shell) -> None:
    """The audit starts from the sums of both files."""
    joined("clean", "staff.csv", "--join", "accounts.csv", "--out", "out", *TODAY)

    manifest = json.loads(Path("out/manifest.json").read_text(encoding="ascii"))

    assert [(it["file"], it["rows"]) for it in manifest["exports"]] == [("staff.csv", 4)]
    assert [(it["file"], it["rows"], len(it["sha256"])) for it in manifest["joined"]] == [("accounts.csv", 4, 64)]


def test_notes_list_who_belongs_to_nobody(joined: Shell) -> None:
    """Each row of the file that nobody has stands in notes.csv, and whom it lacks in waiting.csv."""
    joined("clean", "staff.csv", "--join", "accounts.csv", "--out", "out", *TODAY)

    assert "Row 4 of accounts.csv, with the key '9000', belongs to nobody" in Path("out/notes.csv").read_text("utf-8")
    assert "accounts.csv does not have '00045'" in Path("out/waiting.csv").read_text("utf-8")
    assert "join (row 3 of accounts.csv)" in Path("out/changes.csv").read_text("utf-8")


def test_two_exports_that_belong_together_are_said(joined: Shell) -> None:
    """Given as two exports, nobody goes in twice: both rows of everybody wait, and the sentence says what to type."""
    joined.write("addresses.csv", "Personalnummer;Mail", *(f"0004{n};m{n}@firma.de" for n in range(2, 6)))

    ended = joined("clean", "staff.csv", "addresses.csv", "--out", "out", *TODAY)

    assert "8 rows = 0 ready + 8 waiting for you + 0 combined + 0 left out + 0 not people" in ended.out
    assert (
        "addresses.csv may belong to staff.csv: it has no names, and both have 'Personalnummer'. Whoever is in both "
        "waits until you say so. Give it as a list that belongs to the other one: staff.csv --join addresses.csv."
    ) in ended.out


def test_export_that_holds_no_people_says_how_to_join_it(joined: Shell) -> None:
    """A file with neither names nor addresses is refused as an export, with what to type."""
    joined.write("states.csv", "Personalnummer;Status", *(f"0004{n};aktiv" for n in range(2, 6)))

    ended = joined("clean", "staff.csv", "states.csv", *TODAY)

    assert ended.code == 2
    assert ended.err.endswith("If states.csv belongs to staff.csv, say: staff.csv --join states.csv.\n")


ITSELF = (
    "staff.csv cannot be joined to itself: it is staff.csv, byte for byte. Give the file that belongs to it; a sheet "
    "of it as a file of its own."
)
TWICE = "accounts.csv and accounts.csv (2) are the same file, byte for byte. Choose one of them."
ALONE = "--{} goes with --join: it is about a file that belongs to the export. Give the file."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--join", "staff.csv"], ITSELF),
        (["--join", "gone.csv"], "gone.csv does not exist. Check the name and the folder."),
        (["--join", "empty.csv"], "empty.csv is empty. Export it again from the HR system."),
        (["--join", "accounts.csv", "--join", "accounts.csv"], TWICE),
        (["--join-key", "Nr"], ALONE.format("join-key")),
        (["--smartbox-without-address"], ALONE.format("smartbox-without-address")),
    ],
)
def test_misuse_is_one_sentence(joined: Shell, arguments: list[str], sentence: str) -> None:
    """Whatever cannot be joined is said in one sentence, and nothing is written."""
    joined.write("empty.csv")

    ended = joined("clean", "staff.csv", *arguments, "--out", "out", *TODAY)

    assert (ended.code, ended.err.splitlines()[-1]) == (2, sentence)
    assert not Path("out").exists()


def test_locked_workbook_is_one_sentence(joined: Shell) -> None:
    """A list under a password is refused as an export is."""
    Path("locked.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
    )

    ended = joined("clean", "staff.csv", "--join", "locked.xlsx", "--out", "out", *TODAY)

    assert ended.code == 2
    assert ended.err.splitlines()[-1].startswith("locked.xlsx ")


FORGOTTEN = (
    "The set-up joins a file with the columns SamAccountName, Mail, EmployeeID by 'Personalnummer', and it was not "
    "given. Give this month's with --join FILE, or take its [[join]] out of setup.toml."
)


def test_job_remembers_the_key_and_asks_for_the_file(joined: Shell) -> None:
    """The next month needs the file again, and neither key nor answer; without it nothing is written."""
    november = ("--join", "accounts.csv", "--smartbox-without-address", *TODAY)
    month = ("run", "staff.csv", "--job", "acme", "--json")
    december = ("--today", "2026-12-03")
    assert json.loads(joined(*month, *november).out)["ready"] == 4
    joined("answer", "acme", "--all-added")
    before = sorted(str(path) for path in Path("acme").rglob("*"))

    forgotten = joined(*month, *december)

    assert (forgotten.code, forgotten.err.splitlines()[-1]) == (2, FORGOTTEN)
    assert sorted(str(path) for path in Path("acme").rglob("*")) == before
    joined.write("staff.csv", *STAFF, "00046;Emil;Engel;Lager")
    joined.write("december.csv", *ACCOUNTS, "eengel;emil.engel@firma.de;46")
    assert json.loads(joined(*month, "--join", "december.csv", *december).out)["ready"] == 1
    assert "emil.engel@firma.de" in next(Path("acme/2026-12").glob("2026-12_*.csv")).read_text("utf-8")
