"""What the outputs of a cell say, as text: to compare, to show, and to look for addresses in."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from keycafe_clean import errors
from keycafe_clean.job_notebook.notebook_file import Output
from keycafe_clean.masked_addresses import shows_address

#: Tags of HTML, and the colours of a terminal.
_UNSEEN = re.compile(r"<[^<>]*>|\x1b\[[0-9;]*m")


def text_of(outputs: Iterable[Output], sanitising: str = "") -> str:
    """Get the plain text of outputs, without what `sanitising` (nbval's patterns) takes out."""
    text = "\n".join(filter(None, (_plain(output).rstrip("\n") for output in outputs)))
    for pattern, instead in re.findall(r"^regex: (.*)$\n^replace: (.*)$", sanitising, flags=re.MULTILINE):
        text = re.sub(pattern, instead, text)
    return text


def has_address(outputs: Iterable[Output]) -> bool:
    """Tell whether an address stands anywhere in outputs, also where only a browser or a terminal shows it."""
    texts = (text for output in outputs for text in _texts(output))
    return any(
        shows_address(it) for text in texts for it in (text, _spelt_out(text), _spelt_out(_UNSEEN.sub("", text)))
    )


def stopped_by(outputs: Iterable[Output]) -> str | None:
    """Get by what a cell was stopped, as a whole sentence; None: it was not.

    Of other exceptions than ours the kind alone: what they say may be about people.
    """
    for output in outputs:
        if output["output_type"] == "error":
            kind = getattr(errors, output["ename"], None)
            is_ours = isinstance(kind, type) and issubclass(kind, errors.KeycafeCleanError)
            return f"{output['evalue']}" if is_ours else f"It stopped with {output['ename']}."
    return None


def _plain(output: Output) -> str:
    if output["output_type"] == "error":
        return f"{output['ename']}"
    return _joined(output.get("text") or output.get("data", {}).get("text/plain") or "")


def _texts(value: object) -> Iterator[str]:
    """Yield every text in an output, names of values too; of lines also what they are together."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from _texts(one)
    elif isinstance(value, list):
        if all(isinstance(one, str) for one in value):
            yield "".join(value)
        for one in value:
            yield from _texts(one)


def _spelt_out(text: str) -> str:
    """Get a text in which what stands for a letter, in HTML or in a link, is that letter, in its usual width."""
    return unicodedata.normalize("NFKC", unquote(unescape(text)))


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
