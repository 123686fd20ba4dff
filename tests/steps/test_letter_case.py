"""The case of names: lost, and given back."""

import polars as pl
import pytest

from keycafe_clean.steps.letter_case import repair_case
from keycafe_clean.steps.names import NAME_STEPS


def named(first: str | None, last: str | None, *others: tuple[str, str]) -> tuple[str | None, str | None]:
    """Get first and last name after every step of names, in a file that has others too."""
    rows = [(first, last), *others]
    frame = pl.DataFrame(rows, schema={"First Name": pl.String, "Last Name": pl.String}, orient="row")
    for step in NAME_STEPS:
        frame = step(frame)
    answer: tuple[str | None, str | None] = frame.row(0)
    return answer


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("MCDONALD", "McDonald"),
        ("McDONALD", "McDonald"),
        ("MacDONALD", "MacDonald"),
        ("O'BRIEN", "O'Brien"),
        ("o’brien", "O’Brien"),
        ("D’ANGELO", "D’Angelo"),
        ("DELL'ACQUA", "Dell'Acqua"),
        ("SA'AD", "Sa'ad"),
        ("VAN DER BERG", "van der Berg"),
        ("'S GRAVENSANDE", "'s Gravensande"),
        ("VAN 'T WEL", "van 't Wel"),
        ("DE LA CRUZ", "de la Cruz"),
        ("LE GOFF", "Le Goff"),
        ("GARCIA Y LOPEZ", "Garcia y Lopez"),
        ("SMITH-JONES", "Smith-Jones"),
        ("ØRSTED", "Ørsted"),
        ("İNÖNÜ", "İnönü"),
        ("IŞIKOĞLU", "Işıkoğlu"),
        ("i\u0307hsanoğlu", "İhsanoğlu"),
        ("IJSBRANDS", "IJsbrands"),
        ("KOCH II", "Koch II"),
        ("NG", "Ng"),
        ("VI", "VI"),
        ("D", "D"),
        ("d", "d"),
        ("MCGEE", "McGee"),
        ("MCA", "Mca"),
        ("IJA", "Ija"),
        ("SMITH2", "SMITH2"),
        ("SMITH_LEE", "SMITH_LEE"),
        ("SMITH & LEE", "SMITH & LEE"),
        ("smith@lee", "smith@lee"),
        ("SMITH ПЕТРОВ", "SMITH ПЕТРОВ"),
        ("Macdonald", "Macdonald"),
        ("DeShawn", "DeShawn"),
        ("ИВАНОВ", "Иванов"),
    ],
)
def test_case_comes_back_only_when_it_is_certainly_lost(last: str, expected: str) -> None:
    """Capitals and small letters are repaired by rule; mixed case and other scripts stay."""
    assert named("Ana", last) == ("Ana", expected)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("AJ", "Smith", "AJ"),
        ("AJ", "SMITH", "AJ"),
        ("JRR", "TOLKIEN", "JRR"),
        ("J.R.", "EWING", "J.R."),
        ("JO", "SMITH", "Jo"),
        ("JO", "Smith", "JO"),
        ("ANA", "Smith", "Ana"),
        ("MARÍA DEL CARMEN", "Ruiz", "María del Carmen"),
        ("VAN", "Nguyen", "Van"),
    ],
)
def test_first_name_stays_when_it_may_be_initials(first: str, last: str, expected: str) -> None:
    """Two letters are repaired only beside a last name in capitals; what can only be initials never is."""
    assert named(first, last)[0] == expected


@pytest.mark.parametrize(
    ("lost", "spelled"),
    [
        ("MACDONALD", "MacDonald"),
        ("DE LUCA", "De Luca"),
        ("YILMAZ", "Yılmaz"),
        ("DESHAWN", "DeShawn"),
        ("INCI", "İnci"),
    ],
)
def test_case_follows_the_file_when_it_spells_the_name(lost: str, spelled: str) -> None:
    """How the file itself writes the same name goes before the rules."""
    assert named("Ana", lost, ("Bo", spelled))[1] == spelled


