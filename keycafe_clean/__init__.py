"""Turn a messy HR export into this month's Keycafe import file: nobody lost, nobody invited twice.

from datetime import date
from keycafe_clean import clean, plan_imports, read_export, write_imports

cleaned = clean(read_export("hr.xlsx"), today=date.today())
write_imports(cleaned, plan_imports(cleaned), "november")
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keycafe_clean.check import check_import_file
    from keycafe_clean.clean import Cleaned, clean
    from keycafe_clean.client import KeycafeClient
    from keycafe_clean.decisions import Decisions
    from keycafe_clean.match import find_duplicates
    from keycafe_clean.mock import MockKeycafe
    from keycafe_clean.plan import plan_imports
    from keycafe_clean.read import read_export
    from keycafe_clean.setup import Setup
    from keycafe_clean.write import write_imports

__all__ = [
    "Cleaned",
    "Decisions",
    "KeycafeClient",
    "MockKeycafe",
    "Setup",
    "check_import_file",
    "clean",
    "find_duplicates",
    "plan_imports",
    "read_export",
    "write_imports",
]

#: A name is resolved when it is used: who only reads need not have the mock installed, nor wait for it.
_HOMES = {
    "Cleaned": "clean",
    "Decisions": "decisions",
    "KeycafeClient": "client",
    "MockKeycafe": "mock",
    "Setup": "setup",
    "check_import_file": "check",
    "clean": "clean",
    "find_duplicates": "match",
    "plan_imports": "plan",
    "read_export": "read",
    "write_imports": "write",
}


class _Package(ModuleType):
    """The package, whose `clean` stays the function when the module `keycafe_clean.clean` is imported."""

    @property
    def clean(self) -> object:
        return __getattr__("clean")

    @clean.setter
    def clean(self, module: object) -> None:
        """Take no notice: an import binds every submodule to its package, and this one has a function's name."""


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'keycafe_clean' has no attribute '{name}'")
    return getattr(import_module(f"keycafe_clean.{_HOMES[name]}"), name)
