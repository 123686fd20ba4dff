"""A key as somebody said it, `Personalnummer` or `Personalnummer=EmployeeID`, as headers of two files."""

from collections.abc import Iterator, Sequence

from keycafe_clean.columns.headers import key as folded
from keycafe_clean.export import Source

#: A key: the header in the export, and the one in the file that is joined.
Key = tuple[str, str]


def said_key(text: str, source: Source, other: Source) -> Key | None:
    """Get the headers that are meant by `A`, or by `A=B`; None: one of the files does not have its header.

    Case and signs do not count. A header may have a `=` in it.
    """
    for one, two in _readings(text):
        here, there = header_like(one, source.headers), header_like(two, other.headers)
        if here and there:
            return here, there
    return None


def header_like(said: str, headers: Sequence[str]) -> str | None:
    """Get the header that is called so; None: there is none, or several are like it and none is the same."""
    if said in headers:
        return said
    alike = [header for header in headers if folded(header) == folded(said) != ""]
    return alike[0] if len(alike) == 1 else None


def _readings(text: str) -> Iterator[Key]:
    """Yield the two headers that a text may name, the whole text first."""
    yield text.strip(), text.strip()
    for place, sign in enumerate(text):
        if sign == "=":
            yield text[:place].strip(), text[place + 1 :].strip()
