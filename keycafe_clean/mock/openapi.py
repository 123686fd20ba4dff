"""/openapi.json, true to what the service does: its own refusals instead of the framework's, and the credentials."""

from typing import Any

from fastapi import FastAPI

from keycafe_clean.wire import ErrorEnvelope

#: What any request can be refused with: a parameter that nobody knows (400), no or wrong credentials (401), another
#: host (421), too many requests (429).
_ANYWHERE = (400, 401, 421, 429)

#: What any request that changes something can be refused with besides: a browser sent it because of another site
#: (403, `middleware`), or its body is larger than such a request ever is (413, `bodies`).
CHANGE = (403, 413)


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Get what a route can refuse with, for its `responses`: these statuses, and those of any route, in order."""
    return {status: {"model": ErrorEnvelope} for status in sorted({*statuses, *_ANYWHERE})}


class DescribedApp(FastAPI):
    """An app whose description is true to what it does."""

    def openapi(self) -> dict[str, Any]:
        """Get the description, made once."""
        if self.openapi_schema is None:
            _correct(super().openapi())
        return super().openapi()


def _correct(document: dict[str, Any]) -> None:
    for operations in document["paths"].values():
        for operation in operations.values():
            _take_out_422(operation)
    document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "basic"}}
    document["security"] = [{"token": []}]
    for framework_schema in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(framework_schema, None)


def _take_out_422(operation: dict[str, Any]) -> None:
    """Take out the framework's answer to a request that it cannot read: ours is 400."""
    if "HTTPValidationError" in str(operation["responses"].get("422", "")):
        del operation["responses"]["422"]
