"""The ways to write a day: patterns, by which the text of a cell falls into its parts."""

import re

import polars as pl

from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.folding import fold
from keycafe_clean.steps.calendars import ERAS
from keycafe_clean.steps.numerals import with_figures
from keycafe_clean.steps.rewrite import rewritten
from keycafe_clean.words import any_of, words
from keycafe_clean.words.letters import NEARLY_LETTERS

_WORD = rf"[{NEARLY_LETTERS}][{NEARLY_LETTERS}.]*"
_DAY, _MONTH, _NAME = "(?P<day>[0-9]{1,2})", "(?P<month>[0-9]{1,2})", rf"(?P<name>{_WORD})"
_NAMES, _ORDINAL = rf"(?P<name>{_WORD}(?:\s{_WORD})??)", r"(?:st|nd|rd|th|er|º|ª|\.)"
_YEAR, _WHOLE_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})", "(?P<year>[0-9]{4})"

#: Two numbers of which either may be the day.
EITHER = rf"^(?P<one>[0-9]{{1,2}})\s?[/-]\s?(?P<two>[0-9]{{1,2}})\s?[/-]\s?{_YEAR}$"

_REAL_MONTH, _REAL_DAY = "(?P<month>0?[1-9]|1[0-2])", "(?P<day>0?[1-9]|[12][0-9]|3[01])"

#: A year of the Republic of China.
_MINGUO = "(?P<year>0[7-9][0-9]|1[0-4][0-9])"

#: The same without signs, as files of Taiwan write it; elsewhere seven figures are a number.
_MONTH_AND_DAY = "(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])"
MINGUO_FIGURES = rf"^{_MINGUO}{_MONTH_AND_DAY}$"

#: The same with signs, which nothing else is written like.
_MINGUO_DAY = rf"^{_MINGUO}[-/.]{_REAL_MONTH}[-/.]{_REAL_DAY}$"

#: A year before 100 without its zero: by the years of ours such a day lies in the past as well.
_SHORT_MINGUO = r"^([7-9][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))$"

_THAI_YEAR = r"(?:พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?)?"

#: The ways to write a day; the first that fits is read. Those in figures alone go first: no other fits what they do.
_IN_FIGURES = (
    rf"^{_WHOLE_YEAR}[-/.]{_MONTH}[-/.]{_DAY}$",
    EITHER,
    rf"^{_DAY}\.\s?{_MONTH}\.\s?{_YEAR}$",
    r"^(?P<year>(?:19|20|13|14|25)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[0-9]{6}(?:\.[0-9]+)?z?)?$",
)

#: Years of three digits are those of the Republic of China.
_IN_WORDS = (
    rf"^(?P<year>[0-9]{{4}}|1[0-4][0-9])\s?[年년]\s?{_MONTH}\s?[月월]\s?{_DAY}\s?[日일号號]$",
    rf"^{_DAY}{_ORDINAL}?[\s/-]*(?:(?:de|of)\s)?{_NAMES}[\s/,،-]*(?:del?\s)?{_THAI_YEAR}{_YEAR}$",
    rf"^{_NAME}\s?{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}$",
    rf"^{_WHOLE_YEAR}\.?[\s/-]{_NAME}[\s/-]{_DAY}$",
    rf"^(?:ngày\s)?{_DAY}\stháng\s{_MONTH}(?:\snăm|,)?\s{_WHOLE_YEAR}$",
    rf"^(?P<era>{any_of(ERAS)})\.?\s?(?P<year>[0-9]{{1,3}}|元)\s?[年./-]\s?{_MONTH}\s?[月./-]\s?{_DAY}\s?日?$",
    _MINGUO_DAY,
)

#: The names of the months of the Persian calendar, each with its number.
_PERSIAN_MONTHS = {word: month for month in range(1, 13) for word in words("persian_months", str(month))}


