"""`clean()` as a whole: properties over small exports of every kind of dirt, and what decisions do."""

import io

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.check import check_import_file
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.known.lists import known_people
from keycafe_clean.match.known import KNOWN
from keycafe_clean.outcomes import OUTCOMES
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write import run_files
from tests.exports import HEADER, SETUP, TODAY, Record, cleaned_of, export_of, numbered, records
from tests.shared import SHARED, needs_shared

#: A clean costs a hundred times what a property of one cell does; an example has up to twenty-five rows.
few_examples = settings(max_examples=2)

JANA = ("001", "Jana", "Novak", "jana@example.com", "Active", "", "Sales")
EVA = ("002", "Eva", "Brandt", "eva@example.com", "Active", "", "Fleet")
KEN = ("003", "Ken", "Ito", "ken@example.com", "Active", "", "Sales")


def import_file(cleaned: Cleaned) -> bytes:
    """Get the bytes of this month's import file; nobody ready: none."""
    contents = run_files(cleaned, plan_imports(cleaned)).values()
    return b"".join(content.data for content in contents if content.is_import)


def with_cells(people: list[Record], column: str, cells: list[str]) -> list[Record]:
    """Get the records with other cells in a column."""
    place = HEADER.index(column)
    return [(*person[:place], cell, *person[place + 1 :]) for person, cell in zip(people, cells, strict=True)]


def outcome_of(cleaned: Cleaned, row_id: int) -> str:
    """Get the outcome of a row."""
    return str(cleaned.rows.row(row_id, named=True)["outcome"])


def who(cleaned: Cleaned, row_id: int) -> dict[str, str | None]:
    """Get who the person of a row is, as decisions name them."""
    cells = cleaned.who.filter(pl.col("row_id") == row_id).row(0, named=True)
    return {cell: cells[cell] for cell in ("employee_id", "email", "name", "start_date")}


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("Comments", "left the company", "left_note"),
        ("Department", "Shared Mailboxes", "account_kind"),
        ("Last Working Day", "31.02.2026", "exit_date_text"),
        ("Account Type", "Service account", "account_type"),
    ],
)
def test_doubt_about_a_row_reaches_its_outcome(header: str, cell: str, code: str) -> None:
    """Whatever phase doubts, exactly that row waits, and says why."""
    lines = (
        f"Number,First Name,Last Name,Email,{header}",
        "1,Jana,Novak,jana@acme.com,",
        f"2,Ken,Ito,ken@acme.com,{cell}",
    )
    done = clean(read_export(("a.csv", "\n".join(lines).encode())), today=TODAY)

    assert done.rows.get_column("outcome").to_list() == ["ready", "waiting"]
    assert code in done.findings.filter(pl.col("row_id") == 1).get_column("code")


def test_setup_of_a_file_with_other_columns() -> None:
    """A job knows columns of other months, which this export need not have: of a status, of a type of account."""
    before = read_export(
        ("a.csv", b"First Name,Last Name,Email,Status,Account Type\nJana,Novak,j@acme.com,Active,User\n")
    )
    now = read_export(("b.csv", b"First Name,Last Name,Email\nJana,Novak,j@acme.com\n"))
    told = clean(before, Setup.parsed(b"[columns]\naccount_type = 'Account Type'\n", "setup.toml"), today=TODAY).setup

    assert clean(now, told.model_copy(update={"columns": {}}), today=TODAY).counts["ready"] == 1


@few_examples
@given(records)
def test_every_row_read_has_one_outcome(people: list[Record]) -> None:
    """Rows read = ready + waiting + combined + left out + not people, on row ids, each exactly once."""
    cleaned = cleaned_of(people)

    counts = cleaned.counts
    assert cleaned.rows.get_column("row_id").to_list() == list(range(len(people)))
    assert counts["rows_read"] == sum(counts[outcome] for outcome in OUTCOMES) == len(people)


@few_examples
@given(records)
def test_same_export_gives_the_same_bytes(people: list[Record]) -> None:
    """Nothing but the arguments decides: cleaning twice gives the same files."""
    one, two = cleaned_of(people), cleaned_of(people)

    assert run_files(one, plan_imports(one)) == run_files(two, plan_imports(two))


