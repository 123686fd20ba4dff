"""One address can have one account: rows that share an address and are not one person."""

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.match.contradictions import NAMES
from keycafe_clean.match.doubted import no_doubts
from keycafe_clean.match.evidence import SUFFIX, generations
from keycafe_clean.match.identity_keys import addresses_of, people_of
from keycafe_clean.match.name_fit import (
    MARKS_DIFFER,
    are_in_two_scripts,
    differ_in_marks,
    have_same_words,
    is_same_person_name,
    share_a_word,
)
from keycafe_clean.match.nobodys_address import asked_of_keepers
from keycafe_clean.match.pairs import both_ways, no_pairs
from keycafe_clean.match.survivors import in_order_of_keeping


def shared_addresses(
    rows: pl.DataFrame, doubted: pl.DataFrame | None = None, different: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Get a question for every row that shares its address with the row that keeps it (`other_row_id`).

    The row keeps it that would be kept of one person. Whoever may be that person is asked about as a possible
    duplicate; anybody else needs an address of their own. Where the address fits none of them, the row that would keep
    it is asked about too, unless both have the same whole name: half of one tells nobody apart. Takes the rows that are
    neither combined nor left out.

    Args:
        rows: as `combine()` returns them.
        doubted: the pairs of `match_and_doubt()`, for the words.
        different: pairs answered as two people (`left_row_id`, `right_row_id`).
    """
    email = addresses_of(rows)
    rows = rows.filter(email.is_duplicated() & email.is_not_null())
    if rows.is_empty():
        return no_findings()
    placed = people_of(rows).join(in_order_of_keeping(rows), on="row_id").join(generations(rows), on="row_id")
    keepers = placed.sort("place").unique("email", keep="first", maintain_order=True)
    beside = keepers.select("email", "employee_id", "generation", *NAMES, other_row_id="row_id")
    shared = placed.join(beside, on="email", suffix="_other").filter(pl.col("row_id") != pl.col("other_row_id"))
    told = shared.with_columns(fits=is_same_person_name("", "_other"), column=pl.lit("Email Address"), value="email")
    asked = _with_pairs(told.sort("row_id"), different, doubted)
    is_one = (pl.col("fits") | _is_respelt()) & ~pl.col("answered")
    several = asked.filter(~is_one)
    unsure = asked.filter(~is_one | _is_half())
    return pl.concat(
        [
            findings_of(
                "possible_duplicate", asked.filter(is_one).select("row_id", "other_row_id", reason=_likeness())
            ),
            findings_of("shared_address", several.with_columns(reason=_difference())),
            asked_of_keepers(_with_choice(placed, rows), unsure.get_column("other_row_id")),
        ]
    )


def _with_choice(people: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Add whether somebody has chosen a row of one person (`is_chosen`), where that is known."""
    return people.join(rows.select("row_id", "is_chosen"), on="row_id") if "is_chosen" in rows.columns else people


def _with_pairs(asked: pl.DataFrame, different: pl.DataFrame | None, doubted: pl.DataFrame | None) -> pl.DataFrame:
    """Add whether each pair is `answered` as two people, and the words of its doubt (`doubt`)."""
    answered = both_ways(no_pairs() if different is None else different).unique().with_columns(answered=True)
    words = both_ways(no_doubts() if doubted is None else doubted, "reason").rename({"reason": "doubt"})
    joined = asked.join(answered, on=["row_id", "other_row_id"], how="left", maintain_order="left")
    worded = joined.join(words, on=["row_id", "other_row_id"], how="left", maintain_order="left")
    return worded.with_columns(pl.col("answered").fill_null(value=False))


def _is_respelt() -> pl.Expr:
    """Yield whether two names may be spellings of one: in two scripts under no other number, or with the same words.

    So are those of one number with a word in common.
    """
    same_number = pl.col("employee_id") == pl.col("employee_id_other")
    in_scripts = _in_two_scripts() & same_number.fill_null(value=True)
    related = same_number.fill_null(value=False) & share_a_word("whole", "whole_other")
    return have_same_words("whole", "whole_other") | in_scripts | related


def _is_half() -> pl.Expr:
    """Yield whether both names are the same half of one, of a family or of many: nothing says whose address it is."""
    halves = [pl.all_horizontal(pl.col(part, f"{part}_other").is_null()) for part in ("first", "last")]
    return halves[0] ^ halves[1]


def _in_two_scripts() -> pl.Expr:
    return are_in_two_scripts(pl.col("whole"), pl.col("whole_other"))


def _likeness() -> pl.Expr:
    """Yield what is the same of two rows of one address whose names fit, and what keeps them apart."""
    numbers = pl.col("employee_id") != pl.col("employee_id_other")
    marked = pl.when(differ_in_marks("marked", "marked_other")).then(pl.lit(MARKS_DIFFER))
    same = marked.when(have_same_words("whole", "whole_other")).then(pl.lit("same name"))
    fitting = same.otherwise(pl.lit("names that fit"))
    respelt = pl.when(_in_two_scripts()).then(pl.lit("names in two scripts"))
    name = pl.when("fits").then(fitting).otherwise(respelt.otherwise(pl.lit("another spelling of the name")))
    number = (
        pl.when(numbers).then(pl.lit("different employee number")).when(~numbers).then(pl.lit("same employee number"))
    )
    other = pl.when(pl.col("generation") != pl.col("generation_other")).then(pl.lit(f"different {SUFFIX}"))
    said = pl.concat_str(pl.lit("same address"), name, number, other, separator=", ", ignore_nulls=True)
    return pl.coalesce("doubt", said)


def _difference() -> pl.Expr:
    """Yield what tells the people of one address apart, as the sentence goes on."""
    missing, other_missing = pl.col("whole").is_null(), pl.col("whole_other").is_null()
    parts = [(pl.col(part).is_null(), pl.col(f"{part}_other").is_null()) for part in ("first", "last")]
    other_half = pl.all_horizontal(here != there for here, there in parts) & (parts[0][0] != parts[1][0])
    return (
        pl.when(missing & other_missing)
        .then(pl.lit("neither has a name"))
        .when(missing | other_missing)
        .then(pl.lit("one of them has no name"))
        .when("fits")
        .then(pl.lit("are two people"))
        .when(other_half)
        .then(pl.lit("each has another half of a name"))
        .when(_in_two_scripts())
        .then(pl.lit("have names in two scripts and different numbers"))
        .otherwise(pl.lit("have different names"))
    )
