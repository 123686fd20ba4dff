from datetime import date

import pytest

from keycafe_clean.decide.decisions import Made
from keycafe_clean.errors import SetupError
from keycafe_clean.job.keycafe_answer import KeycafeAnswer, is_there_already, open_lines
from keycafe_clean.job_words import ALL_ADDED, FAILED, NOT_UPLOADED, REFUSED
from tests.job.lines import lines, sent

MONTH = lines(
    sent(2, "Ann Lee", "ann.lee@example.com", employee_id="41"),
    sent(3, "Bob Ray", "Bob.Ray@Example.com"),
    {"outcome": "waiting", "name": "Eva Poe"},
    sent(4, "Cy Orr", user_type="smartbox_user", employee_id="3"),
)


NOTED = Made("ann", date(2026, 11, 4))


def said(kind: str, *messages: str) -> list[str | None]:
    """Get what becomes of each line by an answer."""
    return KeycafeAnswer(kind, messages).applied(MONTH, NOTED).get_column("answer").to_list()


@pytest.mark.parametrize(
    ("kind", "messages", "expected"),
    [
        (ALL_ADDED, (), ["added", "added", None, "added"]),
        (REFUSED, (), ["try again", "try again", None, "try again"]),
        (NOT_UPLOADED, (), ["try again", "try again", None, "try again"]),
        (FAILED, ("bob.ray@example.com: already a member",), ["added", "already there", None, "added"]),
        (FAILED, ("BOB.RAY@EXAMPLE.COM; Benutzer existiert bereits",), ["added", "already there", None, "added"]),
        (FAILED, ("Row 4: a first name is missing",), ["added", "added", None, "needs a fix"]),
        (
            FAILED,
            ("Row 2: This Email Address belongs to a user already.", "Row 4: has been invited already."),
            ["already there", "added", None, "already there"],
        ),
        (FAILED, (is_there_already(3),), ["added", "already there", None, "added"]),
        (FAILED, ("2, already invited", "4"), ["already there", "added", None, "needs a fix"]),
        (FAILED, ("Import failed for 1 user", "ann.lee@example.com"), ["needs a fix", "added", None, "added"]),
        (FAILED, ("2 of 3 rows, 1 Fehler", "ann.lee@example.com"), ["needs a fix", "added", None, "added"]),
        (FAILED, ("Row,Message", "ann.lee@example.com"), ["needs a fix", "added", None, "added"]),
        (FAILED, ("Zeile 3: Adresse ungültig", ""), ["added", "needs a fix", None, "added"]),
        (FAILED, ("Cy Orr",), ["added", "added", None, "needs a fix"]),
        (FAILED, ("Cy Orr: badge already in use",), ["added", "added", None, "needs a fix"]),
        (
            FAILED,
            ("First Name,Last Name,Error", "Cy; Orr; badge in use", "Lee, Ann"),
            ["needs a fix", "added", None, "needs a fix"],
        ),
        (FAILED, ("Personalnummer;Fehler", "0041; Badge"), ["needs a fix", "added", None, "added"]),
        (FAILED, ("Row;Error", "3; Badge"), ["added", "needs a fix", None, "added"]),
    ],
)
def test_answer_of_every_line(kind: str, messages: tuple[str, ...], expected: list[str | None]) -> None:
    """Who is named failed, or is there already; everybody else who was sent was added; who was not sent has none."""
    assert said(kind, *messages) == expected


@pytest.mark.parametrize(
    ("line", "is_added"),
    [
        *((f"Bob;Ray;bob.ray@example.com;{word}", True) for word in ("Imported", "added", "success", "invited", "OK")),
        *((f"bob.ray@example.com {word}", True) for word in ("erfolgreich hinzugefügt", "was added.", "Ajouté")),
        *((f"Row 3: {word}", True) for word in ("successfully imported", "importado", "aggiunta", "toegevoegd")),
        ("Bob,Ray,bob.ray@example.com,FALSE,no,Imported", True),
        *((f"Bob;Ray;bob.ray@example.com;{word}", False) for word in ("not added", "nicht hinzugefügt", "Failed", "")),
        *((f"Row 3: {word}", False) for word in ("a name must be added", "no success", "unsuccessful", "Badge")),
        ("Bob;Ray;OK;badge already in use", False),
        ("bob.ray@example.com; invited; error: badge", False),
    ],
)
def test_line_that_says_it_worked(line: str, is_added: bool) -> None:  # noqa: FBT001 - a case of the table
    """Of a whole table whoever was added did not fail; a line that says neither, or both, is of somebody who failed."""
    answers = said(FAILED, "First Name,Last Name,Email,Status", "ann.lee@example.com: badge", line)

    assert answers == ["needs a fix", "added" if is_added else "needs a fix", None, "added"]


def test_name_that_is_a_word() -> None:
    """Somebody called as a word for what worked is named, and no more."""
    month = lines(sent(2, "Ok Added", "ok.added@example.com"))

    done = KeycafeAnswer(FAILED, ("Added, Ok",)).applied(month, NOTED)

    assert done.get_column("answer").to_list() == ["needs a fix"]


