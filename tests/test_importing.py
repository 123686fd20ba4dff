from datetime import date
from hashlib import sha256
from pathlib import Path

import httpx2
import pytest

from keycafe_clean.errors import ImportRefused, ServiceUnavailable
from keycafe_clean.importing import connected, import_file
from keycafe_clean.mock import MockPolicy, embedded
from keycafe_clean.mock.imports import CHUNK_ROWS, fail_next, run_next
from tests.client.services import sender
from tests.imports import MEMBER, PEOPLE, THREE, addresses, an_import, client_of, imported, said, working_client
from tests.mock.files import FULL, HEADER, file_of, people
from tests.mock.in_process import practising

DAY = date(2026, 11, 3)
MEMBER_ROW = "Row 3: This Email Address belongs to a user already. Take the row out. (Email Address: p2@example.com)"


def test_everybody_is_added_and_followed_to_the_end() -> None:
    """What is shown as progress ends at the last row, and one sentence says how it went."""
    done: list[int] = []
    with embedded() as mock, client_of(mock) as client:
        result = import_file(client, THREE, "a.csv", lambda now: done.append(now.done))

        assert addresses(mock) == PEOPLE
    assert (done[-1], result.is_fine, result.way) == (3, True, "sent")
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
                other = imported(mock)
                others.append((other.way, other.found))

        others: list[object] = []
        with client_of(mock, look=go_before) as client:
            result = import_file(client, THREE, "a.csv", bool)

        assert (others, addresses(mock)) == ([("sent", result.found)], PEOPLE)


ATOMIC = MockPolicy(failure="atomic")


def test_a_file_that_failed_whole_is_sent_again() -> None:
    """Nobody is there by it, so a second attempt has another key, and its number is said."""
    with embedded(policy=ATOMIC, known=[MEMBER]) as mock:
        imported(mock)

        result = imported(mock)

        assert (result.way, result.attempts, addresses(mock)) == ("sent", 2, [MEMBER])
    assert said(result)[0] == "The import failed (attempt 2): 0 of 3 added, 1 failed."


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
