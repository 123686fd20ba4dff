"""What Keycafe said of a file that was handed over, as answers to its lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.decisions import Made
from keycafe_clean.digits import without_zeros
from keycafe_clean.errors import SetupError, WrongAnswers
from keycafe_clean.folding import folded_name
from keycafe_clean.job.outcome_lines import ADDED, ALREADY_THERE, NEEDS_A_FIX, TRY_AGAIN, UNKNOWN
from keycafe_clean.job_words import ALL_ADDED, FAILED

#: Whoever is there already is done, whatever Keycafe calls it; a badge that is in use already is to be repaired.
#: Assumption: it says so in these words.
_THERE = re.compile(
    r"(?i)\balready\s+(?:a\s+member|an?\s+user|invited|exist\w*|registered|added|there)|\bexists\s+already|\buser\s+exists"
    r"|\b(?:invited|member|user)\s+already"
    r"|\b(?:bereits|schon)\s+(?:mitglied|eingeladen|vorhanden|registriert|hinzugefügt)|\bexistiert\s+bereits"
    r"|\bdéjà\s+(?:membre|invité\w*|inscrit\w*)|\bya\s+(?:existe|es\s+miembro|está\s+invitad\w)"
    r"|\bjá\s+(?:existe|é\s+membro|foi\s+convidad\w)|\bgià\s+(?:membro|invitat\w|registrat\w)|\bal\s+(?:lid|uitgenodigd)"
)

#: Says that nothing is wrong with the cells of a person. Assumption: it says so in these words.
_AGAIN = re.compile(
    r"(?i)\b(?:try|retry|submit)\s+(?:it\s+)?(?:again|later)|\b(?:internal|server)\s+error|\btime(?:d\s+)?[\s-]?out\b"
    r"|\btemporar\w+|\b(?:monthly|user)\s+limit|\blimit\s+(?:of\s+[0-9.,]+\s+)?(?:\w+\s+)?(?:exceeded|reached)"
    r"|\bspäter\s+(?:noch\s+einmal|erneut)|\bréessay|\bmonatslimit"
)

#: Says of somebody who is named that it worked, as a cell of its own: `Imported`, `was added successfully`.
#: Assumption: it says so in these words.
_WORKED = (
    r"(?:added|imported|invited|created|success(?:ful(?:ly)?)?|succeeded|ok|hinzugefügt|importiert|eingeladen|angelegt"
    r"|erstellt|erfolgreich|erfolg|ajoutée?|importée?|invitée?|créée?|réussie?|succès|añadid[oa]|agregad[oa]|importad[oa]"
    r"|invitad[oa]|cread[oa]|éxito|adicionad[oa]|convidad[oa]|criad[oa]|sucesso|aggiunt[oa]|importat[oa]|invitat[oa]"
    r"|creat[oa]|successo|riuscit[oa]|toegevoegd|geïmporteerd|uitgenodigd|aangemaakt|gelukt|geslaagd|succesvol)"
)
_BESIDE = (
    r"(?:was|were|has|have|been|is|user|status|with|wurde|ist|worden|mit|benutzer|a|été|est|avec|ha|sido|fue|con|foi|com"
    r"|è|stat[oa]|is|werd|met|en)"
)
_SAYS_IT_WORKED = re.compile(rf"(?i)(?:{_BESIDE}\s+)*{_WORKED}(?:\s+(?:{_BESIDE}|{_WORKED}))*")

#: Says that something went wrong, whatever else the line says; a plain no may be the cell of a flag.
_SAYS_IT_FAILED = re.compile(
    r"(?i)fail|error|invalid|unable|missing|reject|refuse|denied|cannot|n['’]t\b|\bin use|must|required|skipped"
    r"|duplicate|warning|\w\s+not\b|\b(?:not?|non?)\s+\w|nicht|\bkein|fehl|ungültig|abgelehnt|muss\b|warnung|échec|échou|erreur"
    r"|invalide|manqu|refus|\bpas\b|\bdoit\b|fall[aoóit]|inválid|rechaz|\bfalta|\bdebe|\bnão\b|\berro|falh|recusad"
    r"|\bdeve|errore|manca|rifiut|\bniet\b|\bgeen\b|fout|mislukt|ongeldig|geweigerd|ontbreekt|\bmoet"
)

#: A message about one person: a colon before it from which the person is gone, or that they are there, or to be sent
#: again.
_OF_SOMEBODY = re.compile(
    rf"^\s*:|{_THERE.pattern.removeprefix('(?i)')}|{_AGAIN.pattern.removeprefix('(?i)')}", re.IGNORECASE
)

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"']+@[^\s@<>()\[\],;:\"']+\.[^\s@<>()\[\],;:\"'.]+")
_ROW_WORD = r"(?:rows?|lines?|zeilen?|lignes?|filas?|linhas?|righe?|riga|rijen|rij|rader|rad)"
#: A row that is named as one, and a number that a line begins with: a row too, or an employee number.
_NAMED_ROW = re.compile(rf"(?i)\b{_ROW_WORD}\s*#?\s*([0-9][0-9,.]*)(\s*(?:[-–,&+/]|and|und|et|y|e|en|och)\s*[0-9]+)?")
_NUMBER = re.compile(r"^\s*([0-9]+)\s*(?:[,;:\t]|$)")
#: How many failed: no row and no number of a person.
_COUNT = re.compile(
    r"(?i)\b[0-9][0-9,.]*\s+(?:of\s+[0-9]+\s+)?(?:users?|people|persons?|rows?|lines?|records?|errors?|failures?|invit\w+|benutzer|nutzer"
    r"|personen|zeilen|fehler|utilisateurs?|personnes?|lignes?|erreurs?|usuarios?|personas?|filas?|errores|linhas?|righe"
    r"|utenti|persone|gebruikers?|rijen)\b"
)
#: A title stands above at least one message.
_WITH_TITLE = 2
#: Lines that one answer names as wrong.
_MOST_FAULTS = 8
_IS_ROW_WORD = re.compile(rf"(?i)^\W*{_ROW_WORD}\b")


def is_there_already(row: int) -> str:
    """Get the line by which `KeycafeAnswer` takes whoever stands in a row of the import file for a member already."""
    return f"row {row}: already a member"


@dataclass(frozen=True)
class KeycafeAnswer:
    """What became of a file: one of `ANSWERS`, and of people who failed what Keycafe said, by a line each."""

    kind: str
    messages: tuple[str, ...] = ()

    def applied(self, lines: pl.DataFrame, made: Made) -> pl.DataFrame:
        """Get the lines of a month (`OUTCOME_LINES`) with this answer to everybody who was sent; keeps every line.

        `made`: who notes it, and when. SetupError: a message is about nobody who was sent, or about several, or there
        is none.
        """
        answers, said = self._by_line(lines)
        sent = pl.col("sent").is_not_null()
        place = pl.int_range(pl.len())
        answer = place.replace_strict(answers, default=self._usual, return_dtype=pl.String)
        words = place.replace_strict(said, default=None, return_dtype=pl.String)
        return lines.with_columns(
            pl.when(sent).then(answer).otherwise("answer").alias("answer"),
            pl.when(sent).then(words).otherwise("said").alias("said"),
            pl.when(sent).then(pl.lit(f"{made.on}")).otherwise("answered_on").alias("answered_on"),
            pl.when(sent).then(pl.lit(made.by or None, pl.String)).otherwise("answered_by").alias("answered_by"),
        )

    def title(self, lines: pl.DataFrame) -> str:
        """Get the first message where it is a title of the others, or their column names; empty: it is none.

        It is about nobody who was sent, of the lines of a month (`OUTCOME_LINES`), and nothing is made of it.
        """
        is_there = self.kind == FAILED and self._has_title(self._about(lines))
        return self._texts[0].strip() if is_there else ""

    def _has_title(self, about: "_Sent") -> bool:
        return len(self._texts) >= _WITH_TITLE and about.is_title(self._texts[0])

    def _about(self, lines: pl.DataFrame) -> "_Sent":
        return _Sent.of(lines, has_rows=any(_IS_ROW_WORD.match(text) for text in self._texts[:1]))

    @property
    def _texts(self) -> list[str]:
        return [text for text in self.messages if text.strip()]

    @property
    def _usual(self) -> str:
        return ADDED if self.kind in (ALL_ADDED, FAILED) else TRY_AGAIN

    def _by_line(self, lines: pl.DataFrame) -> tuple[dict[int, str], dict[int, str]]:
        if self.kind != FAILED:
            return {}, {}
        if not self._texts:
            raise SetupError("Nobody is named who failed. Paste Keycafe's messages, or the addresses, a line each.")
        about = self._about(lines)
        placed = _placed(about, self._texts[1:] if self._has_title(about) else self._texts)
        names = lines.get_column("name").to_list()
        told = {place: text for place, text in placed if not _has_worked(text, names[place])}
        answers = {place: _answer_of(text) for place, text in told.items()}
        return answers, {place: text for place, text in told.items() if _says_why(text, names[place])}


def _placed(about: "_Sent", texts: list[str]) -> list[tuple[int, str]]:
    """Get the place of whom each message is about, beside it. WrongAnswers: some are about nobody, or about several."""
    placed, faults = [], []
    for text in texts:
        try:
            placed.append((about.place(text), text.strip()))
        except SetupError as fault:
            faults.append(str(fault))
    if faults:
        more = [f"{len(faults) - _MOST_FAULTS:,} more lines are so."] if len(faults) > _MOST_FAULTS else []
        raise WrongAnswers([*faults[:_MOST_FAULTS], *more])
    return placed


def _has_worked(text: str, name: str | None) -> bool:
    """Tell whether a line says of somebody that it worked, and nothing of a failure; the name itself says neither."""
    if _THERE.search(text) or _SAYS_IT_FAILED.search(_without(text, name)):
        return False
    cells = re.split(r"[,;:|\t\"()\[\]=]|\s[-–—]\s", _without(text, name))
    return any(_SAYS_IT_WORKED.fullmatch(cell.strip(" .!'#0123456789✓✔✅")) for cell in cells)


def _answer_of(text: str) -> str:
    if _THERE.search(text):
        return ALREADY_THERE
    return TRY_AGAIN if _AGAIN.search(text) else NEEDS_A_FIX


def _says_why(text: str, name: str | None) -> bool:
    """Tell whether a line says more than whom it is about: that alone are the analyst's words, not Keycafe's."""
    return re.search(r"[^\W\d_]{2}", _without(text, name)) is not None


def _without(text: str, name: str | None) -> str:
    """Get a line without address, row and name of whom it is about."""
    bare = _NAMED_ROW.sub(" ", _ADDRESS.sub(" ", text))
    for part in (name or "").split():
        bare = re.sub(rf"(?i)(?<!\w){re.escape(part)}(?!\w)", " ", bare)
    return bare


@dataclass(frozen=True)
class _Sent:
    """Where whoever was sent stands among the lines: by address, name, employee number, and row of the import file.

    A number alone is a row where `has_rows` says so, else what only one of row and employee number can be.
    """

    by_address: Mapping[str, int]
    by_name: Mapping[frozenset[str], int]
    by_number: Mapping[str, int]
    by_row: Mapping[int, int]
    has_rows: bool

    @classmethod
    def of(cls, lines: pl.DataFrame, *, has_rows: bool) -> "_Sent":
        sent = lines.with_row_index("place").filter(pl.col("sent").is_not_null())
        keys = sent.select(
            "place",
            key=email_key("address"),
            as_read=email_key("email"),
            name=folded_name(pl.col("name")),
            number=without_zeros(pl.col("employee_id")),
            row=pl.col("sent").cast(pl.Int64),
        )
        names = keys.drop_nulls("name").unique("name", keep="none").select("name", "place").rows()
        by_cell, by_address = (dict(keys.drop_nulls(it).select(it, "place").rows()) for it in ("as_read", "key"))
        return cls(
            # The address in the file is the account's, whoever else has it in the export.
            by_cell | by_address,
            {frozenset(name.split()): place for name, place in names},
            dict(keys.drop_nulls("number").unique("number", keep="none").select("number", "place").rows()),
            dict(keys.select("row", "place").rows()),
            has_rows,
        )

    def is_title(self, text: str) -> bool:
        """Tell whether a first line is a title or column names of what was pasted: nobody, no figure but a count.

        What Keycafe says of one person is neither: whom it was about is lost.
        """
        is_about_nobody = not _ADDRESS.search(text) and not re.search(r"\d", _COUNT.sub(" ", text))
        return is_about_nobody and not _OF_SOMEBODY.search(_COUNT.sub(" ", text)) and not self._named(text)

    def place(self, text: str) -> int:
        """Get the place of whom a message is about. SetupError: it names nobody who was sent, or several."""
        named = self._addressed(text) | self._named(text) | self._in_row(text)
        if not named:
            named = self._numbered(text)
        if len(named) != 1:
            who = "nobody" if not named else "several people"
            raise SetupError(
                f"'{text.strip()[:80]}' is about {who} in the file that was handed over. "
                "Give one person a line: the address, the name, or the row of the import file (row 12)."
            )
        return named.pop()

    def _addressed(self, text: str) -> set[int]:
        return {self.by_address[key] for key in map(str.lower, _ADDRESS.findall(text)) if key in self.by_address}

    def _named(self, text: str) -> set[int]:
        words = set((pl.select(folded_name(pl.lit(_ADDRESS.sub(" ", text)))).item() or "").split())
        return {place for name, place in self.by_name.items() if name <= words}

    def _in_row(self, text: str) -> set[int]:
        """Get who stands in the row that is named; of several rows in one line as many people."""
        found = _NAMED_ROW.search(text)
        if not found:
            return set()
        rows = [int(re.sub(r"\D", "", it)) for it in (found[1], *([found[2]] if found[2] else []))]
        return {self.by_row.get(row, -row) for row in rows} if len(rows) > 1 else self._row(rows[0])

    def _row(self, row: int) -> set[int]:
        return {self.by_row[row]} if row in self.by_row else set()

    def _numbered(self, text: str) -> set[int]:
        found = _NUMBER.search(text)
        if not found:
            return set()
        rows, number = self._row(int(found[1])), self.by_number.get(found[1].lstrip("0"))
        return rows if self.has_rows or number is None else rows | {number}


def open_lines(lines: pl.DataFrame) -> pl.DataFrame:
    """Get the lines of whoever was sent, and nobody has said yet what Keycafe made of them."""
    return lines.filter(pl.col("answer") == UNKNOWN)
