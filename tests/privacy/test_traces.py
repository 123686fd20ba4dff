import io
import zipfile
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.job.history import History
from keycafe_clean.privacy.traces import Traces
from tests.job.lines import lines

ANN = {"name": "Ann O'Neil", "email": "ann@x.org", "employee_id": "4711", "number_as_read": "4711"}


def traces(*others: dict[str, str]) -> Traces:
    """Get the traces of Ann in a job with these others."""
    own, rest = (History.of([("2026-11", lines(*it))]).lines for it in ((ANN,), others))
    return Traces.of(own, rest)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("may be Ann O'Neil in row 3", "may be (erased) in row 3"),
        ("O'NEIL, Ann", "(erased)"),
        ("<td>Ann O&#x27;Neil</td>", "<td>(erased)</td>"),
        ("to ann@x.org.", "to (erased)."),
        ("joann@x.org ann@x.org.uk", "joann@x.org ann@x.org.uk"),
        ("number 4711, not 47112", "number (erased), not 47112"),
        ("Ann Lee", "Ann Lee"),
    ],
)
def test_struck_out_of_a_text(text: str, struck: str) -> None:
    """The whole name in any order, the address and the number, and nothing within a longer word."""
    assert traces().struck(text) == struck


def test_what_somebody_else_has_too_is_no_trace() -> None:
    """A namesake's name and a shared mailbox stay."""
    found = traces({"name": "Ann O'Neil", "email": "a@x.org"})

    assert (found.names, found.addresses, found.shared) == ((), ("ann@x.org",), ("name",))


def test_nobody_else_has_nothing_left() -> None:
    """Everything shared: nothing can be looked for."""
    found = traces(ANN)

    assert (found.names, found.addresses, found.numbers) == ((), (), ())
    assert found.struck("Ann O'Neil") == "Ann O'Neil"


def test_archives_and_other_encodings_are_looked_into(tmp_path: Path) -> None:
    """A workbook keeps a name cell by cell."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", "<t>O</t><t>Ann</t><t>Neil</t>")
    (tmp_path / "book.xlsx").write_bytes(packed.getvalue())
    (tmp_path / "note.txt").write_bytes("ask ann@x.org".encode("utf-16"))

    found = traces()
    assert (found.tells(tmp_path / "book.xlsx"), found.may_tell(tmp_path / "book.xlsx")) == (False, True)
    assert found.tells(tmp_path / "note.txt")


def test_numbers_that_are_short_stay_in_texts() -> None:
    """They stand for anything."""
    own = History.of([("2026-11", lines({"employee_id": "12"}))]).lines
    assert Traces.of(own, pl.DataFrame(schema=own.schema)).struck("row 12") == "row 12"
