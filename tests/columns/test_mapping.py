"""The working frame."""

import polars as pl
import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns.mapping import map_columns
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.errors import SetupError
from keycafe_clean.export import Export, Source
from keycafe_clean.steps.frame_columns import OWN_COLUMNS
from tests.columns.sources import source_of

CELLS: dict[str, list[str | None]] = {
    "Vorname": ["Ana", None],
    "Nachname": ["Ruiz", "Total"],
    "Zweitname": ["Berg", None],
    "Status": ["aktiv", None],
    "Konto": ["gesperrt", None],
}


def mapped(source: Source, **columns: tuple[str, ...]) -> pl.DataFrame:
    """Map one source; `first_name` stands for First Name, and so on."""
    titles = {column.lower().replace(" ", "_"): column for column in IMPORT_COLUMNS}
    decided = {titles.get(column, column): headers for column, headers in columns.items()}
    setup = Setup(source=(SourceSetup(headers=source.headers, columns=decided),))
    return map_columns(Export((source,)), setup)


def test_every_row_read_is_there() -> None:
    """Rows that are no people stay, with the reason."""
    source = source_of(CELLS)
    rows = source.rows.with_columns(not_people=pl.Series([None, "total"]))

    frame = mapped(Source("hr.csv", source.cells, rows), first_name=("Vorname",))

    assert frame.select("row_id", "source_row", "file", "not_people").rows() == [
        (0, 2, "hr.csv", None),
        (1, 3, "hr.csv", "total"),
    ]


def test_columns_of_the_frame() -> None:
    """All our columns are there, mapped or not, and every header behind `source.`."""
    frame = mapped(source_of(CELLS), first_name=("Vorname",), status=("Status", "Konto"))

    assert frame.columns == [
        *("row_id", "source_row", "file", "export", "not_people", *IMPORT_COLUMNS, *OWN_COLUMNS, "name_order"),
        *("status_1", "status_2", *(f"raw.{column}" for column in IMPORT_COLUMNS)),
        *(f"source.{header}" for header in CELLS),
    ]
    assert frame.drop("row_id", "source_row").schema.dtypes() == [pl.String] * (frame.width - 2)


def test_several_headers_are_joined() -> None:
    """Cells of several headers are joined with a blank; where all are blank the cell is null."""
    frame = mapped(source_of(CELLS), last_name=("Nachname", "Zweitname"), first_name=("Vorname", "Zweitname"))

    assert frame.select("First Name", "Last Name").rows() == [("Ana Berg", "Ruiz Berg"), (None, "Total")]


def test_status_columns_are_numbered() -> None:
    """Each header that says who works here is a column by itself."""
    frame = mapped(source_of(CELLS), status=("Status",), disabled=("Konto",))

    assert frame.select("status_1", "disabled_1").row(0) == ("aktiv", "gesperrt")


def test_raw_name_is_the_full_name() -> None:
    """The cell as read of a name that comes from a full name is the full name."""
    frame = mapped(source_of({"Name": ["Ana Ruiz"]}), full_name=("Name",))

    assert frame.select("First Name", "raw.First Name", "raw.Last Name").row(0) == (None, "Ana Ruiz", "Ana Ruiz")


@pytest.mark.parametrize(
    ("header", "order"),
    [("Nom et prénom", "family first"), ("Nombre completo", "two surnames"), ("Full Name", None)],
)
def test_name_order(header: str, order: str | None) -> None:
    """The frame knows what a header says of the order of names."""
    frame = mapped(source_of({header: ["Ana Ruiz"]}), full_name=(header,))

    assert frame.item(0, "name_order") == order


def test_sources_with_the_same_headers_share_a_mapping() -> None:
    """Files of one shape, in any order of columns, are mapped alike; files of another shape by their own."""
    first, second = source_of({"A": ["Ana"], "B": ["Ruiz"]}), source_of({"B": ["Klemt"], "A": ["Bo"]})
    other = source_of({"Vorname": ["Cy"]})
    setup = Setup(
        source=(
            SourceSetup(headers=("A", "B"), columns={"First Name": ("A",), "Last Name": ("B",)}),
            SourceSetup(headers=("Vorname",), columns={"First Name": ("Vorname",)}),
        )
    )

    frame = map_columns(Export((first, second, other)), setup)

    assert frame.select("First Name", "Last Name").rows() == [("Ana", "Ruiz"), ("Bo", "Klemt"), ("Cy", None)]


def test_unknown_column() -> None:
    """A column that is none of ours is refused."""
    with pytest.raises(SetupError) as refused:
        mapped(source_of(CELLS), shoe_size=("Vorname",))

    assert str(refused.value) == (
        "The set-up has a column 'shoe_size', which is none of ours. Correct it or take it out."
    )


def test_unknown_header() -> None:
    """A header that the file does not have is refused."""
    with pytest.raises(SetupError) as refused:
        mapped(source_of(CELLS), last_name=("Name",))

    assert str(refused.value) == (
        "The set-up takes Last Name from 'Name', and hr.csv has no such column. Choose another column."
    )
