from datetime import date

import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.join import join_files
from keycafe_clean.month_report.sections import changes, duplicates, findings, limit, way
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from tests.regenerate_samples import SAMPLES, cleaned_sample, samples

HEADER = b"Employee ID,First Name,Last Name,Email,Status,Start Date\n"
ANN = b"1,Ann,Lee,ann.lee@example.com,Active,2020-01-01\n"
BOB = b"2,BOB,RAY,bob.ray@example.com,Active,2021-02-01\n"
CY = b"3,Cy,Orr,cy.orr@example,Active,2022-03-01\n"
GONE = b"4,Dan,Fox,dan.fox@example.com,Terminated,2019-04-01\n"
TWIN = b"5,Ann,Lee,a.lee@example.org,Active,2020-01-01\n"


def cleaned_of(*people: bytes) -> Cleaned:
    """Clean an export with these people."""
    return clean(read_export(("hr.csv", b"".join([HEADER, *people]))), today=date(2026, 11, 3))


def test_way_takes_away_line_by_line() -> None:
    """Each bar begins where the rows end that are left; where nobody is, there is no line."""
    cleaned = cleaned_of(ANN, ANN, b",,,,,\n", GONE, CY, BOB)

    shown = way(cleaned, plan_imports(cleaned), with_names=False)

    assert [(*line.cells, *((it.start, it.length) for it in line.parts)) for line in shown.lines] == [
        ("Rows read", "", "6", (0, 6)),
        ("Not people", "blank line", "1", (5, 1)),
        ("Combined with another row", "same employee number and name", "1", (4, 1)),
        ("Left out", "no longer employed", "1", (3, 1)),
        ("Waiting for you", "", "1", (2, 1)),
        ("Ready", "", "2", (0, 2)),
        ("Ready, in this month's file", "", "2", (0, 2)),
    ]


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name)
def test_way_adds_up(sample: object) -> None:
    """Whatever is taken away from the rows read leaves those that are ready, and these the months of the plan."""
    cleaned = cleaned_sample(sample)  # type: ignore[arg-type]
    lines = way(cleaned, plan_imports(cleaned), with_names=False).lines
    rows = {line.cells[0]: int(line.cells[2].replace(",", "")) for line in lines if line.cells[0]}
    ready = [place for place, line in enumerate(lines) if line.cells[0] == "Ready"]
    before = lines[: ready[0]] if ready else lines
    taken = [part for line in before for part in line.parts if part.kind in ("out", "waits")]

    assert rows["Rows read"] - sum(it.length for it in taken) == rows.get("Ready", 0)
    assert taken == [] or min(it.start for it in taken) == rows.get("Ready", 0)


def test_months_against_the_limit() -> None:
    """What was used before, this file behind it, and the forecast, each of one limit."""
    cleaned = cleaned_of(ANN, BOB)
    shown = limit(cleaned, plan_imports(cleaned, used=999), {})

    assert shown.total == 1_000
    assert [(line.cells, [(it.start, it.length, it.kind) for it in line.parts]) for line in shown.lines] == [
        (("November 2026", "999", "1"), [(0, 999, "out"), (999, 1, "in")]),
        (("December 2026", "", "1"), [(0, 1, "later")]),
    ]


def test_months_before_have_what_was_used_beside_the_job_too() -> None:
    """The bar of a month that went over the limit is as long as the others' scale."""
    setup = Setup.model_validate({"used": {"2026-10": 1_100}})
    cleaned = clean(read_export(("hr.csv", HEADER + ANN)), setup, today=date(2026, 11, 3))

    shown = limit(cleaned, plan_imports(cleaned), {"2026-09": 4, "2026-10": 12, "2026-11": 7})

    assert shown.total == 1_112
    assert [line.cells for line in shown.lines] == [
        ("September 2026", "0", "4"),
        ("October 2026", "1,100", "12"),
        ("November 2026", "0", "1"),
    ]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([CY], "1 row waits for you, in no month of these yet, and needs a place too."),
        (
            [CY, CY.replace(b"3,Cy,Orr,cy", b"6,Eva,Poe,eva")],
            "2 rows wait for you, in no month of these yet, and need places too.",
        ),
    ],
)
def test_whoever_waits_is_in_no_forecast(people: list[bytes], said: str) -> None:
    """That everybody is in by a month is true of whoever is ready."""
    cleaned = cleaned_of(ANN, BOB, *people)

    assert limit(cleaned, plan_imports(cleaned, used=999), {}).sentences[-2:] == (
        "Everybody who is ready is in by December 2026; with 250 a month by December 2026.",
        said,
    )


@pytest.mark.parametrize(("people", "used"), [([ANN, BOB], 999), ([ANN, CY], 0)])
def test_forecast_of_everybody_says_nothing_of_waiting(people: list[bytes], used: int) -> None:
    """Where nobody waits, or nobody is planned for later."""
    cleaned = cleaned_of(*people)

    assert "wait" not in " ".join(limit(cleaned, plan_imports(cleaned, used=used), {}).sentences)


