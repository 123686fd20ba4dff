from collections.abc import Iterator
from threading import enumerate as threads

import httpx2
import pytest
from starlette.responses import PlainTextResponse

from keycafe_clean.mock.web_server import NotStarted, _check_place, listening_on, serving

APP = PlainTextResponse("in")


@pytest.fixture
def url() -> Iterator[str]:
    """Serve an app on a free port for the test."""
    with listening_on("127.0.0.1", 0) as listening, serving(APP, listening):
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_an_app_answers_from_the_start(url: str) -> None:
    """Whoever is in asks at once, without trying again."""
    assert httpx2.get(url).text == "in"


def test_an_answer_does_not_say_what_serves_it(url: str) -> None:
    """Neither program nor version."""
    assert "server" not in httpx2.get(url).headers


def test_a_server_that_is_left_is_gone() -> None:
    """Its thread too."""
    with listening_on("127.0.0.1", 0) as listening, serving(APP, listening):
        port = listening.getsockname()[1]

    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"http://127.0.0.1:{port}")
    assert "keycafe-mock" not in {thread.name for thread in threads()}


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.1"])
def test_a_place_that_cannot_be_listened_on_is_refused(host: str) -> None:
    """A taken port, or a host that is another machine: one sentence says both."""
    with listening_on("127.0.0.1", 0) as taken, serving(APP, taken):
        port = taken.getsockname()[1]
        sentence = f"^Port {port} of {host} cannot be used[.] Stop what uses it, or choose another port[.]$"

        with pytest.raises(NotStarted, match=sentence), listening_on(host, port):
            pass


@pytest.mark.parametrize("host", ["", " "])
def test_no_host_is_not_every_host(host: str) -> None:
    """To a socket it would be: everybody in the building could reach the mock."""
    with pytest.raises(NotStarted) as refused, listening_on(host, 0):
        pass

    assert str(refused.value) == ("There is no host to listen on. Use 127.0.0.1: then only this computer can reach it.")


@pytest.mark.parametrize("host", ["::1", "a..b", "a" * 64, "no host"])
def test_a_host_that_is_not_known_is_refused(host: str) -> None:
    """By its name; none of these is asked of a network."""
    with pytest.raises(NotStarted) as refused, listening_on(host, 0):
        pass

    assert str(refused.value) == (
        f"The host {host} is not known here. Use 127.0.0.1, or an IPv4 address of this computer."
    )


@pytest.mark.parametrize("port", [-1, 65_536, 70_000, 2**70])
def test_a_port_that_is_none_is_refused(port: int) -> None:
    """There are 65,535 of them."""
    with pytest.raises(NotStarted) as refused, listening_on("127.0.0.1", port):
        pass

    assert str(refused.value) == f"There is no port {port}. Choose one from 1 to 65535, or 0 for any free one."


@pytest.mark.parametrize("port", [0, 1, 65_535])
def test_the_first_and_the_last_port_are_ports(port: int) -> None:
    """0 is any free one; whether a port can be used is seen when it is."""
    _check_place("127.0.0.1", port)
