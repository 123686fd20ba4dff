"""Nothing private where it does not belong: all that a run writes and says, byte for byte, also inside the workbook."""

import io
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.calls import Ended, Shell
from tests.read.workbooks import workbook

#: Twenty private columns in ten languages.
PRIVATE = [
    "Door PIN", "Temp PW", "Bday", "Sick Days", "Geburtsdatum", "Steuer-ID", "Krankentage", "Salaire brut", "N° Sécu",
    "Fecha Nacim.", "Cuenta bancaria", "születési idő", "Alapbér", "TAJ szám", "Datum rođenja", "OIB",
    "Дата на раждане", "Μικτός μισθός", "AMKA", "Codice fiscale",
]  # fmt: skip

#: Columns that are needed, and one that nobody uses.
OPEN = ["Employee ID", "First Name", "Last Name", "Email", "Department", "Hire Date", "Remarks"]

#: The columns of both kinds, in turns.
HEADER = [name for place in range(20) for name in (*OPEN[place : place + 1], PRIVATE[place])]

#: What stands in every private cell, in both halves of it.
HIDDEN = "geheim"


def cells_of(number: int, private: list[str] = PRIVATE, header: list[str] = HEADER) -> list[str]:
    """Get the cells of somebody, a private one in two halves that both say so."""
    first = "".join("aeioubdfgk"[int(digit)] for digit in str(number)).title()
    said = [f"{number}", first, "Lee", f"{first}.lee@example.com", "IT", "2020-03-01", f"{HIDDEN} note"]
    open_cells = dict(zip(OPEN, said, strict=True))
    return [f"{HIDDEN}{number} {HIDDEN}" if name in private else open_cells[name] for name in header]


def one_comma_too_many(cells: list[str]) -> Iterator[list[str]]:
    """Yield the row with a comma too many within each of its cells in turn."""
    for place, cell in enumerate(cells):
        half = len(cell) // 2
        yield [*cells[:place], cell[:half], cell[half:], *cells[place + 1 :]]


def one_comma_missing(cells: list[str]) -> Iterator[list[str]]:
    """Yield the row with each of its commas missing in turn."""
    for place in range(len(cells) - 1):
        yield [*cells[:place], cells[place] + cells[place + 1], *cells[place + 2 :]]


