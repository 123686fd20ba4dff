"""The address of a scheduler: whoever reaches one can run code on it, so that it is encrypted or on this computer."""

import ipaddress
import re

from keycafe_clean.errors import SetupError

#: `tls://host:8786`; without a scheme it is `tcp`. An IPv6 host stands in brackets.
_ADDRESS = re.compile(r"(?:(?P<scheme>[a-z]+)://)?(?P<host>\[[0-9a-fA-F:.]+\]|[^\s/:@\[\]]+):(?P<port>[0-9]{1,5})")

_NO_ADDRESS = "--scheduler is '{}'. Write it as tls://HOST:PORT, or tcp://127.0.0.1:PORT of this computer."

_READABLE = (
    "--scheduler is '{}', which is not this computer, and not encrypted: whoever reaches it could run code on it, and "
    "read what is sent. Start it with certificates, and write tls://."
)


def checked_address(text: str) -> str:
    """Get the address with its scheme. SetupError: it is none, or unencrypted and not of this computer."""
    found = _ADDRESS.fullmatch(text)
    if not found or found["scheme"] not in {None, "tcp", "tls"}:
        raise SetupError(_NO_ADDRESS.format(text))
    if found["scheme"] != "tls" and not _is_this_computer(found["host"]):
        raise SetupError(_READABLE.format(text))
    return text if found["scheme"] else f"tcp://{text}"


def is_encrypted(address: str) -> bool:
    """Tell whether an address that was checked is encrypted."""
    return address.startswith("tls://")


def _is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
