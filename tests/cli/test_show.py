import pytest

from keycafe_clean.cli.show import ending
from keycafe_clean.plan import plan_imports
from keycafe_clean.practice import Practice
from keycafe_clean.run.finished import Job
from keycafe_clean.wire import Limit, RowError
from keycafe_clean.write import WrittenFile
from tests.cli.calls import HEADER, Shell
from tests.runs import staff

TODAY = ("--today", "2026-11-03")

RUN = """\
staff.csv: UTF-8, commas, column names in row 1, 5 rows, 1 of them not people (row 6)
  Letters look like this: Jörg, Müller, Weiß
  First Name: 'Vorname' (German for first name)
  Last Name: 'Nachname' (German for last name)
  Email Address: 'E-Mail' (100 % are addresses)
  Employee number: 'Personalnummer' (German for employee number)
  Not used: Ausweis-Nr.
  Never opened, because private: Geburtsdatum

5 rows = 2 ready + 1 waiting for you + 1 combined + 0 left out + 1 not people
1 Full User and 1 SmartBox User are ready.
  combined: same employee number and name: 1
  not people: blank line: 1

Waiting for you (all of it is in waiting.csv and review.xlsx):
  Row 5: Last Name is empty. A SmartBox User needs a first and a last name. Type it, or leave this person out this \
month.

Good to know (all of it is in notes.csv and review.xlsx):
  'Ausweis-Nr.' is not used. Keycafe needs the number of its own fob or sticker, not of your door badge. Use it only \
if this column holds Keycafe numbers.
  Row 3: this SmartBox User goes in without an e-mail address. Keycafe sends no e-mail; the access code is handed out \
by you. Look the code up in Keycafe once the import is complete.

November 2026: 0 used + 2 in this file = 2 of 1,000
Practice (nobody is invited): 2 of 2 added, 0 failed.
November 2026 would then stand at 2 of 1,000 used, 998 left.

Files in out:
  2026-11_2.csv (2 rows)
  report.html
  review.xlsx (5 rows)
  waiting.csv (1 row)
  notes.csv (2 rows)
  combined.csv (1 row)
  left_out.csv
  changes.csv (7 rows)
  forecast.csv
  not_people.csv (1 row)
  setup.toml
  decisions.csv
  manifest.json

Left to do by hand:
  1. Log in to Keycafe desktop.
  2. Select Settings.
  3. Select Imports, then Import User Invitations.
  4. Click on Choose File to select a CSV file from your computer.
  5. Select Import Data.
  6. Key permissions are not part of an import: assign them to each user in Keycafe afterwards.
"""


def test_run_tells_the_whole_story(shell: Shell) -> None:
    """What was read and why, the counts that add up, what waits, the limit, the practice, the files, what is left."""
    shell.write(
        "staff.csv",
        "Personalnummer,Vorname,Nachname,E-Mail,Ausweis-Nr.,Geburtsdatum",
        "001,Jörg,Müller,joerg.mueller@example.de,12,13.01.1980",
        "002,Thea,Weiß,,13,09.09.1999",
        "001,Jörg,Müller,joerg.mueller@example.de,12,13.01.1980",
        "003,Bernd,,,,24.12.1965",
        ",,,,,",
    )

    ended = shell("run", "staff.csv", "--out", "out", *TODAY)

    assert ended.out == RUN
    assert ended.code == 1
    assert "Practice: nobody is invited" in ended.err


@pytest.mark.parametrize(("rows", "more"), [(1, ""), (2, " And 1 more like this."), (5, " And 4 more like this.")])
def test_one_line_a_kind(shell: Shell, rows: int, more: str) -> None:
    """Of each kind one sentence is shown, and how many more there are like it."""
    shell.write("staff.csv", HEADER, *(f"{name},," for name in ("Eva", "Jana", "Ken", "Piotr", "Thea")[:rows]))

    said = shell("clean", "staff.csv", *TODAY).out

    assert said.count("Last Name is empty") == 1
    assert f"Type it, or leave this person out this month.{more}\n" in said


def test_what_most_rows_have_goes_first(shell: Shell) -> None:
    """Kinds are shown by the number of their rows, however early the first row of one stands."""
    shell.write("staff.csv", HEADER, "Jana,Novak,jana@example", *(f"{name},," for name in ("Eva", "Ken")))

    said = shell("clean", "staff.csv", *TODAY).out

    assert said.index("Row 3: Last Name is empty") < said.index("Row 2: 'jana@example' is not a complete")


@pytest.mark.parametrize(("words", "shown", "more"), [(3, 3, ""), (5, 3, " And 2 more like this.")])
def test_questions_about_whole_columns_are_shown_one_by_one(shell: Shell, words: int, shown: int, more: str) -> None:
    """Each question about a column decides about many rows: three of a kind are shown."""
    people = [
        ("Eva", "Brandt", "seltsam"),
        ("Ken", "Olsen", "komisch"),
        ("Thea", "Weiss", "eigen"),
        ("Piotr", "Lis", "anders"),
        ("Omar", "Haddad", "sonder"),
    ]
    lines = [f"{first},{last},{last.lower()}@example.com,{word}" for first, last, word in people[:words]]
    known = [f"Jana,Novak{end},jana.novak{end}@example.com,active" for end in ("a", "e", "o", "ova", "ski", "ik", "ek")]
    shell.write("staff.csv", f"{HEADER},Status", *known, *lines)

    said = shell("clean", "staff.csv", *TODAY).out

    assert said.count("It is not known whether") == shown
    assert f"Until then they wait.{more}\n\n" in said


