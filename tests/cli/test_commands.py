import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import openpyxl
import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from tests.cli.calls import HEADER, Shell, people

TODAY = ("--today", "2026-11-03")

KEYS = {
    "rows_read", "ready", "waiting", "combined", "left_out", "not_people", "full_users", "smartbox_users", "columns",
    "findings", "files", "forecast", "leaving", "decisions", "read", "joined", "known", "retyped", "replaced",
}  # fmt: skip

GOOD = "Jana,Novak,jana@example.com"
BROKEN = "Piotr,Lis,piotr.lis@example"


def test_clean_as_json_has_the_keys_of_the_contract(shell: Shell) -> None:
    """`--json` is one line of ASCII with counts, columns, findings, files, forecast and what was read."""
    shell.write("staff.csv", HEADER, "Zoë,Žák,zoe@example.com", BROKEN, ",,")

    ended = shell("clean", "staff.csv", "--json", "--out", "out", *TODAY)

    facts = json.loads(ended.out)
    assert (ended.code, ended.err, ended.out.isascii(), ended.out.count("\n")) == (1, "", True, 1)
    assert facts.keys() == KEYS
    assert {key: facts[key] for key in ("rows_read", "ready", "waiting", "not_people", "full_users")} == {
        "rows_read": 3, "ready": 1, "waiting": 1, "not_people": 1, "full_users": 1,
    }  # fmt: skip
    assert facts["columns"] == {"First Name": ["First Name"], "Last Name": ["Last Name"], "Email Address": ["Email"]}
    assert facts["findings"]["email_syntax"] == 1
    assert facts["forecast"] == {}
    assert facts["read"] == [
        {"file": "staff.csv", "encoding": "utf-8", "delimiter": ",", "sheet": None, "header_row": 1, "rows": 3}
    ]


def test_files_as_json_are_the_files_that_lie_there(shell: Shell) -> None:
    """Every file written is named with its path, rows, bytes and, if Keycafe takes it, its month."""
    shell.write("staff.csv", HEADER, GOOD)

    files = json.loads(shell("clean", "staff.csv", "--json", "--out", "out", *TODAY).out)["files"]

    assert {Path(file["path"]).name: Path(file["path"]).stat().st_size for file in files} == {
        Path(file["path"]).name: file["bytes"] for file in files
    }
    assert {Path(file["path"]) for file in files} == set(Path("out").iterdir())
    assert [(file["rows"], file["month"]) for file in files if file["month"]] == [(1, "2026-11")]


def test_run_as_json_has_practice_and_limit_too(shell: Shell) -> None:
    """`run` adds how the practice went and what the limit would be."""
    shell.write("staff.csv", HEADER, GOOD)

    ended = shell("run", "staff.csv", "--json", "--used", "999", *TODAY)

    facts = json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")
    assert facts.keys() == KEYS | {"practice", "limit"}
    assert facts["practice"] == {"state": "completed", "added": 1, "failed": 0}
    assert facts["limit"] == {"month": "2026-11", "limit": 1000, "used": 1000, "left": 0}


@pytest.mark.parametrize(("plan", "limit"), [("paid", 1000), ("confirmed", 250)])
def test_one_too_many_is_forecast(shell: Shell, plan: str, limit: int) -> None:
    """One person more than the month's limit: a file of the limit, and one person next month."""
    shell.write("staff.csv", *people(limit + 1))

    facts = json.loads(shell("run", "staff.csv", "--plan", plan, "--json", *TODAY).out)

    assert [file["rows"] for file in facts["files"] if file["month"]] == [limit]
    assert facts["forecast"] == {"2026-12": 1}
    assert facts["practice"]["added"] == limit


def test_used_places_are_not_given_twice(shell: Shell) -> None:
    """Of 1,000 places with 998 used two are left; a month that is full gets no file."""
    shell.write("staff.csv", *people(3))

    two = json.loads(shell("clean", "staff.csv", "--used", "998", "--json", *TODAY).out)
    none = json.loads(shell("run", "staff.csv", "--used", "1000", "--json", *TODAY).out)

    assert [file["rows"] for file in two["files"] if file["month"]] == [2]
    assert [file for file in none["files"] if file["month"]] == []
    assert (none["forecast"], none["practice"]["state"]) == ({"2026-12": 3}, "nothing")


def test_month_of_the_file_may_be_a_later_one(shell: Shell) -> None:
    """`--month` names the file, the folder and the month of the practice."""
    shell.write("staff.csv", HEADER, GOOD)

    facts = json.loads(shell("run", "staff.csv", "--month", "2026-12", "--json", *TODAY).out)

    assert facts["files"][0]["path"] == str(Path("keycafe-2026-12", "2026-12_1.csv"))
    assert facts["limit"]["month"] == "2026-12"


def test_folder_is_never_replaced(shell: Shell) -> None:
    """A second and third run lie beside the first, which stays as it was."""
    shell.write("staff.csv", HEADER, GOOD)
    shell("clean", "staff.csv", *TODAY)
    first = {path.name: path.read_bytes() for path in Path("keycafe-2026-11").iterdir()}

    shell("clean", "staff.csv", *TODAY)
    shell("clean", "staff.csv", *TODAY)

    folders = sorted(path.name for path in Path().iterdir() if path.is_dir())
    assert folders == ["keycafe-2026-11", "keycafe-2026-11-2", "keycafe-2026-11-3"]
    assert {path.name: path.read_bytes() for path in Path("keycafe-2026-11").iterdir()} == first


