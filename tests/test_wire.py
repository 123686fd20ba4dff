import pytest
from pydantic import ValidationError

from keycafe_clean.wire import ErrorEnvelope, ErrorText, ImportState, RowError
from keycafe_clean.wire import Import as WireImport


def an_import(state: ImportState) -> WireImport:
    """Get an import in a state."""
    return WireImport.model_validate(
        {"id": 1, "name": "a.csv", "digest": "00", "state": state, "rows": 0, "done": 0, "added": 0, "failed": 0}
        | {"createdAt": "2026-11-03T09:00:00Z"}
    )


@pytest.mark.parametrize(
    ("state", "expected"), [("queued", False), ("processing", False), ("completed", True), ("failed", True)]
)
def test_is_finished(state: ImportState, *, expected: bool) -> None:
    """Nothing more happens to an import that is completed or failed."""
    assert an_import(state).is_finished is expected


def test_error_envelope_on_the_wire() -> None:
    """The envelope is the one of Keycafe's public API, name by name."""
    envelope = ErrorEnvelope(error=ErrorText(error_id="unauthorized", error_message="No."))

    assert envelope.model_dump() == {"error": {"errorId": "unauthorized", "errorMessage": "No."}, "fieldErrors": ()}


def test_document_when_it_has_more() -> None:
    """A document with a field that nobody knows is not ours."""
    with pytest.raises(ValidationError):
        RowError.model_validate({"row": 2, "field": "Email Address", "code": "x", "message": "y", "cell": "z"})
