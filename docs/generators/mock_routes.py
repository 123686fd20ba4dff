"""The routes of the mock Keycafe, from its own description, the one that stands at `/openapi.json`."""

from docs.generators.tables import code, table
from keycafe_clean.mock.app import api
from keycafe_clean.mock.openapi import DescribedApp


def markdown(_lines: list[str]) -> str:
    """Get a table: each route, what it does, and the statuses that it answers with."""
    app = DescribedApp(title="Keycafe mock", version="1")
    app.include_router(api)
    rows = [
        (
            code(f"{method.upper()} {path}"),
            operation["description"].partition("\n\n")[0],
            ", ".join(operation["responses"]),
        )
        for path, operations in app.openapi()["paths"].items()
        for method, operation in operations.items()
    ]
    return table(("route", "what it does", "answers"), rows)
