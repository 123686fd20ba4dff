"""/openapi.json, true to what the service does: its own refusals instead of the framework's, and the credentials."""

from typing import Any

from fastapi import FastAPI

from keycafe_clean.wire import ErrorEnvelope

#: A parameter that nobody knows, no or wrong credentials, another host, too many requests.
_ANYWHERE = (400, 401, 421, 429)


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Get what a route can refuse, for its `responses`, with what any route can."""
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