def _month_names() -> dict[str, int]:
    """Get the number of every month by its name, with accents and without; no name without them has two numbers."""
    written = {word: month for month in range(1, 13) for word in words("months", str(month))}
    return {fold(word): month for word, month in written.items()} | written | _PERSIAN_MONTHS


MONTHS = _month_names()
PERSIAN_MONTHS = frozenset(_PERSIAN_MONTHS)

#: The months of Croatia whose names are those of other months in Poland or the Czech Republic.
CROATIAN_MONTHS = {word: month for month in (6, 10) for word in words("croatian_months", str(month))}

#: A month without its day: whoever leaves in it is here until it ends.
_MONTH_FORMS = (
    rf"^(?P<name>{any_of(MONTHS)})\.?[\s/,-]*(?:del?\s)?{_WHOLE_YEAR}$",
    rf"^{_MONTH}\s?[/.-]\s?{_WHOLE_YEAR}$",
    rf"^{_WHOLE_YEAR}\s?[/.-]\s?{_MONTH}$",
    rf"^(?P<year>[0-9]{{4}}|1[0-4][0-9])\s?[年년]\s?{_MONTH}\s?[月월]$",
)
_PARTS = ("day", "month", "year", "name", "one", "two", "era")

#: A date is one whatever stands behind it (`15.03.2019 (befristet)`), but for more digits or letters.
_END, _MONTH_END = rf"(?:$|[^{NEARLY_LETTERS}0-9])", rf"(?:$|[^{NEARLY_LETTERS}0-9/.-])"

#: What stands around a date: a weekday before it or in brackets behind it, a time of day, a time zone.
#: `mar` is Tuesday in some languages, and March in more.
_WEEKDAYS = any_of(set(words("dates", "before")).difference(MONTHS))
_BEFORE = rf"^(?:{_WEEKDAYS})(?:[.,]+\s*|\s)"
_WEEKDAY_BEHIND = rf"\s*[(（](?:[日月火水木金土一二三四五六일월화수목금토]|{_WEEKDAYS})\.?[)）]$"
_TIME = (
    rf"(?:\s*,?\s+(?:[{NEARLY_LETTERS}]{{1,5}}\.?\s*)?|t)"
    r"(?:[0-9]{1,2}[:h][0-9]{2}|[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{3,}).*$"
)
_BEHIND = r"(?:([0-9])\s*(?:г|р|року|م|هـ|ه|هجري|هجرية))?[.\s]*$"

#: What stands behind a date of the Islamic calendar.
_ISLAMIC = r"[0-9]\s*(?:هـ|ه|هجري|هجرية)[.\s]*$"

#: Figures with single signs between them: nothing stands around such a date.
_FIGURES = "^[0-9]+(?:[-/.][0-9]+)*$"

#: A number of five digits, which may be the day of a spreadsheet.
SERIAL = r"^([0-9]{5})(?:[.,][0-9]+)?$"

#: The year of a date written in figures, at its beginning or its end.
_OWN_YEARS = (r"^([0-9]{4})(?:[^0-9]|[01][0-9][0-3][0-9]$)", r"[^0-9]([0-9]{4})(?:[^0-9]|$)")


def bare(cell: pl.Expr) -> pl.Expr:
    """Yield the date without weekday and time, in small letters, numerals as figures; its digits stay as they are."""
    dated = cell.str.to_lowercase().str.replace(_TIME, "").str.strip_chars().str.replace(_WEEKDAY_BEHIND, "")
    dated = dated.str.replace(_BEHIND, "$1")
    return with_figures(dated.str.replace(_BEFORE, "").str.replace(_BEFORE, "").str.strip_chars())


def bare_days(values: pl.Series) -> pl.Series:
    """Get what `bare()` yields of every value, which is the value itself where it is figures with signs between them.

    Keeps order, name and null.
    """
    plain = values.str.contains(_FIGURES).fill_null(value=True)
    return rewritten(values, ~plain, bare)


