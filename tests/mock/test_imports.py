import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keycafe_clean import errors
from keycafe_clean.mock.imports import CHUNK_ROWS, Upload, accept, run_next
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal
from keycafe_clean.mock.store import Tables
from tests.mock.conftest import Start
from tests.mock.files import FULL, NOW, SMARTBOX, file_of, people
from tests.mock.in_process import Practice


def test_upload_when_accepted(practice: Practice) -> None:
    """An upload is queued with the number of its people; nobody is added yet."""
    accepted = practice.client.upload(file_of(FULL, SMARTBOX), "november.csv")

    assert (accepted.name, accepted.state, accepted.rows, accepted.done) == ("november.csv", "queued", 2, 0)
    assert practice.client.users() == []


def test_import_is_found_by_its_file(practice: Practice) -> None:
    """The list tells by the SHA-256 of the bytes which file an import was, under whatever name."""
    content = file_of(FULL)
    practice.client.upload(content, "november.csv")

    assert [one.digest for one in practice.client.imports()] == [hashlib.sha256(content).hexdigest()]


def test_import_when_worked_on(practice: Practice) -> None:
    """Progress can be looked at: queued, processing chunk by chunk, completed."""
    accepted = practice.client.upload(file_of(*people(CHUNK_ROWS + 1)))
    seen = []
    while run_next(practice.service):
        current = practice.client.import_status(accepted.id)
        seen.append((current.state, current.done))

    assert seen == [("processing", 0), ("processing", 500), ("processing", 501), ("completed", 501)]


def test_import_when_rows_are_good_and_bad(practice: Practice) -> None:
    """By default good rows are added and bad ones are errors."""
    finished = practice.do(file_of(FULL, "Bo,,,false,false,true,,true"))

    assert (finished.state, finished.added, finished.failed, finished.message) == ("completed", 1, 1, None)


def test_import_when_policy_is_atomic(start: Start) -> None:
    """Under the atomic policy one bad row keeps everybody out, and all errors are there."""
    practice = start(MockPolicy(failure="atomic"))

    finished = practice.do(file_of(FULL, "Bo,,,false,false,true,,true", ",Ek,,false,false,true,,true"))

    assert (finished.state, finished.added, finished.failed) == ("failed", 0, 2)
    assert finished.message == "Nobody was added, because 2 rows have errors. Repair the file, and import it again."
    assert (practice.client.users("invited"), practice.client.limit().used) == ([], 0)


def test_import_when_policy_is_atomic_and_all_is_good(start: Start) -> None:
    """Under the atomic policy a file without a bad row is added."""
    practice = start(MockPolicy(failure="atomic"))

    assert practice.do(file_of(FULL, SMARTBOX)).added == 2


def test_import_when_every_row_is_bad(practice: Practice) -> None:
    """An import that adds nobody has failed."""
    finished = practice.do(file_of("Bo,,,false,false,true,,true"))

    assert finished.state == "failed"
    assert finished.message == "Nobody was added: every row has an error. Repair them, and import the file again."


def test_import_when_file_has_no_rows(practice: Practice) -> None:
    """A file with nothing but its header is completed, and adds nobody."""
    finished = practice.do(file_of())

    assert (finished.state, finished.rows, finished.added) == ("completed", 0, 0)


@pytest.mark.parametrize(("plan", "users"), [("paid", 1_000), ("confirmed", 250)])
def test_upload_when_file_fills_the_month(start: Start, plan: str, users: int) -> None:
    """As many people as the limit go in, and the next one does not."""
    practice = start(plan=plan)
    practice.do(file_of(*people(users)))

    with pytest.raises(errors.LimitReached):
        practice.client.upload(file_of(FULL))

    assert (practice.client.limit().used, practice.client.limit().left) == (users, 0)


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ("paid", "The file holds 1,001 people and only 1,000 of this month's 1,000 places are left."),
        ("confirmed", "The file holds 251 people and only 250 of this month's 250 places are left."),
    ],
)
def test_upload_when_over_the_limit(start: Start, plan: str, sentence: str) -> None:
    """One person more than the limit, and the whole file is refused."""
    practice = start(plan=plan)
    count = 1_001 if plan == "paid" else 251

    with pytest.raises(errors.LimitReached) as refused:
        practice.client.upload(file_of(*people(count)))

    assert str(refused.value) == sentence


