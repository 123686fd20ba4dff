from datetime import date
from pathlib import Path
from random import Random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.decisions import DECISIONS, KINDS, Decisions, Made
from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError

JANA = dict(zip(WHO, ("17", "jana@example.com", "Jana Novak", None), strict=True))
PIOTR = dict(zip(WHO, (None, None, "Piotr Lis", "2026-11-01"), strict=True))

ODD = st.sampled_from(['"', '""', ",", "\r", "\n", "\r\n", " ", "=1+1", "00042", "\ufeff", "null", "#", "'"])
CELL = st.none() | st.text(min_size=1, max_size=6) | ODD
LINE = st.fixed_dictionaries(
    dict.fromkeys(DECISIONS, CELL)
    | {"kind": st.sampled_from(KINDS), "column": st.none() | st.sampled_from(IMPORT_COLUMNS)}
)


def read(folder: Path, content: str | bytes) -> Decisions:
    """Read a decisions file with this content."""
    path = folder / "decisions.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Decisions.read(path)


@given(st.lists(LINE, max_size=5))
def test_csv_gives_the_decisions_back(tmp_path_factory: pytest.TempPathFactory, lines: list[dict[str, str]]) -> None:
    """Decisions are the same after a round trip through their file, whatever stands in their cells."""
    decisions = Decisions(pl.DataFrame(lines, schema=DECISIONS))

    assert read(tmp_path_factory.mktemp("job"), decisions.to_csv()) == decisions


@given(st.lists(LINE, max_size=5), st.randoms())
def test_csv_does_not_depend_on_order(lines: list[dict[str, str]], random: Random) -> None:
    """The same decisions are equal and give the same file, in whatever order they were made."""
    one, other = (Decisions(pl.DataFrame(o, schema=DECISIONS)) for o in (lines, random.sample(lines, len(lines))))

    assert one == other
    assert one.to_csv() == other.to_csv()


def test_csv_with_semicolons(tmp_path: Path) -> None:
    """A spreadsheet of half of Europe writes them; commas in cells are none of columns."""
    made = Decisions().with_edit(JANA, "Last Name", seen="Novak, Dr.", value="Novak")
    saved = made.to_csv().replace('","', '";"')

    assert read(tmp_path, saved) == made


def test_csv_of_nothing() -> None:
    """No decisions are a header alone, quoted as every cell is."""
    assert Decisions().to_csv() == (
        '"kind","employee_id","email","name","start_date","column","seen","value","other_employee_id","other_email",'
        '"other_name","other_start_date","id","by","on","export","row","other_export","other_row"\r\n'
    )


def test_csv_runs_nothing(tmp_path: Path) -> None:
    """What a spreadsheet would take for a formula is marked and quoted in every column, and read without the mark."""
    who = {"employee_id": "=1", "email": "@x", "name": "'=1", "start_date": "x;=1"}
    decisions = Decisions().with_edit(who, "Badge Code", seen="+44", value="＝1")

    line = decisions.to_csv().splitlines()[1]

    assert line.startswith('"edit","\'=1","\'@x","\'\'=1","x;\'=1","Badge Code","\'+44","\'＝1","","","","",')
    assert read(tmp_path, decisions.to_csv()) == decisions


def test_csv_of_an_earlier_version(tmp_path: Path) -> None:
    """A file whose cells have neither quotes nor marks is read as it is."""
    line = "edit,=1,@x,O'Neill,,Badge Code,+44,-5,,,,"

    decisions = read(tmp_path, f"{EARLIER}\r\n{line}\r\n")

    assert decisions.lines.row(0)[:12] == tuple(cell or None for cell in line.split(","))
    assert decisions.lines.select("by", "on").row(0) == (None, None)


def test_equal_decisions() -> None:
    """Decisions with the same lines are equal, and equal to nothing else."""
    edited = Decisions().with_edit(JANA, "Badge Code", seen="1", value="2")

    assert {edited} == {Decisions(edited.lines.clone())}
    assert edited not in (Decisions(), edited.lines.height)


