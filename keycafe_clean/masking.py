"""Names and addresses of which nobody can say whose they are, and everybody what shape they have."""

import re

_ADDRESS = re.compile(r"(?P<local>[^\s@]+)@(?P<domain>[^\s@]+)")


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
    return "".join(map(_sign, " " + text[:-1], text))


def _sign(before: str, sign: str) -> str:
    if sign.isdigit():
        return "0"
    if not sign.isalpha() or not before.isalpha():
        return sign
    return "X" if sign.isupper() else "x"
