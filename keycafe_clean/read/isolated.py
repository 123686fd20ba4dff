"""What is in a file: text as systems write it is taken apart here, everything else in a child that may die."""

import json
from dataclasses import asdict

from keycafe_clean.errors import EmptyFile, HostileFile, UnreadableExport
from keycafe_clean.read.budget import FINAL, IN_PROCESS, OverBudgetError, refusal
from keycafe_clean.read.file_kind import may_be_plain_text
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parsed import Parsed, line, of_bytes
from keycafe_clean.read.process import ChildStoppedError, ask_child
from keycafe_clean.read.text.text_file import parse_text

_CHILD = "keycafe_clean.read.child"


def parse(raw: RawFile, options: ReadingOptions) -> Parsed:
    """Get the cells of a file of any kind.

    UnreadableExport: it is damaged, protected by a password, or no table. HostileFile: it holds more than a table of
    people does, or would take too much memory or time.
    """
    if not may_be_plain_text(raw):
        return _parse_in_child(raw, options, "cost")
    try:
        return parse_text(raw, options, IN_PROCESS)
    except OverBudgetError as over:
        if over.limit in FINAL:
            raise HostileFile(refusal(raw.name, over.limit)) from None
    # Unusual text may cost more in the child.
    return _parse_in_child(raw, options, "text_cost")


def _parse_in_child(raw: RawFile, options: ReadingOptions, limit: str) -> Parsed:
    """Get the answer of the child; `limit` is what it exceeds where it has none."""
    request = line({"name": raw.name, "size": len(raw.data), "options": asdict(options)})
    try:
        answer = ask_child(_CHILD, request, raw.data)
    except ChildStoppedError:
        raise HostileFile(refusal(raw.name, limit)) from None
    said, _, tables = answer.partition(b"\n")
    about = json.loads(said)
    if "hostile" in about:
        raise HostileFile(about["hostile"])
    if "empty" in about:
        raise EmptyFile(about["empty"])
    if "unreadable" in about:
        raise UnreadableExport(about["unreadable"])
    return of_bytes(about, tables)
