"""Which headers hold the names: false friends (`Name`, `Nom`, `Nombre`) are settled by the company they keep."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.columns.cell_shapes import (
    could_be_a_name,
    has_inner_blank,
    has_several_words,
    is_blank,
    is_name,
    is_particle,
    looks_like_a_name,
)
from keycafe_clean.columns.headers import key
from keycafe_clean.columns.name_columns import headers_of, mailbox_of, of_addresses, within
from keycafe_clean.columns.profile import CellTest, Table
from keycafe_clean.columns.shares import DIFFERENT, HEADED, MOSTLY_FILLED, SAME, UNHEADED
from keycafe_clean.columns.suggest_called import suggest_called
from keycafe_clean.columns.suggest_last_name import in_place_of_last
from keycafe_clean.columns.suggest_mixed_names import suggest_mixed
from keycafe_clean.columns.suggest_qualified_names import suggest_qualified
from keycafe_clean.columns.suggestion import Suggestion, in_words, usual
from keycafe_clean.columns.vocabulary import is_second_choice
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.frame_columns import FIRST, FULL_NAME, LAST
from keycafe_clean.steps.marks import has_name_marks, says_vacant
from keycafe_clean.words.letters import is_east_asian

_OTHER = {FIRST: LAST, LAST: FIRST}
_SECOND = {FIRST: "first_name_2", LAST: "last_name_2"}

#: Single words with a capital are those of anything (a city, a department), so nearly every cell must be one, and at
#: least every other one different: the last names of the poorest right column in bench/columns.md have 0.98.
_COULD_BE, _VARIED = 0.9, 0.5

#: Headers that may be about the person of the row where nothing else names them.
_CONTACTS = {key(header) for header in ("Contact", "Contact name", "Contact person", "Ansprechpartner", "Contacto")}

#: Headers below which first names may stand written out, where no other column has them.
_INITIALS = {
    key(header) for header in ("Initial", "Initials", "Initialen", "Initiales", "Iniciales", "Iniciais", "Iniziali")
}

#: Whole names have a blank (1.00 of the cells in the files of bench/columns.md); first or last names have one here and
#: there (`Ana María`: 0.02 at most), among Spanish speakers more.
_SEVERAL_WORDS = 0.3


def suggest_names(table: Table) -> Iterator[Suggestion]:
    """Yield first and last name, or the full name, or what there is of them; nothing where no column has names."""
    firsts, lasts = headers_of(table, FIRST), headers_of(table, LAST)
    if firsts and lasts:
        parts = (_part(table, FIRST, firsts), _part(table, LAST, lasts))
        yield from (*parts, *_particles(table), *_where_parts_say_less(table, parts))
    elif firsts or lasts:
        yield from _with_the_other(table, FIRST if firsts else LAST, firsts or lasts)
    else:
        yield from _whole(table, headers_of(table, FULL_NAME, "name"))


def _part(table: Table, column: str, candidates: list[str]) -> Suggestion:
    """Suggest the best candidate; unsure where an equal one says something else in many rows."""
    best, *others = candidates
    rivals = [
        other
        for other in others
        if is_second_choice(other) == is_second_choice(best) and table.filled(other) >= MOSTLY_FILLED
    ]
    differing = [other for other in rivals if table.agreement(best, other) < SAME]
    seconds = [
        header for header in table.of(_SECOND[column]) if table.filled(header) and not _holds_particles(table, header)
    ]
    if differing:
        return Suggestion(column, (best, *seconds), sure=False, reason=f"'{differing[0]}' says the same and differs")
    return Suggestion(column, (best, *seconds), sure=True, reason=usual(best, column))


def _with_the_other(table: Table, column: str, candidates: list[str]) -> Iterator[Suggestion]:
    """Suggest one part, and the other from a plain `Name` beside it; or from a full name, where one is there."""
    part = _part(table, column, candidates)
    beside = [header for header in headers_of(table, "name", FULL_NAME) if header not in part.headers]
    whole = [header for header in beside if _is_whole(table, header, part.headers[0])]
    plain = [header for header in beside if header not in whole]
    yield part
    if plain:
        reason = f"{in_words(_OTHER[column])}, beside '{part.headers[0]}'"
        other = Suggestion(_OTHER[column], (plain[0], *table.of(_SECOND[_OTHER[column]])), sure=True, reason=reason)
        yield from (other, *_particles(table), *_where_parts_say_less(table, (part, other)))
    elif whole:
        yield Suggestion(FULL_NAME, (whole[0],), sure=True, reason=usual(whole[0], FULL_NAME))
    else:
        called = list(suggest_called(table, (_OTHER[column],)))
        lasts = list(in_place_of_last(table, part.headers)) if column == FIRST else []
        yield from called or lasts or _perhaps(table, (_OTHER[column],))


def _is_whole(table: Table, header: str, part: str) -> bool:
    """Whether a column holds full names: by its header, or because its cells contain the part beside it."""
    if header in table.of(FULL_NAME) and (not table.filled(header) or _has_whole_names(table, header)):
        return True
    pairs = table.sample.select(whole=without_accents(pl.col(header)), part=without_accents(pl.col(part))).drop_nulls()
    inside = pairs.select(pl.col("whole").str.contains(pl.col("part"), literal=True)).to_series()
    return bool(inside.len()) and int(inside.sum()) >= HEADED * inside.len()


def _whole(table: Table, candidates: list[str]) -> Iterator[Suggestion]:
    """Suggest a column as full names; where nearly every cell has one word, as the part that its language means."""
    if not candidates:
        yield from _of_users(table)
        return
    header = min(candidates, key=lambda candidate: not _has_whole_names(table, candidate))
    found = table.meanings[header]
    if _has_whole_names(table, header) or not table.filled(header):
        yield Suggestion(FULL_NAME, (header,), sure=True, reason=usual(header, FULL_NAME))
    else:
        column = LAST if found.kind == "name" and found.group == "French" else FIRST
        yield Suggestion(column, (header,), sure=True, reason=f"one word in nearly every cell: {in_words(column)}s")
        yield from in_place_of_last(table, (header,)) if column == FIRST else ()


def _of_users(table: Table) -> Iterator[Suggestion]:
    """Suggest a column of users that holds full names (`User name`), else any other; a login has no blanks.

    Of others, those with words for names in their headers go first.
    """
    logins = table.of("login")
    named = [header for header in logins if table.share(header, looks_like_a_name) >= UNHEADED]
    named += [header for header in logins if table.share(header, has_inner_blank) >= HEADED and header not in named]
    for header in named[:1]:
        yield Suggestion(FULL_NAME, (header,), sure=True, reason="its cells look like names of people")
    if not named:
        called = list(suggest_called(table, (FIRST, LAST)))
        yield from called or list(suggest_qualified(table)) or _unheaded(table)


def _unheaded(table: Table) -> Iterator[Suggestion]:
    """Suggest, to be checked, the first column that nobody knows and that nearly always holds different names.

    Else two columns whose cells stand in the addresses beside them, one that has names beside other cells, or two whose
    cells could be names.
    """
    unknown = _unknown(table)
    named = [header for header in _posts(table) if table.share(header, _names_somebody) >= UNHEADED]
    whole = [header for header in named if table.variety(header) >= DIFFERENT]
    for header in whole[:1]:
        yield Suggestion(FULL_NAME, (header,), sure=False, reason="its cells look like names of people")
    if not whole:
        inside = list(_in_addresses(table, [header for header in unknown if table.share(header, is_name) >= UNHEADED]))
        yield from inside or list(suggest_mixed(table)) or _perhaps(table, (FIRST, LAST))


def _names_somebody(header: str) -> pl.Expr:
    """Yield whether a cell looks like a name; null where it says that nobody has the post."""
    return pl.when(~says_vacant(pl.col(header))).then(looks_like_a_name(header))


def _posts(table: Table) -> list[str]:
    """Get the headers that nobody knows, of columns filled in most rows; `TBD` fills them, too."""
    unknown = (header for header in table.source.headers if header not in table.meanings)
    return [header for header in unknown if _share(table.cells(header).str.strip_chars() != "") >= MOSTLY_FILLED]


def _share(said: pl.Series) -> float:
    """Get the share of the rows of which it is true, of 1; a null is none."""
    return int(said.sum()) / max(said.len(), 1)


def _unknown(table: Table) -> list[str]:
    """Get the headers that nobody knows, or of initials, of columns that are nearly always filled."""
    return [
        header
        for header in table.source.headers
        if (header not in table.meanings or key(header) in _INITIALS) and table.filled(header) >= UNHEADED
    ]


def _perhaps(table: Table, parts: tuple[str, ...]) -> Iterator[Suggestion]:
    """Suggest, to be checked, columns that nobody knows, of different words that could be names, as these parts.

    Without addresses, words in fewer columns than there are parts are those of anything.
    """
    likely = [header for header in _unknown(table) if table.share(header, could_be_a_name) >= _COULD_BE]
    different = [header for header in likely if table.variety(header) >= _VARIED]
    is_enough = len(different) >= len(parts) or bool(of_addresses(table))
    for part, header in zip(parts, different if is_enough else (), strict=False):
        yield Suggestion(part, (header,), sure=False, reason="its cells could be names")


def _in_addresses(table: Table, unknown: list[str]) -> Iterator[Suggestion]:
    """Suggest, to be checked, the column with whose cells addresses begin as first names, the next as last names."""
    for address in of_addresses(table)[:1]:
        mailbox = mailbox_of(address)
        inside = [header for header in unknown if table.share(header, within(mailbox)) >= HEADED]
        ordered = sorted(inside, key=lambda header: -table.share(header, _begins(mailbox)))
        for column, header in zip((FIRST, LAST), ordered if len(ordered) > 1 else (), strict=False):
            yield Suggestion(column, (header,), sure=False, reason=f"its cells stand in the addresses of '{address}'")


def _begins(mailbox: pl.Expr) -> CellTest:
    return lambda header: mailbox.str.starts_with(without_accents(pl.col(header)))


def _has_whole_names(table: Table, header: str) -> bool:
    return table.share(header, has_several_words) >= _SEVERAL_WORDS or table.share(header, is_east_asian) >= HEADED


def _particles(table: Table) -> Iterator[Suggestion]:
    """Suggest the column of `van`, `de la`, `von` as a part of the last name: by its header, or else by its cells."""
    named = table.of("name_prefix")[:1]
    by_cells = [header for header in table.source.headers if _holds_particles(table, header)] if not named else []
    for header in named:
        yield Suggestion("name_prefix", (header,), sure=True, reason=usual(header, "name_prefix"))
    for header in by_cells[:1]:
        yield Suggestion("name_prefix", (header,), sure=True, reason="its cells are parts of last names")


def _holds_particles(table: Table, header: str) -> bool:
    # A column of languages or countries has `de` and `la` too, but nothing longer.
    longer = table.share(header, lambda it: pl.col(it).str.len_chars() > len("de")) > 0
    return longer and table.share(header, is_particle) >= UNHEADED


def _where_parts_say_less(table: Table, parts: tuple[Suggestion, ...]) -> Iterator[Suggestion]:
    """Suggest the full name beside both parts where it says more: they are blank in some row, or it has a mark."""
    used = [header for part in parts for header in part.headers]
    for header in headers_of(table, FULL_NAME, "name"):
        if header not in used and (_names_more(table, header, used) or has_name_marks(table.cells(header))):
            yield Suggestion(
                FULL_NAME, (header,), sure=True, reason="it says more than first and last name in some rows"
            )
            return
    yield from _of_nameless(table, used)


def _of_nameless(table: Table, used: list[str]) -> Iterator[Suggestion]:
    """Suggest, to be checked, a column that nobody knows and that has names of people where both parts are blank."""
    rows = pl.DataFrame([table.cells(header) for header in table.source.headers])
    nameless = rows.filter(pl.all_horizontal(map(is_blank, used)))
    for header in table.source.headers if nameless.height else ():
        if _may_name(table, header) and _are_names(nameless.get_column(header), header):
            yield Suggestion(FULL_NAME, (header,), sure=False, reason="its cells look like names of people")
            break


def _may_name(table: Table, header: str) -> bool:
    return header not in table.meanings or key(header) in _CONTACTS


def _are_names(cells: pl.Series, header: str) -> bool:
    named = cells.to_frame(header).filter(pl.col(header).str.strip_chars() != "").select(_names_somebody(header))
    return bool(named.height) and _share(named.to_series().drop_nulls()) >= UNHEADED


def _names_more(table: Table, header: str, used: list[str]) -> bool:
    rows = pl.DataFrame([table.cells(it) for it in (header, *used)])
    says_more = pl.all_horizontal(map(is_blank, used)) & ~is_blank(header)
    return bool(rows.select(says_more.any()).item())