def test_sample_file_of_keycafe_gives_header_and_order(shell: Shell) -> None:
    """`--template` writes the columns as the sample file has them, and `check --template` takes the result."""
    header = ",".join(reversed([column.lower() for column in IMPORT_COLUMNS]))
    shell.write("sample.csv", header)
    shell.write("staff.csv", HEADER, GOOD)

    shell("clean", "staff.csv", "--template", "sample.csv", "--out", "out", *TODAY)

    written = Path("out", "2026-11_1.csv")
    assert written.read_text(encoding="utf-8").splitlines() == [
        header,
        "true,,false,true,true,jana@example.com,Novak,Jana",
    ]
    assert shell("check", written, "--template", "sample.csv").code == 0
    assert shell("check", written).code == 1


def test_what_was_written_reproduces_the_run(shell: Shell) -> None:
    """`setup.toml` and `decisions.csv` of a run give the same import file again."""
    shell.write("staff.csv", HEADER, *people(3)[1:])
    shell("clean", "staff.csv", "--used", "998", "--plan", "paid", "--out", "one", *TODAY)

    shell("clean", "staff.csv", "--setup", "one/setup.toml", "--decisions", "one/decisions.csv", "--out", "two", *TODAY)

    assert {path.name: path.read_bytes() for path in Path("two").iterdir()} == {
        path.name: path.read_bytes() for path in Path("one").iterdir()
    }


def test_reading_takes_a_word(shell: Shell) -> None:
    """`--encoding` and `--no-header` say what a file does not say itself; the set-up then names its columns."""
    columns = '"First Name" = "Column 1"\n"Last Name" = "Column 2"\n"Email Address" = "Column 3"'
    shell.write("setup.toml", '[[source]]\nheaders = ["Column 1", "Column 2", "Column 3"]\n[source.columns]', columns)
    (shell.folder / "staff.csv").write_bytes(
        "Zoë,Žák,zoe@example.com\r\nEva,Růžová,eva@example.com\r\n".encode("cp1250")
    )

    words = ("--encoding", "cp1250", "--no-header", "--setup", "setup.toml")
    facts = json.loads(shell("clean", "staff.csv", *words, "--out", "out", "--json", *TODAY).out)

    assert (facts["read"][0]["encoding"], facts["read"][0]["header_row"]) == ("cp1250", None)
    assert "Eva,Růžová,eva@example.com" in Path("out", "2026-11_2.csv").read_text(encoding="utf-8")


def test_row_of_the_column_names_and_delimiter_can_be_said(shell: Shell) -> None:
    """`--header-row` and `--delimiter` win over what the file looks like."""
    shell.write("staff.csv", "Name,Email", "First Name|Last Name|Email", "Jana|Novak|jana@example.com")

    words = ("--header-row", "2", "--delimiter", "pipe", "--out", "out")
    facts = json.loads(shell("clean", "staff.csv", *words, "--json", *TODAY).out)

    assert (facts["read"][0]["header_row"], facts["read"][0]["delimiter"], facts["ready"]) == (2, "|", 1)


def test_sheet_is_the_one_that_is_named(shell: Shell) -> None:
    """`--sheet` chooses among the sheets of a workbook."""
    book = openpyxl.Workbook()
    book.active.title = "North"
    for sheet, name in ((book.active, "Novak"), (book.create_sheet("South"), "Brandt")):
        sheet.append(HEADER.split(","))
        sheet.append(["Eva", name, f"eva.{name}@example.com"])
    book.save(shell.folder / "staff.xlsx")

    facts = json.loads(shell("clean", "staff.xlsx", "--sheet", "South", "--out", "out", "--json", *TODAY).out)

    assert facts["read"][0]["sheet"] == "South"
    assert "Eva,Brandt,eva.brandt@example.com" in Path("out", "2026-11_1.csv").read_text(encoding="utf-8")


def test_several_files_are_one_population(shell: Shell) -> None:
    """Somebody who is in two files is combined, whatever the columns are called."""
    shell.write("north.csv", HEADER, GOOD)
    shell.write("south.csv", "Vorname;Nachname;E-Mail", "Jana;NOVAK;JANA@example.com", "Jörg;Weiß;joerg@example.com")

    facts = json.loads(shell("clean", "north.csv", "south.csv", "--json", *TODAY).out)

    assert (facts["rows_read"], facts["ready"], facts["combined"]) == (3, 2, 1)
    assert facts["columns"]["First Name"] == ["First Name", "Vorname"]
    assert [read["file"] for read in facts["read"]] == ["north.csv", "south.csv"]


def test_version_is_that_of_the_package(shell: Shell) -> None:
    """`--version` prints our name and version, and does nothing else."""
    assert shell("--version").out == f"keycafe-clean {version('keycafe-clean')}\n"


@pytest.mark.parametrize(
    ("modules", "slow"),
    [
        ("keycafe_clean.cli.commands", {"polars", "pandera", "pydantic"}),
        (
            "keycafe_clean.check, keycafe_clean.cli.checked, keycafe_clean.run.option_values",
            {"keycafe_clean.pipeline", "keycafe_clean.write", "scipy"},
        ),
    ],
    ids=["help", "check"],
)
def test_what_is_slow_is_not_loaded(modules: str, slow: set[str]) -> None:
    """Who reads what can be done waits for neither Polars nor Pandera; an import file needs the article alone."""
    call = f"import sys; import {modules}; print({slow} & sys.modules.keys())"
    loaded = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter

    assert loaded.stdout == "set()\n"
