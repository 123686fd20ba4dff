"""A job whose file of November was handed over, and what is said of it."""

from keycafe_clean.decide.setup import Setup
from keycafe_clean.job.outcome_lines import to_csv
from tests.cli.calls import Ended, Shell
from tests.job.lines import lines, sent

MONTH = lines(
    sent(2, "Ann Lee", "ann.lee@example.com"),
    sent(3, "Bob Ray", "bob.ray@example.com"),
    {"outcome": "waiting", "name": "Cy Orr"},
)
UPLOAD = (
    "Upload the file of November 2026 in Keycafe if you have not, "
    "then say what it said: keycafe-clean answer job --month 2026-11"
)
NOT_YET, AGAIN = "In no file yet: 1 row waiting for you{}.", ", 2 people planned for a later file"
PERMISSIONS = "To do by hand in Keycafe, as job/2026-11/to_do.html says: give key permissions 2."
WAITS = "1 row waits for you: answer it in job/2026-11/review.xlsx, and give that with --answers."


def hand_november_over(shell: Shell) -> Shell:
    """Write a job whose file of November was handed over beside a shell, and get the shell."""
    (shell.folder / "job" / "2026-11").mkdir(parents=True)
    (shell.folder / "job" / "setup.toml").write_text(Setup().to_toml(), encoding="utf-8")
    (shell.folder / "job" / "2026-11" / "outcomes.csv").write_bytes(to_csv(MONTH))
    return shell


def said(ended: Ended) -> list[str]:
    """Get the lines of a call that ended well."""
    assert (ended.code, ended.err) == (0, "")
    return ended.out.replace("\\", "/").splitlines()
