"""`outcomes.csv` of a month: one line for every row read, and later what Keycafe said of who was sent."""

import io

import polars as pl

from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError
from keycafe_clean.formula_escaping import mark, unmark
from keycafe_clean.match.known_doubts import ADDRESS_TAKEN, MAY_BE
from keycafe_clean.outcome_reasons import IN_KEYCAFE, reason_in_words
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan

#: What Keycafe said of somebody who was sent. Until it is answered, whoever was sent counts as if they were added.
ADDED, ALREADY_THERE, NEEDS_A_FIX, TRY_AGAIN, UNKNOWN = (
    "added", "already there", "needs a fix", "try again", "unknown",
)  # fmt: skip

KNOWN_ANSWERS = (ADDED, ALREADY_THERE, NEEDS_A_FIX, TRY_AGAIN, UNKNOWN)

#: The columns of `outcomes.csv`, all text, null a blank cell. `row` is counted as a spreadsheet does; `month` is the
#: month (YYYY-MM) that a ready row is planned for; `sent` is the row of the import file that somebody went out in,
#: header counted, where the file was handed over; `answer` is what Keycafe said, `said` its own words, `answered_on`
#: the day (YYYY-MM-DD) and `answered_by` who noted it. The cells of `WHO` say who it is about; `last_day` is the last
#: day that is known (YYYY-MM-DD); `ways_in` is how somebody who is ready can open a box by the file (`WAYS_IN`, or
#: `none`); `known_file`, `known_row` say where whoever is in Keycafe already was found: a month's folder or a list,
#: and the row in it; `beside_file` and `beside_row` the other row of an export that it was asked about whether both
#: are one person; `may_be` is the address or name of whom in Keycafe it was asked about whether they are that person;
#: `address` is the one that a row goes in with, after all edits, null where it has none or gave it up: `email` is the
#: export's; `number_as_read` is the employee number of the row, also where numbers tell nobody and `employee_id` is
#: null.
OUTCOME_LINES = pl.Schema(
    dict.fromkeys(
        (
            *(
                "file",
                "row",
                "outcome",
                "reason",
                "why",
                "month",
                "sent",
                "answer",
                "answered_on",
                "answered_by",
                "said",
            ),
            *(
                "user_type",
                *WHO,
                "first_name",
                "last_name",
                "department",
                "location",
                "last_day",
                "ways_in",
                "known_file",
                "known_row",
                "beside_file",
                "beside_row",
                "may_be",
                "address",
                "number_as_read",
            ),
        ),
        pl.String,
    )
)

#: What an earlier version did not write.
_ADDED = ("ways_in", "known_file", "known_row", "beside_file", "beside_row", "may_be", "number_as_read", "answered_by")

#: What lets somebody in, and the cells of the import file that say so.
INVITATION = "invitation"
WAYS_IN = {
    INVITATION: pl.col("Send Invitation") == "true",
    "access code": pl.col("Generate Access Code") == "true",
    "badge": pl.col("Badge Code").is_not_null(),
}
NO_WAY_IN = "none"


def outcome_lines(cleaned: Cleaned, plan: Plan, *, handed_over: bool) -> pl.DataFrame:
    """Get a line for every row read (`OUTCOME_LINES`), in the order of the export.

    Of who is in this month's file `answer` is `unknown` if it is `handed_over`, else nobody was sent.
    """
    who = cleaned.who.select("row_id", "number_as_read", *(pl.col(cell).alias(f"who.{cell}") for cell in WHO))
    rows = cleaned.rows.join(who, on="row_id", how="left").join(cleaned.work, on="row_id", how="left")
    rows = rows.join(_asked_beside(cleaned), on="row_id", how="left").join(_may_be(cleaned), on="row_id", how="left")
    months = plan.lines.select("row_id", planned="month")
    places = pl.DataFrame({"row_id": plan.this_month}).with_row_index("place", offset=2)
    whole = rows.join(months, on="row_id", how="left").join(places, on="row_id", how="left").sort("row_id")
    sent = pl.col("place").is_not_null() & handed_over
    return whole.select(
        "file",
        pl.col("source_row").cast(pl.String).alias("row"),
        "outcome",
        "reason",
        reason_in_words().alias("why"),
        pl.col("planned").alias("month"),
        pl.when(sent).then("place").cast(pl.String).alias("sent"),
        pl.when(sent).then(pl.lit(UNKNOWN)).alias("answer"),
        *(pl.lit(None, pl.String).alias(name) for name in ("answered_on", "answered_by", "said")),
        "user_type",
        *(f"who.{cell}" for cell in WHO),
        pl.col("First Name").alias("first_name"),
        pl.col("Last Name").alias("last_name"),
        *("department", "location"),
        pl.col("last_day").dt.to_string("%Y-%m-%d"),
        pl.when(pl.col("outcome") == "ready").then(_ways_in()).alias("ways_in"),
        *_known_by(),
        *("beside_file", "beside_row", "may_be"),
        pl.col("Email Address").alias("address"),
        "number_as_read",
    ).rename({f"who.{cell}": cell for cell in WHO})


