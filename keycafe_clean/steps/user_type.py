"""Which kind of user each row becomes, and its flags. The article gives no defaults, so each is an Assumption."""

import polars as pl

from keycafe_clean.article.contract import FULL_USER, SMARTBOX_USER
from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.decide.conditions import PeopleRule, Then, first_of
from keycafe_clean.decide.setup import Setup


def choose_user_type(rows: pl.DataFrame, setup: Setup) -> pl.DataFrame:
    """Fill SmartBox User where it is blank: by the set-up's rules, else by the address. Keeps every row, in order.

    Assumption: whoever has an address, right or broken, becomes a Full User (a broken one waits); whoever has none
    becomes a SmartBox User, unless the set-up's defaults say no.
    """
    by_rule = first_of(setup.rule, {"full_user": pl.lit(FALSE), "smartbox_user": pl.lit(TRUE)})
    without = pl.lit(TRUE if setup.defaults.smartbox_user_without_address else FALSE)
    by_address = pl.when(pl.col("Email Address").is_null()).then(without).otherwise(pl.lit(FALSE))
    return rows.with_columns(pl.coalesce("SmartBox User", by_rule, by_address).alias("SmartBox User"))


def set_flags(rows: pl.DataFrame, setup: Setup) -> pl.DataFrame:
    """Fill the other flags where they are blank, by the set-up's rules and defaults. Keeps every row, in order.

    A SmartBox User is never invited ("Invitation emails cannot be sent to Smartbox Users"), whatever the cell says.
    Assumption: a welcome mail needs an address.
    """
    defaults = setup.defaults
    has_address = pl.col("Email Address").is_not_null()
    invited = _flag(setup.rule, "Send Invitation", _text(defaults.send_invitation))
    welcome = pl.when(has_address).then(_text(defaults.send_welcome_email)).otherwise(pl.lit(FALSE))
    return rows.with_columns(
        pl.when(pl.col("SmartBox User") == TRUE).then(pl.lit(FALSE)).otherwise(invited).alias("Send Invitation"),
        _flag(setup.rule, "Send Welcome Email", welcome).alias("Send Welcome Email"),
        _flag(setup.rule, "Generate Access Code", _text(defaults.generate_access_code)).alias("Generate Access Code"),
    )


def suppress_welcome_email(rows: pl.DataFrame) -> pl.DataFrame:
    """Set Send Welcome Email to "false" where there is no address. Keeps every row, in order.

    Assumption: "Whether to send a welcome email if an email address is provided." means that it cannot be sent without.
    """
    sent = pl.when(pl.col("Email Address").is_null()).then(pl.lit(FALSE)).otherwise("Send Welcome Email")
    return rows.with_columns(sent.alias("Send Welcome Email"))


def name_user_type(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `user_type`: full_user, smartbox_user, or null where SmartBox User is neither "true" nor "false".

    Keeps every row, in order.
    """
    words = {TRUE: SMARTBOX_USER, FALSE: FULL_USER}
    return rows.with_columns(
        user_type=pl.col("SmartBox User").replace_strict(words, default=None, return_dtype=pl.String)
    )


#: flag -> the rule that sets it, the rule that takes it away
_BY_RULE: dict[str, tuple[Then, Then]] = {
    "Send Invitation": ("send_invitation", "no_invitation"),
    "Send Welcome Email": ("send_welcome_email", "no_welcome_email"),
    "Generate Access Code": ("generate_access_code", "no_access_code"),
}


def _flag(rules: tuple[PeopleRule, ...], column: str, default: pl.Expr) -> pl.Expr:
    yes, no = _BY_RULE[column]
    return pl.coalesce(column, first_of(rules, {yes: pl.lit(TRUE), no: pl.lit(FALSE)}), default)


def _text(flag: bool) -> pl.Expr:  # noqa: FBT001 - the flag is the value
    return pl.lit(TRUE if flag else FALSE)
