"""How what a cell shows now differs from what it showed: in the analyst's words, and line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from keycafe_clean.wording import counted

#: The parts of an equation, `27 rows = 16 ready + 3 waiting for you`, and a line of a table, `email_syntax  2`.
_EQUATION = re.compile(r"\d[\d,]* [A-Za-z ]+(?: [=+] \d[\d,]* [A-Za-z ]+)+")
_PART = re.compile(r"(\d[\d,]*) ([A-Za-z][A-Za-z ]*?)(?= [=+] |$)")
_LINE = re.compile(r"(?P<name>\S.*?)  +(?P<number>\d[\d,]*)")

#: The parts of our equations: what one of them is, what several are, and what is said of one and of several.
_SENTENCES = {
    "rows": ("row", "rows", "was read", "were read"),
    "ready": ("person", "people", "is ready", "are ready"),
    "waiting for you": ("person", "people", "waits for you", "wait for you"),
    "combined": ("row", "rows", "is combined", "are combined"),
    "left out": ("person", "people", "is left out", "are left out"),
    "not people": ("row", "rows", "is not people", "are not people"),
    "Full Users": ("Full User", "Full Users", "", ""),
    "SmartBox Users": ("SmartBox User", "SmartBox Users", "", ""),
}
_SINGULAR = {one: several for several, (one, *_) in _SENTENCES.items() if one != "person"} | {"row": "rows"}


@dataclass(frozen=True)
class Difference:
    """One code cell that shows something else: its number, counted from 1, and what it showed before and shows now."""

    cell: int
    before: str
    now: str

    def words(self) -> list[str]:
        """Get what is different in words, a part each; of lines without a figure how many there are."""
        if not self.before or not self.now:
            return [f"cell {self.cell} {'shows nothing any more' if self.before else 'showed nothing before'}"]
        before, now = figures(self.before), figures(self.now)
        names = dict.fromkeys([*before, *now])
        told = [_in_words(name, before.get(name, 0), now.get(name, 0)) for name in names]
        said = [words for words in told if words]
        if not said and (other := sum(max(len(old), len(new)) for old, new in self._changed())):
            said = [f"cell {self.cell} shows {counted(other, 'line')} differently"]
        return said or [f"cell {self.cell} shows something else"]

    def raw(self) -> str:
        """Get the lines that are different, the old ones above the new ones, under the number of the cell."""
        lines = [f"cell {self.cell}"]
        for old, new in self._changed():
            lines += [*(f"- {line}" for line in old), *(f"+ {line}" for line in new)]
        return "\n".join(lines)

    def _changed(self) -> Iterator[tuple[list[str], list[str]]]:
        """Yield the lines of each place that is different, as they were and as they are.

        One that is only wider, since another line is, is the same.
        """
        old, new = self.before.splitlines(), self.now.splitlines()
        narrow = (list(map(_narrow, old)), list(map(_narrow, new)))
        for tag, *(start, end, new_start, new_end) in SequenceMatcher(None, *narrow, autojunk=False).get_opcodes():
            if tag != "equal":
                yield old[start:end], new[new_start:new_end]


def figures(text: str) -> dict[str, int]:
    """Get every figure that a text shows, by its name, in order: the parts of equations, and the lines of counts."""
    found: dict[str, int] = {}
    for line in text.splitlines():
        if _EQUATION.fullmatch(line):
            found |= {_SINGULAR.get(name, name): _number(number) for number, name in _PART.findall(line)}
        elif told := _LINE.fullmatch(line):
            found[told["name"]] = _number(told["number"])
    return found


def _in_words(name: str, before: int, now: int) -> str:
    """Get what became of a figure; empty where it is the same."""
    if before == now:
        return ""
    if name not in _SENTENCES:
        return f"{name} {before:,} -> {now:,}"
    one, several, is_one, are = _SENTENCES[name]
    by = abs(now - before)
    return f"{counted(by, one, several)} {'more' if now > before else 'fewer'} {is_one if by == 1 else are}".rstrip()


def _narrow(line: str) -> str:
    return re.sub(" {2,}", "  ", line)


def _number(text: str) -> int:
    return int(text.replace(",", ""))
