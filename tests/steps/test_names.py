import polars as pl
import pytest

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
    ("first", "expected"),
    [
        (None, None),
        ("Ana", "Ana"),
        ("Dr. Ken", "Ken"),
        ("Prof. Dr. med. Ana", "Ana"),
        ("Frau Ana", "Ana"),
        ("Dipl.-Ing. Max", "Max"),
        ("Sr. Juan", "Juan"),
        ("Drew", "Drew"),
        ("Magnus", "Magnus"),
        ("Sir", "Sir"),
        ("M. Night", "M. Night"),
        ("Cal III", "Cal"),
        ("Ana (1001)", "Ana"),
        ('Yukihiro "Matz"', "Yukihiro"),
        ('"Ana"', "Ana"),
        ("(Ana)", "(Ana)"),
        ("Ana she/her", "Ana"),
        ("Ana (they/them)", "Ana"),
        ("Ana 🎉", "Ana"),
        ("🎉", "🎉"),
        ("• Ana", "Ana"),
        ("1. Ana", "Ana"),
        ("Ana,", "Ana"),
        ("=Ana", "=Ana"),
        ("Hans-H.", "Hans-H."),
        ("Emine.", "Emine."),
        ("J", "J"),
        ("花子", "花子"),
    ],
)
def test_first_name_loses_what_is_no_part_of_it(first: str | None, expected: str | None) -> None:
    """Titles, suffixes, ids, nicknames, pronouns and emoji come off; everything else stays."""
    assert named(first, "Novak") == (expected, "Novak")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Smith Jr.", "Smith"),
        ("Smith, Jr., MD", "Smith"),
        ("Roe, DDS", "Roe"),
        ("Roe MBA", "Roe"),
        ("Nguema, MBA", "Nguema"),
        ("Li, MA", "Li"),
        ("Koch II", "Koch II"),
        ("Ma", "Ma"),
        ("Jr.", "Jr."),
        ("Herr", "Herr"),
        ("Smith (née Jones)", "Smith"),
        ("'s Gravensande", "'s Gravensande"),
        ("van 't Wel", "van 't Wel"),
        ("Bourgondië, van", "Bourgondië, van"),
    ],
)
def test_last_name_loses_what_is_no_part_of_it(last: str, expected: str) -> None:
    """Suffixes and degrees come off; a surname that looks like one stays."""
    assert named("Ana", last) == ("Ana", expected)


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
        ("Macdonald", "Macdonald"),
        ("DeShawn", "DeShawn"),
        ("ИВАНОВ", "ИВАНОВ"),
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
    [("MACDONALD", "MacDonald"), ("DE LUCA", "De Luca"), ("YILMAZ", "Yılmaz"), ("DESHAWN", "DeShawn")],
)
def test_case_follows_the_file_when_it_spells_the_name(lost: str, spelled: str) -> None:
    """How the file itself writes the same name goes before the rules."""
    assert named("Ana", lost, ("Bo", spelled))[1] == spelled


@pytest.mark.parametrize("spelled", ["SMith", "smitH"])
def test_case_ignores_spellings_that_are_slips(spelled: str) -> None:
    """A spelling that no name has teaches nothing."""
    assert named("Ana", "SMITH", ("Bo", spelled))[1] == "Smith"


@pytest.mark.parametrize(
    "cell", ["n/a", "N/A", "-", "--", "TBD", "Vacant", "NaN", "nan", "None", "unbekannt", "(blank)", "#N/A", "null"]
)
def test_name_is_blank_when_it_says_that_there_is_none(cell: str) -> None:
    """Placeholders of any language become blank."""
    assert named("Ana", cell) == ("Ana", None)


@pytest.mark.parametrize(
    ("first", "last"), [("Nan", "Li"), ("Jennifer", "Null"), ("Ji", "Na"), ("Bo", "Ng"), ("Al", "Y")]
)
def test_name_stays_when_people_are_called_so(first: str, last: str) -> None:
    """Names that look like placeholders are names as long as they are written like names."""
    assert named(first, last) == (first, last)


def test_name_stays_when_the_whole_name_is_in_capitals() -> None:
    """NAN beside LI may be Nan Li."""
    assert named("NAN", "LI") == ("Nan", "Li")
