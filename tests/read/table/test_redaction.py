"""Tables without their private columns, in files whose rows may be shifted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.export import Source
from keycafe_clean.read import read_export
from tests.read.workbooks import workbook

HEADER = [
    "Nr",
    "First Name",
    "Last Name",
    "Email",
    "Department",
    "Password",
    "Site",
    "Team",
    "Floor",
    "Desk",
    "Last Day",
]

#: Where the private column stands among the others.
PRIVATE = 5

#: What stands in every private cell, in both halves of it.
HIDDEN = "geheim"


def person(number: int, private: tuple[int, ...] = (PRIVATE,), width: int = len(HEADER)) -> list[str]:
    """Get the cells of somebody; the private ones say so."""
    return [f"{HIDDEN}{number} {HIDDEN}" if place in private else f"c{place}x{number}" for place in range(width)]


def read(*rows: list[str], header: list[str] = HEADER, people: int = 6) -> Source:
    """Read these rows below some people; cells are joined by commas, without quote marks."""
    everybody = [header, *(person(1_000 + number) for number in range(people)), *rows]
    return read_export(("hr.csv", "\n".join(map(",".join, everybody)).encode())).sources[0]


def kept(source: Source) -> list[str | None]:
    """Get the cells of the last row."""
    return list(source.cells.row(-1))


def codes(source: Source) -> list[tuple[int, str]]:
    """Get which findings there are about which rows."""
    return source.findings.select("row_id", "code").rows()


def held(source: Source) -> str:
    """Get everything that the source holds, as text."""
    frames = (source.cells, source.rows, source.findings)
    return f"{source.preamble}{source.dropped}" + "".join(frame.write_csv() for frame in frames)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (len(HEADER), [*range(5), *range(6, 11)]),
        (len(HEADER) - 1, [0, 1, 2, 8, 9]),
        (len(HEADER) - 2, [0, 1]),
        (len(HEADER) + 1, [0, 1, 2, 8, 9, 10, 11]),
        (len(HEADER) + 2, [0, 1, 9, 10, 11, 12]),
        (2, []),
    ],
)
def test_only_what_is_certain_is_kept(width: int, expected: list[int]) -> None:
    """A cell stays where no shift by as many columns, and one more, could have brought a private one there."""
    row = [f"v{place}" for place in range(width)]

    cells = kept(read(row))

    assert [cell for cell in cells if cell] == [f"v{place}" for place in expected if place < width]


def test_a_row_with_other_cells_waits_once() -> None:
    """The question says what to do, and takes the place of those about the width of the row."""
    source = read(person(1)[:-1], [*person(2), "more"], person(3))

    assert codes(source) == [(6, "shifted_row"), (7, "shifted_row")]


def test_rows_of_no_people_are_not_asked_about() -> None:
    """A total may be as short as it likes."""
    assert codes(read(["Total: 6"])) == []


def test_without_private_columns_everything_is_kept() -> None:
    """What nobody must hide is shown, to be repaired."""
    header = ["Photo" if name == "Password" else name for name in HEADER]

    source = read(["x"] * (len(HEADER) + 1), header=header)

    assert (kept(source), codes(source)) == (["x"] * (len(HEADER) + 1), [(6, "long_row")])


@given(data=st.data())
def test_no_private_cell_is_held_wherever_a_comma_is_too_many_or_missing(data: st.DataObject) -> None:
    """Whichever columns are private, and wherever the commas are: in one row, or in several of a file."""
    width = data.draw(st.integers(3, 9))
    private = tuple(data.draw(st.sets(st.integers(0, width - 1), min_size=1, max_size=width - 1)))
    header = ["Password" if place in private else f"Field {chr(65 + place)}" for place in range(width)]
    lines = []
    for number in range(data.draw(st.integers(1, 4))):
        line = ",".join(person(number, private, width))
        for _ in range(data.draw(st.integers(1, 3))):
            line = _with_a_comma_too_many(line, data) if data.draw(st.booleans()) else _with_one_missing(line, data)
        lines.append(line)
    good = [",".join(person(1_000 + number, private, width)) for number in range(data.draw(st.integers(2, 8)))]
    balanced = [line for line in lines if line.count(",") == width - 1]
    text = "\n".join([",".join(header), *good, *(line for line in lines if line not in balanced)])

    source = read_export(("hr.csv", text.encode()), header=1).sources[0]

    assert HIDDEN not in held(source)


def _with_a_comma_too_many(line: str, data: st.DataObject) -> str:
    place = data.draw(st.integers(0, len(line)))
    return f"{line[:place]},{line[place:]}"


def _with_one_missing(line: str, data: st.DataObject) -> str:
    places = [place for place, sign in enumerate(line) if sign == ","]
    place = data.draw(st.sampled_from(places)) if places else 0
    return line[:place] + line[place + 1 :]


def test_delimiters_at_the_end_of_every_row_are_how_the_file_is_written() -> None:
    """Nothing is shifted where all rows end in the same blank cells; a row without them is another matter."""
    ending = [[*person(number), ""] for number in range(6)]

    source = read(*ending, people=0)
    odd = read(*ending, person(7), people=0)

    assert (codes(source), codes(odd)) == ([], [(6, "shifted_row")])


def test_one_blank_cell_too_many_may_be_a_comma_too_many() -> None:
    """The last column is blank, and the comma stood before it: the private cell is under the next name."""
    shifted = ["1", "Ann", "Lee, jr", "ann@example.com", "IT", f"{HIDDEN}1", "S", "T", "F", "D", ""]

    source = read(shifted)

    assert (codes(source), HIDDEN in held(source)) == ([(6, "shifted_row")], False)


def test_a_cell_that_holds_rows_is_not_kept() -> None:
    """A quote mark that is missing puts whole rows, private cells and all, into one cell."""
    whole = ",".join(person(2))
    text = [",".join(HEADER), *(",".join(person(1_000 + number)) for number in range(6))]
    text.append(f'1,"Ann,Lee,e,d,{HIDDEN}1,s,t,f,k,l\n{whole}\n3,Cy",Lee,e,d,{HIDDEN}3,s,t,f,k,l')

    source = read_export(("hr.csv", "\n".join(text).encode())).sources[0]

    assert ("swallowed_rows" in dict(map(reversed, codes(source))), HIDDEN in held(source)) == (True, False)
    assert set(kept(source)) == {None}


def test_a_cell_that_holds_parts_of_two_rows_is_not_kept() -> None:
    """The quote mark was closed in another column of the next row: the rest of it is too wide by one cell only."""
    first, second = person(1), person(2)
    odd = [*first[:8], '"' + first[8], *first[9:]], [*second[:7], second[7] + '"', *second[8:]]

    source = read(*odd)

    assert (HIDDEN in held(source), codes(source)) == (False, [(6, "shifted_row")])


def test_a_private_cell_alone_in_its_row_is_not_told() -> None:
    """The row waits, since it may be a heading; what stands in it is nobody's business."""
    source = read(["", "", "", "", "", f"{HIDDEN} word", "", "", "", "", ""])

    assert source.findings.select("code", "value").rows() == [("lone_cell", "(private)")]


