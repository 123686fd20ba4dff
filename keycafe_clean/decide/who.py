"""Who a decision or a line of the history is about: plain cells, resolved against the people of an export."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.digits import without_zeros
from keycafe_clean.folding import folded_name

#: The cells that say who: each may be blank.
WHO = ("employee_id", "email", "name", "start_date")

#: Where somebody stood when a decision was made: the sum of the export's bytes, and the row as a spreadsheet counts.
#: It tells people apart whose cells of `WHO` do not, and only in this very export.
PLACE = ("export", "row")

#: What the resolution found.
FOUND, NOBODY, SEVERAL = "found", "nobody", "several"

_ROW = ("row_id", "person")

_ISO = "%Y-%m-%d"

_LAST_YEAR, _MONTHS = 2050, 12


def identities(rows: pl.DataFrame) -> pl.DataFrame:
    """Get who each row is: row_id, `person`, the cells of `WHO` and `PLACE`, and those as they were read.

    `number_as_read`, `email_as_read` and `start_date_as_read` are null where the cell is blank.
    Keeps every row, in order. Reads First Name, Last Name, Email Address, `raw.Email Address`, and full_name (the name
    where it could not be split), employee_id, start_date, cluster_id, export and source_row where they are there. Rows
    of one cluster are one person; `person` is its cluster_id, else the row_id. An employee number counts only where
    the whole column is filled and no two people have the same; else it is null for everybody.
    """
    rows = rows.with_columns(person=_person(rows))
    parts = pl.concat_str("First Name", "Last Name", separator=" ", ignore_nulls=True)
    whole = _there(rows, "full_name")
    return rows.select(
        "row_id",
        "person",
        employee_id=_number_that_tells(rows),
        email="Email Address",
        name=pl.when(parts != "").then(parts).otherwise(whole),
        start_date=_there(rows, "start_date"),
        number_as_read=_there(rows, "employee_id"),
        email_as_read="raw.Email Address",
        start_date_as_read=_there(rows, "start_date"),
        export=_there(rows, "export"),
        row=_there(rows, "source_row").cast(pl.String),
    )


def with_first_days(who: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get `identities()` with every `start_date` that is a day as that day (YYYY-MM-DD), however it was written.

    Of a year of two digits the one before 2050 is meant: no run, whatever its day, may tell people apart by it. `rows`
    are those of `identities()`, with `day.start_date` and `past_day.start_date` (Date) where they were read.
    """
    if "day.start_date" not in rows.columns:
        return who
    day, past = pl.col("day.start_date"), pl.col("past_day.start_date")
    first = pl.when(past.is_not_null() & (day.dt.year() >= _LAST_YEAR)).then(past).otherwise(day)
    days = rows.select("row_id", day=first.dt.to_string(_ISO))
    met = who.join(days, on="row_id", how="left", maintain_order="left")
    return met.with_columns(start_date=pl.coalesce("day", "start_date")).drop("day")


def _there(rows: pl.DataFrame, column: str) -> pl.Expr:
    return pl.col(column) if column in rows.columns else pl.lit(None, pl.String)


