"""What waits, as view models: the kinds with their counts, and the question that the analyst has before them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.answer_words import Kind, can_be_typed, fitting
from keycafe_clean.desk.session import Run
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import CellLine, QuestionCard
from keycafe_clean.kinds import kinds
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.wording import counted
from keycafe_clean.write.questions import KIND

_DOMAIN = r"@([^@]+)$"


def question_view(run: Run, kind: str, place: int) -> dict[str, Any]:
    """Get the traits about what waits: `kinds`, and the question at a place (from 0) among those of a kind.

    A blank kind is all; so is one of which nothing waits any more. Behind the last question stands the last one.
    """
    counted = run.questions.group_by("kind", maintain_order=True).len().rows()
    chosen = kind if kind in dict(counted) else ""
    asked = questions_of(run, chosen)
    at = max(min(place, asked.height - 1), 0)
    card = _card(run.cleaned, asked, at) if asked.height else None
    return {"kinds": tuple(counted), "kind": chosen, "place": at, "asked": asked.height, "card": card}


def duplicates_line(run: Run) -> str:
    """Say that nobody seems to be there twice, and how many were combined; blank: somebody may be, or is said to be."""
    may_be = (run.questions.get_column("kind") == kinds()["possible_duplicate"]).any()
    was_said = run.cleaned.decisions.lines.get_column("kind").is_in(["same_person", "two_people"]).any()
    if may_be or was_said:
        return ""
    combined = run.cleaned.counts["combined"]
    verb = "was" if combined == 1 else "were"
    certain = text("check.combined_certain", duplicates=counted(combined, "certain duplicate"), verb=verb)
    return " ".join(filter(None, [text("check.nobody_twice"), certain if combined else ""]))


def questions_of(run: Run, kind: str) -> pl.DataFrame:
    """Get the questions of a kind, in order; a blank kind is all."""
    return run.questions.filter(pl.col("kind") == kind) if kind else run.questions


def place_of(run: Run, kind: str, row_id: int) -> tuple[str, int] | None:
    """Get the kind and place of the first question about a row: of this kind, else among all; None: there is none."""
    for listed in dict.fromkeys((kind, "")):
        places = questions_of(run, listed).get_column("row_id").index_of(row_id)
        if places is not None:
            return listed, places
    return None


def alike(questions: pl.DataFrame, question: Mapping[str, Any]) -> pl.DataFrame:
    """Get the questions of the code and column of this one that have a suggestion too, in order: of the same domain."""
    about = [pl.col(name).eq_missing(pl.lit(question[name], pl.String)) for name in ("code", "column")]
    domain = pl.col("suggestion").str.extract(_DOMAIN).eq_missing(pl.lit(domain_of(question["suggestion"]), pl.String))
    return questions.filter(*about, domain, pl.col("suggestion").is_not_null())


def domain_of(suggestion: str | None) -> str | None:
    """Get what stands behind the @ of a suggestion; None where it is no address."""
    found = re.search(_DOMAIN, suggestion or "")
    return found[1] if found else None


def _card(cleaned: Cleaned, asked: pl.DataFrame, place: int) -> QuestionCard:
    question = asked.row(place, named=True)
    kind = Kind(*(question[name] for name in KIND))
    row, other = question["row_id"], question["other_row_id"]
    typed = kind.column if can_be_typed(kind) else None
    there = dict(cleaned.rows.select("row_id", "source_row").rows())
    both = [row] if other is None or other not in there else [other, row]
    return QuestionCard(
        row_id=row,
        code=question["code"],
        column=question["column"] or "",
        row=question["source_row"],
        other_row=there.get(other),
        kind=question["kind"],
        name=name_of(cleaned, row),
        sentence=question["sentence"],
        suggestion=question["suggestion"] or "",
        alike=alike(asked, question).height if question["suggestion"] else 0,
        words=fitting(kind),
        typed=typed or "",
        cell=_cell(cleaned, row, typed) if typed in IMPORT_COLUMNS else "",
        cells=tuple(cells_of(cleaned, both)),
        addresses=_addresses(cleaned, both),
    )


def name_of(cleaned: Cleaned, row_id: int) -> str:
    """Get what names the person of a row: the name, else the address, else nothing."""
    who = cleaned.who.filter(pl.col("row_id") == row_id)
    return who.item(0, "name") or who.item(0, "email") or ""


def _addresses(cleaned: Cleaned, row_ids: Sequence[int]) -> tuple[str, ...]:
    """Get the addresses of two rows, if both have one, and another one; else none."""
    addresses = tuple(dict.fromkeys(_cell(cleaned, row_id, "Email Address") for row_id in row_ids))
    return addresses if len(addresses) > 1 and all(addresses) else ()


def _cell(cleaned: Cleaned, row_id: int, column: str) -> str:
    return cleaned.rows.filter(pl.col("row_id") == row_id).item(0, column) or ""


def cells_of(cleaned: Cleaned, row_ids: Sequence[int]) -> Iterator[CellLine]:
    """Yield a line a header with the cells as they were read, of the row that would be kept first."""
    read = cleaned.cells_as_read(pl.Series(row_ids, dtype=pl.UInt32))
    for header in read.columns:
        cells = tuple(cell or "" for cell in read.get_column(header))
        if any(cells):
            yield CellLine(header, cells)
