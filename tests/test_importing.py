from collections import deque
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import httpx2
import pytest

from keycafe_clean.check import check_import_file
from keycafe_clean.errors import ImportRefused, ServiceUnavailable
from keycafe_clean.importing import AGAIN, FailedRow, Imported, connected, import_file, in_words
from keycafe_clean.mock import MockKeycafe, MockPolicy, embedded
from keycafe_clean.mock.imports import CHUNK_ROWS, fail_next, run_next
from keycafe_clean.wire import Import
from tests.client.services import sender
from tests.imports import MEMBER, THREE, addresses, client_of, imported, stop_of, working_client
from tests.mock.files import FULL, HEADER, NOW, file_of, people
from tests.mock.in_process import practising

DAY = date(2026, 11, 3)
PEOPLE = ["p1@example.com", "p2@example.com", "p3@example.com"]
MEMBER_ROW = "Row 3: This Email Address belongs to a user already. Take the row out. (Email Address: p2@example.com)"
ASKED_FOR = "This is a fault that was asked for. Switch it off to go on."


def said(result: Imported) -> list[str]:
    """Get all that is said of an import."""
    return list(in_words(result))


def an_import(state: str = "completed", *, added: int = 3, failed: int = 0, message: str | None = None) -> Import:
    """Get an import of three people that has ended."""
    facts = {"id": 1, "name": "a.csv", "digest": "00", "state": state, "rows": 3, "done": 3, "message": message}
    return Import.model_validate({**facts, "added": added, "failed": failed, "created_at": NOW})


def result_of(found: Import, *failed: FailedRow) -> Imported:
    """Get what is known of an import that was sent."""
    return Imported("sent", check_import_file(THREE), found, failed)


def test_everybody_is_added_and_followed_to_the_end() -> None:
    """What is shown as progress ends at the last row, and one sentence says how it went."""
    seen: list[Import] = []
    with embedded() as mock:
        result = imported(mock, seen=seen)

        assert addresses(mock) == PEOPLE
    assert (seen[-1].done, result.is_fine, result.way) == (3, True, "sent")
    assert said(result) == ["Imported: 3 of 3 added, 0 failed."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "other column names"),
        (b"\xef\xbb\xbf" + THREE, "a byte order mark"),
        (THREE.replace(b"Badge Code", b"Badge"), "other column names"),
        (THREE.replace(b",false,,", b";false;;"), "cells instead of 8"),
        (b"x" * 2_000_001, "2.1 MB; an import file may be at most 2 MB"),
        (file_of(*people(1_001)), "holds 1,001 people; Keycafe takes 1,000 a month"),
    ],
)
def test_a_file_that_keycafe_would_refuse_is_not_sent(content: bytes, sentence: str) -> None:
    """Its check says why, as `check` does; the service is not asked at all."""
    asked: list[httpx2.Request] = []
    with embedded() as mock, client_of(mock, look=asked.append) as client:
        result = import_file(client, content, "a.csv", bool)

    assert (result.way, result.is_fine, asked, said(result)) == ("not sent", False, [], [])
    assert sentence in str(result.checked.refused)


def test_a_file_with_a_row_that_keycafe_would_refuse_is_not_sent() -> None:
    """Whoever mends it has one file for everybody, and nobody who is half in."""
    with embedded() as mock:
        result = imported(mock, file_of(FULL, "Bo,,,false,false,true,,true"))

        assert addresses(mock) == []
    assert result.checked.findings.get_column("code").to_list() == ["last_name_required"]


def test_a_file_of_nobody_is_not_sent() -> None:
    """The names of the columns alone are no import."""
    with embedded() as mock, client_of(mock) as client, pytest.raises(ImportRefused) as refused:
        import_file(client, file_of(), "a.csv", bool)

    assert str(refused.value) == "a.csv has nobody in it, only the names of the columns. Nothing was sent."


def test_a_file_may_follow_keycafes_sample() -> None:
    """With the sample's header its columns may stand and be spelled as there."""
    header = tuple(HEADER.upper().split(","))
    content = THREE.replace(HEADER.encode(), HEADER.upper().encode())
    with embedded(policy=MockPolicy(header="lenient")) as mock, client_of(mock) as client:
        result = import_file(client, content, "a.csv", bool, template=header)

    assert result.is_fine


