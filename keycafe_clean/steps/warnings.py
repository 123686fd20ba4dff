"""Notes on users who will be let in as they stand, and then cannot do what they were invited for."""

import polars as pl

from keycafe_clean.article.rules import FALSE, TRUE, RowRule, is_smartbox_user
from keycafe_clean.steps.emails import is_nobodys
from keycafe_clean.steps.endings import is_internal
from keycafe_clean.steps.frame_columns import ADDRESS, NAME_COLUMNS

_HAS_ADDRESS = pl.col(ADDRESS).is_not_null()
_HAS_BADGE = pl.col("Badge Code").is_not_null()
_GETS_CODE = pl.col("Generate Access Code") == TRUE


def no_way_in() -> pl.Expr:
    """Yield whether a SmartBox user gets no access code and has no badge; null where a flag that decides is blank.

    Reads SmartBox User, Generate Access Code and Badge Code.
    """
    return is_smartbox_user() & ~_GETS_CODE & ~_HAS_BADGE


def code_by_hand() -> pl.Expr:
    """Yield whether a SmartBox user gets an access code and has no address that it could be sent to.

    Reads SmartBox User, Generate Access Code and Email Address; null where a flag that decides is blank.
    """
    return is_smartbox_user() & _GETS_CODE & ~_HAS_ADDRESS


def never_invited() -> pl.Expr:
    """Yield whether a Full User gets no invitation; null where a flag that decides is blank.

    Reads SmartBox User and Send Invitation.
    """
    return ~is_smartbox_user() & (pl.col("Send Invitation") == FALSE)


def nameless_user() -> pl.Expr:
    """Yield whether a Full User has neither First Name nor Last Name; never true where SmartBox User is blank."""
    return ~is_smartbox_user() & pl.all_horizontal(pl.col(it).is_null() for it in NAME_COLUMNS)


def mail_to_nobody() -> pl.Expr:
    """Yield whether a welcome mail is asked for without an address; never true where Send Welcome Email is blank."""
    return ~_HAS_ADDRESS & (pl.col("Send Welcome Email") == TRUE)


def internal_domain(column: str) -> pl.Expr:
    """Yield whether an address belongs to a net of its own, as `.local` does; null where it is blank."""
    return is_internal(pl.col(column))


def address_of_nobody() -> pl.Expr:
    """Yield whether the row has no address since what was read is nobody's (`noreply@...`); null where none was read.

    Reads Email Address and `raw.Email Address`.
    """
    return ~_HAS_ADDRESS & is_nobodys(pl.col(f"raw.{ADDRESS}").str.strip_chars())


#: Assumption: each follows from the article's two tables and is worth a look; none keeps anybody out of the file.
WARNING_RULES: tuple[RowRule, ...] = (
    RowRule("no_way_in", "Generate Access Code", no_way_in()),
    RowRule("code_by_hand", ADDRESS, code_by_hand()),
    RowRule("never_invited", "Send Invitation", never_invited()),
    RowRule("nameless_user", None, nameless_user(), value=pl.col(ADDRESS)),
    RowRule("mail_to_nobody", "Send Welcome Email", mail_to_nobody()),
    RowRule("internal_domain", ADDRESS, internal_domain(ADDRESS)),
    RowRule("address_of_nobody", ADDRESS, address_of_nobody(), value=pl.col(f"raw.{ADDRESS}")),
)
