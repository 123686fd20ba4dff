import json
from pathlib import Path

import pytest

from keycafe_clean.legible import legible
from tests.cli.calls import HEADER, Shell

TODAY = ("--today", "2026-11-03")
JANA, PIOTR = "Jana,Novak,jana@example.com", "Piotr,Lis,piotr@example"


def test_known_people_are_left_out(shell: Shell) -> None:
    """Whoever stands in a bare list of addresses is left out as already in Keycafe."""
    shell.write("staff.csv", HEADER, JANA, "Eva,Brandt,eva@example.com")
    shell.write("known.txt", "JANA@example.com")

    facts = json.loads(shell("clean", "staff.csv", "--known", "known.txt", "--out", "out", "--json", *TODAY).out)

    assert (facts["ready"], facts["left_out"]) == (1, 1)
    assert "already in Keycafe (known.txt, row 1: the same address)" in Path("out/left_out.csv").read_text("utf-8-sig")


def test_practice_knows_who_is_in_keycafe(shell: Shell) -> None:
    """The mock of a practice has the known people as members, and the file holds none of them."""
    shell.write("staff.csv", HEADER, JANA, "Eva,Brandt,eva@example.com")
    shell.write("known.txt", "JANA@example.com")

    facts = json.loads(shell("run", "staff.csv", "--known", "known.txt", "--out", "out", "--json", *TODAY).out)

    assert facts["practice"] == {"state": "completed", "added": 1, "failed": 0}


def test_several_lists_are_one(shell: Shell) -> None:
    """Every list that is given counts, and each is counted."""
    shell.write("staff.csv", HEADER, JANA, "Eva,Brandt,eva@example.com", "Ona,Reyes,ona@example.com")
    shell.write("one.txt", "Jana Novak <jana@example.com>; old@example.com")
    shell.write("two.csv", "Name,E-Mail", "Eva Brandt,eva@example.com", ",nobody")

    lists = ("--known", "one.txt", "--known", "two.csv")
    facts = json.loads(shell("clean", "staff.csv", *lists, "--out", "out", "--json", *TODAY).out)

    assert (facts["ready"], facts["left_out"]) == (1, 2)
    assert facts["known"] == [
        {"file": "one.txt", "people": 2, "not_understood": [], "has_names": True, "not_read": []},
        {"file": "two.csv", "people": 1, "not_understood": [3], "has_names": True, "not_read": []},
    ]


def test_every_run_says_whom_it_knows(shell: Shell) -> None:
    """How many people were read from each list is said above the equation."""
    shell.write("staff.csv", HEADER, JANA)
    shell.write("known.txt", "jana@example.com,bea@example.com")

    said = shell("clean", "staff.csv", "--known", "known.txt", "--out", "out", *TODAY).out

    assert said[said.index("2 people in Keycafe") :].startswith(
        "2 people in Keycafe already were read from known.txt.\n"
        "  It holds addresses alone: who is in Keycafe already as a SmartBox User cannot be told by it.\n"
        "\n1 row = 0 ready"
    )


def test_an_empty_list_is_said_and_the_run_goes_on(shell: Shell) -> None:
    """In the first month nobody is in Keycafe, and the list of them may be an empty file."""
    shell.write("staff.csv", HEADER, JANA)
    shell.write("known.txt")

    ended = shell("clean", "staff.csv", "--known", "known.txt", "--out", "out", *TODAY)

    assert ended.code == 0
    assert "known.txt holds nobody: by it nobody is in Keycafe already.\n\n1 row = 1 ready" in ended.out


def test_lines_that_were_not_understood_are_notes(shell: Shell) -> None:
    """Every one of them stands in notes.csv, and whoever is named on one waits."""
    shell.write("staff.csv", HEADER, JANA, "Eva,Brandt,eva@example.com")
    shell.write("known.txt", "jana@example.com", "the key of Eva Brandt", "???")

    facts = json.loads(shell("clean", "staff.csv", "--known", "known.txt", "--out", "out", "--json", *TODAY).out)
    notes = Path("out/notes.csv").read_text(encoding="utf-8-sig")

    assert (facts["left_out"], facts["waiting"], facts["findings"]["known_line"]) == (1, 1, 2)
    assert "Row 2 of known.txt was not understood, and nobody is left out by it: 'the key of Eva Brandt'." in notes
    assert "Row 3 of known.txt was not understood, and nobody is left out by it: '???'." in notes


def test_answers_become_decisions(shell: Shell) -> None:
    """An answer typed into waiting.csv is held by the next run, and stands in its decisions.csv."""
    shell.write("staff.csv", HEADER, JANA, PIOTR)
    shell("clean", "staff.csv", "--out", "out", *TODAY)
    waiting = Path("out/waiting.csv")
    asked = waiting.read_text(encoding="utf-8-sig")
    waiting.write_text(asked.replace('"","Piotr","Lis"', '"piotr@example.com","Piotr","Lis"'), encoding="utf-8")

    facts = json.loads(shell("clean", "staff.csv", "--answers", str(waiting), "--out", "next", "--json", *TODAY).out)

    assert (facts["ready"], facts["waiting"]) == (2, 0)
    assert "piotr@example.com" in Path("next/decisions.csv").read_text(encoding="utf-8")


def test_cell_that_was_corrected_beside_its_answer(shell: Shell) -> None:
    """Whoever types into a cell of the export instead of `answer` is told so, and nothing is taken for decided."""
    shell.write("staff.csv", HEADER, JANA, PIOTR)
    shell("clean", "staff.csv", "--out", "out", *TODAY)
    waiting = Path("out/waiting.csv")
    asked = waiting.read_text(encoding="utf-8-sig")
    waiting.write_text(asked.replace('"piotr@example"', '"piotr@example.com"'), encoding="utf-8")

    ended = shell("clean", "staff.csv", "--answers", str(waiting), "--out", "next", *TODAY)

    assert "2 rows = 1 ready + 1 waiting for you" in ended.out
    assert "Row 3: 'Email' is 'piotr@example.com' in the sheet and 'piotr@example' in the export." in ended.out


@pytest.mark.parametrize(
    "name", ["@hr.csv", "'=x.csv", "\x1b[31mhr.csv", "a\nb.csv", "\u202ehr.csv", "M\udcfcller.csv"]
)
def test_answers_about_a_file_of_any_name(shell: Shell, name: str) -> None:
    """Whatever a file is called, its name moves no cursor, and keeps no answer from its question."""
    try:
        shell.write(name, HEADER, JANA, PIOTR)
    except OSError:
        pytest.skip("this system has no such names")
    asked = shell("clean", name, "--out", "out", *TODAY)
    waiting = Path("out/waiting.csv").read_text(encoding="utf-8-sig")
    shell.write("answers.csv", waiting.replace('"","Piotr"', '"piotr@example.com","Piotr"'))

    facts = json.loads(shell("clean", name, "--answers", "answers.csv", "--out", "next", "--json", *TODAY).out)

    assert (facts["ready"], facts["read"][0]["file"]) == (2, legible(name))
    assert legible(asked.out.replace("\n", "")) == asked.out.replace("\n", "")


def test_answers_of_a_file_that_is_no_waiting_list(shell: Shell) -> None:
    """Another file in place of waiting.csv is refused with one sentence."""
    shell.write("staff.csv", HEADER, JANA)

    ended = shell("clean", "staff.csv", "--answers", "staff.csv", "--out", "out", *TODAY)

    assert (ended.code, ended.err) == (
        2,
        "staff.csv has no column 'row'. Use the waiting.csv or review.xlsx of a run.\n",
    )
    assert not Path("out").exists()
