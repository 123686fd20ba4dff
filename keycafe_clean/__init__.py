"""Turn a messy HR export into this month's Keycafe import file: nobody lost, nobody invited twice.

from datetime import date
from keycafe_clean import clean, plan_imports, read_export, write_imports

cleaned = clean(read_export("hr.xlsx"), today=date.today())
write_imports(cleaned, plan_imports(cleaned), "november")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keycafe_clean.check import check_import_file
    from keycafe_clean.client import KeycafeClient
    from keycafe_clean.decide.decisions import Decisions
    from keycafe_clean.decide.setup import Setup
    from keycafe_clean.join import join_files
    from keycafe_clean.match import find_duplicates
    from keycafe_clean.mock import MockKeycafe
    from keycafe_clean.pipeline import Cleaned, clean
    from keycafe_clean.plan import plan_imports
    from keycafe_clean.read import read_export
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
    "join_files",
    "plan_imports",
    "read_export",
    "write_imports",
]

#: A name is resolved when it is used: who only reads need not have the mock installed, nor wait for it.
_HOMES = {
    "Cleaned": "pipeline",
    "Decisions": "decide.decisions",
    "KeycafeClient": "client",
    "MockKeycafe": "mock",
    "Setup": "decide.setup",
    "check_import_file": "check",
    "clean": "pipeline",
    "find_duplicates": "match",
    "join_files": "join",
    "plan_imports": "plan",
    "read_export": "read",
    "write_imports": "write",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'keycafe_clean' has no attribute '{name}'")
    return getattr(import_module(f"keycafe_clean.{_HOMES[name]}"), name)
