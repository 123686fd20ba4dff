"""Full names cut into first and last name: small expressions over a cell of text, each null where the cell is.

Blanks that do not part two names (`van der Last`, `First M.`) become joints, so that what is left to count are names.
"""

import polars as pl

from keycafe_clean.words import any_of, words

#: What a last name may begin with, in small letters.
SURNAME_PARTICLES = words("particles", "leading", "inner", "capital")

_CHINESE_DOUBLE, _JAPANESE = any_of(words("east_asian", "chinese")), any_of(words("east_asian", "japanese"))
_CHINESE = any_of(words("east_asian", "chinese_single"))
_KOREAN, _KOREAN_DOUBLE = any_of(words("korean", "last_names")), any_of(words("korean", "double_last_names"))
_FOREIGN = any_of(words("korean", "foreign_syllables"))
_AND, _AND_TOO = any_of(words("several", "people")), any_of(words("several", "surnames_too"))
#: Signs of a Chinese name with a last name of one sign, and of any name in East Asian signs.
_SHORT, _LONGEST = 3, 5

_JOINT = "\x1f"
_PARTICLE = any_of(SURNAME_PARTICLES)
_DEVOTION = any_of(words("given_names", "devotions"))
_ORGANISATION = any_of(words("not_people", "organisations"))
_CAPITALS = r"[\p{Lu}\p{M}'’.-]*\p{Lu}{2}[\p{Lu}\p{M}'’.-]*"
_CAPITAL_PARTICLE = r"(?:DE|DU|LE|LA|DA|DI|DOS|DAS|VAN|VON|DER|DEN|EL|AL|D'|MC|ST\.?)"

#: what joins names into one, in order, each with what is put in its place
_JOINS = (
    (r" (\p{L}\.) (\p{L}\.)$", rf" $1{_JOINT}$2"),
    (rf"(?i)^(\S+) ((?:de|del|da|do|das|dos) (?:(?:la|los|las|el) )?(?:{_DEVOTION})) (\S)", rf"$1{_JOINT}$2 $3"),
    (r"(\S) (y|e|i|und) (\S)", rf"$1{_JOINT}$2{_JOINT}$3"),
    (r" (\p{L}\p{M}?\.?) ", rf"{_JOINT}$1 "),
    (r" (\p{L}\p{M}?\.?) ", rf"{_JOINT}$1 "),
    (r"^(\p{L}\.) (\S+ \S)", rf"$1{_JOINT}$2"),
    (r"(?i) (II|III|IV|jr\.?|sr\.?)$", rf"{_JOINT}$1"),
    (rf"(?i)([ {_JOINT}])({_PARTICLE}) ", rf"$1$2{_JOINT}"),
    (rf"(?i)([ {_JOINT}])({_PARTICLE}) ", rf"$1$2{_JOINT}"),
    (rf"(?i)([ {_JOINT}])({_PARTICLE}) ", rf"$1$2{_JOINT}"),
)
_SMALL_PARTICLES = rf"^((?:(?:{_PARTICLE}) )+)(\S+) "


def joined(cell: pl.Expr) -> pl.Expr:
    """Yield the names with one blank between every two of them, and joints within them."""
    cell = cell.str.replace_all(r"[\s・]+", " ").str.strip_chars()
    started = cell.str.extract(_SMALL_PARTICLES, 0).str.strip_chars_end()
    after = cell.str.slice(started.str.len_chars())
    cell = pl.when(started.is_null()).then(cell).otherwise(started.str.replace_all(" ", _JOINT) + after)
    for pattern, replacement in _JOINS:
        cell = cell.str.replace_all(pattern, replacement)
    return cell


def parted(cell: pl.Expr) -> pl.Expr:
    """Yield a part of a name as it is written: joints are blanks again; an empty part is null."""
    written = cell.str.replace_all(_JOINT, " ", literal=True).str.strip_chars(" ,")
    return written.replace("", None)


def particle_cut(joined_cell: pl.Expr) -> pl.Expr:
    """Yield [first, last] where a later name begins with a particle: `First van der Last`; null elsewhere."""
    groups = joined_cell.str.extract_groups(rf"(?i)^(.+?) ((?:{_PARTICLE}){_JOINT}.*)$")
    return pair(groups.struct.field("1"), groups.struct.field("2"))


def leading_particle_cut(joined_cell: pl.Expr) -> pl.Expr:
    """Yield [first, last] where the name begins with a small particle: `von Massenbach Anna`; null elsewhere."""
    groups = joined_cell.str.extract_groups(rf"^((?:{_PARTICLE}){_JOINT}\S+) ([^ ]+)$")
    return pair(groups.struct.field("2"), groups.struct.field("1"))


def capitals_cut(cell: pl.Expr) -> pl.Expr:
    """Yield [first, last] where the last name alone is in capitals: `DE LA CRUZ Maria`, `Hugo BERNARD`."""
    names = rf"(?:(?:{_CAPITALS}|{_CAPITAL_PARTICLE})[ {_JOINT}]?)+"
    before = cell.str.extract_groups(rf"^({names}) (.*\p{{Ll}}.*)$")
    after = cell.str.extract_groups(rf"^(.*\p{{Ll}}\S*) ({names})$")
    return pl.coalesce(
        pair(before.struct.field("2"), before.struct.field("1")),
        pair(after.struct.field("1"), after.struct.field("2")),
    )


