import json
from pathlib import Path

from keycafe_clean.article.contract import IMPORT_COLUMNS
from tests.cli.calls import HEADER, Shell

TODAY = ("--today", "2026-11-03")
JANA = "Jana,Novak,jana@example.com"


def test_column_that_is_said(shell: Shell) -> None:
    """A column that nothing suggests is taken when it is said, and the written set-up says it again."""
    shell.write("staff.csv", "Alpha,Beta,Gamma", JANA)
    said = ("--column", "First Name=Alpha", "--column", "Last Name=Beta", "--column", "Email Address=Gamma")

    first = json.loads(shell("clean", "staff.csv", *said, "--out", "first", "--json", *TODAY).out)
    second = json.loads(
        shell("clean", "staff.csv", "--setup", "first/setup.toml", "--out", "second", "--json", *TODAY).out
    )

    assert (first["ready"], first["columns"]) == (1, second["columns"])
    assert first["columns"] == {"First Name": ["Alpha"], "Last Name": ["Beta"], "Email Address": ["Gamma"]}


def test_column_without_a_header(shell: Shell) -> None:
    """Half of a column is a wrong call."""
    shell.write("staff.csv", HEADER, JANA)

    ended = shell("clean", "staff.csv", "--column", "Last Name", *TODAY)

    assert (ended.code, ended.err) == (
        2,
        "--column is 'Last Name'. Write ours and yours, for example \"Last Name=Nom\".\n",
    )


def test_order_of_days_that_is_said(shell: Shell) -> None:
    """What nothing shows is asked about with the options that say it, and the written set-up says it again."""
    shell.write("staff.csv", f"{HEADER},Hire Date", f"{JANA},12/01/2026", "Bo,Lee,bo@example.com,11/02/2026")

    asked = shell("clean", "staff.csv", "--out", "asked", *TODAY)
    said = json.loads(shell("clean", "staff.csv", "--out", "said", "--month-first", "--json", *TODAY).out)

    assert (
        "Hire Date: '12/01/2026' can be read day first or month first, and 1 row would have another outcome. Say once "
        "which comes first, with --day-first or --month-first, or in setup.toml of the job below [day_first]; until "
        "then these rows wait."
    ) in asked.out
    assert (said["ready"], said["left_out"], said["findings"]) == (1, 1, {})
    assert "start_date = false" in Path("said/setup.toml").read_text(encoding="utf-8")


def test_reading_option_is_reproduced(shell: Shell) -> None:
    """What was said about reading stands in the written set-up, and reads the same file the same way."""
    Path("staff.csv").write_bytes(f"{HEADER}\nJana,Žák,jana@example.com\n".encode("cp1250"))

    shell("clean", "staff.csv", "--encoding", "cp1250", "--out", "first", *TODAY)
    shell("clean", "staff.csv", "--setup", "first/setup.toml", "--out", "second", *TODAY)

    assert Path("second/2026-11_1.csv").read_bytes() == Path("first/2026-11_1.csv").read_bytes()
    assert "Žák" in Path("second/2026-11_1.csv").read_text(encoding="utf-8")


def test_practice_takes_the_header_of_the_sample_file(shell: Shell) -> None:
    """A sample file's own spelling and order of the columns is practised as it is written."""
    shell.write("staff.csv", HEADER, JANA)
    shell.write("sample.csv", ",".join(column.lower() for column in reversed(IMPORT_COLUMNS)))

    facts = json.loads(shell("run", "staff.csv", "--template", "sample.csv", "--out", "out", "--json", *TODAY).out)

    assert facts["practice"] == {"state": "completed", "added": 1, "failed": 0}
    assert Path("out/2026-11_1.csv").read_text(encoding="utf-8").startswith("generate access code,badge code,")
