"""What Keycafe said of a file that was handed over, as answers to its lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.errors import SetupError
from keycafe_clean.job.outcome_lines import ADDED, ALREADY_THERE, NEEDS_A_FIX, TRY_AGAIN, UNKNOWN

#: The ways to answer "What did Keycafe say?".
ALL_ADDED, FAILED, REFUSED, NOT_UPLOADED = "all_added", "failed", "refused", "not_uploaded"
ANSWERS = {
    ALL_ADDED: "Everybody was added.",
    FAILED: "Some people failed.",
    REFUSED: "Keycafe refused the file.",
    NOT_UPLOADED: "The file was not uploaded.",
}

#: Whoever is there already is done, whatever Keycafe calls it. Assumption: it says so in these words.
_THERE = re.compile(r"(?i)\balready\b|\bexists?\b|\bduplicate\b|\bbereits\b|\bdéjà\b|\bya existe\b|\bjá\b|\bgià\b")

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"']+@[^\s@<>()\[\],;:\"']+\.[^\s@<>()\[\],;:\"'.]+")
_ROW = re.compile(
    r"(?i)\b(?:row|line|zeile|ligne|fila|linha|riga|rij)\s*#?\s*([0-9][0-9,.]*)|^\s*([0-9]+)\s*(?:[,;:\t]|$)"
)


@dataclass(frozen=True)
class KeycafeAnswer:
    """What became of a file: one of `ANSWERS`, and of people who failed what Keycafe said, by a line each."""

    kind: str
    messages: tuple[str, ...] = ()

    def applied(self, lines: pl.DataFrame, today: date) -> pl.DataFrame:
        """Get the lines of a month (`OUTCOME_LINES`) with this answer to everybody who was sent; keeps every line.

        SetupError: a message is about nobody who was sent, or about several, or there is none.
        """
        answers, said = self._by_line(lines)
        sent = pl.col("sent").is_not_null()
        place = pl.int_range(pl.len())
        answer = place.replace_strict(answers, default=self._usual, return_dtype=pl.String)
        words = place.replace_strict(said, default=None, return_dtype=pl.String)
        return lines.with_columns(
            pl.when(sent).then(answer).otherwise("answer").alias("answer"),
            pl.when(sent).then(words).otherwise("said").alias("said"),
            pl.when(sent).then(pl.lit(f"{today}")).otherwise("answered_on").alias("answered_on"),
        )

    @property
    def _usual(self) -> str:
        return ADDED if self.kind in (ALL_ADDED, FAILED) else TRY_AGAIN

    def _by_line(self, lines: pl.DataFrame) -> tuple[dict[int, str], dict[int, str]]:
        if self.kind != FAILED:
            return {}, {}
        about = _Sent.of(lines)
        texts = [text for text in self.messages if text.strip()]
        if not texts:
            raise SetupError("Nobody is named who failed. Paste Keycafe's messages, or the addresses, a line each.")
        told = {about.place(text): text.strip() for text in texts if not _is_header(text)}
        return {place: ALREADY_THERE if _THERE.search(text) else NEEDS_A_FIX for place, text in told.items()}, told


@dataclass(frozen=True)
class _Sent:
    """Where whoever was sent stands among the lines: by address, and by row of the import file."""

    by_address: Mapping[str, int]
    by_row: Mapping[int, int]

    @classmethod
    def of(cls, lines: pl.DataFrame) -> "_Sent":
        sent = lines.with_row_index("place").filter(pl.col("sent").is_not_null())
        keys = sent.select("place", key=email_key("email"), row=pl.col("sent").cast(pl.Int64))
        addressed = keys.drop_nulls("key")
        return cls(
            dict(addressed.select("key", "place").rows()),
            dict(keys.select("row", "place").rows()),
        )

    def place(self, text: str) -> int:
        """Get the place of whom a message is about. SetupError: it names nobody who was sent, or several."""
        named = {self.by_address[key] for key in map(str.lower, _ADDRESS.findall(text)) if key in self.by_address}
        if not named and (row := _ROW.search(text)):
            number = int(re.sub(r"\D", "", row[1] or row[2]))
            named = {self.by_row[number]} if number in self.by_row else set()
        if len(named) != 1:
            who = "nobody" if not named else "several people"
            raise SetupError(
                f"'{text.strip()[:80]}' is about {who} in the file that was handed over. "
                "Give one person a line: the address, or the row of the import file."
            )
        return named.pop()


def _is_header(text: str) -> bool:
    """Tell whether a line is a title or the column names of what was pasted: no address, no row, no figure."""
    return not _ADDRESS.search(text) and not re.search(r"\d", text)


def open_lines(lines: pl.DataFrame) -> pl.DataFrame:
    """Get the lines of whoever was sent, and nobody has said yet what Keycafe made of them."""
    return lines.filter(pl.col("answer") == UNKNOWN)
