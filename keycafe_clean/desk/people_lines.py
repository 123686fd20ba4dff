"""Who goes into Keycafe, a line a kind of people: how many, what becomes of them, which rows, what can be changed."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.contract import FULL_USER, SMARTBOX_USER
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import PeopleLine
from keycafe_clean.outcome_reasons import BY_HAND, IN_KEYCAFE, reason_in_words
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.steps.employment import REASON_OF
from keycafe_clean.steps.status import FUTURE, INACTIVE, LEAVE
from keycafe_clean.wording import counted

#: What the keys of all kinds of people begin with, and those of who is left out.
PEOPLE = "people:"
_LEFT_OUT = f"{PEOPLE}left_out:"
_STAY, _ON_LEAVE, _STARTERS = (f"{PEOPLE}{name}" for name in ("stay", "on_leave", "starters"))
_FULL, _SMARTBOX = (f"{PEOPLE}{name}" for name in ("full", "smartbox"))

#: What can be changed about whoever is left out, by the code of the reason (`outcome_reasons.toml`).
_CHANGES = {
    REASON_OF[INACTIVE]: "words",
    REASON_OF[FUTURE]: "starters",
    REASON_OF[LEAVE]: "on_leave",
    IN_KEYCAFE: "known",
    BY_HAND: "decisions",
    "rule": "places",
}


def people_rows(cleaned: Cleaned, key: str) -> pl.Series:
    """Get the row_id of everybody of a kind, as they stand in the files; of a kind that there is not nobody's."""
    rows = cleaned.rows
    if key.startswith(_LEFT_OUT):
        said = rows.filter(pl.col("outcome") == "left_out").select("row_id", reason_in_words("kind"))
        return said.filter(pl.col("reason") == key.removeprefix(_LEFT_OUT)).get_column("row_id")
    stay = rows.filter(~pl.col("outcome").is_in(["left_out", "not_people"]))
    work = stay.join(cleaned.work, on="row_id", how="left", maintain_order="left")
    ready = pl.col("outcome") == "ready"
    of_kind = {
        _STAY: pl.lit(value=True),
        _ON_LEAVE: pl.col("employment") == LEAVE,
        _STARTERS: pl.col("start_date") > cleaned.today,
        _FULL: ready & (pl.col("user_type") == FULL_USER),
        _SMARTBOX: ready & (pl.col("user_type") == SMARTBOX_USER),
    }
    return work.filter(of_kind.get(key, pl.lit(value=False))).get_column("row_id")


def people_lines(cleaned: Cleaned) -> Iterator[PeopleLine]:
    """Yield the lines: who stays, who is left out and why, whose case is a rule's, and what users they become."""
    yield _line(cleaned, _STAY, "places")
    yield from _left_out(cleaned)
    for key, change in ((_ON_LEAVE, "on_leave"), (_STARTERS, "starters")):
        if (line := _line(cleaned, key, change)).number:
            yield line
    invited = cleaned.rows.filter(pl.col("outcome") == "ready", pl.col("Send Invitation") == "true").height
    yield _line(cleaned, _FULL, "full", invitations=counted(invited, "invitation"))
    yield _line(cleaned, _SMARTBOX, "smartbox")


def _line(cleaned: Cleaned, key: str, change: str, **blanks: str) -> PeopleLine:
    name = key.removeprefix(PEOPLE)
    number = people_rows(cleaned, key).len()
    return PeopleLine(number, text(f"people.{name}"), text(f"people.{name}_note", **blanks), key, change)


def _left_out(cleaned: Cleaned) -> Iterator[PeopleLine]:
    """Yield a line a reason, that of most people first."""
    left_out = cleaned.rows.filter(pl.col("outcome") == "left_out")
    said = left_out.select(reason_in_words("kind"), code="reason")
    kinds = said.group_by("reason", maintain_order=True).agg(pl.len(), pl.col("code").first())
    for reason, number, code in kinds.sort("len", descending=True, maintain_order=True).rows():
        note = text("people.left_out_note", reason=f"{reason[0].upper()}{reason[1:]}")
        yield PeopleLine(number, text("people.left_out"), note, f"{_LEFT_OUT}{reason}", _CHANGES.get(code, ""))