def _asked_beside(cleaned: Cleaned) -> pl.DataFrame:
    """Get row_id, `beside_file` and `beside_row` of every row that may be the person of another one."""
    asked = cleaned.findings.filter(pl.col("code") == "possible_duplicate").drop_nulls(["row_id", "other_row_id"])
    others = cleaned.rows.select(
        other_row_id="row_id", beside_file="file", beside_row=pl.col("source_row").cast(pl.String)
    )
    found = asked.join(others, on="other_row_id", maintain_order="left").unique("row_id", keep="first")
    return found.select("row_id", "beside_file", "beside_row")


def _may_be(cleaned: Cleaned) -> pl.DataFrame:
    """Get row_id and `may_be` of every row that may be somebody in Keycafe."""
    asked = cleaned.findings.filter(pl.col("code").is_in([MAY_BE, ADDRESS_TAKEN])).drop_nulls("row_id")
    return asked.unique("row_id", keep="first").select("row_id", may_be="value")


def _known_by() -> list[pl.Expr]:
    """Yield where whoever is in Keycafe already was found, from the place in their reason (`2026-11, row 1,204`)."""
    place = pl.when(pl.col("reason") == IN_KEYCAFE).then("reason_column")
    row = place.str.extract(r", row ([0-9,]+)$").str.replace_all(",", "")
    return [place.str.extract(r"^(.*), row [0-9,]+$").alias("known_file"), row.alias("known_row")]


def _ways_in() -> pl.Expr:
    ways = (pl.when(is_there).then(pl.lit(way)) for way, is_there in WAYS_IN.items())
    return pl.concat_str(*ways, separator=", ", ignore_nulls=True).replace("", NO_WAY_IN)


def to_csv(lines: pl.DataFrame) -> bytes:
    """Get the bytes of `outcomes.csv`, every cell quoted; reading them gives equal lines."""
    text = io.BytesIO()
    lines.select(mark(pl.all())).write_csv(text, line_terminator="\r\n", quote_style="always")
    return text.getvalue()


def from_csv(data: bytes, name: str) -> pl.DataFrame:
    """Get the lines (`OUTCOME_LINES`) of an `outcomes.csv`, in order. SetupError: it is none that a run wrote."""
    try:
        read = pl.read_csv(data, infer_schema=False, encoding="utf8")
        missing = set(_ADDED) - set(read.columns)
        if "address" not in read.columns:
            read = read.with_columns(address="email")
        lines = read.with_columns(pl.lit("").alias(it) for it in missing).select(unmark(pl.col(OUTCOME_LINES.names())))
    except (pl.exceptions.PolarsError, UnicodeDecodeError):
        raise SetupError(f"{name} is not what a run wrote. Take it back from a copy of the job's folder.") from None
    return lines.with_columns(pl.all().replace("", None))


#: The outcome of a line whose person was erased: it holds the place of the row, and what a file has used.
ERASED = "erased"


def is_in_keycafe() -> pl.Expr:
    """Yield whether somebody who was sent is in Keycafe, or may be; never null.

    Only a word that says that they are not lets them be sent again: whoever altered another one has sent nobody.
    """
    is_out = pl.col("answer").is_in([NEEDS_A_FIX, TRY_AGAIN]).fill_null(value=False)
    return pl.col("sent").is_not_null() & ~is_out
