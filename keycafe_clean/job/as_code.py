"""A month of a job as Python: set-up and decisions to read, to review, and to run; the same bytes come out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from keycafe_clean.decide.decisions import OTHER, PAIR_KINDS, Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.decide.who import PLACE, WHO
from keycafe_clean.notebook_format import as_json, cells_from, content_from
from keycafe_clean.wording import month_name


@dataclass(frozen=True)
class Part:
    """A part of the code: what it does, in words, and how."""

    words: str
    code: str


@dataclass(frozen=True)
class MonthAsCode:
    """What a month was made of.

    The names of its exports and of the files joined to them, the day, and what was decided; `job` and `folder` are
    those of a month of a job; null: it is a run of its own.
    """

    month: str
    exports: tuple[str, ...]
    joined: tuple[str, ...]
    today: date
    setup: Setup
    decisions: Decisions
    job: str | None = None
    folder: str | None = None

    @property
    def file_name(self) -> str:
        """Get how its script is called: `keycafe_2026-11.py`."""
        return f"keycafe_{self.folder or self.month}.py"

    def script(self) -> str:
        """Get the month as a script."""
        parts = tuple(self._parts())
        told = (f"# {part.words}\n{part.code}" for part in parts)
        return f'"""{self._title()}"""\n\n{_imports(parts)}\n' + "\n".join(told)

    def notebook(self) -> str:
        """Get the month as the text of a notebook without outputs: the same code, each part below its words."""
        parts = tuple(self._parts())
        texts = [("markdown", f"# {month_name(self.month)}\n\n{self._title()}"), ("code", _imports(parts).rstrip("\n"))]
        for part in parts:
            texts += [("markdown", part.words), ("code", part.code.rstrip("\n"))]
        return as_json(content_from(cells_from(texts)))

    def _title(self) -> str:
        return (
            f"{month_name(self.month)} as it was decided: run it beside the exports. "
            "It names people: keep it where the job is."
        )

    def _parts(self) -> Iterator[Part]:
        yield Part("How the exports are read, which columns are what, who goes in.", _setup(self.setup))
        yield Part("What was decided about people.", _decisions(self.decisions))
        lines = "".join(f"    {line}" for line in (*self._reading(), *self._making()))
        yield Part("The month once more, from its exports.", f"with in_one_sentence():\n{lines}")

    def _reading(self) -> Iterator[str]:
        files = ", ".join(map(repr, self.exports))
        yield f"export = read_export({files}, **SETUP.reading.model_dump(), dates=SETUP.dates)\n"
        if self.joined:
            others = ", ".join(map(repr, self.joined))
            yield f"export, SETUP = join_files(export, read_export({others}, dates=SETUP.dates), SETUP)\n"

    def _making(self) -> Iterator[str]:
        again = f"{self.folder or self.month}-again"
        if self.job:
            yield f"again = made_again(JobFolder(Path({self.job!r})), {self.folder!r}, export, SETUP, DECISIONS)\n"
            yield f"print(again.write({again!r}))\n"
        else:
            yield f"cleaned = clean(export, SETUP, decisions=DECISIONS, today={_day(self.today)})\n"
            yield f"print(*write_imports(cleaned, plan_imports(cleaned, month={self.month!r}), {again!r}), sep='\\n')\n"


#: Where each name that the code may use is imported from.
_HOMES = {
    "date": "datetime",
    "Path": "pathlib",
    "Decisions": "keycafe_clean",
    "Setup": "keycafe_clean",
    "clean": "keycafe_clean",
    "join_files": "keycafe_clean",
    "plan_imports": "keycafe_clean",
    "read_export": "keycafe_clean",
    "write_imports": "keycafe_clean",
    "Made": "keycafe_clean.decide.decisions",
    "in_one_sentence": "keycafe_clean.errors",
    "JobFolder": "keycafe_clean.job",
    "made_again": "keycafe_clean.job",
}


def _imports(parts: Sequence[Part]) -> str:
    """Get the imports of what the parts call."""
    called = {found for part in parts for found in re.findall(r"\w+(?=[(.])", part.code)}
    homes = {home: [name for name in _HOMES if _HOMES[name] == home and name in called] for home in _HOMES.values()}
    return "".join(f"from {home} import {', '.join(names)}\n" for home, names in homes.items() if names)


def _setup(setup: Setup) -> str:
    text = setup.to_toml()
    # A raw text shows what it holds, unless that could end it.
    shown = repr(text) if "'''" in text or "\r" in text else f"r'''\n{text}'''"
    return f"SETUP = Setup.parsed({shown}.encode(), 'setup.toml')\n"


def _decisions(decisions: Decisions) -> str:
    calls = "".join(map(_call, decisions.lines.to_dicts()))
    if not calls:
        return "DECISIONS = Decisions()\n"
    return f"DECISIONS = (\n    Decisions()\n{calls})\n"


def _call(line: dict[str, str | None]) -> str:
    """Get the call that adds a decision, an argument a line."""
    kind, who = line["kind"], {cell: line[cell] for cell in (*WHO, *PLACE)}
    if kind == "edit":
        name, arguments = "with_edit", [_cells(who), repr(line["column"]), *_named(line, "seen", "value")]
    elif kind in PAIR_KINDS:
        other = {cell.removeprefix("other_"): line[cell] for cell in (*OTHER, *(f"other_{it}" for it in PLACE))}
        name, arguments = "with_pair", [repr(kind), _cells(who), _cells(other), f"keep={line['value']!r}"]
    else:
        name, arguments = "with_answer", [repr(kind), _cells(who), *_named(line, "column", "seen")]
    if line["on"]:
        arguments.append(f"made=Made({line['by'] or ''!r}, {_day(date.fromisoformat(line['on']))})")
    told = "".join(f"        {argument},\n" for argument in arguments)
    return f"    .{name}(\n{told}    )\n"


def _day(day: date) -> str:
    return f"date({day.year}, {day.month}, {day.day})"


def _cells(who: dict[str, str | None]) -> str:
    """Get who somebody is, without the cells that are blank."""
    return repr({cell: text for cell, text in who.items() if text is not None})


def _named(line: dict[str, str | None], *names: str) -> list[str]:
    return [f"{name}={line[name]!r}" for name in names]
