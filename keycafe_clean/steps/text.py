"""Text as people see it: one letter, one blank and one apostrophe where a file has several ways to write them."""

import polars as pl

from keycafe_clean.ascii import has_non_ascii
from keycafe_clean.events import Step
from keycafe_clean.steps.escapes import decode_escapes
from keycafe_clean.steps.frame_columns import ADDRESS, CODE_COLUMNS, machine_columns, name_columns, text_columns
from keycafe_clean.steps.lines import part_lines
from keycafe_clean.steps.mojibake import repair_control_letters, repair_mojibake
from keycafe_clean.steps.rewrite import filled, rewrite, rewritten, squashed

#: U+FF01 to U+FF5E are the printable ASCII characters in the width of an ideograph.
_FULL_WIDTH = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}

_BLANKS = r"[\t\n\v\f\r\u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]"
_HIDDEN = (
    r"[\x00-\x08\x0e-\x1f\x7f\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}"
    r"\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]"
)
_JOINERS = r"[\u{200c}\u{200d}]"
#: Scripts in which a joiner is part of the spelling.
_JOINED_SCRIPTS = (
    r"[\p{Arabic}\p{Syriac}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}"
    r"\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Mongolian}]"
)
#: A mark before a letter or digit; before a small word it belongs to a name: `'t Hooft`, `'s Gravesande`.
_MARKED = r"^'(\p{Lu}|\p{N}|\p{L}[^ ]|'\p{L} )"
#: A cell stands in the frame as read and as mapped: that many columns are two cells of the file.
_TWO_CELLS = 3
_CONTROLS = r"[\x00-\x1f\x7f]"

