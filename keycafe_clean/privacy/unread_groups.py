"""The kinds of columns that are never read, as the vocabulary lists them."""

from functools import cache

from keycafe_clean.columns.spellings import phrases, spellings


@cache
def unread_groups() -> tuple[str, ...]:
    """Get the names of the kinds of private columns, sorted."""
    spelt = {its.group for its in spellings().values() if its.kind == "sensitive"}
    private = phrases("sensitive")
    return tuple(sorted(spelt | {*private.anywhere.values(), *private.alone.values()}))
