"""People's rows below the end of a table, and beside a word of who made it."""

import pytest

from keycafe_clean.read.reader import read_export

ANN, BO, CY = "Ann,Lee,ann@example.com", "Bo,Roe,bo@example.com", "Cy,Poe,cy@example.com"
PEOPLE = [ANN, BO, CY] * 3
SIGNED = ",Dan Fox,dan@example.com"


def asked(*lines: str) -> list[tuple[str, int, str]]:
    """Get code, row from 0 and value of what is asked about rows that stand out of place."""
    text = "\n".join(["First Name,Last Name,Email", *lines])
    findings = read_export(("staff.csv", text.encode())).sources[0].findings
    found = findings.select("code", "row_id", "value").rows()
    return [said for said in found if said[0] in ("below_the_end", "signature_row")]


@pytest.mark.parametrize(
    "words",
    [
        *("Prepared by", "APPROVED BY:", "Erstellt von", "Geprüft:", "Établi par", "Elaborado por", "Aprovado por"),
        *("Redatto da", "Opgesteld door", "Sporządził", "Godkänd av", "Составил", "作成者", "制表人", "Kontakt"),
    ],
)
def test_who_made_the_list_is_asked_about(words: str) -> None:
    """A word of signing in front of somebody, in any language, right below the people."""
    assert asked(*PEOPLE, words + SIGNED) == [("signature_row", 9, words)]


def test_such_a_word_alone_is_asked_about_once() -> None:
    """As a cell that is alone in its row."""
    source = read_export(("staff.csv", "\n".join(["First Name,Last Name,Email", *PEOPLE, "Signature,,"]).encode()))

    assert source.sources[0].findings.get_column("code").to_list() == ["lone_cell"]


def test_who_made_the_list_may_be_said_in_any_cell() -> None:
    """Among the last rows; of a long list the rows above are asked only about their first cell."""
    signed = "Dan,Prepared by,dan@example.com"

    assert asked(*PEOPLE, signed) == [("signature_row", 9, "Prepared by")]
    assert asked(*PEOPLE, signed, *PEOPLE * 7) == []
    assert asked(*PEOPLE, "Prepared by,Dan,dan@example.com", *PEOPLE * 7) == [("signature_row", 9, "Prepared by")]


@pytest.mark.parametrize("word", ["Kontakt", "Signed"])
def test_a_column_of_such_words_is_no_signature(word: str) -> None:
    """Where many rows say it, it says something of each; nor is a longer text one."""
    assert asked(*PEOPLE, *[word + SIGNED] * 4) == []
    assert asked(*PEOPLE, f"{word} Miller{SIGNED}") == []


def signed(cells: str, header: str = "No,First Name,Last Name,Email,State") -> list[tuple[str, int, str]]:
    """Get what is asked about a row below a list of posts, filled or open."""
    state = [f"P{at},Ann,Lee,,{state}" for at, state in enumerate(["Filled", "Filled", "Open", "Open"], 3)]
    findings = read_export(("posts.csv", "\n".join([header, *state, cells]).encode())).sources[0].findings
    return findings.filter(code="signature_row").select("code", "row_id", "value").rows()


def test_a_state_of_somebody_is_no_signature() -> None:
    """A word in a column of short words that come again, in a row that has all that others have."""
    assert signed("P7,Cy,Poe,,Approved") == []


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ("P7,,Poe,,Approved", "Approved"),
        ("P7,Cy,Poe,,Approved by", "Approved by"),
        ("P7,Cy,Approved,,Open", "Approved"),
        ("P7,Cy,Poe,Approved,Open", "Approved"),
        ("Approved,Cy,Poe,,Open", "Approved"),
    ],
)
def test_such_a_word_elsewhere_is_a_signature(cells: str, word: str) -> None:
    """In a row with less, with more words, as a part of a name, where hardly anybody has a cell, and in the first."""
    assert signed(cells) == [("signature_row", 4, word)]


@pytest.mark.parametrize("state", ["Open 7", "away until somebody comes back to us", "Oslo", "a@example.com"])
def test_such_a_word_in_a_column_of_other_cells_is_a_signature(state: str) -> None:
    """Cells with digits, of long texts, and addresses are no states, nor are those that hardly come again."""
    cells = {"Oslo": ["Oslo", "Rome", "Bonn", "Kiel"]}.get(state, [state] * 4)
    people = [f"P{at},Ann,Lee,{cell}" for at, cell in enumerate(cells)]

    text = "\n".join(["No,First Name,Last Name,Remark", *people, "P7,Cy,Poe,Approved"])

    assert "signature_row" in read_export(("posts.csv", text.encode())).sources[0].findings.get_column("code")


