"""What stops an import: every refusal and every fault, each with its next step."""

from collections import deque
from collections.abc import Callable
from datetime import date

import httpx2
import pytest

from keycafe_clean.client import KeycafeClient
from keycafe_clean.errors import ImportRefused, ServiceUnavailable
from keycafe_clean.importing import import_file
from keycafe_clean.mock import MockKeycafe, MockPolicy, embedded
from keycafe_clean.wire import Import
from tests.imports import PEOPLE, THREE, addresses, client_of, imported, stop_of
from tests.mock.files import HEADER, NOW

DAY = date(2026, 11, 3)
ASKED_FOR = "This is a fault that was asked for. Switch it off to go on."

AGAIN = "Run the same command again: it looks first whether the file is there, so nobody is added twice."

NO_PLACES = (
    "Nobody was added. Make a file that fits, --used being the places that are taken; the others come next month: "
    "keycafe-clean run EXPORT --used N"
)


REFUSALS: dict[str, tuple[Callable[[], MockKeycafe], str, str]] = {
    "address": (
        lambda: embedded(confirmed=False),
        "Confirm your e-mail address before importing users.",
        "Nothing was imported. Click the link in Keycafe's mail, and run the same command again.",
    ),
    "size": (
        lambda: embedded(policy=MockPolicy(max_bytes=200)),
        "The file is larger than 200 bytes, the most that an import takes. Split it into several files.",
        "Nobody was added. Give each part the header, and import one after the other.",
    ),
    "limit": (
        lambda: embedded("confirmed", used=248),
        "The file holds 3 people and only 2 of this month's 250 places are left.",
        NO_PLACES,
    ),
    "wording": (
        lambda: embedded("confirmed", used=248, policy=MockPolicy(wording="codes")),
        "The file holds more people than places are left this month. Write a smaller file.",
        NO_PLACES,
    ),
}


@pytest.mark.parametrize("why", REFUSALS)
def test_a_refusal_says_why_and_what_next(why: str) -> None:
    """The service's own sentence, then the next step; nobody is added."""
    start, sentence, step = REFUSALS[why]
    with start() as mock:
        assert stop_of(mock) == f"{sentence} {step}"
        assert addresses(mock) == []


def test_wrong_credentials_say_where_they_are_given() -> None:
    """Account and token are not known: both are named, the token by its variable, never by itself."""
    with embedded() as mock:
        assert stop_of(mock, token=mock.token.swapcase()) == (
            "This e-mail address and token are not known here. Check both; a key is not a token. "
            "Give the account's address with --user and its token in KEYCAFE_TOKEN."
        )


def test_a_header_that_only_the_service_refuses() -> None:
    """A sample file that the service itself does not follow is said, with how to make another file."""
    header = tuple(reversed(HEADER.split(",")))
    content = ",".join(header).encode() + b"\r\ntrue,,false,true,true,ann@example.com,Lee,Ann\r\n"
    with embedded() as mock, client_of(mock) as client, pytest.raises(ImportRefused) as refused:
        import_file(client, content, "a.csv", bool, template=header)

    assert (
        str(refused.value) == f"The fields of the header are in another order. It must be: {HEADER.replace(',', ', ')}."
    )
    assert refused.value.__notes__ == [
        "Nobody was added. Make the file anew with: keycafe-clean run EXPORT --template SAMPLE"
    ]


@pytest.mark.parametrize(
    ("refusals", "sentence"),
    [
        (["error.unknown"], "{url} failed with status 500. Try again in a few minutes."),
        (["request.wrongHost"], ASKED_FOR),
        (["request.tooMany"] * 2, ASKED_FOR),
    ],
)
def test_a_fault_says_that_the_same_command_goes_on(refusals: list[str], sentence: str) -> None:
    """Nobody has to find out how far it had come: the next run adds everybody once."""
    with embedded() as mock:
        mock.faults.refusals = deque(refusals)

        assert stop_of(mock) == f"{sentence.format(url=mock.url)} {AGAIN}"
        assert (imported(mock).way, addresses(mock)) == ("sent", PEOPLE)