def test_the_same_file_is_sent_once() -> None:
    """The second time it says when the very file was imported, under which name, and how that went."""
    with embedded(today=DAY, known=[MEMBER]) as mock:
        imported(mock)

        result = imported(mock, name="renamed.csv")

        assert addresses(mock) == PEOPLE
    assert (result.way, result.is_fine) == ("earlier", False)
    assert said(result) == [
        "This very file was imported on 3 November 2026, as a.csv: 2 of 3 added, 1 failed. Nothing was sent.",
        f"  {MEMBER_ROW}",
    ]


def test_another_file_is_another_import() -> None:
    """One byte more makes it another file."""
    with embedded() as mock:
        imported(mock)

        assert imported(mock, file_of(*people(4))).way == "sent"


def test_a_file_that_is_there_and_running_is_followed(tmp_path: Path) -> None:
    """Whoever lost sight of an import is led back to it, and nothing is sent."""
    with practising(tmp_path) as practice, working_client(practice) as client:
        client.upload(THREE, key="of an earlier run")

        result = import_file(client, THREE, "a.csv", bool)

        assert (len(client.imports()), len(client.users("invited"))) == (1, 3)
    assert said(result) == [
        "This very file was there already, sent on 3 November 2026, and was followed: 3 of 3 added, 0 failed."
    ]


def test_two_at_once_are_one_import() -> None:
    """Who sends while somebody else does has the same key: account, bytes and attempt."""
    with embedded() as mock:

        def go_before(request: httpx2.Request) -> None:
            if request.method == "POST":
                others.append(imported(mock))

        others: list[Imported] = []
        with client_of(mock, look=go_before) as client:
            result = import_file(client, THREE, "a.csv", bool)

        assert ([other.way for other in others], result.way) == (["sent"], "sent")
        assert ([other.found for other in others], addresses(mock)) == ([result.found], PEOPLE)


ATOMIC = MockPolicy(failure="atomic")


@pytest.mark.parametrize(
    ("policy", "known", "expected"),
    [
        (MockPolicy(), [MEMBER], ["Imported: 2 of 3 added, 1 failed.", f"  {MEMBER_ROW}"]),
        (
            MockPolicy(),
            PEOPLE,
            [
                "The import failed: 0 of 3 added, 3 failed.",
                "Nobody was added: every row has an error. Repair them, and import the file again.",
                "Nobody is in Keycafe by this file: repair or take out the rows below, and import the new file.",
                f"  {MEMBER_ROW.replace('3', '2').replace('p2', 'p1')}",
                f"  {MEMBER_ROW}",
                f"  {MEMBER_ROW.replace('3', '4').replace('p2', 'p3')}",
            ],
        ),
        (
            ATOMIC,
            [MEMBER],
            [
                "The import failed: 0 of 3 added, 1 failed.",
                "Nobody was added, because 1 row has an error. Repair the file, and import it again.",
                "Nobody is in Keycafe by this file: repair or take out the rows below, and import the new file.",
                f"  {MEMBER_ROW}",
            ],
        ),
        (ATOMIC, [], ["Imported: 3 of 3 added, 0 failed."]),
        (MockPolicy(member_address="skip"), [MEMBER], ["Imported: 2 of 3 added, 0 failed, 1 there before."]),
        (
            MockPolicy(wording="codes"),
            [MEMBER],
            ["Imported: 2 of 3 added, 1 failed.", "  Row 3: already_member (Email Address: p2@example.com)"],
        ),
    ],
)
def test_both_ways_to_fail_are_told_with_what_to_do(policy: MockPolicy, known: list[str], expected: list[str]) -> None:
    """Row by row or all or nothing: how many, why, what next, and each row with its column and cell."""
    with embedded(policy=policy, known=known) as mock:
        assert said(imported(mock)) == expected


def test_a_file_that_failed_whole_is_sent_again() -> None:
    """Nobody is there by it, so a second attempt has another key, and its number is said."""
    with embedded(policy=ATOMIC, known=[MEMBER]) as mock:
        imported(mock)

        result = imported(mock)

        assert (result.way, result.attempts, addresses(mock)) == ("sent", 2, [MEMBER])
    assert said(result)[0] == "The import failed (attempt 2): 0 of 3 added, 1 failed."


