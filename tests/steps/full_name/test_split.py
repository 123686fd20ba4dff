"""Whole names become first and last names."""

import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.findings import in_words
from keycafe_clean.steps.full_name.split import FULL_NAME_RULES, split_full_name
from tests.columns.sources import names_frame
from tests.steps.full_name.cut_names import Cell, cut, likely


@pytest.mark.parametrize(
    ("whole", "first", "last"),
    [
        (None, None, None),
        ("  ", None, None),
        ("n/a", None, None),
        ("Ana Ruiz", "Ana", "Ruiz"),
        ("ana ruiz", "ana", "ruiz"),
        ("ANA RUIZ", "ANA", "RUIZ"),
        (" Zoë   O’Neill ", "Zoë", "O’Neill"),
        ("Jo Li", "Jo", "Li"),
        ("Roe J. K.", "J. K.", "Roe"),
        ("Орлова Анна Игоревна", "Анна Игоревна", "Орлова"),
        ("Анна Игоревна Орлова", "Анна Игоревна", "Орлова"),
        ("Роман Аркадьевич Абрамович", "Роман Аркадьевич", "Абрамович"),
        ("Орлов И.И.", "И.И.", "Орлов"),
        ("Jean-Luc McDonald", "Jean-Luc", "McDonald"),
        ("Ruiz, Ana", "Ana", "Ruiz"),
        ("Doe, John Q.", "John Q.", "Doe"),
        ("Roe, Jane, Jr.", "Jane", "Roe"),
        ("Company, Patricia", "Patricia", "Company"),
        ("Roe Jr., Jane", "Jane", "Roe Jr."),
        ("Lobato Garcia, Victorino", "Victorino", "Lobato Garcia"),
        ("de la Cruz, Maria", "Maria", "de la Cruz"),
        ("Beethoven, Ludwig von", "Ludwig", "von Beethoven"),
        ("First van der Last", "First", "van der Last"),
        ("Vincent Willem van Gogh", "Vincent Willem", "van Gogh"),
        ("Anna Von Massenbach", "Anna", "Von Massenbach"),
        ("von Massenbach Anna", "Anna", "von Massenbach"),
        ("Karl-Theodor von und zu Guttenberg", "Karl-Theodor", "von und zu Guttenberg"),
        ("Mohammed bin Salman", "Mohammed", "bin Salman"),
        ("Omar al-Hassan", "Omar", "al-Hassan"),
        ("Sean Mc Donald", "Sean", "Mc Donald"),
        ("José Ortega y Gasset", "José", "Ortega y Gasset"),
        ("María del Carmen García", "María del Carmen", "García"),
        ("John Q. Public", "John Q.", "Public"),
        ("J. R. R. Tolkien", "J. R. R.", "Tolkien"),
        ("J. Robert Oppenheimer", "J. Robert", "Oppenheimer"),
        ("Mary Ann Smith", "Mary Ann", "Smith"),
        ("Cal Diaz III", "Cal", "Diaz III"),
        ("Ana Ruiz (1001)", "Ana", "Ruiz"),
        ("Dr. Ken Ito", "Ken", "Ito"),
        ("Jane Roe, DDS", "Jane", "Roe"),
        ("佐川 恭子", "恭子", "佐川"),
        ("윤서영", "서영", "윤"),
    ],
)
def test_certain_names(whole: Cell, first: Cell, last: Cell) -> None:
    """Commas, particles, initials, titles and two words leave no doubt."""
    assert cut(whole) == (first, last)


def test_address_for_a_name_is_not_guessed() -> None:
    """An address in the place of a name suggests none."""
    assert likely("ana@acme.com") == (None, None)


def test_address_shows_where_the_surname_starts() -> None:
    """An address `first.second` makes the second word of three a surname."""
    assert cut("Pilar Lopez Garcia", email_address="pilar.lopez@acme.com") == ("Pilar", "Lopez Garcia")


def test_order_said_by_the_header() -> None:
    """Under `Nom et prénom` the last name comes first."""
    assert cut("Dupont Jean", name_order="family first") == ("Jean", "Dupont")
    assert likely("Dupont Jean Marie", name_order="family first") == ("Jean Marie", "Dupont")


def test_order_proven_by_names_after_the_father() -> None:
    """Where other names have one behind the first name, two words are in the same order."""
    names = names_frame(full_name=["Орлова Анна Игоревна", "Алиева Карина"])

    assert split_full_name(names).get_column("Last Name").to_list() == ["Орлова", "Алиева"]


def test_order_proven_by_addresses() -> None:
    """Addresses of the file prove the order, also against the header."""
    turned = names_frame(
        full_name=["Green Chris", "Hall Ann"], email_address=["chris.green@acme.com", "ahall@acme.com"]
    )
    straight = names_frame(full_name=["Jean Dupont"], email_address=["jean.dupont@x.fr"], name_order=["family first"])

    assert split_full_name(turned).get_column("Last Name").to_list() == ["Green", "Hall"]
    assert split_full_name(straight).get_column("Last Name").to_list() == ["Dupont"]