def test_an_address_of_something_else() -> None:
    """A page of the service, or another one, has no imports: the address is what to look at."""
    with (
        embedded() as mock,
        KeycafeClient(f"{mock.url}/imports", mock.email, mock.token) as client,
        pytest.raises(ServiceUnavailable) as stopped,
    ):
        import_file(client, THREE, "a.csv", bool)

    assert (str(stopped.value), stopped.value.__notes__) == (
        "Nothing at this address imports users.",
        ["Check --url: behind host and port it has no name of a page."],
    )


def test_too_many_requests_are_a_pause_of_a_minute() -> None:
    """A full minute is waited, and then it goes on by itself."""
    pauses: list[float] = []
    with embedded() as mock, client_of(mock, pause=pauses.append) as client:
        mock.faults.seconds, mock.faults.rate_limit = lambda: float(sum(pauses)), True
        for _ in range(60):
            mock.faults.check()

        result = import_file(client, THREE, "a.csv", bool)

    assert (pauses[0], result.is_fine) == (60, True)


@pytest.mark.parametrize("drop", ["before commit", "after commit"])
def test_a_connection_that_breaks_at_the_upload_is_tried_once_more(drop: str) -> None:
    """Whether the service had the file or not, it has it once."""
    with embedded() as mock:

        def cut(request: httpx2.Request) -> None:
            if request.method == "POST" and "Idempotency-Key" not in seen:
                seen.append("Idempotency-Key")
                mock.faults.drop = drop  # type: ignore[assignment] -- one of the two

        seen: list[str] = []
        with client_of(mock, look=cut) as client:
            result = import_file(client, THREE, "a.csv", bool)

        assert (result.is_fine, addresses(mock), len(seen)) == (True, PEOPLE, 1)


@pytest.mark.parametrize(("drop", "way"), [("before commit", "sent"), ("after commit", "earlier")])
def test_a_connection_that_breaks_at_every_upload(drop: str, way: str) -> None:
    """The next step is the same command, which finds the file or sends it."""
    with embedded() as mock:

        def cut(request: httpx2.Request) -> None:
            if request.method == "POST":
                mock.faults.drop = drop  # type: ignore[assignment] -- one of the two

        told = stop_of(mock, look=cut)
        with client_of(mock) as client:
            wait_for(client.imports)

        assert told == (
            f"The connection to {mock.url} broke off. Look at the list of imports before you upload again. {AGAIN}"
        )
        assert (imported(mock).way, addresses(mock)) == (way, PEOPLE)


def wait_for(imports: Callable[[], list[Import]]) -> None:
    """Look until everything in the queue is through."""
    while not all(one.is_finished for one in imports()):
        pass


def test_a_slow_service_is_waited_for() -> None:
    """Slowness alone changes nothing."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    with embedded() as mock:
        mock.faults.pause, mock.faults.slow_seconds = wait, 0.5

        assert imported(mock).is_fine
        assert set(waited) == {0.5}


def test_a_worker_that_dies_in_the_middle_adds_nobody_twice() -> None:
    """The service goes on by itself, and the import ends as if nothing had been."""
    with embedded() as mock:
        mock.faults.crash_at_row = 3

        assert (imported(mock).is_fine, addresses(mock)) == (True, PEOPLE)


def test_a_file_of_which_the_list_knows_nothing_any_more() -> None:
    """Where the service lists a month of imports, its key still tells that the file was sent before."""
    with embedded(policy=MockPolicy(keep_imports_days=30), today=DAY) as mock:
        imported(mock)
        with client_of(mock) as client:
            client.set_clock(NOW.replace(month=12, day=20))

        assert stop_of(mock) == (
            "This very file was sent before, longer ago than the list of imports goes. Nothing was sent again. "
            "Look in Keycafe who of it is there, and import a file of the others."
        )
        assert addresses(mock) == PEOPLE
