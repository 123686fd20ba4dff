"""The case of names, repaired only where it is certainly lost: ALL CAPS, all small, `McDONALD`. Mixed case is left."""

import re

import polars as pl

from keycafe_clean.steps.rewrite import Cell, holds, matches, rewritten
from keycafe_clean.words import any_of, words

_BETWEEN = r"\p{M}\p{P}\p{S}\p{N}\p{Z}\u{2bc}"
#: One of the scripts that know case, and no other beside it.
_ONE_SCRIPT = "|".join(
    rf"^[\p{{{script}}}{_BETWEEN}]*\p{{{script}}}[\p{{{script}}}{_BETWEEN}]*$"
    for script in ("Latin", "Cyrillic", "Greek")
)
#: Letters that only Turkish and its sisters have; a file is Turkish where a tenth of its names have one, or a header.
_TURKISH, _TURKISH_FILE = "[İıĞğ]", 0.1
_TWO_LETTERS = r"\p{L}\p{M}*['’]?\p{L}"
_HALF_CAPITALS = r"(\b(?:Mc|Mac|Fitz|De|Du|La|Le|Van|Di))(\p{Lu}{3,})"
#: Stands between the halves while words are told apart; no cell has it any more.
_SEAM = "\x1f"
_NUMERAL = r"^(?:II|III|IV|VI|VII|VIII|IX)$"

#: A first name of two or three letters may be initials (AJ, JP, JRR); these are, whatever stands beside them.
_SURELY_INITIALS = r"^(?i:[BCDFGHJ-NP-TV-XZ]{2,4}|[AEIOU][JCKPBTX])$"
_MAYBE_INITIALS = r"^\p{L}{2}$"

#: One spelling of a name in a file that knows case: its words begin with a capital, or are small between others.
_SPELLED = (
    r"^(?:\p{Ll}{1,4}[ ’'-])*(?:(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|[OD]['’])?\p{Lu}\p{Ll}+|\p{Ll}+|\p{Lu}\.?)"
    r"(?:[ ’'-]{1,2}(?:(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|[OD]['’])?\p{Lu}\p{Ll}+|\p{Ll}+|\p{Lu}\.?))*$"
)

#: Words of a cell, each with the blank behind it; an apostrophe parts `O'`, `D'`, `Dell'` from the name, not `Sa'ad`.
_WORDS = (
    r"['’][sStTnN] |\b(?:\p{L}|[dD][eE][lL][lL]|[dD][aA][lL][lL]|[sS][aA][nN][tT])['’]"
    r"|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)* ?|[^\p{L}\p{M}]"
)


def repair_case(frame: pl.DataFrame) -> pl.DataFrame:
    """Give names in capitals or small letters their case back; Latin, Cyrillic, Greek. Keeps every row, in order.

    How the file itself spells the same name in mixed case goes first (`MACDONALD` where it has `MacDonald`), else the
    rules: `VAN DER BERG` becomes `van der Berg`, `O'BRIEN` `O'Brien`; in a
    Turkish file `YILDIZ` becomes `Yıldız`. A first name of two letters is
    repaired only beside a last name in the same case: `AJ Smith` stays.
    """
    first, last = frame.get_column("First Name"), frame.get_column("Last Name")
    is_lost, beside_lost = holds(first, _may_be_lost_first_name), holds(last, _is_lost)
    may_be_initials = holds(first, matches(_MAYBE_INITIALS)) & ~beside_lost
    turkish = _in_turkish_file(frame)
    return frame.with_columns(
        _repaired(first, is_lost & ~may_be_initials, turkish, _given_name),
        _repaired(last, holds(last, _is_lost_last_name), turkish, _surname),
    )


def _repaired(cells: pl.Series, is_lost: pl.Series, is_turkish: pl.Series, rules: Cell) -> pl.Series:
    """Get the cells with their case repaired, those of Turkish files with a dotless small letter for I."""
    is_turkish = is_turkish | cells.str.contains("[İĞ]")
    done = rewritten(cells, is_lost & ~is_turkish, _cased(cells, rules))
    return rewritten(done, is_lost & is_turkish, _cased(cells, lambda cell: rules(_dotless(cell))))


def _in_turkish_file(frame: pl.DataFrame) -> pl.Series:
    """Get for every row whether its file is Turkish, by the letters of its names or of a header that it fills."""
    headers = [it for it in frame.columns if it.startswith("source.") and re.search(_TURKISH, it)]
    by_header = pl.any_horizontal(pl.col(it).is_not_null() for it in headers) if headers else pl.lit(value=False)
    named = pl.any_horizontal(
        pl.col(it).str.contains(_TURKISH).fill_null(value=False) for it in ("First Name", "Last Name")
    )
    file = pl.col("file") if "file" in frame.columns else pl.lit(0)
    return frame.select(((named.mean() >= _TURKISH_FILE) | by_header.any()).over(file).alias("turkish")).to_series()


