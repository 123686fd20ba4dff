"""Whole names become first and last names; a name that cannot be cut with certainty is a question with a suggestion."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.steps.decorations import before_note
from keycafe_clean.steps.frame_columns import FULL_NAME
from keycafe_clean.steps.full_name.bare import ALIKE, proofs, worded
from keycafe_clean.steps.full_name.cuts import certain, likely
from keycafe_clean.steps.full_name.order import order_beside_parts
from keycafe_clean.steps.full_name.pieces import SURNAME_PARTICLES
from keycafe_clean.steps.full_name.plain import plain_cut
from keycafe_clean.steps.full_name.unknown_order import NAME_ORDER_RULE, ORDER_DECIDES
from keycafe_clean.steps.not_a_person import is_no_person
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.words import any_of
from keycafe_clean.words.letters import puts_last_name_first

#: the likeliest parts of a name that is asked about; null where nothing is asked
LIKELY = {"First Name": "likely_first_name", "Last Name": "likely_last_name"}


def split_full_name(frame: pl.DataFrame) -> pl.DataFrame:
    """Fill blank First and Last Names from full names, and put particles of a column of their own before Last Names.

    Reads full_name, name_prefix, name_order, file and Email Address; adds likely_first_name and likely_last_name: what
    a name that cannot be cut with certainty probably is, its First and Last Name staying as they are; and
    `order_decides.full_name`, whether nothing in the file tells the order of its names, and the other order would give
    this row another name. A First or Last Name that stands alone as `Last, First` is cut as well. Keeps every row, in
    order.
    """
    whole = frame.select(_whole()).to_series()
    if whole.null_count() == whole.len():
        nothing = (pl.lit(None, pl.String).alias(it) for it in LIKELY.values())
        return frame.with_columns(_with_prefix(), *nothing, pl.lit(value=False).alias(ORDER_DECIDES))
    return frame.with_columns(_parts_of_names(frame, whole)).with_columns(_with_prefix())


def _whole() -> pl.Expr:
    """Yield the cell to cut where a part is blank: the full name, or the other part where it has a comma."""
    first, last = pl.col("First Name"), pl.col("Last Name")
    lone = pl.when(first.is_null()).then(last).when(last.is_null()).then(first)
    with_comma = pl.when(lone.str.contains(r"\p{L}.*,.*\p{L}")).then(lone)
    return pl.when(first.is_null() | last.is_null()).then(pl.coalesce("full_name", with_comma)).alias("whole")


def _parts_of_names(frame: pl.DataFrame, whole: pl.Series) -> pl.DataFrame:
    """Get First Name, Last Name, the likely parts and what the order decides, of every row."""
    columns = ["file", "name_order", "Email Address", FULL_NAME, *LIKELY]
    in_signs = puts_last_name_first(pl.coalesce("whole", FULL_NAME))
    rows = frame.select(columns).with_columns(whole).with_columns(in_signs=in_signs).with_row_index("place")
    seen = rows.group_by(ALIKE).agg(seen_order=order_beside_parts())
    cut = _cut(rows.filter(pl.col("whole").is_not_null()).join(seen, on=ALIKE, how="left", maintain_order="left"))
    found = rows.select("place", *LIKELY).join(cut, on="place", how="left", maintain_order="left")
    return found.select(
        *(pl.coalesce(pl.col("certain").list.get(place), part).alias(part) for place, part in enumerate(LIKELY)),
        *(_guess(place).alias(column) for place, column in enumerate(LIKELY.values())),
        pl.col(ORDER_DECIDES).fill_null(value=False),
    )


def _guess(place: int) -> pl.Expr:
    return pl.when(pl.col("certain").is_null()).then(pl.col("likely").list.get(place))


def _cut(rows: pl.DataFrame) -> pl.DataFrame:
    """Get place, `certain` and `likely`, each [first, last] or null, and `ORDER_DECIDES` of rows with a whole name."""
    told = rows.join(proofs(rows), on=ALIKE, how="left", maintain_order="left")
    proven = told.with_columns(family_first=pl.coalesce("family_first", "seen_order"))
    usual = _cut_in_order(proven.with_columns(pl.col("family_first").fill_null(value=False)))
    untold = proven.filter(pl.col("family_first").is_null())
    if untold.is_empty():
        return usual.with_columns(pl.lit(value=False).alias(ORDER_DECIDES))
    other = _cut_in_order(untold.with_columns(family_first=True)).select("place", other="certain")
    both = usual.join(other, on="place", how="left", maintain_order="left")
    is_untold = pl.col("place").is_in(untold.get_column("place").implode())
    differs = pl.col("certain").list.join("\t").ne_missing(pl.col("other").list.join("\t"))
    return both.with_columns((is_untold & pl.col("certain").is_not_null() & differs).alias(ORDER_DECIDES)).drop("other")


def _cut_in_order(proven: pl.DataFrame) -> pl.DataFrame:
    """Get place, `certain` and `likely` of names whose order is taken for known."""
    plain = proven.select("place", certain=plain_cut())
    careful = worded(proven.filter(plain.get_column("certain").is_null()))
    looked_at = careful.select("place", certain=certain(), likely=likely())
    return pl.concat([plain.drop_nulls("certain"), looked_at], how="diagonal")


def _with_prefix() -> pl.Expr:
    """Yield the last name behind its particles, unless it has them already."""
    last, prefix = pl.col("Last Name"), pl.col("name_prefix")
    missing = ~last.str.to_lowercase().str.starts_with(prefix.str.to_lowercase() + " ")
    return pl.when(missing).then(prefix + " " + last).otherwise(last).alias("Last Name")


def name_split_by_guess(part: str) -> pl.Expr:
    """Yield whether a part of the name is blank, and a guess for it is not just the cell that was read.

    Reads the part, `raw.<part>` and its likely part (`split_full_name`); never true where no cell was read.
    """
    return pl.col(part).is_null() & ~_is_whole(part)


def name_split_by_note(part: str) -> pl.Expr:
    """Yield whether something stands behind a first or last name that is none: `Post | Sales`, `Post, Kitchen`.

    Never null, blank is false.
    """
    return _likely_part(part).is_not_null()


def lone_name(part: str) -> pl.Expr:
    """Yield whether a part of the name is blank, and the cell that was read is probably this part alone.

    Reads the part, `raw.<part>` and its likely part (`split_full_name`); never true where no cell was read.
    """
    return pl.col(part).is_null() & _is_whole(part)


def name_unclear() -> pl.Expr:
    """Yield whether nothing can be suggested for a full name: several people, an order that nobody knows here.

    Reads full_name, First Name, Last Name and the likely parts (`split_full_name`); never true where full_name is
    blank.
    """
    return (
        pl.col(FULL_NAME).str.contains(r"\p{L}")
        & ~is_placeholder(pl.col(FULL_NAME))
        & ~is_no_person(pl.col(FULL_NAME))
        & pl.all_horizontal(pl.col(it).is_null() for it in (*LIKELY, *LIKELY.values()))
    )


def _is_whole(part: str) -> pl.Expr:
    """Yield whether the guess for a part is the cell that was read; null where there is no guess."""
    return pl.col(LIKELY[part]) == pl.col(f"raw.{part}").str.strip_chars()


def _likely_part(part: str) -> pl.Expr:
    cell = pl.col(part)
    groups = cell.str.extract_groups(r"^([^,]*\p{L}[^,]*?)\s*,\s*(.*\p{L}.*)$")
    before, after = groups.struct.field("1"), groups.struct.field("2")
    particles = after.str.to_lowercase().str.contains(rf"^(?:(?:{any_of(SURNAME_PARTICLES)})\s?)+$")
    return pl.coalesce(before_note(cell), pl.when(particles).then(after + " " + before).otherwise(before))


def _rules(part: str) -> Iterator[RowRule]:
    whole, guess = pl.col(f"raw.{part}"), pl.col(LIKELY[part])
    yield RowRule("name_split", part, name_split_by_guess(part), value=whole, suggestion=guess)
    yield RowRule("lone_name", part, lone_name(part), value=whole, suggestion=guess)
    yield RowRule("name_unclear", part, name_unclear(), value=pl.col(FULL_NAME))
    yield RowRule("name_split", part, name_split_by_note(part), value=pl.col(part), suggestion=_likely_part(part))


#: Questions about names that could only be guessed; typing the part answers it.
FULL_NAME_RULES: tuple[RowRule, ...] = (*(rule for part in LIKELY for rule in _rules(part)), NAME_ORDER_RULE)
