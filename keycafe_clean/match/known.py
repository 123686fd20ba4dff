"""Who is already in Keycafe: people of the import history or of a list, found among the rows for certain."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.who import is_compatible_name
from keycafe_clean.digits import without_zeros
from keycafe_clean.findings import thousands
from keycafe_clean.folding import folded_name, has_other_letters, in_latin, in_one_spelling, marked_name
from keycafe_clean.match.contradictions import groups_of_several_names
from keycafe_clean.match.identity_keys import cell_of, whole_name
from keycafe_clean.match.name_fit import fits, in_any_order, is_same_person_name
from keycafe_clean.match.nicknames import are_forms_of_one_name

#: What a list of known people may have; each cell may be blank.
KNOWN = ("First Name", "Last Name", "Email Address")

#: What it may have beside: a name that could not be split, an employee number, the first day (YYYY-MM-DD).
BESIDE = ("full_name", "employee_id", "start_date")

#: What stands within a name where others write a blank: O'Brien, O BRIEN.
_APOSTROPHE = "['’ʼ`´]"

#: Lines of one person, who has several addresses, have the same number in this column (UInt32), if it is there.
PERSON = "person"

#: Where a line stands: the list (String) and the row as a spreadsheet counts it (UInt32), if they are there.
PLACE = ("list_file", "list_row")

#: The row (UInt32) that a line is about for certain, as the import history knows it; null or missing: not known.
ROW = "known_row"

#: The row (UInt32) that has the employee number of a line and nothing else of it, as the import history knows it: a
#: number that is given again, or somebody of whom all else is new; null or missing: none.
NUMBERED = "numbered_row"

#: Whether the import history has somebody whom no row of the export is (Boolean), if it is there.
GONE = "gone"

#: Whether it is known of an address alone that somebody of another name has or had it (Boolean), if it is there.
TAKEN = "taken"

#: What was written on a line of which it is not clear whom it names (`list_text`), and why (`list_doubt`, null where it
#: is clear), if they are there: nobody was found on it, it may name several people, or it says that somebody is *not*
#: in Keycafe. Such a line may have neither name nor address. The only line of a list may say that it holds nobody.
IN_DOUBT = ("list_text", "list_doubt")
UNREAD, UNSURE, DENIED, EMPTY = "unread", "unsure", "denied", "empty"


@dataclass(frozen=True)
class KnownRule:
    """One way to know somebody for certain.

    `keys` say what a row and a known person have in common; `known` takes `people_here()` and `people_known()`, and
    gets the rows (`kept`) of who is known with the `line` of the list, in no order and perhaps several times.
    """

    keys: tuple[str, ...]
    known: Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]

    def found(self, here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
        """Get who is known: `kept`, `line`, and in words what fits (`same`)."""
        return self.known(here, there).select("kept", "line", same=pl.lit(f"the same {' and '.join(self.keys)}"))


def already_in_keycafe(rows: pl.DataFrame, known: pl.DataFrame) -> pl.Series:
    """Get the row_id (UInt32) of every row of a person who is known for certain, once each and sorted.

    Known are, by `KNOWN_RULES`: the row that the history names (`ROW`); the address of somebody with a compatible
    name (a blank one fits any; another first name fits only as a short or familiar form, so that an address that is
    used again knows nobody); the employee number with a name that fits; exactly the same whole name with the same
    first day, where one of the two has no address. Of several people who share an address only the one whose name
    fits is known by it. Rows combined into one are one person. Nobody is found by a blank, and nobody where `known`
    is empty.

    `rows` has row_id, the columns `KNOWN`, and those of `BESIDE`, `combined_into` (null: kept) and `day.start_date`
    (Date) where they are there; `known` has `KNOWN`, and `BESIDE` likewise.
    """
    return known_for_certain(rows, known).get_column("row_id")


def known_for_certain(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the rows of `already_in_keycafe()` with what says so: `row_id`, `same`, `place` (list and row).

    `same` is what fits, and the name of who is known, if there is one. Of several lines that fit the first of the
    strongest rule counts. `place` is null where the list has no `PLACE`.
    """
    here, there = people_here(rows), people_known(known)
    found = pl.concat(rule.found(here, there).with_columns(rule=order) for order, rule in enumerate(KNOWN_RULES))
    first = found.sort("rule", "line").unique("kept", keep="first")
    named = first.join(_places(known), on="line", how="left")
    met = here.join(named, on="kept").unique("row_id").sort("row_id")
    with_name = pl.format("{}, '{}'", "same", "named")
    return met.select("row_id", pl.coalesce(with_name, "same").alias("same"), "place")


