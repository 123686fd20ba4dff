"""What happens to an upload: it is accepted into the queue, and the worker takes it on step by step.

Each step is one transaction, so that a worker that dies goes on where the last one ended. Users, places, codes, mails
and errors of a stretch of rows are kept together or not at all.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from keycafe_clean.mock.clock import Clock
from keycafe_clean.mock.faults import Faults
from keycafe_clean.mock.file_rows import ImportFile, ImportRow, read_import_file
from keycafe_clean.mock.import_rows import import_rows
from keycafe_clean.mock.imports_table import NewImport
from keycafe_clean.mock.limits import counted_between, limit_at, places_for
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal, email_not_confirmed, file_too_large, not_found, wrong_file
from keycafe_clean.mock.store import Store, Tables
from keycafe_clean.mock.users import Additions, Known
from keycafe_clean.wire import Import, ImportState, Limit

#: Rows that are added in one transaction: half a month's most, so that progress can be seen and no reader waits long.
CHUNK_ROWS = 500


@dataclass(frozen=True)
class Upload:
    """A file as it came in. The name is shown and never used as a path."""

    name: str
    content: bytes
    key: str | None = None


@dataclass(frozen=True)
class Service:
    """What every action needs: where things are kept, what time it is, and how Keycafe is assumed to behave."""

    store: Store
    clock: Clock
    policy: MockPolicy
    faults: Faults = field(default_factory=Faults)


def check_confirmed(service: Service) -> None:
    """Check what comes before any upload ("You must confirm your email address before importing users").

    Raises:
        Refusal: The account's address is not confirmed.
    """
    with service.store.reading() as tables:
        if not tables.account.get().confirmed:
            raise email_not_confirmed()


def accept(service: Service, upload: Upload) -> Import:
    """Put an upload into the queue; it is on disk when this returns.

    An upload that comes again with the same Idempotency-Key is the same import.

    Raises:
        Refusal: The file is too large, no import file, or holds more people than places are left.
    """
    if len(upload.content) > service.policy.max_bytes:
        raise file_too_large(service.policy.max_bytes)
    file = read_import_file(upload.content, service.policy)
    digest = hashlib.sha256(upload.content).digest()
    new = NewImport(upload.name, upload.content, digest, len(file), upload.key)
    with service.store.writing("accepted") as tables:
        import_id = _id_of_same(tables, new) or _enqueue(service, tables, new)
        return find(service, tables, import_id)


def _id_of_same(tables: Tables, upload: NewImport) -> int | None:
    same = tables.imports.of_key(upload.key) if upload.key else None
    if same and same[1] != upload.digest:
        raise Refusal("import.keyReused", "This Idempotency-Key was used for another file. Send a new key with it.")
    return same[0] if same else None


def _enqueue(service: Service, tables: Tables, upload: NewImport) -> int:
    places_for(upload.rows, limit_now(service, tables), service.policy)
    return tables.imports.add(upload, service.clock.now())


def limit_now(service: Service, tables: Tables) -> Limit:
    """Get the limit of the month as it stands: used, queued and left, in users."""
    now = service.clock.now()
    return limit_at(
        now,
        tables.account.get().plan,
        service.policy,
        used=tables.account.used_between(*counted_between(now, service.policy)),
        queued=tables.imports.queued_rows(),
    )


def kept_since(service: Service) -> datetime:
    """Get the moment (UTC) before which past imports are listed no more; with no such bound, one before any import."""
    days = service.policy.keep_imports_days
    return datetime.min.replace(tzinfo=UTC, year=1970) if days is None else service.clock.now() - timedelta(days=days)


def find(service: Service, tables: Tables, import_id: int) -> Import:
    """Get an import.

    Raises:
        Refusal: There is none with this id.
    """
    found = tables.imports.find(import_id, kept_since(service))
    if found is None:
        raise not_found("import with this id")
    return found


def run_next(service: Service) -> bool:
    """Take one step with the import whose turn it is; get whether there was anything to do.

    A step starts an import, adds up to CHUNK_ROWS rows, or finishes it.
    """
    with service.store.reading() as tables:
        current = tables.imports.next()
    if current is None:
        return False
    try:
        _take_step(service, current)
    except Refusal as refusal:
        fail_next(service, refusal.message)
    return True


def fail_next(service: Service, message: str) -> None:
    """Settle the import whose turn it is as failed, with why; what it has added stays. Without an import, nothing."""
    with service.store.writing("finished") as tables:
        current = tables.imports.next()
        if current:
            tables.imports.finish(current.id, "failed", service.clock.now(), message)


def _take_step(service: Service, current: Import) -> None:
    if current.state == "queued":
        _start(service, current)
    elif current.done < current.rows:
        _add_chunk(service, current)
    else:
        _finish(service, current)


def _start(service: Service, current: Import) -> None:
    with service.store.writing("started") as tables:
        if _has_moved(tables, current):
            return
        limit = limit_now(service, tables)
        others = limit.model_copy(update={"queued": 0, "left": max(0, limit.limit - limit.used)})
        _start_within(service, tables, current, places_for(current.rows, others, service.policy))


def _start_within(service: Service, tables: Tables, current: Import, places: int) -> None:
    """Start an import that has its places; under the atomic policy, fail it if any row would fail."""
    if service.policy.failure == "atomic":
        rows = _file(service, tables, current).rows()
        trial = import_rows(rows, _known(tables, current.id, rows, places), service.policy, current.id)
        if trial.errors:
            _fail_whole(service, tables, current, trial)
            return
    tables.imports.start(current.id, places)


def _fail_whole(service: Service, tables: Tables, current: Import, trial: Additions) -> None:
    tables.imports.add_errors(current.id, trial.errors)
    tables.imports.advance(current.id, done=trial.rows, added=0, failed=trial.failed)
    with_errors = "1 row has an error" if trial.failed == 1 else f"{trial.failed:,} rows have errors"
    message = f"Nobody was added, because {with_errors}. Repair the file, and import it again."
    tables.imports.finish(current.id, "failed", service.clock.now(), message)


def _add_chunk(service: Service, current: Import) -> None:
    with service.store.reading() as tables:
        if _has_moved(tables, current):
            return
        rows = _file(service, tables, current).rows(current.done, CHUNK_ROWS)
    with service.store.writing("chunk") as tables:
        if _has_moved(tables, current):
            return
        places = tables.imports.places(current.id) - tables.account.used_by(current.id)
        known = _known(tables, current.id, rows, places)
        _keep(service, tables, current, import_rows(service.faults.passing(rows), known, service.policy, current.id))


def _keep(service: Service, tables: Tables, current: Import, additions: Additions) -> None:
    now = service.clock.now()
    added = len(additions.users)
    tables.users.add(additions.users)
    tables.users.send(additions.mails, now)
    tables.imports.add_errors(current.id, additions.errors)
    tables.imports.advance(current.id, done=additions.rows, added=added, failed=additions.failed)
    tables.account.use(additions.places, now, current.id)


def _finish(service: Service, current: Import) -> None:
    with service.store.writing("finished") as tables:
        if _has_moved(tables, current):
            return
        is_failed = current.failed == current.rows > 0
        message = "Nobody was added: every row has an error. Repair them, and import the file again."
        state: ImportState = "failed" if is_failed else "completed"
        tables.imports.finish(current.id, state, service.clock.now(), message if is_failed else None)


def _file(service: Service, tables: Tables, current: Import) -> ImportFile:
    """Get the file of an import; a service that was started again may read it by other rules."""
    file = read_import_file(tables.imports.content(current.id), service.policy)
    if len(file) != current.rows:
        raise wrong_file("The rules for files have changed since this one was accepted. Import it again.")
    return file


def _has_moved(tables: Tables, seen: Import) -> bool:
    """Whether another worker took the step in between."""
    return tables.imports.next() != seen


def _known(tables: Tables, import_id: int, rows: list[ImportRow], places: int) -> Known:
    known = tables.users.known(
        import_id, _filled(row.address_key for row in rows), _filled(row.badge_key for row in rows)
    )
    known.places_left = places
    return known


def _filled(keys: Iterable[str | None]) -> list[str]:
    return [key for key in keys if key]
