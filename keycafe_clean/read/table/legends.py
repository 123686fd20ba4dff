"""Legends beside a table: what the codes in one of its columns mean."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from keycafe_clean.findings import LEAVE_OUT, findings_of, no_findings
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.read.table.header_names import NAMELESS
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.words import has_word, words
from keycafe_clean.words.letters import EAST_ASIAN

#: Lines of a legend.
FEWEST = 2

#: What a name gets that another column has already: `Code (2)`; and that of a column without one.
_NUMBERED = re.compile(r"\s\(\d+\)$")

#: Letters of a word, in the script of any language, of which a meaning has one.
_WORD = rf"\p{{L}}{{2}}|{EAST_ASIAN}"


@dataclass(frozen=True)
class Legend:
    """The columns of a legend, the column of the table whose cells it explains, and what each of them means.

    `height` is how many rows of the table it stands beside, from the first on; 0 below a table.
    """

    names: tuple[str, ...]
    column: str
    meanings: dict[str, str]
    height: int = 0


def legends(table: Table) -> list[Legend]:
    """Get the legends right of a blank column, or called so: from the first row on a code a row, and what it means.

    A column left of it has no other cells than these codes, and some of them more than once. A blank row ends the
    legend; what stands below is none of it.
    """
    found, before = list[Legend](), list[str]()
    for group in column_groups(table):
        found += _legend(table, group, before)
        before += group
    return found


def legend_findings(table: Table, found: Iterable[Legend]) -> pl.DataFrame:
    """Get a question for each person whose code means, as one of these legends says, that somebody has left.

    So is one whose code nobody knows the meaning of, in a legend that says of others who works here.
    """
    return pl.concat([no_findings(), *(asked for legend in found for asked in _asked(table, legend))])


def means_leaving(meanings: pl.Series) -> pl.Series:
    """Get which meanings of a legend say that somebody has left; keeps the order, never null."""
    return _judged(meanings)[0].fill_null(value=False)


def column_groups(table: Table) -> list[list[str]]:
    """Get the columns between those that have neither a name nor a cell."""
    groups: list[list[str]] = [[]]
    kept = set(table.cells.columns)
    for name in table.names:
        if name in kept:
            groups[-1].append(name)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _legend(table: Table, group: list[str], before: list[str]) -> Iterator[Legend]:
    headed = _is_headed(group)
    apart, left = group[-2:] if headed else group, [*before, *(group[:-2] if headed else [])]
    if not left or len(apart) != 2:
        return
    lines, height = _lines_on_top(table, apart)
    codes = lines.get_column("code")
    # As long as the table it may be two columns of the people themselves, unless their names say what they are.
    is_short = lines.height < table.rows.height or headed
    if lines.height >= FEWEST and is_short and codes.is_unique().all() and _are_words(lines.get_column("meaning")):
        for column in filter(lambda name: is_explained(table, name, codes), left):
            yield Legend((*apart,), column, dict(lines.rows()), height)


def _lines_on_top(table: Table, apart: list[str]) -> tuple[pl.DataFrame, int]:
    """Get `code` and `meaning` of the rows down to the first without both, and how many rows that are.

    A heading of legends that stands in the first row is no line, but one of these rows.
    """
    cells = table.cells.select(apart)
    start = int(cells.height > 0 and _is_heading(*(cell or "" for cell in cells.row(0))))
    below = cells.slice(start)
    is_within = below.select(pl.any_horizontal(pl.all().is_null()).cum_sum() == 0).to_series()
    lines = below.filter(is_within).select(code=plain_code(apart[0]), meaning=pl.col(apart[1]))
    return lines, start + lines.height


def _are_words(meanings: pl.Series) -> bool:
    """Tell whether each meaning has a word, and none is an address."""
    return bool((meanings.str.contains(_WORD) & ~meanings.str.contains("@", literal=True)).all())


def plain_code(column: str) -> pl.Expr:
    """Yield a code as it is compared; null stays null."""
    return pl.col(column).str.strip_chars().str.to_lowercase()


def _is_headed(group: list[str]) -> bool:
    """Tell whether the last two columns are called a code and its meaning, `Abkürzung | Bedeutung`, or `Key` alone."""
    said = ("" if NAMELESS.fullmatch(name) else _NUMBERED.sub("", name) for name in group[-2:])
    return len(group) > 1 and _is_heading(*said)


def _is_heading(first: str, second: str) -> bool:
    """Tell whether two cells are the heading of a legend; the second may be blank."""
    code, meaning = (fold(cell).strip(" .:") for cell in (first, second))
    return code in words("legends", "code", "heading") and (not meaning or meaning in words("legends", "meaning"))


def is_explained(table: Table, column: str, codes: pl.Series) -> bool:
    """Tell whether no person has another cell in a column than these codes, and some have the same."""
    cells = table.cells.select(plain_code(column)).to_series().filter(table.rows.get_column("not_people").is_null())
    filled = cells.drop_nulls()
    return filled.n_unique() < filled.len() and bool(filled.is_in(codes.implode()).all())


def _asked(table: Table, legend: Legend) -> list[pl.DataFrame]:
    said = pl.DataFrame({"code": legend.meanings.keys(), "reason": legend.meanings.values()}, schema_overrides=_TEXT)
    judged = said.with_columns(_judged(said.get_column("reason")))
    people = table.rows.with_row_index("row_id").filter(pl.col("not_people").is_null()).select("row_id")
    cells = table.cells.select(code=plain_code(legend.column), value=pl.col(legend.column)).with_row_index("row_id")
    asked = people.join(cells, on="row_id").join(judged, on="code", maintain_order="left")
    column = {"column": pl.lit(legend.column)}
    left = asked.filter("has_left").with_columns(suggestion=pl.lit(LEAVE_OUT), **column)
    return [
        findings_of("legend_leaver", left),
        findings_of("legend_open", asked.filter("is_open").with_columns(**column)),
    ]


def _judged(reasons: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Get `has_left`, and `is_open`: in a legend of states, those that nobody knows, or of who starts later.

    Words such as `pension` say of a person that they have left as a whole meaning, or in a legend of states.
    """
    # Loaded when first needed, as the names of columns are.
    from keycafe_clean.steps.leavers import names_leavers, states_somebody_left  # noqa: PLC0415
    from keycafe_clean.steps.status import ACTIVE, INACTIVE, LEAVE, is_kind_of_contract, status_meanings  # noqa: PLC0415

    cell, plain = pl.col("reason"), without_accents(pl.col("reason"))
    frame = (
        reasons.alias("reason")
        .to_frame()
        .with_columns(meaning=status_meanings(reasons), states_leaving=states_somebody_left(reasons))
    )
    left, is_state = words("legends", "left"), has_word(plain, words("status", "active_words"))
    surely = pl.col("states_leaving") | names_leavers(cell) | plain.is_in(left)
    is_of_states = (surely | pl.col("meaning").is_in([INACTIVE, LEAVE]) | is_state).any()
    has_left = (surely | (is_of_states & has_word(plain, left))) & (pl.col("meaning") != LEAVE)
    is_here = pl.col("meaning").is_in([ACTIVE, LEAVE]) | is_kind_of_contract(cell)
    judged = frame.select(has_left=has_left, is_open=~has_left & ~is_here & is_of_states)
    return judged.get_column("has_left"), judged.get_column("is_open")


_TEXT = {"code": pl.String, "reason": pl.String}
