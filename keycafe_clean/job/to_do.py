"""What is left to do by hand in Keycafe: whom to remove or change, who needs a way in, a permission or a repair."""

from collections.abc import Iterable

import polars as pl

from keycafe_clean.article.contract import SMARTBOX_USER
from keycafe_clean.job.comparison import BY_IMPORT, CHANGED, LEFT, MISSING, Comparison
from keycafe_clean.job.outcome_lines import ADDED, ALREADY_THERE, INVITATION, NEEDS_A_FIX, NO_WAY_IN

REMOVE, CHANGE, LOOK = "remove in Keycafe", "change in Keycafe", "look in Keycafe"
PERMIT, HAND_OVER, REPAIR = "give key permissions", "hand out the access code", "repair and send again"
NOT_HERE = "look whether they have left: not in this file"
#: Keycafe does not tell us the name of the account: an address that was passed on may be somebody else's.
OWN_ACCOUNT = "look whether the account that is there is theirs"
LET_IN, FOLLOW_UP = "give a way in", "follow up invitations"

#: A line a person and task; where they work is for whoever gives permissions by site. `detail` says what, or why.
TO_DO = pl.Schema(dict.fromkeys(("task", "name", "email", "location", "department", "detail"), pl.String))


def by_comparison(comparison: Comparison) -> pl.DataFrame:
    """Get whom to remove, since they have left, whom to change, and who is back (`TO_DO`): people in Keycafe alone.

    Then whoever is missing, wherever they stood.
    """
    there = comparison.before.filter(pl.col("stands") == BY_IMPORT)
    sides = (("name", "address"), ("name_now", "email_now"))
    was, now = (pl.concat_str(*side, separator=", ", ignore_nulls=True) for side in sides)
    said = {LEFT: (REMOVE, pl.lit("no longer employed")), CHANGED: (CHANGE, pl.format("was {}, is {}", was, now))}
    parts = [_task(there.filter(pl.col("became") == became), task, detail) for became, (task, detail) in said.items()]
    back = pl.lit("back again: was to be removed, add them by hand if that was done")
    out = pl.lit("left out by hand, and no longer employed: remove the account, if there is one under another name")
    asked = pl.format("left out by hand: if the account of {} is theirs, change the name or address there", "may_be")
    unsaid = pl.lit("left out by hand: if this is somebody who is missing below, change the name or address there")
    missing = comparison.before.filter(pl.col("became") == MISSING)
    stood = pl.format("{} in the month before; nothing is concluded from that", "stands")
    return _together(
        [
            *parts,
            _task(comparison.left_since, REMOVE, pl.lit("no longer employed")),
            _task(comparison.back, LOOK, back),
            _task(comparison.out_by_hand, LOOK, out),
            _task(comparison.perhaps_renamed, LOOK, pl.coalesce(asked, unsaid)),
            _task(comparison.ruled_out, LOOK, pl.format("would not go in any more: {}", "why_now")),
            _task(missing, NOT_HERE, stood),
        ]
    )


def by_answers(lines: pl.DataFrame) -> pl.DataFrame:
    """Get what to do about who was sent in a month (`OUTCOME_LINES`), once Keycafe has answered (`TO_DO`)."""
    answered = {name: lines.filter(pl.col("answer") == name) for name in (ADDED, ALREADY_THERE, NEEDS_A_FIX)}
    added = answered[ADDED]
    nameless = pl.col("address").is_null() & (pl.col("user_type") == SMARTBOX_USER)
    locked_out = (pl.col("ways_in") == NO_WAY_IN).fill_null(value=False)
    return _together(
        (
            _task(answered[NEEDS_A_FIX], REPAIR, pl.col("said")),
            _task(answered[ALREADY_THERE], OWN_ACCOUNT, pl.col("said")),
            _task(added.filter(locked_out), LET_IN, pl.lit("neither invitation nor access code nor badge")),
            _task(
                added.filter(nameless & ~locked_out),
                HAND_OVER,
                pl.lit("Keycafe sends no e-mail: look the code up there"),
            ),
            _invitations(added),
            _task(added, PERMIT, pl.lit("permissions are not part of an import")),
        )
    )


def _invitations(added: pl.DataFrame) -> pl.DataFrame:
    """Get one line for all who were invited ("you will see them under the Invited filter on the Users tab")."""
    invited = added.filter(pl.col("ways_in").str.contains(INVITATION, literal=True).fill_null(value=False)).height
    if not invited:
        return TO_DO.to_frame()
    who = "1 person was" if invited == 1 else f"{invited:,} people were"
    detail = f"{who} invited: the Users tab shows under Invited who has no account yet"
    return pl.DataFrame([{"task": FOLLOW_UP, "detail": detail}], schema=TO_DO)


def _task(people: pl.DataFrame, task: str, detail: pl.Expr) -> pl.DataFrame:
    email = pl.col("address" if "address" in people.columns else "email").alias("email")
    told = people.select(pl.lit(task).alias("task"), "name", email, "location", "department", detail.alias("detail"))
    order = ["location", "department"] if task == PERMIT else []
    return told.sort(order, nulls_last=True, maintain_order=True) if order else told


def _together(parts: Iterable[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat([TO_DO.to_frame(), *(part.cast(TO_DO) for part in parts)])