def everything(ended: Ended, folder: Path) -> dict[str, bytes]:
    """Get whatever a call said and wrote into a folder, workbooks also unpacked."""
    written = {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    books = {name: data for name, data in written.items() if name.endswith(".xlsx")}
    inside = {
        f"{book}/{part}": ZipFile(io.BytesIO(data)).read(part)
        for book, data in books.items()
        for part in ZipFile(io.BytesIO(data)).namelist()
    }
    return {"stdout": ended.out.encode(), "stderr": ended.err.encode(), **written, **inside}


def telling(ended: Ended, folder: Path) -> list[str]:
    """Get the names of all outputs in which something private stands."""
    return [name for name, data in everything(ended, folder).items() if HIDDEN in data.decode(errors="replace").lower()]


def lines(*rows: list[str]) -> list[str]:
    """Get rows as lines of a CSV, without any quote marks."""
    return [",".join(row) for row in rows]


@pytest.mark.parametrize("option", [(), ("--json",), ("--strict",)])
def test_no_private_cell_of_a_good_file_is_told(shell: Shell, option: tuple[str, ...]) -> None:
    """Twenty private columns in ten languages, and everybody goes in."""
    export = shell.write("hr.csv", *lines(HEADER, *(cells_of(number) for number in range(100, 140))))

    ended = shell("run", export, "--out", shell.folder / "out", "--today", "2026-11-03", *option)

    assert (ended.code, telling(ended, shell.folder / "out")) == (0, [])
    assert (shell.folder / "out" / "2026-11_40.csv").exists()


@pytest.mark.parametrize("option", [(), ("--json",)])
def test_no_private_cell_of_shifted_rows_is_told(shell: Shell, option: tuple[str, ...]) -> None:
    """A comma too many in each cell and each comma missing in turn, below forty people who go in."""
    odd = [*one_comma_too_many(cells_of(200)), *one_comma_missing(cells_of(300))]
    export = shell.write("hr.csv", *lines(HEADER, *(cells_of(number) for number in range(100, 140)), *odd))

    ended = shell("run", export, "--out", shell.folder / "out", "--today", "2026-11-03", *option)

    assert telling(ended, shell.folder / "out") == []
    assert (shell.folder / "out" / "2026-11_40.csv").exists()


@pytest.mark.parametrize("place", range(len(OPEN) + 1))
def test_no_cell_of_one_private_column_is_told_wherever_it_stands(shell: Shell, place: int) -> None:
    """The private column stands in every place among the others, the comma in every cell of a row."""
    private = ("IBAN", "Gehalt")[place % 2]
    header = [*OPEN[:place], private, *OPEN[place:]]
    good = [cells_of(number, [private], header) for number in range(100, 110)]
    odd = cells_of(200, [private], header)
    rows = [*good, *one_comma_too_many(odd), *one_comma_missing(odd)]
    export = shell.write("hr.csv", *lines(header, *rows))

    ended = shell("clean", export, "--out", shell.folder / "out", "--today", "2026-11-03")

    assert telling(ended, shell.folder / "out") == []


def test_every_shifted_row_waits_and_is_counted_once(shell: Shell) -> None:
    """Each says in which row it is, and the counts add up."""
    odd = [*one_comma_too_many(cells_of(200))]
    export = shell.write("hr.csv", *lines(HEADER, *(cells_of(number) for number in range(100, 140)), *odd))

    ended = shell("clean", export, "--out", shell.folder / "out", "--today", "2026-11-03")

    assert "67 rows = 40 ready + 27 waiting for you + 0 combined + 0 left out + 0 not people" in ended.out
    assert (
        "Row 42: its cells may stand under other names, and the file has private columns. Only the cells that are "
        "certain were kept. Look for a delimiter or a quote mark that is missing or too many, and repair the row in "
        "the HR file."
    ) in ended.out


def test_no_private_cell_that_a_quote_mark_has_swallowed_is_told(shell: Shell) -> None:
    """A quote mark that is missing puts rows into one cell; what the cell holds is nobody's business."""
    good = lines(HEADER, *(cells_of(number) for number in range(100, 140)))
    opened = ",".join(cells_of(200)).replace(",Iaa,", ',"Iaa,')
    closed = ",".join(cells_of(202)).replace(",Iai,", ',Iai",')
    export = shell.write("hr.csv", *good, opened, *lines(cells_of(201)), closed, *lines(cells_of(203)))

    ended = shell("run", export, "--out", shell.folder / "out", "--today", "2026-11-03")

    assert telling(ended, shell.folder / "out") == []


def test_no_private_cell_of_a_workbook_is_told(shell: Shell) -> None:
    """A file that was opened and saved by a spreadsheet has its surplus cells right of the last name."""
    good = [cells_of(number) for number in range(100, 140)]
    (shell.folder / "hr.xlsx").write_bytes(workbook(HEADER, *good, *one_comma_too_many(cells_of(200))))

    ended = shell("run", shell.folder / "hr.xlsx", "--out", shell.folder / "out", "--today", "2026-11-03")

    assert telling(ended, shell.folder / "out") == []
    assert (shell.folder / "out" / "2026-11_40.csv").exists()


def test_a_column_that_another_file_uses_is_not_told(shell: Shell) -> None:
    """Remarks hold the departments of one file, and what is said about people in the other."""
    used = shell.write("a.csv", "First Name,Last Name,Email,Remarks", "Ann,Lee,ann.lee,IT")
    other = shell.write(
        "b.csv",
        "First Name,Last Name,Email,Remarks,Desk",
        f"Bo,Ek,bo.ek,{HIDDEN} in spring,4",
        "Cy,Ek,cy@example.com,,5",
    )
    (shell.folder / "setup.toml").write_text(
        '[[source]]\nheaders = ["First Name", "Last Name", "Email", "Remarks"]\n[source.columns]\n'
        '"First Name" = "First Name"\n"Last Name" = "Last Name"\n"Email Address" = "Email"\ndepartment = "Remarks"\n'
    )

    ended = shell("clean", used, other, "--setup", shell.folder / "setup.toml", "--out", shell.folder / "out")

    assert telling(ended, shell.folder / "out") == []


BIRTHS = ["30.04.1961", "02.11.1975", "19.01.1983", "07.07.1990", "24.12.1998", "15.03.2004", "08.08.1969"]
STAFF = ["First Name,Last Name,Email,Since", *(f"Ann{day[6:]},Lee,ann{day[6:]}@example.com,{day}" for day in BIRTHS)]


def test_what_is_dropped_for_its_cells_is_said_with_the_way_back(shell: Shell) -> None:
    """Dates may be taken for dates of birth by mistake, and nobody but the analyst can know."""
    ended = shell("clean", shell.write("hr.csv", *STAFF), "--out", shell.folder / "out", "--today", "2026-11-03")

    assert (
        "  Dropped, because private: 'Since' (its cells look like dates of birth). "
        'If they are other dates, say which: --column "Last day=Since"\n'
    ) in ended.out


def test_the_way_back_works(shell: Shell) -> None:
    """The column is the last day now, in this run and in the next one with its set-up."""
    export, first = shell.write("hr.csv", *STAFF), shell.folder / "first"

    said = shell("clean", export, "--out", first, "--today", "2026-11-03", "--column", "Last day=Since")
    again = shell(
        "clean", export, "--out", shell.folder / "again", "--today", "2026-11-03", "--setup", first / "setup.toml"
    )

    line = "  Last day: 'Since' (as the set-up says)\n"
    assert (line in said.out, line in again.out) == (True, True)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (
            ("--column", "Employee number=Since"),
            "from 'Since', a private column, which is dropped: its cells look like dates of birth. ",
        ),
        (
            ("--column", "Employee number=Salary"),
            "from 'Salary', a private column, which is dropped. ",
        ),
    ],
)
def test_a_private_column_is_refused_in_a_sentence(shell: Shell, options: tuple[str, ...], why: str) -> None:
    """What is private is nobody's number, whoever says so."""
    staff = [f"{line},{'Salary' if line == STAFF[0] else '50'}" for line in STAFF]

    ended = shell("clean", shell.write("hr.csv", *staff), "--out", shell.folder / "out", *options)

    instead = (
        'Say which it is, with --column "employee number=HEADER", or that none is, with --column "employee number="; '
        "or correct its line below [columns] in setup.toml."
    )
    assert (ended.code, ended.err) == (2, f"The set-up takes employee_id {why}{instead}\n")