def test_words_day_and_who_noted_it_stay() -> None:
    """What Keycafe said is there a year later."""
    done = KeycafeAnswer(FAILED, (" row 3: not valid ",)).applied(MONTH, NOTED)

    assert done.select("said", "answered_on", "answered_by").rows() == [
        (None, "2026-11-04", "ann"),
        ("row 3: not valid", "2026-11-04", "ann"),
        (None, None, None),
        (None, "2026-11-04", "ann"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "monthly limit of 1000 users exceeded",
        "internal server error, try again later",
        "request timed out",
        "temporarily unavailable",
    ],
)
def test_what_is_wrong_with_no_cell_is_sent_again(words: str) -> None:
    """Nobody has anything to correct."""
    assert said(FAILED, f"row 3: {words}") == ["added", "try again", None, "added"]


@pytest.mark.parametrize("line", ["row 3", "bob.ray@example.com", "Bob Ray", "3;Bob Ray;bob.ray@example.com"])
def test_who_failed_alone_is_nothing_that_keycafe_said(line: str) -> None:
    """The analyst's own words are not told as Keycafe's a month later."""
    done = KeycafeAnswer(FAILED, (line,)).applied(MONTH, NOTED)

    assert done.select("answer", "said").rows() == [
        ("added", None),
        ("needs a fix", None),
        (None, None),
        ("added", None),
    ]


ADVICE = "Give one person a line: the address, the name, or the row of the import file (row 12)."


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("dan@example.com", f"'dan@example.com' is about nobody in the file that was handed over. {ADVICE}"),
        ("Eva Poe", f"'Eva Poe' is about nobody in the file that was handed over. {ADVICE}"),
        ("3; Badge", f"'3; Badge' is about several people in the file that was handed over. {ADVICE}"),
        (
            "Zeile 2 und 3: Fehler",
            f"'Zeile 2 und 3: Fehler' is about several people in the file that was handed over. {ADVICE}",
        ),
        (
            "row 2: bob.ray@example.com",
            f"'row 2: bob.ray@example.com' is about several people in the file that was handed over. {ADVICE}",
        ),
        ("row 9", f"'row 9' is about nobody in the file that was handed over. {ADVICE}"),
        (
            "ann.lee@example.com, bob.ray@example.com",
            "'ann.lee@example.com, bob.ray@example.com' is about several people in the file that was handed over. "
            + ADVICE,
        ),
        (" ", "Nobody is named who failed. Paste Keycafe's messages, or the addresses, a line each."),
    ],
)
def test_message_that_names_nobody(message: str, sentence: str) -> None:
    """One sentence: what, and what to do."""
    with pytest.raises(SetupError) as error:
        said(FAILED, message)

    assert str(error.value) == sentence


def test_that_somebody_is_there_already_is_no_title() -> None:
    """A first line of it without whom it is about is asked about, as any other line."""
    with pytest.raises(SetupError) as error:
        said(FAILED, ": Already a member", "row 3")

    assert str(error.value) == f"': Already a member' is about nobody in the file that was handed over. {ADVICE}"


@pytest.mark.parametrize(
    ("messages", "title"),
    [
        (("Invalid phone", "row 3"), "Invalid phone"),
        (("", " Row;Error ", "3; Badge"), "Row;Error"),
        (("row 2", "row 3"), ""),
        (("Invalid phone",), ""),
        ((), ""),
    ],
)
def test_title_of_what_was_pasted(messages: tuple[str, ...], title: str) -> None:
    """The first line that names nobody, where others stand below it."""
    assert KeycafeAnswer(FAILED, messages).title(MONTH) == title


def test_every_message_that_names_nobody_is_said() -> None:
    """In one go, up to eight of them; a number that counts nobody is no title."""
    with pytest.raises(SetupError) as error:
        said(FAILED, "Employee 4711 failed", *[f"dan{number}@example.com" for number in range(9)])

    first, *others, last = str(error.value).split("\n")
    assert first == f"'Employee 4711 failed' is about nobody in the file that was handed over. {ADVICE}"
    assert (len(others), last) == (7, "2 more lines are so.")


@pytest.mark.parametrize("line", [": Already a member", ": badge", "Already a member", "Please try again later"])
def test_message_without_its_person_is_no_title(line: str) -> None:
    """It stands first, and is not left out without a word: nobody could say whom it was about."""
    with pytest.raises(SetupError) as error:
        said(FAILED, line, "ann.lee@example.com: badge")

    assert str(error.value) == f"'{line}' is about nobody in the file that was handed over. {ADVICE}"


def test_open_lines() -> None:
    """Whoever was sent, until it is answered."""
    assert open_lines(MONTH).get_column("name").to_list() == ["Ann Lee", "Bob Ray", "Cy Orr"]


def test_the_address_of_the_import_file_names_who_failed() -> None:
    """One that was typed, and the export's; of a shared one it is whoever has it in the file."""
    sent_lines = lines(
        sent(2, "Nils Berg", "nils.berg@example", address="nils.berg@example.com"),
        sent(3, "Paula Small", "desk@example.com"),
        sent(4, "Chris Wood", "desk@example.com", address=""),
    )

    for message, failed in (("nils.berg@example.com", 0), ("nils.berg@example", 0), ("desk@example.com", 1)):
        answers = KeycafeAnswer(FAILED, (message,)).applied(sent_lines, NOTED).get_column("answer").to_list()
        assert [place for place, answer in enumerate(answers) if answer == "needs a fix"] == [failed]
