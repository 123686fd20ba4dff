from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.phases.deciding import judge_employment, leave_out
from keycafe_clean.pipeline import clean, prepare
from keycafe_clean.read import read_export
from tests.exports import SETUP, TODAY
from tests.phases.lines import BO, COLUMNS, YORK_OUT, cleaned, known, outcomes, reasons, someone
from tests.phases.stages import after, context_of, left_out

TERMINATED = ("leave_out", "Status", "Terminated", "no_longer_employed")
LAST_DAY = ("leave_out", "Last Day", "2026-08-31", "no_longer_employed")


def test_combine_certain_names_the_row_that_is_kept_and_why() -> None:
    """Of two rows of one person one is kept; the other names it, and the log says why."""
    state = after("combine_certain")
    combined = state.events.filter(pl.col("step") == "combine_certain")

    assert state.rows.get_column("combined_into").to_list() == [None, 0, None, None, None, None]
    assert combined.select("row_id", "cause", "other_row_id").rows() == [(1, "same_number_and_name", 0)]


@pytest.mark.parametrize(
    ("first", "last", "asked"),
    [
        ("", "Ng", ("First Name", "Ng", "row 2")),
        ("Jo", "", ("Last Name", "Jo", "row 2")),
        ("J.", "N.", ("First Name", "J. N.", "row 2")),
        ("Jo", "Ng", None),
    ],
)
def test_record_that_is_there_twice_is_asked_for_the_half_of_its_name(
    first: str, last: str, asked: tuple[str, ...] | None
) -> None:
    """Two equal rows are one; the one that is kept waits where both say only half of a name."""
    record = f"7,{first},{last},ng@example.com"
    export = read_export(("hr.csv", f"Employee ID,First Name,Last Name,Email\n{record}\n{record}".encode()))

    done = clean(export, today=TODAY)

    named = done.findings.filter(pl.col("code") == "combined_without_name")
    assert done.rows.get_column("outcome").to_list() == ["combined", "waiting" if asked else "ready"]
    assert named.select("row_id", "column", "value", "reason").rows() == ([(1, *asked)] if asked else [])


def test_open_name_of_a_combined_row_is_asked_about() -> None:
    """The kept row waits, since the name beside it may be the right one."""
    rows = ("7;Jose Prieto;jose.prieto@example.es", "7;José Luis Prieto;jose.prieto@example.es")
    export = read_export(("hr.csv", "\n".join(("Nº empleado;Nombre completo;Correo electrónico", *rows)).encode()))

    done = clean(export, today=TODAY)

    named = done.findings.filter(pl.col("code") == "combined_open_name")
    assert done.rows.get_column("outcome").to_list() == ["waiting", "combined"]
    assert named.select("row_id", "column", "value", "suggestion", "reason").rows() == [
        (0, "First Name", "José Luis Prieto", "José", "row 3"),
        (0, "Last Name", "José Luis Prieto", "Luis Prieto", "row 3"),
    ]


@pytest.mark.parametrize(
    ("hired", "asked"),
    [("", [(0, "Last Day", "2026-05-31", "row 3")]), ("2026-06-01", []), ("2020-01-01", [])],
)
def test_row_beside_one_that_has_ended_waits_where_dates_do_not_tell(
    hired: str, asked: list[tuple[int, str, str, str]]
) -> None:
    """Whoever works here by one row and has left by another one is asked about, unless their first days tell."""
    rows = (f"7,Jo,Ng,ng@example.com,Active,{hired},", "7,Jo,Ng,ng@example.com,Terminated,2020-01-01,2026-05-31")
    header = "Employee ID,First Name,Last Name,Email,Status,Start Date,Last Day"

    done = clean(read_export(("hr.csv", "\n".join((header, *rows)).encode())), today=TODAY)

    found = done.findings.filter(pl.col("code") == "left_or_active")
    assert found.select("row_id", "column", "value", "reason").rows() == asked


