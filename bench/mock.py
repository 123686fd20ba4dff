"""What the mock takes and what it costs: kills, crowds, and ratios of one run. Writes its figures to bench/mock.md.

    python bench/mock.py                            50 kills, 80 imports by 8 clients, two ratios
    python bench/mock.py --schemathesis PATH/st     also what schemathesis finds in the description of the service

schemathesis is no dependency of the project: install it into an environment of its own (`pip install schemathesis`),
and name its command. The seed of the kills is printed; `--seed` repeats them.
"""

import argparse
import collections
import json
import random
import re
import secrets
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
from fastapi import FastAPI

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from keycafe_clean import errors  # noqa: E402 -- run from anywhere
from keycafe_clean.client import KeycafeClient  # noqa: E402
from keycafe_clean.mock import MockKeycafe, embedded, serve  # noqa: E402
from keycafe_clean.mock.account_table import Credentials  # noqa: E402
from keycafe_clean.mock.clock import Clock  # noqa: E402
from keycafe_clean.mock.file_rows import read_import_file  # noqa: E402
from keycafe_clean.mock.import_rows import import_rows  # noqa: E402
from keycafe_clean.mock.imports import Service, Upload, accept, run_next  # noqa: E402
from keycafe_clean.mock.policy import MockPolicy  # noqa: E402
from keycafe_clean.mock.seed import Seed, seed_account  # noqa: E402
from keycafe_clean.mock.store import Store  # noqa: E402
from keycafe_clean.mock.users import Known  # noqa: E402
from keycafe_clean.mock.web_server import listening_on, serving  # noqa: E402
from tests.mock.files import NOW, file_of, people  # noqa: E402
from tests.mock.truth import counts_after, counts_in, mixed_file  # noqa: E402

TOKEN, ROWS = "bench", 1_000

_HEAD = "# The mock, measured\n\nWritten by `python bench/mock.py`; one run, two cores, other work on them.\n\n"


def alone(database: str) -> None:
    """Serve a database until killed; its address is the first line of output."""
    with serve("127.0.0.1", 0, Path(database), token=TOKEN) as mock:
        print(mock.url, flush=True)
        mock.wait()