def _places(known: pl.DataFrame) -> pl.DataFrame:
    """Get where each line of the lists stands, in words, and whom it names (`line`, `place`, `named`); null: none."""
    said = {*PLACE} <= set(known.columns)
    place = pl.format("{}, row {}", PLACE[0], thousands(pl.col(PLACE[1]))) if said else pl.lit(None, pl.String)
    return known.with_row_index("line").select("line", place=place, named=whole_name(known).replace("", None))


def people_here(rows: pl.DataFrame) -> pl.DataFrame:
    """Get rows as they are compared with known people: keeps every row, in order; what is blank is null.

    row_id, `kept` (the row it is combined into, else itself), and the keys: `key` (the address), `first`, `last`,
    `whole`, `marked` (the same with its marks) and `name` (the words of the whole name by letters, whatever their
    order), `parted` (the same with blanks for apostrophes), `number` (without zeros before it), `day` (Date; null also
    for what is no day), `latin` (the name in Latin letters) and `is_other` (it is not written in them). Takes the rows
    of `already_in_keycafe()`.
    """
    kept = pl.coalesce("combined_into", "row_id") if "combined_into" in rows.columns else pl.col("row_id")
    return rows.select("row_id", kept=kept).hstack(_keys(rows))


def people_known(known: pl.DataFrame) -> pl.DataFrame:
    """Get known people as they are compared: one line an address, in order.

    `line`, `person`, `ROW`, `NUMBERED`, `GONE`, `TAKEN`, the keys.

    `line` counts from 0; `person` is the list's number of who it is, or the line where the list has none (UInt32). The
    keys are those of `people_here()`, null where blank.
    """
    lines = known.with_row_index("line")
    rows = [cell_of(known, name, pl.UInt32()).alias(name) for name in (ROW, NUMBERED)]
    person = pl.col(PERSON) if PERSON in known.columns else pl.col("line")
    said = [cell_of(known, name, pl.Boolean()).fill_null(value=False).alias(name) for name in (GONE, TAKEN)]
    told = lines.select("line", person.cast(pl.UInt32).alias(PERSON), *rows, *said)
    return told.hstack(_keys(known))


def _keys(people: pl.DataFrame) -> pl.DataFrame:
    keys = people.select(
        key=email_key("Email Address"),
        first=folded_name(cell_of(people, "First Name")),
        last=folded_name(cell_of(people, "Last Name")),
        whole=folded_name(whole_name(people)),
        marked=marked_name(whole_name(people)),
        parted=in_any_order(folded_name(whole_name(people).str.replace_all(_APOSTROPHE, " "))),
        number=without_zeros(cell_of(people, "employee_id")),
        day=_first_day(people),
    )
    return keys.with_columns(
        name=in_any_order(pl.col("whole")),
        latin=in_any_order(in_latin(pl.col("whole"))),
        spelt=in_any_order(in_one_spelling(pl.col("whole"))),
        is_other=has_other_letters(pl.col("whole")),
    )


def _first_day(people: pl.DataFrame) -> pl.Expr:
    if "day.start_date" in people.columns:
        return pl.col("day.start_date")
    return cell_of(people, "start_date").str.to_date("%Y-%m-%d", strict=False)


