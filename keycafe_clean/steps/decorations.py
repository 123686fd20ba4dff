"""What stands around a name and is no part of it: titles, degrees, pronouns, emoji, ids and nicknames."""

import polars as pl

from keycafe_clean.ascii import has_non_ascii
from keycafe_clean.steps.frame_columns import name_parts
from keycafe_clean.steps.rewrite import Cell, contains, matches, rewrite, squashed
from keycafe_clean.words import any_of, words

_EMOJI = r"[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u{20e3}\u{fe0f}]+"
#: A picture between words is left: what stands behind it is a note, not a name.
_OUTER_EMOJI = rf"^(?:\s*{_EMOJI})+|(?:{_EMOJI}\s*)+$"
_NOTE = rf"^(.*?\p{{L}}.*?)(?:\s*[|;•]\s*|\s[-–—/:·~]+\s|\s*{_EMOJI}\s*).*\p{{L}}"
_SUBJECTS = "she|he|they|ze|xe|elle|iel|il|ella|él|ela|ele|sie|er|zij|hij|die|hen"
_OBJECTS = f"{_SUBJECTS}|her|hers|him|his|them|theirs|zir|hir|xem|lui|eux|suya|suyo|ihr|ihm|ihn|haar|hem|hun|any|all"
_PRONOUNS = rf"(?i)[\s,|–-]*[(\[]?\b(?:{_SUBJECTS})\s?/\s?(?:{_OBJECTS})(?:\s?/\s?(?:{_OBJECTS}))?\b[)\]]?"
_BRACKETS = r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>|（[^（）]*）|［[^［］]*］|【[^【】]*】|〔[^〔〕]*〕)\s*"
#: Letters of the name itself, whatever put brackets around them: `{G}alouzeau`, `Mar(i)a`.
_WITHIN_A_WORD = r"(?:\([^()]{1,2}\)|\[[^\[\]]{1,2}\]|\{[^{}]{1,2}\}|<[^<>]{1,2}>)\p{Ll}"
_BRACKET_SIGNS = r"""[(\[{<（［【〔"“„«#№]|(?:^|\s)['‘]"""
_QUOTED = r'^["“„«]([^"“”„«»]+)["”“»]$'
_NICKNAMES = r"""(?:^|\s)(?:"[^"]+"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|'[\p{L}.-]{2,}'|‘[\p{L}.-]{2,}’)(?:\s|$)"""
_NUMBERS = r"\s*[#№]\s?\d+$"
_BULLETS = r"^(?:[•‣◦·▪●○■□►▶*→]+\s*|\d{1,4}[.)]\s+)(\p{L})"
_LOOSE_ENDS = r"^[,;:/|\\\s]+|(?:[,;:/|\\\s]|\s[–—-])+$"

_EXTERNAL = any_of(words("marks", "external"))
_EXTERNALS = (
    rf"^(?i:ext)\.\s*|^(?i:{_EXTERNAL})\.?\s*[-–—|:/_]\s*|^EXT\s+"
    rf"|\s*[,|/_]\s*(?i:{_EXTERNAL})\.?$|\s[-–—]+\s?(?i:{_EXTERNAL})\.?$"
)

_FACULTIES = rf"(?:(?:{any_of(words('titles', 'faculties'))})\.\s*)*"
_PLAIN_TITLES = any_of(words("titles", "plain"))
_DOTTED_TITLES = any_of(words("titles", "dotted"))
_TITLES = rf"^(?i:(?:(?:(?:{_PLAIN_TITLES})(?:\.\s*|\s+)|(?:{_DOTTED_TITLES})\.\s*){_FACULTIES})+)(\p{{L}}.*)$"

_AFTER_BLANK = any_of(words("suffixes", "generation", "degrees"))
_CAPITALS, _AFTER_COMMA = any_of(words("suffixes", "capitals")), any_of(words("suffixes", "after_comma"))
_NUMERAL = any_of(words("suffixes", "numerals"))
_SUFFIXES = rf"^(.*?[\p{{L}}\p{{M}}.])(?:\s*,\s*(?:(?i:{_AFTER_BLANK})|{_NUMERAL})|\s+(?i:{_AFTER_BLANK}))+$"
_BETWEEN_COMMAS = rf",\s*(?:(?i:{_AFTER_BLANK})|{_NUMERAL})\s*,"
_DEGREES_IN_CAPITALS = rf"(\p{{Ll}}\p{{M}}*\.?)(?:\s+(?:{_CAPITALS})|\s*,\s*(?:{_CAPITALS}|{_AFTER_COMMA}))+$"
_NUMERALS = rf"^(.*\p{{L}}{{2,}}.*?)\s+(?:{_NUMERAL})$"


