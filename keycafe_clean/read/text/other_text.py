"""Text that is no table: JSON, address books, directories, lists of names and values, statements of a database."""

import re
from collections import Counter

from keycafe_clean.read.no_tables import no_table
from keycafe_clean.read.table.known_headers import meaning

#: Bytes that are looked at, and lines among them.
LOOKED_AT, LINES = 100_000, 400

#: How texts begin that are no tables.
BEGINNINGS = {
    r"[\s\[]*\{\s*[\"'][^\"'\n]*[\"']\s*:|\s*\[\s*[\[\"]|\s*(?:\[\s*\]|\{\s*\})\s*$": "JSON",
    r"\s*BEGIN:VCARD": "a file of vCards",
    r"\s*BEGIN:VCALENDAR": "a calendar",
    r"(?:(?:version:[ ]*\d+|\#[^\n]*)?\r?\n)*dn::?[ ]": "LDIF",
    r"\s*<!DOCTYPE\s+html|\s*<html\b": "a web page",
    r"\s*<\?xml\b|\s*<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>.*</\1\s*>": "XML",
}

#: What statements of a database begin with, in a line of their own.
STATEMENT = re.compile(
    r"^[^\S\n]*(?:INSERT\s+INTO\s|CREATE\s+TABLE\s|COPY\s\S+.*FROM\s+stdin)", re.IGNORECASE | re.MULTILINE
)

#: A line of strokes under column names that only blanks set apart.
STROKES = re.compile(r"^[ ]*-{2,}(?:[ ]+-{2,})+[ ]*\r?$", re.MULTILINE)

#: A line with a name and its value; PowerShell has a blank before the colon, YAML may have a dash before the name.
KEY = r"([^\W\d][\w .()/#-]{0,60}?)"
LISTS = {
    rf"{KEY}[ ]+:(?:[ ].*)?": "a PowerShell list (Name : value)",
    rf"(?:- |[ ]{{1,8}}(?:- )?)?{KEY}:(?:[ ].*)?": "a list of names and values, such as YAML",
    rf"(?:export[ ]+)?{KEY}[ ]*=[ ]*.*": "a list of names and values (name=value)",
}

#: Lines that stand between those of a list: sections, strokes, comments.
BETWEEN = re.compile(r"\s*|---|\.\.\.|\[[^\]]*\]|[#;].*|\*{3,}.*")

#: The share of the lines that name a value, how many there are, and how often their names come again.
NEARLY_ALL, FEWEST, KNOWN = 0.9, 3, 2

#: What is to be done with a kind, where it is no matter of exporting.
ADVICE = {
    "a PowerShell list (Name : value)": "Export it again with Export-Csv.",
    "LDIF": "Export it again as CSV, with csvde or from the directory's own pages.",
}


def no_table_by_text(data: bytes) -> str | None:
    """Get what is to be said of a text that is no table (`is LDIF, not a table. ...`); None for one that may be."""
    text = data[:LOOKED_AT].decode(errors="ignore")
    kind = _by_beginning(text) or _by_lines(text)
    return no_table(kind, ADVICE[kind]) if kind in ADVICE else no_table(kind) if kind else None


def _by_beginning(text: str) -> str | None:
    kind = next(
        (kind for pattern, kind in BEGINNINGS.items() if re.match(pattern, text, re.DOTALL | re.IGNORECASE)), None
    )
    return "JSON lines" if kind == "JSON" and re.match(r"\s*\{[^\n]*\}\s*\n\s*\{", text) else kind


def _by_lines(text: str) -> str | None:
    if STATEMENT.search(text):
        return "a file of statements for a database (SQL)"
    if STROKES.search(text):
        return "a listing whose columns only blanks set apart"
    lines = [line.rstrip("\r") for line in text.split("\n")[:LINES]]
    told = [line for line in lines if not BETWEEN.fullmatch(line)]
    return next((kind for pattern, kind in LISTS.items() if _is_list(told, re.compile(pattern))), None)


def _is_list(lines: list[str], pattern: re.Pattern[str]) -> bool:
    """Tell whether nearly all lines name a value, by names that come again or that are column names."""
    names = [found[1].strip() for line in lines if (found := pattern.fullmatch(line))]
    if len(names) < max(FEWEST, len(lines) * NEARLY_ALL):
        return False
    counts = Counter(names)
    return len(counts) * 2 <= len(names) or sum(meaning(name) is not None for name in counts) >= KNOWN
