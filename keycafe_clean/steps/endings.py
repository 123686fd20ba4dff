"""What stands behind the last full stop of an address: an ending of the internet, of a company's own net, or none."""

import polars as pl

from keycafe_clean.words import any_of, words

#: Names that no public mail server has: mail arrives only inside a company, if at all. `.example` is left out: samples
#: and practice live there.
_INSIDE = (
    *("local", "lan", "internal", "intranet", "corp", "home", "private", "localdomain", "localhost", "arpa"),
    *("test", "invalid", "onion"),
)
_KNOWN = frozenset(
    (
        *words("endings", "ascii", "others"),
        *(it.encode("idna").decode() for it in words("endings", "others")),
        *_INSIDE,
        "example",
    )
)


def is_internal(address: pl.Expr) -> pl.Expr:
    """Yield whether an address belongs to a net of its own, as `.local` does; null where it is blank."""
    return address.str.contains(rf"\.(?:{any_of(_INSIDE)})$")


def has_unknown_ending(address: pl.Expr) -> pl.Expr:
    """Yield whether an address ends in something that is no ending of the internet (`.coom`); null where blank."""
    return ~ending_of(address).is_in(sorted(_KNOWN))


def ending_of(address: pl.Expr) -> pl.Expr:
    """Yield what stands behind the last full stop, in small letters; null where there is none."""
    return address.str.extract(r"\.([^.@]+)$").str.to_lowercase()
