from pathlib import Path

from keycafe_clean.article.contract import IMPORT_COLUMNS
from tests.cli.calls import Shell


def test_template_passes_check(shell: Shell) -> None:
    """What `template` prints or writes is an import file that Keycafe would take."""
    printed = shell("template")
    written = shell("template", "empty.csv")

    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert Path("empty.csv").read_bytes().decode() == printed.out
    assert printed.out.splitlines()[0] == ",".join(IMPORT_COLUMNS)
    assert shell("check", "empty.csv").out == "empty.csv: 2 rows, all as Keycafe asks.\n"


def test_check_refuses_what_is_no_import_file(shell: Shell) -> None:
    """Another header is refused as a whole: 1, one sentence."""
    shell.write("users.csv", "Name,Email")

    ended = shell("check", "users.csv", "--plan", "confirmed")

    assert (ended.code, ended.out) == (
        1,
        f"users.csv has other column names than an import file. They must be: {', '.join(IMPORT_COLUMNS)}.\n",
    )