def test_with_edit() -> None:
    """An edit is a line with the person, the cell it saw and the new one; the earlier decisions stay as they were."""
    before = Decisions()

    after = before.with_edit(JANA, "Badge Code", seen="1", value="2")

    assert after.lines.row(0)[:8] == ("edit", "17", "jana@example.com", "Jana Novak", None, "Badge Code", "1", "2")
    assert before.lines.is_empty()


def test_with_edit_again() -> None:
    """A later edit of the same cell replaces the earlier one; edits of other cells and people stay."""
    of_piotr = Decisions().with_edit(PIOTR, "Badge Code", seen="1", value="2")
    of_both = of_piotr.with_edit(JANA, "Badge Code", seen="1", value="2")

    of_name = of_both.with_edit(JANA, "First Name", seen="J", value="Jana")
    edited = of_name.with_edit(JANA, "Badge Code", seen="1", value="3")

    assert edited.lines.select("name", "column", "value").rows() == [
        ("Piotr Lis", "Badge Code", "2"),
        ("Jana Novak", "Badge Code", "3"),
        ("Jana Novak", "First Name", "Jana"),
    ]


def test_decision_says_by_whom_and_when() -> None:
    """Who made a decision, and on which day, stands in its line."""
    decided = Decisions().with_answer("leave_out", JANA, made=Made("mira", date(2026, 11, 3)))

    assert decided.lines.select("by", "on").row(0) == ("mira", "2026-11-03")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Decisions().with_edit(JANA, "Badge Code", seen="5", value="6"), True),
        (Decisions().with_edit(JANA, "First Name", seen="1", value="2"), False),
        (Decisions().with_edit(PIOTR, "Badge Code", seen="1", value="2"), False),
        (Decisions().with_answer("right", JANA, "Badge Code", "1"), False),
    ],
)
def test_id_names_what_a_decision_is_about(other: Decisions, *, same: bool) -> None:
    """The id is made of the kind, the person and the cell: not of what was decided, nor by whom."""
    decided = Decisions().with_edit(JANA, "Badge Code", seen="1", value="2", made=Made("mira", date(2026, 11, 3)))

    assert (decided.lines.item(0, "id") == other.lines.item(0, "id")) is same


def test_decisions_are_sorted_when_made() -> None:
    """Whatever is decided first, the lines have one order, and a line that is there twice stands once."""
    lines = Decisions().with_answer("leave_out", PIOTR).with_answer("leave_out", JANA).lines

    assert lines.get_column("name").to_list() == ["Piotr Lis", "Jana Novak"]
    assert Decisions(pl.concat([lines.reverse(), lines])) == Decisions(lines)


@pytest.mark.parametrize(
    ("export", "row", "lines"),
    [("0a", "2", 1), ("0a", "3", 2), ("0b", "3", 1), (None, None, 1)],
)
def test_with_edit_of_somebody_alike(export: str | None, row: str | None, lines: int) -> None:
    """Who has the same cells in another row of one export is somebody else; in another export, the same person."""
    before = Decisions().with_edit({**JANA, "export": "0a", "row": "2"}, "Badge Code", seen="1", value="2")

    after = before.with_edit({**JANA, "export": export, "row": row}, "Badge Code", seen="1", value="3")

    assert after.lines.height == after.lines.get_column("id").n_unique() == lines


@pytest.mark.parametrize("row", ["4", "5"])
def test_with_pair_of_people_alike(row: str) -> None:
    """Pairs are told apart by the rows of both people, in whichever order they are named."""
    twice = {**JANA, "export": "0a", "row": "2"}
    before = Decisions().with_pair("two_people", twice, {**PIOTR, "export": "0a", "row": "4"})

    after = before.with_pair("same_person", {**PIOTR, "export": "0a", "row": row}, twice)

    assert after.lines.get_column("kind").to_list() == (
        ["same_person"] if row == "4" else ["same_person", "two_people"]
    )


def test_with_edit_to_nothing() -> None:
    """An edit that empties a cell makes it blank, as every empty cell is."""
    edited = Decisions().with_edit({**JANA, "start_date": ""}, "Badge Code", seen="1", value="")

    assert edited.lines.select("value", "start_date").row(0) == (None, None)


