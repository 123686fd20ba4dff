import pytest

from tests.cli.calls import HEADER, Shell

TODAY = ("--today", "2026-11-03")

GOOD = "Jana,Novak,jana@example.com"
BROKEN = "Piotr,Lis,piotr.lis@example"


@pytest.mark.parametrize(("row", "code"), [(GOOD, 0), (BROKEN, 1), ("Ken,Ito,ken@example.com; k@example.net", 0)])
def test_only_a_fix_ends_with_one(shell: Shell, row: str, code: int) -> None:
    """Rows that need a fix end with 1; a question alone does not."""
    shell.write("staff.csv", HEADER, row)

    assert shell("clean", "staff.csv", *TODAY).code == code


def test_strict_counts_questions_too(shell: Shell) -> None:
    """With `--strict` an open question ends with 1, and a run without any with 0."""
    shell.write("asked.csv", HEADER, "Ken,Ito,ken@example.com; k@example.net")
    shell.write("good.csv", HEADER, GOOD)

    assert [shell("clean", name, "--strict", *TODAY).code for name in ("asked.csv", "good.csv")] == [1, 0]
