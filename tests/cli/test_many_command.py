import sys

import pytest

from keycafe_clean.cli import many_command
from tests.cli.calls import HEADER, Shell


def test_without_dask_it_is_said_what_to_install(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra: who has one job needs no cluster."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "keycafe_clean.cli.many_jobs", raising=False)
    monkeypatch.delitem(sys.modules, "keycafe_clean.many.cluster", raising=False)

    ended = shell("many", "jobs.csv")

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == 'Dask is not installed: pip install "keycafe-clean[many]".\n'


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ["--scheduler", "tcp://10.0.0.7:8786"],
            (
                "--scheduler is 'tcp://10.0.0.7:8786', which is not this computer, and not encrypted: whoever reaches "
                "it could run code on it, and read what is sent. Start it with certificates, and write tls://."
            ),
        ),
        (
            ["--scheduler", "tcp://127.0.0.1:8786", "--workers", "2"],
            "--workers does not go with --scheduler, which has its own. Leave it out.",
        ),
        (["--send-files"], "--send-files goes with --scheduler. Leave it out."),
        (["--tls-ca", "ca.pem"], "--tls-ca, --tls-cert and --tls-key go with --scheduler. Leave them out."),
        (
            ["--month", "2026-10"],
            "--month 2026-10 has passed, and its places with it. Leave it out: this month is 2026-11.",
        ),
        (["--workers", "0"], "--workers: Input should be greater than or equal to 1. See keycafe-clean many --help."),
    ],
)
def test_wrong_call_is_one_sentence(shell: Shell, options: list[str], sentence: str) -> None:
    """It ends with 2 before any worker is started, and no job is touched."""
    shell.write("jobs.csv", "job,exports", "acme,staff.csv")
    shell.write("staff.csv", HEADER, "Ann,Lee,ann.lee@example.com")

    ended = shell("many", "jobs.csv", "--today", "2026-11-03", *options)

    assert (ended.code, ended.out, ended.err) == (2, "", f"{sentence}\n")
    assert not (shell.folder / "acme").exists()


def test_its_help_loads_no_dask() -> None:
    """Who reads what can be done does not wait for a cluster."""
    assert "distributed" not in vars(many_command)
