import pytest

from keycafe_clean.cli.output import say, say_json
from tests.cli.calls import Shell

TODAY = ("--today", "2026-11-03")


def test_nothing_in_a_file_moves_the_cursor(shell: Shell) -> None:
    """Control letters and changes of direction in headers and cells are shown as what they are: not to be shown."""
    shell.write("staff.csv", "First Name,Last Name,Email,Floor\x1b[31m\u202e", "Jana,Novak,jana@exa\x1b[2Jmple,2")

    said = shell("clean", "staff.csv", *TODAY).out

    assert "Not used: Floor\ufffd[31m\ufffd\n" in said
    assert not {"\x1b", "\u202e"} & set(said)


def test_facts_are_one_line_of_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever letters they have: consoles differ."""
    say_json({"file": "Zoë\n.csv"})

    assert capsys.readouterr().out == '{"file": "Zo\\u00eb\\n.csv"}\n'


def test_emoji_names_stay_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    """What stands between colons or brackets is no markup."""
    say("Floor :smile: [bold]2[/bold]")

    assert capsys.readouterr().out == "Floor :smile: [bold]2[/bold]\n"
