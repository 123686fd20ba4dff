"""Columns that nobody needs for an import and that must not travel: dropped while reading, and named."""

from collections.abc import Sequence

from keycafe_clean.read.known import meanings


def sensitive_headers(headers: Sequence[str], evidence: Sequence[str] = ()) -> tuple[str, ...]:
    """Get the headers of passwords, birth dates, bank, tax, card, health and salary columns, save those in `evidence`.

    `evidence` names columns that the caller needs to tell people apart.
    """
    found = meanings(headers)
    return tuple(header for header in headers if found.get(header) == "sensitive" and header not in evidence)