def begins_like_a_date(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is written as a date, possible or not, in one of the ways that are read; null stays null."""
    return bare(with_ascii_digits(cell)).str.contains(_BEGINNINGS)


def is_minguo_day(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a day of the Republic of China, with signs (`105/06/01`); null stays null."""
    return is_bare_minguo_day(bare(with_ascii_digits(cell)))


def is_bare_minguo_day(bared: pl.Expr) -> pl.Expr:
    """Yield what `is_minguo_day()` does, of cells that are `bare()` already."""
    return bared.str.contains(_unnamed(_MINGUO_DAY))


def is_minguo_figures(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is such a day without signs, if it is one at all (`1050601`); null stays null."""
    return with_whole_minguo(bare(with_ascii_digits(cell))).str.contains(_unnamed(MINGUO_FIGURES))


def with_whole_minguo(bared: pl.Expr) -> pl.Expr:
    """Yield figures of six digits (`990301`) with the zero before a year of the Republic of China; the rest stays."""
    return bared.str.replace(_SHORT_MINGUO, "0$1")


def own_year(cell: pl.Expr) -> pl.Expr:
    """Yield the year of four digits of a date (Int32), null where it has none."""
    dated = bare(with_ascii_digits(cell))
    return pl.coalesce(dated.str.extract(pattern) for pattern in _OWN_YEARS).cast(pl.Int32)


def is_islamic(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell with ASCII digits says that its date is one of the Islamic calendar; null stays null."""
    return cell.str.contains(_ISLAMIC)


def year_first_form(signs: str) -> str:
    """Get the pattern of figures that begin with a year of two digits, with one of these signs between them."""
    between = f"[{re.escape(signs)}]"
    return f"^(?P<year>[0-9]{{1,2}}){between}{_REAL_MONTH}{between}{_REAL_DAY}$"


def parts_of(bared: pl.Series, *first: str) -> pl.DataFrame:
    """Get the texts of `_PARTS` of every date, by the first form that fits: one of `first`, then ours; null: none."""
    others = bared.set(bared.str.contains("|".join(map(_unnamed, first))), None) if first else bared
    parts = [_by_forms(bared, first), _by_forms(others, _IN_FIGURES)]
    is_read = pl.any_horizontal(pl.lit(part.get_column("year").is_not_null()) for part in parts)
    left = others.set(pl.select(is_read).to_series(), None)
    if left.null_count() < left.len():
        # Few columns write their days in words, and patterns are dear.
        parts.append(_by_forms(left, (*_IN_WORDS, *_MONTH_FORMS)))
    return pl.select(pl.coalesce(pl.lit(part.get_column(name)) for part in parts).alias(name) for name in _PARTS)


def _by_forms(cells: pl.Series, forms: tuple[str, ...]) -> pl.DataFrame:
    """Get the texts of `_PARTS` of every cell, by the first of these forms that fits; null: none."""
    groups = pl.select(pl.lit(cells).alias("cell")).with_columns(
        pl.col("cell").str.extract_groups(form).alias(str(place)) for place, form in enumerate(forms)
    )
    having = {part: [str(place) for place, form in enumerate(forms) if f"?P<{part}>" in form] for part in _PARTS}
    texts = ([pl.col(place).struct.field(part) for place in places] for part, places in having.items())
    return groups.select(
        pl.coalesce(*text, pl.when(pl.lit(value=False)).then("cell")).alias(part)
        for text, part in zip(texts, _PARTS, strict=True)
    )


def _beginnings() -> str:
    endings = {**dict.fromkeys((*_IN_FIGURES, *_IN_WORDS), _END), **dict.fromkeys(_MONTH_FORMS, _MONTH_END)}
    begun = [form.removesuffix("$") + end for form, end in endings.items()]
    return _unnamed("|".join([*begun, SERIAL]))


def _unnamed(form: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", form)


#: A date whose first two numbers may both be the day.
ONE_OF_TWO = _unnamed(EITHER)

#: What begins like a date, in one pattern without names.
_BEGINNINGS = _beginnings()
