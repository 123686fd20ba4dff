"""What a finding is, in words that name no cell: the sentence of the catalogue with its blanks left open."""

import re

from keycafe_clean.findings import catalogue

#: How the sentences of the catalogue begin, and what is said where it is not about one row.
_ROWS = {r"Rows \{\w+\} and \{\w+\}": "Two rows", r"Row \{row\}: ": "", r"Row \{row\}": "A row"}

#: What stands in a blank that is left open.
_OPEN = "…"

#: With fewer letters a sentence says nothing without what stands in its blanks; the one behind it does.
_LEAST = 12


def finding_in_words(code: str, column: str | None = None) -> str:
    """Get what findings of a code are: `'…' is not a complete e-mail address`; `column` is named where it is given."""
    text = catalogue()[code].sentence.rstrip(".")
    for said, general in _ROWS.items():
        text = re.sub(said, general, text)
    text = re.sub(r"\{\w+\}", _OPEN, text.replace("{column}", column or "A cell"))
    first, _, rest = text.partition(". ")
    is_enough = len(re.findall(r"[^\W\d_]", first.removeprefix(column or "A cell"))) >= _LEAST
    told = first if is_enough or not rest else f"{first}. {rest}"
    return _capital(told.removesuffix(f": {_OPEN}"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
