"""What a finding is, in words that show no cell: a report counts findings, and is read by others too."""

import tomllib
from functools import cache
from importlib.resources import files


def finding_in_words(code: str, column: str | None = None) -> str:
    """Get what findings of a code are: `an address that is not complete`; `column` is the one that all are about."""
    return _words()[code].format(column=column or "a cell")


@cache
def _words() -> dict[str, str]:
    text = files("keycafe_clean.month_report").joinpath("finding_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