@pytest.mark.parametrize(
    ("found", "broke_off", "is_void", "step"),
    [
        (
            an_import("failed", added=1, message="A mistake."),
            True,
            False,
            "It broke off in the middle. Look in Keycafe who of the file is there, and import a file of the others.",
        ),
        (
            an_import("failed", added=0, message="A mistake."),
            False,
            True,
            "Nobody is in Keycafe by this file: run the same command again.",
        ),
    ],
)
def test_an_import_that_failed_says_what_next(found: Import, *, broke_off: bool, is_void: bool, step: str) -> None:
    """Where somebody was added the file must not go again; where nobody was, it may."""
    result = result_of(found)

    assert (result.broke_off, result.is_void, result.is_fine) == (broke_off, is_void, False)
    assert said(result)[1:] == ["A mistake.", step]


def test_a_file_that_broke_off_is_not_sent_again(tmp_path: Path) -> None:
    """Whoever of it is there would be invited twice, or be there twice without an address."""
    content = file_of(*people(CHUNK_ROWS + 1))
    with practising(tmp_path) as practice, working_client(practice) as client:
        client.upload(content)
        for _ in range(2):
            run_next(practice.service)
        fail_next(practice.service, "A mistake.")

        result = import_file(client, content, "a.csv", bool)

        assert (result.way, result.broke_off, len(client.imports())) == ("earlier", True, 1)


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
        (
            ["operation.notFound"],
            "Nothing at this address imports users. Check --url: it has no page behind host and port.",
        ),
    ],
)
def test_a_fault_says_that_the_same_command_goes_on(refusals: list[str], sentence: str) -> None:
    """Nobody has to find out how far it had come: the next run adds everybody once."""
    with embedded() as mock:
        mock.faults.refusals = deque(refusals)

        assert stop_of(mock) == f"{sentence.format(url=mock.url)} {AGAIN}"
        assert (imported(mock).way, addresses(mock)) == ("sent", PEOPLE)


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


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (FailedRow(3, "Email Address", MEMBER, "x", "Row 3: Taken."), f"Row 3: Taken. (Email Address: {MEMBER})"),
        (FailedRow(1_003, "Last Name", None, "x", "last_name"), "Row 1,003: last_name"),
        (FailedRow(3, "", None, "limit_reached", "Row 3: No place."), "Row 3: No place."),
    ],
)
def test_a_row_that_failed(row: FailedRow, shown: str) -> None:
    """Row, what was said, column and cell; where no cell is at fault, or it is blank, none is shown."""
    assert str(row) == shown


@pytest.mark.parametrize("row", [0, 1, 5])
def test_a_row_that_the_file_does_not_have(row: int) -> None:
    """Whatever a service says of rows, it stops nothing."""
    account = {"email": "ann@example.com", "confirmed": True, "plan": "paid"}
    failed = an_import(added=2, failed=1).model_copy(update={"digest": sha256(THREE).hexdigest()})
    error = {"row": row, "field": "Email Address", "code": "x", "message": "Taken."}
    listed = [failed.model_dump(mode="json")]
    client, _, _ = sender(*(httpx2.Response(200, json=body) for body in (account, listed, [error])))

    result = import_file(client, THREE, "a.csv", bool)

    assert [str(one) for one in result.failed] == [f"Row {row}: Taken."]


@pytest.mark.parametrize(
    "url", ["http://keycafe.example.com", "http://192.168.1.10:8787", "http://127.0.0.1.example.com"]
)
def test_a_service_that_does_not_encrypt_is_refused(url: str) -> None:
    """A token and people never travel readable; only this computer may be asked without TLS."""
    with pytest.raises(ServiceUnavailable) as refused:
        connected(url, "ann@example.com", "secret")

    assert str(refused.value) == (
        "The address begins with http, so that the token and the people would travel readable. Write https; http is "
        "for a service on this computer alone."
    )


@pytest.mark.parametrize(
    "url", ["https://keycafe.example.com", "http://127.0.0.1:8787", "http://localhost", "http://[::1]:1"]
)
def test_a_service_that_encrypts_or_is_here_is_taken(url: str) -> None:
    """Nothing is sent yet."""
    connected(url, "ann@example.com", "secret").close()
