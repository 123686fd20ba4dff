"""Names and addresses of which nobody can say whose they are, and everybody what shape they have."""

import re
import unicodedata

_ADDRESS = re.compile(r"(?P<local>[^\s@]+)@(?P<domain>[^\s@]+)")

#: What may stand within a word: marks, and letters that are not seen.
_WITHIN = {"Mn", "Mc", "Me", "Cf"}


def masked(text: str) -> str:
    """Get the text with every letter but the first of each word as `x` or `X`, every digit as `0`.

    Signs, blanks and the domain of an address stay: `  NOVAK ` becomes `  NXXXX `, `j.novak@acme.con`
    `j.nxxxx@acme.con`.
    """
    end, parts = 0, []
    for found in _ADDRESS.finditer(text):
        parts += [_hidden(text[end : found.start()]), _hidden(found["local"]), "@", found["domain"]]
        end = found.end()
    return "".join([*parts, _hidden(text[end:])])


def _hidden(text: str) -> str:
    signs, inside = [], False
    for sign in text:
        is_letter = sign.isalpha()
        signs.append(_sign(sign) if inside or not is_letter else sign)
        # An accent of its own, a vowel sign, or a letter that nobody sees ends no word.
        inside = is_letter or (inside and unicodedata.category(sign) in _WITHIN)
    return "".join(signs)


def _sign(sign: str) -> str:
    if sign.isdigit():
        return "0"
    if not sign.isalpha():
        return sign
    return "X" if sign.isupper() else "x"
