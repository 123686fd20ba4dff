"""What the outputs of a cell say, as text: to compare, to show, and to look for addresses in."""

import re
from collections.abc import Iterable, Iterator

from keycafe_clean import errors
from keycafe_clean.job_notebook.notebook_file import Output
from keycafe_clean.masked_addresses import shows_address


def text_of(outputs: Iterable[Output], sanitising: str = "") -> str:
    """Get the plain text of outputs, without what `sanitising` (nbval's patterns) takes out."""
    text = "\n".join(filter(None, (_plain(output).rstrip("\n") for output in outputs)))
    for pattern, instead in re.findall(r"^regex: (.*)$\n^replace: (.*)$", sanitising, flags=re.MULTILINE):
        text = re.sub(pattern, instead, text)
    return text


def has_address(outputs: Iterable[Output]) -> bool:
    """Tell whether an address stands anywhere in outputs, also where only a browser shows it."""
    return any(shows_address(text) for output in outputs for text in _texts(output))


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
    """Yield every text in an output; a text that is kept as its lines is one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
