import subprocess
import sys
from pathlib import Path

import pytest

from keycafe_clean import errors
from keycafe_clean.cli.ending import one_sentence
from tests.cli.calls import Shell


def test_bare_call_shows_the_commands_and_asks_for_one(shell: Shell) -> None:
    """A call without a command ends with 2 below the help."""
    ended = shell()

    assert "Usage: keycafe-clean" in ended.out
    assert ended.err == "Say what to do: run, clean, check, template or mock. See keycafe-clean --help.\n"
    assert ended.code == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["clean"], "Say which exports. See keycafe-clean clean --help."),
        (["check"], "Say which file. See keycafe-clean check --help."),
        (["clena"], "No such command 'clena'. Did you mean 'clean'? See keycafe-clean --help."),
        (["run", "x.csv", "--fast"], "No such option: --fast. See keycafe-clean run --help."),
        (
            ["mock", "--port", "x"],
            (
                "--port: Input should be a valid integer, unable to parse string as an integer. "
                "See keycafe-clean mock --help."
            ),
        ),
        (["clean", "x.csv", "--plan", "gold"], "--plan is 'gold'. It must be paid or confirmed."),
        (["check", "staff.csv", "--plan", "gold"], "--plan is 'gold'. It must be paid or confirmed."),
        (
            ["clean", "staff.csv", "--today", "3.11.2026"],
            "--today is '3.11.2026'. Write it as YYYY-MM-DD, for example 2026-11-03.",
        ),
        (
            ["clean", "staff.csv", "--month", "November"],
            "--month is 'November'. Write it as YYYY-MM, for example 2026-11.",
        ),
        (
            ["clean", "staff.csv", "--used", "-1"],
            "--used is '-1'. Write how many users were imported this month already, for example 120.",
        ),
        (
            ["clean", "staff.csv", "--used", "many"],
            "--used is 'many'. Write how many users were imported this month already, for example 120.",
        ),
        (
            ["clean", "staff.csv", "--used", "99999999999999999999"],
            (
                "--used is '99999999999999999999': the plan 'paid' has 1,000 places a month. "
                "Write how many users were imported this month already, for example 120."
            ),
        ),
        (
            ["clean", "staff.csv", "--used", ""],
            "--used is ''. Write how many users were imported this month already, for example 120.",
        ),
        (
            ["clean", "staff.csv", "--today", "0001-01-01"],
            "--today is '0001-01-01'. The year must be one from 2000 to 2999.",
        ),
        (
            ["clean", "staff.csv", "--today", "9999-12-31"],
            "--today is '9999-12-31'. The year must be one from 2000 to 2999.",
        ),
        (["clean", "staff.csv", "--month", "9999-12"], "--month is '9999-12'. The year must be one from 2000 to 2999."),
        *(
            (
                ["clean", "staff.csv", "--encoding", name],
                f"No encoding is called '{name}'. Say utf-8, cp1252 or utf-16, for example.",
            )
            for name in ("klingon", "base64", "rot13", "idna", "undefined", "Unicode-Escape", "..")
        ),
        (
            ["clean", "staff.csv", "--header-row", "9" * 5_000],
            f"--header-row is '{'9' * 5_000}'. Write the row of the column names as a number, for example 3.",
        ),
        *(
            (
                ["clean", "staff.csv", option, ""],
                (
                    f"{option}: nothing is named here. Name a file or folder, or leave it out. "
                    "See keycafe-clean clean --help."
                ),
            )
            for option in ("--out", "--setup", "--decisions", "--answers", "--known", "--template")
        ),
        (["clean", ""], "Say which exports. See keycafe-clean clean --help."),
        (["clean", "\x1b[31m.csv"], "\ufffd[31m.csv does not exist. Check the name and the folder."),
        (["clean", "a\nb\u202e.csv"], "a\ufffdb\ufffd.csv does not exist. Check the name and the folder."),
        (
            ["clean", "staff.csv", "--setup", "deep.toml"],
            "deep.toml is not a set-up file: it has too many brackets. Make the set-up anew.",
        ),
        (
            ["clean", "staff.csv", "--setup", "long.toml"],
            "long.toml is not a set-up file. Correct the line or make the set-up anew.",
        ),
        (
            ["clean", "staff.csv", "--setup", "huge.toml"],
            "huge.toml has more than 2,000,000 bytes. Use the file that a run wrote.",
        ),
        (
            ["clean", "staff.csv", "--setup", "used.toml"],
            (
                "used.toml: 'used.2026-11' cannot be used (it is more than a month ever has). "
                "Correct it or take the line out."
            ),
        ),
        (
            ["clean", "staff.csv", "--setup", "idna.toml"],
            (
                "idna.toml: 'reading.encoding' cannot be used (no encoding is called 'idna'. "
                "Say utf-8, cp1252 or utf-16, for example). Correct it or take the line out."
            ),
        ),
        (
            ["clean", "staff.csv", "--out", "x" * 300],
            f"{'x' * 300} cannot be written: File name too long. Choose another folder.",
        ),
        *(
            (["clean", "staff.csv", option, "folder"], "folder is a folder. Choose the file in it.")
            for option in ("--decisions", "--answers", "--known", "--template")
        ),
        (["check", "folder"], "folder is a folder. Choose the file in it."),
        (
            ["template", "none/empty.csv"],
            "none/empty.csv cannot be written: No such file or directory. Choose another place.",
        ),
        (
            ["clean", "staff.csv", "--header-row", "three"],
            "--header-row is 'three'. Write the row of the column names as a number, for example 3.",
        ),
        (
            ["clean", "staff.csv", "--header-row", "9"],
            "staff.csv has no row 9 for the column names: it ends before it.",
        ),
        (
            ["clean", "staff.csv", "--delimiter", "dot"],
            "'dot' is no delimiter. Give one character, or say comma, semicolon, tab or pipe.",
        ),
        (["clean", "none.csv"], "none.csv does not exist. Check the name and the folder."),
        (["clean", "folder"], "folder is a folder. Choose the file in it."),
        (["clean", "empty.csv"], "empty.csv is empty. Export it again from the HR system."),
        (["clean", "blank.csv"], "blank.csv has no cell with anything in it. Export it again from the HR system."),
        (
            ["clean", "prices.csv"],
            (
                "prices.csv has no column for Email Address, nor for first and last names. "
                "Headers read: Article, Price. Say which column is which, or rename the columns."
            ),
        ),
        (
            ["clean", "staff.csv", "--setup", "none.toml"],
            "none.toml cannot be opened: No such file or directory. Check the name and the folder.",
        ),
        (
            ["clean", "staff.csv", "--setup", "folder"],
            "folder is a folder. Choose the file in it.",
        ),
        (
            ["clean", "staff.csv", "--decisions", "prices.csv"],
            "prices.csv has no column 'kind'. Use the decisions.csv that a run wrote.",
        ),
        (
            ["clean", "staff.csv", "--template", "none.csv"],
            "none.csv cannot be opened: No such file or directory. Check the name and the folder.",
        ),
        (
            ["clean", "staff.csv", "--template", "prices.csv"],
            "prices.csv has a column 'Article'. Its eight columns must be those of Keycafe's help page.",
        ),
        (["check", "none.csv"], "none.csv cannot be opened: No such file or directory. Check the name and the folder."),
        (
            ["clean", "staff.csv", "--out", "staff.csv/deeper"],
            "staff.csv/deeper cannot be written: Not a directory. Choose another folder.",
        ),
        (["template", "staff.csv"], "staff.csv exists already. Choose another name."),
    ],
)
def test_wrong_call_is_one_sentence(shell: Shell, arguments: list[str], sentence: str) -> None:
    """A wrong call or an unusable file ends with 2, nothing on stdout, and one line on stderr that says what to do."""
    shell.write("staff.csv", "First Name,Last Name,Email", "Jana,Novak,jana@example.com")
    shell.write("prices.csv", "Article,Price", "Chair,10")
    shell.write("empty.csv")
    shell.write("blank.csv", ",,", ",,")
    shell.write("deep.toml", "a = " + "[" * 10_000)
    shell.write("long.toml", "a = " + "9" * 5_000)
    shell.write("huge.toml", "#" * 2_000_001)
    shell.write("used.toml", "[used]", "2026-11 = 99999999999999999999")
    shell.write("idna.toml", "[reading]", 'encoding = "idna"')
    (shell.folder / "folder").mkdir()
    before = set(shell.folder.rglob("*"))

    ended = shell(*arguments)

    assert (ended.code, ended.out, ended.err) == (2, "", f"{sentence}\n")
    assert set(shell.folder.rglob("*")) == before


