"""Which lines of the files of a job are about one person."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.decisions import OTHER
from keycafe_clean.decide.who import WHO
from keycafe_clean.digits import without_zeros
from keycafe_clean.folding import folded_name
from keycafe_clean.job import JobFolder
from keycafe_clean.job.month import TASKS, Month
from keycafe_clean.match.name_fit import in_any_order
from keycafe_clean.opening import bytes_of
from keycafe_clean.privacy.asked_person import LISTS, asked_person
from keycafe_clean.privacy.traces import Traces

#: The review files of a month, in the order of the workbook's sheets: each line names its file and row.
REVIEWS = ("waiting", "notes", "combined", "left_out", "changes", "forecast", "not_people")

DECISIONS_FILE = "decisions.csv"


@dataclass(frozen=True)
class TheirLines:
    """One person of a job: their lines of all months and lists (`history.HISTORY`), oldest first, and their traces.

    `others` are the lines of everybody else.
    """

    name: str
    lines: pl.DataFrame
    others: pl.DataFrame
    traces: Traces
    exports: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, folder: JobFolder, asked: str) -> "TheirLines":
        """Get the one person who is meant. SetupError: as `asked_person()`."""
        person, everybody = asked_person(folder, asked)
        place = ["folder", "file", "row"]
        others = everybody.lines.filter(pl.col("outcome") != "not_people").join(
            person.lines, on=place, how="anti", nulls_equal=True
        )
        sums = {(it.folder.name, file): digest for it in folder.months() for file, digest in it.exports.items()}
        return cls(person.name, person.lines, others, Traces.of(person.lines, others), sums)

    def of_month(self, month: Month) -> pl.DataFrame:
        """Get their lines in a month."""
        return self.lines.filter(pl.col("folder") == month.folder.name)

    def in_outcomes(self, month: Month) -> pl.Series:
        """Tell which lines of a month are theirs."""
        return self._by_place(month.lines, month)

    def in_review(self, table: pl.DataFrame, month: Month) -> pl.Series:
        """Tell which lines of a review file of a month (`file`, `row`) are theirs."""
        return self._by_place(table, month)

    def in_tasks(self, table: pl.DataFrame) -> pl.Series:
        """Tell which lines of a to_do.csv (`name`, `email`) are theirs."""
        pairs = [self.lines.select("name", email=cell) for cell in ("address", "email")]
        both = pl.concat(pairs).drop_nulls().rows()
        is_pair = pl.Series([row in both for row in table.select("name", "email").rows()], dtype=pl.Boolean)
        return is_pair | table.select(self._told("name", "email", None)).to_series()

    def in_imports(self, month: Month) -> set[int]:
        """Get the places of their rows in the import files of a month, counted from 0 over all parts."""
        sent = self.of_month(month).get_column("sent").drop_nulls()
        return {int(place) - 2 for place in sent}

    def in_decisions(self, decisions: pl.DataFrame) -> pl.Series:
        """Tell which decisions (`DECISIONS`) are about them, or about them and somebody else."""
        one, other = self.sides(decisions)
        return one | other

    def sides(self, decisions: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
        """Tell of which decisions (`DECISIONS`) they are the one person, and of which the other one."""
        rows = self.lines.select("folder", "file", "row").rows()
        places = {(self.exports[folder, file], row) for folder, file, row in rows if (folder, file) in self.exports}
        known = set(self.lines.select(WHO).rows())

        def told(cells: tuple[str, ...], export: str, row: str) -> pl.Series:
            by_place = pl.Series([it in places for it in decisions.select(export, row).rows()], dtype=pl.Boolean)
            is_elsewhere = decisions.get_column(export).is_in({it[0] for it in places}).fill_null(value=False)
            same = pl.Series([it in known for it in decisions.select(cells).rows()], dtype=pl.Boolean) & ~is_elsewhere
            number, email, name, _ = cells
            return by_place | same | decisions.select(self._told(name, email, number)).to_series()

        return told(WHO, "export", "row"), told(OTHER, "other_export", "other_row")

    def in_lists(self, known: pl.DataFrame) -> pl.Series:
        """Tell which people of lists (`known.lines.PEOPLE`) are them."""
        theirs = self.lines.filter(pl.col("folder") == LISTS).get_column("row").cast(pl.UInt32)
        return pl.int_range(known.height, dtype=pl.UInt32, eager=True).is_in(theirs.implode())

    def _by_place(self, table: pl.DataFrame, month: Month) -> pl.Series:
        places = set(self.of_month(month).select("file", "row").rows())
        return pl.Series([place in places for place in table.select("file", "row").rows()], dtype=pl.Boolean)

    def _told(self, name: str, email: str, number: str | None) -> pl.Expr:
        """Yield whether a line has a name, address or number that nobody else of the job has; never null."""
        names = [" ".join(words) for words in self.traces.names]
        keys = pl.DataFrame({"name": names}, schema={"name": pl.String}).select(
            in_any_order(folded_name(pl.col("name")))
        )
        addresses, numbers = (pl.Series(it, dtype=pl.String) for it in (self.traces.addresses, self.traces.numbers))
        by_name = in_any_order(folded_name(pl.col(name))).is_in(keys.to_series().implode())
        by_email = email_key(email).is_in(addresses.to_frame("it").select(email_key("it")).to_series().implode())
        told = [by_name, by_email]
        if number:
            bare = numbers.to_frame("it").select(without_zeros(pl.col("it"))).to_series()
            told.append(without_zeros(pl.col(number)).is_in(bare.implode()))
        return pl.any_horizontal(it.fill_null(value=False) for it in told)


def tables_of(month: Month) -> dict[str, pl.DataFrame]:
    """Get the review files of a month that are there, and its tasks, by their names: every cell text."""
    names = [f"{name}.csv" for name in REVIEWS] + [TASKS]
    return {name: table for name in names if (table := month.table(name)) is not None}


def import_files_of(month: Month) -> dict[str, pl.DataFrame]:
    """Get the import files of a month by name, in their order: every cell text, null a blank one."""
    names = sorted(it.name for it in month.folder.glob(f"{month.month}_*.csv"))
    return {name: pl.read_csv(bytes_of(month.folder / name), infer_schema=False) for name in names}
