"""E-mail addresses: the address itself, without what a mail program wrapped around it."""

import polars as pl

from keycafe_clean.events import Step
from keycafe_clean.steps.frame_columns import ADDRESS
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.rewrite import filled, matches, rewrite
from keycafe_clean.words import any_of, words

_SIGNS = r"""^[\s<('"\[{]|[\s>)'"\]},;:.]$|:|<.*>"""
_PREFIX = r"^(?i:mailto|smtp|e-?mail|mail|e)\s*:\s*"
_BETWEEN_ANGLES = r"^[^<>@]*<\s*([^<>\s]+@[^<>\s]+?)\s*>[\s,;.:]*$"
_MARKDOWN = r"^\[([^\[\]\s]+@[^\[\]\s]+)\]\(.*\)$"
#: One address among others, whatever stands between them: in lists of Microsoft a `+` (`SMTP:a@x.org+smtp:b@x.org`).
ONE_ADDRESS = r"[^\s;,/|<>@:()\[\]{}\"]+@[^\s;,/|<>@:()\[\]{}\"+]+\.[^\s;,/|<>@:()\[\]{}\"+.]+"
_PRIMARY = rf"SMTP:\s*({ONE_ADDRESS})"
_QUERY = r"^([^?\s]+@[^?\s]+)\?.*$"
_WRAPPED = r"""^(?:<(.*)>|"(.*)"|'(.*)'|\((.*)\)|\[(.*)\])$"""
_INSIDE = "${1}${2}${3}${4}${5}"

_ANYWHERE = any_of(words("nobody", "anywhere"))
_LOCAL_PART = any_of(words("nobody", "local_parts"))
_DOMAIN = any_of(words("nobody", "domains"))
_NOBODY = (
    r"^(?:(?:no|not|do[._-]?not|dont|ne[._-]?pas|nicht)[._-]?(?:reply|respond|answer|antworten|repondre|responder)@"
    rf"|(?:{_ANYWHERE})@|[^@]+@(?:{_ANYWHERE})\.|(?:{_LOCAL_PART})@(?:{_DOMAIN})\.|a@a\.|x@x\.|x+@x+$|a@a$|@$)"
)


def unwrap_address(frame: pl.DataFrame) -> pl.DataFrame:
    """Take `mailto:`, `Jana Novak <...>`, brackets, quotes and trailing signs off addresses. Keeps every row, in order.

    What stands inside is not touched: a blank or a comma within an address is nobody's to guess.
    """
    return rewrite(frame, [ADDRESS], where=matches(_SIGNS), to=_unwrapped)


def take_primary_address(frame: pl.DataFrame) -> pl.DataFrame:
    """Take of several addresses the primary one, `SMTP:` in capitals, or the one that they all are.

    Keeps every row, in order. Of several that differ, and of which none or two are marked, all stay: a question.
    Source: Exchange marks the primary address of `proxyAddresses` so, the others with `smtp:`.
    """
    return rewrite(frame, [ADDRESS], where=lambda cell: cell.str.count_matches(ONE_ADDRESS) > 1, to=_primary)


def lower_address(frame: pl.DataFrame) -> pl.DataFrame:
    """Write addresses in small letters. Keeps every row, in order.

    Assumption: the local part too, since addresses are compared without case everywhere.
    """
    return rewrite(frame, [ADDRESS], where=matches(r"\p{Lu}"), to=lambda cell: cell.str.to_lowercase())


def blank_placeholder_address(frame: pl.DataFrame) -> pl.DataFrame:
    """Make addresses null that are nobody's: `n/a`, `x@x.x`, `noreply@...`, `user@domain.com`.

    Keeps every row, in order.
    """
    return rewrite(frame, [ADDRESS], where=is_nobodys, to=lambda cell: filled(cell.str.slice(0, 0)))


def is_nobodys(cell: pl.Expr) -> pl.Expr:
    """Yield whether a filled cell is a placeholder or an address that nobody reads; null where it is blank."""
    small = cell.str.to_lowercase()
    return is_placeholder(small) | small.str.contains(_NOBODY)


def _unwrapped(cell: pl.Expr) -> pl.Expr:
    bare = cell.str.replace(_BETWEEN_ANGLES, "$1").str.replace(_MARKDOWN, "$1")
    bare = _outer_off(_outer_off(bare).str.replace(_PREFIX, "").str.replace(_QUERY, "$1"))
    # Of several, what stands before one says which is which.
    is_typed = (cell.str.count_matches("@", literal=True) > 1) & cell.str.contains(_PREFIX)
    return pl.when(is_typed).then(cell).otherwise(filled(bare))


def _outer_off(cell: pl.Expr) -> pl.Expr:
    """Yield the cell without blanks, signs behind it, and the brackets or quotes around it; one alone stays."""
    for _ in range(2):
        cell = cell.str.strip_chars(" ").str.strip_chars_end(" ,;:.").str.replace(_WRAPPED, _INSIDE)
    return cell.str.strip_chars(" ")


def _primary(cell: pl.Expr) -> pl.Expr:
    marked = cell.str.extract_all(_PRIMARY)
    different = cell.str.to_lowercase().str.extract_all(ONE_ADDRESS).list.unique()
    return (
        pl.when(marked.list.len() == 1)
        .then(cell.str.extract(_PRIMARY))
        .when(different.list.len() == 1)
        .then(different.list.first())
        .otherwise(cell)
    )


#: In this order: a placeholder may be wrapped too, and capitals tell which address is the primary one.
ADDRESS_STEPS: tuple[Step, ...] = (unwrap_address, take_primary_address, lower_address, blank_placeholder_address)
