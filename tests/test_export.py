import polars as pl

from keycafe_clean.export import Export, Source
from keycafe_clean.read import read_export

NORTH = ("north.csv", b"First Name,Last Name,Email\nJana,Novak,jana@example.com\n,,\n")
SOUTH = ("south.csv", b"Vorname;Nachname;E-Mail;Vorname\nEva;Brandt;eva@example.com;Eva\n")


def test_rows_of_all_files_are_counted() -> None:
    """Blank lines are rows that were read; the line of the column names is none."""
    assert read_export(NORTH, SOUTH).rows_read == 3


def test_nothing_read_is_no_row() -> None:
    """An export of no files is empty."""
    assert Export(()).rows_read == 0


def test_headers_stand_in_the_order_of_the_file() -> None:
    """Each once, also where the file has one twice."""
    (_, south) = read_export(NORTH, SOUTH).sources

    assert south.headers[:3] == ("Vorname", "Nachname", "E-Mail")
    assert len(set(south.headers)) == len(south.headers) == 4


def test_a_row_has_one_key_over_all_files() -> None:
    """Counted from 0, in the order of the files."""
    keys = pl.concat([source.rows.get_column("row_id") for source in read_export(NORTH, SOUTH).sources])

    assert keys.to_list() == [0, 1, 2]


def test_cells_and_rows_stand_beside_each_other() -> None:
    """A row that is nobody keeps its place, and says why it is nobody."""
    (north,) = read_export(NORTH).sources

    assert north.cells.height == north.rows.height
    assert north.rows.get_column("not_people").to_list() == [None, "blank"]


def test_a_source_without_doubts_has_no_findings() -> None:
    """A frame of them, without a line."""
    assert Source("a.csv", pl.DataFrame(), pl.DataFrame()).findings.is_empty()
