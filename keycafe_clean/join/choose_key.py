"""The key by which a file is joined: said, or the one that is found without doubt."""

from collections.abc import Iterable, Sequence

from keycafe_clean.errors import SetupError
from keycafe_clean.join.meeting import meet
from keycafe_clean.join.possible_keys import PossibleKey, possible_keys
from keycafe_clean.join.said_keys import Key
from keycafe_clean.join.side import Side

#: Headers, and possible keys, that one sentence names.
_NAMED, _KEYS = 12, 4


def found_key(here: Side, there: Side) -> Key | None:
    """Get the key that two files have in common; None: there is none.

    Of several the likeliest is taken, an employee number first; where two that are as likely lead to other rows, nobody
    knows which is right. SetupError: that is so; the sentence names them.
    """
    likely = [key for key in possible_keys(here, there) if key.is_likely]
    if not likely:
        return None
    best, *others = likely
    rivals = [it for it in others if it.order[:2] == best.order[:2] and _contradicts(it, best)]
    if rivals:
        raise SetupError(_sentence_of_several(here, there, [best, *rivals]))
    return best.here, best.there


def refuse_nobody_met(here: Side, there: Side, key: Key) -> None:
    """Refuse a key that was said and by which no row finds another. SetupError: that is so."""
    if meet(here.keys(key[0]), there.keys(key[1])).get_column("target").is_not_null().any():
        return
    raise SetupError(
        f"No row of {here.source.file} finds its own in {there.source.file} by {in_words(key)}: no cell of one column "
        f"stands in the other. {_say_another(here, there)}"
    )


def no_key(sides: Sequence[Side], there: Side) -> SetupError:
    """Get the sentence that a file has no key in common with the export, with what comes nearest to one."""
    files = " and ".join(side.source.file for side in sides)
    return SetupError(
        f"No column of {files} and {there.source.file} is the key of both beyond doubt. {_say_another(sides[0], there)}"
    )


def in_words(key: Key) -> str:
    """Get a key as it is told: `'Personalnummer'`, or `'Personalnummer' and 'EmployeeID'`."""
    return f"'{key[0]}'" if key[0] == key[1] else f"'{key[0]}' and '{key[1]}'"


def as_option(key: Key) -> str:
    """Get what is typed to say a key."""
    return f'--join-key "{key[0]}"' if key[0] == key[1] else f'--join-key "{key[0]}={key[1]}"'


def _contradicts(one: PossibleKey, other: PossibleKey) -> bool:
    """Tell whether two keys lead some row to different rows of the file."""
    both = one.pairs.join(other.pairs, on="row_id", suffix="_by_other")
    return bool((both.get_column("other_id") != both.get_column("other_id_by_other")).any())


def _sentence_of_several(here: Side, there: Side, keys: list[PossibleKey]) -> str:
    told = [f"{in_words((key.here, key.there))} ({rows_counted(key.pairs.height)})" for key in keys[:_KEYS]]
    options = [as_option((key.here, key.there)) for key in keys[:_KEYS]]
    return (
        f"{there.source.file} may belong to {here.source.file} by {' or by '.join(told)}, and they lead to different "
        f"rows. Say which: {' or '.join(options)}, or as key of a [[join]] in setup.toml."
    )


def rows_counted(count: int) -> str:
    """Get a number of rows as it is said: `1 row`, `12,345 rows`."""
    return "1 row" if count == 1 else f"{count:,} rows"


def _say_another(here: Side, there: Side) -> str:
    near = possible_keys(here, there)[:_KEYS]
    if near:
        told = [
            f"by {in_words((it.here, it.there))} {rows_counted(it.pairs.height)} of {here.people:,} would find theirs"
            for it in near
        ]
        options = " or ".join(as_option((key.here, key.there)) for key in near)
        return f"Nearest to one: {', '.join(told)}. If that is right, say it: {options}."
    listed = [f"Headers of {side.source.file}: {_some(side.source.headers)}." for side in (here, there)]
    return f'Say which belong together: --join-key "A=B", A of the export, B of this file. {" ".join(listed)}'


def _some(headers: Iterable[str]) -> str:
    listed = list(headers)
    return ", ".join([*listed[:_NAMED], "..."] if len(listed) > _NAMED else listed)