def test_order_proven_by_capitals() -> None:
    """Where most last names alone are in capitals, capitals tell the last name, wherever it stands."""
    frame = names_frame(full_name=["BERNARD Hugo", "DE LA CRUZ Maria José", "Zoé MARTIN", "Paul Roux"])

    assert split_full_name(frame).select("First Name", "Last Name").rows() == [
        ("Hugo", "BERNARD"),
        ("Maria José", "DE LA CRUZ"),
        ("Zoé", "MARTIN"),
        ("Paul", "Roux"),
    ]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"first_name": "Ana María"}, ("Ana María", "Ruiz Gil")),
        ({"last_name": "Ruiz Gil"}, ("Ana María", "Ruiz Gil")),
        ({"first_name": "Eva", "last_name": "Brandt"}, ("Eva", "Brandt")),
    ],
)
def test_known_parts_stay(columns: dict[str, Cell], expected: tuple[Cell, Cell]) -> None:
    """A part that is known stays, and the full name gives the other."""
    assert cut("Ana María Ruiz Gil", **columns) == expected


@pytest.mark.parametrize("column", ["first_name", "last_name"])
def test_whole_name_in_one_part(column: str) -> None:
    """`Last, First` in one of two columns is cut where the other is blank."""
    assert cut(None, **{column: "Bean, Daniel"}) == ("Daniel", "Bean")


def test_lone_part_without_a_comma_stays() -> None:
    """Two words in one of two columns may be one part, and stay."""
    assert cut(None, first_name="Mary Ann") == ("Mary Ann", None)


@pytest.mark.parametrize(
    ("prefix", "last", "expected"),
    [
        ("von", "Berg", "von Berg"),
        (None, "Berg", "Berg"),
        ("von", "von Berg", "von Berg"),
        ("von", "Von Berg", "Von Berg"),
        ("Von", "von Berg", "von Berg"),
        ("von", "Vonberg", "von Vonberg"),
        ("von", None, None),
    ],
)
def test_prefix(prefix: Cell, last: Cell, expected: Cell) -> None:
    """Particles of a column of their own stand before the last name, once."""
    frame = names_frame(first_name=["Ana"], last_name=[last], name_prefix=[prefix])

    assert split_full_name(frame).item(0, "Last Name") == expected


def test_every_row_stays_in_order() -> None:
    """No row is lost or moved, and no other column changes."""
    frame = names_frame(full_name=["Bo Klemt", None, "Sukarno", "Ruiz, Ana"]).with_row_index("row_id")

    after = split_full_name(frame)

    assert after.get_column("row_id").to_list() == [0, 1, 2, 3]
    assert after.get_column("First Name").to_list() == ["Bo", None, None, "Ana"]


def test_question() -> None:
    """A name that can only be guessed is asked about, part by part, until the part is there."""
    frame = (
        names_frame(full_name=["佐川恭子"])
        .with_row_index("row_id")
        .with_columns(pl.col("full_name").alias("raw.First Name"), pl.col("full_name").alias("raw.Last Name"))
    )
    rows = pl.DataFrame({"row_id": [0], "source_row": [2], "file": ["hr.csv"]}).cast({"row_id": pl.UInt32})
    asked = split_full_name(frame)

    said = in_words(break_rules(asked, FULL_NAME_RULES), rows)

    assert said.get_column("sentence").to_list() == [
        "Row 2: First Name cannot be told from '佐川恭子' with certainty. It may be '恭子'.",
        "Row 2: Last Name cannot be told from '佐川恭子' with certainty. It may be '佐川'.",
    ]
    typed = asked.with_columns(pl.lit("恭子").alias("First Name"), pl.lit("佐川").alias("Last Name"))
    assert break_rules(typed, FULL_NAME_RULES).is_empty()


@pytest.mark.parametrize("raw", ["Sukarno", " Sukarno "])
def test_lone_name_is_a_question_of_its_own(raw: str) -> None:
    """A single word is asked about as one, whatever blanks stand around the cell as it was read."""
    frame = split_full_name(names_frame(full_name=["Sukarno"])).with_row_index("row_id")
    read = frame.with_columns(pl.lit(raw).alias(f"raw.{part}") for part in ("First Name", "Last Name"))

    assert break_rules(read, FULL_NAME_RULES).select("code", "column", "suggestion").rows() == [
        ("lone_name", "First Name", "Sukarno")
    ]
    assert break_rules(read.with_columns(pl.lit("Sukarno").alias("First Name")), FULL_NAME_RULES).is_empty()


