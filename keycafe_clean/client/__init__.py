"""The import interface of Keycafe, seen from here: upload a file, follow it, and read what became of it.

Every refusal is an exception of `errors.py` whose message can be shown to the analyst. Nothing that a response holds
about people is put into one. Whatever answers at an address is held to bounds: of time, of size, of
pages, of characters.
"""

from keycafe_clean.client.keycafe import KeycafeClient

__all__ = ["KeycafeClient"]