def _by_history(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    return here.join(there, left_on="row_id", right_on=ROW, suffix="_known")


def _by_address(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has a known address. Where people of several names share it, the name alone tells who is known."""
    met = here.join(there.filter(~pl.col(TAKEN)), on="key", suffix="_known")
    shared = groups_of_several_names(here.filter(pl.col("key").is_in(met.get_column("key").implode())), "key")
    is_alone = ~pl.col("key").is_in(shared.implode())
    is_one = (is_compatible_name(pl.col("name"), pl.col("name_known")) & _fits_first_name(met)) | are_one_in_latin()
    alone = met.filter(is_alone & is_one)
    fitting = met.filter(~is_alone & is_same_person_name("", "_known"))
    is_exact = pl.col("name") == pl.col("name_known")
    is_only = pl.col("kept").n_unique().over("key") == 1
    return pl.concat([alone, fitting.filter(is_exact | is_only)])


def _fits_first_name(met: pl.DataFrame) -> pl.Expr:
    """Yield whether two people of one address may have one first name; a last name may be that of a spouse or sibling.

    Names whose first part nobody knows have two words in common; never null.
    """
    known = pl.col("first").is_not_null() & pl.col("first_known").is_not_null()
    familiar = pl.lit(are_forms_of_one_name(met.select(left="first", right="first_known")))
    either = _shares_word("first", "name_known") | _shares_word("first_known", "name")
    one = known & (fits(pl.col("first"), pl.col("first_known")) | familiar)
    halves = _is_half("") | _is_half("_known")
    uncut = pl.col("first").is_null() & pl.col("first_known").is_null() & (_shared("name", "name_known") > 1)
    return one | either | halves | uncut


def _is_half(side: str) -> pl.Expr:
    """Yield whether nobody knows a first name: a name is missing, is a last name alone, or is one word."""
    first, last, name = (pl.col(f"{it}{side}") for it in ("first", "last", "name"))
    one_word = ~name.str.contains(" ", literal=True)
    return name.is_null() | (first.is_null() & (last.is_not_null() | one_word))


def _shares_word(one: str, other: str) -> pl.Expr:
    return _shared(one, other) > 0


def _shared(one: str, other: str) -> pl.Expr:
    """Yield how many words of two letters or more two folded names share; a blank shares none."""
    shared = pl.col(one).str.split(" ").list.set_intersection(pl.col(other).str.split(" "))
    return shared.list.filter(pl.element().str.len_chars() > 1).list.len().fill_null(0)


def are_one_in_latin() -> pl.Expr:
    """Yield whether two names, one of them in Cyrillic or Greek letters, are one in Latin ones; never null."""
    is_one = (pl.col("latin") == pl.col("latin_known")) & (pl.col("is_other") ^ pl.col("is_other_known"))
    return is_one.fill_null(value=False)


def _by_number(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    met = here.join(there, on="number", suffix="_known")
    is_one = (pl.col("name") == pl.col("name_known")) | is_same_person_name("", "_known")
    return met.filter(is_one)


def _by_first_day(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    met = here.join(there, on=["name", "day"], suffix="_known")
    without_address = pl.col("key").is_null() | pl.col("key_known").is_null()
    return met.filter(without_address & ~are_two_numbers())


def are_two_numbers() -> pl.Expr:
    """Yield whether a row and a known person have employee numbers, and other ones; never null."""
    return (pl.col("number") != pl.col("number_known")).fill_null(value=False)


def are_told_apart() -> pl.Expr:
    """Yield whether numbers say two people, or first days where a number is missing; never null."""
    numbered = pl.col("number").is_not_null() & pl.col("number_known").is_not_null()
    return are_two_numbers() | (~numbered & are_two_days())


def are_two_days() -> pl.Expr:
    """Yield whether a row and a known person have other first days; day and month may be swapped. Never null."""
    day, other = pl.col("day"), pl.col("day_known")
    is_swapped = (day.dt.year() == other.dt.year()) & (day.dt.month() == other.dt.day())
    return ((day != other) & ~(is_swapped & (day.dt.day() == other.dt.month()))).fill_null(value=False)


#: How somebody is known for certain; each rule counts alone, and the first is the reason that is said.
KNOWN_RULES = (
    KnownRule(("person as in the import history",), _by_history),
    KnownRule(("address",), _by_address),
    KnownRule(("employee number", "name"), _by_number),
    KnownRule(("name", "first day"), _by_first_day),
)
