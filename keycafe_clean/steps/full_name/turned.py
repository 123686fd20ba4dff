"""Names that stand the other way round than those around them, as their own addresses show: each is asked about."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import folded_local, folded_name, has_other_letters, in_latin
from keycafe_clean.steps.frame_columns import ADDRESS, FIRST, LAST
from keycafe_clean.steps.full_name.unknown_order import ORDER_DECIDES

#: the parts of a name that its address shows exchanged, as they would be then; null where it shows nothing of the kind
TURNED = {FIRST: "turned_first_name", LAST: "turned_last_name"}

#: A file makes its addresses from the names where more than half of those that can tell do: elsewhere people chose
#: them, and many choose the last name first.
_MOST = 0.5

#: Two addresses may be alike by chance.
_A_FEW = 3

#: Addresses begin with the first name nearly everywhere; the last name first is the habit of a file only where twice as
#: many are so: where the orders are about as frequent, half of the names may have been pasted the wrong way round.
_TWICE = 2

#: Whether an address is made of a name: as the columns have its parts, or with both exchanged.
_STRAIGHT, _EXCHANGED = "straight", "exchanged"


def mark_turned_names(frame: pl.DataFrame) -> pl.DataFrame:
    """Add turned_first_name and turned_last_name: the parts exchanged, where the address shows them so.

    Most addresses of the file are made from the names, by this pattern (`first.last`, `flast`, `first.l`) and in the
    other order. Null elsewhere: where a part is not one word, and where the address fits both orders. Reads file, First
    Name, Last Name and Email Address. Keeps every row, in order.
    """
    shown = _shown(frame)
    pattern = pl.coalesce(_STRAIGHT, _EXCHANGED)
    straight, exchanged = (pl.col(it).is_not_null().sum().over("file", pattern) for it in (_STRAIGHT, _EXCHANGED))
    is_habit = (pattern.is_not_null().sum() > _MOST * pl.col("tells").sum()).over("file")
    is_known = is_habit & (pl.max_horizontal(straight, exchanged) >= _A_FEW)
    against = pl.when(exchanged >= _TWICE * straight).then(_STRAIGHT).otherwise(_EXCHANGED)
    is_turned = shown.select(turned=is_known & against.is_not_null()).to_series()
    others = (pl.when(is_turned).then(other).alias(TURNED[part]) for part, other in ((FIRST, LAST), (LAST, FIRST)))
    return frame.with_columns(others)


def _shown(frame: pl.DataFrame) -> pl.DataFrame:
    """Get file, tells (an address and two words stand there) and the pattern, `straight` or `exchanged`, of each row.

    One pattern at most: an address that fits both orders shows none.
    """
    spelled = frame.select("file", first=_spelled(FIRST), last=_spelled(LAST), local=_local())
    tells = pl.all_horizontal(pl.col("first", "last", "local").is_not_null()) & (pl.col("first") != pl.col("last"))
    found = spelled.select("file", tells=tells, one=_pattern("first", "last"), other=_pattern("last", "first"))
    return found.select(
        "file",
        "tells",
        pl.when("tells", pl.col("other").is_null()).then("one").alias(_STRAIGHT),
        pl.when("tells", pl.col("one").is_null()).then("other").alias(_EXCHANGED),
    )


def _spelled(part: str) -> pl.Expr:
    """Yield a part of a name as addresses spell it, in Latin letters; null where it is no word of two letters."""
    folded = folded_name(pl.when(pl.col(part).str.contains(r"^\S+$")).then(part))
    return _letters(pl.when(has_other_letters(pl.col(part))).then(in_latin(folded)).otherwise(folded))


def _local() -> pl.Expr:
    """Yield the letters before the @, spelled as the name beside it."""
    folded = folded_local(pl.col(ADDRESS)).str.replace_all(r"\p{N}", "")
    return _letters(pl.when(has_other_letters(pl.col(LAST))).then(in_latin(folded)).otherwise(folded))


def _letters(folded: pl.Expr) -> pl.Expr:
    return folded.str.replace_all(" ", "", literal=True).str.extract("^([a-z]{2,})$")


def _pattern(first: str, last: str) -> pl.Expr:
    """Yield how an address is made of two words in this order; null: it is not.

    Two words with one initial are told apart in full only.
    """
    local, one, two = pl.col("local"), pl.col(first), pl.col(last)
    initials = one.str.slice(0, 1), two.str.slice(0, 1)
    apart = initials[0] != initials[1]
    return (
        pl.when(local == one + two)
        .then(pl.lit("first.last"))
        .when(apart & (local == initials[0] + two))
        .then(pl.lit("f.last"))
        .when(apart & (local == one + initials[1]))
        .then(pl.lit("first.l"))
    )


def with_other_part(rows: pl.DataFrame) -> pl.DataFrame:
    """Exchange both parts of a turned name of which one was typed as it is suggested. Keeps every row, in order.

    Reads First Name, Last Name and turned_first_name, turned_last_name (`mark_turned_names`).
    """
    return rows.with_columns(
        pl.when(pl.col(other) == pl.col(TURNED[other]), pl.col(part) == pl.col(TURNED[other]))
        .then(TURNED[part])
        .otherwise(part)
        .alias(part)
        for part, other in ((FIRST, LAST), (LAST, FIRST))
    )


def name_turned() -> pl.Expr:
    """Yield whether a name stands as it was read, and its address shows its parts exchanged; null where it does not.

    Reads First Name, Last Name, turned_first_name, turned_last_name (`mark_turned_names`), and
    order_decides.full_name (`split_full_name`): a name that waits for the order of its file is not asked about beside.
    """
    return (pl.col(FIRST) == pl.col(TURNED[LAST])) & _has_old_last_name()


def name_turned_by_other_part() -> pl.Expr:
    """Yield whether the first name of a turned one is a third word by now, and the last name is as it was read.

    Reads what `name_turned` reads.
    """
    is_third = (pl.col(FIRST) != pl.col(TURNED[LAST])) & (pl.col(FIRST) != pl.col(TURNED[FIRST]))
    return is_third & _has_old_last_name()


def _has_old_last_name() -> pl.Expr:
    return (pl.col(LAST) == pl.col(TURNED[FIRST])) & ~pl.col(ORDER_DECIDES)


def _rules() -> Iterator[RowRule]:
    whole, turned = (pl.concat_str(*names, separator=" ") for names in ((FIRST, LAST), TURNED.values()))
    guesses = {part: pl.col(name) for part, name in TURNED.items()}
    yield RowRule("name_turned", FIRST, name_turned(), value=whole, suggestion=guesses[FIRST], reason=turned)
    yield RowRule(
        "name_turned", LAST, name_turned_by_other_part(), value=whole, suggestion=guesses[LAST], reason=turned
    )


#: Questions about names that an address shows the other way round.
TURNED_NAME_RULES: tuple[RowRule, ...] = tuple(_rules())