@pytest.mark.parametrize(
    ("whole", "guess"),
    [
        ("Ida Post, Kitchen", ("Ida", "Post")),
        ("Ida Post 🌴 away", ("Ida", "Post")),
        ("Ida Post | Sales", ("Ida", "Post")),
        ("Ida Post - Leeds Office", ("Ida", "Post")),
        ("Ida Post XQZ", ("Ida", "Post")),
        ("Ida Post • Night", ("Ida", "Post")),
    ],
)
def test_note_behind_a_name_is_no_name(whole: str, guess: tuple[str, str]) -> None:
    """What stands behind a name is asked about, with the name alone as suggestion; others have no comma."""
    frame = names_frame(full_name=[whole, "Bo Klemt", "Cy Ruiz"])
    first, last = split_full_name(frame).select("likely_first_name", "likely_last_name").row(0)

    assert (first, last) == guess
    assert split_full_name(frame).select("First Name", "Last Name").row(0) == (None, None)


def test_last_name_before_a_comma_is_suggested_as_one() -> None:
    """Where others have no comma, and nothing tells whether a note stands behind it."""
    frame = split_full_name(names_frame(full_name=["Soto Prieto, Zorn", "Bo Klemt", "Cy Ruiz"]))

    assert frame.select("First Name", "Last Name").row(0) == (None, None)
    assert frame.select("likely_first_name", "likely_last_name").row(0) == ("Zorn", "Soto Prieto")


def test_name_without_a_suggestion_is_asked_about() -> None:
    """Both parts are asked about, until one is typed."""
    frame = split_full_name(names_frame(full_name=["Fia Noor/Gus Hale"])).with_row_index("row_id")
    raw = frame.with_columns(pl.col("full_name").alias(f"raw.{part}") for part in ("First Name", "Last Name"))

    assert break_rules(raw, FULL_NAME_RULES).select("code", "column").rows() == [
        ("name_unclear", "First Name"),
        ("name_unclear", "Last Name"),
    ]
    assert break_rules(raw.with_columns(pl.lit("Fia").alias("First Name")), FULL_NAME_RULES).is_empty()


@pytest.mark.parametrize("whole", ["12 34", "n/a", "Helpdesk Team", None])
def test_what_is_no_name_is_no_unclear_one(whole: Cell) -> None:
    """Figures, placeholders and organisations are not asked about as names."""
    frame = split_full_name(names_frame(full_name=[whole])).with_row_index("row_id")
    raw = frame.with_columns(pl.col("full_name").alias(f"raw.{part}") for part in ("First Name", "Last Name"))

    assert break_rules(raw, FULL_NAME_RULES).is_empty()


@pytest.mark.parametrize(
    ("last", "suggestion"),
    [
        ("Post, Kitchen", "Post"),
        ("Post | Sales", "Post"),
        ("Post 🌴 away", "Post"),
        ("Bourgondië, van", "van Bourgondië"),
        ("Post", None),
    ],
)
def test_note_behind_a_last_name(last: str, suggestion: str | None) -> None:
    """In a column of its own a last name with a note is a question with the name as suggestion."""
    frame = split_full_name(names_frame(first_name=["Ida"], last_name=[last])).with_row_index("row_id")
    raw = frame.with_columns(pl.col(part).alias(f"raw.{part}") for part in ("First Name", "Last Name"))
    found = break_rules(raw, FULL_NAME_RULES).get_column("suggestion").to_list()

    assert found == ([suggestion] if suggestion else [])


def test_order_decides_only_where_nothing_tells_it() -> None:
    """A file that tells its order, and a name that is cut alike in both, wait for no answer."""
    names = ["Wei Lan", "Rao, Vikram", "Sukarno", "Wei Lan"]
    frame = names_frame(full_name=[*names], name_order=[None, None, None, "given first"])
    files = frame.with_columns(file=pl.Series(["a.csv", "a.csv", "a.csv", "b.csv"]))

    assert split_full_name(files).get_column("order_decides.full_name").to_list() == [True, False, False, False]
    assert not split_full_name(files.tail(1)).get_column("order_decides.full_name").any()


def test_name_that_only_the_other_order_would_give_waits_for_no_answer() -> None:
    """It has none yet, and is asked about as a name."""
    frame = names_frame(full_name=["De Luca Ida"], email_address=["i.deluca@acme.com"])

    assert split_full_name(frame).select("First Name", "order_decides.full_name").row(0) == (None, False)


def test_row_whose_name_the_order_decides_is_asked_about() -> None:
    """It has its name, and waits."""
    frame = split_full_name(names_frame(full_name=["Wei Lan"])).with_row_index("row_id")
    raw = frame.with_columns(pl.col("full_name").alias(f"raw.{part}") for part in ("First Name", "Last Name"))

    assert break_rules(raw, FULL_NAME_RULES).select("code", "column").rows() == [("name_order_waits", "Last Name")]


def test_order_told_by_rows_with_both_parts() -> None:
    """Names beside both parts are written as those without them, file by file."""
    frame = names_frame(
        full_name=["Lan Wei", "Okafor Chidi", "Okafor Chidi"],
        first_name=["Wei", None, None],
        last_name=["Lan", None, None],
    ).with_columns(file=pl.Series(["a.csv", "a.csv", "b.csv"]))

    assert split_full_name(frame).get_column("Last Name").to_list() == ["Lan", "Okafor", "Chidi"]
