"""Text that a terminal only shows: no letter of it moves the cursor, ends the line or turns the direction."""

import re

#: Control letters, line ends, changes of direction, and halves of letters: bytes of a file name that are no text.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def legible(text: str) -> str:
    """Get the text with U+FFFD for each letter that cannot be shown as itself."""
    return _UNSHOWN.sub("\ufffd", text)
