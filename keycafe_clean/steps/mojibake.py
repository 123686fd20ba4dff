"""Text that was saved as UTF-8 and opened as Windows-1252 (`MÃ¼ller`): repaired where it is certain, else suggested."""

from typing import Final

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.ascii import has_non_ascii
from keycafe_clean.steps.frame_columns import NAME_COLUMNS, text_columns
from keycafe_clean.steps.rewrite import matches, rewrite

#: Bytes 80 to BF as Windows-1252 shows them; five of them it does not know, and shows as control characters.
_SHOWN = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))

#: What names are written with beyond ASCII (Latin, Vietnamese, Greek, Cyrillic, full width, quotes), and what `_SHOWN`
#: has: a text may have been opened wrongly, saved, and opened wrongly again.
_LETTERS = (
    *range(0x0080, 0x0180),
    *(0x01A0, 0x01A1, 0x01AF, 0x01B0),
    *range(0x0218, 0x021C),
    *range(0x0386, 0x03CF),
    *range(0x0400, 0x0460),
    *range(0x1E00, 0x1F00),
    *range(0x2010, 0x2027),
    *range(0xFF01, 0xFF5F),
    *(ord(sign) for sign in _SHOWN),
)
_TAIL_LETTERS = "ŠŒŽšœžŸªºµƒ"
_TAIL_SIGNS = "".join(sign for sign in _SHOWN if sign not in _TAIL_LETTERS) + r"\u{80}-\u{9f}"
_TAILS = _TAIL_SIGNS + _TAIL_LETTERS

_CERTAIN = rf"Ã[{_TAILS}]|[ÂÄÅÆÈÎÏÐÑ][{_TAIL_SIGNS}]|\p{{Ll}}[ÄÅ][{_TAIL_LETTERS}]|[áâï][{_TAILS}][{_TAILS}]"
_POSSIBLE = rf"[ÄÅ][{_TAIL_LETTERS}]"

#: Control letters as Windows-1252 shows their bytes; sure ones as Windows-1250 does too. U+0085 is a line's end.
_CONTROLS = {chr(byte): bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0xA0) if byte != 0x85}
_SURE_CONTROLS = {
    it: shown
    for it, shown in _CONTROLS.items()
    if it.encode("latin-1").decode("cp1250", "replace") == shown != "\ufffd"
}
_CONTROL_LETTERS = r"[\u{80}-\u{84}\u{86}-\u{9f}]"

#: How often that may have happened: each time doubles the signs, and after three a name is no longer one to anybody.
_ROUNDS = 3


def _shown(letter: str, encoding: str) -> str:
    return "".join(bytes([byte]).decode(encoding, "replace") for byte in letter.encode())


#: What each letter looks like once it was misread, by Windows-1252 or Latin-1, with the letter that was meant.
MISREAD: Final = {_shown(chr(code), "latin-1"): chr(code) for code in _LETTERS} | {
    shown: chr(code) for code in _LETTERS if "\ufffd" not in (shown := _shown(chr(code), "cp1252"))
}


def repair_mojibake(frame: pl.DataFrame) -> pl.DataFrame:
    """Write `MÃ¼ller` as `Müller` where nothing else can be meant. Keeps every row, in order.

    Certain is a cell with a pair that no language writes (a capital Ã before a sign); a pair that two letters could be
    (`Åš`) is left, and asked about.
    """
    certain = matches(_CERTAIN)
    return rewrite(frame, text_columns(frame), where=has_non_ascii, only=certain, to=_certainly_repaired)


def repair_control_letters(frame: pl.DataFrame) -> pl.DataFrame:
    r"""Write control letters as the letters that Windows-1252 has in their place, read as Latin-1: `\x8aimon`, `Šimon`.

    Only where the Central European Windows-1250 has the same there; others are asked about. Keeps every row, in order.
    """
    control = matches(_CONTROL_LETTERS)
    return rewrite(
        frame,
        text_columns(frame),
        where=has_non_ascii,
        only=control,
        to=lambda cell: cell.str.replace_many(_SURE_CONTROLS),
    )


def _certainly_repaired(cell: pl.Expr) -> pl.Expr:
    for _ in range(_ROUNDS):
        cell = pl.when(cell.str.contains(_CERTAIN)).then(repaired(cell)).otherwise(cell)
    return cell


def repaired(cell: pl.Expr) -> pl.Expr:
    """Yield the cell with every letter repaired that may have been misread, certain or not, once; null where blank."""
    return cell.str.replace_many(MISREAD)


def mojibake(column: str) -> pl.Expr:
    """Yield whether a cell has letters that may have been misread, and others can be suggested; blank is false."""
    return pl.col(column).str.contains(f"{_POSSIBLE}|{_CONTROL_LETTERS}") & _meant(column).is_not_null()


def lost_letter(column: str) -> pl.Expr:
    """Yield whether a cell has the sign of a letter that nobody can read any more; null where it is blank."""
    return pl.col(column).str.contains("\ufffd|ï¿½")


def _meant(column: str) -> pl.Expr:
    """Yield the cell as it was probably meant; null where a letter of it is lost."""
    meant = repaired(pl.col(column)).str.replace_many(_CONTROLS)
    return pl.when(~meant.str.contains("\ufffd")).then(meant)


MOJIBAKE_RULES: tuple[RowRule, ...] = (
    *(RowRule("mojibake", column, mojibake(column), suggestion=_meant(column)) for column in NAME_COLUMNS),
    *(RowRule("lost_letter", column, lost_letter(column)) for column in (*NAME_COLUMNS, "Email Address")),
)