def test_upload_when_others_are_queued(start: Start) -> None:
    """Places are held for imports that wait in the queue."""
    practice = start(plan="confirmed", used=200)
    practice.client.upload(file_of(*people(45)))

    with pytest.raises(errors.LimitReached) as refused:
        practice.client.upload(file_of(*people(6, start=100)))

    assert str(refused.value) == (
        "The file holds 6 people and only 5 of this month's 250 places are left (45 are held for imports in the queue)."
    )


def test_import_when_plan_is_lowered_in_between(practice: Practice) -> None:
    """The limit is looked at again when an import starts."""
    accepted = practice.client.upload(file_of(*people(300)))
    practice.client.change_plan("confirmed")
    practice.work()

    finished = practice.client.import_status(accepted.id)

    assert (finished.state, finished.added) == ("failed", 0)
    assert finished.message == "The file holds 300 people and only 250 of this month's 250 places are left."


def test_limit_when_a_month_begins(start: Start) -> None:
    """Next month all places are back."""
    practice = start(used=1_000)
    practice.client.set_clock(datetime(2026, 12, 1, tzinfo=UTC))

    assert practice.client.limit().model_dump(by_alias=False) == {
        "month": "2026-12",
        "limit": 1_000,
        "used": 0,
        "queued": 0,
        "left": 1_000,
    }


def test_limit_when_rows_fail(practice: Practice) -> None:
    """By default only users that were made are counted."""
    practice.do(file_of(FULL, "Bo,,,false,false,true,,true"))

    assert practice.client.limit().used == 1


def test_limit_when_attempts_are_counted(start: Start) -> None:
    """Under the policy attempted, rows that failed are counted as well."""
    practice = start(MockPolicy(counted="attempted"))
    practice.do(file_of(FULL, "Bo,,,false,false,true,,true"))

    assert practice.client.limit().used == 2


@pytest.mark.parametrize(("counted", "added"), [("created", 2), ("attempted", 1)])
def test_import_when_policy_fills(start: Start, counted: str, added: int) -> None:
    """Under the policy fill, people are added until no place is left, and the others are errors."""
    practice = start(MockPolicy(over_limit="fill", counted=counted), used=998)

    finished = practice.do(file_of("Bo,,,false,false,true,,true", *people(3)))

    assert (finished.added, practice.client.limit().used) == (added, 1_000)
    assert practice.client.import_errors(finished.id)[-1].message == (
        "Row 5: No place is left this month. Import this row next month."
    )


def test_imports_when_several(practice: Practice) -> None:
    """Past imports are listed, the latest first, over as many pages as it takes."""
    for number in range(51):
        practice.client.upload(file_of(), f"{number}.csv")

    assert [found.name for found in practice.client.imports()] == [f"{number}.csv" for number in reversed(range(51))]


def test_imports_when_older_than_kept(start: Start) -> None:
    """Under a policy that keeps imports for some days, older ones are gone."""
    practice = start(MockPolicy(keep_imports_days=30))
    old = practice.do(file_of(FULL))
    practice.client.set_clock(datetime(2026, 12, 4, tzinfo=UTC))

    with pytest.raises(errors.ImportRefused) as refused:
        practice.client.import_status(old.id)

    assert str(refused.value) == "There is no import with this id. Look at the list, and ask for one of those."
    assert practice.client.imports() == []


def two_steps_at_once(practice: Practice, looks: int) -> None:
    """Let a second worker take the same step when the first one has looked so many times and is about to."""
    store = practice.service.store
    read = store.reading
    left = iter(range(looks - 1, -1, -1))

    @contextmanager
    def reading() -> Iterator[Tables]:
        with read() as tables:
            yield tables
        if next(left, None) == 0:
            run_next(practice.service)

    store.reading = reading  # type: ignore[method-assign] -- the moment between looking and taking the step
    run_next(practice.service)
    store.reading = read  # type: ignore[method-assign]