@pytest.mark.parametrize(("one", "two"), [(JANA, PIOTR), (PIOTR, JANA)])
def test_with_pair_again(one: dict[str, str | None], two: dict[str, str | None]) -> None:
    """A later answer about two people replaces the earlier one, whoever is named first."""
    answered = Decisions().with_pair("two_people", JANA, PIOTR).with_pair("same_person", one, two)

    assert answered.lines.select("kind", "name", "other_name").rows() == [("same_person", "Piotr Lis", "Jana Novak")]


def test_with_pair_of_three() -> None:
    """Answers about different pairs stand beside each other."""
    pia = {**PIOTR, "name": "Pia Lis"}

    answered = Decisions().with_pair("two_people", JANA, PIOTR).with_pair("two_people", JANA, pia)

    assert answered.lines.height == 2


def test_with_answer_again() -> None:
    """The same answer about the same cell stands once; another answer about it stands beside it."""
    answered = Decisions().with_answer("right", JANA, "First Name", "J").with_answer("right", JANA, "First Name", "Jay")

    assert answered.with_answer("leave_out", JANA).lines.select("kind", "column", "seen").rows() == [
        ("leave_out", None, None),
        ("right", "First Name", "Jay"),
    ]


def test_file_saved_by_a_spreadsheet(tmp_path: Path) -> None:
    """A byte order mark, other line ends, quotes around every cell and columns of one's own do no harm."""
    header, cells = list(DECISIONS), ["leave_out", "", "jana@example.com", *[""] * (len(DECISIONS) - 3)]
    table = [[*header, "note"], [*cells, "gone"]]
    content = "\n".join(",".join(f'"{cell}"' for cell in line) for line in table)

    decisions = read(tmp_path, b"\xef\xbb\xbf" + content.encode())

    assert decisions == Decisions().with_answer("leave_out", {"email": "jana@example.com"})


def test_a_decision_is_taken_back_by_its_id() -> None:
    """The others stay; what is not there cannot be taken back."""
    one = Decisions().with_answer("leave_out", JANA)
    both = one.with_answer("leave_out", PIOTR)
    (added,) = set(both.lines.get_column("id")) - set(one.lines.get_column("id"))

    assert both.without(added) == one
    assert both.without("nothing") == both


HEADER = ",".join(DECISIONS)
EARLIER = ",".join(list(DECISIONS)[:12])
BLANK = "," * (len(DECISIONS) - 1)
NO_TABLE = "is not a table of decisions. Use the decisions.csv that a run wrote."
KIND_MUST = "It must be one of edit, right, leave_out, same_person, two_people."
COLUMN_MUST = f"It must be one of {', '.join(IMPORT_COLUMNS)}."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("kind,email\r\nedit,x\r\n", "has no column 'employee_id'. Use the decisions.csv that a run wrote."),
        ("", NO_TABLE),
        (f"{HEADER}\na,b{BLANK},c", NO_TABLE),
        (b"kind\n\xff", NO_TABLE),
        (f"{HEADER}\nfire{BLANK}", f"has 'fire' in its column 'kind'. {KIND_MUST}"),
        (f"{HEADER}\n{BLANK}", f"has '' in its column 'kind'. {KIND_MUST}"),
        (f"{HEADER}\nedit,,,,,Salary{BLANK[5:]}", f"has 'Salary' in its column 'column'. {COLUMN_MUST}"),
    ],
)
def test_other_file(tmp_path: Path, content: str | bytes, message: str) -> None:
    """A file that no run wrote is refused, with what is wrong and what to use."""
    with pytest.raises(SetupError) as stopped:
        read(tmp_path, content)

    assert str(stopped.value) == f"decisions.csv {message}"


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(SetupError) as stopped:
        Decisions.read(tmp_path / "decisions.csv")

    assert str(stopped.value) == (
        "decisions.csv cannot be opened: No such file or directory. Check the name and the folder."
    )
