"""Columns that nobody needs for an import and that must not travel: dropped while reading, and named."""

from collections.abc import Sequence

from keycafe_clean.read.known import meaning


def sensitive_headers(headers: Sequence[str], evidence: Sequence[str] = ()) -> tuple[str, ...]:
    """Get the headers of passwords, birth dates, bank, tax, card, health and salary columns, save those in `evidence`.

    `evidence` names columns that the caller needs to tell people apart.
    """
    return tuple(header for header in headers if meaning(header) == "sensitive" and header not in evidence)