def start(database: Path) -> tuple[subprocess.Popen[str], str]:
    """Start a process that serves a database; get it and its address."""
    command = [sys.executable, str(Path(__file__)), "--alone", str(database)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    return process, next(iter(process.stdout or ())).strip()


def kill(process: subprocess.Popen[str]) -> None:
    """End a process as a power cut does."""
    process.send_signal(signal.SIGKILL)
    process.communicate()


def upload(url: str, content: bytes, key: str) -> int | None:
    """Upload with a key of our own; get the import, or None when nobody answered."""
    auth = ("practice@example.com/token", TOKEN)
    try:
        answer = httpx2.post(
            f"{url}/mock/imports", files={"file": ("a.csv", content)}, headers={"Idempotency-Key": key}, auth=auth
        )
    except httpx2.TransportError:
        return None
    return int(answer.json()["id"])


def survive_kill(folder: Path, chance: random.Random, content: bytes) -> tuple[bool, bool]:
    """Kill a mock at a random moment; get whether the upload was answered before, and whether all ended right.

    Every second kill, on average, waits for the answer first, so that the worker is hit as often as the upload.
    """
    database, key, is_late = folder / "mock.db", uuid.uuid4().hex, chance.random() < 0.5
    process, url = start(database)
    killer = threading.Timer(chance.uniform(0, 0.1), kill, [process])
    if not is_late:
        killer.start()
    answered = upload(url, content, key)
    if is_late:
        killer.start()
    killer.join()
    process, url = start(database)
    import_id = answered or upload(url, content, key)
    with KeycafeClient(url, "practice@example.com", TOKEN) as client:
        collections.deque(client.watch(import_id or 0), maxlen=0)
    kill(process)
    return answered is not None, counts_in(database, ROWS) == counts_after(1, ROWS)


def bench_kills(kills: int, seed: int) -> str:
    """Get what became of imports whose process was killed at random moments."""
    chance, content = random.Random(seed), mixed_file(ROWS)
    outcomes: collections.Counter[tuple[bool, bool]] = collections.Counter()
    for _ in range(kills):
        with tempfile.TemporaryDirectory() as folder:
            outcomes[survive_kill(Path(folder), chance, content)] += 1
    right = sum(count for (_, is_right), count in outcomes.items() if is_right)
    answered = sum(count for (is_answered, _), count in outcomes.items() if is_answered)
    return (
        f"{kills} kills (SIGKILL, seed {seed}) over imports of {ROWS:,} rows: {answered} after the upload's answer, "
        f"{kills - answered} before; {right} of {kills} ended with users, places, codes, mails and errors exactly as "
        "the file says, each once."
    )


def bench_crowd(clients: int, imports: int, rows: int) -> str:
    """Get what became of many imports by many clients at once."""
    with embedded() as mock, ThreadPoolExecutor(clients) as pool:
        begun = time.perf_counter()
        states = collections.Counter(pool.map(lambda number: import_one(mock, number, rows), range(imports)))
        seconds = time.perf_counter() - begun
        with KeycafeClient(mock.url, mock.email, mock.token) as client:
            limit, users = client.limit(), len(client.users("invited"))
    if not limit.used == users == states["completed"] * rows <= limit.limit:
        raise SystemExit(f"The limit is wrong: {limit}, {users} users, {states}.")
    return (
        f"{imports} imports of {rows} rows by {clients} clients at once: {states['completed']} completed, "
        f"{states['refused']} refused for the limit; {limit.used:,} of {limit.limit:,} places used, {users:,} users; "
        f"{seconds:.1f} s."
    )


def import_one(mock: MockKeycafe, number: int, rows: int) -> str:
    """Import a file of people that no other import has; get how it ended."""
    with KeycafeClient(mock.url, mock.email, mock.token) as client:
        try:
            accepted = client.upload(file_of(*people(rows, start=number * rows)))
        except errors.LimitReached:
            return "refused"
        return collections.deque(client.watch(accepted.id), maxlen=1)[0].state


def seconds_of(action: Callable[[], object]) -> float:
    """Get how long an action takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def on_new_store(action: Callable[[Service], Callable[[], object]]) -> float:
    """Get how long what `action` prepares takes on an empty database on disk."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "mock.db") as store:
        seed_account(store, NOW, Credentials("a@example.com", b"x"), Seed())
        return seconds_of(action(Service(store, Clock(NOW), MockPolicy())))


def whole_import(service: Service) -> Callable[[], object]:
    """Prepare an import from the upload to its end."""
    content = file_of(*people(ROWS))

    def run() -> None:
        accept(service, Upload("a.csv", content))
        while run_next(service):
            pass

    return run


def bare_inserts(service: Service) -> Callable[[], object]:
    """Prepare what the import ends in and no more: the same users and mails into the same tables, one transaction."""
    rows = read_import_file(file_of(*people(ROWS)), MockPolicy()).rows()
    additions = import_rows(rows, Known(places_left=ROWS), MockPolicy(), import_id=0)
    users = [user._replace(import_id=None) for user in additions.users]

    def run() -> None:
        with service.store.writing("changed") as tables:
            tables.users.add(users)
            tables.users.send(additions.mails, NOW)

    return run


def bench_inserts(times: int) -> str:
    """Get the ratio between an import and the bare inserts of its rows."""
    ours, bare = zip(*((on_new_store(whole_import), on_new_store(bare_inserts)) for _ in range(times)), strict=True)
    whole, least = statistics.median(ours), statistics.median(bare)
    return (
        f"{ROWS:,} rows imported in {whole * 1e3:.1f} ms, bare inserts of the same users and mails {least * 1e3:.1f} "
        f"ms: ratio {whole / least:.2f} (medians of {times})."
    )


def bench_get(times: int) -> str:
    """Get the ratio between a look at an import and a bare FastAPI route, over sockets."""
    app = FastAPI(openapi_url=None)
    app.add_api_route("/bare", lambda: {"id": 1})
    with (
        listening_on("127.0.0.1", 0) as listening,
        serving(app, listening),
        embedded() as mock,
        KeycafeClient(mock.url, mock.email, mock.token) as client,
    ):
        bare_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        accepted = client.upload(file_of(*people(1)))
        collections.deque(client.watch(accepted.id), maxlen=0)
        with httpx2.Client(auth=(f"{mock.email}/token", mock.token), trust_env=False) as http:
            addresses = (f"{mock.url}/mock/imports/1", f"{bare_url}/bare")
            pairs = [
                [seconds_of(lambda address=address: http.get(address)) for address in addresses] for _ in range(times)
            ]
    ours, bare = zip(*pairs, strict=True)
    look, least = statistics.median(ours), statistics.median(bare)
    return (
        f"GET /mock/imports/1 {look * 1e3:.2f} ms, a bare FastAPI route {least * 1e3:.2f} ms: "
        f"ratio {look / least:.2f} (medians of {times})."
    )


def bench_schemathesis(command: str, seed: int) -> str:
    """Get what schemathesis finds: how many calls, what was answered, what was wrong."""
    with tempfile.TemporaryDirectory() as folder, embedded() as mock:
        report = Path(folder) / "report.har"
        with KeycafeClient(mock.url, mock.email, mock.token) as client:
            for number in range(3):
                client.upload(file_of(*people(2, start=number * 2)))
        found = subprocess.run(
            [
                *(command, "run", f"{mock.url}/openapi.json", "--auth", f"{mock.email}/token:{mock.token}"),
                *("--seed", str(seed), "--max-examples", "100", "--continue-on-failure", "--no-color"),
                *("--report", "har", "--report-har-path", str(report)),
                *("--exclude-checks", "positive_data_acceptance"),  # it cannot know what an import file is
            ],
            cwd=folder,
            check=False,
            capture_output=True,
            text=True,
        )
        entries = json.loads(report.read_text(encoding="utf-8"))["log"]["entries"]
    failures = re.findall(r"(ST\d+ .*): (\d+)$", found.stdout, re.MULTILINE)
    if found.returncode:
        print(found.stdout)
    statuses = collections.Counter(entry["response"]["status"] for entry in entries)
    good = sum(count for status, count in statuses.items() if 200 <= status < 300)
    return (
        f"schemathesis (seed {seed}): {len(entries):,} calls, {good / len(entries):.0%} answered 2xx, "
        f"{sum(count for status, count in statuses.items() if status >= 500)} with 5xx; "
        f"findings: {', '.join(f'{name} ({count})' for name, count in failures) or 'none'} "
        f"({', '.join(f'{status}: {count:,}' for status, count in sorted(statuses.items()))})."
    )


def main() -> None:
    """Run everything, print it, and keep it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--alone", help=argparse.SUPPRESS)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    options.add_argument("--schemathesis", metavar="COMMAND")
    chosen = options.parse_args()
    if chosen.alone:
        alone(chosen.alone)
        return
    lines = [
        bench_inserts(21),
        bench_get(1_000),
        bench_crowd(8, 80, 25),
        bench_crowd(8, 80, 10),
        bench_kills(chosen.kills, chosen.seed),
        *([bench_schemathesis(chosen.schemathesis, chosen.seed)] if chosen.schemathesis else []),
    ]
    text = _HEAD + "".join(f"- {line}\n" for line in lines)
    print(text)
    Path(__file__).with_suffix(".md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
