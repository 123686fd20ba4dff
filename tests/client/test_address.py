import pytest

from keycafe_clean.client import KeycafeClient
from keycafe_clean.client.address import check_address, check_encrypted
from keycafe_clean.errors import ServiceUnavailable


@pytest.mark.parametrize(
    "url",
    [
        "https://keycafe.example.com",
        "http://127.0.0.1:8787",
        "HTTPS://KEYCAFE.EXAMPLE.COM/",
        "https://keycafe.example.com/api/v1",
        "http://[::1]:8787",
        "https://schlüssel.example.com",
        "http://localhost:65535",
    ],
)
def test_an_address_of_http_is_taken(url: str) -> None:
    """With a port, a path or neither, and in any script."""
    check_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://ann:secret@keycafe.example.com/",
        "https://secret@keycafe.example.com",
        "http://:secret@keycafe.example.com",
        "ann:secret@keycafe.example.com",
        "ftp://ann:secret@keycafe.example.com",
        "http://ann:secret@[::1",
    ],
)
def test_an_address_with_credentials_is_refused(url: str) -> None:
    """They are not repeated, and nothing is sent."""
    with pytest.raises(ServiceUnavailable) as refused:
        KeycafeClient(url, "ann@example.com", "t")

    assert str(refused.value) == (
        "The address of the service has a user name or a password in it. Take out what stands before the @: an address "
        "is shown and kept in places where no password belongs."
    )


@pytest.mark.parametrize(
    "url",
    [
        "",
        "keycafe.example.com",
        "//keycafe.example.com",
        "ftp://keycafe.example.com",
        "file:///etc/passwd",
        "http://",
        "http:///mock",
        "http://[::1",
        "http://127.0.0.1:abc",
        "http://127.0.0.1:0",
        "http://127.0.0.1:70000",
        "http://a..b",
        f"http://{'a' * 64}",
        "http://a\x1b[2Jb",
        "https://keycafe.example.com/?token=secret",
        "https://keycafe.example.com/#secret",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    """It is not repeated either: what follows a question mark may be secret."""
    with pytest.raises(ServiceUnavailable) as refused:
        KeycafeClient(url, "ann@example.com", "t")

    assert str(refused.value) == (
        "The address of the service cannot be used. It is like https://keycafe.example.com: http or https, a host, and "
        "neither ? nor # behind it."
    )


@pytest.mark.parametrize(
    "url", ["HTTPS://keycafe.example.com", "http://127.0.0.1:8787", "http://LOCALHOST", "http://[::1]:1"]
)
def test_an_address_whose_way_is_private(url: str) -> None:
    """It is encrypted, or never leaves this computer."""
    check_encrypted(url)


@pytest.mark.parametrize("url", ["http://keycafe.example.com", "http://192.168.1.10", "http://localhost.example.com"])
def test_an_address_whose_way_is_readable(url: str) -> None:
    """Whatever is sent there could be read on its way."""
    with pytest.raises(ServiceUnavailable) as refused:
        check_encrypted(url)

    assert str(refused.value) == (
        "The address begins with http, so that the token and the people would travel readable. Write https; http is "
        "for a service on this computer alone."
    )
