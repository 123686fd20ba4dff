"""The syntax of an e-mail address, as one expression that agrees with email-validator.

Nearly every cell is settled by a pattern. What a pattern cannot know (international domains and local parts, punycode)
is asked of email-validator, once per distinct value. Whether mail arrives is another matter: to the pattern, names that
no public mail server has (`.local`, `.test`) are syntax.
"""

import polars as pl
from email_validator import EmailNotValidError, validate_email

from keycafe_clean.ascii import are_ascii, has_non_ascii

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_LAST_LABEL = r"[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z])?|[0-9][A-Za-z0-9-]{0,61}[A-Za-z]"
_ADDRESS = rf"^{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+(?:{_LAST_LABEL})$"

#: What is worth asking a library about, where letters beyond ASCII or the two hyphens of punycode are in it.
_UNSETTLED = r"^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$"

#: RFC 5321, 4.5.3.1: octets of a local part and of a path without its brackets.
_LONGEST_LOCAL_PART, _LONGEST_ADDRESS = 64, 254


def is_email_address(column: str) -> pl.Expr:
    """Yield whether a filled cell is one complete e-mail address; null where it is blank.

    The cell is taken to the letter: an outer blank or a display name is no part of an address. Quoted local parts,
    comments and numbers for domains are refused. Assumption: the article asks for an address, not for one that works.
    """
    cell = pl.col(column)
    asked = cell.filter(_may_be_international(cell)).unique()
    accepted = asked.filter(asked.str.contains(_UNSETTLED)).map_batches(_accepted)
    return _follows_pattern(cell) | (_may_be_international(cell) & cell.is_in(accepted.implode()))


def _follows_pattern(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(_ADDRESS) & _has_length(cell) & ~_may_be_international(cell)


def _has_length(cell: pl.Expr) -> pl.Expr:
    return (cell.str.len_bytes() <= _LONGEST_ADDRESS) & (cell.str.find("@", literal=True) <= _LONGEST_LOCAL_PART)


def _may_be_international(cell: pl.Expr) -> pl.Expr:
    return has_non_ascii(cell) | cell.str.contains("--", literal=True)


def _accepted(values: pl.Series) -> pl.Series:
    return pl.Series(values.name, [value for value in values if _accepts(value)], pl.String)


def _accepts(value: str) -> bool:
    try:
        validate_email(value, check_deliverability=False, strict=True)
    except EmailNotValidError:
        return False
    return True


def email_key(column: str) -> pl.Expr:
    """Yield the address as it is compared: outer blanks off, letters folded, a domain beyond ASCII as its punycode.

    A blank cell is null.
    """
    trimmed = pl.col(column).str.strip_chars().str.to_lowercase()
    return pl.when(trimmed != "").then(trimmed.map_batches(_with_punycode, return_dtype=pl.String, is_elementwise=True))


def _with_punycode(keys: pl.Series) -> pl.Series:
    """Get the addresses with the domains that are not in ASCII as a machine writes them, each looked up once."""
    if are_ascii(keys):
        return keys
    lettered = keys.filter(keys.str.len_bytes() != keys.str.len_chars()).unique()
    return keys.replace({key: _punycode(key) for key in lettered})


def _punycode(key: str) -> str:
    local, at, domain = key.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return key
