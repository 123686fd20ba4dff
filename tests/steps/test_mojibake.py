import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.findings import in_words
from keycafe_clean.steps.mojibake import MISREAD, MOJIBAKE_RULES, repair_control_letters, repair_mojibake

NAMES = ["Müller", "Élise", "Díaz", "Yalgın", "Çetin", "Straße", "Åse", "Ærø", "O’Brien", "Nguyễn", "João", "Žižek"]


def repaired(cell: str) -> str:
    """Get one first name after the repair."""
    answer: str = repair_mojibake(pl.DataFrame({"First Name": [cell]})).item()
    return answer


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("rounds", [1, 2])
def test_mojibake_is_repaired_when_it_is_certain(name: str, encoding: str, rounds: int) -> None:
    """A name opened in the wrong encoding, once or twice, is what it was."""
    damaged = name
    for _ in range(rounds):
        damaged = damaged.encode().decode(encoding)

    assert repaired(damaged) == name


@pytest.mark.parametrize("name", [*NAMES, "Ñandú", "Ãngela", "ÄŽ", "Журавлев", "ANDRÉ", "Câmara", "佐藤", "Åšwik"])
def test_name_stays_when_it_may_be_right(name: str) -> None:
    """A pair of letters that some language writes is no mojibake for certain."""
    assert repaired(name) == name


def test_mojibake_is_a_question_when_it_is_only_likely() -> None:
    """What two readings allow is suggested, and a letter that is lost must be typed."""
    blank = pl.lit(None, pl.String)
    frame = pl.DataFrame({"First Name": ["Åšwik", "Ng\ufffdc", "Ana"]}).with_row_index("row_id")
    frame = frame.with_columns(blank.alias("Last Name"), blank.alias("Email Address"))
    places = frame.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))

    found = in_words(break_rules(frame, MOJIBAKE_RULES), places)

    assert found.select("severity", "suggestion", "sentence", "advice").rows() == [
        (
            "question",
            "Świk",
            "Row 2: the letters of First Name look damaged: 'Åšwik' may be 'Świk'.",
            "Take the suggestion, or keep the name as it is.",
        ),
        (
            "fix",
            None,
            "Row 3: First Name is 'Ng\ufffdc'; a letter was lost when the file was saved.",
            "Type the whole value.",
        ),
    ]


@pytest.mark.parametrize(("times", "is_repaired"), [(1, True), (3, True), (4, False)])
def test_text_is_repaired_that_was_misread_up_to_three_times(times: int, *, is_repaired: bool) -> None:
    """Each wrong reading doubles the signs; after three, nothing is guessed."""
    text = "Jürgen"
    for _ in range(times):
        text = text.encode().decode("cp1252")
    frame = pl.DataFrame(
        {"First Name": [text], "Last Name": [None]}, schema={"First Name": pl.String, "Last Name": pl.String}
    )

    assert (repair_mojibake(frame).item(0, "First Name") == "Jürgen") is is_repaired


@pytest.mark.parametrize("letter", [*"üÉßł‐’…ƠơƯưȘșȚțΆώЀџẠỹ"])
def test_table_of_misread_letters(letter: str) -> None:
    """What a letter looks like once misread, by Windows-1252 where it has all signs, leads back to it."""
    assert MISREAD[letter.encode().decode("latin-1")] == letter


@pytest.mark.parametrize("sign", [*"ƟƢƮƱȗȜ\u0385ϏѠ\u1dff\u1f00\u200f\u2027"])
def test_table_has_no_other_letters(sign: str) -> None:
    """What stands beside the letters of names in Unicode is in no name, and nothing is taken for it."""
    assert sign not in MISREAD.values()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("\x8aimek", "Šimek"),
        ("Club\x80", "Club€"),
        ("O\x92Brien", "O’Brien"),
        ("Nov\x9eak", "Novžak"),
        ("\x8cliwa", "\x8cliwa"),
        ("A\x81b", "A\x81b"),
    ],
)
def test_control_letters_are_damage(cell: str, expected: str) -> None:
    """A control letter is what Windows-1252 and Windows-1250 both have in its place; where they differ it stays."""
    frame = pl.DataFrame({"Last Name": [cell]})

    assert repair_control_letters(frame).item() == expected


def test_control_letter_that_is_not_certain_is_asked_about() -> None:
    """It is never deleted: the likely letter is suggested."""
    frame = pl.DataFrame({"row_id": [0], "First Name": ["Ana"], "Last Name": ["\x8cliwa"], "Email Address": [None]})
    found = break_rules(frame.with_columns(pl.col("Email Address").cast(pl.String)), MOJIBAKE_RULES)

    assert found.select("code", "suggestion").rows() == [("mojibake", "Œliwa")]


def test_lost_letter_is_said_of_every_column_with_names_and_addresses() -> None:
    """Nothing can be suggested for a cell of which a letter is lost, and so nothing else is asked about it."""
    cells = {"First Name": ["Åš\ufffd"], "Last Name": ["Ng\ufffdc"], "Email Address": ["ng\ufffdc@acme.com"]}
    found = break_rules(pl.DataFrame(cells).with_row_index("row_id"), MOJIBAKE_RULES)

    assert found.select("code", "column").rows() == [("lost_letter", column) for column in cells]


def test_letters_of_a_last_name_that_may_be_damaged_are_asked_about() -> None:
    """Both parts of a name are looked at."""
    cells = {"First Name": ["Åšwik"], "Last Name": ["Åšwik"], "Email Address": ["a@b.com"]}
    found = break_rules(pl.DataFrame(cells).with_row_index("row_id"), MOJIBAKE_RULES)

    assert found.get_column("column").to_list() == ["First Name", "Last Name"]
