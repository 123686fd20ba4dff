"""Files that take the place of another one."""

from pathlib import Path

from keycafe_clean.write.held import ASIDE, held_folder
from keycafe_clean.write.private import write_private


def replace_file(path: Path, data: bytes) -> None:
    """Put a file of mode 0600 in the place of another one, or where none is: whole or not at all.

    OSError: the disk is full, or the place cannot be written; then what was there is there still.
    """
    with held_folder(path.parent, ASIDE) as aside:
        write_private(aside / path.name, data)
        (aside / path.name).replace(path)
