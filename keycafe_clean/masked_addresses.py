"""E-mail addresses in what a notebook shows: none may stand there that is somebody's."""

import re

from keycafe_clean.masking import masked

#: A part before the @ in quotes may have blanks; a domain may be a name of one's own network, or a number of one.
_ADDRESS = re.compile(
    r"""(?P<local>"[^"\n]+"|\w[\w.+'-]*[!#$%&*/?^`{|}~]*)@(?:(?=[\d.-]*[^\W\d_])[\w-]{2,}(?:\.[\w-]+)*|\[[\w.:]+\])"""
)
_WORD = re.compile(r"[^\W\d_]+")

#: What stands for a part before the @ in which no letter is hidden, such as one of initials.
_NOBODY = "x"


def masked_without_address(text: str) -> str:
    """Get the text masked, as `masked()` does; of an address without a hidden letter all before the @ is `x`."""
    return without_addresses(masked(text))


def without_addresses(text: str) -> str:
    """Get the text with `x` for all before the @ of an address that is not masked; the rest stays as it is."""

    def hidden(found: re.Match[str]) -> str:
        return found[0] if _is_hidden(found["local"]) else _NOBODY + found[0][len(found["local"]) :]

    return _ADDRESS.sub(hidden, text)


def shows_address(text: str) -> bool:
    """Tell whether an address stands in the text that is not masked."""
    return any(not _is_hidden(found["local"]) for found in _ADDRESS.finditer(text))


def _is_hidden(local: str) -> bool:
    """Tell whether the part before the @ is masked, and would not look the same if it were not."""
    words = _WORD.findall(local)
    return masked(local) == local and (local == _NOBODY or not words or any(len(word) > 1 for word in words))
