"""The mock alone, in the terminal: its address and credentials, until Ctrl+C."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from keycafe_clean.errors import ServiceUnavailable


def serve_mock(host: str, port: int, database: Path | None) -> None:
    """Serve the mock until it is stopped. ServiceUnavailable: it is not installed, or the port is taken."""
    try:
        from keycafe_clean.mock import NotStarted, serve  # noqa: PLC0415 - the extra `mock` may be absent
    except ImportError:
        raise ServiceUnavailable('The mock is not installed: pip install "keycafe-clean[mock]".') from None
    try:
        with TemporaryDirectory() as folder, serve(host, port, database or Path(folder) / "mock.db") as mock:
            sys.stdout.write(f"{_hello(mock.url, mock.email, mock.token)}\n")
            sys.stdout.flush()
            mock.wait()
    except NotStarted as error:
        raise ServiceUnavailable(str(error)) from None


def _hello(url: str, email: str, token: str) -> str:
    return f"""This is a practice Keycafe. It is not Keycafe: nobody is invited.
Address:  {url}
E-mail:   {email}
Token:    {token}
Stop it with Ctrl+C."""