@pytest.mark.parametrize(("day_first", "combined"), [(True, None), (False, 0)])
def test_rehired_by_first_days_read_as_answered(*, day_first: bool, combined: int | None) -> None:
    """An ended job that began before the present one is the same person's; 5/3 is the day that the set-up says."""
    header = "Employee ID,First Name,Last Name,Email,Status,Start Date"
    rows = ("1,Jo,Ng,jo@example.com,Active,5/3/20", "2,Jo,Ng,jo@example.com,Terminated,4/4/20")
    export = read_export(("hr.csv", "\n".join((header, *rows)).encode()))

    done = clean(export, Setup(day_first={"start_date": day_first}), today=TODAY)

    assert done.rows.get_column("combined_into").to_list() == [None, combined]


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ({}, {4: TERMINATED, 5: LAST_DAY}),
        (
            {"rule": [{"column": "Department", "is": "Sales", "then": "leave_out"}]},
            {0: ("leave_out", "Department", "Department is Sales", "rule"), 4: TERMINATED, 5: LAST_DAY},
        ),
    ],
)
def test_leave_out_says_why(then: dict[str, object], expected: dict[int, tuple[str, ...]]) -> None:
    """Whoever has left, or whom a rule leaves out, has a reason; a rule goes before employment."""
    state = after("leave_out", Setup.model_validate({**SETUP.model_dump(by_alias=True), **then}))

    events = state.events.filter(pl.col("step") == "leave_out").select("row_id", "step", "column", "before", "cause")
    assert {row: said for row, *said in events.rows()} == {row: list(said) for row, said in expected.items()}
    assert left_out(state).get_column("row_id").to_list() == list(expected)


def test_leave_out_goes_by_the_day_of_the_run() -> None:
    """Who leaves at the end of August still works here in August."""
    assert left_out(after("leave_out", today=date(2026, 8, 31))).get_column("row_id").to_list() == [4]


def test_leave_out_alone_decides_nothing_else() -> None:
    """Leaving out alters no cell."""
    state = after("combine_certain")

    happened = leave_out(state, context_of()).events.tail(-state.events.height)

    assert set(happened.get_column("step")) == {"leave_out"}
    assert happened.get_column("after").null_count() == happened.height


@pytest.mark.parametrize(
    ("status", "hired", "other"),
    [
        ("Active", "2020-01-01", "Terminated"),
        ("On Leave", "2020-01-01", "Terminated"),
        ("Active", "2027-01-01", "Terminated"),
        ("Kaput", "2020-01-01", "Terminated"),
        ("Active", "2020-01-01", "Kaput"),
        ("On Leave", "2020-01-01", "Kaput"),
        ("Active", "2027-01-01", "Kaput"),
    ],
)
def test_row_of_who_works_here_is_kept(status: str, hired: str, other: str) -> None:
    """Of two rows of a person the one of who works here is kept, on leave and yet to start too, or else the unknown."""
    done = cleaned(
        f"Jana,Novak,jana@example.com,,0017,{status},{hired},Leeds",
        f"Jana,Novak,jana@example.com,,0017,{other},2020-01-01,Leeds",
        BO,
    )

    assert done.rows.get_column("combined_into").to_list() == [None, 0, None]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["ready", "left_out", "left_out"]),
        ({"include_on_leave": False}, ["left_out", "left_out", "left_out"]),
        ({"leave_out_starters": False}, ["ready", "ready", "left_out"]),
    ],
)
def test_setup_says_who_is_left_out_by_employment(settings: dict[str, object], expected: list[str]) -> None:
    """Whoever is on leave goes in unless the set-up says no, whoever starts later if it says so; who left never."""
    done = cleaned(
        "Jana,Novak,jana@example.com,,0017,On Leave,2020-01-01,Leeds",
        "Piotr,Lis,piotr@example.com,,0018,Active,2027-01-01,Leeds",
        "Omar,Haddad,omar@example.com,,0019,Terminated,2020-01-01,Leeds",
        BO,
        **settings,
    )

    assert outcomes(done)[:3] == expected


def test_first_reason_to_leave_somebody_out_is_given() -> None:
    """By hand goes before a rule, a rule before employment, and employment before being in Keycafe already."""
    names = ("Ana", "Eva", "Ida", "Ola")
    ended = [f"{name},Novak,{name.lower()}@example.com,,00{i},Terminated,,Leeds" for i, name in enumerate(names, 10)]
    york = [line.replace("Leeds", "York") for line in ended[:2]]
    active = ended[3].replace("Terminated", "Active")

    done = cleaned(
        *york,
        ended[2],
        active,
        BO,
        known=known(*((name, "Novak", f"{name.lower()}@example.com") for name in names)),
        decisions=Decisions().with_answer("leave_out", someone("ana@example.com")),
        rule=[YORK_OUT],
    )

    assert reasons(done) == [
        "left out by hand",
        "Site is York",
        "no longer employed (Status Terminated)",
        "already in Keycafe (the list: the same address, 'Ola Novak')",
        None,
    ]


