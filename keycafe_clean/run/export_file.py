"""An HR file that was named behind a command."""

from pathlib import Path

from keycafe_clean.legible import legible
from keycafe_clean.read.files import open_file


def export_file(path: Path) -> tuple[str, bytes]:
    """Get the name and bytes of an HR file, the name as it can be shown. UnreadableExport: it cannot be opened."""
    raw = open_file(path)
    return legible(raw.name), raw.data