@pytest.mark.parametrize(("steps", "looks"), [(0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (3, 1)])
def test_import_when_two_workers_take_a_step(practice: Practice, steps: int, looks: int) -> None:
    """A step that another worker has taken is not taken again."""
    accepted = practice.client.upload(file_of(*people(CHUNK_ROWS + 1)))
    for _ in range(steps):
        run_next(practice.service)

    two_steps_at_once(practice, looks)
    practice.work()

    assert practice.client.import_status(accepted.id).added == CHUNK_ROWS + 1


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        (
            MockPolicy(byte_order_mark="refuse"),
            "The file begins with a byte order mark. Save it as UTF-8 without one.",
        ),
        (
            MockPolicy(byte_order_mark="ignore", header="lenient"),
            "The rules for files have changed since this one was accepted. Import it again.",
        ),
    ],
)
def test_import_when_the_policy_has_changed(start: Start, policy: MockPolicy, sentence: str) -> None:
    """A file that a service started again reads otherwise is failed, and does not stop the queue."""
    practice = start(MockPolicy(byte_order_mark="ignore", header_required=False))
    accepted = practice.client.upload(b"\xef\xbb\xbf" + file_of(FULL).lower())
    practice.service = replace(practice.service, policy=policy)
    practice.work()

    found = practice.client.import_status(accepted.id)

    assert (found.state, found.added, found.message) == ("failed", 0, sentence)


def test_accept_when_many_ask_at_once(start: Start) -> None:
    """However many ask at once, no more people are accepted than places are left."""
    service = start(plan="confirmed").service

    def is_accepted(number: int) -> bool:
        try:
            accept(service, Upload("a.csv", file_of(*people(20, start=number * 20))))
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(is_accepted, range(20))) == 12


@pytest.mark.parametrize(("spare", "is_taken"), [(1, True), (0, True), (-1, False)])
def test_accept_up_to_the_largest_file(start: Start, spare: int, *, is_taken: bool) -> None:
    """A file of exactly as many bytes as an import takes is taken, one of a byte more is not."""
    content = file_of(FULL)
    practice = start(MockPolicy(max_bytes=len(content) + spare))

    with nullcontext() if is_taken else pytest.raises(Refusal):
        assert accept(practice.service, Upload("a.csv", content)).rows == 1


@pytest.mark.parametrize(("people_", "state"), [(249, "completed"), (250, "completed"), (251, "failed")])
def test_import_that_fills_a_lowered_limit(practice: Practice, people_: int, state: str) -> None:
    """When an import starts, as many people as the limit has then go in, and one more is too many."""
    accepted = practice.client.upload(file_of(*people(people_)))
    practice.client.change_plan("confirmed")
    practice.work()

    assert practice.client.import_status(accepted.id).state == state


@pytest.mark.parametrize(("rows", "steps"), [(0, 2), (1, 3), (CHUNK_ROWS, 3), (CHUNK_ROWS + 1, 4)])
def test_import_takes_no_step_too_many(practice: Practice, rows: int, steps: int) -> None:
    """It is started, worked on stretch by stretch, and finished; a full stretch is one."""
    practice.client.upload(file_of(*people(rows)))
    taken = 0
    while run_next(practice.service):
        taken += 1

    assert taken == steps


@pytest.mark.parametrize(
    ("moment", "used"),
    [
        (datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC), 0),
        (datetime(2026, 11, 1, tzinfo=UTC), 1),
        (datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC), 1),
        (datetime(2026, 12, 1, tzinfo=UTC), 0),
    ],
)
def test_an_import_counts_in_its_own_month(practice: Practice, moment: datetime, used: int) -> None:
    """To the second, at either end of the month."""
    practice.client.set_clock(moment)
    practice.do(file_of(FULL))
    practice.client.set_clock(datetime(2026, 11, 15, tzinfo=UTC))

    assert practice.client.limit().used == used


@pytest.mark.parametrize(("seconds", "used"), [(0, 1), (30 * 86_400, 1), (30 * 86_400 + 1, 0)])
def test_an_import_counts_for_thirty_days(start: Start, seconds: int, used: int) -> None:
    """Under the policy rolling 30 days, to the second."""
    practice = start(MockPolicy(month="rolling 30 days"))
    practice.do(file_of(FULL))
    practice.client.set_clock(NOW + timedelta(seconds=seconds))

    assert practice.client.limit().used == used