@pytest.mark.parametrize(("cells", "shifted"), [([], False), (["x"], True), (["x", "y"], True), (["", "y"], False)])
def test_a_cell_right_of_a_workbooks_columns_may_be_a_shift(cells: list[str], *, shifted: bool) -> None:
    """A row of a workbook has no width: cells behind the last name are what shows that it is shifted."""
    data = workbook(HEADER, *(person(1_000 + number) for number in range(6)), [*person(1), *cells])

    source = read_export(("hr.xlsx", data)).sources[0]

    assert [code for _, code in codes(source)] == ["shifted_row"] * shifted


def test_a_column_of_a_workbook_without_a_name_is_no_shift() -> None:
    """Where most rows have something right of the last name, that is a column too."""
    data = workbook(HEADER, *([*person(1_000 + number), "x"] for number in range(6)))

    source = read_export(("hr.xlsx", data)).sources[0]

    assert (codes(source), kept(source)[-1]) == ([], "x")


def test_a_short_row_of_a_page_is_shifted() -> None:
    """A row of an HTML page has an end, as one of a text has."""
    rows = [HEADER, *(person(1_000 + number) for number in range(6)), [*person(1)[:1], *person(1)[2:]]]
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)

    source = read_export(("hr.xls", f"<html><body><table>{page}</table></body></html>".encode()))

    assert (codes(source.sources[0]), HIDDEN in held(source.sources[0])) == ([(6, "shifted_row")], False)


def test_private_columns_of_a_second_table_are_dropped_too() -> None:
    """Column names in another order: the private column of the second table stands somewhere else."""
    order = [*HEADER[2:], *HEADER[:2]]
    below = [[*person(number)[2:], *person(number)[:2]] for number in (1, 2)]

    source = read(order, *below, people=20)

    assert HIDDEN not in held(source)
    assert codes(source) == [(20, "other_order")]


def test_a_file_of_private_columns_alone_holds_nothing() -> None:
    """No column is left, and every finding keeps its row."""
    source = read_export(("hr.csv", f'Salary\n{HIDDEN}\n"{HIDDEN}\n'.encode())).sources[0]

    assert (source.headers, HIDDEN in held(source)) == ((), False)


def test_the_number_of_a_row_is_no_private_value() -> None:
    """What tells where other column names stand is told."""
    text = [
        "First Name,Last Name,Email,SSN",
        "Ann,Lee,ann@example.com,078-05-1120",
        ",,,",
        "Department,City",
        "IT,Bonn",
    ]

    source = read_export(("hr.csv", "\n".join(text).encode())).sources[0]

    assert dict(source.findings.select("code", "value").rows())["other_table"] == "4"