def test_what_was_found_in_several_columns_names_none() -> None:
    """In one column it is named."""
    lost = "3,C\ufffd,Orr,cy@example.com,Active,2022-03-01\n4,Di,O\ufffd,di@example.com,Active,2022-03-01\n"

    both, first = (
        [line.cells[1:] for line in findings(cleaned_of(*people)).lines if "lost a letter" in line.cells[1]]
        for people in ([ANN, lost.encode()], [ANN, lost.splitlines()[0].encode()])
    )

    assert both == [("a cell that has lost a letter", "2")]
    assert first == [("First Name that has lost a letter", "1")]


def test_what_was_found_is_counted_by_kind_and_code() -> None:
    """What waits first, then notes."""
    cleaned = cleaned_of(ANN, CY, CY.replace(b"3,Cy,Orr,cy.orr", b"6,Eva,Poe,eva"))

    assert [line.cells for line in findings(cleaned).lines][:1] == [
        ("E-mail address", "an address that is not complete", "2")
    ]


def test_duplicates_are_told_by_their_reason() -> None:
    """Those that were combined, and those that are asked about."""
    assert [line.cells for line in duplicates(cleaned_of(ANN, ANN, TWIN)).lines] == [
        ("Combined", "same employee number and name", "1"),
        ("Maybe one person", "addresses at two domains", "1"),
    ]
    assert duplicates(cleaned_of(ANN)).sentences == ("Nobody seems to be in the file twice.",)


@pytest.mark.parametrize(("with_names", "shown"), [(False, "'BXX' > 'Bxx'"), (True, "'BOB' > 'Bob'")])
def test_examples_of_changes_name_nobody_unless_asked(shown: str, *, with_names: bool) -> None:
    """Their shape says what was done."""
    (line,) = [
        line for line in changes(cleaned_of(ANN, BOB), with_names=with_names).lines if "capitals" in line.cells[0]
    ]

    assert line.cells[1].startswith(f"First Name: {shown}")
    assert line.cells[2] == "2"


def test_no_name_of_a_sample_is_in_its_report() -> None:
    """Neither a first or last name, nor an address."""
    cleaned = cleaned_sample(SAMPLES / "workers_2026-11.csv")
    plan = plan_imports(cleaned)
    said = " ".join(
        it.text()
        for it in (way(cleaned, plan, with_names=False), findings(cleaned), changes(cleaned, with_names=False))
    )
    people = cleaned.rows.select("First Name", "Last Name", "Email Address").unpivot().get_column("value").drop_nulls()

    assert [name for name in people if len(name) > 2 and f"'{name}'" in said] == []


def test_rule_of_the_setup_is_named_as_the_reason() -> None:
    """As the analyst wrote it."""
    rule = {"column": "Status", "is": "Active", "then": "leave_out"}
    setup = Setup.model_validate({"rule": [rule]})
    cleaned = clean(read_export(("hr.csv", HEADER + ANN)), setup, today=date(2026, 11, 3))

    assert ("Left out", "Status is Active", "1") in [
        line.cells for line in way(cleaned, plan_imports(cleaned), with_names=False).lines
    ]


def test_rule_about_people_names_them_only_if_asked() -> None:
    """By its column alone otherwise."""
    rule = {"column": "Last Name", "is": "Lee", "then": "leave_out"}
    setup = Setup.model_validate({"rule": [rule]})
    cleaned = clean(read_export(("hr.csv", HEADER + ANN)), setup, today=date(2026, 11, 3))
    plan = plan_imports(cleaned)

    told = [[line.cells[1] for line in way(cleaned, plan, with_names=it).lines][1] for it in (False, True)]

    assert told == ["a rule about Last Name", "Last Name is Lee"]


def test_cells_of_a_joined_file_are_one_line() -> None:
    """However many rows of it they come from."""
    export = read_export(("hr.csv", b"Employee ID,First Name,Last Name\n1,Ann,Lee\n2,Bob,Ray\n"))
    joined, setup = join_files(export, read_export(("acc.csv", b"Employee ID,Mail\n1,ann@acme.com\n2,bob@acme.com\n")))

    shown = changes(clean(joined, setup, today=date(2026, 11, 3)), with_names=False)

    assert [line.cells for line in shown.lines if "list" in line.cells[0]] == [
        (
            "from the list that belongs to the file",
            "Email Address: blank > 'axx@acme.com'; Email Address: blank > 'bxx@acme.com'",
            "2",
        )
    ]


def test_examples_of_a_change_differ_once_they_are_masked() -> None:
    """Two that look the same are one."""
    cleaned = cleaned_of(BOB, BOB.replace(b"2,BOB,RAY,bob", b"3,TOM,TAR,tom"), BOB.replace(b"2,BOB,RAY", b"4,BEN,ROE"))

    (line,) = [it for it in changes(cleaned, with_names=False).lines if "capitals" in it.cells[0]]

    assert line.cells[1] == "First Name: 'BXX' > 'Bxx'; Last Name: 'RXX' > 'Rxx'"


def test_address_of_initials_is_no_example() -> None:
    """All of it would be seen."""
    cleaned = cleaned_of(ANN.replace(b"ann.lee@example.com", b" A.L@EXAMPLE.COM "))

    shown = " ".join(line.cells[1] for line in changes(cleaned, with_names=False).lines)

    assert "x@example.com" in shown
    assert "a.l@" not in shown.lower()
