"""What a job knows of the people of an export before its next month is made: who is in Keycafe, and what was asked."""

from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.job.comparison import Comparison, compare
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.forgotten import erased_rows
from keycafe_clean.job.history import History, placed
from keycafe_clean.phases.pipeline_state import Before
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan, plan_imports


@dataclass(frozen=True)
class MonthBefore:
    """What a job knows before a month is made: its history, and who is in Keycafe by lists, months, and forgotten ones.

    `listed` (`known.lines.PEOPLE`) are the people of every list, each line once; the others are as `decide()` takes
    known people.
    """

    history: History
    listed: pl.DataFrame
    by_history: pl.DataFrame
    of_old: pl.DataFrame
    before: Before

    @classmethod
    def of(
        cls,
        folder: JobFolder,
        month: str,
        people: pl.DataFrame,
        listed: pl.DataFrame,
        *,
        history: History | None = None,
    ) -> "MonthBefore":
        """Get what a job knows of `people` (`who.identities()`) before a month (`YYYY-MM`), and by lists (`PEOPLE`).

        `history` is that of the job unless another one is given, as for a month that was made long ago. SetupError: a
        month of the folder is damaged.
        """
        history = folder.history(month) if history is None else history
        by_history, of_old = history.known_among(people), folder.known_of_old(people)
        before = Before(
            pl.concat([listed, by_history, of_old], how="diagonal"),
            history.refused_among(people),
            history.asked_among(people),
            history.doubted_among(people),
            history.left_among(people),
            erased_rows(people, *folder.forgotten()),
        )
        return cls(history, listed, by_history, of_old, before)

    @property
    def members(self) -> pl.Series:
        """Get the addresses of everybody in Keycafe, each once, those of lists first."""
        addresses = (self.listed.get_column("Email Address"), self.by_history.get_column("Email Address"))
        return pl.concat(addresses).drop_nulls().unique(maintain_order=True)

    def still_members(self, cleaned: Cleaned, plan: Plan) -> pl.Series:
        """Get `members` less whoever goes in this month: of these somebody has said that the account is removed."""
        key, rows = email_key("Email Address"), cleaned.rows.filter(pl.col("row_id").is_in(plan.this_month.implode()))
        known = self.members.to_frame("Email Address").with_columns(key=key)
        return known.join(rows.select(key=key), on="key", how="anti", maintain_order="left").get_column("Email Address")

    @property
    def count_listed(self) -> int:
        """Count the people of lists."""
        return self.listed.select("list_file", pl.coalesce("person", "list_row")).n_unique()

    def compared(self, cleaned: Cleaned) -> Comparison:
        """Get what became of the people of the month before."""
        # Of a name alone that was in a forgotten month nobody knows whose it was.
        for_certain = self.of_old.filter(pl.col("known_row").is_not_null())
        return compare(self.history, cleaned, pl.concat([self.listed, for_certain], how="diagonal"))

    def planned(self, cleaned: Cleaned, month: str, used: int) -> Plan:
        """Plan the month, new people before the waiting list; `used` are places that no file of the job has used."""
        waiting = placed(self.history.waiting_list(), cleaned.who).get_column("row_id").drop_nulls()
        return plan_imports(cleaned, month=month, used=used + self.history.used(month), waiting_list=waiting)
