"""What a column says that tells which of several addresses is the one at work: its header, and its cells."""

from keycafe_clean.columns.compound_headers import are_addresses, speaks_of_mail
from keycafe_clean.columns.headers import key, words
from keycafe_clean.columns.spellings import word_lists
from keycafe_clean.columns.suggest_address import is_private
from keycafe_clean.columns.vocabulary import is_work, recognise
from keycafe_clean.steps.frame_columns import ADDRESS


def is_of_work(cell: str) -> bool:
    """Whether a cell that says what an address is for says work, as `is_work()` or by a word that says it there."""
    return is_work(cell) or _without_number(cell) in word_lists()["type work"]


def is_of_home(cell: str) -> bool:
    """Whether a cell that says what an address is for says private, as `is_private()` or by a word that does there."""
    return is_private(cell) or _without_number(cell) in word_lists()["type home"]


def _without_number(cell: str) -> str:
    """Get the key of a type without the number of several: `W1` and `W2` are two addresses at work."""
    return key(cell).rstrip("0123456789")


def is_type_of_addresses(header: str) -> bool:
    """Whether a header is that of what addresses are for: `Tipo de correo 1`, `E-Mail-Art`, `メール種別`."""
    said = _without_numbers(header)
    rest = _without_types(said)
    return rest != said and recognise(header) in (None, "other") and _is_of_mail(rest)


def is_bare_type(header: str) -> bool:
    """Whether a header is that of types, and says at most that they are of addresses: `Art`, `Type adresse 1`."""
    said = _without_numbers(header)
    rest = tuple(word for word in said if word not in word_lists()["types"])
    return rest != said and are_addresses(rest) and not _is_of_mail(rest)


def _without_numbers(header: str) -> tuple[str, ...]:
    return tuple(word for word in words(header) if not word.isdecimal())


def _without_types(said: tuple[str, ...]) -> tuple[str, ...]:
    """Get the words without those for a type, also where one is the end of a word for mail: `eposttyp`."""
    listed = word_lists()["types"]
    bare = tuple(word for word in said if word not in listed)
    ends = sorted((it for it in listed if bare and bare[-1].endswith(it)), key=len)
    cut = tuple((*bare[:-1], bare[-1].removesuffix(end)) for end in ends)
    return next((rest for rest in cut if _ends_in_mail(rest)), bare)


def _ends_in_mail(said: tuple[str, ...]) -> bool:
    return speaks_of_mail(said[-2:] if said[-2:-1] == ("e",) else said[-1:])


def _is_of_mail(said: tuple[str, ...]) -> bool:
    """Whether words are those of mail; an address behind an `e` is: `E_ADDR`."""
    is_electronic = said[:1] == ("e",) and len(said) > 1 and are_addresses(said)
    return is_electronic or recognise(" ".join(said)) == ADDRESS or speaks_of_mail(said)