@pytest.mark.parametrize("errors", [9, 10, 11])
def test_ten_errors_of_a_practice_are_shown(errors: int, capsys: pytest.CaptureFixture[str]) -> None:
    """How many failed is said above them, however many are shown."""
    found = tuple(RowError(row=n, field="", code="x", message=f"Row {n}: no.") for n in range(2, errors + 2))
    limit = Limit(month="2026-11", limit=250, used=1, queued=0, left=249)
    job = Job(staff(), plan_imports(staff()), (WrittenFile("out/a.csv", 0, 0),))

    ending(job, Practice("completed", 1, errors, limit, found))

    said = capsys.readouterr().out
    assert f"1 of {errors + 1} added, {errors} failed." in said
    assert said.count(": no.") == min(errors, 10)


def test_error_of_a_practice_says_which_row_of_the_export_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """The row of the import file is another one than that which the analyst can mend."""
    error = RowError(row=3, field="", code="x", message="Row 3: no.")
    limit = Limit(month="2026-11", limit=250, used=1, queued=0, left=249)
    files = (WrittenFile("out/2026-11_3.csv", 3, 0, "2026-11"),)

    ending(Job(staff(), plan_imports(staff()), files), Practice("completed", 2, 1, limit, (error,)))

    assert "  Row 3: no. That is row 5 of staff.csv.\n" in capsys.readouterr().out


def test_nobody_ready_leaves_nothing_to_do(shell: Shell) -> None:
    """Without an import file nothing is practised, and no step of the upload is named."""
    shell.write("staff.csv", HEADER, "Jana,,")

    said = shell("run", "staff.csv", *TODAY).out

    assert "Practice: nobody is in this month's file, so there was nothing to practise.\n" in said
    assert said.endswith("\n\nNobody is in this month's file: there is nothing to upload.\n")


def test_look_says_how_the_file_is_made(shell: Shell) -> None:
    """There is none yet to be uploaded."""
    shell.write("staff.csv", HEADER, "Ann,Lee,ann@example.com")

    said = shell("clean", "staff.csv", "--job", "acme co", *TODAY).out

    assert said.endswith(
        "\n\nNothing is handed over yet. This month's file is made by: keycafe-clean run staff.csv --job 'acme co'\n"
    )
    assert "Log in to Keycafe" not in said


def test_run_says_what_to_do_about_a_file_that_nobody_has_answered(shell: Shell) -> None:
    """Whoever is in it counts as sent, and may never have been."""
    shell.write("staff.csv", HEADER, "Jana,Novak,jana@example.com")
    shell("run", "staff.csv", "--job", "job", "--today", "2026-11-03")

    said = shell("run", "staff.csv", "--job", "job", "--today", "2026-11-14").out

    assert said.replace("\\", "/").endswith(
        "\n\nThe file of November 2026 was made on 3 November 2026, more than 7 days ago. If it is uploaded, say what "
        "Keycafe said: keycafe-clean answer job --month 2026-11. If it is not, people may have left since: say "
        "keycafe-clean answer job --month 2026-11 --not-uploaded, and run with a fresh export.\n"
    )


def test_forecast_is_told_by_month(shell: Shell) -> None:
    """Whoever does not fit is planned for a later month."""
    shell.write("staff.csv", HEADER, "Jana,Novak,jana@example.com", "Eva,Brandt,eva@example.com")

    said = shell("clean", "staff.csv", "--used", "999", *TODAY).out

    assert "November 2026: 999 used + 1 in this file = 1,000 of 1,000\n" in said
    assert "Forecast, made anew from each month's export: December 2026 1.\n" in said


def test_limit_that_is_reached_says_so(shell: Shell) -> None:
    """Where no place is left, the line of the limit says that nobody else goes in."""
    shell.write("staff.csv", HEADER, "Jana,Novak,jana@example.com")

    said = shell("clean", "staff.csv", "--used", "1000", *TODAY).out

    assert "November 2026: 1,000 used + 0 in this file = 1,000 of 1,000; nobody else goes in this month\n" in said


def test_columns_of_a_set_up_say_so(shell: Shell) -> None:
    """A column that the set-up decides, against what would be suggested, has that as its reason."""
    shell.write("setup.toml", "[[source]]", 'headers = ["A", "B", "C"]', "[source.columns]", '"Email Address" = "A"')
    shell.write("staff.csv", "A,B,C", "jana@example.com,x,y")

    said = shell("clean", "staff.csv", "--setup", "setup.toml", *TODAY).out

    assert "  Email Address: 'A' (as the set-up says)\n  Not used: B, C\n" in said


def test_new_file_says_which_one_it_replaces(shell: Shell) -> None:
    """Both lie in the job, and both would pass: the one that was not uploaded is named."""
    shell.write("staff.csv", HEADER, "Jana,Novak,jana@example.com", "Bo,Lee,")
    shell("run", "staff.csv", "--job", "job", *TODAY)
    shell("answer", "job", "--not-uploaded", *TODAY)

    said = shell("run", "staff.csv", "--job", "job", *TODAY).out.replace("\\", "/")

    assert said.endswith("\n\nDo not upload job/2026-11/2026-11_2.csv any more.\n")
    assert (
        shell("check", "job/2026-11/2026-11_2.csv")
        .out.replace("\\", "/")
        .endswith("Its 2 people are in job/2026-11-2/2026-11_2.csv: upload that one.\n")
    )
