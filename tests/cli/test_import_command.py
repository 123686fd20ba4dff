import json
from pathlib import Path

from keycafe_clean.decide.setup import Setup
from keycafe_clean.job.outcome_lines import to_csv
from keycafe_clean.mock import MockKeycafe
from tests.cli.calls import Ended, Shell
from tests.imports import MEMBER, PEOPLE, THREE, addresses
from tests.job.lines import lines, sent
from tests.mock.files import file_of

TAKEN = "Row 3: This Email Address has been invited already. Take the row out. (Email Address: p2@example.com)"


def known(mock: MockKeycafe, shell: Shell) -> None:
    """Let the second of the three people be there already."""
    (shell.folder / "before.csv").write_bytes(file_of("P2,Q,p2@example.com,true,false,false,,true"))
    shell("import", "before.csv", "--url", mock.url)


def refused(ended: Ended, code: int, sentence: str) -> None:
    """Hold a call to its exit code and its one sentence, with nothing on stdout."""
    assert (ended.code, ended.out, ended.err) == (code, "", f"{sentence}\n")


def test_everybody_is_imported(shell: Shell, mock: MockKeycafe) -> None:
    """The check, what became of the file, and exit 0; the bar is on stderr."""
    ended = shell("import", "a.csv", "--url", mock.url)

    assert (ended.code, ended.out) == (
        0,
        "a.csv: 3 rows, all as Keycafe asks.\nImported: 3 of 3 added, 0 failed.\n",
    )
    assert "3/3" in ended.err
    assert addresses(mock) == PEOPLE


def test_again_nothing_is_sent(shell: Shell, mock: MockKeycafe) -> None:
    """The second call says when the very file was imported, exits as the first did, and shows no bar."""
    shell("import", "a.csv", "--url", mock.url)

    ended = shell("import", "a.csv", "--url", mock.url)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[1] == (
        "This very file was imported on 3 November 2026, as a.csv: 3 of 3 added, 0 failed. Nothing was sent."
    )


def test_a_row_that_failed_is_exit_1(shell: Shell, mock: MockKeycafe) -> None:
    """Row, sentence, column and cell are told; somebody has a row to mend."""
    known(mock, shell)

    ended = shell("import", "a.csv", "--url", mock.url)

    assert ended.code == 1
    assert ended.out.splitlines()[1:] == ["Imported: 2 of 3 added, 1 failed.", f"  {TAKEN}"]


def test_a_file_that_keycafe_would_refuse(shell: Shell, mock: MockKeycafe) -> None:
    """It is held back with what `check` says, and exit 1."""
    (shell.folder / "b.csv").write_bytes(file_of("Bo,,,false,false,true,,true"))

    ended = shell("import", "b.csv", "--url", mock.url)

    assert (ended.code, ended.out.splitlines()[1:]) == (
        1,
        [
            "b.csv: 1 row, not all as Keycafe asks.",
            "Nothing was sent. Make the file anew with keycafe-clean run, or repair what is said above.",
        ],
    )
    assert addresses(mock) == []


def test_json_names_nobody(shell: Shell, mock: MockKeycafe) -> None:
    """Counts, and of whoever failed row, column and code; no bar on stderr."""
    known(mock, shell)

    ended = shell("import", "a.csv", "--url", mock.url, "--json")

    assert (ended.code, ended.err, MEMBER in ended.out) == (1, "", False)
    assert json.loads(ended.out) == {
        "fine": True,
        "rows": 3,
        "findings": {},
        "refused": None,
        "way": "sent",
        "import": {"id": 2, "state": "completed", "rows": 3, "added": 2, "failed": 1, "message": None},
        "failed": [{"row": 3, "column": "Email Address", "code": "already_invited"}],
    }


def test_json_of_a_file_that_was_not_sent(shell: Shell, mock: MockKeycafe) -> None:
    """There is no import, and the reason is a sentence."""
    shell.write("b.csv", "Name")

    told = json.loads(shell("import", "b.csv", "--url", mock.url, "--json").out)

    assert (told["way"], told["import"], told["failed"]) == ("not_sent", None, [])
    assert told["refused"].startswith("b.csv has other column names than an import file.")


def test_the_user_may_be_an_option(shell: Shell, mock: MockKeycafe) -> None:
    """It goes before what the environment says, and a wrong one is refused, with what to do."""
    refused(
        shell("import", "a.csv", "--url", mock.url, "--user", "eva@example.com"),
        2,
        "This e-mail address and token are not known here. Check both; a key is not a token. "
        "Give the account's address with --user and its token in KEYCAFE_TOKEN.",
    )


def test_there_is_no_option_for_the_token(shell: Shell, mock: MockKeycafe) -> None:
    """It would stand in the history of the shell."""
    ended = shell("import", "a.csv", "--url", mock.url, "--token", mock.token)

    assert (ended.code, mock.token in ended.err) == (2, False)


def job_of(shell: Shell) -> Path:
    """Get the import file in the month of a job that has handed it over."""
    month = shell.folder / "acme" / "2026-11"
    month.mkdir(parents=True)
    (month.parent / "setup.toml").write_text(Setup().to_toml(), encoding="utf-8")
    people = (sent(row, f"P{row - 1} Q", f"p{row - 1}@example.com") for row in (2, 3, 4))
    (month / "outcomes.csv").write_bytes(to_csv(lines(*people)))
    (month / "a.csv").write_bytes(THREE)
    return Path("acme") / "2026-11" / "a.csv"


def test_the_file_of_a_job_has_its_next_step(shell: Shell, mock: MockKeycafe) -> None:
    """What to tell the job is said, and nothing is written into it."""
    file = job_of(shell)
    before = (file.parent / "outcomes.csv").read_bytes()

    ended = shell("import", file, "--url", mock.url)

    assert ended.out.splitlines()[-2:] == [
        "",
        "If this was Keycafe and no practice, tell the job: keycafe-clean answer acme --month 2026-11 --all-added",
    ]
    assert (file.parent / "outcomes.csv").read_bytes() == before


def test_who_failed_can_be_told_to_the_job(shell: Shell, mock: MockKeycafe) -> None:
    """The lines of those who failed are what `answer --failed` takes; who was there already is done."""
    known(mock, shell)
    said = shell("import", job_of(shell), "--url", mock.url).out.splitlines()
    shell.write("failed.txt", *(line for line in said if line.startswith("  Row")))

    ended = shell(*said[-1].partition("keycafe-clean ")[2].split())

    assert (ended.code, ended.out.splitlines()[1]) == (0, "November 2026: 3 sent, 2 added, 1 there already.")


def test_a_file_that_was_not_uploaded_is_not_sent(job: Shell, mock: MockKeycafe) -> None:
    """A further file has its people, or will; once something else is said of it, it is sent."""
    file = job.folder / "job" / "2026-11" / "2026-11_2.csv"
    file.write_bytes(THREE)
    job("answer", "job", "--not-uploaded", "--today", "2026-11-04")

    refused(
        job("import", "job/2026-11/2026-11_2.csv", "--url", mock.url),
        1,
        "Nothing was sent. You said on 4 Nov 2026 that this file was refused, or not uploaded. Its people are in no "
        "newer file yet; a run makes it: keycafe-clean run EXPORT --job job",
    )
    job("answer", "job", "--month", "2026-11", "--all-added")
    assert job("import", "job/2026-11/2026-11_2.csv", "--url", mock.url).code == 0
