"""The mock alone, in the terminal: its address and credentials until Ctrl+C, and its assumptions."""

import sys
from contextlib import suppress
from pathlib import Path

from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.write.held import practice_folder

_MISSING = 'The mock is not installed: pip install "keycafe-clean[mock]".'


def serve_mock(host: str, port: int, database: Path | None, policy_file: Path | None) -> None:
    """Serve the mock until it is stopped; without a database it is gone afterwards.

    ServiceUnavailable: it is not installed, or the host, port, database or policy cannot be used.
    """
    try:
        from keycafe_clean.mock import MockPolicy, NotStarted, PolicyError, load_policy, serve  # noqa: PLC0415 - an extra
    except ImportError:
        raise ServiceUnavailable(_MISSING) from None
    try:
        policy = load_policy(policy_file) if policy_file else MockPolicy()
        with (
            practice_folder() as folder,
            serve(host, port, database or folder / "mock.db", policy=policy) as mock,
            suppress(KeyboardInterrupt),
        ):
            _say(_hello(mock.url, mock.email, mock.token))
            mock.wait()
    except (NotStarted, PolicyError) as error:
        raise ServiceUnavailable(str(error)) from None


def print_policy(policy_file: Path | None) -> None:
    """Print the assumptions about Keycafe, or those of a file, as TOML that can be edited and used again.

    ServiceUnavailable: the mock is not installed, or the file cannot be used.
    """
    try:
        from keycafe_clean.mock import PolicyError, describe_policy, load_policy  # noqa: PLC0415 - an extra
    except ImportError:
        raise ServiceUnavailable(_MISSING) from None
    try:
        _say(describe_policy(load_policy(policy_file) if policy_file else None))
    except PolicyError as error:
        raise ServiceUnavailable(str(error)) from None


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _hello(url: str, email: str, token: str) -> str:
    return f"""This is a practice Keycafe. It is not Keycafe: nobody is invited.
Address:  {url}
E-mail:   {email}
Token:    {token}
Stop it with Ctrl+C."""
