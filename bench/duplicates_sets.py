"""Records whose duplicates are known: the labelled sets and the made exports of ../shared."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from bench.duplicates_repeated import COLUMNS, repeated_people
from bench.exports import messy_export
from keycafe_clean.match.comparison_keys import Identity

SHARED = Path(__file__).resolve().parents[2] / "shared"

_FEBRL_COLUMNS = ("street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth")
FEBRL = Identity("given_name", "surname", None, ("soc_sec_id",), _FEBRL_COLUMNS)
RLDATA = Identity("fname_c1", "lname_c1", None, (), ("by", "bm", "bd"))
EXPORT = Identity(
    "First Name",
    "Last Name",
    "Work E-mail",
    ("Employee ID", "Badge No."),
    ("Hire Date", "Department", "Location"),
)
REPEATED = Identity(*COLUMNS[:2], None, (), COLUMNS[2:])


@dataclass(frozen=True)
class Labelled:
    """Records with the person of each row, and which columns say who somebody is."""

    name: str
    kind: str
    records: pl.DataFrame
    person: pl.Series
    identity: Identity

    @property
    def pairs(self) -> int:
        """Count the pairs of rows that are one person."""
        size = self.person.value_counts().get_column("count").cast(pl.Int64)
        return int((size * (size - 1) // 2).sum())


def labelled_sets(rows: list[int], seed: int, folder: Path) -> Iterator[Labelled]:
    """Yield every set, small ones first; the exports are made in `folder`."""
    for number in (1, 2, 3):
        yield _febrl(f"FEBRL {number}", [f"febrl_dataset{number}.csv"])
    yield _febrl("FEBRL 4a with 4b", ["febrl_dataset4a.csv", "febrl_dataset4b.csv"])
    for size in (500, 10000):
        records = _text(f"rldata{size}.csv")
        yield Labelled(f"RLdata{size}", "rldata", records, records.get_column("identity"), RLDATA)
    yield _repeated(20_000, seed)
    for count in rows:
        yield labelled_export(count, seed, folder)


def _text(file: str) -> pl.DataFrame:
    cells = pl.read_csv(SHARED / "data" / "labelled" / file, infer_schema=False)
    bare = cells.rename({name: name.strip() for name in cells.columns}).with_columns(pl.all().str.strip_chars())
    return bare.with_columns(pl.when(pl.all() != "").then(pl.all()).name.keep())


def _febrl(name: str, files: list[str]) -> Labelled:
    records = pl.concat(_text(file) for file in files)
    return Labelled(name, "febrl", records, records.get_column("rec_id").str.extract(r"rec-(\d+)-"), FEBRL)


def _repeated(count: int, seed: int) -> Labelled:
    records, person = repeated_people(count, seed)
    return Labelled(f"repeated people, {count:,} rows", "repeated", records, person, REPEATED)


def labelled_export(count: int, seed: int, folder: Path) -> Labelled:
    """Get a made export of so many records, whose truth lies beside it."""
    path = messy_export(folder / f"messy_{count}.csv", count, seed)
    person = pl.read_csv(path.with_suffix(".truth.csv"), infer_schema=False).get_column("person_id")
    people = person.is_not_null()
    records = pl.read_csv(path, infer_schema=False).filter(people)
    return Labelled(f"made export, {count:,} rows", "export", records, person.filter(people), EXPORT)