@pytest.mark.parametrize(
    "gap",
    [
        ["* on leave until 1.3.2027"],
        [",,", "Legend: x = away"],
        ["Total,9,"],
        ["No keys"],
        [",,Write to desk@example.com"],
    ],
)
@pytest.mark.parametrize("below", [1, 3])
def test_few_people_below_lines_of_text_or_a_total_are_asked_about(gap: list[str], below: int) -> None:
    """They may be anybody, as full as their rows are."""
    first = len(PEOPLE) + len(gap)

    expected = [("below_the_end", first + place, "Ann") for place in range(below)]
    assert asked(*PEOPLE, *gap, *[ANN] * below) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [*PEOPLE, "* footnote: x", ANN, BO, CY, ANN],
        [ANN, BO, "* footnote: x", CY],
        [*PEOPLE, "Page: 1", *PEOPLE, "Page: 2", ANN],
        [*PEOPLE, "Total,9,", *PEOPLE, "Total,9,", ANN],
        [*PEOPLE, "", ANN],
        [*PEOPLE, "", "Email,Last Name,First Name", "ann@example.com,Lee,Ann"],
        ["", *PEOPLE],
        [*PEOPLE, ",,desk@example.com", ANN],
        [*PEOPLE, "", "* footnote: x"],
    ],
)
def test_people_of_a_list_with_pages_groups_or_blank_rows_are_not(lines: list[str]) -> None:
    """More people below, or hardly more above; other gaps of the kind; a blank row before a row like all others."""
    assert asked(*lines) == []


@pytest.mark.parametrize("gap", [["Night Team"], [",,", "Night Team"], ["Night Team", ",,"]])
def test_people_below_a_heading_are_of_a_list_that_begins_with_one(gap: list[str]) -> None:
    """Each group stands below a text alone: the last one may be small, where its rows are filled as all are."""
    assert asked("Front Desk", *PEOPLE, *gap, ANN) == []


@pytest.mark.parametrize(
    ("gap", "below", "rows"),
    [
        (["Night Team"], ["Dan,Fox,"], [11]),
        (["Night Team"], [ANN, "Dan,Fox,"], [11, 12]),
        (["Note", "Night Team"], [ANN], [12]),
        (["* on leave until 1.3.2027"], [ANN], [11]),
        (["Night Team", ANN, "Total,9,"], [BO], [13]),
    ],
)
def test_other_rows_below_such_a_list_are_asked_about(gap: list[str], below: list[str], rows: list[int]) -> None:
    """Those that are not filled so, and those below two texts, a footnote or a total."""
    found = asked("Front Desk", *PEOPLE, *gap, *below)

    assert [(code, row) for code, row, _ in found] == [("below_the_end", row) for row in rows]


def test_the_last_few_are_compared_with_those_above() -> None:
    """Also where they are not few of all: whoever has no address below three that have one is unlike them."""
    assert asked("Front Desk", ANN, BO, CY, "Night Team", "Dan,Fox,") == [("below_the_end", 5, "Dan")]


def test_people_who_have_nothing_in_common_tell_nothing() -> None:
    """Where no column is filled by nearly all, a row below a heading may be of another list."""
    people = [",Lee,a@example.com,K", "Ann,,b@example.com,K", "Ann,Lee,,K", "Ann,Lee,a@example.com,"] * 2
    lines = ["First Name,Last Name,Email,Team", "Front Desk,,,", *people, "Night Team,,,", "Cy,Poe,c@example.com,K"]

    found = read_export(("staff.csv", "\n".join(lines).encode())).sources[0].findings.filter(code="below_the_end")

    assert found.get_column("row_id").to_list() == [10]


@pytest.mark.parametrize("first", ["Lavorato da", "HR", "12", "", "nobody"])
def test_a_row_unlike_others_below_a_blank_one_is_asked_about(first: str) -> None:
    """What no person above begins with: two words, capitals, a number, nothing, a small letter."""
    assert [code for code, *_ in asked(*PEOPLE, "", first + SIGNED)] == ["below_the_end"]
