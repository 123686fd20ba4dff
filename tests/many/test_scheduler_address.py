import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.many.scheduler_address import checked_address, is_encrypted


@pytest.mark.parametrize(
    ("typed", "address", "encrypted"),
    [
        ("tls://dask.example.com:8786", "tls://dask.example.com:8786", True),
        ("tcp://127.0.0.1:8786", "tcp://127.0.0.1:8786", False),
        ("localhost:8786", "tcp://localhost:8786", False),
        ("tcp://[::1]:8786", "tcp://[::1]:8786", False),
    ],
)
def test_an_address_is_encrypted_or_of_this_computer(typed: str, address: str, encrypted: bool) -> None:  # noqa: FBT001 - a column
    """What has no scheme is TCP, as Dask reads it."""
    assert (checked_address(typed), is_encrypted(address)) == (address, encrypted)


@pytest.mark.parametrize(
    "typed", ["tcp://dask.example.com:8786", "10.0.0.7:8786", "tcp://0.0.0.0:8786", "tcp://localhost.example.com:8786"]
)
def test_an_open_address_elsewhere_is_refused(typed: str) -> None:
    """Whoever reaches a scheduler can run code on it."""
    with pytest.raises(SetupError) as refused:
        checked_address(typed)

    assert str(refused.value) == (
        f"--scheduler is '{typed}', which is not this computer, and not encrypted: whoever reaches it could run code "
        "on it, and read what is sent. Start it with certificates, and write tls://."
    )


@pytest.mark.parametrize("typed", ["", "8786", "http://127.0.0.1:8786", "tls://host", "inproc://1/2", "tls://a@b:8786"])
def test_what_is_no_address_is_said(typed: str) -> None:
    """Only TCP and TLS go to a scheduler of ours, each with a host and a port."""
    with pytest.raises(SetupError) as refused:
        checked_address(typed)

    assert str(refused.value) == (
        f"--scheduler is '{typed}'. Write it as tls://HOST:PORT, or tcp://127.0.0.1:PORT of this computer."
    )
