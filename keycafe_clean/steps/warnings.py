"""Notes on users who will be let in as they stand, and then cannot do what they were invited for."""

import polars as pl

from keycafe_clean.article.rules import FALSE, TRUE, RowRule, is_smartbox_user
from keycafe_clean.steps.emails import is_nobodys
from keycafe_clean.steps.endings import is_internal
from keycafe_clean.steps.frame_columns import ADDRESS, NAME_COLUMNS

_HAS_ADDRESS = pl.col(ADDRESS).is_not_null()
_HAS_BADGE = pl.col("Badge Code").is_not_null()
_GETS_CODE = pl.col("Generate Access Code") == TRUE

#: Assumption: each follows from the article's two tables and is worth a look; none keeps anybody out of the file.
WARNING_RULES: tuple[RowRule, ...] = (
    RowRule("no_way_in", "Generate Access Code", is_smartbox_user() & ~_GETS_CODE & ~_HAS_BADGE),
    RowRule("code_by_hand", ADDRESS, is_smartbox_user() & _GETS_CODE & ~_HAS_ADDRESS),
    RowRule("never_invited", "Send Invitation", ~is_smartbox_user() & (pl.col("Send Invitation") == FALSE)),
    RowRule(
        "nameless_user", None, ~is_smartbox_user() & pl.all_horizontal(pl.col(it).is_null() for it in NAME_COLUMNS)
    ),
    RowRule("mail_to_nobody", "Send Welcome Email", ~_HAS_ADDRESS & (pl.col("Send Welcome Email") == TRUE)),
    RowRule("internal_domain", ADDRESS, is_internal(pl.col(ADDRESS))),
    RowRule(
        "address_of_nobody",
        ADDRESS,
        ~_HAS_ADDRESS & is_nobodys(pl.col(f"raw.{ADDRESS}").str.strip_chars()),
        value=pl.col(f"raw.{ADDRESS}"),
    ),
)
