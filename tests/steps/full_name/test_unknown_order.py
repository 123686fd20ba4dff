"""Names whose order nothing tells: asked once a file, and exactly the rows wait that the answer could change."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.columns.name_order import said_order
from keycafe_clean.decide.setup import Setup
from keycafe_clean.findings import in_words
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export
from keycafe_clean.steps.full_name.unknown_order import name_order_questions

TODAY = date(2026, 11, 3)


def run(*names: str, setup: Setup | None = None, header: str = "Name") -> Cleaned:
    """Get what becomes of a file with whole names and nothing else that tells."""
    text = "\n".join([f"{header};Department", *(f"{name};Sales" for name in names)])
    return clean(read_export(("hr.csv", text.encode())), setup, today=TODAY)


def asked(cleaned: Cleaned) -> list[str]:
    """Get what is asked about the order, in words, with the advice."""
    found = cleaned.findings.filter(pl.col("code").str.starts_with("name_order"))
    said = in_words(found, cleaned.rows.select("row_id", "file", "source_row"))
    return said.select(pl.concat_str("sentence", "advice", separator=" ")).to_series().to_list()


def test_question_once_a_file_and_once_a_row() -> None:
    """Both questions say what to do, and name the file or the row."""
    how = "Answer that once, or say 'right' if the last name stands at the end here, 'leave out' if not."
    file = "Nothing shows whether names such as 'Okafor Chidi' begin with the first or with the last name, in 2 rows of"

    assert asked(run("Wei Lan", "Okafor Chidi")) == [
        f"{file} hr.csv. Say --first-name-first or --last-name-first once; until then these rows wait.",
        f"Row 2: 'Wei Lan' waits for the answer to which name comes first. {how}",
        f"Row 3: 'Okafor Chidi' waits for the answer to which name comes first. {how}",
    ]


@pytest.mark.parametrize(
    ("last_name_first", "first", "last"),
    [(True, ["Lan", "Chidi"], ["Wei", "Okafor"]), (False, ["Wei", "Okafor"], ["Lan", "Chidi"])],
)
def test_one_answer_settles_the_file(last_name_first: bool, first: list[str], last: list[str]) -> None:  # noqa: FBT001
    """What the set-up says is done, and nothing is asked."""
    cleaned = run("Wei Lan", "Okafor Chidi", setup=Setup(last_name_first={"full_name": last_name_first}))

    assert asked(cleaned) == []
    assert cleaned.rows.select("First Name", "Last Name").to_dict(as_series=False) == {
        "First Name": first,
        "Last Name": last,
    }


def test_only_rows_wait_whose_name_the_order_decides() -> None:
    """A comma and East Asian signs tell the order of their own names."""
    cleaned = run("Wei Lan", "Okafor, Chidi", "佐川 恭子", "Rao Vikram")

    assert cleaned.rows.get_column("outcome").to_list() == ["waiting", "ready", "ready", "waiting"]


@pytest.mark.parametrize(
    ("header", "order"),
    [
        ("Vorname Nachname", "given first"),
        ("Prénom et nom", "given first"),
        ("Ad Soyad", "given first"),
        ("Name, Vorname", "family first"),
        ("Họ và tên", "family first"),
        ("Nombre y apellidos", "two surnames"),
        ("Name", None),
    ],
)
def test_header_tells_the_order(header: str, order: str | None) -> None:
    """A header with both parts says which comes first."""
    assert said_order(header) == order


def test_header_that_tells_asks_nothing() -> None:
    """Below `Vorname Nachname` the first word is the first name."""
    assert asked(run("Wei Lan", "Okafor Chidi", header="Vorname Nachname")) == []


def test_rows_with_both_parts_tell_the_order() -> None:
    """Where a display name stands beside first and last name, those without them are written the same way."""
    lines = ["Name;First Name;Last Name", "Lan Wei;Wei;Lan", "Okafor Chidi;;"]
    cleaned = clean(read_export(("hr.csv", "\n".join(lines).encode())), today=TODAY)

    assert asked(cleaned) == []
    assert cleaned.rows.select("First Name", "Last Name").row(1) == ("Chidi", "Okafor")


def test_questions_about_files_are_in_order_of_their_names() -> None:
    """Each file of which rows wait is asked about once, with the first of its names."""
    files = [*"hcafbgde", "a"]
    names = ["Wei Lan"] * 8 + ["Rao Vikram"]
    rows = pl.DataFrame({"file": files, "full_name": names, "order_decides.full_name": [True] * 9})

    asked = name_order_questions(rows.vstack(rows.head(1).with_columns(pl.lit("z").alias("file"), ~pl.last())))

    assert asked.get_column("reason").to_list() == ["2 rows of a", *(f"1 row of {file}" for file in "bcdefgh")]
    assert asked.item(0, "value") == "Rao Vikram"


@pytest.mark.parametrize(("last_name_first", "last"), [(None, None), (True, "John"), (False, "Smith")])
def test_letters_among_east_asian_signs_are_asked_about(last_name_first: bool | None, last: str | None) -> None:  # noqa: FBT001
    """A header in signs tells nothing of names in letters, and the answer about those nothing of names in signs."""
    said = {} if last_name_first is None else {"full_name": last_name_first}
    cleaned = run("佐川 恭子", "John Smith", header="氏名", setup=Setup(last_name_first=said))

    ready = cleaned.rows.filter(outcome="ready").select("First Name", "Last Name").rows()
    assert ready == [("恭子", "佐川"), *([] if last is None else [({"John": "Smith"}.get(last, "John"), last)])]


def test_points_part_a_name_in_an_order_of_its_own() -> None:
    """A foreign name written by its sound does not begin with its last name because others do."""
    waiting = run("佐川 恭子", "ジョン・スミス", header="氏名").rows.filter(outcome="waiting")

    assert waiting.get_column("source_row").to_list() == [3]


def test_addresses_that_speak_against_the_given_names() -> None:
    """Whether `smith.john` or `John Smith` is the other way round, nobody knows: it is asked."""
    text = "Name;E-mail\nJohn Smith;smith.john@orchardhill.com\nDavid Post;post.david@orchardhill.com\n"
    cleaned = clean(read_export(("hr.csv", text.encode())), today=TODAY)

    assert cleaned.findings.get_column("code").to_list().count("name_order_waits") == 2
