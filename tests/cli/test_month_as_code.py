from pathlib import Path

from tests.cli.calls import Shell

MONTH = ("--today", "2026-11-03")


def test_month_by_its_folder(shell: Shell) -> None:
    """As by the job and its name."""
    shell.write("hr.csv", "First Name,Last Name,Email", "Ann,Lee,ann.lee@example.com")
    shell("run", "hr.csv", "--job", "acme", *MONTH)

    ended = shell("code", "acme/2026-11", "--out", "a.py")

    assert ended.out == "Written: a.py and a.ipynb. Both name people: keep them where the job is.\n"
    assert "made_again(JobFolder(Path('acme')), '2026-11', export, SETUP, DECISIONS)" in Path("a.py").read_text("utf-8")


def test_run_that_knew_a_list(shell: Shell) -> None:
    """A run of its own does not keep the list, so that its script could not give the same."""
    shell.write("hr.csv", "First Name,Last Name,Email", "Ann,Lee,ann.lee@example.com")
    shell.write("known.csv", "Email", "ann.lee@example.com")
    shell("run", "hr.csv", "--known", "known.csv", "--out", "run", *MONTH)

    ended = shell("code", "run")

    assert (ended.code, ended.err) == (
        2,
        (
            "run left out people of a list of known people, and does not keep that list. "
            "Make the run with --job, whose folder keeps it.\n"
        ),
    )
