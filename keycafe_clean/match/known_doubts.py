"""Who may already be in Keycafe: each row is asked about once, by what tells most."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from keycafe_clean.decide.who import is_compatible_name
from keycafe_clean.findings import findings_of, thousands
from keycafe_clean.folding import folded_name
from keycafe_clean.match.identity_keys import cell_of, whole_name
from keycafe_clean.match.known import (
    DENIED,
    GONE,
    PLACE,
    UNREAD,
    UNSURE,
    are_told_apart,
    are_two_days,
    are_two_numbers,
    people_here,
    people_known,
)
from keycafe_clean.match.known_apostrophes import names_with_apostrophes
from keycafe_clean.match.known_damaged import damaged_names
from keycafe_clean.match.known_gone import names_that_begin_alike, one_name_and_first_day
from keycafe_clean.match.known_longer import longer_familiar_names, longer_names
from keycafe_clean.match.known_names import (
    familiar_names,
    names_in_other_letters,
    names_in_other_spelling,
    parts_of_names,
)
from keycafe_clean.match.known_numbers import number_alone
from keycafe_clean.match.known_words import familiar_on, lines_in_doubt, named_on, shown
from keycafe_clean.match.name_fit import in_any_order

#: The local part of an address that is made of a person's names: `ona.reyes`, `ona_de-reyes`.
_MADE_OF_NAMES = r"^\s*(\p{L}{2,}(?:[._-]\p{L}{2,})+)@"

#: A first name in initials alone: `m`, `d a`.
_INITIALS = r"^\p{L}(?: \p{L})*$"

#: The codes of questions: Keycafe refuses a second account with one address, whoever it is for.
MAY_BE, ADDRESS_TAKEN = "possible_known", "address_in_keycafe"


@dataclass(frozen=True, eq=False)
class Met:
    """What every rule looks at.

    `rows` are those in doubt and `left_out` those left out as known, as `exactly_doubted()` takes them. `here` is
    `people_here()` of the rows; `there` is who is known by now, with the keys of `people_known()`, `value` (who it is,
    as a question says it), `named` (the name), `spelled` (the name that the address is made of), null where none is,
    and `is_row` (it is somebody left out); `unclear` are the `lines_in_doubt()` of the list.
    """

    rows: pl.DataFrame
    left_out: pl.DataFrame
    here: pl.DataFrame
    there: pl.DataFrame
    unclear: pl.DataFrame


@dataclass(frozen=True, eq=False)
class DoubtRule:
    """One reason for which a row may be a known person.

    `code` is the question's, `reason` yields its words, and `doubted` gets the pairs: `row_id`, `value`, and what the
    reason reads; of several of one row the first counts.
    """

    code: str
    reason: pl.Expr
    doubted: Callable[[Met], pl.DataFrame]

    def doubts(self, met: Met) -> pl.DataFrame:
        """Get the pairs with what is asked about them: `row_id`, `value`, `reason`, `code`."""
        return self.doubted(met).select("row_id", "value", reason=self.reason, code=pl.lit(self.code))


def exactly_doubted(rows: pl.DataFrame, left_out: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the rows that have a known person's address, number, badge or whole name, and may yet be somebody else.

    Each row once, by the first of `DOUBT_RULES` that finds it, sorted by row_id: row_id, `value` (the known person),
    `reason` and `code` of the question; where the address is taken, the reason is the name of who has it. However many
    have the name: nobody is passed over because it is common. Two first days, and of names that are only alike two
    employee numbers, are two people.

    Args:
        rows: as `already_in_keycafe()` takes them, with `Badge Code` where it is there; blanks never meet.
        left_out: the rows that are left out as known: they are known people too, and their cells complete the list's.
        known: the list, as `already_in_keycafe()` takes it.
    """
    met = Met(rows, left_out, people_here(rows), _known_by_now(left_out, known), lines_in_doubt(known))
    doubts = pl.concat(rule.doubts(met) for rule in DOUBT_RULES)
    return doubts.unique("row_id", keep="first", maintain_order=True).sort("row_id")


def possibly_known(doubts: pl.DataFrame) -> pl.DataFrame:
    """Get a question (`FINDINGS`) for every doubted row; of several doubts about one the first counts.

    Reads row_id, `value`, `reason` and `code`. Those who may be known come before the taken addresses, each sorted by
    row_id; all are about the column `Email Address`.
    """
    once = doubts.unique("row_id", keep="first", maintain_order=True).sort("row_id")
    asked = once.with_columns(column=pl.lit("Email Address"))
    return pl.concat([findings_of(code, asked.filter(pl.col("code") == code)) for code in (MAY_BE, ADDRESS_TAKEN)])


