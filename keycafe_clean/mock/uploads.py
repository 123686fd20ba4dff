"""An upload as it streams in: counted while it comes, refused as soon as it is too large."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends, Header, Request
from starlette.datastructures import FormData, UploadFile
from starlette.types import Message, Receive

from keycafe_clean.mock import imports
from keycafe_clean.mock.bodies import drain
from keycafe_clean.mock.imports import Upload
from keycafe_clean.mock.parameters import ServiceDep
from keycafe_clean.mock.refusals import Refusal, file_too_large

#: What a form may add to its file: boundaries, part headers, a token. Beyond it, reading stops.
_FORM_BYTES = 16_384

#: Characters of a file's name that are kept: it is only shown, and hardly any file has a longer one.
_NAME_CHARACTERS = 200

#: The body of an upload, for /openapi.json: it is read by hand, so that it can be counted.
UPLOAD_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary", "description": "The import file"}},
                }
            }
        },
    }
}


def require_confirmed_address(service: ServiceDep) -> None:
    """Let an upload pass if the account's address is confirmed; asked before a byte of the file is read.

    Raises:
        Refusal: It is not ("You must confirm your email address before importing users").
    """
    imports.check_confirmed(service)


async def received_form(request: Request, service: ServiceDep) -> AsyncIterator[FormData]:
    """Get the form of an upload, with at most one file, for as long as the request lasts.

    Raises:
        Refusal: The body is larger than the largest file with its form.
    """
    counted = _counted(request.receive, service.policy.max_bytes)
    async with Request(request.scope, counted).form(max_files=1, max_fields=4, max_part_size=1_024) as form:
        yield form


Form = Annotated[FormData, Depends(received_form)]


async def received_upload(
    form: Form,
    idempotency_key: Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200)] = None,
) -> Upload:
    """Get the file of a form, with the key that makes a second sending the same."""
    return await upload_of(form, idempotency_key)


async def upload_of(form: FormData, key: str | None = None) -> Upload:
    """Get the file of a form.

    Raises:
        Refusal: There is no file in it.
    """
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise Refusal("request.notUnderstood", "There is no file in the request. Send it as the form field named file.")
    return Upload((file.filename or "")[:_NAME_CHARACTERS], await file.read(), key)


def _counted(receive: Receive, max_bytes: int) -> Receive:
    size = 0

    async def counting() -> Message:
        """Get the next part of the body; too many bytes are refused."""
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > max_bytes + _FORM_BYTES:
            await drain(receive, message)
            raise file_too_large(max_bytes)
        return message

    return counting
