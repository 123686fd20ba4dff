import json
from pathlib import Path

from keycafe_clean.article.contract import IMPORT_COLUMNS
from tests.cli.calls import Shell
from tests.imports import THREE


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


SAID = (
    "You said on 4 Nov 2026 that this file was refused, or not uploaded. Its people are in no newer file yet; a run "
    "makes it: keycafe-clean run EXPORT --job job"
)


def test_check_warns_of_a_file_that_is_not_to_be_uploaded(job: Shell) -> None:
    """Keycafe would take it, and its people are in another one, or will be: 1."""
    (job.folder / "job" / "2026-11" / "2026-11_2.csv").write_bytes(THREE)
    fine = job("check", "job/2026-11/2026-11_2.csv", "--json")
    job("answer", "job", "--not-uploaded", "--today", "2026-11-04")

    warned, facts = job("check", "job/2026-11/2026-11_2.csv"), job("check", "job/2026-11/2026-11_2.csv", "--json")

    assert (warned.code, warned.out) == (1, f"2026-11_2.csv: 3 rows, all as Keycafe asks.\n{SAID}\n")
    assert (fine.code, json.loads(fine.out)["withdrawn"]) == (0, None)
    assert (facts.code, json.loads(facts.out)["withdrawn"]) == (1, SAID)
