"""Files that belong together: the cells of one are added to the rows of the other, and no row is added or lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.decide.setup import JoinSetup, Setup
from keycafe_clean.errors import SetupError, expect
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import findings_of
from keycafe_clean.join.add_cells import add_cells
from keycafe_clean.join.choose_key import found_key, in_words, no_key, refuse_nobody_met
from keycafe_clean.join.said_keys import Key, said_key
from keycafe_clean.join.side import Side
from keycafe_clean.steps.frame_columns import ADDRESS


def join_files(
    export: Export, others: Export, setup: Setup | None = None, keys: Sequence[str] = ()
) -> tuple[Export, Setup]:
    """Get the export with the cells of other files, and the set-up with a `[[join]]` for each of them.

    The rows are those of the export, in their order. A row gets the cells of the row with its key: under the headers of
    the other file, or where it has the same one and nothing in it. What it does not find, and what differs, is asked
    about or noted; so are rows of the others that nobody wants.

    Args:
        export: the files of the people.
        others: the files that belong to them, as `read_export()` gives them.
        setup: what was decided before; its `[[join]]` say the key of a file with the same headers.
        keys: keys that are said, `Personalnummer` or `Personalnummer=EmployeeID`; they win.

    Raises:
        SetupError: a file has no key in common with the export, or several that lead to different rows, or is one of
            the export's; a key that is said fits no file; a file has other columns than one of the set-up that is not
            there, and no key is said.
        WrongCall: `export` or `others` is no Export.
    """
    for name, value in (("an export", export), ("the files that belong to it", others)):
        expect(
            value,
            Export,
            f"join_files() takes {name} as read",
            'join_files(read_export("hr.csv"), read_export("ad.csv"))',
        )
    setup = before_all = setup or Setup()
    _refuse_itself(export, others)
    _refuse_nobody(others)
    _refuse_unknown_keys(export, others, keys)
    for other in others.sources:
        before = setup.joins_of(other.headers)
        export, decided = _Joining(other, setup, before, keys).done(export)
        setup = setup.with_joins(decided, instead=before)
    settled = _with_other_columns(export, before_all, setup, keys)
    return _with_replaced(export, [join for join in setup.join if join not in settled.join], before_all), settled


def refuse_forgotten(export: Export, setup: Setup) -> None:
    """Refuse a run without a file that belongs to the export, as the set-up says. SetupError: one is not there."""
    there = [sorted(it.other.headers) for source in export.sources for it in source.joined]
    for join in setup.join:
        if sorted(join.headers) not in there:
            raise SetupError(
                f"The set-up joins a file with the columns {', '.join(join.headers)} by '{join.key[0]}', and it was "
                "not given. Give this month's with --join FILE, or take its [[join]] out of setup.toml."
            )


def _with_other_columns(export: Export, before: Setup, setup: Setup, keys: Sequence[str]) -> Setup:
    """Get the set-up less the files that were decided and that others, whose key is said, have taken the place of.

    SetupError: a file is new to the set-up, one of it is not there, and nobody says that it is the same one.
    """
    files = {it.other.file: it for source in export.sources for it in source.joined}
    there = [sorted(it.other.headers) for it in files.values()]
    absent = tuple(join for join in before.join if join in setup.join and sorted(join.headers) not in there)
    new = [it.other for it in files.values() if not before.joins_of(it.other.headers)]
    if not absent or not new:
        return setup
    is_said = all(any(said_key(text, here, it) for text in keys for here in export.sources) for it in new)
    has_addresses = any(it.addresses for source in export.sources for it in source.joined)
    had_addresses = any(recognise(header) == ADDRESS for join in absent for header in join.headers)
    if is_said and len({join.headers for join in absent}) <= len(new) and (has_addresses or not had_addresses):
        return setup.with_joins((), instead=absent)
    join, key = absent[0], next(it.key for it in setup.join if sorted(it.headers) == sorted(new[0].headers))
    raise SetupError(
        f"{new[0].file} has other columns than the file that the set-up joins: {', '.join(new[0].headers)}, not "
        f"{', '.join(join.headers)}. If it is that list in another form, say its key, "
        f'--join-key "{"=".join(key)}", and it takes its place. Else give that file too with --join FILE, or take its '
        "[[join]] out of setup.toml."
    )


def _with_replaced(export: Export, gone: Sequence[JoinSetup], before: Setup) -> Export:
    """Get the export with a note for each `[[join]]` that is gone, since a new file has taken its place."""
    files = {it.other.file: it.other for source in export.sources for it in source.joined}
    new = ", ".join(file for file, other in files.items() if not before.joins_of(other.headers))
    told = [{"value": new, "reason": ", ".join(join.headers), "suggestion": join.key[0]} for join in gone]
    if not told:
        return export
    first = export.sources[0]
    noted = replace(first, findings=pl.concat([first.findings, findings_of("joined_instead", pl.DataFrame(told))]))
    return Export((noted, *export.sources[1:]))


@dataclass(frozen=True)
class _Joining:
    """A file that is joined, with what is decided and said about it."""

    other: Source
    setup: Setup
    before: tuple[JoinSetup, ...]
    keys: Sequence[str]

    def done(self, export: Export) -> tuple[Export, tuple[JoinSetup, ...]]:
        """Get the export with the cells of the file, and what was decided. SetupError: see `join_files()`."""
        there = Side(self.other, self.setup)
        sides = [Side(source, self.setup) for source in export.sources]
        chosen = [self._key(here, there) for here in sides]
        decided = tuple(self._decided(key) for key in dict.fromkeys(filter(None, chosen)))
        if not decided:
            raise no_key(sides, there)
        sources = [add_cells(here, there, key) for here, key in zip(sides, chosen, strict=True)]
        return Export(_with_unwanted(sources, self.other)), decided

    @property
    def _smartbox(self) -> bool:
        return any(join.smartbox_user_without_address for join in self.before)

    def _decided(self, key: Key) -> JoinSetup:
        told = key[:1] if key[0] == key[1] else key
        return JoinSetup(headers=self.other.headers, key=told, smartbox_user_without_address=self._smartbox)

    def _key(self, here: Side, there: Side) -> Key | None:
        """Get the key of one file: as it is said, else decided before, else found."""
        told = [*self.keys, *("=".join(join.key) for join in self.before)]
        said = next(filter(None, (said_key(text, here.source, self.other) for text in told)), None)
        if said:
            refuse_nobody_met(here, there, said)
        return said or found_key(here, there)


def _with_unwanted(sources: list[Source], other: Source) -> tuple[Source, ...]:
    """Get the sources; the first one also says what there is to say of the file, and who of it belongs to nobody."""
    joined = [source.joined[-1] for source in sources]
    wanted = pl.concat([it.wanted for it in joined]).implode()
    keyed = next(it for it in joined if it.key)
    people = other.rows.hstack(other.cells.select(cell=keyed.key[1] if keyed.key else other.headers[0]))
    left = people.filter(pl.col("not_people").is_null(), ~pl.col("row_id").is_in(wanted))
    place = pl.format("Row {} of {}", pl.col("source_row"), pl.lit(other.file))
    told = left.select(
        value=place, suggestion=pl.col("cell").fill_null(""), reason=pl.lit(in_words(keyed.key or ("", "")))
    )
    of_file = other.findings.filter(pl.col("row_id").is_null())
    findings = pl.concat([sources[0].findings, of_file, findings_of("joined_belongs_to_nobody", told)])
    return (replace(sources[0], findings=findings), *sources[1:])


def _refuse_itself(export: Export, others: Export) -> None:
    mine = {source.sha256: source.file for source in export.sources}
    for other in others.sources:
        if other.sha256 in mine:
            raise SetupError(
                f"{other.file} cannot be joined to itself: it is {mine[other.sha256]}, byte for byte. Give the file "
                "that belongs to it; a sheet of it as a file of its own."
            )


def _refuse_nobody(others: Export) -> None:
    for other in others.sources:
        if not other.rows.get_column("not_people").null_count():
            raise SetupError(f"{other.file} has nobody in it: no row of people stands below its column names.")


def _refuse_unknown_keys(export: Export, others: Export, keys: Sequence[str]) -> None:
    pairs = [(source, other) for source in (*export.sources, *others.sources) for other in others.sources]
    for text in keys:
        if not any(said_key(text, *pair) for pair in pairs):
            headers = ", ".join(dict.fromkeys(header for other in others.sources for header in other.headers))
            raise SetupError(
                f"The key '{text}' is no column of an export and of a file that belongs to it. Say it as "
                f'--join-key "A=B", A of the export, B of the file. Columns of the file: {headers}.'
            )
