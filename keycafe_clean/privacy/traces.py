"""What tells one person in a text: names, addresses and numbers, found and struck out."""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.digits import without_zeros
from keycafe_clean.folding import folded_name
from keycafe_clean.match.name_fit import in_any_order

#: What stands in the place of what was struck out.
STRUCK = "(erased)"

#: Figures and letters of the shortest number that is looked for in texts: shorter ones stand for anything.
SHORTEST = 4

#: Between the parts of a name, in a text, in two cells beside each other, or as a page writes an apostrophe.
_BETWEEN = r"(?:&#?\w{1,6};|[\W_]){1,6}"

#: Not within a longer word, address or number.
_START, _END = r"(?<![\w@.+-])", r"(?![\w@+]|[.-]\w)"

#: How the texts of files are written.
_ENCODINGS = ("utf-8", "utf-16-le", "cp1252")


@dataclass(frozen=True)
class Traces:
    """The names (words in order), addresses and numbers of one person that are nobody else's in the job.

    `shared` are the kinds (`name`, `address`, `number`) of which somebody else has the same too: that stays.
    """

    names: tuple[tuple[str, ...], ...]
    addresses: tuple[str, ...]
    numbers: tuple[str, ...]
    shared: tuple[str, ...] = ()

    @classmethod
    def of(cls, lines: pl.DataFrame, others: pl.DataFrame) -> "Traces":
        """Get the traces of a person by their lines, and by those of everybody else (`history.HISTORY`)."""
        whole = pl.concat_str("first_name", "last_name", separator=" ").alias("whole")
        lines, others = lines.with_columns(whole), others.with_columns(whole)
        name = in_any_order(folded_name(pl.col("text")))
        told, shared = [], []
        for kind, cells, key in (
            ("name", ("name", "whole"), name),
            ("address", ("email", "address"), email_key("text")),
            ("number", ("employee_id", "number_as_read"), without_zeros(pl.col("text"))),
        ):
            own, taken = (_texts(part, cells).with_columns(key=key) for part in (lines, others))
            is_taken = pl.col("key").is_in(taken.get_column("key").drop_nulls().implode()).fill_null(value=False)
            told.append(own.filter(~is_taken).get_column("text").to_list())
            shared += [kind] if own.select(is_taken.any()).item() else []
        names, addresses, numbers = told
        words = [tuple(re.findall(r"[^\W_]+", text)) for text in names]
        return cls(tuple(filter(None, words)), tuple(addresses), tuple(numbers), tuple(shared))

    def struck(self, text: str, *, numbers: bool = True) -> str:
        """Get a text with everything of the person struck out; numbers of fewer than four signs stay."""
        found = self.pattern if numbers else self._without_numbers
        return found.sub(STRUCK, text) if found else text

    def tells(self, path: Path) -> bool:
        """Tell whether a file has something of the person: as a text of any usual encoding, and inside an archive."""
        return self._in_bytes(path.read_bytes(), loosely=False)

    def may_tell(self, path: Path) -> bool:
        """Tell whether a file has it, or all words of a name anywhere, as a workbook keeps them: cell by cell."""
        return self._in_bytes(path.read_bytes(), loosely=True)

    def _in_bytes(self, data: bytes, *, loosely: bool) -> bool:
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return any(self._in_bytes(archive.read(name), loosely=loosely) for name in archive.namelist())
        texts = [data.decode(encoding, "ignore") for encoding in _ENCODINGS]
        return any(self._in_text(text, loosely=loosely) for text in texts)

    def _in_text(self, text: str, *, loosely: bool) -> bool:
        if self.pattern and self.pattern.search(text):
            return True
        said = set(re.findall(r"[^\W_]+", text.lower())) if loosely else set()
        return loosely and any({word.lower() for word in name} <= said for name in self.names)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Get what finds all of it in a text, but for numbers of fewer than four signs; None where there is nothing."""
        long = [re.escape(number) for number in self.numbers if len(number) >= SHORTEST]
        return _any_of([*self._words, *long])

    @cached_property
    def _without_numbers(self) -> re.Pattern[str] | None:
        return _any_of(self._words)

    @property
    def _words(self) -> list[str]:
        named = [order for name in self.names for order in _orders(name)]
        return [*named, *(re.escape(form) for it in self.addresses for form in {it, escape(it)})]


def _texts(lines: pl.DataFrame, cells: tuple[str, ...]) -> pl.DataFrame:
    """Get the texts of some columns, each once."""
    told = pl.concat([lines.get_column(cell).alias("text") for cell in cells])
    return told.drop_nulls().unique(maintain_order=True).to_frame()


def _orders(name: tuple[str, ...]) -> list[str]:
    """Get patterns of a name as it stands, and with each of its last words in front: `Lee, Ann`."""
    turned = {(*name[cut:], *name[:cut]) for cut in range(len(name))}
    return [_BETWEEN.join(map(re.escape, words)) for words in sorted(turned)]


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    longest = sorted(patterns, key=len, reverse=True)
    return re.compile(f"{_START}(?:{'|'.join(longest)}){_END}", re.IGNORECASE) if patterns else None
