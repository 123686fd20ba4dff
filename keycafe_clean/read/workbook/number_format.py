"""Numbers as a workbook shows them: with the zeros and signs of their format."""

import re

#: A format of zeros with signs between them, like 00000, 000-00-0000 or "E"0000; nothing that rounds or groups.
_PARTS = re.compile(r'"([^"]*)"|\\(.)|([-+/ ():])|(0+)|(_.|\*.)')


def zero_mask(code: str) -> str | None:
    """Get the number mask of a format that pads with zeros: `0` for a digit, other characters as shown.

    None: the format shows numbers as they are, or in a way that is no identifier (decimals, dates, percents).
    """
    section = re.sub(r"^(?:\[[^\]]*\])+", "", code.partition(";")[0])
    mask, end = [], 0
    for part in _PARTS.finditer(section):
        if part.start() != end:
            return None
        quoted, escaped, sign, zeros, _ = part.groups()
        mask.append(zeros or sign or escaped or quoted or "")
        end = part.end()
    shown = "".join(mask)
    return shown if end == len(section) and shown.count("0") > 1 and not _has_literal_zero(section) else None


def shown_as(number: str, mask: str) -> str | None:
    """Get a whole number in the mask of its format; None where it is not a whole number from 0 up."""
    if not number.isdecimal():
        return None
    digits = list(number.rjust(mask.count("0"), "0"))
    shown = [digits.pop() if sign == "0" else sign for sign in reversed(mask[mask.index("0") :])]
    return mask[: mask.index("0")] + "".join(digits) + "".join(reversed(shown))


def _has_literal_zero(section: str) -> bool:
    return re.search(r'"[^"]*0[^"]*"|\\0', section) is not None
