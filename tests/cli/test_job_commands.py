from io import StringIO

import pytest

from tests.cli.calls import Shell
from tests.cli.november import said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("status", "nowhere"), "nowhere is no folder of a job. Make one with: keycafe-clean run EXPORT --job nowhere"),
        (
            ("answer", "job", "--all-added", "--refused"),
            "Say one of --all-added, --failed, --refused and --not-uploaded.",
        ),
        (
            ("answer", "job", "--month", "2026-12", "--all-added"),
            "No file of 2026-12 was handed over in this job. Make one with: keycafe-clean run EXPORT --job job",
        ),
    ],
)
def test_call_that_fits_nothing(job: Shell, arguments: tuple[str, ...], sentence: str) -> None:
    """One sentence, exit 2."""
    ended = job(*arguments)

    assert (ended.code, ended.err) == (2, f"{sentence}\n")


@pytest.mark.parametrize(("option", "typed"), [(("--yes",), ""), ((), "y\n")])
def test_forget(job: Shell, option: tuple[str, ...], typed: str) -> None:
    """Once it is answered; asked for, or said at once."""
    job("answer", "job", "--all-added")
    job.patch.setattr("sys.stdin", StringIO(typed))
    (job.folder / "job" / "draft").mkdir()

    ended = job("forget", "job", *option, "--today", "2026-12-01")

    assert ended.code == 0
    assert (
        "1 month forgotten. Keyed hashes of whoever is in Keycafe by them stay for 5 years, so that nobody is invited "
        "again; they are personal data still."
    ) in ended.out
    assert not (job.folder / "job" / "2026-11").exists()
    assert not (job.folder / "job" / "draft").exists()
    assert said(job("status", "job")) == [
        (
            "Every month was forgotten; whoever is in Keycafe by them is still known. Give the next export: "
            "keycafe-clean run EXPORT --job job"
        )
    ]


def test_forget_that_was_not_meant(job: Shell) -> None:
    """A no leaves everything where it is."""
    job.patch.setattr("sys.stdin", StringIO("n\n"))

    assert job("forget", "job").code == 2
    assert (job.folder / "job" / "2026-11").exists()
