import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.steps.text import TEXT_STEPS, remove_hidden_characters, squash_spaces, strip_text_mark


def tidied(cell: str | None, column: str = "First Name") -> str | None:
    """Get one cell after every step of text."""
    frame = pl.DataFrame({column: pl.Series([cell], dtype=pl.String)})
    for step in TEXT_STEPS:
        frame = step(frame)
    answer: str | None = frame.item()
    return answer


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        ("", None),
        ("   ", None),
        ("\t\u00a0\u200b", None),
        (" Ana  Maria ", "Ana Maria"),
        ("Ana  Maria", "Ana Maria"),
        ("Ana\u00a0Maria", "Ana Maria"),
        ("Ana\nMaria", "Ana Maria"),
        ("A\u00adna", "Ana"),
        ("\ufeffAna\u200e", "Ana"),
        ("e\u0301va", "éva"),
        ("e\u200b\u0301va", "éva"),
        ("Ａｎａ　Ｍ", "Ana M"),
        ("An\x00a", "Ana"),
        ("O’Neil", "O’Neil"),
        ("O'Neil", "O'Neil"),
        ("O`Neil", "O'Neil"),
        ("O´Neil", "O'Neil"),
        ("Anne\u2011Marie", "Anne-Marie"),
        ("'s Gravensande", "'s Gravensande"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("佐藤", "佐藤"),
        ("A\u200dna", "Ana"),
        ("M＆uuml；ller", "Müller"),
        ("M&uuml;ller", "Müller"),
        ("MÃ¼ller", "Müller"),
        ("ï¼¡na", "Ana"),
        ("\x8aimek", "Šimek"),
        ("Ana！", "Ana!"),
        ("Ana～", "Ana~"),
        ("Ana｟", "Ana｟"),
        ("Ana ", "Ana"),
        (" Ana", "Ana"),
    ],
)
def test_name_is_written_as_people_see_it(cell: str | None, expected: str | None) -> None:
    """What nobody sees is gone; what people write stays."""
    assert tidied(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("o’neil@acme.com", "o'neil@acme.com"),
        ("“a@b.com”", '"a@b.com"'),
        ("jean–luc@acme.com", "jean-luc@acme.com"),
        ("ａ＠ｂ．ｃｏｍ", "a@b.com"),
        ("'+1@acme.com", "+1@acme.com"),
    ],
)
def test_address_is_written_straight(cell: str, expected: str) -> None:
    """Where a machine reads, quotes, dashes and widths are the plain ones."""
    assert tidied(cell, "Email Address") == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (" 00042 ", "00042"),
        (" 00042", "00042"),
        ("00042 ", "00042"),
        ("", None),
        ("12  34", "12  34"),
        ("'00042", "00042"),
        ('="00042"', "00042"),
        ("'=1+1", "=1+1"),
        ("0x1F", "0x1F"),
        ("1.23E+11", "1.23E+11"),
    ],
)
def test_badge_keeps_its_letters(cell: str, expected: str) -> None:
    """A badge code loses outer blanks and the mark of a spreadsheet, and nothing else."""
    assert tidied(cell, "Badge Code") == expected


@pytest.mark.parametrize(("sign", "straight"), [*((it, "'") for it in "‘’‛ʼ′`´"), *((it, '"') for it in "“”„‟«»″")])
def test_quotes_of_an_address_are_straight(sign: str, straight: str) -> None:
    """Every form of a quote is the one that a machine reads."""
    assert tidied(f"o{sign}neil@acme.com", "Email Address") == f"o{straight}neil@acme.com"


@pytest.mark.parametrize("sign", [*"‐‑‒–—−"])
def test_dashes_of_an_address_are_straight(sign: str) -> None:
    """Every form of a dash is the one that a machine reads."""
    assert tidied(f"jean{sign}luc@acme.com", "Email Address") == "jean-luc@acme.com"


@pytest.mark.parametrize("cell", ["=Ana", "+Ana", "-Ana", "@Ana"])
def test_formula_like_text_stays_when_it_has_no_mark(cell: str) -> None:
    """What a spreadsheet would take for a formula is left for a person to repair."""
    assert tidied(cell) == cell


@given(st.text(st.sampled_from("aé\u0301 '=+@\"`´\u200b\u00a0＝＇\t\r\u200d-Ａ‘"), max_size=8))
def test_text_changes_nothing_when_it_is_tidied_again(cell: str) -> None:
    """Tidying a tidied cell changes nothing."""
    once = tidied(cell)

    assert tidied(once) == once


def test_text_leaves_cells_as_read_alone() -> None:
    """The cells as they were read stay, whatever is in them."""
    frame = pl.DataFrame({"raw.First Name": [" a "], "source.Name": [" a "], "file": [" a.csv"]})

    assert squash_spaces(remove_hidden_characters(frame)).equals(frame)


def test_apostrophe_of_a_spreadsheet_comes_off() -> None:
    """It comes off addresses, and off names in a row with several; `'t Hooft` and a lone `'Ali` keep theirs."""
    cells = {
        "First Name": ["'Carl", "Pim", "'Ali", "Bo"],
        "Last Name": ["'Ives", "'t Hooft", "Noor", "Lind"],
        "Email Address": ["'carl@acme.com", "pim@acme.com", "ali@acme.com", "'bo@acme.com"],
    }
    frame = pl.DataFrame(cells)
    frame = frame.with_columns(pl.col(it).alias(f"source.{it}") for it in cells)

    assert strip_text_mark(frame).select(list(cells)).rows() == [
        ("Carl", "Ives", "carl@acme.com"),
        ("Pim", "'t Hooft", "pim@acme.com"),
        ("'Ali", "Noor", "ali@acme.com"),
        ("Bo", "Lind", "bo@acme.com"),
    ]


@pytest.mark.parametrize(("email", "expected"), [("'ana@acme.com", "Carl"), ("ana@acme.com", "'Carl")])
def test_three_marked_cells_are_a_habit(email: str, expected: str) -> None:
    """A cell stands in the frame as read and as mapped: two may be one cell of the file, three are two."""
    frame = pl.DataFrame({"First Name": ["'Carl"], "source.First": ["'Carl"], "Email Address": [email]})

    assert strip_text_mark(frame).item(0, "First Name") == expected