def _dotless(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace_all("I", "ı", literal=True)


def _may_be_lost_first_name(cell: pl.Expr) -> pl.Expr:
    return _is_lost(cell) & ~cell.str.contains(_SURELY_INITIALS)


def _is_lost_last_name(cell: pl.Expr) -> pl.Expr:
    return _is_lost(cell) & ~cell.str.contains(_NUMERAL)


def _is_lost(cell: pl.Expr) -> pl.Expr:
    """Yield whether the case of a name is certainly lost."""
    one_case = (cell.str.to_uppercase() == cell) | (cell.str.to_lowercase() == cell)
    named = cell.str.contains(_TWO_LETTERS) & cell.str.contains(_ONE_SCRIPT) & ~cell.str.contains("[0-9@_&]")
    return (one_case | cell.str.contains(_HALF_CAPITALS)) & named


def _cased(cells: pl.Series, rules: Cell) -> Cell:
    """Get the rewriting that asks the file's own spellings first, then the rules."""

    def repaired(cell: pl.Expr) -> pl.Expr:
        """Yield the file's spelling, or the one by rule."""
        spelled = _spellings(cells)
        keys, spellings = spelled.get_column("key"), spelled.get_column("spelling")
        return pl.coalesce(_key(cell).replace_strict(keys, spellings, default=None), rules(cell))

    return repaired


def _spellings(cells: pl.Series) -> pl.DataFrame:
    """Get the most frequent spelling in mixed case of every name; equally frequent ones in the order of letters."""
    counted = cells.drop_nulls().value_counts().rename({cells.name: "spelling"})
    spelled = counted.filter(~_is_lost(pl.col("spelling")) & pl.col("spelling").str.contains(_SPELLED))
    ordered = spelled.sort("count", "spelling", descending=[True, False]).with_columns(key=_key(pl.col("spelling")))
    return ordered.unique("key", keep="first", maintain_order=True)


def _key(cell: pl.Expr) -> pl.Expr:
    """Yield what all cases of a name have in common; to capitals, the two Turkish letters i are one."""
    return cell.str.to_lowercase().str.replace_all("\u0307", "", literal=True).str.replace_all("ı", "i", literal=True)


def _surname(cell: pl.Expr) -> pl.Expr:
    particles = words("particles", "leading", "inner", "joining")
    leading = rf"^(?:{any_of(words('particles', 'leading'))})[ ]|^['’]"
    cased = _words_cased(cell, particles)
    return pl.when(cased.str.contains(leading)).then(cased).otherwise(_with_capital(cased))


def _given_name(cell: pl.Expr) -> pl.Expr:
    return _with_capital(_words_cased(cell, words("particles", "given")))


def _words_cased(cell: pl.Expr, particles: tuple[str, ...]) -> pl.Expr:
    parted = cell.str.replace_all(_HALF_CAPITALS, f"${{1}}{_SEAM}${{2}}")
    split = parted.str.to_lowercase().str.extract_all(_WORDS)
    joined = split.list.eval(_word(pl.element(), particles)).list.join("")
    return _dotted(joined.str.replace_all(_SEAM, "", literal=True))


def _dotted(cell: pl.Expr) -> pl.Expr:
    """Yield the cell with `İ` at the start of a word and `i` inside, where lowering made `i` and a dot of its own."""
    return cell.str.replace_all("i\u0307", "i", literal=True).str.normalize("NFC")


def _word(word: pl.Expr, particles: tuple[str, ...]) -> pl.Expr:
    """Yield one word, given in small letters, as it stands in a name."""
    return (
        pl.when(word.is_in([f"{particle} " for particle in particles]) | word.str.contains("^['’]. "))
        .then(word)
        .when(word.str.contains(r"^(?:ii|iii|iv|vii|viii|ix)$"))
        .then(word.str.to_uppercase())
        .when(word.str.contains(r"^mc\p{L}{3,}"))
        .then("Mc" + _with_capital(word.str.slice(2)))
        .when(word.str.contains(r"^ij[^aeiouy]"))
        .then("IJ" + word.str.slice(2))
        .otherwise(_with_capital(word))
    )


def _with_capital(word: pl.Expr) -> pl.Expr:
    return word.str.slice(0, 1).str.to_uppercase() + word.str.slice(1)
