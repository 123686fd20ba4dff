"""A mock Keycafe over HTTP, to practise an import on: it invites nobody, and says no wherever Keycafe would.

It keeps to the article; what the article leaves open is one setting each of `MockPolicy`. It shares no code with the
cleaning, so that it can catch its mistakes. Its names are resolved when they are used: the web server is loaded with
`embedded` and `serve` only.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keycafe_clean.mock.policy import MockPolicy, PolicyError, describe_policy, load_policy
    from keycafe_clean.mock.server import MockKeycafe, embedded, serve
    from keycafe_clean.mock.web_server import NotStarted

__all__ = [
    "MockKeycafe",
    "MockPolicy",
    "NotStarted",
    "PolicyError",
    "describe_policy",
    "embedded",
    "load_policy",
    "serve",
]

_HOMES = {
    "policy": ("MockPolicy", "PolicyError", "describe_policy", "load_policy"),
    "server": ("MockKeycafe", "embedded", "serve"),
    "web_server": ("NotStarted",),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- the type checker reads the imports above
    """Get a public name from the module that has it."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(name)
