"""Where the mock's warnings go: a file that its owner alone reads, or nowhere; never into a notebook."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keycafe_clean.mock.private_file import make_private
from keycafe_clean.mock.web_server import NotStarted

#: Who would otherwise write to a notebook: the web server, the reader of forms, and ourselves.
_LOGGERS = ("uvicorn.error", "python_multipart", "keycafe_clean.mock")


@contextmanager
def logging_to(path: Path | None) -> Iterator[None]:
    """Send warnings to a file or nowhere, so that no notebook shows them.

    NotStarted: the file cannot be written.
    """
    handler = _file_handler(path) if path else logging.NullHandler()
    handler.setLevel(logging.WARNING)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.propagate = not logger.handlers
        handler.close()


def _file_handler(path: Path) -> logging.Handler:
    try:
        make_private(path)
        return logging.FileHandler(path, encoding="utf-8")
    except OSError:
        raise NotStarted(f"{path.name} cannot be used as the mock's log. Choose another file.") from None
