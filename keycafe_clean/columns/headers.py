"""The normal form of a header: what is left when case, accents, punctuation and camelCase do not count."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

import polars as pl

from keycafe_clean.ascii import CELL, quick_where_ascii

_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})

#: Signs of Taiwan and Hong Kong, and of Japan where it has the same, as the mainland writes them: those of the
#: vocabulary, but for one that makes a department of Japan (組織) a word for a company.
_SIMPLIFIED = str.maketrans(
    dict(
        zip(
            "個備傷僱內冊別刪創務勞區參員國報場學實導屬崗帳後態應戶採攜數斷時會業構標機歲殘況準漢無狀獎現當發碼礎稅種稱積約納級終"
            "結絡給統緊線編績織繫義聯職與舊號補親訊設許診註証評話認誕語課證識護負貫責貼賃資賞賬車辦連運郵銀錄錠録鍵鎖鑰長門開間離"
            "電項須領額類顧養館點齡",
            "个备伤雇内册别删创务劳区参员国报场学实导属岗帐后态应户采携数断时会业构标机岁残况准汉无状奖现当发码础税种称积约纳级终"
            "结络给统紧线编绩织系义联职与旧号补亲讯设许诊注证评话认诞语课证识护负贯责贴赁资赏账车办连运邮银录锭录键锁钥长门开间离"
            "电项须领额类顾养馆点龄",
            strict=True,
        )
    )
)

#: Each letter and sign that a header is folded by, with what stands for it; `casefold()` spells ß and ς so.
_SPELT_OUT = {
    **{chr(letter): plain for letter, plain in (_UNDECOMPOSED | _SIMPLIFIED).items()},
    "ß": "ss",
    "ς": "σ",
    "#": "number",
}
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-zà-ÿ]{2})|(?<=[^\W\d_])(?=\d)")
_SIGNS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"[\[(（【].*?[\])）】]")
_SEGMENTS = re.compile(r"\s[-–—]\s|[:/|\n>：／]|\.(?=\w)")


#: Many questions are put to each header; a workbook has 16,384 columns at most.
@lru_cache(maxsize=2**15)
def words(header: str) -> tuple[str, ...]:
    """Get the words of a header, folded: `ADEmail` is `ad email`, `Employee #` is `employee number`.

    Traditional and simplified signs are one: 員工 is 员工.
    """
    return tuple(re.findall(r"[^\W_]+", _folded(_CAMEL.sub(" ", _in_usual_signs(header)))))


@lru_cache(maxsize=2**15)
def key(header: str) -> str:
    """Get the words of a header without blanks between them, by which spellings are looked up."""
    # The same as its words joined, but without looking where each ends: thousands of spellings are read at every start.
    return _SIGNS.sub("", _folded(_in_usual_signs(header)))


def keys_of(cells: pl.Series) -> pl.Series:
    """Get what `key()` gets of each cell, for many cells at once, in order; null stays null."""
    text = CELL.str.replace_all("º", "°", literal=True).str.normalize("NFKC").str.to_lowercase()
    plain = text.str.replace_many(_SPELT_OUT).str.normalize("NFKD").str.replace_all(r"[^\p{L}\p{N}]+", "")
    return quick_where_ascii(cells, CELL.str.to_lowercase().str.replace_all(r"[^a-z0-9]+", ""), plain, also="#")


def without_brackets(header: str) -> str:
    """Get the header without what stands in brackets: `First name [givenName]` is `First name`."""
    return _BRACKETS.sub(" ", header)


def in_brackets(header: str) -> tuple[str, ...]:
    """Get what stands in brackets, the brackets included, from the left."""
    return tuple(_BRACKETS.findall(header))


def segments(header: str) -> tuple[str, ...]:
    """Get the parts of a heading of two levels: `Legal Name - First Name` has two."""
    return tuple(part.strip() for part in _SEGMENTS.split(header) if part.strip())


def _in_usual_signs(header: str) -> str:
    """Get a header with the usual signs for those of compatibility, and `number` for what stands for it."""
    text = header if header.isascii() else unicodedata.normalize("NFKC", header.replace("º", "°"))
    return text.replace("#", " number ").replace("№", " number ")


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED).translate(_SIMPLIFIED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def roles_of_words(lists: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Get the key of every listed word -> the names of its lists; one with an umlaut also as it is spelt without."""
    found: dict[str, frozenset[str]] = {}
    for role, listed in lists.items():
        for word in listed:
            for spelt in {key(word), key(word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))}:
                found[spelt] = found.get(spelt, frozenset()) | {role}
    return found