@pytest.mark.parametrize(
    ("condition", "others", "is_left_out"),
    [
        ({"before": "2020-04-04"}, "2021-01-01", True),
        ({"before": "2020-04-03"}, "2021-01-01", False),
        ({"after": "2020-04-02"}, "2019-01-01", True),
        ({"after": "2020-04-03"}, "2019-01-01", False),
        ({"before": "2020-03-05"}, "12/31/2021", True),
        ({"before": "2020-03-04"}, "12/31/2021", False),
        ({"before": "2020-04-04"}, "31/12/2021", True),
    ],
)
def test_rule_about_days(condition: dict[str, str], others: str, *, is_left_out: bool) -> None:
    """The third of April is written day first unless the other dates of its column tell otherwise."""
    done = cleaned(
        "Jana,Novak,jana@example.com,,0017,Active,03/04/2020,Leeds",
        f"Piotr,Lis,piotr@example.com,,0018,Active,{others},Leeds",
        rule=[{"column": "Hired", "then": "leave_out", **condition}],
    )

    assert outcomes(done) == ["left_out" if is_left_out else "ready", "ready"]


def test_rules_about_the_days_of_two_columns() -> None:
    """Each rule compares the days of its own column."""
    done = cleaned(
        "Jana,Novak,jana@example.com,2020-01-01,0017,Active,2021-01-01,Leeds",
        "Piotr,Lis,piotr@example.com,2021-01-01,0018,Active,2020-01-01,Leeds",
        "Eva,Brandt,eva@example.com,2021-01-01,0019,Active,2021-01-01,Leeds",
        rule=[
            {"column": "Fob", "before": "2020-06-01", "then": "leave_out"},
            {"column": "Hired", "before": "2020-06-01", "then": "leave_out"},
        ],
    )

    assert reasons(done) == [
        "Fob is before 2020-06-01",
        "Hired is before 2020-06-01",
        None,
    ]


def test_reason_names_the_column_that_told() -> None:
    """Where two columns tell who works here, the reason names the one that did, as the file calls it."""
    done = cleaned(
        "Jana,Novak,jana@example.com,,0017,,Terminated,Leeds",
        "Piotr,Lis,piotr@example.com,,0018,Terminated,,Leeds",
        "Eva,Brandt,eva@example.com,,0019,Active,Active,Leeds",
        columns={**COLUMNS, "status": ["Status", "Hired"], "start_date": []},
    )

    assert reasons(done) == [
        "no longer employed (Hired Terminated)",
        "no longer employed (Status Terminated)",
        None,
    ]


@pytest.mark.parametrize(
    ("status", "is_active"),
    [("Active", True), ("On Leave", True), ("Future Start", True), ("Terminated", False), ("Blue", None)],
)
def test_whoever_is_away_is_active(status: str, *, is_active: bool | None) -> None:
    """Whoever is on leave or starts later is the active row of a person; of an unknown status nobody can say."""
    export = read_export(
        ("hr.csv", f"First Name,Last Name,Email,Status\nJana,Novak,jana@example.com,{status}\n".encode())
    )
    prepared = prepare(export, Setup(columns={"status": ("Status",)}))

    judged = judge_employment(prepared.state, replace(context_of(), setup=prepared.setup))

    assert judged.rows.get_column("is_active").to_list() == [is_active]


@pytest.mark.parametrize(
    ("copies", "reason"),
    [(("a.csv", "a.csv", "a.csv"), "row 2"), (("a.csv", "b.csv"), "row 2 of a.csv"), (("a.csv",) * 4, "row 2")],
)
def test_combined_row_is_named_as_the_files_need_it(copies: tuple[str, ...], reason: str) -> None:
    """The first of the rows combined is told, with its file where there are several."""
    head, record = "Employee ID,First Name,Last Name,Email", "7,,Ng,ng@example.com"
    texts = {name: "\n".join([head, *[record] * copies.count(name)]) for name in copies}
    files = [(name, (text + "\n" * place).encode()) for place, (name, text) in enumerate(texts.items())]

    done = clean(read_export(*files), today=TODAY)

    named = done.findings.filter(pl.col("code") == "combined_without_name")
    assert named.select("row_id", "reason").rows() == [(len(copies) - 1, reason)]
