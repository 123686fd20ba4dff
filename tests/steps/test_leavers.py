import polars as pl
import pytest

from keycafe_clean.steps.leavers import (
    are_few_words,
    are_mostly_states,
    are_remarks,
    heads_leavers,
    names_leavers,
    states_somebody_left,
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Terminated", "Active", None], [True, False, False]),
        (["ausgeschieden", "da"], [True, False]),
        (["退職", "在職"], [True, False]),
        (["no longer here", "Active"], [True, False]),
        (["no longer here", "Leeds"], [False, False]),
        (["No", "Yes"], [False, False]),
        (["Deaktiviert", "Terminated"], [False, True]),
        (["T", "0"], [False, False]),
        (["Closed", "Paid"], [False, False]),
        (["Inactive " + "x" * 31], [True]),
        (["Inactive " + "x" * 32], [False]),
    ],
)
def test_cell_states_that_somebody_left(cells: list[str | None], expected: list[bool]) -> None:
    """Known words do, and beside known states what sounds so; yes, no, codes, words of a process and text do not."""
    assert states_somebody_left(pl.Series(cells, dtype=pl.String)).to_list() == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        *[(said, True) for said in ("Former employees", "AUSGESCHIEDENE:", "Ehemalige", "Anciens salariés", "Gone")],
        *[(said, True) for said in ("Personal dado de baja", "Oud-medewerkers", "Ayrılanlar", "離職者", "(left)")],
        *[
            (said, False)
            for said in ("Department", "Départements", "Partners", "Sorting", "Gone Fishing Ltd", "On leave")
        ],
    ],
)
def test_heading_names_leavers(heading: str, *, expected: bool) -> None:
    """Words of leaving anywhere, in any form; what somebody may be called by only alone."""
    assert pl.Series([heading]).to_frame("said").select(names_leavers(pl.col("said"))).item() == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        *[
            (said, True)
            for said in ("D. Separations", "3) Exits", "(b) Terms", "II – Out", "1.2 Movements out", "D: Left")
        ],
        *[
            (said, True)
            for said in ("B) Kündigungen", "Sortants", "2. Salidas", "Desligamentos", "C. Uscite", "Uitstroom")
        ],
        *[(said, True) for said in ("Odejścia", "Avgångar", "Fratrædelser", "Lähtijät", "Kilépők", "İşten çıkanlar")],
        *[(said, True) for said in ("Odchody", "Plecări", "Odlasci", "Увольнения", "עזיבות", "المغادرون", "三、离职")],
        *[
            (said, False)
            for said in ("A. New hires", "B. Transfers", "Terms and conditions", "Outdoor team", "Exit 9 Depot")
        ],
        *[
            (said, False)
            for said in ("Separate payroll", "Retirement Village", "A. Exner", "Output", "Entradas", "Ausgang")
        ],
    ],
)
def test_heading_above_rows_names_leavers(heading: str, *, expected: bool) -> None:
    """Its number says nothing, and what may be said of other things counts where nothing else is in it."""
    assert pl.Series([heading]).to_frame("said").select(heads_leavers(pl.col("said"))).item() == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["在職", "在職", "留職停薪", "待查"], True),
        (["Active", "On Leave", "zork", None], True),
        (["Active", "On Leave", "zork", "blip"], False),
        (["Active", "Active", "zork"], False),
        (["Full-time", "Part-time", "Active", "On Leave"], False),
        (["Yes", "No", "N/A"], False),
        (["Active", *(f"On Leave {word}" for word in "abcdefghijkl")], False),
        ([None, " "], False),
    ],
)
def test_states_of_two_kinds_that_most_cells_are(cells: list[str | None], *, expected: bool) -> None:
    """Most cells, in few words, say who is here and who is not; yes and no and kinds of contract do not."""
    assert are_mostly_states(pl.Series(cells, dtype=pl.String)) is expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["zork", "zork", "blip", "blip", None, " "], True),
        (["zork", "zork", "zork", "blip", "blop"], False),
        (["zork"] * 4, False),
        ([f"word {letter}" for letter in "abcdefghijkl"] * 2, True),
        ([f"word {letter}" for letter in "abcdefghijklm"] * 2, False),
        (["Full-time", "Full-time", "Active", "Active"], False),
        (["Yes", "Yes", "No", "No"], False),
        (["A1", "A1", "B2", "B2"], False),
        (["Closed", "Closed", "zork", "zork"], False),
        ([None, " "], False),
    ],
)
def test_few_words_may_be_states(cells: list[str | None], *, expected: bool) -> None:
    """Two to twelve words, said twice on average; a kind of contract, yes, a code or a word of a process is none."""
    assert are_few_words(pl.Series(cells, dtype=pl.String)) is expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Key no. 4", "left on 31/10/2026", "on leave till 2027", None, "resigned, last day 15 Nov"], True),
        (["Schlüssel Nr. 4", "ausgeschieden zum 31.10.26"], True),
        (["Active", "Left", "On leave"], False),
        (["Active 1", "Left 2", "Active 1"], False),
        (["left on 31/10/2026"], False),
        ([None, " "], False),
    ],
)
def test_remarks_are_said_of_one_row_each(cells: list[str | None], *, expected: bool) -> None:
    """In three words or with a figure; states are said again and again."""
    assert are_remarks(pl.Series(cells, dtype=pl.String)) is expected