def _known_by_now(left_out: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the known people with their keys, `value`, `named`, `spelled`, and the rows among them.

    `spelled` is the name that the address of nobody here is made of. What a list does not say of somebody who is a row,
    the row says.
    """
    listed = people_known(known).hstack(
        known.select(value=value_of(known), named=_name(known), spelled=in_any_order(name_of_address()))
    )
    rows = people_here(left_out).hstack(left_out.select(value=value_of(left_out), named=_name(left_out)))
    cells = rows.drop_nulls("key").unique("key", keep="first", maintain_order=True)
    is_row = pl.col("key").is_in(cells.get_column("key").implode()).fill_null(value=False)
    is_numbered = pl.col("number").is_in(rows.get_column("number").drop_nulls().implode()).fill_null(value=False)
    listed = listed.with_columns(spelled=pl.when(~is_row).then("spelled"), is_row=is_row | is_numbered)
    completed = listed.join(cells.select("key", "number", "day"), on="key", how="left", suffix="_row")
    more = [pl.coalesce(name, f"{name}_row").alias(name) for name in ("number", "day")]
    everybody = pl.concat([completed.with_columns(more).select(listed.columns), rows], how="diagonal")
    return everybody.drop("row_id", "kept").with_columns(
        pl.col("is_row").fill_null(value=True), pl.col(GONE).fill_null(value=False)
    )


def _address_in_keycafe(met: Met) -> pl.DataFrame:
    """Get who has a known address, of several people who have it first the one whose name fits."""
    both = met.here.join(met.there, on="key", suffix="_known", maintain_order="left")
    fits = is_compatible_name(pl.col("name"), pl.col("name_known"))
    return both.sort(~fits, pl.col("named").is_null(), maintain_order=True)


def _possible_known_by_number(met: Met) -> pl.DataFrame:
    named = met.here.drop_nulls("name")
    both = named.join(met.there, on="number", suffix="_known", maintain_order="left")
    return both.filter(pl.col("name_known").is_not_null() & is_compatible_name(pl.col("name"), pl.col("name_known")))


def _possible_known_by_badge(met: Met) -> pl.DataFrame:
    here = met.rows.select("row_id", badge=_badge(met.rows))
    there = met.left_out.select(value=value_of(met.left_out), badge=_badge(met.left_out))
    return here.join(there, on="badge", maintain_order="left")


def _badge(rows: pl.DataFrame) -> pl.Expr:
    return cell_of(rows, "Badge Code").str.strip_chars().str.to_lowercase().replace("", None)


def _possible_known_by_name(met: Met) -> pl.DataFrame:
    """Get who has the whole name of a known person: other numbers tell nobody apart who is no row, for they change.

    Nor do other first days of somebody who is gone: they are corrected.
    """
    named = _once(met.there).with_columns(name_known="name")
    both = met.here.join(named, on="name", suffix="_known", maintain_order="left")
    return both.filter(~pl.when("is_row").then(are_told_apart()).otherwise(are_two_days() & ~pl.col(GONE)))


def _why_of_name() -> pl.Expr:
    """Yield what fits of a name, and what does not."""
    return pl.when(are_two_numbers()).then(pl.lit("same name, another employee number")).otherwise(pl.lit("same name"))


def _possible_known_by_spelled_name(met: Met) -> pl.DataFrame:
    """Get who has the names that the address of a known person without any is made of."""
    spelled = _once(met.there).filter(pl.col("name").is_null()).drop_nulls("spelled")
    whole = met.here.with_columns(spelled="name")
    made = pl.concat([whole, _two_names(met.here) if not spelled.is_empty() else whole.clear()]).drop_nulls("spelled")
    return made.join(spelled, on="spelled", suffix="_known", maintain_order="left").filter(~are_told_apart())


def _possible_known_by_initials(met: Met) -> pl.DataFrame:
    """Get who has the last name and the initial of a known person of whom nothing else is known."""
    nameless = pl.all_horizontal(pl.col("key", "number").is_null())
    there = met.there.filter(nameless).with_columns(short=_in_short("last", "first"))
    initials = _once(there.filter(pl.col("first").str.contains(_INITIALS)))
    here = met.here.with_columns(short=_in_short("last", "first"))
    return here.join(initials, on="short", suffix="_known", maintain_order="left").filter(~are_told_apart())


def _in_short(last: str, first: str) -> pl.Expr:
    """Yield a last name with the initial of the first one; null where one of them is missing."""
    return pl.concat_str(last, pl.col(first).str.head(1), separator=" ")


def _possible_known_by_line(met: Met) -> pl.DataFrame:
    """Get who is named on a line of the list that is not clear."""
    return named_on(met.unclear, met.here).with_columns(value=shown())


def _possible_known_by_familiar_line(met: Met) -> pl.DataFrame:
    """Get who is called by a form of the first name on such a line."""
    return familiar_on(met.unclear, met.here).with_columns(value=shown())


def _why_familiar() -> pl.Expr:
    says = "row {} of {} may name this person by a familiar form of the first name"
    return pl.format(says, thousands(pl.col(PLACE[1])), PLACE[0])


def _why_unclear() -> pl.Expr:
    """Yield what is unclear of a line that names somebody: where it stands, and what it may say."""
    says = {
        UNREAD: "row {} of {} names this person, and was not understood",
        UNSURE: "row {} of {} may name several people, this one among them",
        DENIED: "row {} of {} may say of this person that there is no account",
    }
    said = [
        pl.when(pl.col("list_doubt") == doubt).then(pl.format(it, thousands(pl.col(PLACE[1])), PLACE[0]))
        for doubt, it in says.items()
    ]
    return pl.coalesce(said)


def _once(there: pl.DataFrame) -> pl.DataFrame:
    """Get who cannot be told apart by number and day once: thousands may have one name on both sides."""
    return there.unique(["name", "spelled", "number", "day"], keep="first", maintain_order=True)


def _two_names(here: pl.DataFrame) -> pl.DataFrame:
    """Get every two words of names of more, as `spelled`: who is Lund-Hart now may have been Lund."""
    words = here.with_columns(word=pl.col("name").str.split(" ")).filter(pl.col("word").list.len() > 2).explode("word")
    both = words.join(words.select("row_id", other="word"), on="row_id", maintain_order="left")
    return both.filter(pl.col("word") < pl.col("other")).select(
        *here.columns, spelled=pl.concat_str("word", "other", separator=" ")
    )


def name_of_address() -> pl.Expr:
    """Yield the name that an address is made of, folded: `ona reyes` of `ona_reyes@...`; null: of none."""
    return folded_name(pl.col("Email Address").str.extract(_MADE_OF_NAMES))


def value_of(people: pl.DataFrame) -> pl.Expr:
    """Yield who a known person is, as a question says it: the address, else the name; null: neither."""
    return pl.coalesce("Email Address", _name(people))


def _name(people: pl.DataFrame) -> pl.Expr:
    return whole_name(people).replace("", None)


def _by_keys(find: Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]) -> Callable[[Met], pl.DataFrame]:
    """Get how a rule doubts that looks at the keys of rows and of known people alone."""

    def doubted(met: Met) -> pl.DataFrame:
        return find(met.here, met.there)

    return doubted


#: Why a row may be a known person, and what is asked then; what tells most comes first, and counts.
DOUBT_RULES = (
    DoubtRule(ADDRESS_TAKEN, pl.col("named").fill_null("the list has no name for it"), _address_in_keycafe),
    DoubtRule(MAY_BE, pl.lit("same employee number, different names"), _possible_known_by_number),
    DoubtRule(MAY_BE, pl.lit("same employee number, but nothing else is the same"), _by_keys(number_alone)),
    DoubtRule(MAY_BE, pl.lit("same badge code"), _possible_known_by_badge),
    DoubtRule(MAY_BE, _why_of_name(), _possible_known_by_name),
    DoubtRule(MAY_BE, pl.lit("the same name in another spelling"), _by_keys(names_in_other_spelling)),
    DoubtRule(
        MAY_BE,
        pl.lit("the same name, with a blank for an apostrophe"),
        _by_keys(names_with_apostrophes),
    ),
    DoubtRule(MAY_BE, pl.lit("the address is made of the same names"), _possible_known_by_spelled_name),
    DoubtRule(MAY_BE, pl.lit("same last name, same initial"), _possible_known_by_initials),
    DoubtRule(MAY_BE, pl.lit("the same name in other letters"), _by_keys(names_in_other_letters)),
    DoubtRule(MAY_BE, pl.lit("the same name with letters lost"), _by_keys(damaged_names)),
    DoubtRule(MAY_BE, pl.lit("one name is part of the other"), _by_keys(parts_of_names)),
    DoubtRule(
        MAY_BE,
        pl.lit("same last name, a familiar form of the first name"),
        _by_keys(familiar_names),
    ),
    DoubtRule(MAY_BE, pl.lit("same first name, one name is shorter"), _by_keys(longer_names)),
    DoubtRule(
        MAY_BE,
        pl.lit("a familiar form of the first name, one name is shorter"),
        _by_keys(longer_familiar_names),
    ),
    DoubtRule(
        MAY_BE,
        pl.lit("one name and the first day are the same, and nobody of that name is here"),
        _by_keys(one_name_and_first_day),
    ),
    DoubtRule(
        MAY_BE,
        pl.lit("the names are alike, and nobody of that name is here"),
        _by_keys(names_that_begin_alike),
    ),
    DoubtRule(MAY_BE, _why_unclear(), _possible_known_by_line),
    DoubtRule(MAY_BE, _why_familiar(), _possible_known_by_familiar_line),
)