def comma_cut(cell: pl.Expr) -> pl.Expr:
    """Yield [first, last] of `Last, First`; a particle behind the first name belongs to the last one."""
    last = cell.str.extract(r"^\s*([^,]*)", 1)
    first = cell.str.extract(r"^[^,]*,(.*)$", 1).str.replace_all(r"\s*,\s*", " ").str.strip_chars()
    # As few words as can be are the first name, so that all of `van den` is the last one's.
    behind = rf"^(.*?\S) ((?:(?:{_PARTICLE})(?:\s|$))+)$"
    particle = first.str.extract(behind, 2)
    with_particle = pl.concat_str([particle, last], separator=" ", ignore_nulls=True)
    return pair(pl.coalesce(first.str.extract(behind, 1), first), with_particle)


def east_asian_cut(cell: pl.Expr, is_japanese: pl.Expr) -> pl.Expr:
    """Yield [first, last], the likeliest; null where a point parts the name, or it is longer than such names are.

    A last name has one sign, but for the double ones of Chinese and, before two signs, of Korean; a Japanese one of
    three signs or more has two.
    """
    signs = cell.str.len_chars()
    double = cell.str.contains(rf"^(?:{_CHINESE_DOUBLE})") | is_japanese
    size = pl.when((signs > _SHORT) | (double & (signs > 2))).then(2).otherwise(1)
    one = cell.str.contains(r"^[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}々]+$") & (signs <= _LONGEST)
    korean_size = pl.when(cell.str.contains(rf"^(?:{_KOREAN_DOUBLE}).{{2}}")).then(2).otherwise(1)
    size = pl.when(cell.str.contains(r"^\p{Hangul}+$")).then(korean_size).otherwise(size)
    return pl.when(one).then(pair(cell.str.slice(size), cell.str.slice(0, size)))


def korean_cut(cell: pl.Expr) -> pl.Expr:
    """Yield [first, last] of three Korean syllables that begin with a usual last name: `김민준`; null elsewhere.

    Where the first two may be a last name, and where a syllable is of a foreign name, nothing is certain.
    """
    groups = cell.str.extract_groups(rf"^({_KOREAN})(\p{{Hangul}}{{2}})$")
    is_open = cell.str.contains(rf"^(?:{_KOREAN_DOUBLE})|{_FOREIGN}")
    return pl.when(~is_open).then(pair(groups.struct.field("2"), groups.struct.field("1")))


def chinese_cut(cell: pl.Expr) -> pl.Expr:
    """Yield [first, last] of one or two signs behind a usual Chinese last name: `王小明`, `欧阳娜`; null elsewhere.

    Before one sign a double last name is certain only where its first sign alone is no usual one: not `夏侯娜`.
    """
    double = cell.str.extract_groups(rf"^({_CHINESE_DOUBLE})(\p{{Han}}{{1,2}})$")
    single = cell.str.extract_groups(rf"^({_CHINESE})(\p{{Han}}{{1,2}})$")
    begins_double = cell.str.contains(rf"^(?:{_CHINESE_DOUBLE})")
    is_open = begins_double & cell.str.contains(rf"^(?:{_CHINESE})") & (cell.str.len_chars() <= _SHORT)
    cut = pl.coalesce(*(pair(it.struct.field("2"), it.struct.field("1")) for it in (double, single)))
    return pl.when(~is_open).then(cut)


def is_japanese(cell: pl.Expr) -> pl.Expr:
    """Yield whether a name has Japanese syllables, or begins with a Japanese last name."""
    return cell.str.contains(rf"[\p{{Hiragana}}\p{{Katakana}}]|^(?:{_JAPANESE})")


def names_several(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell names several people: `Ana Ruiz / Bo Klemt`, `Ana and Bo Klemt`."""
    pattern = rf"[&/+@]|\s(?:{_AND})\s|^\S+\s+\S+.*\s(?:{_AND_TOO})\s+\S+\s+\S"
    return cell.str.contains(pattern) & ~cell.str.contains(r"\s(?:von und zu|af og til)\s")


def are_initials(word: pl.Expr) -> pl.Expr:
    """Yield whether a word is two initials or more, as stand behind a last name: `И.И.`, `J. R.`."""
    return word.str.contains(rf"^(?:\p{{L}}\.[{_JOINT}-]?){{2,}}$")


def names_organisation(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell names a company, a team or several people; before a comma any word may be a last name."""
    alone = rf"(?:[^,]* )?(?:{_ORGANISATION})(?: [^,]*)?"
    in_small_letters = rf"(?:[^,\p{{Lu}}]* )?(?i:{_ORGANISATION})(?: [^,\p{{Lu}}]*)?"
    is_small = cell == cell.str.to_lowercase()
    named = cell.str.contains(rf"[&/@\d]|^{alone}$|, (?:{_ORGANISATION})$")
    return named | (is_small & cell.str.contains(rf"^{in_small_letters}$"))


def pair(first: pl.Expr, last: pl.Expr) -> pl.Expr:
    """Yield [first, last] as they are written; null unless both are there."""
    whole = first.is_not_null() & last.is_not_null()
    return pl.when(whole).then(pl.concat_list(parted(first), parted(last)))
