"""Text as it is compared."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.folding import (
    fold,
    folded_name,
    folded_names,
    has_other_letters,
    in_latin,
    in_one_spelling,
    in_plain_letters,
    marked_name,
    marked_names,
    without_accents,
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        (" - ", None),
        ("Müller", "muller"),
        ("MUELLER", "muller"),
        ("Moeller", "moller"),
        ("Jaeger", "jager"),
        ("O’Neil", "oneil"),
        ("O'Neil", "oneil"),
        ("M.ª Ángeles", "ma angeles"),
        ("Mª Ángeles", "ma angeles"),
        ("O´Neil", "oneil"),
        ("O`Neil", "oneil"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Strauß", "strauss"),
        ("Þórður", "thordur"),
        ("Anna-María", "anna maria"),
        (" Zoë  O'Neil-Lee ", "zo oneil lee"),
        ("Jose\u0301", "jose"),
        ("\u200bKim ", "kim"),
        ("Jo\u00adann", "joann"),
        ("Ｌｅｅ", "lee"),
        ("IŞIL", "isil"),
        ("山田", "山田"),
        ("李 小龙", "李 小龙"),
        ("渡邉", "渡辺"),
        ("齋藤", "斎藤"),
        ("髙﨑", "高崎"),
    ],
)
def test_folded_name(name: str | None, folded: str | None) -> None:
    """Case, accents, hyphens, apostrophes and invisible characters make no other name, in any script."""
    frame = pl.DataFrame({"name": [name]}, schema={"name": pl.String})

    assert frame.select(folded_name(pl.col("name"))).item() == folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [(None, None), ("", ""), ("Nº É-Mail", "no e-mail"), ("STRASSE ß", "strasse ß"), ("Mu\u0308ller", "muller")],
)
def test_without_accents(text: str | None, plain: str | None) -> None:
    """Only case, accents and width go: signs, blanks and letters of their own stay."""
    frame = pl.DataFrame({"text": [text]}, schema={"text": pl.String})

    assert frame.select(without_accents(pl.col("text"))).item() == plain


@pytest.mark.parametrize(("cell", "expected"), [("Müller", "muller"), ("ŻÓŁĆ", "zołc"), (" a ", " a "), (None, None)])
def test_fold_as_cells_are(cell: str | None, expected: str | None) -> None:
    """Folding takes case and accents off and leaves blanks, in a cell and in a text."""
    assert cell is None or fold(cell) == expected
    assert (
        pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String}).select(without_accents(pl.col("cell"))).item()
        == expected
    )


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Вера Стоянова", "Vera Stoyanova"),
        ("Щерев", "Shterev"),
        ("Живко", "Zhivko"),
        ("Живко", "Živko"),
        ("Цанев", "Tsanev"),
        ("Юрий", "Yuri"),
        ("Юрий", "Iurii"),
        ("Михаил", "Mikhail"),
        ("Михаил", "Mihail"),
        ("Горбачёв", "Gorbachev"),
        ("Чернышев", "Chernyshev"),
        ("Παπαδόπουλος", "Papadopoulos"),
        ("Γιώργος", "Giorgos"),
        ("Θεοδώρου", "Theodorou"),
        ("Ευαγγελία", "Evangelia"),
    ],
)
def test_a_name_in_other_letters(written: str, latin: str) -> None:
    """A Cyrillic or Greek name is the one that anybody may have written for it in Latin letters."""
    both = pl.DataFrame({"name": [written, latin]}).select(
        in_latin(folded_name(pl.col("name"))), other=has_other_letters(pl.col("name"))
    )

    assert both.get_column("name").n_unique() == 1
    assert both.get_column("other").to_list() == [True, False]


@pytest.mark.parametrize(
    ("name", "other", "is_one"),
    [
        ("Thảo", "Thạo", False),
        ("THẢO", "Thảo", True),
        ("Đỗ Lan", "Đỗ Lân", False),
        ("Renée-Zoë", "renée zoë", True),
        ("Jürgen Höß", "Juergen Hoess", True),
        ("Bjørn Åse", "Bjoern Åse", True),
        ("İpek Çelik", "Ipek Çelik", True),
        ("Yıldız Çelik", "YILDIZ ÇELİK", True),
        ("Алёна", "Алена", True),
        ("Żak", "Źak", False),
        ("सीमा", "सोमा", False),
    ],
)
def test_marks_of_a_name(name: str, other: str, *, is_one: bool) -> None:
    """Letter case and the two spellings of one letter are no difference; another mark, or none, is one."""
    marked = pl.DataFrame({"name": [name, other]}).select(marked_name(pl.col("name"))).to_series()

    assert (marked.n_unique() == 1) is is_one


@pytest.mark.parametrize("name", [None, "", "Jo Ng", "Müller", "Алёна"])
def test_name_without_marks_that_count(name: str | None) -> None:
    """What has no marks, or only such as are often left out, says nothing of them."""
    frame = pl.DataFrame({"name": [name]}, schema={"name": pl.String})

    assert frame.select(marked_name(pl.col("name"))).item() is None


@pytest.mark.parametrize(
    ("name", "other", "is_one"),
    [("Haagen", "Hågen", True), ("Aasved", "Åsved", True), ("Braaten", "Broten", False)],
)
def test_two_spellings_of_a_letter_are_one(name: str, other: str, *, is_one: bool) -> None:
    """Å is written aa where a keyboard has none; nothing else is one by it."""
    spelt = [pl.select(in_one_spelling(folded_name(pl.lit(it)))).item() for it in (name, other)]

    assert (spelt[0] == spelt[1]) == is_one


@pytest.mark.parametrize(
    ("text", "plain"), [("Śliwa", "sliwa"), ("Łukasz", "lukasz"), ("Groß", "gross"), ("Ana", "ana")]
)
def test_text_in_plain_letters(text: str, plain: str) -> None:
    """As an address spells it."""
    assert in_plain_letters(text) == plain


#: Names of ASCII and of others, with whatever people type beside letters.
_NAMES = st.lists(
    st.one_of(st.none(), st.text(st.sampled_from("Aaeou&-'`´. ,2\tßüŁ\u0308\u200b")), st.text()), min_size=1
)


@given(_NAMES)
def test_many_names_at_once_are_folded_as_each(names: list[str | None]) -> None:
    """The quick way for ASCII and the thorough one are one."""
    cells = pl.Series("name", names, dtype=pl.String)

    assert folded_names(cells).equals(cells.to_frame().select(folded_name(pl.col("name"))).to_series())


@given(_NAMES)
def test_many_names_at_once_have_the_marks_of_each(names: list[str | None]) -> None:
    """ASCII has none."""
    cells = pl.Series("name", names, dtype=pl.String)

    assert marked_names(cells).equals(cells.to_frame().select(marked_name(pl.col("name"))).to_series())
