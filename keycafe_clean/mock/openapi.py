"""/openapi.json, true to what the service does: its own refusals instead of the framework's, and the credentials."""

from typing import Any

from fastapi import FastAPI

from keycafe_clean.wire import ErrorEnvelope


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Get what a route can refuse, for its `responses`; no credentials and too many requests are possible anywhere."""
    return {status: {"model": ErrorEnvelope} for status in sorted({*statuses, 401, 429})}


def describe(app: FastAPI) -> None:
    """Make an app describe itself as it is, once."""
    document = app.openapi()
    for operations in document["paths"].values():
        for operation in operations.values():
            _correct(operation)
    document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "basic"}}
    document["security"] = [{"token": []}]
    for framework_schema in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(framework_schema, None)


def _correct(operation: dict[str, Any]) -> None:
    """Take out the answer of the framework to a request that it cannot read: ours is 400."""
    answer = operation["responses"].get("422", {})
    if "HTTPValidationError" in str(answer):
        del operation["responses"]["422"]