@pytest.mark.parametrize(
    ("others", "spelled"),
    [
        (["Deluca", "DeLuca", "DeLuca"], "DeLuca"),
        (["DeLuca", "Deluca", "Deluca"], "Deluca"),
        (["Deluca", "DeLuca"], "DeLuca"),
        (["DeLuca", "Deluca"], "DeLuca"),
    ],
)
def test_most_frequent_spelling_of_a_name_is_followed(others: list[str], spelled: str) -> None:
    """Of equally frequent ones the first in the order of letters, whatever the order of rows."""
    assert named("Ana", "DELUCA", *(("Bo", other) for other in others))[1] == spelled


@pytest.mark.parametrize("spelled", ["SMith", "smitH", "smith"])
def test_case_ignores_spellings_that_are_slips(spelled: str) -> None:
    """A spelling that no name has teaches nothing."""
    assert named("Ana", "SMITH", ("Bo", spelled))[1] == "Smith"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("IŞIL", "YILDIZ", ("Işıl", "Yıldız")),
        ("ILGIN", "IRMAK", ("Ilgın", "Irmak")),
        ("ИВАН", "ПЕТРОВ-ВОДКИН", ("Иван", "Петров-Водкин")),
        ("ΓΙΩΡΓΟΣ", "ΜΑΝΟΣ", ("Γιωργος", "Μανος")),
    ],
)
def test_capitals_of_other_alphabets(first: str, last: str, expected: tuple[str, str]) -> None:
    """In a Turkish file I becomes a dotless ı; Cyrillic and Greek capitals follow the rule of Latin ones."""
    frame = pl.DataFrame({"First Name": [first, "Gül", "Çağla"], "Last Name": [last, "Öztürk", "Işık"]})

    assert repair_case(frame).row(0) == expected


def test_i_stays_an_i_where_the_file_is_not_turkish() -> None:
    """One Turkish name among many makes no file Turkish; a header with a Turkish letter does."""
    names = [("IRIS", "LIND"), *[("Anna", "Lind")] * 20, ("Işık", "Demir")]
    frame = pl.DataFrame(names, schema=["First Name", "Last Name"], orient="row")

    assert repair_case(frame).row(0) == ("Iris", "Lind")
    assert repair_case(frame.with_columns(pl.lit("x").alias("source.Adı"))).row(0)[:2] == ("Irıs", "Lind")


@pytest.mark.parametrize(("others", "expected"), [(8, "Irıs"), (9, "Iris")])
def test_file_is_turkish_where_a_tenth_of_its_names_have_a_turkish_letter(others: int, expected: str) -> None:
    """First and last names count, blank ones too."""
    for turkish in (("Işık", "Demir"), ("Ali", "Işık")):
        names = [("IRIS", "LIND"), turkish, *[("Anna", None)] * others]
        frame = pl.DataFrame(names, schema={"First Name": pl.String, "Last Name": pl.String}, orient="row")

        assert repair_case(frame).item(0, "First Name") == expected


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [("source.Adı", "x", "Irıs"), ("source.Adı", None, "Iris"), ("source.Name", "x", "Iris"), ("Adı", "x", "Iris")],
)
def test_turkish_header_counts_where_it_is_filled(header: str, cell: str | None, expected: str) -> None:
    """A header of the export with a Turkish letter says so of the files that fill it."""
    frame = pl.DataFrame({"First Name": ["IRIS"], "Last Name": ["LIND"], header: [cell]})

    assert repair_case(frame.cast(pl.String)).item(0, "First Name") == expected


def test_each_file_has_its_own_language() -> None:
    """A Turkish file beside another one makes that one none."""
    frame = pl.DataFrame(
        {
            "First Name": ["IRIS", "IŞIL", "Ali"],
            "Last Name": ["LIND", "YILDIZ", "Işık"],
            "file": ["a.csv", "b.csv", "b.csv"],
        }
    )

    assert repair_case(frame).get_column("First Name").to_list() == ["Iris", "Işıl", "Ali"]