_STRAIGHT = {
    **dict.fromkeys("‘’‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
}


def as_shown(cells: pl.Series) -> pl.Series:
    """Get cells in the usual width and with nothing hidden in them, as they are tidied. Keeps order, name and null."""
    doubtful = cells.to_frame("cell").select(_may_hide(pl.col("cell")).fill_null(value=False)).to_series()
    return rewritten(cells, doubtful, lambda cell: _visible(_narrow(cell)))


def narrow_full_width(frame: pl.DataFrame) -> pl.DataFrame:
    """Write full-width letters, digits and signs in their usual width. Keeps every row, in order."""
    return rewrite(frame, text_columns(frame), where=has_non_ascii, to=_narrow)


def compose_letters(frame: pl.DataFrame) -> pl.DataFrame:
    """Write a letter and its accent as one character (NFC). Keeps every row, in order."""
    return rewrite(frame, text_columns(frame), where=has_non_ascii, to=lambda cell: cell.str.normalize("NFC"))


def remove_hidden_characters(frame: pl.DataFrame) -> pl.DataFrame:
    """Remove what nobody sees: zero-width, soft hyphen, direction and control characters. Keeps every row, in order.

    Joiners stay where a script is spelled with them; a tab or line break becomes a blank.
    """
    return rewrite(frame, text_columns(frame), where=_may_hide, to=_visible)


def squash_spaces(frame: pl.DataFrame) -> pl.DataFrame:
    """Take off outer blanks and make inner ones single; badge codes and employee numbers keep their inner ones.

    A cell of nothing but blanks becomes null. Keeps every row, in order.
    """
    codes = [column for column in CODE_COLUMNS if column in frame.columns]
    others = [column for column in text_columns(frame) if column not in codes]
    trimmed = rewrite(frame, codes, where=_has_outer_blanks, to=lambda cell: filled(cell.str.strip_chars()))
    return rewrite(trimmed, others, where=_has_loose_blanks, to=lambda cell: filled(squashed(cell)))


def straighten_quotes(frame: pl.DataFrame) -> pl.DataFrame:
    """Write quotes and dashes straight where a machine reads; in names only marks that are no apostrophe become one.

    `O’Brien` and `O'Brien` are both right and stay; `O`Brien` becomes `O'Brien`. Keeps every row, in order.
    """
    machine = rewrite(frame, machine_columns(frame), where=_may_be_curly, to=_straight)
    return rewrite(machine, name_columns(frame), where=_may_be_curly, to=_apostrophes)


def strip_text_mark(frame: pl.DataFrame) -> pl.DataFrame:
    """Take off the mark that keeps a spreadsheet from reading a cell as a formula: ours (`'=`, `'+`) and `="00042"`.

    Badge codes and employee numbers lose it before a digit too (`'00042`), addresses before any letter, names where
    other cells of the row have it too: `'t Hooft` and a lone `'Ali` keep theirs. Keeps every row, in order.
    """
    codes = [column for column in CODE_COLUMNS if column in frame.columns]
    marked = rewrite(frame, codes, where=_is_marked, to=_without_code_mark)
    plain = rewrite(marked, text_columns(frame), where=_is_marked, to=_without_mark)
    return _without_marks_of_rows(plain, frame)


def _without_marks_of_rows(plain: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    """Take the mark off addresses, and off names in rows with another marked cell (`frame`: before any came off)."""
    cells = [*text_columns(frame), *(it for it in frame.columns if it.startswith("source."))]
    texts = [it for it in dict.fromkeys(cells) if frame.schema[it] == pl.String]
    counts = frame.select(pl.sum_horizontal(pl.col(it).str.contains(_MARKED).fill_null(value=False) for it in texts))
    is_of_row = counts.to_series() >= _TWO_CELLS
    bare = (
        rewritten(plain.get_column(it), is_of_row, _without_any_mark)
        for it in name_columns(plain)
        if plain.schema[it] == pl.String
    )
    addresses = [it for it in text_columns(plain) if it == ADDRESS]
    return rewrite(plain.with_columns(bare), addresses, where=_is_marked, to=_without_any_mark)


def _without_any_mark(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace(_MARKED, "$1")


def _is_marked(cell: pl.Expr) -> pl.Expr:
    return cell.str.starts_with("'") | cell.str.starts_with('="')


def _without_mark(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace(r"^'+ ?([=+\-@])", "$1").str.replace(r'^="([^" \'=+\-@](?:[^"]*[^" ])?)"$', "$1")


def _without_code_mark(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace(r"^'+(\d)", "$1")


def _narrow(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace_many(_FULL_WIDTH)


def _may_hide(cell: pl.Expr) -> pl.Expr:
    return has_non_ascii(cell) | cell.str.contains(_CONTROLS)


def _visible(cell: pl.Expr) -> pl.Expr:
    shown = cell.str.replace_all(_BLANKS, " ").str.replace_all(_HIDDEN, "")
    joined = shown.str.contains(_JOINED_SCRIPTS)
    return pl.when(joined).then(shown).otherwise(shown.str.replace_all(_JOINERS, ""))


def _has_outer_blanks(cell: pl.Expr) -> pl.Expr:
    return cell.str.starts_with(" ") | cell.str.ends_with(" ") | (cell == "")


def _has_loose_blanks(cell: pl.Expr) -> pl.Expr:
    return _has_outer_blanks(cell) | cell.str.contains("  ", literal=True)


def _may_be_curly(cell: pl.Expr) -> pl.Expr:
    return has_non_ascii(cell) | cell.str.contains("`", literal=True)


def _straight(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace_many(_STRAIGHT)


def _apostrophes(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace_all(r"[`´′](\p{L})", "'$1").str.replace_all("[‐‑]", "-")


#: In this order: escapes may be written in full width and hide mojibake, which may hide full width; mojibake is made of
#: signs that would be taken off; a line break parts values until it is a blank; letters compose and blanks meet only
#: when nothing hidden stands between them, and a mark may hide too.
TEXT_STEPS: tuple[Step, ...] = (
    narrow_full_width,
    decode_escapes,
    repair_mojibake,
    repair_control_letters,
    narrow_full_width,
    part_lines,
    remove_hidden_characters,
    compose_letters,
    squash_spaces,
    straighten_quotes,
    strip_text_mark,
)