def test_whoever_stops_a_run_sees_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl+C is said in a sentence."""
    with pytest.raises(SystemExit) as ended, one_sentence():
        raise KeyboardInterrupt

    assert (ended.value.code, capsys.readouterr().err) == (2, "Stopped. Nothing half-written was left behind.\n")


@pytest.mark.parametrize(
    ("refusal", "code"), [(errors.LimitReached, 1), (errors.EmailNotConfirmed, 1), (errors.WrongCredentials, 2)]
)
def test_refused_import_ends_with_one(
    capsys: pytest.CaptureFixture[str], refusal: type[errors.ImportRefused], code: int
) -> None:
    """A service that says no is no wrong call, unless by the credentials; the sentence is its own."""
    with pytest.raises(SystemExit) as ended, one_sentence():
        raise refusal("The service says no.")

    assert (ended.value.code, capsys.readouterr().err) == (code, "The service says no.\n")


def test_error_of_ours_names_the_place_and_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    """What we did not foresee shows where it happened in our code, and nothing of the data."""
    with pytest.raises(SystemExit) as ended, one_sentence():
        raise ValueError("jana.novak@example.com")

    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.startswith(
        "Something unexpected stopped the run. Nothing half-written was left behind. Report this place: ending.py, line"
    )
    assert "jana" not in said


def test_package_runs_as_a_module(tmp_path: Path) -> None:
    """`python -m keycafe_clean` is the command line, in UTF-8 whatever the console, without a traceback."""
    call = [sys.executable, "-W", "error", "-m", "keycafe_clean", "clean", "Müller.csv"]

    ended = subprocess.run(  # noqa: S603 - our own command
        call, cwd=tmp_path, capture_output=True, check=False, env={"PYTHONIOENCODING": "ascii"}
    )

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode() == "Müller.csv does not exist. Check the name and the folder.\n"
