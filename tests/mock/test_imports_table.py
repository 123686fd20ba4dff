import sqlite3
from datetime import timedelta

import pytest

from keycafe_clean.mock.imports_table import NewImport
from keycafe_clean.mock.store import Tables
from keycafe_clean.mock.users import NewError
from keycafe_clean.wire import PAGE_SIZE, Import
from tests.mock.files import NOW

LONG_AGO = NOW - timedelta(days=900)


def upload(name: str = "a.csv", key: str | None = None, rows: int = 9) -> NewImport:
    """Get an upload of so many people."""
    return NewImport(name, b"the file", b"the digest", rows, key)


def test_a_new_import_is_queued(tables: Tables, import_id: int) -> None:
    """Nothing of it is done, and its file is kept."""
    assert tables.imports.find(import_id, LONG_AGO) == Import(
        id=import_id,
        name="a.csv",
        digest=b"the digest".hex(),
        state="queued",
        rows=9,
        done=0,
        added=0,
        failed=0,
        created_at=NOW,
    )
    assert tables.imports.content(import_id) == b"the file"


def test_an_import_is_found_by_its_key(tables: Tables) -> None:
    """With the digest that tells whether the file is the same."""
    import_id = tables.imports.add(upload(key="once"), NOW)

    assert (tables.imports.of_key("once"), tables.imports.of_key("never")) == ((import_id, b"the digest"), None)


def test_a_key_is_used_once(tables: Tables) -> None:
    """Two imports of one key cannot be, whatever the code does; imports without one can."""
    tables.imports.add(upload(key=None), NOW)
    tables.imports.add(upload(key=None), NOW)
    tables.imports.add(upload(key="once"), NOW)

    with pytest.raises(sqlite3.IntegrityError):
        tables.imports.add(upload(key="once"), NOW)


@pytest.mark.parametrize(("since", "found"), [(NOW, True), (NOW + timedelta(seconds=1), False)])
def test_what_is_older_than_kept_is_not_there(tables: Tables, import_id: int, since: object, *, found: bool) -> None:
    """Neither by its id nor in the list."""
    assert (tables.imports.find(import_id, since) is not None) is found  # type: ignore[arg-type]
    assert bool(tables.imports.page(1, since)) is found  # type: ignore[arg-type]


@pytest.mark.parametrize(("page", "first", "length"), [(1, "60.csv", PAGE_SIZE + 1), (2, "10.csv", 10), (3, None, 0)])
def test_imports_come_the_latest_first(tables: Tables, page: int, first: str | None, length: int) -> None:
    """One more than a page holds says that another page follows."""
    for number in range(1, 61):
        tables.imports.add(upload(f"{number}.csv"), NOW)

    found = [one.name for one in tables.imports.page(page, LONG_AGO)]

    assert (next(iter(found), None), len(found)) == (first, length)


def test_imports_are_worked_on_in_their_order(tables: Tables) -> None:
    """One in processing goes before those that came earlier and wait."""
    first, second = (tables.imports.add(upload(name), NOW) for name in ("a.csv", "b.csv"))
    turns = [tables.imports.next()]
    tables.imports.start(second, 9)
    turns.append(tables.imports.next())
    for one in (second, first):
        tables.imports.finish(one, "completed", NOW)
        turns.append(tables.imports.next())

    assert [turn and turn.id for turn in turns] == [first, second, first, None]


def test_unfinished_imports_hold_places_for_who_is_left(tables: Tables, import_id: int) -> None:
    """Rows that were looked at hold none any more; nor does anything finished."""
    finished = tables.imports.add(upload(), NOW)
    tables.imports.finish(finished, "failed", NOW, "No.")
    tables.imports.add(upload(rows=5), NOW)
    tables.imports.start(import_id, 9)
    tables.imports.advance(import_id, done=4, added=3, failed=1)

    assert tables.imports.queued_rows() == 5 + 5


def test_rows_are_counted_stretch_by_stretch(tables: Tables, import_id: int) -> None:
    """Each stretch adds to what was there."""
    tables.imports.start(import_id, 9)
    for added, failed in ((3, 1), (2, 0)):
        tables.imports.advance(import_id, done=4, added=added, failed=failed)

    (found,) = tables.imports.page(1, LONG_AGO)
    assert (found.state, found.done, found.added, found.failed) == ("processing", 8, 5, 1)


@pytest.mark.parametrize("counts", [(10, 0, 0), (1, 1, 1), (2, -1, 0)])
def test_counts_that_cannot_be_are_refused(tables: Tables, import_id: int, counts: tuple[int, int, int]) -> None:
    """More rows than there are, more fates than rows, less than none: no code can store them."""
    done, added, failed = counts

    with pytest.raises(sqlite3.IntegrityError):
        tables.imports.advance(import_id, done=done, added=added, failed=failed)


def test_a_finished_import_has_its_moment_and_message(tables: Tables, import_id: int) -> None:
    """It may fail straight out of the queue."""
    tables.imports.finish(import_id, "failed", NOW, "Nobody was added.")

    (found,) = tables.imports.page(1, LONG_AGO)
    assert (found.state, found.finished_at, found.message) == ("failed", NOW, "Nobody was added.")


def test_errors_come_in_the_order_of_the_file(tables: Tables, import_id: int) -> None:
    """Stretches may be kept in any order; two errors of a row keep theirs."""
    kept = [(7, "Last Name"), (3, "Send Invitation"), (3, "Badge Code")]
    tables.imports.add_errors(import_id, [NewError(row, field, "code", "Sentence.") for row, field in kept])

    found = [(error.row, error.field) for error in tables.imports.errors(import_id)]
    assert found == [(3, "Send Invitation"), (3, "Badge Code"), (7, "Last Name")]