def resolve(asked: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get `asked` with the `person` each line is about, their first `row_id`, and `found`; keeps every line, in order.

    `asked` has the cells of `WHO` and `PLACE`; `people` is `identities()`. In this order: the place, where that row of
    that export has the same address and name; the employee number, unless nothing else fits (`_says_another()`), of
    whoever has neither address nor name only behind the next; the address with the same name, else with a compatible
    one (a blank name fits any); the full name with the start date (as a day, else one of which day and month may be
    exchanged). `found` is `found`,
    `nobody` or `several`; unless exactly one person answers, person and row_id are null.
    """
    if asked.is_empty():
        # Most runs have no decision of most kinds, and the keys of everybody are dear.
        return asked.with_columns(person=pl.lit(None, pl.UInt32), row_id=pl.lit(None, pl.UInt32), found=pl.lit(NOBODY))
    lines, people = asked.with_row_index("line"), people.with_columns(folded=folded_name(pl.col("name")))
    near = _by_address(lines, people)
    same = near.filter(pl.col("asked_name") == pl.col("here_name"))
    named = [_by_name(lines, people, day) for day in (pl.col("start_date"), _day_in_any_order())]
    numbered = _by_number(lines, people).filter(~_says_another())
    sure = numbered.filter(pl.col("is_compatible") | pl.col("has_address"))
    answers = [_by_place(lines, people), sure, same, numbered, near, *named]
    counted = [_counted(answer, order) for order, answer in enumerate(answers)]
    first = pl.concat(counted).sort("line", "order").unique("line", keep="first")
    joined = lines.join(first.drop("order"), on="line", how="left", maintain_order="left")
    several = pl.col("answers") > 1
    found = pl.when(pl.col("answers").is_null()).then(pl.lit(NOBODY)).when(several).then(pl.lit(SEVERAL))
    one = [pl.when(~several).then(column).alias(column) for column in ("person", "row_id")]
    return joined.with_columns(*one, found=found.otherwise(pl.lit(FOUND))).drop("line", "answers")


def rows_of_same_number(asked: pl.DataFrame, people: pl.DataFrame) -> pl.Series:
    """Get the row_id of who has the number of each line, and nothing else of it (`_says_another()`); null: nobody has.

    In the order of `asked`, which is as `resolve()` takes it: a number that is given again, or a person of whom
    everything else is new.
    """
    lines = asked.with_row_index("line")
    met = _by_number(lines, people).filter(_says_another()).group_by("line").agg(pl.col("row_id").min())
    return lines.select("line").join(met, on="line", how="left", maintain_order="left").get_column("row_id")


def _person(rows: pl.DataFrame) -> pl.Expr:
    return pl.coalesce("cluster_id", "row_id") if "cluster_id" in rows.columns else pl.col("row_id")


def _number_that_tells(rows: pl.DataFrame) -> pl.Expr:
    if "employee_id" not in rows.columns:
        return pl.lit(None, pl.String)
    numbers = rows.select("employee_id", "person").unique()
    number = numbers.get_column("employee_id")
    tells = number.null_count() == 0 and number.n_unique() == number.len()
    return pl.col("employee_id") if tells else pl.lit(None, pl.String)


def _counted(answers: pl.DataFrame, order: int) -> pl.DataFrame:
    """Count the people who answer each line; `row_id` is the first row of any one of them."""
    first = [pl.col(column).min() for column in ("person", "row_id")]
    grouped = answers.group_by("line").agg(pl.col("person").n_unique().alias("answers"), *first)
    return grouped.select("line", "answers", "person", "row_id", order=pl.lit(order))


def _by_place(lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    here = people.select(*_ROW, *PLACE, "email", "name")
    placed = lines.filter(pl.all_horizontal(pl.col(PLACE).is_not_null()))
    return placed.select("line", *PLACE, "email", "name").join(here, on=[*PLACE, "email", "name"], nulls_equal=True)


def _by_number(lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get who has the number of a line, and what else fits: `has_name`, `has_address`, `has_day`, `is_compatible` name.

    `is_other_day`: both have a first day, and another one. None of these is ever null.
    """
    met = _of_one_number(lines.select("line", *WHO).drop_nulls("employee_id"), people.drop(PLACE))
    name, other_name = (folded_name(pl.col(it)) for it in ("name", "name_here"))
    day, other_day = (_day_in_any_order(it) for it in ("start_date", "start_date_here"))
    asked_day, here_day = (_iso_day(it) for it in ("start_date", "start_date_here"))
    address = email_key("email")
    fits = {
        "has_name": _in_any_order(name) == _in_any_order(other_name),
        "has_address": (address == email_key("email_here")) | (address == email_key("email_as_read")),
        "has_day": (day == other_day) | (pl.col("start_date") == pl.col("start_date_as_read")),
        "is_other_day": asked_day.is_not_null() & here_day.is_not_null() & (day != other_day),
        "is_compatible": is_compatible_name(name, other_name),
    }
    return met.select("line", *_ROW, *(it.fill_null(value=False).alias(told) for told, it in fits.items()))


def _of_one_number(lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Join the people with the number of each line, else with one that differs by zeros that a spreadsheet took."""
    exact = lines.join(people, on="employee_id", suffix="_here")
    bare = {"bare": without_zeros(pl.col("employee_id"))}
    others = lines.join(exact, on="line", how="anti").with_columns(**bare)
    loose = others.join(people.drop_nulls("employee_id").with_columns(**bare), on="bare", suffix="_here")
    return pl.concat([exact, loose.select(exact.columns)])


def _says_another() -> pl.Expr:
    """Yield whether all that is known beside a number (`_by_number()`) speaks of two people.

    Neither the whole name, the address nor the first day is one, and the names share nothing or the days differ. Of a
    name that has changed in part, as by marriage, nothing else need be known.
    """
    fits = pl.col("has_name") | pl.col("has_address") | pl.col("has_day")
    return ~fits & (~pl.col("is_compatible") | pl.col("is_other_day"))


def _in_any_order(name: pl.Expr) -> pl.Expr:
    return name.str.split(" ").list.sort()


def _by_address(lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get who has the address of a line, tidied or as it was read, and a compatible name (`folded`)."""
    asked = lines.select("line", key=email_key("email"), asked_name=folded_name(pl.col("name")))
    tidied = people.select(*_ROW, key=email_key("email"), here_name="folded")
    raw = people.select(*_ROW, key=email_key("email_as_read"), here_name="folded")
    met = asked.join(pl.concat([tidied, raw]).unique(maintain_order=True), on="key")
    return met.filter(is_compatible_name(pl.col("asked_name"), pl.col("here_name")))


def _by_name(lines: pl.DataFrame, people: pl.DataFrame, day: pl.Expr) -> pl.DataFrame:
    """Get who has the name (`folded`) of a line and the same `day`, an expression of the start date.

    Two blank days are the same.
    """
    asked = lines.select("line", key=folded_name(pl.col("name")), asked_email=email_key("email"), day=day)
    here = people.select(*_ROW, "start_date", "start_date_as_read", key="folded", at=email_key("email"))
    read = here.with_columns(start_date="start_date_as_read")
    either = pl.concat([here, read]).with_columns(day=day).unique([*_ROW, "day"], maintain_order=True)
    met = asked.drop_nulls("key").join(either, on=["key", "day"], nulls_equal=True)
    # Two addresses that contradict each other are two people, whatever the name.
    return met.filter(pl.col("asked_email").is_null() | pl.col("at").is_null() | pl.col("day").is_not_null())


def _iso_day(column: str) -> pl.Expr:
    return pl.col(column).str.to_date(_ISO, strict=False)


def _day_in_any_order(column: str = "start_date") -> pl.Expr:
    """Yield a start date with the smaller one of day and month first, if both may be a month; else the text itself."""
    day = _iso_day(column)
    parts = (day.dt.month().cast(pl.Int32), day.dt.day().cast(pl.Int32))
    ordered = day.dt.year() * 10_000 + pl.min_horizontal(parts) * 100 + pl.max_horizontal(parts)
    return pl.when(parts[1] <= _MONTHS).then(ordered.cast(pl.String)).otherwise(column)


def is_compatible_name(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Yield whether two folded names (`folded_name`) can be one person: they share a word of two letters or more.

    Never null: a blank name (null), on either side, fits any.
    """
    shared = left.str.split(" ").list.set_intersection(right.str.split(" "))
    return left.is_null() | right.is_null() | shared.list.eval(pl.element().str.len_chars() > 1).list.any()
