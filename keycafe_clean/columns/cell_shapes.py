"""What the cells of a column look like, whatever its header: named boolean expressions over filled cells.

The words are those of `keycafe_clean.words`: what is counted here as a flag or a status is what a step understands. A
null cell gives null.
"""

from functools import cache

import polars as pl

from keycafe_clean.columns.directory_days import JSON_DATE
from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.control_bits import is_disabled
from keycafe_clean.steps.date_forms import begins_like_a_date
from keycafe_clean.steps.flags import flag_of
from keycafe_clean.steps.never import says_never
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.words import any_of, has_word, words

#: The lists of `[status]` that say who works here, as a whole cell or by a word in it.
_STATUS = (
    *("active", "inactive", "leave", "future"),
    *("active_words", "inactive_words", "leave_words", "future_words", "open_words"),
)

#: A year of four digits beside something else (ours, a Persian, Buddhist or Hebrew one), a month's name, a sign for a
#: year, or figures of two digits each.
_CENTURY = "(?:1[34]|19|20|2[45]|5[78])"
_WHOLE_DATE = (
    rf"{_CENTURY}[0-9]{{2}}[^0-9]|[^0-9]{_CENTURY}[0-9]{{2}}|\p{{L}}{{3}}|[年년]|^[0-9]{{2}}(?:[./-][0-9]{{2}}){{2}}$"
)


def is_address(cell: str) -> pl.Expr:
    """Yield whether a cell holds something like an e-mail address, decorated or damaged."""
    return pl.col(cell).str.contains(r"[^\s@]\s?@\s?[^\s@]+")


def is_name(cell: str) -> pl.Expr:
    """Yield whether a cell has letters, as names have, and is no address."""
    return pl.col(cell).str.contains(r"\p{L}") & ~is_address(cell)


def is_date(cell: str) -> pl.Expr:
    """Yield whether a cell looks like a date in any of the usual orders, whatever stands behind it."""
    return begins_like_a_date(pl.col(cell)) | pl.col(cell).str.contains(JSON_DATE)


def is_spelled_date(cell: str) -> pl.Expr:
    """Yield whether a cell is a date beyond doubt: a number, or figures such as `4-13-20`, may be anything."""
    return is_date(cell) & with_ascii_digits(pl.col(cell)).str.contains(_WHOLE_DATE)


def says_still_here(cell: str) -> pl.Expr:
    """Yield whether a cell under a last day says that there is none (`Present`, `unbefristet`, 31.12.9999)."""
    return says_never(pl.col(cell))


def is_flag(cell: str) -> pl.Expr:
    """Yield whether a cell is a yes or a no in one of the languages."""
    return pl.when(pl.col(cell).is_not_null()).then(flag_of(pl.col(cell)).is_not_null())


def is_account_control(cell: str) -> pl.Expr:
    """Yield whether a cell is Active Directory's userAccountControl, as a number or by the names of its bits."""
    return pl.when(pl.col(cell).is_not_null()).then(is_disabled(pl.col(cell)).is_not_null())


def is_employment(cell: str) -> pl.Expr:
    """Yield whether a cell says that somebody works here, has left or is away."""
    return has_word(without_accents(pl.col(cell)), _employment())


def is_application(cell: str) -> pl.Expr:
    """Yield whether a cell says how far somebody is who wants to work here."""
    return has_word(without_accents(pl.col(cell)), words("topics", "application"))


def is_contract(cell: str) -> pl.Expr:
    """Yield whether a cell says how much or how long somebody works."""
    return has_word(without_accents(pl.col(cell)), words("topics", "contract"))


def is_about_a_process(cell: str) -> pl.Expr:
    """Yield whether a cell says how far a piece of work is (`paid`, `approved`), not a person."""
    return has_word(without_accents(pl.col(cell)), words("topics", "process"))


def is_written_by_powershell(cell: str) -> pl.Expr:
    """Yield whether a cell is the name of a type that PowerShell writes for several values: `System.String[]`."""
    return pl.col(cell).str.contains(r"^(?:System|Microsoft|Deserialized)\.[\w.`+]+(?:\[\]|\[.*\])?$|^\{.*\}$")


def has_several_words(cell: str) -> pl.Expr:
    """Yield whether a cell has at least two words of letters."""
    return pl.col(cell).str.contains(r"[\p{L}\p{M}][\s,;._\d-]*[\s,;._\d]+\p{L}")


def has_inner_blank(cell: str) -> pl.Expr:
    """Yield whether a cell has a blank between two things, as no login has."""
    return pl.col(cell).str.contains(r"\S\s+\S")


def looks_like_a_name(cell: str) -> pl.Expr:
    """Yield whether a cell has two to four words with a capital each, and no digits, as full names have."""
    return pl.col(cell).str.contains(r"^\p{Lu}[\p{L}'’.-]*,?(?: (?:\p{Ll}{1,3} )*\p{Lu}[\p{L}'’.-]*){1,3}$")


def could_be_a_name(cell: str) -> pl.Expr:
    """Yield whether a cell has nothing but one to three words that begin with a capital, as names do."""
    return pl.col(cell).str.contains(r"^\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){0,2}$")


def is_code(cell: str) -> pl.Expr:
    """Yield whether a cell is a short run of digits, with a few capitals before it at most: `0042`, `E-17`."""
    return pl.col(cell).str.contains(r"^\p{Lu}{0,4}[-_ ]?\d{1,10}$")


def is_mailbox_of_a_provider(cell: str) -> pl.Expr:
    """Yield whether a cell has an address at a provider where everybody may have one, whatever the country."""
    return without_accents(pl.col(cell)).str.contains(_providers())


def is_blank(cell: str) -> pl.Expr:
    """Yield whether nothing is in a cell, or blanks alone; never null."""
    return pl.col(cell).fill_null("").str.strip_chars() == ""


def is_said_to_be_blank(cell: str) -> pl.Expr:
    """Yield whether a cell is empty or says that there is nothing (`n/a`)."""
    return (pl.col(cell) == "") | is_placeholder(pl.col(cell))


@cache
def _employment() -> tuple[str, ...]:
    """Get the words about employment; a word of a contract, an application or a process alone is none."""
    others = words("topics", "contract", "application", "process")
    states = pl.DataFrame({"word": words("status", *_STATUS)})
    own = states.filter(~has_word(without_accents(pl.col("word")), others)).to_series()
    return (*words("topics", "employment"), *own)


@cache
def _providers() -> str:
    named = (domain.partition(".")[0] for domain in words("domains", "providers", "real"))
    return rf"@(?:{any_of({*named, *words('domains', 'more_providers')})})\."


def is_particle(header: str) -> pl.Expr:
    """Yield whether a cell is nothing but small words that a last name begins with: `van`, `de la`."""
    particle = any_of(words("particles", "leading", "inner", "capital"))
    return pl.col(header).str.contains(rf"^(?:(?:{particle})(?:\s+|$))+$")