@few_examples
@given(records)
def test_import_file_is_safe(people: list[Record]) -> None:
    """Whatever is ready passes the check of the import file."""
    cleaned = cleaned_of(people)

    data = import_file(cleaned)
    assert not data or check_import_file(data, "staff.csv").is_fine


@few_examples
@given(records.map(numbered), st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(people: list[Record], chance: object) -> None:
    """Where nobody is another's double, each person has the same cells and outcome wherever the row stands."""
    shuffled = sorted(people, key=lambda _: chance.random())  # type: ignore[attr-defined]

    cells = ["First Name", "Last Name", "Email Address", "user_type", "outcome"]
    there = cleaned_of(people).rows.select(cells).sort("Last Name")
    assert_frame_equal(cleaned_of(shuffled).rows.select(cells).sort("Last Name"), there)


@few_examples
@given(records, st.permutations(range(len(HEADER))))
def test_order_of_columns_does_not_matter(people: list[Record], order: list[int]) -> None:
    """The same cells under the same headers give the same rows, findings and changes."""
    turned = [tuple(person[place] for place in order) for person in people]
    export = export_of(turned, tuple(HEADER[place] for place in order))

    there, here = cleaned_of(people), clean(export, SETUP, today=TODAY)

    assert_frame_equal(here.rows, there.rows)
    assert_frame_equal(here.changes, there.changes)


@few_examples
@given(records.map(numbered))
def test_cleaning_what_is_clean_changes_nothing(people: list[Record]) -> None:
    """An import file that is read back gives itself, without a change, an open question or a fix."""
    data = import_file(cleaned_of(people))
    if not data:
        return

    again = clean(read_export(("import.csv", data)), today=TODAY)

    assert again.changes.is_empty()
    assert set(again.findings.get_column("severity")) <= {"note"}
    assert import_file(again) == data


@few_examples
@given(records)
def test_changes_are_the_altered_cells_and_nothing_else(people: list[Record]) -> None:
    """Every name and address that is not as it was read is listed once, with both values, and no other cell is."""
    cleaned = cleaned_of(people)
    columns = {"First Name": "First Name", "Last Name": "Last Name", "Email Address": "Email"}

    cells = cleaned.export.sources[0].cells.select(columns.values()).rename({v: k for k, v in columns.items()})
    read = cells.with_row_index("row_id").unpivot(index="row_id", variable_name="column", value_name="before")
    now = cleaned.rows.unpivot(list(columns), index="row_id", variable_name="column", value_name="after")
    is_person = cleaned.rows.filter(pl.col("outcome") != "not_people").select("row_id")
    altered = read.join(now, on=["row_id", "column"]).join(is_person, on="row_id", how="semi")
    altered = altered.filter(pl.col("before").ne_missing(pl.col("after")))
    listed = cleaned.changes.filter(pl.col("row_id").is_not_null(), pl.col("column").is_in(list(columns)))

    assert_frame_equal(listed.select(altered.columns), altered, check_row_order=False)


@few_examples
@given(records.map(numbered), st.data())
def test_broken_row_blocks_nobody_else(people: list[Record], data: st.DataObject) -> None:
    """When one person's address breaks, everybody else has the same outcome and cells as before."""
    broken = data.draw(st.integers(0, len(people) - 1))
    addresses = [person[3] if place != broken else "no address" for place, person in enumerate(people)]

    before, after = cleaned_of(people), cleaned_of(with_cells(people, "Email", addresses))

    others = pl.col("row_id") != broken
    assert_frame_equal(after.rows.filter(others), before.rows.filter(others))


def test_edit_holds_as_long_as_the_cell_is_the_one_it_saw() -> None:
    """A broken address is repaired by an edit; next month's other cell is left, and both values are reported."""
    people = [JANA, (*EVA[:3], "eva at home", *EVA[4:])]
    first = cleaned_of(people)
    edits = Decisions().with_edit(who(first, 1), "Email Address", seen="eva at home", value="eva@example.com")

    now = cleaned_of(people, decisions=edits)
    later = cleaned_of([JANA, (*EVA[:3], "eva.new at home", *EVA[4:])], decisions=edits)

    assert [outcome_of(cleaned, 1) for cleaned in (first, now, later)] == ["waiting", "ready", "waiting"]
    assert now.rows.item(1, "Email Address") == "eva@example.com"
    assert "edit_outdated" in later.findings.get_column("code")


@pytest.mark.parametrize(("answer", "outcome"), [("same_person", "combined"), ("two_people", "ready")])
def test_answer_about_two_rows_decides(answer: str, outcome: str) -> None:
    """Who may be one person waits; answered as the same it is combined, answered as two people both go in."""
    people = [JANA, KEN, ("", "Jana", "Novak", "jana.novak@example.org", "Active", "", "Sales")]
    asked = cleaned_of(people)
    decided = Decisions().with_pair(answer, who(asked, 0), who(asked, 2))

    answered = cleaned_of(people, decisions=decided)

    assert sorted(outcome_of(asked, row) for row in (0, 2)) == ["ready", "waiting"]
    assert sorted(outcome_of(answered, row) for row in (0, 2)) == sorted(["ready", outcome])


def test_decisions_hold_for_another_month() -> None:
    """The same set-up and decisions on an export with more people, in another order: the same people are decided."""
    people = [JANA, (*EVA[:3], "eva at home", *EVA[4:]), KEN]
    november = cleaned_of(people)
    decided = (
        Decisions()
        .with_edit(who(november, 1), "Email Address", seen="eva at home", value="eva@example.com")
        .with_answer("leave_out", who(november, 2))
    )

    new = ("009", "Ola", "Nilsson", "ola@example.com", "Active", "", "Fleet")
    december = cleaned_of([people[2], new, people[1], people[0]], november.setup, decided)

    assert december.rows.get_column("outcome").to_list() == ["left_out", "ready", "ready", "ready"]
    assert december.rows.item(2, "Email Address") == "eva@example.com"


def test_decision_about_somebody_who_left_is_a_note() -> None:
    """A decision that fits nobody is said, and stops nothing."""
    edits = Decisions().with_edit(
        {"employee_id": "777", "email": None, "name": "Max Gone", "start_date": None},
        "First Name",
        seen="M",
        value="Max",
    )

    cleaned = cleaned_of([JANA, EVA], decisions=edits)

    assert cleaned.findings.get_column("code").to_list() == ["decision_nobody"]
    assert cleaned.counts["ready"] == 2


def test_known_people_are_left_out() -> None:
    """Whoever is in Keycafe already is left out, by address and name; a namesake of the address is not."""
    known = pl.DataFrame(
        {"First Name": ["JANA", "Otto"], "Last Name": ["Novak", "Other"], "Email Address": [JANA[3].upper(), EVA[3]]}
    )

    cleaned = clean(export_of([JANA, EVA, KEN]), SETUP, today=TODAY, known=known)

    assert outcome_of(cleaned, 0) == "left_out"
    assert cleaned.rows.item(0, "reason") == "in_keycafe"
    assert outcome_of(cleaned, 2) == "ready"


def test_pairs_computed_before_give_the_same_result() -> None:
    """An empty frame of pairs means that nobody is asked about."""
    people = [JANA, KEN, ("", "Jana", "Novak", "jana.novak@example.org", "Active", "", "Sales")]
    pairs = {"left_row_id": pl.UInt32, "right_row_id": pl.UInt32, "score": pl.Float64, "reason": pl.String}

    cleaned = clean(export_of(people), SETUP, today=TODAY, pairs=pl.DataFrame(schema=pairs))

    assert cleaned.counts["ready"] == 3


@needs_shared
@pytest.mark.parametrize("column", HEADER)
def test_naughty_strings_are_data(column: str) -> None:
    """Whatever stands in a column: every row has an outcome, and the import file is one that Keycafe takes."""
    lines = (SHARED / "data" / "nasty" / "blns.txt").read_text(encoding="utf-8").splitlines()
    strings = [line.replace("\0", "") for line in lines if line and not line.startswith("#")]
    addressed = with_cells(numbered([JANA] * len(strings)), "Email", [f"p{n}@example.com" for n in range(len(strings))])

    cleaned = cleaned_of(with_cells(addressed, column, strings))

    data = import_file(cleaned)
    assert cleaned.counts["rows_read"] == len(strings)
    assert all(check_import_file(part, "staff.csv").is_fine for part in ([data] if data else []))
    assert pl.read_csv(io.BytesIO(data), infer_schema=False).columns == list(IMPORT_COLUMNS)


def test_counts_and_users() -> None:
    """Every outcome is counted, those that nobody has too; users are the ready rows of a type."""
    keyless = ("004", "Ida", "Holm", "", "Active", "", "Sales")

    cleaned = cleaned_of([JANA, EVA, keyless, (*KEN[:3], "ken at home", *KEN[4:])])

    assert cleaned.counts == {
        "rows_read": 4,
        "ready": 3,
        "waiting": 1,
        "combined": 0,
        "left_out": 0,
        "not_people": 0,
    }
    assert (cleaned.users("full_user"), cleaned.users("smartbox_user")) == (2, 1)


def test_cell_as_read() -> None:
    """A cell is given as the export has it, of the row that is asked about; blank or of no column it is null."""
    cleaned = cleaned_of([JANA, ("002", "EVA", "Brandt", "", "Active", "", "Fleet")])

    cells = [
        cleaned.cell_as_read(row, column)
        for row, column in [(0, "First Name"), (1, "First Name"), (1, "Email Address"), (1, "Badge Code")]
    ]

    assert cells == ["Jana", "EVA", None, None]


def test_cells_as_read() -> None:
    """Rows are given as asked for, under the headers of the export; columns that nothing uses stay out."""
    lines = "First Name,Last Name,Email,Salary\nJana,NOVAK,jana@example.com,1\nEva,Brandt,eva@example.com,2\n"
    cleaned = clean(read_export(("staff.csv", lines.encode())), today=TODAY)

    cells = cleaned.cells_as_read(pl.Series([1, 0, 1], dtype=pl.UInt32))

    assert cells.columns == ["First Name", "Last Name", "Email"]
    assert cells.get_column("Last Name").to_list() == ["Brandt", "NOVAK", "Brandt"]


def test_cells_of_two_files() -> None:
    """Of each file the columns that it uses itself are given: what another file uses may be private here."""
    one = "First Name,Last Name,Email,Nickname\nJana,Novak,jana@example.com,Jay\n"
    two = "Nickname,Surname,Mail\nEva,Brandt,eva@example.com\n"
    columns = {"First Name": "Nickname", "Last Name": "Surname", "Email Address": "Mail"}
    setup = Setup.model_validate({"source": [{"headers": ["Nickname", "Surname", "Mail"], "columns": columns}]})
    cleaned = clean(read_export(("one.csv", one.encode()), ("two.csv", two.encode())), setup, today=TODAY)

    cells = cleaned.cells_as_read(pl.Series([0, 1], dtype=pl.UInt32))

    assert cells.get_column("Nickname").to_list() == [None, "Eva"]


def test_findings_are_in_the_order_of_the_rows() -> None:
    """What is said of a whole file comes first, then what is said of each row, from the first to the last."""
    lines = (
        "First Name,Last Name,Email,Door Badge",
        "Jana,Novak,jana@example.com,17",
        "Eva,Brandt,eva at home,18",
        "Ken,Ito,,19",
        "Ola,Nilsson,ola at home,20",
    )
    gone = {"employee_id": None, "email": "gone@example.com", "name": None, "start_date": None}
    decided = Decisions().with_answer("leave_out", gone)

    cleaned = clean(read_export(("staff.csv", "\n".join(lines).encode())), decisions=decided, today=TODAY)

    of_file, of_rows = cleaned.findings.filter(pl.col("row_id").is_null()), cleaned.findings.drop_nulls("row_id")
    assert cleaned.findings.equals(pl.concat([of_file, of_rows.sort("row_id", maintain_order=True)]))
    assert "decision_nobody" in of_file.get_column("code")
    assert {1, 2, 3} <= set(of_rows.get_column("row_id"))


def test_known_people() -> None:
    """People of a list are tidied as those of an export are; a line that names nobody is kept as unread."""
    lines = ("First Name,Last Name,Email,Department", " JANA ,NOVAK,Jana@Example.com,Sales", ",,,Fleet", "Total: 2,,,")

    people = known_people(read_export(("list.csv", "\n".join(lines).encode())))

    assert people.select(*KNOWN, "list_doubt").rows() == [
        ("Jana", "Novak", "jana@example.com", None),
        (None, None, None, "unread"),
    ]


def test_known_people_of_bare_addresses() -> None:
    """A list of addresses alone will do."""
    people = known_people(read_export(("list.csv", b"E-mail\njana@example.com\neva@example.com\n")))

    assert people.select(KNOWN).rows() == [(None, None, "jana@example.com"), (None, None, "eva@example.com")]