def strip_emoji(frame: pl.DataFrame) -> pl.DataFrame:
    """Take pictures off First Name and Last Name. Keeps every row, in order; null stays null."""
    return rewrite(frame, name_parts(frame), where=has_non_ascii, to=_while_a_name(_without(_OUTER_EMOJI)))


def strip_pronouns(frame: pl.DataFrame) -> pl.DataFrame:
    """Take `she/her`, `(they/them)` off First Name and Last Name. Keeps every row, in order; null stays null."""
    return rewrite(frame, name_parts(frame), where=contains("/"), to=_while_a_name(_without(_PRONOUNS)))


def strip_brackets(frame: pl.DataFrame) -> pl.DataFrame:
    """Take ids and nicknames in brackets or quotes, and `#1001`, off First Name and Last Name.

    Keeps every row, in order; null stays null.
    """
    return rewrite(frame, name_parts(frame), where=matches(_BRACKET_SIGNS), to=_without_brackets)


def strip_external(frame: pl.DataFrame) -> pl.DataFrame:
    """Take `ext.`, `- external` off First Name and Last Name: somebody works for another company.

    Keeps every row, in order; null stays null.
    """
    return rewrite(frame, name_parts(frame), where=matches(_EXTERNALS), to=_while_a_name(_without(_EXTERNALS)))


def strip_titles(frame: pl.DataFrame) -> pl.DataFrame:
    """Take `Dr.`, `Frau`, `Prof. Dr. med.` and bullets off the start of First Name and Last Name.

    Keeps every row, in order; null stays null.
    """
    return rewrite(frame, name_parts(frame), where=matches(r"[. ]|^\P{L}"), to=_without_titles)


def strip_suffixes(frame: pl.DataFrame) -> pl.DataFrame:
    """Take `Jr.`, `PhD`, `, MD` off the end of First Name and Last Name. Keeps every row, in order; null stays null.

    A numeral after a blank (`Koch II`) stays in a last name: it may be the surname as its bearer writes it.
    """
    plain = rewrite(frame, name_parts(frame), where=matches("[ ,]"), to=_without_suffixes)
    return rewrite(plain, ["First Name"], where=contains(" I"), to=_without_numeral)


def strip_loose_ends(frame: pl.DataFrame) -> pl.DataFrame:
    """Take commas, semicolons and strokes off both ends of First Name and Last Name.

    Keeps every row, in order; null stays null.
    """
    return rewrite(frame, name_parts(frame), where=matches(_LOOSE_ENDS), to=_while_a_name(_without(_LOOSE_ENDS)))


def is_pronouns(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is nothing but pronouns: `she/her`, `they, them`; null where blank."""
    said = rf"(?i)^(?:{_SUBJECTS})(?:\s?[/,]\s?(?:{_OBJECTS}))*$"
    return cell.str.contains(said)


def before_note(cell: pl.Expr) -> pl.Expr:
    """Yield what stands before a stroke, a dash or a picture with words behind it: `Ida Post | Sales`; else null."""
    return cell.str.extract(_NOTE).str.strip_chars()


def _without(pattern: str) -> Cell:
    return lambda cell: squashed(cell.str.replace_all(pattern, " "))


def _while_a_name(rewriting: Cell) -> Cell:
    """Get the rewriting that leaves a cell alone where no letter would be left of it: nothing is lost."""

    def guarded(cell: pl.Expr) -> pl.Expr:
        """Yield what is left, or the cell."""
        rest = rewriting(cell)
        return pl.when(rest.str.contains(r"\p{L}")).then(rest).otherwise(cell)

    return guarded


def _without_brackets(cell: pl.Expr) -> pl.Expr:
    bare = cell.str.replace(_QUOTED, "$1")
    for pattern in (_BRACKETS, _NICKNAMES, _NUMBERS):
        bare = _while_a_name(_without(pattern))(bare)
    return pl.when(cell.str.contains(_WITHIN_A_WORD)).then(cell).otherwise(bare)


def _without_titles(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace(_BULLETS, "$1").str.replace(_TITLES, "$1")


def _without_suffixes(cell: pl.Expr) -> pl.Expr:
    bare = cell.str.replace(_DEGREES_IN_CAPITALS, "$1").str.replace(_SUFFIXES, "$1")
    return bare.str.replace(_BETWEEN_COMMAS, ",")


def _without_numeral(cell: pl.Expr) -> pl.Expr:
    return cell.str.replace(_NUMERALS, "$1")
